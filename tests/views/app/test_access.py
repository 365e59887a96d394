"""Everywhere in the app: what can be pressed is large enough and named, and words can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from tests.rig.contrast import reading_of
from tests.rig.control_tree import Path as Above
from tests.rig.control_tree import names_of, walk
from tests.rig.flet_session import AppSession
from tests.rig.least_size import least_size
from tests.views.app.everywhere import example, visit
from views import theme

PHONE = 390
DESKTOP = 1440
#: Material colours the words on its own buttons by its own rules, from the same scheme.
_OWN_INK = (ft.FilledButton, ft.FilledTonalButton, ft.OutlinedButton, ft.TextButton, ft.Button)
_PRESSES = ("on_click", "on_tap")
#: Drawn to the scale of the hours, so that they may be low: the agenda has each as a full row.
_TO_SCALE = {f"views.app.screens.timeline_{part}" for part in ("block", "over", "column")}


def pressable(root: BaseControl) -> list[tuple[BaseControl, Above]]:
    """What takes a press, with what it stands in."""
    return [
        (control, above)
        for control, above in walk(root)
        if any(getattr(control, event, None) for event in _PRESSES)
    ]


def _handler_of(control: BaseControl) -> str:
    """The module that takes the press."""
    handlers = (getattr(control, event, None) for event in _PRESSES)
    return next(each.__module__ for each in handlers if each)


def named(control: BaseControl, above: Above) -> str:
    return " / ".join(sorted(names_of(control, above)))[:60]


def too_small(root: BaseControl) -> Iterator[str]:
    """What a finger could miss."""
    for control, above in pressable(root):
        if _handler_of(control) in _TO_SCALE:
            continue
        if any(isinstance(each, ft.GestureDetector) and each.on_tap for each in above):
            continue  # what stands around it takes the press too
        size = least_size(control, above)
        if min(size) < theme.TOUCH:
            place = f"{size.width:.0f}×{size.height:.0f} {type(control).__name__}"
            yield f"{place} {named(control, above)}"


def nameless(root: BaseControl) -> Iterator[str]:
    """What a screen reader could not say."""
    for control, above in pressable(root):
        if not named(control, above):
            yield str(control)


def unreadable(root: BaseControl) -> Iterator[str]:
    """Words too near to the colour they stand on, in either theme."""
    for control, above in walk(root):
        if not isinstance(control, ft.Text) or any(isinstance(a, _OWN_INK) for a in above):
            continue
        for brightness, scheme in (("light", theme.LIGHT), ("dark", theme.DARK)):
            reading = reading_of(control, above, scheme)
            if reading is not None and reading.has < reading.needs:
                yield f"{brightness} {reading.has:.2f} {control.color}: {control.value[:30]}"


@pytest.mark.parametrize(("language", "width"), [("id", PHONE), ("en", DESKTOP)])
def test_everything_can_be_hit_named_and_read(tmp_path: Path, language: str, width: float):
    found: dict[str, set[str]] = {"small": set(), "nameless": set(), "unreadable": set()}

    def look(where: str, app: AppSession) -> None:
        for kind, check in (
            ("small", too_small),
            ("nameless", nameless),
            ("unreadable", unreadable),
        ):
            found[kind].update(f"{where}: {each}" for each in check(app.page))

    desk = example(tmp_path, language)
    visit(desk, look, width=width)
    desk.close()
    wrong = [f"{kind}: {each}" for kind, several in found.items() for each in sorted(several)]
    assert not wrong, "\n".join(wrong)
