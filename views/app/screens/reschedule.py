"""Reschedule: another due moment for one task or several, in one tap where it is the usual."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, time

import flet as ft

from models.moment import Moment
from models.slips import moment_on
from services import tasks
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import apart, line_padding, sheet_title
from views.app.kit.calendar import MonthPicker
from views.app.kit.sheet import SheetOver, footed, stacked
from views.app.kit.states import show_reading
from views.app.kit.time_choice import TimeChoice
from views.app.overlays import MoveSeries
from views.app.query import use_query
from views.app.screens.reschedule_options import NEVER, Moves, moves_of, offers
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.words import sentence


@dataclass(frozen=True, slots=True)
class Moving:
    """The tasks to be moved: their dues by uid, and of a single one its title and moves.

    `is_series`: it repeats, so that the move could be for others too.
    """

    dues: tuple[tuple[str, Moment | None], ...]
    summary: str = ""
    is_missed: bool = False
    moves: Moves = NEVER
    is_series: bool = False


def read_moving(desk: Workspace, uids: tuple[str, ...]) -> Moving:
    """What the sheet says of these tasks."""
    lines = [tasks.line(desk, uid) for uid in uids]
    dues = tuple((line.uid, line.due) for line in lines)
    if len(lines) != 1:
        return Moving(dues)
    only = lines[0]
    is_missed = only.due_at is not None and only.due_at < desk.now() and not only.is_done
    moves = moves_of(tasks.history(desk, only.uid))
    is_series = bool(only.rrule) and not only.is_done
    return Moving(dues, only.summary, is_missed, moves, is_series)


def _move(desk: Workspace, dues: tuple[tuple[str, Moment | None], ...]) -> int:
    if len(dues) == 1:
        tasks.reschedule(desk, *dues[0])
    else:
        tasks.reschedule_each(desk, dict(dues))
    return len(dues)


@component
def RescheduleSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """The sheet of `Reschedule`."""
    reading = use_query(session, lambda desk: read_moving(desk, uids), uids)

    def draw(moving: Moving) -> ft.Control:
        return keyed("choices", Choices, session, moving)

    return SheetOver(
        session,
        session.words.say("Reschedule"),
        show_reading(session, reading, draw, rows=4),
        session.overlay.close,
        has_title=False,
        is_footed=True,
    )


@component
def Choices(session: AppSession, moving: Moving) -> ft.Control:
    """What the task is, the moments that are meant most, and behind Pick… any other."""
    say, dates = session.words.say, session.dates
    is_picking, set_picking = ft.use_state(False)
    now, zone = session.minute.now, dates.zone
    dues = dict(moving.dues)

    async def move(to: Mapping[str, Moment | None]) -> None:
        if moving.is_series:
            ((uid, due),) = to.items()
            session.overlay.open(MoveSeries(uid, moving.summary, due))
            return
        session.overlay.close()
        count = await session.act(_move, tuple(to.items()))
        if count is not None:
            text = action_text(session.words, "reschedule", moving.summary, count)
            moments = set(to.values())
            only = moments.pop() if len(moments) == 1 else None
            when = dates.spoken(only, now) if only else ""
            session.say(await session.told_move(text, *to, when=when), has_undo=True)

    async def pick(_: object) -> None:
        set_picking(True)

    parts: list[ft.Control] = [_head(session, moving)]
    if is_picking:
        own = keyed("own", OwnMoment, session, moving, move)
        return stacked([*parts, own], spacing=16)

    settings = session.settings
    offered = offers(dues, now, zone, settings.first_weekday, settings.slip_hour)

    def option(
        icon: ft.IconData,
        label: str,
        to: Mapping[str, Moment | None],
        *,
        is_today: bool = False,
        is_suggested: bool = False,
    ) -> ft.Control:
        async def chosen(_: object) -> None:
            await move(to)

        when = _when(session, to, is_today=is_today)
        return _option(icon, label, when, chosen, is_suggested=is_suggested)

    rows = [
        option(
            ft.Icons.WB_SUNNY_ROUNDED,
            say("Tomorrow morning"),
            offered.morning,
            is_suggested=True,
        )
    ]
    if offered.later is not None:
        rows.append(
            option(ft.Icons.UPDATE_ROUNDED, say("Later today"), offered.later, is_today=True)
        )
    if offered.same_time is not None:
        rows.append(
            option(ft.Icons.EVENT_REPEAT_ROUNDED, say("Tomorrow, same time"), offered.same_time)
        )
    rows.append(
        option(
            ft.Icons.DATE_RANGE_ROUNDED,
            session.words.say_in("list", "Next week"),
            offered.next_week,
        )
    )
    rows.append(_option(ft.Icons.CALENDAR_MONTH_ROUNDED, say("Pick…"), "", pick, has_more=True))
    if offered.can_clear:
        rows.append(
            option(ft.Icons.BACKSPACE_OUTLINED, say("Remove the date"), dict.fromkeys(dues))
        )
    parts.append(ft.Column(rows, spacing=8, tight=True))
    if moving.moves.count:
        parts.append(_moved_before(session, moving.moves))
    return footed(ft.Column(parts, spacing=16, tight=True))


def _head(session: AppSession, moving: Moving) -> ft.Control:
    words, dates, now = session.words, session.dates, session.minute.now
    due = moving.dues[0][1] if len(moving.dues) == 1 else None
    if len(moving.dues) > 1:
        over = words.say("Reschedule")
        title = words.count("{count} task", "{count} tasks", len(moving.dues))
    else:
        title = moving.summary
        if due is None:
            over = words.say("No date yet")
        elif moving.is_missed:
            over = words.say("Missed · was due {when}", when=dates.spoken(due, now))
        else:
            over = words.say("Due {when}", when=dates.spoken(due, now))
    quiet = ft.Text(over, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)
    return sheet_title(quiet, title)


def _when(session: AppSession, to: Mapping[str, Moment | None], *, is_today: bool) -> str:
    """The moment that an option leads to, where it is the same for all.

    It is told by its date, as the option's name says how near it is; of `is_today` by its time.
    """
    moments = set(to.values())
    only = moments.pop() if len(moments) == 1 else None
    if only is None:
        return ""
    dates = session.dates
    if is_today and only.time is not None:
        return dates.time(only.local(dates.zone))
    return dates.exact(only, session.minute.now)


def _option(
    icon: ft.IconData,
    label: str,
    when: str,
    on_click: Callable[[object], Awaitable[None]],
    *,
    is_suggested: bool = False,
    has_more: bool = False,
) -> ft.Control:
    """One way on, as a card; the suggested one is filled."""
    fill = ft.Colors.PRIMARY_CONTAINER if is_suggested else ft.Colors.SURFACE_CONTAINER
    ink = ft.Colors.ON_PRIMARY_CONTAINER if is_suggested else ft.Colors.ON_SURFACE
    quiet = ink if is_suggested else ft.Colors.ON_SURFACE_VARIANT
    name = ft.Text(label, style=theme.TASK, color=ink)
    if when:
        moment = ft.Text(
            sentence(when),
            style=theme.type_style(13.5, 700 if is_suggested else 600, is_tabular=True),
            color=quiet,
        )
        named = ft.Container(apart(name, moment), expand=True)
    else:
        named = ft.Container(name, expand=True)
    parts: list[ft.Control] = [ft.Icon(icon, size=22, color=ink), named]
    if has_more:
        parts.append(ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, size=22, color=quiet))
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(parts, spacing=14),
                padding=ft.Padding.symmetric(
                    horizontal=16,
                    vertical=line_padding(theme.BODY, 60 if is_suggested else 54),
                ),
                bgcolor=fill,
                border_radius=theme.RADIUS_CARD if is_suggested else theme.RADIUS_BANNER,
                ink=True,
                on_click=on_click,
            ),
        )
    )


def _moved_before(session: AppSession, moves: Moves) -> ft.Control:
    words = session.words
    today = session.dates.today(session.minute.now)
    text = (
        words.count(
            "Moved {count}× since {day}",
            "Moved {count}× since {day}",
            moves.count,
            day=session.dates.day_and_month(moves.first, today),
        )
        if moves.first
        else words.count("Moved {count}×", "Moved {count}×", moves.count)
    )
    return ft.Row(
        [
            ft.Icon(ft.Icons.HISTORY_ROUNDED, size=16, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=6,
    )


@component
def OwnMoment(
    session: AppSession,
    moving: Moving,
    on_move: Callable[[Mapping[str, Moment | None]], Awaitable[None]],
    *,
    can_be_past: bool = True,
) -> ft.Control:
    """A month and a time, and the button that takes them, `footed`."""
    dates = session.dates
    now, zone = session.minute.now, dates.zone
    due = moving.dues[0][1]
    day, set_day = ft.use_state(max(due.day(zone), dates.today(now)) if due else dates.today(now))
    at, set_at = ft.use_state(due.local(zone).time() if due and due.time is not None else None)

    async def choose_day(chosen: date | None) -> None:
        if chosen is not None:
            set_day(chosen)

    async def choose_time(chosen: time | None) -> None:
        set_at(chosen)

    async def take(_: object) -> None:
        await on_move({uid: moment_on(day, at, before, zone) for uid, before in moving.dues})

    said = dates.spoken(moment_on(day, at, due, zone), now)
    earliest = None if can_be_past else dates.today(now)
    return footed(
        ft.Column(
            [
                keyed("month", MonthPicker, session, day, choose_day, earliest=earliest),
                keyed("time", TimeChoice, session, at, choose_time),
            ],
            spacing=12,
            tight=True,
        ),
        ft.FilledButton(session.words.say("Move to {when}", when=said), on_click=take),
    )
