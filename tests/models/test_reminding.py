"""When a task reminds: anchors, days and DST, quiet hours, snoozing."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moment import Moment
from models.reminding import (
    Notice,
    NoticeKind,
    Reminded,
    Rules,
    Snooze,
    after_quiet,
    is_quiet,
    latest_of_each,
    notices_between,
    notices_of,
    snooze_until,
    snoozes,
)
from models.task import Reminder, ReminderAnchor

JAKARTA = ZoneInfo("Asia/Jakarta")
NEW_YORK = ZoneInfo("America/New_York")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
HOUR = timedelta(hours=1)
LOUD = Rules(almost=HALF_HOUR, day_time=time(9))
NIGHT = Rules(almost=HALF_HOUR, day_time=time(9), quiet=(time(22), time(6)))
ALMOST, READY, DUE = (
    NoticeKind.ALMOST_DUE,
    NoticeKind.READY_MISSED,
    NoticeKind.DUE_MISSED,
)


def moment(text: str, zone: str | None = None) -> Moment:
    day, _, clock = text.partition(" ")
    return Moment(date.fromisoformat(day), time.fromisoformat(clock) if clock else None, zone)


def reminded(
    due: Moment | None = None,
    lead: timedelta | None = None,
    *reminders: Reminder,
    dtstart: Moment | None = None,
    uid: str = "1",
) -> Reminded:
    return Reminded(uid, "Reels", dtstart, due, lead, LONG_AGO, reminders)


def told(
    task: Reminded, rules: Rules = LOUD, home: ZoneInfo = JAKARTA
) -> list[tuple[NoticeKind, str]]:
    """The kinds and the wall-clock times at `home`."""
    return [
        (notice.kind, f"{notice.at.astimezone(home):%Y-%m-%d %H:%M}")
        for notice in notices_of(task, rules, home)
    ]


def own(task: Reminded, home: ZoneInfo = JAKARTA, rules: Rules = LOUD) -> list[str]:
    return [at for kind, at in told(task, rules, home) if kind is NoticeKind.REMINDER]


def test_with_a_ready_by_almost_comes_before_it_and_both_ways_of_missing_are_told_apart():
    assert told(reminded(moment("2026-11-24 16:00"), HOUR)) == [
        (ALMOST, "2026-11-24 14:30"),
        (READY, "2026-11-24 15:00"),
        (DUE, "2026-11-24 16:00"),
    ]


@pytest.mark.parametrize("lead", [None, timedelta(0)])
def test_without_one_almost_comes_before_the_due(lead: timedelta | None):
    assert told(reminded(moment("2026-11-24 16:00"), lead)) == [
        (ALMOST, "2026-11-24 15:30"),
        (DUE, "2026-11-24 16:00"),
    ]


def test_a_whole_day_is_almost_due_on_its_day_and_missed_when_it_is_over():
    assert told(reminded(moment("2026-11-24"), HOUR)) == [
        (ALMOST, "2026-11-24 09:00"),
        (DUE, "2026-11-25 00:00"),
    ]


def test_without_a_due_only_its_own_reminders_are_given():
    at = datetime(2026, 11, 24, 1, tzinfo=UTC)
    task = reminded(None, None, Reminder(ReminderAnchor.AT, at=at), Reminder(ReminderAnchor.DUE))
    assert told(task) == [(NoticeKind.REMINDER, "2026-11-24 08:00")]


@pytest.mark.parametrize(
    ("anchor", "offset", "at"),
    [
        (ReminderAnchor.DUE, -HALF_HOUR, "2026-11-24 15:30"),
        (ReminderAnchor.READY, -HALF_HOUR, "2026-11-24 14:30"),
        (ReminderAnchor.START, timedelta(0), "2026-11-23 08:00"),
        (ReminderAnchor.START, HOUR, "2026-11-23 09:00"),
        (ReminderAnchor.DUE, timedelta(days=-1), "2026-11-23 16:00"),
        (ReminderAnchor.DUE, timedelta(days=-1, hours=-2), "2026-11-23 14:00"),
    ],
)
def test_a_reminder_counts_from_its_anchor(anchor: ReminderAnchor, offset: timedelta, at: str):
    start = moment("2026-11-23 08:00")
    task = reminded(moment("2026-11-24 16:00"), HOUR, Reminder(anchor, offset), dtstart=start)
    assert own(task) == [at]


def test_ready_means_the_due_where_there_is_no_lead():
    reminder = Reminder(ReminderAnchor.READY, -HALF_HOUR)
    assert own(reminded(moment("2026-11-24 16:00"), None, reminder)) == ["2026-11-24 15:30"]


@pytest.mark.parametrize(
    ("offset", "at"),
    [
        (timedelta(0), "2026-11-24 09:00"),
        (-HOUR, "2026-11-24 08:00"),
        (timedelta(days=-1), "2026-11-23 09:00"),
    ],
)
def test_of_a_whole_day_a_reminder_counts_from_its_time_of_day(offset: timedelta, at: str):
    task = reminded(moment("2026-11-24"), None, Reminder(ReminderAnchor.DUE, offset))
    assert own(task) == [at]


def test_several_reminders_are_several_notices_and_two_of_one_instant_are_one():
    due = moment("2026-11-24 16:00")
    task = reminded(
        due,
        HOUR,
        Reminder(ReminderAnchor.DUE, -2 * HOUR),
        Reminder(ReminderAnchor.READY, -HOUR),
        Reminder(ReminderAnchor.DUE, timedelta(days=-1)),
    )
    assert own(task) == ["2026-11-23 16:00", "2026-11-24 14:00"]


def test_days_keep_the_wall_clock_across_dst_and_hours_are_hours_that_pass():
    # New York's clocks go back on 1 November 2026 at 02:00.
    due = moment("2026-11-01 09:00", "America/New_York")
    a_day = reminded(due, None, Reminder(ReminderAnchor.DUE, timedelta(days=-1)))
    hours = reminded(due, None, Reminder(ReminderAnchor.DUE, timedelta(hours=-10)))
    assert own(a_day, NEW_YORK) == ["2026-10-31 09:00"]
    assert own(hours, NEW_YORK) == ["2026-11-01 00:00"]


def test_a_reminder_in_the_hour_that_dst_skips_comes_an_hour_on():
    due = moment("2026-03-09 02:30", "America/New_York")
    task = reminded(due, None, Reminder(ReminderAnchor.DUE, timedelta(days=-1)))
    assert own(task, NEW_YORK) == ["2026-03-08 03:30"]


def test_in_the_hour_that_comes_twice_the_first_is_meant():
    task = reminded(moment("2026-11-01 01:30", "America/New_York"))
    due = notices_of(task, LOUD, NEW_YORK)[-1]
    assert due.at == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_floating_due_follows_the_reader_and_one_in_a_zone_does_not():
    floating, fixed = (
        reminded(moment("2026-11-24 16:00", zone)) for zone in (None, "Asia/Jakarta")
    )
    assert told(floating, home=NEW_YORK)[-1] == (DUE, "2026-11-24 16:00")
    assert told(fixed, home=NEW_YORK)[-1] == (DUE, "2026-11-24 04:00")


def test_a_series_reminds_anew_with_each_occurrence_but_an_absolute_reminder_once():
    at = Reminder(ReminderAnchor.AT, at=datetime(2026, 11, 24, 1, tzinfo=UTC))
    before = Reminder(ReminderAnchor.DUE, -HOUR)
    first = notices_of(reminded(moment("2026-11-24 16:00"), None, at, before), LOUD, JAKARTA)
    second = notices_of(reminded(moment("2026-12-01 16:00"), None, at, before), LOUD, JAKARTA)
    shared = {(each.kind, each.at) for each in first} & {(each.kind, each.at) for each in second}
    assert shared == {(NoticeKind.REMINDER, at.at)}
    assert [two.at - one.at for one, two in zip(first[1:], second[1:], strict=True)] == [
        timedelta(weeks=1)
    ] * 3


def test_an_interval_takes_its_beginning_and_leaves_its_end():
    task = reminded(moment("2026-11-24 16:00", "Asia/Jakarta"))
    due = datetime(2026, 11, 24, 9, tzinfo=UTC)
    until = notices_between([task], due - HALF_HOUR, due, LOUD, JAKARTA)
    since = notices_between([task], due, due + HOUR, LOUD, JAKARTA)
    assert [notice.kind for notice in until] == [ALMOST]
    assert [notice.kind for notice in since] == [DUE]


@pytest.mark.parametrize(
    ("clock", "given"),
    [
        ("21:59", "2026-11-24 21:59"),
        ("22:00", "2026-11-25 06:00"),
        ("23:30", "2026-11-25 06:00"),
        ("00:00", "2026-11-24 06:00"),
        ("05:59", "2026-11-24 06:00"),
        ("06:00", "2026-11-24 06:00"),
    ],
)
def test_quiet_hours_across_midnight_hold_back_to_their_end(clock: str, given: str):
    at = moment(f"2026-11-24 {clock}").instant(JAKARTA)
    assert f"{after_quiet(at, NIGHT, JAKARTA).astimezone(JAKARTA):%Y-%m-%d %H:%M}" == given
    assert is_quiet(at, NIGHT, JAKARTA) is (given[11:] != clock)


@pytest.mark.parametrize("quiet", [None, (time(22), time(22))])
def test_no_quiet_hours_hold_nothing_back(quiet: tuple[time, time] | None):
    rules = Rules(HALF_HOUR, time(9), quiet)
    at = moment("2026-11-24 22:00").instant(JAKARTA)
    assert after_quiet(at, rules, JAKARTA) == at


def test_quiet_hours_within_a_day():
    rules = Rules(HALF_HOUR, time(9), (time(12), time(13)))
    noon = moment("2026-11-24 12:30").instant(JAKARTA)
    assert after_quiet(noon, rules, JAKARTA) - noon == HALF_HOUR
    assert not is_quiet(noon - HOUR, rules, JAKARTA)


def test_quiet_hours_that_end_in_a_dst_gap_end_when_it_does():
    rules = Rules(HALF_HOUR, time(9), (time(22), time(2, 30)))
    at = moment("2026-03-08 00:00").instant(NEW_YORK)
    assert after_quiet(at, rules, NEW_YORK) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_what_was_set_to_an_exact_time_is_given_in_quiet_hours_too():
    at = moment("2026-11-24 23:00").instant(JAKARTA)
    task = reminded(moment("2026-11-24 23:00"), None, Reminder(ReminderAnchor.AT, at=at))
    exact, missed = notices_of(task, NIGHT, JAKARTA)[-2:]
    assert (exact.kind, exact.is_exact, exact.give_at) == (NoticeKind.REMINDER, True, at)
    assert missed.give_at == moment("2026-11-25 06:00").instant(JAKARTA)


def test_of_several_notices_of_a_task_the_latest_is_said():
    tasks = [reminded(moment("2026-11-24 16:00"), HOUR, uid=uid) for uid in ("1", "2")]
    everything = notices_between(tasks, LONG_AGO, datetime(2027, 1, 1, tzinfo=UTC), LOUD, JAKARTA)
    assert [(each.uid, each.kind) for each in latest_of_each(everything)] == [
        ("1", DUE),
        ("2", DUE),
    ]


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        (Snooze.TEN_MINUTES, "2026-11-24 23:55", "2026-11-25 00:05"),
        (Snooze.HOUR, "2026-11-24 10:00", "2026-11-24 11:00"),
        (Snooze.EVENING, "2026-11-24 10:00", "2026-11-24 18:00"),
        (Snooze.EVENING, "2026-11-24 18:00", "2026-11-25 18:00"),
        (Snooze.MORNING, "2026-11-24 07:00", "2026-11-25 08:00"),
        (Snooze.MORNING, "2026-11-24 23:30", "2026-11-25 08:00"),
    ],
)
def test_snoozing_ends_on_the_readers_wall_clock(choice: Snooze, now: str, until: str):
    found = snooze_until(choice, moment(now).instant(JAKARTA), JAKARTA)
    assert found == moment(until).instant(JAKARTA)


def test_an_hour_of_snoozing_is_an_hour_across_dst():
    now = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert snooze_until(Snooze.HOUR, now, NEW_YORK) - now == HOUR


def test_the_evening_is_offered_until_it_begins():
    assert Snooze.EVENING in snoozes(moment("2026-11-24 17:59").instant(JAKARTA), JAKARTA)
    assert Snooze.EVENING not in snoozes(moment("2026-11-24 18:00").instant(JAKARTA), JAKARTA)


moments = st.builds(
    Moment,
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from([None, "Asia/Jakarta", "America/New_York", "Australia/Lord_Howe"]),
)
spans = st.integers(-20_000, 20_000).map(lambda minutes: timedelta(minutes=minutes))
instants = st.integers(0, 525_600).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
tasks = st.builds(
    reminded,
    st.none() | moments,
    st.none() | spans.map(abs),
    st.builds(Reminder, st.sampled_from(ReminderAnchor), spans, instants),
    st.builds(Reminder, st.sampled_from(ReminderAnchor), spans, instants),
    dtstart=st.none() | moments,
)
homes = st.sampled_from([JAKARTA, NEW_YORK, ZoneInfo("America/Santiago")])


@given(st.lists(tasks, max_size=4), st.lists(instants, min_size=3, max_size=3), homes)
def test_neighbouring_intervals_share_nothing_and_lose_nothing(
    several: list[Reminded], cuts: list[datetime], home: ZoneInfo
):
    first, middle, last = sorted(cuts)

    def between(since: datetime, until: datetime) -> tuple[Notice, ...]:
        return notices_between(several, since, until, NIGHT, home)

    whole = between(first, last)
    assert between(first, middle) + between(middle, last) == whole
    assert list(whole) == sorted(whole, key=lambda notice: notice.order)


@given(instants, homes, st.times(), st.times())
def test_nothing_is_given_early_or_in_quiet_hours_or_more_than_a_day_late(
    at: datetime, home: ZoneInfo, start: time, end: time
):
    rules = Rules(HALF_HOUR, time(9), (start, end))
    given_at = after_quiet(at, rules, home)
    assert at <= given_at <= at + timedelta(hours=26)
