"""Taking back what was done and doing it again, gesture by gesture, also after a restart.

A gesture is in force or taken back; each undoing and redoing switches it, by
reversing what the switch before it, or the gesture itself, has done. Only the
newest change of a field is switched, so nobody's later work is lost: see
`_require_unchanged`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.errors import ChangedSince, NothingToRedo, NothingToUndo, Refusal
from models.storage import goal_rows, history_rows, images, task_rows
from models.storage.history_rows import AUTOMATIC, Entry
from models.storage.unit import UnitOfWork
from services import (
    amending,
    filters,
    goals,
    ledger,
    people,
    proposing,
    recipes,
    template_keeping,
)
from services.gesture import Gesture
from services.timing import put_entry_back
from services.workspace import Workspace

#: Stands for every field, where a thing was made or taken out of the file.
_ALL = frozenset({"*"})
#: What a promise is made of: the ledger has both in one entry, which holds or does not.
_PROMISE = frozenset({"due", "lead"})


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again: the gesture's action, its tasks, and a title.

    `gesture` is its uid, by which it can be switched again; `summary` the title
    of its first task or goal.
    """

    action: str
    tasks: tuple[str, ...]
    summary: str
    gesture: str = ""


def undo(desk: Workspace, gesture: str | None = None, *, until: datetime | None = None) -> Undone:
    """Take back `gesture`, or the newest one that is in force.

    Fields get the values that the gesture found; what it made is gone, what it
    took out of the file is back. The history keeps both the gesture and its
    undoing. With `until` (aware) only one made then or before is taken.

    Raises:
        NothingToUndo: there is none, or it is undone already.
        ChangedSince: what it changed was changed again since; nothing was undone.
    """

    def find(unit: UnitOfWork) -> str | None:
        last = gesture or history_rows.last_gesture(unit, until)
        return None if last is None or history_rows.is_undone(unit, last) else last

    return _switched(desk, "undo", find, NothingToUndo, is_chosen=gesture is not None)


def redo(desk: Workspace, gesture: str | None = None, *, until: datetime | None = None) -> Undone:
    """Do `gesture` again, or the one undone last; not after another change was made.

    With `until` (aware) only one undone then or before is taken.

    Raises:
        NothingToRedo: there is none, or it is in force.
        ChangedSince: what it changed was changed since its undoing; nothing was done.
    """

    def find(unit: UnitOfWork) -> str | None:
        last = gesture or history_rows.last_undone(unit, until)
        return last if last is not None and history_rows.is_undone(unit, last) else None

    return _switched(desk, "redo", find, NothingToRedo, is_chosen=gesture is not None)


def _switched(
    desk: Workspace,
    action: str,
    find: Callable[[UnitOfWork], str | None],
    nothing: type[Refusal],
    *,
    is_chosen: bool,
) -> Undone:
    while True:
        with desk.writing() as unit:
            root = find(unit)
            made = history_rows.of_gesture(unit, root) if root else ()
            if root is None or not made or made[0].undoes or made[0].action in AUTOMATIC:
                raise nothing
            newest = history_rows.newest_of(unit, root) or root
            switching, undone, has_effect = _switch_in(unit, desk, action, root, newest, made)
            switching.commit(unit, undone)
        # A gesture that has become void is marked, and the one before it is meant.
        if has_effect or is_chosen:
            return undone


def undo_each(desk: Workspace, gestures: Sequence[str]) -> tuple[Undone, ...]:
    """Take these gestures back, the last one first, all of them or none.

    Those that are taken back already are passed over. Each stays a step of its own, which can
    be done again.

    Raises:
        NothingToUndo: none of them is in force.
        ChangedSince: what one of them changed was changed again since; nothing was undone.
    """
    done: list[tuple[Gesture, Undone]] = []
    with desk.writing() as unit:
        for root in reversed(tuple(dict.fromkeys(gestures))):
            made = history_rows.of_gesture(unit, root)
            if not made or made[0].undoes or history_rows.is_undone(unit, root):
                continue
            newest = history_rows.newest_of(unit, root) or root
            switching, undone, _ = _switch_in(unit, desk, "undo", root, newest, made)
            # Before the next one is looked at: it asks the history what came after it.
            switching.write(unit)
            done.append((switching, undone))
        if not done:
            raise NothingToUndo
        unit.commit()
    for switching, _ in done:
        switching.announce()
    return tuple(undone for _, undone in done)


def _switch_in(
    unit: UnitOfWork,
    desk: Workspace,
    action: str,
    root: str,
    newest: str,
    made: tuple[Entry, ...],
) -> tuple[Gesture, Undone, bool]:
    """Reverse `newest`, the last one that switched `root`; whether that changed anything."""
    entries = made if newest == root else history_rows.of_gesture(unit, newest)
    summary = _title(unit, made)
    _require_unchanged(unit, entries, newest)
    switching = Gesture(desk, action, undoes=root)
    for entry in reversed(entries):
        _take_back(unit, switching, entry)
    ledger.withdraw(unit, switching, newest)
    has_effect = switching.has_changes
    if not has_effect:
        switching.nothing_changed(made[0].subject, made[0].subject_uid)
    summary = summary or _title(unit, made)
    return switching, Undone(made[0].action, _touched(made), summary, root), has_effect


def _touched(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The tasks that were changed; what was made along with a change is not told of."""
    entries = tuple(entry for entry in entries if entry.subject == "task")
    made = {entry.subject_uid for entry in entries if entry.before is None}
    changed = tuple(entry for entry in entries if entry.subject_uid not in made)
    return tuple(dict.fromkeys(entry.subject_uid for entry in changed or entries))


def _title(unit: UnitOfWork, entries: tuple[Entry, ...]) -> str:
    first = entries[0]
    of_tasks = tuple(entry for entry in entries if entry.subject == "task")
    if first.subject == "setting" and of_tasks and not first.action.startswith("person."):
        # A proposal is told by its task.
        entries, first = of_tasks, of_tasks[0]
    if first.subject == "goal":
        goal = goal_rows.read(unit, first.subject_uid)
        return goal.name if goal else _kept_title(entries, "name")
    if first.subject == "setting":
        uid = first.subject_uid
        names = (
            filters.filter_name,
            template_keeping.template_name,
            people.person_name,
            recipes.recipe_name,
        )
        name = next(filter(None, (name(unit, uid) for name in names)), "")
        return name or _kept_title(entries, "name")
    task = task_rows.read(unit, first.subject_uid, with_parts=False)
    return task.summary if task else _kept_title(entries, "summary")


def _kept_title(entries: tuple[Entry, ...], field: str) -> str:
    """The title of what is out of the file, where the gesture took it out."""
    uid = entries[0].subject_uid
    mine = (entry for entry in entries if entry.subject_uid == uid and entry.after is None)
    return next((entry.before[field] for entry in mine if entry.before), "")


def _require_unchanged(unit: UnitOfWork, entries: tuple[Entry, ...], gesture: str) -> None:
    """Refuse where a field that `gesture` changed was changed after it, by whomever.

    What was changed and changed back by undoing counts as untouched.

    Raises:
        ChangedSince: it was.
    """
    fields: dict[str, frozenset[str]] = {}
    for entry in entries:
        fields[entry.subject_uid] = fields.get(entry.subject_uid, frozenset()) | _fields(entry)
    for uid, mine in fields.items():
        if mine and _meet(mine, _changed_after(unit, uid, gesture)):
            raise ChangedSince(_title(unit, tuple(e for e in entries if e.subject_uid == uid)))


def _changed_after(unit: UnitOfWork, uid: str, gesture: str) -> frozenset[str]:
    """The fields of a thing that later gestures changed and did not change back.

    None of what has expired since: it is gone for ever, and with it what could be lost.
    """
    switches: dict[str, set[str]] = {}
    touched: dict[str, frozenset[str]] = {}
    for entry in history_rows.after(unit, uid, gesture):
        if entry.action in AUTOMATIC and entry.after is None:
            return frozenset()
        switches.setdefault(entry.root, set()).add(entry.gesture)
        touched[entry.root] = touched.get(entry.root, frozenset()) | _fields(entry)
    changed = (touched[root] for root, each in switches.items() if len(each) % 2 == 1)
    return frozenset().union(*changed)


def _fields(entry: Entry) -> frozenset[str]:
    if entry.before is None or entry.after is None:
        return _ALL
    if "time_entry" in entry.before:
        return frozenset({f"time_entry {_entry_uid(entry.before, entry.after)}"})
    fields = frozenset(entry.before) | frozenset(entry.after)
    return fields | _PROMISE if fields & _PROMISE else fields


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    if _ALL & (some | others):
        return bool(some) and bool(others)
    return bool(some & others)


def _entry_uid(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    return (before["time_entry"] or after["time_entry"])["uid"]


def _take_back(unit: UnitOfWork, switching: Gesture, entry: Entry) -> None:
    uid, before, after = entry.subject_uid, entry.before, entry.after
    is_task = entry.subject == "task"
    if entry.subject == "setting":
        _take_setting_back(unit, switching, uid, before)
    elif before is None:
        _unmake(unit, switching, entry)
    elif after is None:
        if is_task and not task_rows.exists(unit, uid):
            amending.make_again(unit, switching, uid, before)
        elif not is_task and goal_rows.read(unit, uid) is None:
            goals.make_goal_again(unit, switching, uid, before)
    elif "time_entry" in before:
        target = images.from_json(before)["time_entry"]
        put_entry_back(unit, switching, _entry_uid(before, after), target)
    elif is_task:
        amending.put_back(unit, switching, uid, before)
    else:
        goals.put_goal_back(unit, switching, uid, before)


def _take_setting_back(
    unit: UnitOfWork, switching: Gesture, uid: str, before: Mapping[str, Any] | None
) -> None:
    """What the history calls settings are things of several kinds, each with a uid."""
    if template_keeping.is_template(unit, uid, before):
        template_keeping.take_template_back(unit, switching, uid, before)
    elif proposing.is_proposal(unit, uid, before):
        proposing.take_proposal_back(unit, switching, uid, before)
    elif recipes.is_recipe(unit, uid, before):
        recipes.take_recipe_back(unit, switching, uid, before)
    elif people.is_person(unit, uid, before):
        people.take_person_back(unit, switching, uid, before)
    else:
        filters.take_filter_back(unit, switching, uid, before)


def _unmake(unit: UnitOfWork, switching: Gesture, entry: Entry) -> None:
    if entry.subject == "goal":
        goals.purge_goal(unit, switching, entry.subject_uid)
    elif (task := task_rows.read(unit, entry.subject_uid)) is not None:
        amending.purge(unit, switching, task)
