"""The tray over the hours: tasks without a date, to be dragged to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from models.lists import ListName
from models.task import TaskLine
from services import lists
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.kit.chips import count_label
from views.app.query import Loaded, use_query
from views.app.screens.timeline_doing import Doing
from views.app.screens.timeline_drag import Point
from views.app.screens.timeline_grip import grip
from views.app.session import AppSession

#: Pixels of the tray, which stands right over the hours, and of a task in it.
HEIGHT, CHIP = 52, 36
#: The least and the most room for a task, and about what each letter of its title takes.
NARROW, WIDE, LETTER, AROUND = 120, 320, 7.6, 44
#: The most tasks that it holds; the list of those without a date has all.
LIMIT = 20


@dataclass(frozen=True, slots=True)
class Undated:
    """The first of the tasks without a date, and how many there are."""

    lines: tuple[TaskLine, ...]
    count: int


def read_undated(desk: Workspace) -> Undated:
    """What the tray holds."""
    found = lists.page(desk, ListName.NO_DATE, limit=LIMIT).lines
    count = lists.counts(desk)[ListName.NO_DATE] if len(found) == LIMIT else len(found)
    return Undated(found, count)


def use_tray(session: AppSession, doing: Doing, below: float = 0) -> list[ft.Control]:
    """The tray, to be drawn right over the hours; nothing when every task has a date.

    Args:
        below: pixels between it and the hours.
    """
    reading = use_query(session, read_undated)
    if not isinstance(reading, Loaded) or not reading.value.lines:
        return []
    undated = reading.value
    say = session.words.say

    async def show_all(_: object) -> None:
        await session.go(routes.todo_route(ListName.NO_DATE))

    head = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Text(
                    f"{say('Without a date')} · {count_label(undated.count)}",
                    style=theme.META_STRONG,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    no_wrap=True,
                ),
                height=theme.TOUCH,
                alignment=ft.Alignment.CENTER_LEFT,
                padding=ft.Padding.only(right=4),
                ink=True,
                border_radius=theme.RADIUS_CHIP,
                on_click=show_all,
            ),
        )
    )
    chips = _chips(session, undated.lines, doing, below)
    row = ft.Row(
        [head, *chips],
        spacing=8,
        scroll=ft.ScrollMode.HIDDEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        height=HEIGHT,
    )
    margin = ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN)
    return [ft.Container(row, height=HEIGHT, padding=margin)]


def _chips(
    session: AppSession, lines: Sequence[TaskLine], doing: Doing, below: float
) -> list[ft.Control]:
    return [_chip(session, line, doing, below) for line in lines]


def _chip(session: AppSession, line: TaskLine, doing: Doing, below: float) -> ft.Control:
    def take(local: Point, at: Point, _: bool) -> None:
        top = at[1] - local[1] - (HEIGHT - CHIP) / 2
        doing.dragging.take_from_tray(line, top + HEIGHT + below, at)

    async def menu() -> None:
        await doing.acts.menu(line.uid)

    async def pressed(_: object) -> None:
        await menu()

    face = ft.Container(
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.DRAG_INDICATOR_ROUNDED, size=16, color=ft.Colors.ON_SURFACE_VARIANT
                ),
                ft.Text(
                    line.summary,
                    style=theme.LABEL,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    semantics_label="",
                    expand=True,
                ),
            ],
            spacing=4,
        ),
        width=min(WIDE, max(NARROW, AROUND + LETTER * len(line.summary)))
        * session.frame.text_scale,
        height=CHIP,
        padding=ft.Padding.only(left=6, right=10),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        border_radius=theme.RADIUS_CHIP,
        opacity=0.4 if doing.lifted == line.uid else 1,
    )
    label = session.words.say("{title}, without a date", title=line.summary)
    return ft.MergeSemantics(
        ft.Semantics(
            label=label,
            button=True,
            content=ft.Container(
                grip(face, doing.dragging, take, menu),
                ink=True,
                on_click=pressed,
                border_radius=theme.RADIUS_CHIP,
                padding=ft.Padding.symmetric(vertical=(theme.TOUCH - CHIP) / 2),
            ),
        ),
        key=f"undated-{line.uid}",
    )
