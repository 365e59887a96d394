"""The daily review: what it shows in the evening and in the morning, and its gestures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.daily_review import PICKS, Evening, Morning
from models.errors import ImpossibleValue
from models.ledger import Reason, Why
from models.lists import ListName
from models.moment import Moment
from models.slips import Slipped, next_day
from models.storage import lines
from models.task import Task, TaskLine
from services import lists, timeline
from services.amending import change_task, read_task
from services.calendar import bounds
from services.gesture import Gesture
from services.home import home
from services.slips import new_deadline
from services.workspace import Workspace

#: Before this hour the review looks ahead, from then on it looks back.
NOON = 12
#: From this hour on the evening's is offered; until the other one the morning's is.
EVENING_FROM = 17
MORNING_UNTIL = 11


def part_of_day(desk: Workspace) -> str:
    """``morning`` before noon, else ``evening``."""
    return "morning" if _local(desk).hour < NOON else "evening"


def offered(desk: Workspace) -> str:
    """``evening``, ``morning`` or nothing: what Home offers now, by the clock and the settings."""
    if desk.settings.review == "off":
        return ""
    hour = _local(desk).hour
    if hour >= EVENING_FROM:
        return "evening"
    # Until it is switched on only the evening's is offered: one card is enough to say no to.
    return "morning" if 4 <= hour < MORNING_UNTIL and desk.settings.review == "on" else ""


def evening(desk: Workspace) -> Evening:
    """Today, looked back on, and what is open for tomorrow."""
    today = desk.today()
    tomorrow = today + timedelta(days=1)
    begin, end = bounds(today, today, desk.zone)
    with desk.reading() as unit:
        done = lines.done_between(unit, begin, end)
        ahead = lines.open_between(unit, *bounds(tomorrow, tomorrow, desk.zone))
    now = desk.now()
    missed = lists.every_line(desk, ListName.MISSED)
    return Evening(
        day=today,
        done=tuple(done),
        slipped=tuple(line for line in missed if line.due_at and line.due_at < now),
        tomorrow=tuple(sorted(ahead, key=_pinned_first)),
    )


def morning(desk: Workspace) -> Morning:
    """Today, looked ahead at."""
    today, settings = desk.today(), desk.settings
    view = home(desk)
    is_working = settings.work_week.is_working(today)
    ready = [
        line for line in view.today if line.lead and line.ready_at and line.ready_at > view.now
    ]
    return Morning(
        day=today,
        open=view.today,
        load=timeline.load(desk, today, today).get(today, timedelta(0)),
        capacity=settings.capacity_of(today.weekday()) if is_working else timedelta(0),
        first_ready=min(ready, key=_ready_at, default=None),
    )


def put_off(desk: Workspace, uid: str, reason: Reason | None, text: str = "") -> Task:
    """Promise a task anew for the next day (see `put_off_to`), and say why.

    It is the gesture of `slips.new_deadline`.

    Raises:
        ImpossibleValue: it must be ready so long before that no day is near enough.
        UnknownTask, TaskClosed: there is no such task, or nothing is to be done on it.
        TextTooLong: the reason is too long.
    """
    with desk.reading() as unit:
        task = read_task(unit, uid, with_parts=False)
    due = put_off_to(desk, task)
    if due is None:
        raise ImpossibleValue("lead", task.lead)
    return new_deadline(desk, uid, due, Why(reason, text))


def put_off_to(desk: Workspace, task: Task | TaskLine) -> Moment | None:
    """Tomorrow at the hour of the settings, or the first day that leaves time to be ready.

    A whole day stays one, and what is due in a zone is due there. None: it must be ready so
    long before that no day is near enough.
    """
    is_all_day = task.due is not None and task.due.is_all_day
    at = None if is_all_day else desk.settings.slip_hour
    return next_day(Slipped(task.due, task.lead), at, desk.now(), desk.zone)


def pick(desk: Workspace, uids: Sequence[str]) -> int:
    """Pin what tomorrow is about: these, up to `PICKS`; let go others that are due tomorrow.

    How many changed; all of it is one undo step.

    Raises:
        ImpossibleValue: there are too many.
        UnknownTask: one of them is not there.
    """
    if len(uids) > PICKS:
        raise ImpossibleValue("pinned", len(uids))
    tomorrow = desk.today() + timedelta(days=1)
    changed = 0
    with desk.writing() as unit:
        gesture = Gesture(desk, "pin")
        ahead = lines.open_between(unit, *bounds(tomorrow, tomorrow, desk.zone))
        wanted = dict.fromkeys(uids, True)
        for uid in (line.uid for line in ahead if line.pinned):
            wanted.setdefault(uid, False)
        for uid, is_pinned in wanted.items():
            task = read_task(unit, uid)
            if task.pinned is not is_pinned:
                change_task(unit, gesture, uid, {"pinned": is_pinned}, task)
                changed += 1
        return gesture.commit(unit, changed) if changed else 0


def _local(desk: Workspace) -> datetime:
    return desk.now().astimezone(desk.zone)


def _pinned_first(line: TaskLine) -> tuple[bool, datetime | None, str]:
    return not line.pinned, line.due_at, line.uid


def _ready_at(line: TaskLine) -> datetime:
    assert line.ready_at is not None
    return line.ready_at
