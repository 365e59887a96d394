"""A step as a row: a small check, its title, and when it is due. Must know no service."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import Press, icon_button
from views.app.kit.check import check_ring
from views.app.kit.task_row import OnCheck, OnTask


@component
def StepRow(
    uid: str,
    title: str,
    is_done: bool,
    on_check: OnCheck,
    on_open: OnTask,
    note: str = "",
    note_color: str = ft.Colors.ON_SURFACE_VARIANT,
    when_label: str = "",
    on_when: OnTask | None = None,
    is_stacked: bool = False,
) -> ft.Control:
    """A step of a task: a small check, its title, and a note at the end such as its offset.

    Args:
        on_when: tap on the note, named `when_label`, or on the clock that stands in its place.
        is_stacked: the note stands under the title, as large text needs it.
    """

    async def checked(_: object) -> None:
        await on_check(uid, not is_done)

    async def opened(_: object) -> None:
        await on_open(uid)

    async def timed(_: object) -> None:
        if on_when is not None:
            await on_when(uid)

    color = ft.Colors.ON_SURFACE_VARIANT if is_done else ft.Colors.ON_SURFACE
    end = ft.Text(note, style=theme.META_NUMBER, color=note_color)
    when = [_when(end if note else None, note, when_label, timed, is_stacked)] if on_when else []
    words = ft.Text(
        title,
        style=theme.type_style(14, 500, is_struck=is_done),
        color=color,
        expand=True,
        max_lines=4 if is_stacked else 2,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    face = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row([words, *([end] if on_when is None and not is_stacked else [])], spacing=8),
                padding=ft.Padding.symmetric(vertical=15, horizontal=4),
                ink=True,
                border_radius=theme.RADIUS_CHIP,
                on_click=opened,
            ),
        ),
        expand=True,
    )
    beside: list[ft.Control] = [face, *when]
    if is_stacked:
        under = when if when else [ft.Container(end, padding=ft.Padding.only(left=4, bottom=12))]
        beside = [
            ft.Column(
                [ft.Row([face]), *(under if note or when else [])],
                spacing=0,
                tight=True,
                expand=True,
            )
        ]
    return ft.Row(
        [check_ring(title, is_done, 0, checked, size=18), *beside],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START
        if is_stacked
        else ft.CrossAxisAlignment.CENTER,
    )


def _when(
    note: ft.Control | None, said: str, label: str, on_click: Press, is_stacked: bool
) -> ft.Control:
    """What opens when a step is due: its note, else a clock."""
    quiet = ft.Colors.ON_SURFACE_VARIANT
    if note is None:
        return icon_button(ft.Icons.MORE_TIME_ROUNDED, label, on_click, color=quiet, size=18)
    press = ft.Container(
        ft.Semantics(exclude_semantics=True, content=note),
        height=theme.TOUCH,
        alignment=ft.Alignment.CENTER_LEFT if is_stacked else ft.Alignment.CENTER_RIGHT,
        padding=ft.Padding.symmetric(horizontal=4 if is_stacked else 8),
        border_radius=theme.RADIUS_CHIP,
        ink=True,
        on_click=on_click,
    )
    return ft.MergeSemantics(ft.Semantics(label=f"{label}: {said}", button=True, content=press))
