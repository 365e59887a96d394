"""How settings are laid out: a titled card of rows, each a name, a line on it, and a control."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views import theme
from views.app.kit.basics import Press

#: Pixels over the words of a row, and around a control beside them, which is as high as a finger.
_OVER, _AROUND = 14, 6
#: What an icon button has beside its icon.
ICON_INSET = (theme.TOUCH - 24) / 2


def group(title: str, rows: Sequence[ft.Control]) -> ft.Control:
    """A section: its title over a card with a line between the rows."""
    lined: list[ft.Control] = []
    for row in rows:
        if lined:
            lined.append(
                ft.Divider(
                    height=1,
                    leading_indent=theme.CARD_PADDING,
                    trailing_indent=theme.CARD_PADDING,
                )
            )
        lined.append(row)
    return ft.Column(
        [
            ft.Container(
                ft.Semantics(
                    header=True,
                    container=True,
                    content=ft.Text(title, style=theme.OVERLINE, color=ft.Colors.PRIMARY),
                ),
                padding=ft.Padding.only(left=4),
            ),
            ft.Container(
                ft.Column(
                    lined,
                    spacing=0,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
                border_radius=theme.RADIUS_CARD,
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def setting(title: str, control: ft.Control, *, line: str = "", inset: float = 0) -> ft.Control:
    """A setting whose control stands under its name.

    `inset` is what the control's end has around what is seen of it, as in `setting_beside`.
    """
    return ft.Container(
        key=ft.ScrollKey(title),
        content=ft.Column(
            [_words(title, line), control],
            spacing=6,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(
            left=theme.CARD_PADDING, right=theme.CARD_PADDING - inset, top=_OVER, bottom=10
        ),
    )


def setting_beside(
    title: str,
    control: ft.Control,
    *,
    line: str = "",
    is_stacked: bool = False,
    inset: float = 0,
) -> ft.Control:
    """A setting whose small control stands at the end of its line, or under it if `is_stacked`.

    Args:
        inset: pixels that the control has at its end around what is seen of it: with it, what is
            seen ends where the other controls of the card do.
    """
    words = ft.Container(
        _words(title, line), padding=ft.Padding.symmetric(vertical=_OVER - _AROUND)
    )
    if not is_stacked:
        words.expand = True
    return ft.Container(
        key=ft.ScrollKey(title),
        content=ft.Column([words, control], spacing=0, tight=True)
        if is_stacked
        else ft.Row([words, control], spacing=12),
        padding=ft.Padding.only(
            left=theme.CARD_PADDING,
            right=theme.CARD_PADDING - inset,
            top=_AROUND,
            bottom=_AROUND,
        ),
    )


def way(
    icon: ft.IconData, title: str, on_click: Press, *, line: str = "", value: str = ""
) -> ft.Control:
    """A row to press, that leads somewhere or does something."""
    parts: list[ft.Control] = [
        ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE_VARIANT),
        ft.Container(_words(title, line), expand=True),
    ]
    if value:
        parts.append(ft.Text(value, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    parts.append(
        ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, size=22, color=ft.Colors.ON_SURFACE_VARIANT)
    )
    return ft.MergeSemantics(
        key=ft.ScrollKey(title),
        content=ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(parts, spacing=14),
                padding=ft.Padding.only(left=theme.CARD_PADDING, right=12, top=13, bottom=13),
                ink=True,
                on_click=on_click,
            ),
        ),
    )


def _words(title: str, line: str) -> ft.Control:
    texts: list[ft.Control] = [ft.Text(title, style=theme.TASK)]
    if line:
        texts.append(ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    return ft.Column(texts, spacing=1, tight=True)
