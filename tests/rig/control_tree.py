"""What a Flet page shows, read from its control tree.

Owns: walking the tree as the client would paint it, and the words and accessible names in it.
Must not fire events or wait: `flet_session` does.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

import flet as ft
from flet.controls.base_control import BaseControl

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
_NAMING_PARENTS = (ft.Semantics, ft.MergeSemantics)


def walk(root: BaseControl) -> Iterator[tuple[BaseControl, Path]]:
    """Each visible control under and including `root`, in painting order, with its ancestors.

    Of a page's views only the top one is seen; a closed dialog is not seen.
    """
    yield from _walk(root, ())


def _walk(control: BaseControl, above: Path) -> Iterator[tuple[BaseControl, Path]]:
    if getattr(control, "visible", True) is False:
        return
    if isinstance(control, ft.DialogControl) and not control.open:
        return
    yield control, above
    below = (*above, control)
    for name, held in _held_by(control):
        if isinstance(control, ft.Page) and name == "views":
            top = _top_view(held)
            if top is not None:
                yield from _walk(top, below)
            continue
        for child in _controls_in(held):
            yield from _walk(child, below)


def _held_by(owner: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(owner):
        if field.name in _NOT_PAINTED or field.metadata.get("skip"):
            continue
        yield field.name, getattr(owner, field.name, None)


def _controls_in(held: Any) -> Iterator[BaseControl]:
    if isinstance(held, BaseControl):
        yield held
    elif isinstance(held, (list, tuple)):
        for item in held:
            yield from _controls_in(item)
    elif isinstance(held, dict):
        for item in held.values():
            yield from _controls_in(item)


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


def names_of(control: BaseControl, above: Path) -> set[str]:
    """The names a screen reader could give this control.

    They come from its own words, tooltip and labels, from those of what is inside it, and from
    a Semantics or MergeSemantics directly around it.
    """
    names = _own_names(control)
    for inner, _ in walk(control):
        names |= _own_names(inner)
    for parent in reversed(above):
        if isinstance(parent, ft.Component):
            continue
        if not isinstance(parent, _NAMING_PARENTS):
            break
        names |= _own_names(parent)
    return names


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
