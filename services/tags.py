"""Tags: how many tasks have each, renaming one everywhere, merging two, taking one off.

A tag is what tasks are tagged with, and nothing beside it. Spellings that
differ in letter case only are one tag.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from models.errors import EmptySummary, UnknownTag
from models.query.tree import NameField
from models.storage import tag_rows
from models.storage.unit import UnitOfWork
from models.tag import TagCount, renamed, tag_key
from models.task import Task
from services.amending import change_task, read_task
from services.fields import checked_names
from services.filters import follow_name
from services.gesture import Gesture
from services.workspace import Workspace

_FIELD = "categories"


def tags(desk: Workspace) -> tuple[TagCount, ...]:
    """Every tag that a task outside the trash has, by the alphabet, letter case aside."""
    with desk.reading() as unit:
        spelled = sorted(tag_rows.counts(unit), key=_by_alphabet)
        found = (
            _together(unit, tuple(same))
            for _, same in groupby(spelled, key=lambda each: tag_key(each.name))
        )
        return tuple(each for each in found if each.total)


def rename_tag(desk: Workspace, name: str, new_name: str) -> int:
    """Give the tag another name on every task, done and trashed ones too; how many changed.

    Where another tag has the new name already the two become one, which is spelled as
    that one was. Saved filters that name it follow. It is one undo step.

    Raises:
        UnknownTag: no task has that tag.
        EmptySummary, TextTooLong: a tag cannot have the new name.
    """
    wanted = _cleaned(new_name)
    if not wanted:
        raise EmptySummary
    with desk.writing() as unit:
        gesture = Gesture(desk, "tag.rename")
        if tag_key(wanted) != tag_key(_cleaned(name)):
            wanted = _as_spelled(unit, wanted)
        changed = _replace(unit, gesture, name, wanted)
        follow_name(unit, gesture, NameField.TAG, name, wanted, _names_left(unit))
        return gesture.commit(unit, changed)


def tag_many(
    desk: Workspace, uids: Iterable[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> int:
    """Give tasks some tags and take others off, as one undo step; how many changed.

    A tag that is there already is spelled as it is there; letter case makes no other tag.

    Raises:
        UnknownTask: one of them is not there.
        TextTooLong: a tag cannot have that name.
    """
    gone = {tag_key(name) for name in checked_names(_FIELD, tuple(remove))}
    wanted = checked_names(_FIELD, tuple(add))
    with desk.writing() as unit:
        gesture = Gesture(desk, "tag")
        new = tuple(_as_spelled(unit, name) for name in wanted)
        changed = 0
        for uid in dict.fromkeys(uids):
            task = read_task(unit, uid)
            kept = [name for name in task.categories if tag_key(name) not in gone]
            have = set(map(tag_key, kept))
            kept += [name for name in new if tag_key(name) not in have]
            values = {_FIELD: tuple(sorted(kept))}
            changed += change_task(unit, gesture, uid, values, task) is not task
        return gesture.commit(unit, changed)


def delete_tag(desk: Workspace, name: str) -> int:
    """Take the tag off every task, done and trashed ones too, as one undo step; how many changed.

    Raises:
        UnknownTag: no task has that tag.
        TextTooLong: none could.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "tag.delete")
        return gesture.commit(unit, _replace(unit, gesture, name, None))


def _replace(unit: UnitOfWork, gesture: Gesture, name: str, new_name: str | None) -> int:
    old = _cleaned(name)
    spelled = [each.name for each in _spellings(unit, old)]
    uids = {*tag_rows.tasks_with(unit, spelled), *tag_rows.edited_alone(unit)}
    found = changed = 0
    for uid in sorted(uids):
        task = read_task(unit, uid)
        if not _has(task, old):
            continue
        found += 1
        values = _values(task, old, new_name)
        changed += change_task(unit, gesture, uid, values, task) is not task
    if not found:
        raise UnknownTag(name)
    return changed


def _names_left(unit: UnitOfWork) -> Iterable[str]:
    return (each.name for each in tag_rows.counts(unit))


def _has(task: Task, name: str) -> bool:
    every = (*task.categories, *(_of_series(task) or ()))
    return tag_key(name) in map(tag_key, every)


def _values(task: Task, name: str, new_name: str | None) -> dict[str, Any]:
    values: dict[str, Any] = {_FIELD: renamed(task.categories, name, new_name)}
    if (kept := _of_series(task)) is not None:
        # Else the next occurrence would come with the old name.
        anew = list(renamed(kept, name, new_name))
        values["series_fields"] = {**(task.series_fields or {}), _FIELD: anew}
    return values


def _of_series(task: Task) -> list[str] | None:
    """The tags that the series has where the task was edited alone; None: the task's own."""
    kept = (task.series_fields or {}).get(_FIELD)
    return [str(each) for each in kept] if isinstance(kept, list) else None


def _as_spelled(unit: UnitOfWork, name: str) -> str:
    """`name` as the tag of that name is spelled; as it is where there is none."""
    found = _spellings(unit, name)
    if not found or name in (each.name for each in found):
        return name
    return _usual(found).name


def _spellings(unit: UnitOfWork, name: str) -> tuple[TagCount, ...]:
    key = tag_key(name)
    return tuple(each for each in tag_rows.counts(unit) if tag_key(each.name) == key)


def _together(unit: UnitOfWork, same: tuple[TagCount, ...]) -> TagCount:
    """The spellings of a tag as one."""
    if len(same) == 1:
        return same[0]
    return TagCount(_usual(same).name, *tag_rows.count_together(unit, (each.name for each in same)))


def _usual(same: Iterable[TagCount]) -> TagCount:
    return max(same, key=lambda each: each.total)


def _by_alphabet(tag: TagCount) -> tuple[str, str]:
    return tag_key(tag.name), tag.name


def _cleaned(name: str) -> str:
    """The name as a task would keep it; empty where it cannot be a tag."""
    return next(iter(checked_names(_FIELD, (name,))), "")
