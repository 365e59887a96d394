"""The days of the board: cells of a grid that ideas are dropped on, or rows to tap on a phone.

Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime

import flet as ft

from models.task import TaskLine
from services.board import Board, BoardDay, Slot
from views import theme
from views.app.kit.basics import Press
from views.app.kit.calendar import weekday_heads
from views.app.kit.states import empty_state
from views.app.session import AppSession
from views.text.board_words import free_text

#: Drops an idea: its uid, the day, and the slot's time on it.
OnDrop = Callable[[str, date, datetime], Awaitable[None]]
#: What tapping an empty slot does.
OnFill = Callable[[date, datetime], Press]
_GROUP = "idea"
#: Days of other months, and what is done, step back, and can still be read.
_OUTSIDE = 0.85
#: An idea is as wide as there is room for it in the line of all, between these.
_IDEA_NARROWEST, _IDEA_WIDEST = 190, 300
#: What stands before the ideas, and the gap between them.
_IDEAS_HEAD, _IDEAS_GAP = 60, 8


def ideas_tray(session: AppSession, ideas: Sequence[TaskLine], room: float) -> ft.Control:
    """Tasks without a date, to be dragged onto a slot, in a line in so much room."""
    say = session.words.say
    if not ideas:
        return ft.Container(
            ft.Text(
                say("Ideas without a date stand here, to be dragged onto a slot."),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
            ),
            padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=6),
        )
    head = ft.Text(
        say("Ideas"), style=theme.META_STRONG, color=ft.Colors.ON_SURFACE_VARIANT, no_wrap=True
    )
    each = (room - 2 * theme.PAGE_MARGIN - _IDEAS_HEAD) / len(ideas) - _IDEAS_GAP
    width = max(_IDEA_NARROWEST, min(_IDEA_WIDEST, each))
    return ft.Container(
        ft.Row(
            [head, *(_idea(session, line, width) for line in ideas)],
            spacing=_IDEAS_GAP,
            wrap=False,
            scroll=ft.ScrollMode.AUTO,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN),
    )


def _idea(session: AppSession, line: TaskLine, width: float) -> ft.Control:
    async def opened(_: object) -> None:
        await session.open_task(line.uid)

    def face() -> ft.Control:
        return ft.Container(
            ft.Row(
                [
                    ft.Icon(
                        ft.Icons.DRAG_INDICATOR_ROUNDED,
                        size=16,
                        color=ft.Colors.ON_SURFACE_VARIANT,
                    ),
                    ft.Text(
                        line.summary,
                        # The button's own name says it.
                        semantics_label="",
                        style=theme.LABEL,
                        max_lines=1,
                        overflow=ft.TextOverflow.ELLIPSIS,
                        expand=True,
                    ),
                ],
                spacing=4,
            ),
            width=width,
            height=theme.TOUCH,
            padding=ft.Padding.only(left=6, right=10),
            bgcolor=ft.Colors.SURFACE_CONTAINER,
            border_radius=theme.RADIUS_CHIP,
            ink=True,
            on_click=opened,
        )

    return ft.Draggable(
        group=_GROUP,
        data=line.uid,
        content=ft.MergeSemantics(
            ft.Semantics(
                label=session.words.say("{title}, without a date", title=line.summary),
                button=True,
                content=face(),
            )
        ),
        content_when_dragging=ft.Container(
            width=width,
            height=theme.TOUCH,
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
            border_radius=theme.RADIUS_CHIP,
        ),
        content_feedback=face(),
        key=f"idea-{line.uid}",
    )


def week_rows(
    session: AppSession,
    board: Board,
    weeks: Sequence[Sequence[date]],
    month: date,
    drop: OnDrop,
    fill: OnFill,
) -> list[ft.Control]:
    """The names of the weekdays, then a row of cells for each week."""
    by_day = {day.day: day for day in board.days}
    rows: list[ft.Control] = [weekday_heads(session, spacing=8)]
    for week in weeks:
        rows.append(
            ft.Row(
                [_cell(session, by_day[day], month, drop, fill) for day in week],
                spacing=8,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
        )
    return [
        ft.Container(row, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN))
        for row in rows
    ]


def _cell(
    session: AppSession, day: BoardDay, month: date, drop: OnDrop, fill: OnFill
) -> ft.Control:
    is_inside = day.day.month == month.month
    # What is said over the month counts its own days only.
    is_over = day.is_over and is_inside
    parts: list[ft.Control] = [_day_head(session, day, is_over=is_over)]
    for slot in day.slots:
        parts.append(_slot(session, day, slot, drop, fill))
    parts += [_published(session, line) for line in day.others]
    return ft.Container(
        ft.Column(parts, spacing=6, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=8,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW if day.is_working else None,
        border=ft.Border.all(1, ft.Colors.ERROR if is_over else ft.Colors.OUTLINE_VARIANT),
        border_radius=theme.RADIUS_BLOCK,
        opacity=1 if is_inside else _OUTSIDE,
        expand=True,
    )


def _day_head(session: AppSession, day: BoardDay, *, is_over: bool) -> ft.Control:
    is_today = day.day == session.dates.today(session.minute.now)
    number = ft.Text(
        str(day.day.day),
        style=theme.LABEL,
        color=ft.Colors.PRIMARY if is_today else ft.Colors.ON_SURFACE,
        semantics_label=session.dates.long_day(day.day),
    )
    note = free_text(
        session.dates, day, session.settings.holiday_country, session.settings.days_off
    )
    parts: list[ft.Control] = [number]
    if note:
        parts.append(
            ft.Text(
                note,
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
                max_lines=1,
                overflow=ft.TextOverflow.ELLIPSIS,
                expand=True,
            )
        )
    else:
        parts.append(ft.Container(expand=True))
    if day.load:
        parts.append(_load(session, day, is_over=is_over))
    return ft.Row(parts, spacing=6, height=22)


def _load(session: AppSession, day: BoardDay, *, is_over: bool) -> ft.Control:
    color = ft.Colors.ON_ERROR_CONTAINER if is_over else ft.Colors.ON_SURFACE_VARIANT
    return ft.Container(
        ft.Text(
            session.dates.load(day.load, day.capacity),
            style=theme.META,
            color=color,
            no_wrap=True,
        ),
        bgcolor=ft.Colors.ERROR_CONTAINER if is_over else None,
        border_radius=theme.RADIUS_CHIP,
        padding=ft.Padding.symmetric(horizontal=6),
    )


def _slot(session: AppSession, day: BoardDay, slot: Slot, drop: OnDrop, fill: OnFill) -> ft.Control:
    if slot.line is not None:
        return _published(session, slot.line)
    at = datetime.combine(day.day, slot.at)
    if slot.is_past:
        return _empty(session, day, slot, None)

    async def dropped(event: ft.DragTargetEvent) -> None:
        uid = event.src.data
        if isinstance(uid, str):
            await drop(uid, day.day, at)

    return ft.DragTarget(
        group=_GROUP,
        content=_empty(session, day, slot, fill(day.day, at)),
        on_accept=dropped,
        key=f"slot-{day.day}-{slot.at}",
    )


def _empty(session: AppSession, day: BoardDay, slot: Slot, on_click: Press | None) -> ft.Control:
    say, dates = session.words.say, session.dates
    at = dates.time(slot.at)
    text = say("{time} · empty", time=at) if on_click else say("{time} · past", time=at)
    face = ft.Container(
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.ADD_ROUNDED if on_click else ft.Icons.REMOVE_ROUNDED,
                    size=16,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                ),
                ft.Text(
                    text,
                    # The button's own name says it.
                    semantics_label="" if on_click else None,
                    style=theme.META_NUMBER,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    expand=True,
                ),
            ],
            spacing=4,
        ),
        height=theme.TOUCH,
        padding=ft.Padding.symmetric(horizontal=8),
        border=ft.Border.all(1.3, theme.AMBER if on_click else ft.Colors.OUTLINE_VARIANT),
        border_radius=theme.RADIUS_BLOCK,
        ink=on_click is not None,
        on_click=on_click,
    )
    if on_click is None:
        return face
    label = say("Fill the slot of {day}, {time}", day=dates.long_day(day.day), time=at)
    return ft.MergeSemantics(ft.Semantics(label=label, button=True, content=face))


def _published(session: AppSession, line: TaskLine) -> ft.Control:
    async def opened(_: object) -> None:
        await session.open_task(line.uid)

    at = session.dates.time(line.due_at) if line.due_at else ""
    facts = [at]
    if line.steps_total:
        facts.append(f"{line.steps_done}/{line.steps_total}")
    color = ft.Colors.ON_PRIMARY_CONTAINER
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Text(
                            line.summary,
                            style=theme.LABEL,
                            color=color,
                            max_lines=2,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                        ft.Text(" · ".join(facts), style=theme.META_NUMBER, color=color),
                    ],
                    spacing=0,
                    tight=True,
                ),
                padding=ft.Padding.symmetric(horizontal=10, vertical=7),
                bgcolor=ft.Colors.PRIMARY_CONTAINER,
                border_radius=theme.RADIUS_BLOCK,
                opacity=_OUTSIDE if line.is_done else 1,
                ink=True,
                on_click=opened,
            ),
        )
    )


def phone_days(session: AppSession, month: Board, fill: OnFill) -> list[ft.Control]:
    """A row for each day that has slots, something published, or work; its date at the side."""
    shown = [day for day in month.days if day.slots or day.others or day.load]
    if not shown:
        say = session.words.say
        return [
            empty_state(
                ft.Icons.CALENDAR_MONTH_ROUNDED,
                say("No slot in this month"),
                say("Choose days and times to publish at in Settings."),
            )
        ]
    return [_row(session, day, fill) for day in shown]


def _row(session: AppSession, day: BoardDay, fill: OnFill) -> ft.Control:
    async def nothing(_uid: str, _day: date, _at: datetime) -> None:
        """Nothing is dragged on a phone."""

    today = session.dates.today(session.minute.now)
    name = session.dates.short_day(day.day).split()
    date_side = ft.Container(
        ft.Semantics(
            label=session.dates.long_day(day.day, today),
            header=True,
            container=True,
            exclude_semantics=True,
            content=ft.Column(
                [
                    ft.Text(name[0], style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                    ft.Text(str(day.day.day), style=theme.SECTION),
                ],
                spacing=0,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        ),
        width=44 * max(1, session.frame.text_scale * 0.75),
    )
    parts = [_slot(session, day, slot, nothing, fill) for slot in day.slots]
    parts += [_published(session, line) for line in day.others]
    note = free_text(
        session.dates, day, session.settings.holiday_country, session.settings.days_off
    )
    facts: list[ft.Control] = []
    if note:
        facts.append(ft.Text(note, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    if day.load:
        facts.append(_load(session, day, is_over=day.is_over))
    if facts:
        parts.append(ft.Row(facts, spacing=8))
    return ft.Container(
        ft.Row(
            [
                date_side,
                ft.Column(
                    parts,
                    spacing=6,
                    tight=True,
                    expand=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
            ],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.only(left=12, right=theme.PAGE_MARGIN, top=2, bottom=2),
        key=f"day-{day.day}",
    )
