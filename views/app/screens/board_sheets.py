"""The sheets of the board: what fills a slot, and the moves that lighten full days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

import flet as ft

from models.lists import ListName
from models.recipe import Recipe
from models.task import TaskLine
from services import lists, recipes
from services.balance import Balance, DayAfter, SuggestedMove, apply_balance, balance
from services.board import add_on_slot, put_on_slot, slot_moment
from services.plans import Plan, preview_at
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, apart, column_of, line_padding, section_head
from views.app.kit.chips import list_chip
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.kit.states import show_reading
from views.app.query import Loaded, use_query
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.board_words import balance_text, move_text
from views.text.plan_words import plan_problems

#: How many ideas a slot offers.
_IDEAS = 20


@dataclass(frozen=True, slots=True)
class _Offered:
    recipes: tuple[Recipe, ...]
    ideas: tuple[TaskLine, ...]
    plan: Plan | None


@component
def FillSlotSheet(session: AppSession, day: date, at: time, recipe: str) -> ft.Control:
    """A recipe, an idea to put on the slot, or a field for a new one."""
    chosen, choose = ft.use_state(recipe)
    language = session.words.language

    def read(desk: Workspace) -> _Offered:
        every = recipes.recipes(desk, language)
        found = next((each for each in every if each.uid == chosen), None)
        due = slot_moment(desk, day, at)
        return _Offered(
            every,
            lists.page(desk, ListName.NO_DATE, limit=_IDEAS).lines,
            preview_at(desk, due, found) if found else None,
        )

    reading = use_query(session, read, day, at, chosen, language)

    def draw(offered: _Offered) -> ft.Control:
        return keyed("choices", _Choices, session, offered, day, at, chosen, choose)

    title = f"{session.dates.short_day(day)} · {session.dates.time(at)}"
    return SheetOver(
        session,
        title,
        show_reading(session, reading, draw, rows=4),
        session.overlay.close,
        over=session.words.say("Publishing slot"),
    )


@component
def _Choices(
    session: AppSession,
    offered: _Offered,
    day: date,
    at: time,
    chosen: str,
    choose: Press,
) -> ft.Control:
    say = session.words.say
    recipe = next((each for each in offered.recipes if each.uid == chosen), None)
    due = slot_moment(session.workspace, day, at)

    def press(uid: str) -> Press:
        async def pressed(_: object) -> None:
            choose(uid)

        return pressed

    async def said(summary: str) -> None:
        session.overlay.close()
        session.say(action_text(session.words, "plan", summary), has_undo=True)

    async def new(text: str) -> None:
        if text.strip():
            made = await session.act(add_on_slot, text, due, recipe)
            if made is not None:
                await said(made.summary)

    def put(line: TaskLine) -> Press:
        async def pressed(_: object) -> None:
            if await session.act(put_on_slot, line.uid, due, recipe) is not None:
                await said(line.summary)

        return pressed

    chips = [
        list_chip(each.name, None, each.uid == chosen, press(each.uid)) for each in offered.recipes
    ]
    chips.append(list_chip(say("Without steps"), None, recipe is None, press("")))
    parts: list[ft.Control] = [ft.Row(chips, spacing=8, run_spacing=0, wrap=True)]
    if offered.plan is not None:
        country = session.settings.holiday_country
        parts += [
            ft.Text(text, style=theme.META_STRONG, color=theme.MISSED)
            for text in plan_problems(session.dates, offered.plan, country)
        ]
    parts.append(
        keyed(
            "new",
            InlineField,
            session,
            say("New idea"),
            "",
            new,
            hint=say("What is published?"),
            clears=True,
            add=say("Add idea"),
        )
    )
    if offered.ideas:
        parts.append(section_head(say("Or one without a date"), is_quiet=True))
        parts += [_idea(line, put(line)) for line in offered.ideas]
    return column_of(parts, spacing=10)


def _idea(line: TaskLine, on_click: Press) -> ft.Control:
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Icon(
                            ft.Icons.LIGHTBULB_OUTLINE_ROUNDED,
                            size=20,
                            color=ft.Colors.PRIMARY,
                        ),
                        ft.Text(
                            line.summary,
                            style=theme.TASK,
                            max_lines=2,
                            overflow=ft.TextOverflow.ELLIPSIS,
                            expand=True,
                        ),
                    ],
                    spacing=12,
                ),
                padding=ft.Padding.symmetric(
                    horizontal=12, vertical=line_padding(theme.TASK, theme.TOUCH)
                ),
                bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
                border_radius=theme.RADIUS_BLOCK,
                ink=True,
                on_click=on_click,
            ),
        )
    )


@component
def BalanceSheet(session: AppSession, month: date) -> ft.Control:
    """The moves that are suggested for a month, what they change, and the button for them."""

    def read(desk: Workspace) -> Balance:
        return balance(desk, month.year, month.month)

    reading = use_query(session, read, month)

    return SheetOver(
        session,
        session.words.say("Lighten full days"),
        show_reading(session, reading, lambda found: _moves(session, found), rows=4),
        session.overlay.close,
        over=session.dates.month_title(month.year, month.month),
        foot=_foot(session, reading.value) if isinstance(reading, Loaded) else None,
    )


def _foot(session: AppSession, found: Balance) -> ft.Control | None:
    """The button that makes the moves, where there are any."""
    words = session.words
    if not found.moves:
        return None

    async def apply(_: object) -> None:
        count = await session.act(apply_balance, found.moves)
        if count is not None:
            session.overlay.close()
            said = action_text(words, "balance", found.moves[0].summary, count)
            session.say(said, has_undo=True)

    label = words.count("Move {count} task", "Move {count} tasks", len(found.moves))
    return ft.FilledButton(label, icon=ft.Icons.BALANCE_ROUNDED, on_click=apply)


def _moves(session: AppSession, found: Balance) -> ft.Control:
    words = session.words
    parts: list[ft.Control] = [
        ft.Text(balance_text(words, found), style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT)
    ]
    parts += [_move(session, move) for move in found.moves]
    if found.days:
        parts.append(section_head(words.say("Load after the moves"), is_quiet=True))
        parts += [_day(session, day) for day in found.days]
    return column_of(parts, spacing=10)


def _move(session: AppSession, move: SuggestedMove) -> ft.Control:
    work = session.dates.compact(move.work)
    quiet = ft.Colors.ON_SURFACE_VARIANT
    told: list[ft.Control] = [
        ft.Text(move.summary, style=theme.TASK, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS)
    ]
    if move.parent:
        arrow = ft.Icon(ft.Icons.SUBDIRECTORY_ARROW_RIGHT_ROUNDED, size=15, color=quiet)
        parent = ft.Text(
            move.parent,
            style=theme.META,
            color=quiet,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
        told.append(ft.Row([arrow, parent], spacing=4))
    told.append(
        ft.Text(f"{move_text(session.dates, move)} · {work}", style=theme.META_NUMBER, color=quiet)
    )
    return ft.MergeSemantics(
        ft.Container(
            ft.Column(
                told,
                spacing=0,
                tight=True,
            ),
            padding=ft.Padding.symmetric(horizontal=12, vertical=10),
            bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
            border_radius=theme.RADIUS_BLOCK,
        )
    )


def _day(session: AppSession, day: DayAfter) -> ft.Control:
    dates = session.dates
    is_over = day.after > day.capacity
    before = dates.compact(day.before) if day.before else session.words.number(0)
    return ft.MergeSemantics(
        apart(
            ft.Text(dates.short_day(day.day), style=theme.META),
            ft.Text(
                f"{before} → {dates.load(day.after, day.capacity)}",
                style=theme.META,
                color=theme.MISSED if is_over else ft.Colors.ON_SURFACE_VARIANT,
            ),
        )
    )
