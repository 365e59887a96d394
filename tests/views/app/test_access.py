"""Whatever can be pressed is large enough for a finger and has a name, everywhere in the app."""

from __future__ import annotations

from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from tests.rig.control_tree import names_of, walk
from tests.rig.control_tree import Path as Above
from tests.rig.flet_session import AppSession
from tests.rig.least_size import least_size
from tests.views.app.everywhere import example, visit
from views import theme

PHONE = 390
DESKTOP = 1440
_PRESSES = ("on_click", "on_tap")
#: Drawn to the scale of the hours, so that they may be low: the agenda has each as a full row.
_TO_SCALE = {f"views.app.screens.timeline_{part}" for part in ("block", "over", "column")}


def pressable(root: BaseControl) -> list[tuple[BaseControl, Above]]:
    """What takes a press, outermost only where one stands in the other to widen it."""
    found = [
        (control, above)
        for control, above in walk(root)
        if any(getattr(control, event, None) for event in _PRESSES)
    ]
    return found


def _handler_of(control: BaseControl) -> str:
    """The module that takes the press."""
    handlers = (getattr(control, event, None) for event in _PRESSES)
    return next(each.__module__ for each in handlers if each)


def named(control: BaseControl, above: Above) -> str:
    return " / ".join(sorted(names_of(control, above)))[:60]


@pytest.mark.parametrize(("language", "width"), [("id", PHONE), ("en", DESKTOP)])
def test_whatever_can_be_pressed_is_large_enough_and_has_a_name(
    tmp_path: Path, language: str, width: float
):
    small: set[str] = set()
    nameless: set[str] = set()

    def look(where: str, app: AppSession) -> None:
        for control, above in pressable(app.page):
            name = named(control, above)
            if not name:
                nameless.add(f"{where}: {control}")
            if _handler_of(control) in _TO_SCALE:
                continue
            if any(isinstance(each, ft.GestureDetector) and each.on_tap for each in above):
                continue  # what stands around it takes the press too
            size = least_size(control, above)
            if min(size) < theme.TOUCH:
                place = f"{size.width:.0f}×{size.height:.0f} {type(control).__name__}"
                small.add(f"{where}: {place} {name}")

    desk = example(tmp_path, language)
    visit(desk, look, width=width)
    desk.close()
    assert not nameless, "\n".join(sorted(nameless))
    assert not small, "\n".join(sorted(small))
