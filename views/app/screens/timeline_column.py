"""One day's column of hours: its layout, its blocks, and what touching them does.

Shared by the day and the week. Owns which gesture on a block, or beside one, does what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

import flet as ft

from models.moment import Moment
from models.task import TaskFields, TaskLine
from services.day_columns import Placed, lay_out
from services.day_layout import DayScale, Span, over_hours, shown_hours, spans_in
from views import theme
from views.app import routes
from views.app.boundary import keyed
from views.app.kit.basics import icon_button
from views.app.overlays import AddTask
from views.app.screens.timeline_block import SIDE, draw_block
from views.app.screens.timeline_doing import Doing
from views.app.screens.timeline_drag import GRIP_FROM
from views.app.screens.timeline_face import TONES, face_of_block
from views.app.screens.timeline_ghost import Ghost
from views.app.screens.timeline_grip import grip
from views.app.screens.timeline_measure import GAP, Measure
from views.app.screens.timeline_reading import Days
from views.app.session import AppSession

#: A block narrower than this can hardly be read.
NARROWEST = 88
#: From when on the hours of a free day are shown.
MORNING = time(8)


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
    text_scale: float = 1,
) -> tuple[Hours, ...]:
    """The days of `scales` laid out by the same hours.

    Args:
        now: aware; its hour is shown.
        hour: pixels of an hour.
        room: pixels that each of the days is wide.
        narrowest: pixels that a block is wide at least; further ones share a column.
        text_scale: how much larger than usual text is; hours grow with it.
    """
    spans: list[tuple[Span, ...]] = [spans_in(days.days, scale) for scale in scales]
    shown = [shown_hours(each, scale, now) for each, scale in zip(spans, scales, strict=True)]
    first, last = min(first for first, _ in shown), max(last for _, last in shown)
    measure = Measure(first, last, hour * text_scale, text_scale)
    limit = max(1, int(room // narrowest))
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
        minute = min(starts, default=days[0].scale.minute_of(MORNING) + 90)
    return max(0, measure.top(minute) - lead_in)


def column(
    session: AppSession,
    hours: Hours,
    at: int,
    now: datetime,
    room: float,
    doing: Doing,
) -> list[ft.Control]:
    """The blocks of a day, and under them the place where a tap plans something at that hour.

    A finger that comes down close to a block that is smaller than a finger means the block.

    Args:
        at: which of the days side by side it is.
        now: aware; says what is missed or soon.
        room: about as wide as it is.
    """

    async def open_block(placed: Placed) -> None:
        await _open(session, hours, placed)

    async def add(event: ft.TapEvent[ft.GestureDetector]) -> None:
        if event.local_position is not None:
            if event.kind is not ft.PointerDeviceType.MOUSE:
                at_x, at_y = event.local_position.x, event.local_position.y
                near = near_to(hours.placed, hours.measure, at_x, at_y, room)
                if near is not None:
                    await open_block(near)
                    return
            instant = hours.scale.instant_at(hours.measure.minute(event.local_position.y))
            due = Moment.at(instant, session.dates.zone.key)
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
        # A block that is wider below than above leaves room there for others, over it.
        *[
            _block(session, hours, each, at, now, room, doing)
            for each in sorted(hours.placed, key=lambda each: (each.low <= each.width, each.start))
        ],
        ft.Container(
            keyed("ghost", Ghost, session, doing.dragging, hours.scale, hours.measure),
            left=0,
            right=0,
            top=0,
            bottom=0,
            ignore_interactions=True,
        ),
    ]


def _block(
    session: AppSession,
    hours: Hours,
    placed: Placed,
    at: int,
    now: datetime,
    room: float,
    doing: Doing,
) -> ft.Control:
    measure, line = hours.measure, placed.span.line
    face = face_of_block(placed, session.dates, session.settings, now)
    height = _height(placed.start, placed.end, measure)

    async def open_block(_: str) -> None:
        await _open(session, hours, placed)

    async def focus(uid: str) -> None:
        doing.acts.chosen.uid = uid

    async def menu() -> None:
        await doing.acts.menu(line.uid)

    async def press_menu(_: object) -> None:
        await menu()

    def take(local: tuple[float, float], where: tuple[float, float], is_touch: bool) -> None:
        doing.dragging.take_block(
            line, at, measure.top(placed.start), height, local, where, is_touch=is_touch
        )

    def hold(content: ft.Control) -> ft.Control:
        return content if not face.uid else grip(content, doing.dragging, take, menu)

    drawn = draw_block(
        face,
        height,
        _window_height(placed, measure),
        room * placed.low / placed.columns - SIDE,
        open_block,
        focus,
        menu=icon_button(
            ft.Icons.MORE_VERT_ROUNDED,
            session.words.say("Menu of {title}", title=line.summary),
            press_menu,
            color=TONES[face.kind].word,
            size=20,
        )
        if face.uid
        else None,
        hold=hold,
        has_grip=bool(face.uid) and face.has_block and height >= GRIP_FROM and not line.is_done,
        is_selected=bool(face.uid) and face.uid in (doing.selected, doing.chosen),
        is_lifted=bool(face.uid) and face.uid == doing.lifted,
        text_scale=measure.text_scale,
        columns=(placed.width, placed.low),
    )
    return _at_its_place(placed, measure, height, drawn)


async def _open(session: AppSession, hours: Hours, placed: Placed) -> None:
    """What a block leads to: its task, or of several the day's agenda."""
    if placed.is_several:
        await session.go(routes.agenda_route(hours.scale.day))
    else:
        await session.open_task(placed.span.line.uid)


def near_to(
    placed: Sequence[Placed], measure: Measure, x: float, y: float, room: float
) -> Placed | None:
    """The block that a finger means in a column `room` wide: the nearest one within its reach."""

    def off(each: Placed) -> float:
        top, width = measure.top(each.start), room / each.columns
        left = each.column * width
        return max(
            _beyond(y, top, _height(each.start, each.end, measure)),
            _beyond(x, left, each.width * width),
        )

    nearest = min(placed, key=off, default=None)
    return nearest if nearest is not None and off(nearest) <= 0 else None


def _beyond(at: float, start: float, length: float) -> float:
    """How far outside of a finger's breadth around a length a place is; not positive inside."""
    around = max(0.0, theme.TOUCH - length) / 2
    return max(start - around - at, at - start - length - around)


def _height(start: int, end: int, measure: Measure) -> float:
    return max(measure.least_height, (end - start) * measure.hour / 60)


def _window_height(placed: Placed, measure: Measure) -> float:
    turn = placed.span.turn
    if placed.is_several or turn is None:
        return 0
    if turn >= placed.span.end:
        return _height(placed.start, placed.end, measure)
    return max(0, turn - placed.start) * measure.hour / 60


def _at_its_place(placed: Placed, measure: Measure, height: float, block: ft.Control) -> ft.Control:
    after = placed.columns - placed.column - placed.low
    cells: list[ft.Control] = []
    if placed.column:
        cells.append(ft.Container(expand=placed.column))
    cells.append(
        ft.Container(
            block,
            expand=placed.low,
            height=height - GAP,
            padding=ft.Padding.only(right=SIDE if after else 0),
        )
    )
    if after:
        cells.append(ft.Container(expand=after))
    key = "-".join((placed.span.line.uid, str(len(placed.spans))))
    return ft.Container(
        ft.Row(cells, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START),
        key=key,
        top=measure.top(placed.start) + GAP,
        left=0,
        right=0,
        height=height - GAP,
    )
