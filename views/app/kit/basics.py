"""Small parts: named icon buttons, cards, section heads, menus, avatars.

Plain functions from values to controls; no state, no session. Every part that can be pressed
has a name that a screen reader says, and is at least 48 pixels each way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from views import theme

Press = Callable[[Any], Any]


def icon_button(
    icon: ft.IconData,
    label: str,
    on_click: Press,
    *,
    color: str = ft.Colors.ON_SURFACE,
    size: float = 24,
    is_selected: bool | None = None,
    is_expanded: bool | None = None,
) -> ft.Control:
    """An icon to press, 48 square; `label` is its tooltip and its name."""
    return ft.MergeSemantics(
        ft.Semantics(
            label=label,
            selected=is_selected,
            expanded=is_expanded,
            content=ft.IconButton(
                icon=icon,
                icon_size=size,
                icon_color=color,
                tooltip=ft.Tooltip(label, exclude_from_semantics=True),
                width=theme.TOUCH,
                height=theme.TOUCH,
                padding=0,
                on_click=on_click,
            ),
        )
    )


def card(
    content: ft.Control,
    *,
    color: str = ft.Colors.SURFACE_CONTAINER_LOW,
    padding: float = theme.CARD_PADDING,
    radius: float = theme.RADIUS_CARD,
    on_click: Press | None = None,
    label: str | None = None,
    width: float | None = None,
    expand: bool = False,
) -> ft.Control:
    """A tinted card without a shadow; with `on_click` a button, named by `label` or its texts."""
    box = ft.Container(
        content=content,
        bgcolor=color,
        padding=padding,
        border_radius=radius,
        width=width,
        expand=expand,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ink=on_click is not None,
        on_click=on_click,
    )
    if on_click is None:
        return box
    named = ft.Semantics(button=True, label=label, content=box, exclude_semantics=False)
    return ft.MergeSemantics(named, expand=expand)


def line_padding(style: ft.TextStyle, height: float) -> float:
    """What over and under one line of `style` makes it `height` pixels high.

    A height that is written down would cut the line off where the system's text is large.
    """
    return (height - (style.size or 0) * (style.height or 1)) / 2


def wider_press(
    part: ft.Control, on_click: Press, around: float, *, on_hold: Press | None = None
) -> ft.Control:
    """`part`, which can be pressed, taking presses `around` pixels over and under it too.

    Stands in a `ft.MergeSemantics`: to screen readers and keys there is but the one.
    """
    return ft.GestureDetector(
        ft.Container(part, padding=ft.Padding.symmetric(vertical=around)),
        on_tap=on_click,
        on_long_press=on_hold,
        mouse_cursor=ft.MouseCursor.CLICK,
        exclude_from_semantics=True,
    )


def column_of(parts: Sequence[ft.Control], spacing: float = theme.CARD_GAP) -> ft.Column:
    """Parts over one another, each as wide as all, and no higher than they are."""
    return ft.Column(
        list(parts),
        spacing=spacing,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def apart(start: ft.Control, end: ft.Control) -> ft.Control:
    """`start` and `end` at the two ends of a line; over one another where they do not fit.

    Neither may have `expand`: what stands in it is as wide as its words.
    """
    return ft.Row(
        [
            ft.Row(
                [start, end],
                wrap=True,
                spacing=8,
                run_spacing=0,
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
                expand=True,
            )
        ]
    )


def in_margin(part: ft.Control) -> ft.Control:
    """`part` between the page's margins."""
    return ft.Container(part, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN))


def section_head(
    title: str,
    *,
    note: str = "",
    trailing: ft.Control | None = None,
    is_quiet: bool = False,
) -> ft.Control:
    """A section's title, with a quiet note or a control at the end of the line.

    `is_quiet` is the smaller head between the groups of one list.
    """
    style = theme.OVERLINE if is_quiet else theme.SECTION
    color = ft.Colors.ON_SURFACE_VARIANT if is_quiet else ft.Colors.ON_SURFACE
    words = ft.Text(title, style=style, color=color, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS)
    name = ft.Semantics(header=True, container=True, content=words)
    end: list[ft.Control] = []
    if note:
        end.append(ft.Text(note, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    if trailing is not None:
        end.append(trailing)
    row = name
    if end:
        row = apart(name, end[0] if len(end) == 1 else ft.Row(end, spacing=8, tight=True))
    if not is_quiet:
        return row
    return ft.Container(row, padding=ft.Padding.only(top=14, bottom=4))


def page_title(title: str, *, over: str = "") -> ft.Control:
    """A page's title, with a line over it such as the day."""
    name = ft.Semantics(
        header=True, container=True, content=ft.Text(title, style=theme.PAGE_TITLE, max_lines=2)
    )
    if not over:
        return name
    return ft.Column(
        [ft.Text(over, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT), name],
        spacing=0,
        tight=True,
    )


def sheet_title(over: ft.Control, title: str) -> ft.Control:
    """The task that a sheet is about, under a quiet line of how it stands."""
    name = ft.Text(
        title,
        style=theme.type_style(22, 800, height=1.25, spacing=-0.2),
        max_lines=3,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    return ft.Column(
        [over, ft.Semantics(header=True, container=True, content=name)], spacing=0, tight=True
    )


def under_head(head: ft.Control, body: ft.Control) -> ft.Control:
    """A screen whose head begins and ends with buttons, and the body that fills the rest."""
    edge = theme.PAGE_MARGIN - 12
    return ft.Column(
        [
            ft.Container(head, padding=ft.Padding.only(left=edge, right=edge, top=12)),
            ft.Container(body, expand=True),
        ],
        spacing=4,
        expand=True,
    )


def marked(width: float) -> ft.Border | None:
    """The line at the edge of the row that the keyboard is at; none where `width` is 0."""
    return ft.Border.only(left=ft.BorderSide(width, ft.Colors.PRIMARY)) if width else None


#: By so much Material's checked items begin further in than ours with an icon.
_BESIDE_CHECKS = 7


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu; `has_rule` draws a line over it."""

    label: str
    on_click: Press
    icon: ft.IconData | None = None
    is_checked: bool | None = None
    is_danger: bool = False
    has_rule: bool = False


def menu_button(
    label: str,
    items: Sequence[MenuItem],
    *,
    icon: ft.IconData = ft.Icons.MORE_VERT_ROUNDED,
    color: str = ft.Colors.ON_SURFACE,
    on_toggle: Callable[[bool], None] | None = None,
) -> ft.Control:
    """A button, named by `label`, that opens a menu.

    Args:
        on_toggle: called with whether the menu is open, when that changes.
    """

    def opened(_: object) -> None:
        if on_toggle is not None:
            on_toggle(True)

    def closed(_: object) -> None:
        if on_toggle is not None:
            on_toggle(False)

    return ft.MergeSemantics(
        ft.Semantics(
            label=label,
            content=ft.PopupMenuButton(
                icon=icon,
                icon_color=color,
                tooltip=ft.Tooltip(label, exclude_from_semantics=True),
                menu_position=ft.PopupMenuPosition.UNDER,
                items=menu_lines(items),
                on_open=opened,
                on_select=closed,
                on_cancel=closed,
            ),
        )
    )


def menu_lines(items: Sequence[MenuItem]) -> list[ft.PopupMenuItem]:
    """A menu's lines, and the rules between them."""
    # Words stand in one column, beside checks and icons alike.
    has_checks = any(item.is_checked is not None for item in items)
    leading = _BESIDE_CHECKS if has_checks else 0
    lines: list[ft.PopupMenuItem] = []
    for item in items:
        line = _menu_line(item, leading)
        lines += [ft.PopupMenuItem(), line] if item.has_rule else [line]
    return lines


def _menu_line(item: MenuItem, leading: int) -> ft.PopupMenuItem:
    color = ft.Colors.ERROR if item.is_danger else ft.Colors.ON_SURFACE
    if item.icon is None:
        style = theme.BODY.copy(color=color) if item.is_danger else None
        return ft.PopupMenuItem(
            item.label, label_text_style=style, checked=item.is_checked, on_click=item.on_click
        )
    # Flet's own line with an icon lets long words run out of the menu.
    words = ft.Text(item.label, style=theme.BODY, color=color, expand=True, expand_loose=True)
    return ft.PopupMenuItem(
        content=ft.Row(
            [ft.Icon(item.icon, size=20, color=color), words], spacing=12 + leading, tight=True
        ),
        checked=item.is_checked,
        on_click=item.on_click,
    )


def avatar(
    name: str,
    *,
    label: str = "",
    on_click: Press | None = None,
    size: float = 40,
    color: str = ft.Colors.TERTIARY_CONTAINER,
    on_color: str = ft.Colors.ON_TERTIARY_CONTAINER,
) -> ft.Control:
    """A person as a round initial; with `on_click` a button named `label`."""
    initial = name.strip()[:1].upper()
    mark: ft.Control = (
        ft.Text(
            initial,
            style=theme.type_style(size * 0.36, 700),
            color=on_color,
            semantics_label="" if on_click is not None else None,
        )
        if initial
        else ft.Icon(ft.Icons.PERSON_ROUNDED, size=size * 0.55, color=on_color)
    )
    face = ft.Container(
        content=mark,
        width=size,
        height=size,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=color,
        alignment=ft.Alignment.CENTER,
    )
    if on_click is None:
        return face
    return ft.Semantics(
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            content=face,
            width=max(theme.TOUCH, size),
            height=max(theme.TOUCH, size),
            alignment=ft.Alignment.CENTER,
            border_radius=theme.TOUCH,
            ink=True,
            tooltip=ft.Tooltip(label, exclude_from_semantics=True),
            on_click=on_click,
        ),
    )
