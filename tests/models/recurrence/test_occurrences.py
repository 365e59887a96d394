"""When a rule comes true: zones, leap days, weeks, UNTIL, COUNT and EXDATE, one rule a test."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from models.errors import ImpossibleRule, RuleFault
from models.moment import Moment
from models.recurrence import occurrences, parse

BERLIN = "Europe/Berlin"
NEW_YORK = "America/New_York"
JAKARTA = "Asia/Jakarta"
HOME = ZoneInfo(JAKARTA)


def at(text: str, zone: str | None = None) -> Moment:
    """A moment from ``2026-03-08`` or ``2026-03-08 02:30``."""
    day, _, clock = text.partition(" ")
    return Moment(date.fromisoformat(day), time.fromisoformat(clock) if clock else None, zone)


def said(rule: str, start: Moment, limit: int | None = 4, **more: object) -> list[str]:
    """The moments as ISO 8601."""
    found = occurrences(parse(rule), start, home=HOME, limit=limit, **more)  # type: ignore[arg-type]
    return [moment.isoformat() for moment in found]


def days(rule: str, first: str, limit: int = 4) -> list[str]:
    """The days of a rule from a whole day on."""
    return said(rule, at(first), limit)


class TestKinds:
    def test_whole_days_stay_whole_days(self) -> None:
        (found,) = occurrences(parse("FREQ=DAILY"), at("2026-11-24"), home=HOME, limit=1)
        assert found == at("2026-11-24")

    def test_floating_times_stay_floating(self) -> None:
        assert said("FREQ=DAILY", at("2026-03-08 02:30"), 2) == [
            "2026-03-08T02:30",
            "2026-03-09T02:30",
        ]

    def test_parts_of_a_second_stay(self) -> None:
        start = Moment(date(2026, 11, 24), time(9, 0, 0, 250_000), JAKARTA)
        found = list(occurrences(parse("FREQ=DAILY;COUNT=2"), start, home=HOME))
        assert [each.time for each in found] == [start.time, start.time]

    def test_times_are_ignored_where_there_are_only_days(self) -> None:
        assert days("FREQ=DAILY;BYHOUR=9,10;COUNT=2", "2026-11-24") == ["2026-11-24", "2026-11-25"]

    def test_every_hour_of_a_day_without_hours_is_refused(self) -> None:
        with pytest.raises(ImpossibleRule) as caught:
            days("FREQ=HOURLY", "2026-11-24")
        assert caught.value.fault is RuleFault.NEEDS_TIME

    def test_a_first_moment_that_the_rule_does_not_name_is_none_of_it(self) -> None:
        assert days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-24") == ["2026-11-30", "2026-12-07"]


class TestClockChanges:
    @pytest.mark.parametrize(
        ("zone", "first", "expected"),
        [
            (BERLIN, "2026-03-28 02:30", ["28T02:30+01:00", "29T03:30+02:00", "30T02:30+02:00"]),
            (NEW_YORK, "2026-03-07 02:30", ["07T02:30-05:00", "08T03:30-04:00", "09T02:30-04:00"]),
        ],
    )
    def test_a_time_that_spring_skips_is_moved_on_that_day_only(
        self, zone: str, first: str, expected: list[str]
    ) -> None:
        assert said("FREQ=DAILY", at(first, zone), 3) == [f"2026-03-{each}" for each in expected]

    @pytest.mark.parametrize(
        ("zone", "first", "second"),
        [(BERLIN, "2026-10-25 02:30", "02:00"), (NEW_YORK, "2026-11-01 01:30", "-04:00")],
    )
    def test_of_a_time_that_comes_twice_the_first_is_meant(
        self, zone: str, first: str, second: str
    ) -> None:
        (found,) = occurrences(parse("FREQ=DAILY"), at(first, zone), home=HOME, limit=1)
        assert found == at(first, zone)
        assert found.isoformat().endswith(second)

    def test_every_hour_over_a_spring_night_comes_once_an_instant(self) -> None:
        assert said("FREQ=HOURLY", at("2026-03-29 00:30", BERLIN), 4) == [
            "2026-03-29T00:30+01:00",
            "2026-03-29T01:30+01:00",
            "2026-03-29T03:30+02:00",
            "2026-03-29T04:30+02:00",
        ]

    def test_what_is_moved_on_takes_its_new_place(self) -> None:
        rule = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30"
        assert said(rule, at("2026-03-08 02:30", NEW_YORK), 3) == [
            "2026-03-08T03:00-04:00",
            "2026-03-08T03:30-04:00",
            "2026-03-09T02:00-04:00",
        ]

    def test_a_day_that_a_country_left_out_comes_once(self) -> None:
        assert said("FREQ=DAILY", at("2011-12-29 10:00", "Pacific/Apia"), 3) == [
            "2011-12-29T10:00-10:00",
            "2011-12-31T10:00+14:00",
            "2012-01-01T10:00+14:00",
        ]


class TestCalendar:
    def test_a_leap_day_comes_in_leap_years(self) -> None:
        assert days("FREQ=YEARLY", "2096-02-29", 3) == ["2096-02-29", "2104-02-29", "2108-02-29"]

    def test_the_31st_comes_in_months_that_have_one(self) -> None:
        assert days("FREQ=MONTHLY", "2026-01-31") == [
            "2026-01-31",
            "2026-03-31",
            "2026-05-31",
            "2026-07-31",
        ]

    def test_the_last_day_comes_in_every_month(self) -> None:
        assert days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31") == [
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
        ]

    def test_a_weeks_first_day_decides_which_week_it_is(self) -> None:
        for wkst, expected in (("MO", "2026-11-29"), ("SU", "2026-12-06")):
            rule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST={wkst}"
            assert days(rule, "2026-11-24", 2)[1] == expected

    def test_every_weekday_and_the_first_friday_are_both_meant(self) -> None:
        assert days("FREQ=MONTHLY;BYDAY=1FR,MO", "2026-12-01", 5) == [
            "2026-12-04",
            "2026-12-07",
            "2026-12-14",
            "2026-12-21",
            "2026-12-28",
        ]

    def test_the_first_of_a_week_is_looked_for_in_the_whole_week(self) -> None:
        rule = "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1"
        assert days(rule, "2026-11-25", 2) == ["2026-11-30", "2026-12-07"]

    def test_the_last_time_of_a_day(self) -> None:
        rule = "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1"
        assert said(rule, at("2026-11-24 09:00"), 2) == ["2026-11-24T17:00", "2026-11-25T17:00"]

    def test_the_last_working_day_of_a_month(self) -> None:
        rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        assert days(rule, "2026-10-30", 3) == ["2026-10-30", "2026-11-30", "2026-12-31"]

    def test_a_week_of_the_year_without_a_day_has_the_first_moments_weekday(self) -> None:
        assert days("FREQ=YEARLY;BYWEEKNO=20", "1997-05-15", 3) == [
            "1997-05-15",
            "1998-05-14",
            "1999-05-20",
        ]

    def test_a_first_week_may_begin_in_the_year_before(self) -> None:
        assert days("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-01-01", 3) == [
            "2024-01-01",
            "2024-12-30",
            "2025-12-29",
        ]

    def test_new_years_day_may_belong_to_the_last_week_before_it(self) -> None:
        for week in ("52", "-1"):
            rule = f"FREQ=YEARLY;BYWEEKNO={week};BYDAY=SA"
            assert "2011-01-01" in days(rule, "2010-06-01", 2)

    def test_only_some_years_have_53_weeks(self) -> None:
        assert days("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", "2015-01-01", 3) == [
            "2015-12-31",
            "2020-12-31",
            "2026-12-31",
        ]

    def test_only_some_days_of_a_rule_by_the_day(self) -> None:
        rule = "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU;BYMONTH=12"
        assert days(rule, "2026-11-24") == ["2026-12-08", "2026-12-14", "2026-12-22", "2026-12-28"]

    def test_every_seventh_hour_of_some_days(self) -> None:
        rule = "FREQ=HOURLY;INTERVAL=7;BYDAY=WE"
        assert said(rule, at("2026-11-24 09:00")) == [
            "2026-11-25T06:00",
            "2026-11-25T13:00",
            "2026-11-25T20:00",
            "2026-12-02T06:00",
        ]

    def test_steps_that_never_meet_the_rule_end_at_once(self) -> None:
        for rule in (
            "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
            "FREQ=DAILY;INTERVAL=14;BYDAY=MO",
            "FREQ=HOURLY;INTERVAL=24;BYHOUR=3",
            "FREQ=HOURLY;INTERVAL=168;BYDAY=MO",
        ):
            assert said(rule, at("2026-11-24 09:00")) == []

    def test_a_day_that_the_rules_month_does_not_have_never_comes(self) -> None:
        assert days("FREQ=YEARLY;BYMONTH=2", "2026-01-31") == []


class TestUntil:
    """RFC 5545 section 3.3.10: UNTIL and DTSTART are of one kind; people's files mix them."""

    @pytest.mark.parametrize(
        ("until", "start", "last"),
        [
            ("20261126T020000Z", at("2026-11-24 09:00", JAKARTA), "2026-11-26T09:00+07:00"),
            ("20261126T015959Z", at("2026-11-24 09:00", JAKARTA), "2026-11-25T09:00+07:00"),
            ("20261126", at("2026-11-24 09:00", JAKARTA), "2026-11-26T09:00+07:00"),
            ("20261126T090000", at("2026-11-24 09:00", JAKARTA), "2026-11-26T09:00+07:00"),
            ("20261126T090000", at("2026-11-24 09:00"), "2026-11-26T09:00"),
            ("20261126T020000Z", at("2026-11-24 09:00"), "2026-11-26T09:00"),
            ("20261126", at("2026-11-24 09:00"), "2026-11-26T09:00"),
            ("20261126", at("2026-11-24"), "2026-11-26"),
            ("20261126T000000Z", at("2026-11-24"), "2026-11-26"),
            ("20261126T235959Z", at("2026-11-24"), "2026-11-26"),
            ("20261126T000000", at("2026-11-24"), "2026-11-26"),
        ],
    )
    def test_the_last_moment(self, until: str, start: Moment, last: str) -> None:
        assert said(f"FREQ=DAILY;UNTIL={until}", start, None)[-1] == last

    def test_one_that_is_past_leaves_nothing(self) -> None:
        for until in ("20261123", "00010101", "00010101T000000Z", "19970101T000000Z"):
            assert said(f"FREQ=DAILY;UNTIL={until}", at("2026-11-24 09:00", JAKARTA)) == []

    def test_one_that_calendars_take_for_never_ends_nothing(self) -> None:
        rule = "FREQ=DAILY;UNTIL=99991231T235959Z"
        assert len(said(rule, at("2026-11-24 09:00", JAKARTA), 5)) == 5


class TestLeftOut:
    def test_a_moment_that_is_left_out_counts_all_the_same(self) -> None:
        exdates = [at("2026-11-25")]
        assert said("FREQ=DAILY;COUNT=3", at("2026-11-24"), None, exdates=exdates) == [
            "2026-11-24",
            "2026-11-26",
        ]

    @pytest.mark.parametrize(
        ("start", "exdate"),
        [
            (at("2026-11-24 09:00", JAKARTA), at("2026-11-25 09:00", JAKARTA)),
            (at("2026-11-24 09:00", JAKARTA), at("2026-11-25 02:00", "UTC")),
            (at("2026-11-24 09:00", JAKARTA), at("2026-11-25 09:00")),
            (at("2026-11-24 09:00", JAKARTA), at("2026-11-25")),
            (at("2026-11-24 09:00"), at("2026-11-25 09:00")),
            (at("2026-11-24 09:00"), at("2026-11-25 02:00", "UTC")),
            (at("2026-11-24 09:00"), at("2026-11-25")),
            (at("2026-11-24"), at("2026-11-25 09:00", JAKARTA)),
        ],
    )
    def test_it_may_be_said_in_any_way(self, start: Moment, exdate: Moment) -> None:
        found = occurrences(parse("FREQ=DAILY;COUNT=3"), start, home=HOME, exdates=[exdate])
        assert [moment.date.day for moment in found] == [24, 26]

    def test_one_that_spring_moved_on_is_found_by_either_time(self) -> None:
        for clock in ("02:30", "03:30"):
            exdates = [at(f"2026-03-29 {clock}", BERLIN)]
            found = said("FREQ=DAILY", at("2026-03-28 02:30", BERLIN), 2, exdates=exdates)
            assert found[1] == "2026-03-30T02:30+02:00"


class TestWindow:
    NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)

    def test_only_what_is_later(self) -> None:
        start = at("2016-11-24 10:00", JAKARTA)
        assert said("FREQ=DAILY", start, 1, after=self.NOW) == ["2026-11-25T10:00+07:00"]

    def test_a_whole_day_is_later_until_it_is_over(self) -> None:
        assert said("FREQ=DAILY", at("2016-11-24"), 1, after=self.NOW) == ["2026-11-24"]

    def test_nothing_that_is_later_than_the_end(self) -> None:
        start = at("2026-11-20 10:00", JAKARTA)
        assert said("FREQ=DAILY", start, None, until=self.NOW)[-1] == "2026-11-24T10:00+07:00"

    @pytest.mark.parametrize(
        "rule",
        ["FREQ=DAILY;COUNT=3655", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=3655"],
    )
    def test_count_goes_on_where_it_was(self, rule: str) -> None:
        start = at("2016-11-24 10:00", JAKARTA)
        assert said(rule, start, None, after=self.NOW) == [
            "2026-11-25T10:00+07:00",
            "2026-11-26T10:00+07:00",
        ]

    def test_a_count_is_followed_for_eighty_years(self) -> None:
        last_working_day = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9999"
        begun = Moment(date(2000, 1, 31), time(9))
        after = datetime(2079, 12, 31, 12, tzinfo=UTC)
        (found,) = occurrences(parse(last_working_day), begun, home=HOME, after=after, limit=1)
        assert found.date == date(2080, 1, 31)

    def test_a_count_that_is_used_up_leaves_nothing(self) -> None:
        start = at("2016-11-24 10:00", JAKARTA)
        assert said("FREQ=DAILY;COUNT=3", start, after=self.NOW) == []

    def test_a_first_week_that_had_begun_counts_for_what_was_left_of_it(self) -> None:
        rule = "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5"
        after = datetime(2026, 11, 15, tzinfo=UTC)
        assert days(rule, "2026-11-06", 9)[-2:] == ["2026-11-13", "2026-11-16"]
        assert said(rule, at("2026-11-06"), None, after=after) == ["2026-11-16"]
