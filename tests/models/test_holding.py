"""What is given now and what waits: quiet hours and snoozes, as values."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.holding import Held, Waiting, planned, settle
from models.moment import Moment
from models.reminding import Notice, NoticeKind, Reminded, Rules, notices_of
from models.task import Reminder, ReminderAnchor

HOME = ZoneInfo("Asia/Jakarta")
HOUR = timedelta(hours=1)
RULES = Rules(timedelta(minutes=30), time(9), (time(22), time(6)))
REMINDER, ALMOST, READY, DUE = NoticeKind


def local(clock: str, day: int = 24) -> datetime:
    return Moment(date(2026, 11, day), time.fromisoformat(clock)).instant(HOME)


def task(due: str, lead: timedelta | None = None, *own: Reminder, uid: str = "1") -> Reminded:
    moment = Moment(date(2026, 11, 24), time.fromisoformat(due))
    return Reminded(uid, "Reels", None, moment, lead, local("00:00", 1), own)


def waiting(one: Reminded, until: datetime, *held: Held) -> Waiting:
    """All that the task reminds of before `until`, with what is held back."""
    fresh = tuple(notice for notice in notices_of(one, RULES, HOME) if notice.at <= until)
    return Waiting(fresh, {each.uid: each for each in held}, {one.uid: one})


def kinds(notices: tuple[Notice, ...]) -> list[NoticeKind]:
    return [notice.kind for notice in notices]


def test_of_a_task_the_latest_is_given():
    now = local("16:00")
    settled = settle(waiting(task("16:00", HOUR), now), now, RULES, HOME)
    assert kinds(settled.given) == [DUE]
    assert settled.held == {}


def test_in_quiet_hours_one_notice_a_task_waits_for_their_end():
    now = local("23:30")
    settled = settle(waiting(task("23:00", HOUR), now), now, RULES, HOME)
    assert settled.given == ()
    assert settled.held == {"1": Held("1", DUE, local("23:00"), local("06:00", 25), False)}


def test_an_exact_time_is_kept_in_quiet_hours():
    now = local("23:30")
    exact = Reminder(ReminderAnchor.AT, at=now)
    settled = settle(waiting(task("23:00", None, exact), now), now, RULES, HOME)
    assert kinds(settled.given) == [REMINDER]
    assert settled.held["1"].kind is DUE


def test_a_snooze_takes_what_comes_meanwhile():
    now = local("16:00")
    snoozed = Held("1", ALMOST, local("15:30"), local("18:00"), True)
    settled = settle(waiting(task("16:00"), now, snoozed), now, RULES, HOME)
    assert settled.given == ()
    assert settled.held == {"1": snoozed._replace(kind=DUE, at=now)}


@pytest.mark.parametrize("is_snoozed", [True, False])
def test_at_its_end_only_a_snooze_speaks_in_quiet_hours(is_snoozed: bool):
    now = local("22:30")
    held = Held("1", DUE, local("16:00"), now, is_snoozed)
    settled = settle(Waiting((), {"1": held}, {"1": task("16:00")}), now, RULES, HOME)
    assert kinds(settled.given) == ([DUE] if is_snoozed else [])
    assert bool(settled.held) is not is_snoozed


def test_what_waited_says_what_is_true_when_it_is_given():
    held = Held("1", ALMOST, local("15:30"), local("17:00"), True)
    settled = settle(Waiting((), {"1": held}, {"1": task("16:00")}), local("17:00"), RULES, HOME)
    assert kinds(settled.given) == [DUE]


@pytest.mark.parametrize("tasks", [{}, {"1": task("20:00")}])
def test_it_is_void_when_the_task_is_done_or_its_due_is_far(tasks: dict[str, Reminded]):
    held = Held("1", DUE, local("16:00"), local("17:00"), True)
    settled = settle(Waiting((), {"1": held}, tasks), local("17:00"), RULES, HOME)
    assert settled == ((), {})


@pytest.mark.parametrize(("due", "given"), [("20:00", [REMINDER]), ("21:00", [])])
def test_a_reminder_of_its_own_that_was_snoozed_is_void_when_it_counts_anew(
    due: str, given: list[NoticeKind]
):
    held = Held("1", REMINDER, local("10:00"), local("11:00"), True)
    one = task(due, None, Reminder(ReminderAnchor.DUE, -10 * HOUR))
    settled = settle(Waiting((), {"1": held}, {"1": one}), local("11:00"), RULES, HOME)
    assert kinds(settled.given) == given


def test_a_wish_to_be_reminded_is_kept_whatever_the_due():
    held = Held("1", REMINDER, local("11:00"), local("11:00"), True)
    settled = settle(Waiting((), {"1": held}, {"1": task("20:00")}), local("11:00"), RULES, HOME)
    assert kinds(settled.given) == [REMINDER]


def test_a_plan_tells_each_instant_and_of_each_instant_one_notice_a_task():
    snoozed = Held("1", ALMOST, local("15:30"), local("18:00"), True)
    found = planned(
        waiting(task("16:00", HOUR), local("20:00"), snoozed), local("14:00"), RULES, HOME
    )
    assert [(each.kind, each.give_at) for each in found] == [(DUE, local("18:00"))]
