"""What a Flet page shows, read from its control tree.

Owns: walking the tree as the client would paint it, and the words and accessible names in it.
Must not fire events or wait: `flet_session` does.
"""

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

import flet as ft
from flet.controls.base_control import BaseControl
from flet.controls.value_types import Prop

Path = tuple[BaseControl, ...]
"""A control's ancestors, outermost first."""

_WORDS = (
    "text",
    "label",
    "title",
    "subtitle",
    "hint_text",
    "helper",
    "error",
    "content",
    "prefix",
    "suffix",
    "header",
)
_SHOWS_ITS_VALUE = (ft.Text, ft.TextField, ft.Markdown, ft.CupertinoTextField)
_NOT_PAINTED = ("_parent", "_internals")
_HOLDS = (BaseControl, list, tuple, dict)
_NAMING_PARENTS = (ft.Semantics, ft.MergeSemantics)


def walk(root: BaseControl) -> Iterator[tuple[BaseControl, Path]]:
    """Each visible control under and including `root`, in painting order, with its ancestors.

    Of a page's views only the top one is seen; a closed dialog is not seen.
    """
    # Not by recursion: every step of a nested generator passes through all of those around it.
    left: list[tuple[BaseControl, Path]] = [(root, ())]
    while left:
        control, above = left.pop()
        if getattr(control, "visible", True) is False:
            continue
        if isinstance(control, ft.DialogControl) and not control.open:
            continue
        yield control, above
        below = (*above, control)
        left += [(child, below) for child in reversed(_held_by(control))]


def _held_by(owner: BaseControl) -> list[BaseControl]:
    """The controls that a control holds, in the order of its fields."""
    fields = _fields_of(type(owner))
    holding = [
        (fields.sparse[name], held)
        for name, held in owner._values.items()
        if name in fields.sparse and isinstance(held, _HOLDS)
    ]
    for place, name in fields.plain:
        held = getattr(owner, name, None)
        if name == "views" and isinstance(owner, ft.Page):
            held = _top_view(held)
        if isinstance(held, _HOLDS):
            holding.append((place, held))
    holding.sort(key=itemgetter(0))
    found: list[BaseControl] = []
    for _, held in holding:
        _collect(held, found)
    return found


class _Fields(NamedTuple):
    """A control's fields with their places: of `sparse` ones Flet keeps only what is no default."""

    sparse: dict[str, int]
    plain: list[tuple[int, str]]


@cache
def _fields_of(kind: type) -> _Fields:
    fields = _Fields({}, [])
    for place, field in enumerate(dataclasses.fields(kind)):
        if field.name in _NOT_PAINTED or field.metadata.get("skip"):
            continue
        if isinstance(inspect.getattr_static(kind, field.name, None), Prop):
            fields.sparse[field.name] = place
        else:
            fields.plain.append((place, field.name))
    return fields


def _collect(held: Any, found: list[BaseControl]) -> None:
    if isinstance(held, BaseControl):
        found.append(held)
    elif isinstance(held, (list, tuple)):
        for item in held:
            _collect(item, found)
    elif isinstance(held, dict):
        for item in held.values():
            _collect(item, found)


def _top_view(views: Any) -> BaseControl | None:
    """The last view of a page, whose `views` may be a component that renders them."""
    while isinstance(views, ft.Component):
        views = views._b
    if isinstance(views, (list, tuple)):
        return views[-1] if views else None
    return views


def words_of(control: BaseControl) -> list[str]:
    """The strings this control itself paints, its children's not included."""
    found: list[str] = []
    if isinstance(control, _SHOWS_ITS_VALUE) and isinstance(control.value, str):
        found.append(control.value)
    if isinstance(control, (ft.Semantics, ft.MergeSemantics)):
        return found
    for name in _WORDS:
        held = getattr(control, name, None)
        if isinstance(held, str):
            found.append(held)
    return [word for word in found if word]


def all_named(
    root: BaseControl, name: str, is_meant: Callable[[BaseControl], bool]
) -> list[BaseControl]:
    """The controls that a screen reader could call `name`, as `names_of` says, innermost only."""
    seen = list(walk(root))
    own = {id(control) for control, _ in seen if name in _own_names(control)}
    around = own | {id(each) for control, above in seen if id(control) in own for each in above}
    matches = [
        (control, above)
        for control, above in seen
        if is_meant(control)
        and (id(control) in around or any(id(each) in own for each in _naming_parents(above)))
    ]
    outer = {id(parent) for _, above in matches for parent in above}
    return [control for control, _ in matches if id(control) not in outer]


def names_of(control: BaseControl, above: Path) -> set[str]:
    """The names a screen reader could give this control.

    They come from its own words, tooltip and labels, from those of what is inside it, and from
    a Semantics or MergeSemantics directly around it.
    """
    names = _own_names(control)
    for inner, _ in walk(control):
        names |= _own_names(inner)
    for parent in _naming_parents(above):
        names |= _own_names(parent)
    return names


def _naming_parents(above: Path) -> Iterator[BaseControl]:
    """The Semantics and MergeSemantics directly around a control, components aside."""
    for parent in reversed(above):
        if isinstance(parent, ft.Component):
            continue
        if not isinstance(parent, _NAMING_PARENTS):
            return
        yield parent


def _own_names(control: BaseControl) -> set[str]:
    names = set(words_of(control))
    for name in ("label", "semantics_label", "tooltip"):
        held = getattr(control, name, None)
        if isinstance(held, ft.Tooltip):
            held = held.message
        if isinstance(held, str) and held:
            names.add(held)
    return names


def key_of(control: BaseControl) -> Any:
    """A control's key as a plain value."""
    return getattr(control.key, "value", control.key)


def is_enabled(control: BaseControl, above: Path) -> bool:
    """Whether neither the control nor anything around it is disabled."""
    return not any(getattr(each, "disabled", False) for each in (*above, control))
