"""The month ahead: publishing slots to fill with ideas, and what each day holds.

Owns which month is shown and the recipe that a dropped idea is planned with.
"""

from __future__ import annotations

import calendar
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

import flet as ft

from models.lists import ListName
from models.recipe import Recipe
from models.task import TaskLine
from services import lists, recipes
from services.board import Board, board_between, put_on_slot, slot_moment
from services.built_in_recipes import USUAL
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.keys import KeyAction, use_keys
from views.app.kit.basics import MenuItem, Press, icon_button, menu_button
from views.app.kit.progress import progress_bar
from views.app.kit.states import show_reading
from views.app.observed import room_of
from views.app.overlays import BalanceMonth, FillSlot
from views.app.query import use_query
from views.app.screens.board_days import OnDrop, OnFill, ideas_tray, phone_days, week_rows
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.board_words import board_size, over_text

#: From this room on a month is a grid of weeks; under it a list of days.
GRID_FROM = 820
#: How many ideas the tray holds.
IDEAS = 30


@dataclass(frozen=True, slots=True)
class _Read:
    board: Board
    month: Board
    ideas: tuple[TaskLine, ...]
    recipes: tuple[Recipe, ...]


@component
def BoardScreen(session: AppSession, day: date | None) -> ft.Control:
    """The screen at `/plan/2026-12`; without a day the month after this one."""
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    minute, _ = ft.use_state(session.minute)
    chosen, choose = ft.use_state(USUAL)
    today = session.dates.today(minute.now)
    month = (day or _month_from(today, 1)).replace(day=1)
    room = room_of(frame, here)
    weeks = calendar.Calendar(session.dates.first_weekday).monthdatescalendar(
        month.year, month.month
    )
    language = session.words.language

    def read(desk: Workspace) -> _Read:
        return _read(desk, weeks[0][0], weeks[-1][-1], month, language)

    reading = use_query(session, read, month, language, session.dates.first_weekday)

    async def go(by: int) -> None:
        to = _month_from(month, by)
        if 1970 < to.year < 9000:
            await session.go(routes.plan_route(to.year, to.month))

    async def earlier() -> None:
        await go(-1)

    async def later() -> None:
        await go(1)

    async def to_timeline() -> None:
        await session.go(routes.month_route(month.year, month.month))

    say = session.words.say
    use_keys(
        session.keys,
        {
            "Left": KeyAction(say("Earlier"), earlier),
            "Right": KeyAction(say("Later"), later),
            "M": KeyAction(say("Month"), to_timeline),
        },
    )

    def draw(found: _Read) -> ft.Control:
        recipe = next((each for each in found.recipes if each.uid == chosen), None)

        async def drop(uid: str, on: date, at: datetime) -> None:
            due = slot_moment(session.workspace, on, at.time())
            placed = await session.act(put_on_slot, uid, due, recipe)
            if placed is not None:
                session.say(action_text(session.words, "plan", placed.summary), has_undo=True)

        def fill(on: date, at: datetime) -> Press:
            async def pressed(_: object) -> None:
                session.overlay.open(FillSlot(on, at.time(), chosen))

            return pressed

        return _body(session, found, weeks, month, room, drop, fill, choose, recipe)

    return ft.Column(
        [
            _head(session, month, room, earlier, later, to_timeline),
            ft.Container(show_reading(session, reading, draw, rows=6), expand=True),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _read(desk: Workspace, first: date, last: date, month: date, language: str) -> _Read:
    found = board_between(desk, first, last)
    own = tuple(day for day in found.days if day.day.month == month.month)
    ideas = lists.page(desk, ListName.NO_DATE, limit=IDEAS).lines
    return _Read(found, Board(own), ideas, recipes.recipes(desk, language))


def _month_from(day: date, by: int) -> date:
    index = day.year * 12 + day.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def _head(
    session: AppSession,
    month: date,
    room: int,
    earlier: Callable[[], Awaitable[None]],
    later: Callable[[], Awaitable[None]],
    to_timeline: Callable[[], Awaitable[None]],
) -> ft.Control:
    say = session.words.say

    async def back(_: object) -> None:
        await earlier()

    async def on(_: object) -> None:
        await later()

    async def leave(_: object) -> None:
        await to_timeline()

    is_wide = room >= GRID_FROM
    dates = session.dates
    name = dates.month_title(month.year, month.month) if is_wide else dates.month_name(month.month)
    is_large = session.frame.has_large_text
    title = ft.Semantics(
        header=True,
        container=True,
        expand=not is_large,
        content=ft.Text(
            say("Plan {month}", month=name),
            style=theme.PAGE_TITLE if is_wide else theme.CARD_TITLE,
            max_lines=2 if is_large else 1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
    )
    way_back = icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to the timeline"), leave)
    steps = [
        icon_button(ft.Icons.CHEVRON_LEFT_ROUNDED, say("Earlier"), back),
        icon_button(ft.Icons.CHEVRON_RIGHT_ROUNDED, say("Later"), on),
    ]
    head: ft.Control = ft.Row([way_back, title, *steps], spacing=4)
    if is_large:
        buttons = ft.Row([way_back, ft.Container(expand=True), *steps], spacing=4)
        under = ft.Container(title, padding=ft.Padding.only(left=12))
        head = ft.Column([buttons, under], spacing=0, tight=True)
    return ft.Container(
        head,
        padding=ft.Padding.only(left=8, right=12, top=12, bottom=0),
    )


def _body(
    session: AppSession,
    found: _Read,
    weeks: list[list[date]],
    month: date,
    room: int,
    drop: OnDrop,
    fill: OnFill,
    choose: Press,
    recipe: Recipe | None,
) -> ft.Control:
    is_grid = room >= GRID_FROM
    parts: list[ft.Control] = [_summary(session, found.month, month, found.recipes, recipe, choose)]
    if found.month.over:
        parts.append(_over(session, found.month, month))
    if is_grid:
        parts.append(ideas_tray(session, found.ideas, room))
        parts += week_rows(session, found.board, weeks, month, drop, fill)
    else:
        parts += phone_days(session, found.month, fill)
    return ft.Column(
        parts,
        spacing=10 if is_grid else 8,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _summary(
    session: AppSession,
    month: Board,
    day: date,
    every: tuple[Recipe, ...],
    recipe: Recipe | None,
    choose: Press,
) -> ft.Control:
    say = session.words.say

    def press(uid: str) -> Press:
        async def pressed(_: object) -> None:
            choose(uid)

        return pressed

    items = [
        MenuItem(each.name, press(each.uid), is_checked=recipe is each or None) for each in every
    ]
    items.append(MenuItem(say("No recipe"), press(""), is_checked=recipe is None or None))
    filled = ft.Column(
        [
            ft.Text(board_size(session.words, month), style=theme.META_STRONG),
            progress_bar(month.filled, month.slots, board_size(session.words, month)),
        ],
        spacing=6,
        tight=True,
        expand=True,
    )
    is_large = session.frame.has_large_text
    dropped: list[ft.Control] = [
        ft.Text(
            say("Recipe: {name}", name=recipe.name if recipe else say("none")),
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
            expand=is_large or None,
        ),
        menu_button(
            say("Recipe for what is dropped on a slot"), items, icon=ft.Icons.EVENT_REPEAT_ROUNDED
        ),
    ]
    whole: ft.Control = ft.Row([filled, *dropped], spacing=12)
    if is_large:
        whole = ft.Column([ft.Row([filled]), ft.Row(dropped, spacing=12)], spacing=0, tight=True)
    return ft.Container(
        whole,
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN),
        key=f"summary-{day}",
    )


def _over(session: AppSession, month: Board, day: date) -> ft.Control:
    async def suggest(_: object) -> None:
        session.overlay.open(BalanceMonth(day))

    text = over_text(session.words, len(month.over))
    told = ft.Row(
        [
            ft.Icon(
                ft.Icons.LOCAL_FIRE_DEPARTMENT_ROUNDED, size=20, color=ft.Colors.ON_ERROR_CONTAINER
            ),
            ft.Text(
                text,
                style=theme.LABEL,
                color=ft.Colors.ON_ERROR_CONTAINER,
                expand=True,
            ),
        ],
        spacing=10,
        expand=True,
    )
    button = ft.FilledButton(
        session.words.say("Suggest moves"),
        style=ft.ButtonStyle(bgcolor=ft.Colors.ON_ERROR_CONTAINER, color=ft.Colors.ERROR_CONTAINER),
        on_click=suggest,
    )
    return ft.Container(
        ft.Column([ft.Row([told]), button], spacing=0, tight=True)
        if session.frame.has_large_text
        else ft.Row([told, button], spacing=10),
        bgcolor=ft.Colors.ERROR_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=14, right=6, top=4, bottom=4),
        margin=ft.Margin.symmetric(horizontal=theme.PAGE_MARGIN),
    )
