"""Slips: what becomes of a task that was missed, or may be.

Each public function but the readings is one gesture: one transaction, one undo step. The
reason goes to the ledger with what it changes. Which deadlines are suggested is said by
`models.slips`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.errors import DeadlinePassed, NothingProposed, TaskClosed, TextTooLong
from models.ledger import REASON_TEXT_LIMIT, LedgerKind, Why, promise_of
from models.moment import Moment
from models.person import Answer, Proposal, ProposalKind
from models.series import Scope, Step
from models.slips import NewDue
from models.storage import proposal_rows, task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task, TaskFields, ready_by
from services import ledger
from services.amending import change_task, read_task
from services.fields import checked_fields, clean_line
from services.gesture import Gesture
from services.people import checked_name
from services.proposing import add_in, answer_in
from services.series import edit_in, skip_in
from services.slip_reading import suggested_in
from services.tasks import capture_in
from services.workspace import Workspace

NO_REASON = Why()


def new_deadline(
    desk: Workspace, uid: str, due: Moment, why: Why = NO_REASON, scope: Scope = Scope.THIS
) -> Task:
    """Promise it anew for `due`; its unlocked steps move along.

    Args:
        scope: of a repeating task, whether those that follow move too.

    Raises:
        DeadlinePassed: `due` is past.
        UnknownTask, TaskClosed: there is no such task, or nothing is to be done on it.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.new-due", why=_checked(why))
        return gesture.commit(unit, _move_in(unit, gesture, uid, due, scope))


def replace_task(
    desk: Workspace,
    uid: str,
    summary: str,
    due: Moment | None = None,
    postponed: Moment | None = None,
    why: Why = NO_REASON,
) -> Task:
    """Put a simpler task in its place, for today; hands back that one.

    Args:
        due: when the simpler one is due; None: later today, else today.
        postponed: another due for the task itself; None: it is cancelled, and one that
            repeats goes on with its next time.

    Raises:
        EmptySummary, SummaryTooLong: the simpler one cannot be called so.
        DeadlinePassed: one of the dues is past.
        UnknownTask, TaskClosed: see `new_deadline`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.replace", why=_checked(why))
        task = _open_task(unit, uid)
        if due is None:
            offered = suggested_in(unit, desk, uid).get(NewDue.LATER)
            due = offered or _still_ahead(task, desk) or Moment(desk.today())
        _require_ahead(due, desk)
        fields = TaskFields(
            summary=summary,
            due=due,
            goal=task.goal,
            priority=task.priority,
            categories=task.categories,
            attendees=task.attendees,
            replaces=uid,
            lead=task.lead if _can_be_ready(due, task, desk) else None,
        )
        made = capture_in(unit, gesture, fields)
        gesture.why = replace(_reason(gesture), kind=LedgerKind.REPLACED, other=made.uid)
        if postponed is not None:
            _move_in(unit, gesture, uid, postponed, Scope.THIS)
        else:
            _end_in(unit, gesture, uid, Scope.THIS)
        return gesture.commit(unit, made)


def let_go(desk: Workspace, uid: str, why: Why = NO_REASON, scope: Scope = Scope.THIS) -> Task:
    """Cancel it, with its open steps; the history keeps it.

    Args:
        scope: of a repeating task, ``this`` lets go of this time alone.

    Raises:
        UnknownTask, TaskClosed: see `new_deadline`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.let-go", why=_checked(why))
        return gesture.commit(unit, _end_in(unit, gesture, uid, scope))


def hand_over(
    desk: Workspace,
    uid: str,
    person: str,
    follow_up: date | None = None,
    why: Why = NO_REASON,
) -> Proposal:
    """Ask somebody to take it over; it waits for them, and they are asked again on a day.

    Args:
        follow_up: that day; None: the next working day.

    Raises:
        ImpossibleValue, TextTooLong: nobody can be called so.
        DeadlinePassed: the day is past.
        UnknownTask, TaskClosed: see `new_deadline`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.hand-over", why=_checked(why))
        task = _open_task(unit, uid)
        made = _propose_in(unit, gesture, task, person, ProposalKind.HAND_OVER, task.due, follow_up)
        return gesture.commit(unit, made)


def propose(
    desk: Workspace,
    uid: str,
    person: str,
    due: Moment,
    follow_up: date | None = None,
    why: Why = NO_REASON,
) -> Proposal:
    """Propose another deadline to somebody; the task keeps its own until they accept.

    Raises:
        DeadlinePassed: `due` or the day is past.
        ImpossibleValue, UnknownTask, …: see `hand_over`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.propose", why=_checked(why))
        task = _open_task(unit, uid)
        _require_ahead(due, desk)
        made = _propose_in(unit, gesture, task, person, ProposalKind.NEW_DUE, due, follow_up)
        return gesture.commit(unit, made)


def answer(desk: Workspace, uid: str, said: Answer, counter: Moment | None = None) -> Proposal:
    """Write down what was said to what is proposed about the task `uid`.

    Accepted: the new deadline holds, or the task is handed over and waits for them until its
    due. Countered, with what they propose instead, and declined: it waits no longer. To accept
    what was countered is to take their deadline.

    Raises:
        NothingProposed: nothing about it waits for an answer.
        DeadlinePassed: what is agreed on, or `counter`, is past.
        UnknownTask, TaskClosed: see `new_deadline`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.answer")
        task = _open_task(unit, uid)
        latest = next(iter(proposal_rows.of_task(unit, uid)), None)
        takes_counter = latest is not None and latest.answer is Answer.COUNTERED
        if latest is None or (latest.answer is not None and not takes_counter):
            raise NothingProposed(task.summary)
        gesture.why = Why(person=latest.person)
        if said is Answer.ACCEPTED:
            _accept_in(unit, gesture, task, latest, latest.counter if takes_counter else latest.due)
            counter = latest.counter
        else:
            if counter is not None:
                _require_ahead(counter, desk)
            change_task(unit, gesture, uid, {"waiting_for": None, "follow_up": None})
        counter = None if said is Answer.DECLINED else counter
        return gesture.commit(unit, answer_in(unit, gesture, latest, said, counter))


def ask_again(desk: Workspace, uid: str, follow_up: date | None = None) -> Task:
    """Note that somebody was asked once more: the next time is on `follow_up`.

    Args:
        follow_up: None: the next working day.

    Raises:
        NothingProposed: it waits for nobody.
        DeadlinePassed: the day is past.
        UnknownTask, TaskClosed: see `new_deadline`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "slip.ask-again")
        task = _open_task(unit, uid)
        if task.waiting_for is None:
            raise NothingProposed(task.summary)
        values = {"follow_up": _follow_up(desk, follow_up)}
        return gesture.commit(unit, change_task(unit, gesture, uid, values, task))


def _move_in(unit: UnitOfWork, gesture: Gesture, uid: str, due: Moment, scope: Scope) -> Task:
    _require_ahead(due, gesture.desk)
    before = _open_task(unit, uid)
    values = checked_fields(unit, {"due": due, "offset": None}, uid=uid, is_new=False)
    after = edit_in(unit, gesture, uid, values, scope)
    _move_steps(unit, gesture, before, after)
    return after


def _move_steps(unit: UnitOfWork, gesture: Gesture, before: Task, after: Task) -> None:
    """Move open, unlocked steps that have a due of their own as far.

    Others follow already: by their offset, or because a recipe has planned them.
    """
    if before.due is None or after.due is None:
        return
    step = Step.between(before.due, after.due)
    staying: set[str] = set()
    for uid in task_rows.subtree(unit, before.uid)[1:]:
        below = read_task(unit, uid, with_parts=False)
        if below.is_locked or not below.is_open or below.parent in staying:
            staying.add(uid)
        elif below.offset is None and below.gap is None and below.due is not None:
            change_task(unit, gesture, uid, {"due": step.moment(below.due)}, below)


def _end_in(unit: UnitOfWork, gesture: Gesture, uid: str, scope: Scope) -> Task:
    task = _open_task(unit, uid)
    if task.rrule and scope is Scope.THIS:
        return skip_in(unit, gesture, uid)
    closed = {"status": Status.CANCELLED, "waiting_for": None, "follow_up": None}
    ended = change_task(unit, gesture, uid, closed, task)
    for each in task_rows.subtree(unit, uid)[1:]:
        below = read_task(unit, each, with_parts=False)
        if below.is_open:
            change_task(unit, gesture, each, {"status": Status.CANCELLED}, below)
    return ended


def _propose_in(
    unit: UnitOfWork,
    gesture: Gesture,
    task: Task,
    person: str,
    kind: ProposalKind,
    due: Moment | None,
    follow_up: date | None,
) -> Proposal:
    name = checked_name(person)
    values = {
        "waiting_for": name,
        "follow_up": _follow_up(gesture.desk, follow_up),
        "attendees": tuple(sorted({*task.attendees, name})),
    }
    # First the task: the gesture is told by its title.
    changed = change_task(unit, gesture, task.uid, values, task)
    made = add_in(unit, gesture, task.uid, name, kind, due)
    if (_reason(gesture).reason or _reason(gesture).text) and promise_of(changed) is not None:
        # The promise stands as it is; why it is in doubt is on record from now on.
        why = replace(_reason(gesture), person=name)
        ledger.tell(gesture, changed, LedgerKind.RE_PROMISED, why)
    return made


def _accept_in(
    unit: UnitOfWork, gesture: Gesture, task: Task, proposal: Proposal, due: Moment | None
) -> None:
    over = {"waiting_for": None, "follow_up": None}
    if due is not None and due != task.due:
        _move_in(unit, gesture, task.uid, due, Scope.THIS)
    if proposal.kind is ProposalKind.NEW_DUE:
        change_task(unit, gesture, task.uid, over)
        return
    desk = gesture.desk
    last = due.day(desk.zone) if due is not None else None
    until = last if last is not None and last > desk.today() else None
    values = {"waiting_for": proposal.person, "follow_up": until}
    changed = change_task(unit, gesture, task.uid, values)
    ledger.tell(gesture, changed, LedgerKind.HANDED_OVER, _reason(gesture))


def _open_task(unit: UnitOfWork, uid: str) -> Task:
    task = read_task(unit, uid)
    if not task.is_open:
        raise TaskClosed(task.summary)
    return task


def _require_ahead(due: Moment, desk: Workspace) -> None:
    if due.instant(desk.zone) <= desk.now():
        raise DeadlinePassed(due.isoformat())


def _still_ahead(task: Task, desk: Workspace) -> Moment | None:
    """Its due, where that is to come today."""
    if task.due is None or task.due.day(desk.zone) != desk.today():
        return None
    return task.due if task.due.instant(desk.zone) > desk.now() else None


def _can_be_ready(due: Moment, task: Task, desk: Workspace) -> bool:
    ready = ready_by(due, task.lead)
    return ready is not None and ready.instant(desk.zone) > desk.now()


def _follow_up(desk: Workspace, day: date | None) -> date:
    today = desk.today()
    if day is None:
        return desk.settings.work_week.next_working_day(today)
    if day < today:
        raise DeadlinePassed(day.isoformat())
    return day


def _reason(gesture: Gesture) -> Why:
    return gesture.why or NO_REASON


def _checked(why: Why) -> Why:
    text = clean_line(why.text)
    if len(text) > REASON_TEXT_LIMIT:
        raise TextTooLong("reason", len(text), REASON_TEXT_LIMIT)
    return replace(why, text=text)
