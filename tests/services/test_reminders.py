"""Reminding on real files: each notice once, whoever looks; quiet hours, snoozing, undo."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleValue, NothingToCountFrom, UnknownTask
from models.moment import Moment
from models.reminding import Notice, NoticeKind, Reminded, Snooze, notices_between, snooze_until
from models.task import Reminder, ReminderAnchor, TaskFields
from services import reminders, tasks, undo
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import (
    JAKARTA,
    NEW_YORK,
    NOW,
    TODAY,
    OpenDesk,
    ScratchDesk,
    add,
    at,
    rows,
    second_account,
)

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
REMINDER, ALMOST, READY, DUE = NoticeKind


@dataclass
class Told:
    """A notifier that remembers what it was given, one entry a time."""

    times: list[tuple[Notice, ...]] = field(default_factory=list)

    def give(self, notices: tuple[Notice, ...]) -> None:
        self.times.append(notices)


@pytest.fixture
def told() -> Told:
    return Told()


def clock_at(desk: Workspace, text: str) -> None:
    """Set the clock to a time in Jakarta: ``16:00`` today, ``24 08:00`` another November day."""
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    day, _, wall = text.rpartition(" ")
    clock.instant = at(TODAY.replace(day=int(day or 23)), wall).instant(desk.zone)


def look(desk: Workspace, text: str, told: Told) -> list[NoticeKind]:
    """What is given at that time."""
    clock_at(desk, text)
    return [notice.kind for notice in reminders.give_due(desk, told)]


def test_each_notice_is_given_when_it_falls_due_and_once(desk: Workspace, told: Told) -> None:
    task = add(desk, "Reels", due=at(TODAY, "16:00"), lead=HOUR)
    assert look(desk, "14:29", told) == []
    assert look(desk, "14:30", told) == [ALMOST]
    assert look(desk, "14:30", told) == look(desk, "14:59", told) == []
    assert look(desk, "15:00", told) == [READY]
    assert look(desk, "16:00", told) == [DUE]
    assert look(desk, "17:00", told) == look(desk, "24 12:00", told) == []
    assert [len(each) for each in told.times] == [1, 1, 1]
    (notice,) = told.times[0]
    assert (notice.uid, notice.summary) == (task.uid, "Reels")
    assert (notice.due, notice.ready) == (at(TODAY, "16:00"), at(TODAY, "15:00"))


def test_next_is_when_there_is_something_to_do(desk: Workspace, told: Told) -> None:
    assert reminders.next_notice_at(desk) is None
    add(desk, due=at(TODAY.replace(day=30), "16:00"))
    assert reminders.next_notice_at(desk) == datetime(2026, 11, 30, 8, 30, tzinfo=UTC)
    add(desk, due=at(TODAY, "16:00"))
    assert reminders.next_notice_at(desk) == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    clock_at(desk, "15:40")
    assert reminders.next_notice_at(desk) == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    reminders.give_due(desk, told)
    assert reminders.next_notice_at(desk) == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_sessions_and_processes_share_what_was_given(
    desk: Workspace, open_desk: OpenDesk, told: Told
) -> None:
    add(desk, due=at(TODAY, "16:00"))
    other = open_desk()
    assert look(desk, "16:00", told) == [DUE]
    assert reminders.give_due(other, told) == ()
    desk.close()
    assert reminders.give_due(open_desk(), told) == ()


def test_what_fell_due_while_the_app_was_closed_comes_at_once_and_of_each_task_the_latest(
    desk: Workspace, open_desk: OpenDesk, told: Told
) -> None:
    reels, story = (add(desk, title, due=at(TODAY, "16:00")) for title in ("Reels", "Story"))
    add(desk, "Done", due=at(TODAY, "15:00"))
    tasks.complete(desk, add(desk, "Done too", due=at(TODAY, "15:00")).uid)
    tasks.delete(desk, add(desk, "Gone", due=at(TODAY, "15:00")).uid)
    desk.close()
    again = open_desk()
    assert look(again, "24 09:00", told) == [DUE, DUE, DUE]
    assert [len(each) for each in told.times] == [3]
    assert {reels.uid, story.uid} < {notice.uid for notice in told.times[0]}
    assert look(again, "24 09:01", told) == []


def test_what_was_missed_long_before_the_first_look_is_no_news(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "16:00"))
    clock_at(desk, "30 17:00")
    assert reminders.give_due(desk, told) == ()


def test_a_time_that_had_passed_when_it_was_chosen_is_no_news(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "09:00"))
    soon = add(desk, due=at(TODAY, "10:10"))
    later = add(desk, due=at(TODAY, "16:00"))
    assert look(desk, "10:05", told) == []
    tasks.reschedule(desk, later.uid, at(TODAY, "09:30"))
    assert look(desk, "10:10", told) == [DUE]
    assert told.times[0][0].uid == soon.uid


def test_moving_a_task_reminds_anew(desk: Workspace, told: Told) -> None:
    task = add(desk, due=at(TODAY, "11:00"))
    assert look(desk, "11:00", told) == [DUE]
    tasks.reschedule(desk, task.uid, at(TODAY, "16:00"))
    assert look(desk, "15:30", told) == [ALMOST]
    assert look(desk, "16:00", told) == [DUE]


def test_reminders_of_its_own_are_given_by_their_anchors(desk: Workspace, told: Told) -> None:
    add(
        desk,
        due=at(TODAY.replace(day=25), "16:00"),
        dtstart=at(TODAY.replace(day=24), "09:00"),
        reminders=(
            Reminder(ReminderAnchor.START),
            Reminder(ReminderAnchor.DUE, -HOUR),
            Reminder(ReminderAnchor.AT, at=NOW + HOUR),
        ),
    )
    add(desk, "Undated", reminders=(Reminder(ReminderAnchor.AT, at=NOW + 2 * HOUR),))
    assert look(desk, "11:00", told) == [REMINDER]
    assert look(desk, "12:00", told) == [REMINDER]
    assert look(desk, "24 09:00", told) == [REMINDER]
    assert look(desk, "25 15:00", told) == [REMINDER]


def test_quiet_hours_give_at_their_end_once_what_fell_into_them(
    desk: Workspace, told: Told
) -> None:
    late = add(desk, "Late", due=at(TODAY, "23:00"))
    exact = add(desk, "Exact")
    reminders.remind(desk, exact.uid, Reminder(ReminderAnchor.AT, at=NOW + 13.5 * HOUR))
    assert look(desk, "22:30", told) == []
    assert look(desk, "23:30", told) == [REMINDER]
    assert told.times[0][0].uid == exact.uid
    tasks.edit(desk, late.uid, {"summary": "Later"})
    assert reminders.next_notice_at(desk) == datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert look(desk, "24 05:59", told) == []
    assert look(desk, "24 06:00", told) == [DUE]
    assert told.times[1][0].summary == "Later"
    assert look(desk, "24 06:01", told) == []


def test_what_was_held_back_is_void_when_the_task_is_done_or_moved(
    desk: Workspace, told: Told
) -> None:
    done, moved = (add(desk, due=at(TODAY, "23:00")) for _ in range(2))
    assert look(desk, "23:30", told) == []
    tasks.complete(desk, done.uid)
    tasks.reschedule(desk, moved.uid, at(TODAY.replace(day=26), "10:00"))
    assert look(desk, "24 06:00", told) == []
    assert rows(desk.paths.folder, "SELECT * FROM held_notices") == []
    assert look(desk, "26 10:00", told) == [DUE]


def test_quiet_hours_that_end_early_do_not_give_twice(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "23:00"))
    assert look(desk, "22:30", told) == []
    change_settings(desk, has_quiet_hours=False)
    assert look(desk, "23:00", told) == [DUE]
    assert look(desk, "24 06:00", told) == []


def test_a_snoozed_task_comes_again_when_its_time_is_up(desk: Workspace, told: Told) -> None:
    task = add(desk, due=at(TODAY, "16:00"))
    assert look(desk, "15:30", told) == [ALMOST]
    reminders.snooze(desk, task.uid, desk.now() + 10 * MINUTE)
    assert reminders.next_notice_at(desk) == desk.now() + 10 * MINUTE
    assert look(desk, "15:39", told) == []
    assert look(desk, "15:40", told) == [ALMOST]
    assert look(desk, "15:41", told) == []


def test_a_snooze_keeps_the_tasks_other_notices_but_no_exact_one(
    desk: Workspace, told: Told
) -> None:
    task = add(
        desk, due=at(TODAY, "16:00"), reminders=(Reminder(ReminderAnchor.AT, at=NOW + 7 * HOUR),)
    )
    assert look(desk, "15:30", told) == [ALMOST]
    until = snooze_until(Snooze.EVENING, desk.now(), desk.zone)
    reminders.snooze(desk, task.uid, until)
    assert look(desk, "16:00", told) == []
    assert look(desk, "17:00", told) == [REMINDER]
    assert look(desk, "18:00", told) == [DUE]


def test_a_snooze_ends_in_quiet_hours_too_and_the_last_one_counts(
    desk: Workspace, told: Told
) -> None:
    task = add(desk, due=at(TODAY, "21:50"))
    assert look(desk, "21:50", told) == [DUE]
    reminders.snooze(desk, task.uid, desk.now() + 10 * MINUTE)
    reminders.snooze(desk, task.uid, desk.now() + 20 * MINUTE)
    assert look(desk, "22:00", told) == []
    assert look(desk, "22:10", told) == [DUE]


def test_a_task_can_be_snoozed_before_it_reminds(desk: Workspace, told: Told) -> None:
    task = add(desk, "Undated")
    reminders.snooze(desk, task.uid, NOW + HOUR)
    assert look(desk, "11:00", told) == [REMINDER]


def test_a_snoozed_reminder_of_its_own_comes_again_but_not_for_another_occurrence(
    desk: Workspace, told: Told
) -> None:
    before = Reminder(ReminderAnchor.DUE, -2 * HOUR)
    stays, moves = (
        add(desk, title, due=at(TODAY, "13:00"), reminders=(before,)) for title in ("a", "b")
    )
    assert look(desk, "11:00", told) == [REMINDER, REMINDER]
    for task in (stays, moves):
        reminders.snooze(desk, task.uid, desk.now() + HOUR)
    tasks.reschedule(desk, moves.uid, at(TODAY.replace(day=30), "13:00"))
    assert look(desk, "12:00", told) == [REMINDER]
    assert told.times[-1][0].uid == stays.uid
    assert look(desk, "30 11:00", told)[-1] is REMINDER


def test_a_snooze_can_be_let_go_of(desk: Workspace, told: Told) -> None:
    task = add(desk, due=at(TODAY, "11:00"))
    assert look(desk, "11:00", told) == [DUE]
    reminders.snooze(desk, task.uid, desk.now() + HOUR)
    reminders.dismiss(desk, task.uid)
    assert look(desk, "12:00", told) == []


def test_a_notice_stands_until_somebody_does_something_about_it(
    desk: Workspace, told: Told
) -> None:
    renamed, done, gone, moved, snoozed = (add(desk, due=at(TODAY, "11:00")) for _ in range(5))
    assert len(look(desk, "11:00", told)) == 5
    assert reminders.standing(desk, told.times[0]) == told.times[0]
    tasks.edit(desk, renamed.uid, {"summary": "Story"})
    tasks.complete(desk, done.uid)
    tasks.delete(desk, gone.uid)
    tasks.reschedule(desk, moved.uid, at(TODAY, "12:00"))
    reminders.snooze(desk, snoozed.uid, desk.now() + HOUR)
    standing = reminders.standing(desk, told.times[0])
    assert [notice.uid for notice in standing] == [renamed.uid]


def test_what_is_given_during_a_snooze_stands(desk: Workspace, told: Told) -> None:
    exact = Reminder(ReminderAnchor.AT, at=NOW + 90 * MINUTE)
    task = add(desk, due=at(TODAY, "11:00"), reminders=(exact,))
    assert look(desk, "11:00", told) == [DUE]
    reminders.snooze(desk, task.uid, desk.now() + HOUR)
    assert look(desk, "11:30", told) == [REMINDER]
    assert reminders.standing(desk, told.times[1]) == told.times[1]
    reminders.snooze(desk, task.uid, desk.now() + HOUR)
    assert reminders.standing(desk, told.times[1]) == ()


def test_snoozing_is_for_tasks_and_for_times_ahead(desk: Workspace) -> None:
    with pytest.raises(UnknownTask):
        reminders.snooze(desk, "nobody", NOW + HOUR)
    with pytest.raises(ImpossibleValue):
        reminders.snooze(desk, add(desk).uid, NOW)


def test_snoozing_is_no_step_of_undo(desk: Workspace) -> None:
    task = add(desk)
    reminders.snooze(desk, task.uid, NOW + HOUR)
    assert undo.undo(desk).action == "capture"
    assert rows(desk.paths.folder, "SELECT * FROM held_notices") == []


def test_reminders_come_and_go_and_can_be_undone(desk: Workspace) -> None:
    task = add(desk, due=at(TODAY, "16:00"))
    before = Reminder(ReminderAnchor.DUE, -HOUR)
    reminders.remind(desk, task.uid, before)
    assert reminders.remind(desk, task.uid, before).reminders == (before,)
    fixed = Reminder(ReminderAnchor.AT, at=NOW + HOUR)
    assert reminders.remind(desk, task.uid, fixed).reminders == (before, fixed)
    assert reminders.forget(desk, task.uid, before).reminders == (fixed,)
    undo.undo(desk)
    assert tasks.task(desk, task.uid).reminders == (before, fixed)
    undo.undo(desk)
    undo.undo(desk)
    assert tasks.task(desk, task.uid).reminders == ()


@pytest.mark.parametrize(
    "reminder",
    [
        Reminder(ReminderAnchor.AT),
        Reminder(ReminderAnchor.AT, HOUR, NOW),
        Reminder(ReminderAnchor.AT, at=NOW.replace(tzinfo=None)),
        Reminder(ReminderAnchor.DUE, at=NOW),
        Reminder(ReminderAnchor.DUE, timedelta(days=-367)),
    ],
)
def test_what_can_be_no_reminder_is_refused(desk: Workspace, reminder: Reminder) -> None:
    task = add(desk, due=at(TODAY, "16:00"))
    with pytest.raises(ImpossibleValue):
        reminders.remind(desk, task.uid, reminder)
    with pytest.raises(ImpossibleValue):
        tasks.edit(desk, task.uid, {"reminders": (reminder,)})


@pytest.mark.parametrize(
    ("anchor", "field"),
    [
        (ReminderAnchor.DUE, "due"),
        (ReminderAnchor.READY, "due"),
        (ReminderAnchor.START, "dtstart"),
    ],
)
def test_a_reminder_needs_what_it_counts_from(
    desk: Workspace, anchor: ReminderAnchor, field: str
) -> None:
    task = add(desk)
    with pytest.raises(NothingToCountFrom) as refused:
        reminders.remind(desk, task.uid, Reminder(anchor, -HOUR))
    assert refused.value.field == field
    tasks.edit(desk, task.uid, {field: at(TODAY, "16:00")})  # type: ignore[misc]
    assert reminders.remind(desk, task.uid, Reminder(anchor, -HOUR)).reminders


def test_a_task_has_at_most_twenty(desk: Workspace) -> None:
    several = tuple(Reminder(ReminderAnchor.DUE, -minutes * MINUTE) for minutes in range(20))
    task = add(desk, due=at(TODAY, "16:00"), reminders=several)
    with pytest.raises(ImpossibleValue):
        reminders.remind(desk, task.uid, Reminder(ReminderAnchor.DUE, HOUR))


def test_while_off_nothing_is_given_and_nothing_comes_later(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "11:00"))
    late = add(desk, due=at(TODAY, "12:00"))
    change_settings(desk, has_reminders=False)
    assert look(desk, "11:00", told) == []
    assert reminders.upcoming(desk, DAY) == ()
    change_settings(desk, has_reminders=True)
    assert look(desk, "11:10", told) == []
    assert look(desk, "12:00", told) == [DUE]
    assert told.times[0][0].uid == late.uid


def test_the_settings_say_when_it_is_almost_due_and_when_a_day_reminds(
    desk: Workspace, told: Told
) -> None:
    change_settings(desk, almost_due=2 * HOUR, day_reminder=time(13))
    add(desk, due=at(TODAY, "16:00"))
    add(desk, due=at(TODAY))
    assert look(desk, "12:59", told) == []
    assert look(desk, "13:00", told) == [ALMOST]
    assert look(desk, "14:00", told) == [ALMOST]
    assert look(desk, "16:00", told) == [DUE]
    assert look(desk, "24 00:00", told) == []
    assert look(desk, "24 06:00", told) == [DUE]


@pytest.mark.parametrize("lead", [timedelta(days=8), -MINUTE])
def test_an_impossible_lead_of_almost_due_is_refused(desk: Workspace, lead: timedelta) -> None:
    with pytest.raises(ImpossibleValue):
        change_settings(desk, almost_due=lead)


def test_what_floats_follows_the_reader(desk: Workspace, open_desk: OpenDesk, told: Told) -> None:
    floats = add(desk, due=at(TODAY, "11:00"))
    stays = add(desk, due=at(TODAY, "11:00", "Asia/Jakarta"))
    assert look(desk, "11:00", told) == [DUE, DUE]
    desk.close()
    abroad = open_desk(zone=NEW_YORK)
    found = reminders.notices_between(abroad, NOW - DAY, NOW + DAY)
    assert {each.uid: each.at.hour for each in found if each.kind is DUE} == {
        floats.uid: 16,
        stays.uid: 4,
    }
    clock = abroad.clock
    assert isinstance(clock, FixedClock)
    clock.instant = datetime(2026, 11, 23, 16, tzinfo=UTC)
    assert [each.uid for each in reminders.give_due(abroad, told)] == [floats.uid]


def test_what_is_ahead_comes_with_the_instant_at_which_it_is_given(
    desk: Workspace, told: Told
) -> None:
    add(desk, "Afternoon", due=at(TODAY, "16:00"))
    add(desk, "Night", due=at(TODAY, "23:00"))
    snoozed = add(desk, "Snoozed", due=at(TODAY, "11:00"))
    assert look(desk, "11:00", told) == [DUE]
    reminders.snooze(desk, snoozed.uid, desk.now() + HOUR)
    planned = reminders.upcoming(desk, DAY)
    assert [
        (one.summary, one.kind, f"{one.give_at.astimezone(desk.zone):%d %H:%M}") for one in planned
    ] == [
        ("Snoozed", DUE, "23 12:00"),
        ("Afternoon", ALMOST, "23 15:30"),
        ("Afternoon", DUE, "23 16:00"),
        ("Night", DUE, "24 06:00"),
    ]
    assert [one.summary for one in reminders.upcoming(desk, HOUR + MINUTE)] == ["Snoozed"]
    for one in planned:
        clock = desk.clock
        assert isinstance(clock, FixedClock)
        clock.instant = one.give_at
        assert [each.uid for each in reminders.give_due(desk, told)] == [one.uid]


def test_between_two_instants_all_is_told_given_or_not(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "16:00"))
    look(desk, "17:00", told)
    found = reminders.notices_between(desk, NOW, NOW + DAY)
    assert [notice.kind for notice in found] == [ALMOST, DUE]
    assert reminders.notices_between(desk, found[1].at, NOW + DAY) == found[1:]


def test_a_mark_that_a_wrong_clock_set_does_not_silence_a_year(desk: Workspace, told: Told) -> None:
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    add(desk, due=at(TODAY.replace(year=2027), "11:00"))
    clock.instant = NOW + timedelta(days=365, hours=2)
    assert [notice.kind for notice in reminders.give_due(desk, told)] == [DUE]
    clock.instant = NOW
    assert reminders.next_notice_at(desk) == NOW
    assert reminders.give_due(desk, told) == ()
    add(desk, due=at(TODAY, "11:00"))
    clock_at(desk, "11:00")
    clock.advance(timedelta(seconds=1))
    assert [notice.kind for notice in reminders.give_due(desk, told)] == [DUE]


def test_a_clock_set_back_a_little_gives_nothing_twice(desk: Workspace, told: Told) -> None:
    add(desk, due=at(TODAY, "11:00"))
    assert look(desk, "11:00", told) == [DUE]
    assert look(desk, "10:59", told) == []
    assert look(desk, "11:00", told) == []


def test_accounts_remind_of_their_own_tasks_only(desk: Workspace, told: Told) -> None:
    other = second_account(desk)
    add(other, due=at(TODAY, "11:00"))
    assert look(desk, "11:00", told) == []
    assert [notice.kind for notice in reminders.give_due(other, told)] == [DUE]
    other.close()


def test_two_that_look_at_the_same_time_give_it_once(
    desk: Workspace, open_desk: OpenDesk, told: Told
) -> None:
    for _ in range(5):
        add(desk, due=at(TODAY, "11:00"))
    clock_at(desk, "11:00")
    several = [desk, open_desk(), open_desk()]
    with ThreadPoolExecutor(len(several)) as threads:
        list(threads.map(lambda one: reminders.give_due(one, told), several))
    assert [len(each) for each in told.times] == [5]


moments = st.builds(
    Moment,
    st.dates(TODAY - 400 * DAY, TODAY + 400 * DAY),
    st.none() | st.integers(0, 23).map(time),
    st.sampled_from([None, "Asia/Jakarta", NEW_YORK]),
)
offsets = st.integers(-366, 366).map(lambda days: days * DAY) | st.integers(-99, 99).map(
    lambda hours: hours * HOUR
)
own = st.builds(
    Reminder,
    st.sampled_from([ReminderAnchor.DUE, ReminderAnchor.READY, ReminderAnchor.START]),
    offsets,
) | st.builds(
    Reminder,
    st.just(ReminderAnchor.AT),
    at=st.integers(-999, 999).map(lambda hours: NOW + hours * HOUR),
)
captured = st.fixed_dictionaries(
    {
        "due": st.none() | moments,
        "dtstart": st.none() | moments,
        "lead": st.none() | st.integers(0, 9_999).map(lambda hours: hours * HOUR),
        "reminders": st.lists(own, max_size=3, unique=True).map(tuple),
    }
)


@settings(max_examples=60)
@given(
    st.lists(captured, min_size=1, max_size=5),
    st.integers(-9_000, 9_000),
    st.integers(0, 2_000),
    st.sampled_from([JAKARTA, NEW_YORK]),
)
def test_the_file_gives_the_rules_every_task_that_matters(
    scratch: ScratchDesk, several: list[TaskFields], start: int, hours: int, zone: str
) -> None:
    since = NOW + start * HOUR
    until = since + hours * HOUR
    with scratch(zone) as desk:
        made = [add(desk, str(number), **fields) for number, fields in enumerate(several)]
        every = [
            Reminded(
                one.uid,
                one.summary,
                one.dtstart,
                one.due,
                one.lead,
                one.last_modified,
                one.reminders,
            )
            for one in made
        ]
        rules = reminders.rules_of(desk.settings)
        expected = notices_between(every, since, until, rules, desk.zone)
        assert reminders.notices_between(desk, since, until) == expected
