"""Settings, languages, alternatives, hints: what a phrase table has no columns for."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.errors import UnknownZone
from models.moment import Moment
from models.quickadd import DayHours, FieldName, HintKind, Parsed, Preferences, Reading, parse
from models.task import RepeatFrom
from tests.models.quickadd.tables import HOME, NOW


def read(text: str, now: datetime = NOW, **more: object) -> Parsed:
    """A line, read in Jakarta."""
    return parse(text, now=now, zone=HOME, **more)  # pyright: ignore[reportArgumentType]


def due(text: str, now: datetime = NOW, **more: object) -> date | None:
    """The due day of a line."""
    moment = read(text, now, **more).due
    return moment.date if moment else None


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A time in November 2026, which began on a Sunday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HOME)


class TestSettings:
    @pytest.mark.parametrize(
        ("text", "day_first", "month_first"),
        [
            ("5/12", date(2026, 12, 5), date(2027, 5, 12)),
            ("5/12/2026", date(2026, 12, 5), None),
            ("05-12-2027", date(2027, 12, 5), date(2027, 5, 12)),
            ("25/12", date(2026, 12, 25), date(2026, 12, 25)),
            ("12/25", date(2026, 12, 25), date(2026, 12, 25)),
            ("2026-12-05", date(2026, 12, 5), date(2026, 12, 5)),
        ],
    )
    def test_which_of_two_numbers_is_the_day(
        self, text: str, day_first: date, month_first: date | None
    ):
        assert due(text) == day_first
        assert due(text, preferences=Preferences(is_day_first=False)) == month_first

    def test_the_other_order_is_the_alternative(self):
        (other,) = read("5/12").alternatives
        assert (other.reading, other.due) == (Reading.MONTH_FIRST, Moment(date(2027, 5, 12)))
        (other,) = read("5/12", preferences=Preferences(is_day_first=False)).alternatives
        assert (other.reading, other.due) == (Reading.DAY_FIRST, Moment(date(2026, 12, 5)))

    def test_the_first_weekday_decides_which_week_a_sunday_is_of(self):
        saturday = at(28)
        assert due("hari Minggu ini", saturday) == date(2026, 11, 29)
        assert due("Jumat depan", saturday) == date(2026, 12, 4)
        sunday = at(29)
        assert due("Jumat depan", sunday) == date(2026, 12, 4)
        from_sunday = Preferences(first_weekday=6)
        assert due("Jumat depan", sunday, preferences=from_sunday) == date(2026, 12, 11)

    def test_parts_of_the_day_have_hours_of_choice(self):
        hours = DayHours(morning=7 * 60 + 30)
        moment = read("besok pagi", preferences=Preferences(hours=hours)).due
        assert moment is not None
        assert moment.time == time(7, 30)

    def test_a_zone_may_be_given_by_name(self):
        assert parse("besok", now=NOW, zone="Asia/Jakarta") == read("besok")
        with pytest.raises(UnknownZone):
            parse("besok", now=NOW, zone="Mars/Olympus")

    def test_today_is_the_zones_own(self):
        late = datetime(2026, 11, 23, 20, tzinfo=ZoneInfo("UTC"))
        assert parse("hari ini", now=late, zone="UTC").due == Moment(date(2026, 11, 23))
        assert parse("hari ini", now=late, zone="Asia/Jakarta").due == Moment(date(2026, 11, 24))
        # Nine in the evening in Jayapura is past when it is ten there.
        said = parse("jam 21 WIT", now=at(23, 20), zone=HOME).due
        assert said == Moment(date(2026, 11, 24), time(21), "Asia/Jayapura")

    def test_the_language_decides_what_both_use(self):
        assert read("dalam 2 hr", language="id").due == Moment(date(2026, 11, 25))
        assert read("in 2 hr", language="en").due == Moment(date(2026, 11, 23), time(16, 13))


class TestWeekdays:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("Senin", 30),
            ("Senin ini", 23),
            ("Senin jam 16", 23),
            ("Senin jam 14", 30),
            ("Senin jam 9", 30),
            ("Senin malam", 30),
            ("Senin ini jam 16", 23),
            ("Minggu", 29),
            ("minggu ini", 29),
            ("this monday", 23),
        ],
    )
    def test_on_a_monday(self, text: str, day: int):
        assert due(text) == date(2026, 11, day)

    def test_a_time_of_todays_weekday_offers_next_weeks(self):
        parsed = read("Senin jam 4 sore")
        assert parsed.due == Moment(date(2026, 11, 23), time(16))
        (other,) = parsed.alternatives
        assert other.reading is Reading.WEEK_AFTER
        assert other.due == Moment(date(2026, 11, 30), time(16))

    def test_this_weeks_day_that_is_over_is_next_weeks(self):
        assert due("Jumat ini", at(28)) == date(2026, 12, 4)

    def test_jumat_depan_offers_the_coming_friday(self):
        parsed = read("rapat Jumat depan jam 9 pagi")
        (other,) = parsed.alternatives
        assert other.reading is Reading.COMING
        assert other.due == Moment(date(2026, 11, 27), time(9))
        assert parsed.choosing(other).due == other.due
        assert parsed.choosing(other).title == "rapat"

    def test_where_both_are_one_day_the_week_after_is_offered(self):
        (other,) = read("Jumat depan", at(29)).alternatives[:1]
        assert (due("Jumat depan", at(29)), other.reading) == (
            date(2026, 12, 4),
            Reading.WEEK_AFTER,
        )

    def test_minggu_is_a_week_or_a_sunday(self):
        parsed = read("rapat minggu depan")
        assert parsed.due == Moment(date(2026, 11, 30))
        assert {(other.reading, other.due) for other in parsed.alternatives} == {
            (Reading.SUNDAY, Moment(date(2026, 12, 6))),
            (Reading.COMING, Moment(date(2026, 11, 29))),
        }
        assert due("rapat hari Minggu depan") == date(2026, 12, 6)
        weekly = read("rapat tiap minggu")
        assert weekly.rrule == "FREQ=WEEKLY"
        (sunday,) = weekly.alternatives
        assert (sunday.rrule, sunday.due) == ("FREQ=WEEKLY;BYDAY=SU", Moment(date(2026, 11, 29)))
        assert weekly.choosing(sunday).rrule == "FREQ=WEEKLY;BYDAY=SU"


class TestTimes:
    @pytest.mark.parametrize(
        ("now", "first", "other"),
        [
            (at(23, 9), time(16, 30), time(4, 30)),
            (at(23, 17), time(16, 30), time(4, 30)),
            (at(23, 3), time(16, 30), time(4, 30)),
        ],
    )
    def test_setengah_lima_is_in_waking_hours_and_offers_the_other(
        self, now: datetime, first: time, other: time
    ):
        parsed = read("setengah 5", now)
        assert parsed.due is not None
        assert parsed.due.time == first
        assert [each.due.time for each in parsed.alternatives if each.due] == [other]

    def test_setengah_delapan_is_the_next_of_both(self):
        assert read("setengah 8", at(23, 5)).due == Moment(date(2026, 11, 23), time(7, 30))
        assert read("setengah 8", at(23, 14)).due == Moment(date(2026, 11, 23), time(19, 30))
        assert read("setengah 8", at(23, 20)).due == Moment(date(2026, 11, 24), time(7, 30))

    def test_a_time_that_has_passed_is_tomorrows(self):
        assert read("jam 9", at(23, 8)).due == Moment(date(2026, 11, 23), time(9))
        assert read("jam 9", at(23, 9)).due == Moment(date(2026, 11, 24), time(9))

    def test_today_at_a_time_that_has_passed_is_moved_and_says_so(self):
        parsed = read("hari ini 09:00")
        assert parsed.due == Moment(date(2026, 11, 24), time(9))
        assert [hint.kind for hint in parsed.hints] == [HintKind.ROLLED]

    def test_a_dinner_is_in_the_evening(self):
        assert read("dinner at 7").due == Moment(date(2026, 11, 23), time(19))
        assert read("sarapan jam 7").due == Moment(date(2026, 11, 24), time(7))

    def test_only_a_zone_that_was_said_is_in_the_moment(self):
        floating = read("besok jam 10").due
        assert floating is not None
        assert floating.zone is None
        fields = read("besok jam 10 mulai jam 8").fields(HOME)
        assert fields.get("due") == Moment(date(2026, 11, 24), time(10), "Asia/Jakarta")
        assert fields.get("dtstart") == Moment(date(2026, 11, 24), time(8), "Asia/Jakarta")


class TestHints:
    @pytest.mark.parametrize(
        ("text", "kind", "said"),
        [
            ("kirim kemarin", HintKind.PAST, "kemarin"),
            ("foto Senin lalu", HintKind.PAST, "Senin lalu"),
            ("photos from last Friday", HintKind.PAST, "last Friday"),
            ("rapat 2025-01-05", HintKind.PAST, "2025-01-05"),
            ("misa 25 Des 2025", HintKind.PAST, "25 Des 2025"),
            ("rapat 30 Feb", HintKind.IMPOSSIBLE, "30 Feb"),
            ("rapat 31-11-2026", HintKind.IMPOSSIBLE, "31-11-2026"),
        ],
    )
    def test_what_cannot_be_due_stays_and_a_hint_says_why(
        self, text: str, kind: HintKind, said: str
    ):
        parsed = read(text)
        assert (parsed.title, parsed.due) == (text, None)
        (hint,) = parsed.hints
        assert (hint.kind, text[slice(*hint.span)]) == (kind, said)


class TestRepeats:
    def test_of_29_february_the_first_is_in_a_leap_year(self):
        assert due("tiap 29 Februari") == date(2028, 2, 29)

    def test_a_time_of_today_that_has_passed_begins_at_the_next_day_of_the_rule(self):
        assert due("tiap Senin dan Rabu jam 9") == date(2026, 11, 25)
        assert due("tiap Senin dan Rabu jam 20") == date(2026, 11, 23)

    def test_until_is_a_date_for_whole_days_and_utc_for_times(self):
        assert read("tiap hari sampai 31 Des").rrule == "FREQ=DAILY;UNTIL=20261231"
        at_home = read("tiap hari jam 9 sampai 31 Des").rrule
        assert at_home == "FREQ=DAILY;UNTIL=20261231T165959Z"
        in_makassar = read("tiap hari jam 9 WITA sampai 31 Des").rrule
        assert in_makassar == "FREQ=DAILY;UNTIL=20261231T155959Z"

    def test_completion(self):
        for text in ("every! 3 days", "setiap 3 hari setelah selesai"):
            parsed = read(text)
            assert (parsed.rrule, parsed.repeat_from) == (
                "FREQ=DAILY;INTERVAL=3",
                RepeatFrom.COMPLETION,
            )


class TestSpans:
    def test_a_due_that_stands_apart_has_two(self):
        text = "besok rapat tim jam 10"
        assert [text[slice(*span)] for span in read(text).spans(FieldName.DUE)] == [
            "besok",
            "jam 10",
        ]

    def test_a_repeat_and_its_first_date_share_theirs(self):
        text = "rapat tiap Senin jam 9 sampai 31 Des"
        parsed = read(text)
        said = {name: [text[slice(*span)] for span in parsed.spans(name)] for name in FieldName}
        assert said[FieldName.RRULE] == ["tiap Senin", "sampai 31 Des"]
        assert said[FieldName.DUE] == ["tiap Senin", "jam 9"]
        assert parsed.all_spans == ((6, 16), (17, 22), (23, 36))

    def test_a_span_that_is_wanted_plain_sets_nothing_and_the_rest_does(self):
        text = "rapat besok jam 9 p1"
        (span,) = read(text).spans(FieldName.DUE)
        parsed = read(text, plain=(span,))
        assert (parsed.title, parsed.due, parsed.priority) == ("rapat besok jam 9", None, 1)

    def test_the_first_of_two_goals_links_or_priorities_counts(self):
        parsed = read("a @Satu @Dua p1 p2 https://a.id https://b.id")
        assert (parsed.goal, parsed.priority, parsed.url) == ("Satu", 1, "https://a.id")
        assert parsed.title == "a @Dua p2 https://b.id"

    def test_the_lead_may_be_the_time_between(self):
        assert read("tayang besok jam 4 sore siap jam 2").lead == timedelta(hours=2)
        assert read("tayang besok siap jam 2").lead is None
