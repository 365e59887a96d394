"""Text at 200 % on a phone: nothing that holds words is cut off by a height, or squeezed away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from tests.rig.control_tree import names_of, walk
from tests.rig.flet_session import AppSession
from tests.rig.least_size import least_size
from tests.views.app.everywhere import example, visit
from views import theme

SCALE = 2
PHONE = 390
#: What words need at the least beside others: about eight letters.
ROOM = 110
#: About how wide a letter is, as a part of the type's size.
LETTER = 0.5
_BUTTONS = (ft.Button, ft.FilledButton, ft.FilledTonalButton, ft.OutlinedButton, ft.TextButton)


def texts_in(control: BaseControl) -> list[ft.Text]:
    """The words that are painted in it."""
    return [each for each, _ in walk(control) if isinstance(each, ft.Text) and each.value]


def about(control: BaseControl) -> float:
    """About how wide it is with large text, in pixels."""
    match control:
        case ft.Component():
            return about(control._b) if isinstance(control._b, BaseControl) else 0
        case ft.Text():
            size = (control.style.size if control.style else None) or 14
            return control.width or len(control.value) * size * LETTER * SCALE
        case ft.Row() if control.wrap or control.scroll:
            return max((about(each) for each in control.controls), default=0)
        case ft.Row():
            gaps = (control.spacing or 0) * max(0, len(control.controls) - 1)
            return gaps + sum(about(each) for each in control.controls)
        case ft.Column() | ft.Stack():
            return max((about(each) for each in control.controls), default=0)
        case _ if isinstance(control, _BUTTONS):
            words = control.content if isinstance(control.content, str) else ""
            return len(words) * 13.5 * LETTER * SCALE + 40
        case _:
            width = getattr(control, "width", None)
            content = getattr(control, "content", None)
            if isinstance(width, (int, float)):
                return width
            if isinstance(content, BaseControl):
                return about(content)
            return min(least_size(control).width, PHONE)


def squeezed(root: BaseControl) -> Iterator[str]:
    """Words that take what those beside them leave, where that is next to nothing."""
    for row, above in walk(root):
        if not isinstance(row, ft.Row) or row.wrap or row.scroll:
            continue
        growing = [each for each in row.controls if getattr(each, "expand", None)]
        words = [text.value for each in growing for text in texts_in(each) if len(text.value) > 8]
        if not words:
            continue
        rest = sum(about(each) for each in row.controls if each not in growing)
        if PHONE - 2 * theme.PAGE_MARGIN - rest < ROOM:
            yield f"{words[0][:40]} beside {' / '.join(sorted(names_of(row, above)))[:80]}"


def cut_off(root: BaseControl) -> Iterator[str]:
    """Buttons and boxes that are lower than the line of words in them."""
    for control, _ in walk(root):
        if not isinstance(control, (ft.Container, ft.Row, *_BUTTONS)):
            continue
        height = getattr(control, "height", None)
        if not isinstance(height, (int, float)) or not height:
            continue
        if isinstance(control, _BUTTONS):
            yield f"a button of {height}: {control.content}"
            continue
        for text in texts_in(control):
            size = (text.style.size if text.style else None) or 14
            if height < size * SCALE * 1.1:
                yield f"{text.value[:30]} in {height:.0f}"


@pytest.mark.parametrize("language", ["id", "en"])
def test_large_text_is_neither_cut_off_nor_squeezed(tmp_path: Path, language: str):
    found: set[str] = set()

    def look(where: str, app: AppSession) -> None:
        for check in (squeezed, cut_off):
            found.update(f"{where}: {check.__name__} {each}" for each in check(app.page))

    desk = example(tmp_path, language)
    visit(desk, look, width=PHONE, text_scale=SCALE)
    desk.close()
    assert not found, "\n".join(sorted(found))
