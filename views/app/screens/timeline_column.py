"""One day's column of hours: its layout, its blocks, and what touching them does.

Shared by the day and the week. Owns which gesture on a block, or beside one, does what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import flet as ft

from models.moment import Moment
from models.task import TaskFields, TaskLine
from services.day_columns import Placed, lay_out
from services.day_layout import DayScale, Span, over_hours, shown_hours, spans_in
from views.app import routes
from views.app.overlays import AddTask, Reschedule
from views.app.screens.timeline_block import OnBlock
from views.app.screens.timeline_grid import Measure, blocks
from views.app.screens.timeline_reading import Days
from views.app.session import AppSession

#: A block narrower than this can hardly be read.
NARROWEST = 88


@dataclass(frozen=True, slots=True)
class Hours:
    """A day laid out: what is over the hours, the blocks, and the hours that hold them."""

    over: tuple[TaskLine, ...]
    placed: tuple[Placed, ...]
    measure: Measure
    scale: DayScale


def hours_of(
    days: Days,
    scales: Sequence[DayScale],
    now: datetime,
    hour: float,
    room: float,
    *,
    narrowest: float = NARROWEST,
) -> tuple[Hours, ...]:
    """The days of `scales` laid out by the same hours.

    Args:
        now: aware; its hour is shown.
        hour: pixels of an hour.
        room: pixels that each of the days is wide.
        narrowest: pixels that a block is wide at least; further ones share a column.
    """
    spans: list[tuple[Span, ...]] = [spans_in(days.days, scale) for scale in scales]
    shown = [shown_hours(each, scale, now) for each, scale in zip(spans, scales, strict=True)]
    measure = Measure(min(first for first, _ in shown), max(last for _, last in shown), hour)
    limit = max(2, int(room // narrowest))
    return tuple(
        Hours(
            over_hours(days.days, scale),
            lay_out(each, scale.length, least=measure.least, limit=limit),
            measure,
            scale,
        )
        for each, scale in zip(spans, scales, strict=True)
    )


def scroll_target(days: Sequence[Hours], now: datetime, lead_in: float) -> float:
    """How far to scroll: to now where it is shown, else to the first block, less `lead_in`."""
    measure = days[0].measure
    here = next((each for each in days if each.scale.holds(now)), None)
    if here is not None:
        minute = here.scale.minute(now)
    else:
        starts = (each.start for day in days for each in day.placed)
        minute = min(starts, default=measure.first)
    return max(0, measure.top(minute) - lead_in)


def column(
    session: AppSession, hours: Hours, now: datetime, room: float, selected: str
) -> list[ft.Control]:
    """The blocks of a day, and under them the place where a tap plans something at that hour."""
    open_block, hold_block = _gestures(session, hours.scale.day)

    async def add(event: ft.TapEvent[ft.GestureDetector]) -> None:
        if event.local_position is not None:
            at = hours.scale.instant_at(hours.measure.minute(event.local_position.y))
            due = Moment.at(at, session.dates.zone.key)
            session.overlay.open(AddTask(TaskFields(due=due)))

    return [
        ft.GestureDetector(
            ft.Container(bgcolor=ft.Colors.TRANSPARENT),
            left=0,
            right=0,
            top=0,
            bottom=0,
            on_tap_up=add,
            exclude_from_semantics=True,
        ),
        *blocks(
            hours.placed,
            hours.measure,
            session.dates,
            session.settings,
            now,
            room,
            open_block,
            hold_block,
            selected=selected,
        ),
    ]


def _gestures(session: AppSession, day: date) -> tuple[OnBlock, OnBlock]:
    async def open_block(uid: str) -> None:
        if uid:
            await session.open_task(uid)
        else:
            await session.go(routes.agenda_route(day))

    async def hold_block(uid: str) -> None:
        session.overlay.open(Reschedule((uid,)))

    return open_block, hold_block
