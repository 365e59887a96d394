"""Sheets: as high as what stands in them, and their main button in sight however long they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from tests.rig.control_tree import names_of, walk
from tests.rig.flet_session import AppSession
from tests.views.app.everywhere import example, visit

PHONE = 390
DESKTOP = 1440


def scrolled_away(root: BaseControl) -> Iterator[str]:
    """Main buttons of an open sheet that scroll with what stands over them."""
    for control, above in walk(root):
        if not isinstance(control, ft.FilledButton):
            continue
        sheet = next((at for at, each in enumerate(above) if isinstance(each, ft.DialogControl)), 0)
        if sheet and any(getattr(each, "scroll", None) for each in above[sheet:]):
            yield " / ".join(sorted(names_of(control, above)))


def unmeasured(root: BaseControl) -> Iterator[str]:
    """What in an open sheet the client cannot say the height of before it is drawn."""
    lazy = (ft.ListView, ft.GridView, ft.ReorderableListView, ft.ResponsiveRow, ft.Markdown)
    for control, above in walk(root):
        if isinstance(control, lazy) and any(
            isinstance(each, ft.Row) and each.intrinsic_height for each in above
        ):
            yield type(control).__name__


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_main_button_of_a_sheet_stays_in_sight(tmp_path: Path, width: float):
    found: set[str] = set()

    def look(where: str, app: AppSession) -> None:
        for check in (scrolled_away, unmeasured):
            found.update(f"{where}: {check.__name__} {each}" for each in check(app.page))

    desk = example(tmp_path, "en")
    visit(desk, look, width=width)
    desk.close()
    assert not found, "\n".join(sorted(found))
