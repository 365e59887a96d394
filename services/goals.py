"""Goals: making, editing, archiving and trashing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.errors import ChangedSince, ImpossibleValue, TextTooLong, UnknownGoal
from models.goal import GOAL_ICONS, Goal, GoalColor, GoalFields
from models.query.tree import NameField
from models.storage import goal_rows, images
from models.storage.unit import UnitOfWork
from models.task import DESCRIPTION_LIMIT, NAME_LIMIT
from services.amending import change_task
from services.fields import checked_summary, clean_line, clean_text, is_storable
from services.filters import follow_name
from services.gesture import Gesture
from services.ids import position_at
from services.ordering import placed_among, require_other
from services.settings import LEAD_LIMIT
from services.tasks import delete_in
from services.workspace import Workspace


def create_goal(desk: Workspace, fields: GoalFields) -> Goal:
    """Make a goal; only `name` is required. The account becomes its owner.

    Raises:
        EmptySummary, TextTooLong: it cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "goal.create")
        return gesture.commit(unit, create_in(unit, gesture, fields))


def create_in(unit: UnitOfWork, gesture: Gesture, fields: GoalFields) -> Goal:
    """`create_goal` as a part of a larger gesture."""
    now = gesture.now
    uid = gesture.desk.ids(now)
    values = _checked({"name": "", **fields})
    values.setdefault("position", position_at(now, uid))
    goal = Goal(uid=uid, created=now, last_modified=now, **values)
    goal_rows.add(unit, goal)
    gesture.goal_changed(uid, None, {"created": now, **values})
    return goal


def edit_goal(desk: Workspace, uid: str, fields: GoalFields) -> Goal:
    """Change the given fields; the others stay. Saved filters follow a new name.

    Raises:
        UnknownGoal, EmptySummary, TextTooLong, ImpossibleValue: it cannot be done.
    """
    values = _checked(dict(fields))
    with desk.writing() as unit:
        gesture = Gesture(desk, "goal.edit")
        before = _read(unit, uid)
        goal = change_goal(unit, gesture, uid, values)
        names = goal_rows.names(unit).values()
        follow_name(unit, gesture, NameField.GOAL, before.name, goal.name, names)
        return gesture.commit(unit, goal)


def archive_goal(desk: Workspace, uid: str) -> Goal:
    """Put it away; its tasks stay.

    Raises:
        UnknownGoal: there is no such goal.
    """
    return _gesture(desk, "goal.archive", uid, {"archived": True})


def unarchive_goal(desk: Workspace, uid: str) -> Goal:
    """Take it out of the archive.

    Raises:
        UnknownGoal: there is no such goal.
    """
    return _gesture(desk, "goal.unarchive", uid, {"archived": False})


def reorder_goal(
    desk: Workspace, uid: str, *, after: str | None = None, before: str | None = None
) -> Goal:
    """Put a goal right behind `after`, or right in front of `before`, as `ordering.reorder` does.

    Raises:
        UnknownGoal: one of them is not there.
        ImpossibleValue: neither was given, or the goal itself was.
    """
    require_other(uid, after, before)
    with desk.writing() as unit:
        gesture = Gesture(desk, "goal.reorder")
        every = {goal.uid: goal for goal in goal_rows.read_all(unit)}
        for each in (uid, after, before):
            if each is not None and each not in every:
                raise UnknownGoal(each)
        positions = {each: goal.position for each, goal in every.items()}
        anew = placed_among(gesture, positions, uid, after=after, before=before)
        for each, position in anew.items():
            change_goal(unit, gesture, each, {"position": position})
        return gesture.commit(unit, _read(unit, uid))


def delete_goal(desk: Workspace, uid: str, *, with_tasks: bool = False) -> Goal:
    """Move the goal to the trash; its tasks stay, and belong to no goal, or go there with it.

    Either way it is one gesture, and undone as a whole.

    Raises:
        UnknownGoal: there is no such goal.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "goal.delete")
        if _read(unit, uid).deleted is None:
            change_goal(unit, gesture, uid, {"deleted": gesture.now})
            for each in goal_rows.tasks_of(unit, uid):
                if with_tasks:
                    delete_in(unit, gesture, each)
                else:
                    change_task(unit, gesture, each, {"goal": None})
        return gesture.commit(unit, _read(unit, uid))


def count_held(desk: Workspace, uid: str) -> int:
    """How many tasks the goal holds, open or not, steps and the trash aside."""
    with desk.reading() as unit:
        return goal_rows.count_held(unit, uid) if is_storable(uid) else 0


def goals(desk: Workspace) -> tuple[Goal, ...]:
    """Every goal but those in the trash, in manual order, with its progress."""
    with desk.reading() as unit:
        return goal_rows.read_all(unit)


def categories(desk: Workspace) -> tuple[str, ...]:
    """The categories that goals have, the most used first."""
    counts = Counter(goal.category for goal in goals(desk) if goal.category)
    return tuple(name for name, _ in counts.most_common())


def goal(desk: Workspace, uid: str) -> Goal:
    """One goal, also from the trash.

    Raises:
        UnknownGoal: there is no such goal.
    """
    with desk.reading() as unit:
        return _read(unit, uid)


def goal_named(desk: Workspace, name: str, *, create: bool = False) -> Goal:
    """The goal of that name, letter case aside; made when `create`.

    Raises:
        UnknownGoal: there is none.
    """
    with desk.writing() if create else desk.reading() as unit:
        if (uid := goal_rows.named(unit, clean_line(name))) is not None:
            return _read(unit, uid)
        if not create:
            raise UnknownGoal(name)
        gesture = Gesture(desk, "goal.create")
        return gesture.commit(unit, create_in(unit, gesture, {"name": name}))


def give_goal(desk: Workspace, uid: str, name: str) -> Goal:
    """Put the task `uid` under the goal of that name, letter case aside; made when new.

    Raises:
        UnknownTask: there is no such task.
        EmptySummary, TextTooLong: a goal cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "edit")
        found = goal_rows.named(unit, clean_line(name))
        goal = _read(unit, found) if found else create_in(unit, gesture, {"name": name})
        change_task(unit, gesture, uid, {"goal": goal.uid})
        return gesture.commit(unit, goal)


def put_goal_back(unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any]) -> None:
    """Put fields back as an undone gesture found them, unless the goal is gone for good."""
    if goal_rows.read(unit, uid) is not None:
        change_goal(unit, gesture, uid, images.from_json(image))


def make_goal_again(unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any]) -> None:
    """Make a goal anew that was taken out of the file; `image` is what it was, whole."""
    values = images.from_json(image)
    values.update(last_modified=gesture.now, sequence=values.get("sequence", 0) + 1)
    goal_rows.add(unit, Goal(uid=uid, **values))
    gesture.goal_changed(uid, None, values)


def purge_goal(unit: UnitOfWork, gesture: Gesture, uid: str) -> None:
    """Take a goal out of the file, unless it is gone; the history keeps it.

    Raises:
        ChangedSince: a task names it.
    """
    if (goal := goal_rows.read(unit, uid)) is None:
        return
    if goal_rows.tasks_of(unit, uid):
        raise ChangedSince(goal.name)
    goal_rows.purge(unit, uid)
    counted = ("uid", "tasks_done", "tasks_total")
    image = {each.name: getattr(goal, each.name) for each in dataclass_fields(goal)}
    gesture.goal_changed(uid, {k: v for k, v in image.items() if k not in counted}, None)


def _gesture(desk: Workspace, action: str, uid: str, values: Mapping[str, Any]) -> Goal:
    with desk.writing() as unit:
        gesture = Gesture(desk, action)
        return gesture.commit(unit, change_goal(unit, gesture, uid, values))


def _read(unit: UnitOfWork, uid: str) -> Goal:
    found = goal_rows.read(unit, uid) if is_storable(uid) else None
    if found is None:
        raise UnknownGoal(uid)
    return found


def change_goal(unit: UnitOfWork, gesture: Gesture, uid: str, values: Mapping[str, Any]) -> Goal:
    """Write those of `values` that differ, and note them; a part of a larger gesture."""
    goal = _read(unit, uid)
    differing = {name: value for name, value in values.items() if getattr(goal, name) != value}
    if not differing:
        return goal
    before = {name: getattr(goal, name) for name in differing}
    changed = replace(goal, **differing, last_modified=gesture.now, sequence=goal.sequence + 1)
    goal_rows.change(unit, changed, [*differing, "last_modified", "sequence"])
    gesture.goal_changed(uid, before, differing)
    return changed


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    if "name" in values:
        values["name"] = checked_summary(values["name"])
    if values.get("category") is not None:
        values["category"] = clean_line(values["category"]) or None
    for field in ("name", "category"):
        if (text := values.get(field)) is not None and len(text) > NAME_LIMIT:
            raise TextTooLong(field, len(text), NAME_LIMIT)
    if "description" in values:
        values["description"] = clean_text(values["description"])
        if len(values["description"]) > DESCRIPTION_LIMIT:
            raise TextTooLong("description", len(values["description"]), DESCRIPTION_LIMIT)
    lead = values.get("default_lead")
    if lead is not None and not timedelta(0) <= lead <= LEAD_LIMIT:
        raise ImpossibleValue("default_lead", lead)
    if "icon" in values and values["icon"] not in GOAL_ICONS:
        raise ImpossibleValue("icon", values["icon"])
    if "color" in values:
        try:
            values["color"] = GoalColor(values["color"])
        except ValueError as error:
            raise ImpossibleValue("color", values["color"]) from error
    return values
