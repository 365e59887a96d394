"""Saved filters: searches under a name, in an order of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.errors import EmptyQuery, FilterExists, TextTooLong, UnknownFilter, UnreadableQuery
from models.folding import folded
from models.query import parse
from models.query.parser import QUERY_LIMIT
from models.query.renaming import renamed
from models.query.tree import EVERYTHING, NameField
from models.saved_filter import FILTER_NAME_LIMIT, SavedFilter
from models.storage import filter_rows, images
from models.storage.unit import UnitOfWork
from services.fields import checked_summary, clean_line
from services.gesture import Gesture
from services.ids import position_behind
from services.search import count_filtered
from services.workspace import Workspace

#: What the history keeps of one, beside when it was made.
_IMAGED = ("name", "query", "position")


def filters(desk: Workspace) -> tuple[SavedFilter, ...]:
    """Every saved filter, in manual order."""
    with desk.reading() as unit:
        return filter_rows.read_all(unit)


@dataclass(frozen=True, slots=True)
class CountedFilter:
    """A saved filter and how many tasks it finds; None: what it looks for cannot be read."""

    saved: SavedFilter
    count: int | None


def counted(desk: Workspace) -> tuple[CountedFilter, ...]:
    """Every saved filter in manual order, with its count as far as `search.COUNT_LIMIT`."""
    found: list[CountedFilter] = []
    for saved in filters(desk):
        try:
            count: int | None = count_filtered(desk, saved.query)
        except (UnreadableQuery, TextTooLong):
            # Another release may have kept what this one does not understand.
            count = None
        found.append(CountedFilter(saved, count))
    return tuple(found)


def filter_named(desk: Workspace, name: str) -> SavedFilter:
    """The one of that name, letter case and accents aside.

    Raises:
        UnknownFilter: there is none.
    """
    with desk.reading() as unit:
        if (found := _named(unit, name)) is None:
            raise UnknownFilter(name)
        return found


def save_filter(desk: Workspace, name: str, query: str) -> SavedFilter:
    """Keep a search under a name, behind the others.

    Raises:
        EmptySummary, TextTooLong, FilterExists: it cannot have that name.
        EmptyQuery, UnreadableQuery: it would look for nothing, or for nobody knows what.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "filter.save")
        return gesture.commit(unit, save_in(unit, gesture, name, query))


def save_in(unit: UnitOfWork, gesture: Gesture, name: str, query: str) -> SavedFilter:
    """`save_filter` as a part of a larger gesture."""
    now = gesture.now
    uid = gesture.desk.ids(now)
    every = filter_rows.read_all(unit)
    position = position_behind(every[-1].position if every else None, now, uid)
    saved = SavedFilter(
        uid=uid,
        name=_checked_name(unit, name, uid),
        query=_checked_query(query),
        position=position,
        created=now,
        last_modified=now,
    )
    filter_rows.add(unit, saved)
    gesture.filter_changed(uid, None, _image(saved))
    return saved


def change_filter(
    desk: Workspace, uid: str, *, name: str | None = None, query: str | None = None
) -> SavedFilter:
    """Give it another name, let it look for something else, or both; None leaves it as it is.

    Raises:
        UnknownFilter: there is no such filter.
        EmptySummary, FilterExists: it cannot have that name.
        EmptyQuery, UnreadableQuery: it cannot look for that.
        TextTooLong: either is too long.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "filter.edit")
        saved = _read(unit, uid)
        values: dict[str, Any] = {}
        if name is not None:
            values["name"] = _checked_name(unit, name, uid)
        if query is not None:
            values["query"] = _checked_query(query)
        return gesture.commit(unit, _change(unit, gesture, saved, values))


def reorder_filters(desk: Workspace, uids: Sequence[str]) -> None:
    """Put these in this order, before any others, as one undo step.

    Raises:
        UnknownFilter: one of them is not there.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "filter.reorder")
        # New ones get a position that begins with a letter: behind all numbers.
        for place, uid in enumerate(dict.fromkeys(uids)):
            _change(unit, gesture, _read(unit, uid), {"position": f"{place:06}"})
        gesture.commit(unit, None)


def delete_filter(desk: Workspace, uid: str) -> SavedFilter:
    """Forget it, until that is undone; what it was comes back.

    Raises:
        UnknownFilter: there is no such filter.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "filter.delete")
        saved = _read(unit, uid)
        _take(unit, gesture, saved)
        return gesture.commit(unit, saved)


def take_filter_back(
    unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any] | None
) -> None:
    """Leave the filter as an undone gesture found it; None: there was none."""
    saved = filter_rows.read(unit, uid)
    if image is None:
        if saved is not None:
            _take(unit, gesture, saved)
        return
    values = images.from_json(image)
    if saved is not None:
        values.pop("created", None)
        _change(unit, gesture, saved, values)
    elif "created" in values:
        saved = SavedFilter(uid=uid, last_modified=gesture.now, **values)
        filter_rows.add(unit, saved)
        gesture.filter_changed(uid, None, _image(saved))


def follow_name(
    unit: UnitOfWork,
    gesture: Gesture,
    field: NameField,
    name: str,
    new_name: str,
    left: Iterable[str],
) -> None:
    """Have the filters that ask for the tag or goal `name` ask for `new_name`.

    They stay as they are where a query goes by both names alike, where it would become too
    long, and where one of the names that are `left` is meant as well.
    """
    old = folded(name)
    if old == folded(new_name) or any(folded(each) == old for each in left):
        return
    for saved in filter_rows.read_all(unit):
        query = renamed(saved.query, field, name, new_name)
        if len(query) <= QUERY_LIMIT:
            _change(unit, gesture, saved, {"query": query})


def filter_name(unit: UnitOfWork, uid: str) -> str:
    """What it is called; empty where it is gone."""
    saved = filter_rows.read(unit, uid)
    return saved.name if saved else ""


def _take(unit: UnitOfWork, gesture: Gesture, saved: SavedFilter) -> None:
    filter_rows.take(unit, saved.uid)
    gesture.filter_changed(saved.uid, _image(saved), None)


def _change(
    unit: UnitOfWork, gesture: Gesture, saved: SavedFilter, values: Mapping[str, Any]
) -> SavedFilter:
    differing = {name: value for name, value in values.items() if getattr(saved, name) != value}
    if not differing:
        return saved
    before = {name: getattr(saved, name) for name in differing}
    changed = replace(saved, **differing, last_modified=gesture.now, sequence=saved.sequence + 1)
    filter_rows.change(unit, changed)
    gesture.filter_changed(saved.uid, before, differing)
    return changed


def _read(unit: UnitOfWork, uid: str) -> SavedFilter:
    if (found := filter_rows.read(unit, uid)) is None:
        raise UnknownFilter(uid)
    return found


def _named(unit: UnitOfWork, name: str) -> SavedFilter | None:
    wanted = folded(name)
    every = filter_rows.read_all(unit)
    return next((saved for saved in every if folded(saved.name) == wanted), None)


def _image(saved: SavedFilter) -> dict[str, Any]:
    return {"created": saved.created, **{name: getattr(saved, name) for name in _IMAGED}}


def _checked_name(unit: UnitOfWork, text: str, uid: str) -> str:
    name = checked_summary(text)
    if len(name) > FILTER_NAME_LIMIT:
        raise TextTooLong("name", len(name), FILTER_NAME_LIMIT)
    other = _named(unit, name)
    if other is not None and other.uid != uid:
        raise FilterExists(name)
    return name


def _checked_query(text: str) -> str:
    query = clean_line(text)
    if parse(query) == EVERYTHING:
        raise EmptyQuery
    return query
