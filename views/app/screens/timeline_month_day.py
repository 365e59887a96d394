"""One day of a month: its dots or titles, its load, and its empty slot to publish in.

The slots are those of `services.board`, in the month ahead; of several the first empty one is
shown, the next when that is filled. Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import flet as ft

from models.due_line import DueLine
from models.fullness import Fullness
from models.moment import Moment
from models.workdays import holiday_name
from services.built_in_recipes import USUAL
from views import theme
from views.app import routes
from views.app.overlays import FillSlot
from views.app.screens.timeline_face import TONES, BlockKind, kind_of
from views.app.screens.timeline_reading import Month
from views.app.screens.timeline_shown import Shown
from views.app.screens.timeline_strip import capacity_on, fullness_on
from views.app.session import AppSession

HEAD, TITLE = 34, 21
#: The most dots of a day; what is missed comes first, what is done last.
DOTS = 5
_RANK = {BlockKind.MISSED: 0, BlockKind.PUBLISH: 1, BlockKind.DONE: 3}


def dot(kind: BlockKind) -> ft.Control:
    """A task as a dot: missed ones are square, done ones hollow."""
    color = {
        BlockKind.MISSED: theme.MISSED,
        BlockKind.DONE: ft.Colors.OUTLINE,
        BlockKind.SOON: theme.SOON,
        BlockKind.PEOPLE: theme.SOON,
    }.get(kind, theme.DONE)
    is_done = kind is BlockKind.DONE
    return ft.Container(
        width=6,
        height=6,
        border_radius=1 if kind is BlockKind.MISSED else 3,
        bgcolor=None if is_done else color,
        border=ft.Border.all(1.2, color) if is_done else None,
    )


def _dots(kinds: Sequence[BlockKind]) -> ft.Control:
    first = sorted(kinds, key=lambda kind: _RANK.get(kind, 2))[:DOTS]
    return ft.Row([dot(kind) for kind in first], spacing=2, alignment=ft.MainAxisAlignment.CENTER)


def hollow(content: ft.Control) -> ft.Control:
    """The outline of an empty slot around `content`."""
    return ft.Container(content, border=ft.Border.all(1.3, theme.AMBER), border_radius=6)


def empty_slot(session: AppSession, month: Month, day: date, now: datetime) -> Moment | None:
    """The first slot of a day that is to be filled."""
    ahead = (slot for slot in month.slots.get(day, ()) if slot.instant(session.dates.zone) >= now)
    return next(ahead, None)


def day_cell(
    session: AppSession,
    shown: Shown,
    day: date,
    month: Month,
    now: datetime,
    has_titles: bool,
    height: float,
) -> ft.Control:
    """One day of the month, `height` high; it leads to the day, its slot to a new task."""
    lines = month.on(day)
    is_inside = day.month == shown.day.month
    scale = session.frame.text_scale
    full = fullness_on(session, month, day)
    load = month.load_on(day)
    empty = empty_slot(session, month, day, now)
    # Beside titles the slot stands in the line of the number, and its touch reaches below it.
    low = theme.TOUCH * max(1, scale * 0.8)
    rest = height - low if empty is not None and not has_titles else height

    async def opened(_: object) -> None:
        await session.go(routes.TIMELINE if day == shown.today else routes.day_route(day))

    kinds = [kind_of(line, now) for line in lines]
    holiday = _holiday(session, month, day)
    parts: list[ft.Control] = [
        _number(day, shown.today, is_inside, has_titles, scale, holiday=holiday)
    ]
    bar = _load_bar(load, capacity_on(session, day), full)
    if has_titles:
        fits = max(0, int((rest - HEAD * scale - 10) // (TITLE * scale)))
        parts.extend(_titles(session, lines, kinds, fits))
        parts += [ft.Container(expand=True), bar]
    else:
        # Right under the dots: a slot takes the foot of some days.
        parts += [_dots(kinds), ft.Container(bar, padding=ft.Padding.only(top=4))]
    face = ft.MergeSemantics(
        ft.Semantics(
            label=_spoken(session, shown, day, month, kinds, holiday),
            button=True,
            selected=day == shown.today or None,
            content=ft.Container(
                ft.Semantics(
                    exclude_semantics=True,
                    content=ft.Column(
                        parts, spacing=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
                    ),
                ),
                height=rest - 1,
                padding=ft.Padding.all(4 if has_titles else 3),
                ink=True,
                on_click=opened,
            ),
        )
    )
    slot = [_slot(session, empty, has_titles, low)] if empty is not None else []
    if has_titles:
        whole: ft.Control = ft.Stack(
            [ft.Container(face, left=0, right=0, top=0, bottom=0), *slot], expand=True
        )
    else:
        whole = ft.Column(
            [face, *slot], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
    return ft.Container(
        whole,
        height=height,
        border=ft.Border.only(top=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
        opacity=1 if is_inside else theme.OUTSIDE,
        expand=True,
    )


def _spoken(
    session: AppSession,
    shown: Shown,
    day: date,
    month: Month,
    kinds: Sequence[BlockKind],
    holiday: str,
) -> str:
    words, load = session.words, month.load_on(day)
    is_over = fullness_on(session, month, day) is Fullness.OVER
    parts = [
        session.dates.long_day(day, shown.today),
        words.count("{count} task", "{count} tasks", len(kinds)),
    ]
    if holiday:
        parts.insert(1, holiday)
    for kind, name in (
        (BlockKind.MISSED, words.say("missed")),
        (BlockKind.DONE, words.say("done")),
    ):
        if count := kinds.count(kind):
            parts.append(f"{count} {name}")
    if load:
        parts.append(session.dates.load(load, capacity_on(session, day)))
    if is_over:
        parts.append(words.say("too much for one day"))
    return ", ".join(parts)


def _holiday(session: AppSession, month: Month, day: date) -> str:
    """The name of the public holiday that a day is; empty for other days."""
    if day not in month.holidays:
        return ""
    return holiday_name(session.settings.holiday_country, day, session.words.language) or ""


def _slot(session: AppSession, due: Moment, has_titles: bool, low: float) -> ft.Control:
    """An empty slot, `low` pixels high, to be filled by a tap."""
    dates, scale = session.dates, session.frame.text_scale
    at = due.time
    assert at is not None

    async def add(_: object) -> None:
        session.overlay.open(FillSlot(due.date, at, USUAL))

    words: list[ft.Control] = [
        ft.Icon(ft.Icons.ADD_ROUNDED, size=13, color=theme.AMBER),
        ft.Text(
            dates.time(at),
            style=theme.type_style(11 if has_titles else min(11, 14 / scale), 600, is_tabular=True),
            color=ft.Colors.ON_SURFACE_VARIANT,
            no_wrap=True,
            semantics_label="",
        ),
    ]
    mark = hollow(
        ft.Container(
            ft.Row(
                words if has_titles else words[1:],
                spacing=2,
                tight=True,
                alignment=ft.MainAxisAlignment.CENTER,
            ),
            height=24 * scale,
            padding=ft.Padding.symmetric(horizontal=6 if has_titles else 3 if scale == 1 else 0),
        )
    )
    spoken = session.words.say(
        "Empty slot {when}", when=f"{dates.long_day(due.date)} {dates.time(at)}"
    )
    button = ft.MergeSemantics(
        ft.Semantics(
            label=spoken,
            button=True,
            content=ft.Container(
                mark,
                height=low,
                alignment=ft.Alignment.TOP_RIGHT if has_titles else ft.Alignment.CENTER,
                padding=ft.Padding.only(top=5, right=4) if has_titles else 0,
                border_radius=theme.RADIUS_CHIP,
                ink=True,
                on_click=add,
            ),
        )
    )
    return ft.Container(button, right=0, top=0, width=84 * scale) if has_titles else button


def _number(
    day: date,
    today: date,
    is_inside: bool,
    has_titles: bool,
    scale: float,
    *,
    holiday: str = "",
) -> ft.Control:
    """The day's number; a holiday's is quieter, with its name beside it where there is room."""
    is_today = day == today
    quiet = ft.Colors.ON_SURFACE_VARIANT
    text = ft.Text(
        str(day.day),
        style=theme.type_style(14, 700 if is_inside and not holiday else 500, is_tabular=True),
        color=ft.Colors.ON_PRIMARY if is_today else quiet if holiday else ft.Colors.ON_SURFACE,
    )
    if not is_today and not has_titles:
        return ft.Container(text, height=26 * scale, alignment=ft.Alignment.CENTER)
    mark = ft.Container(
        text,
        width=min(44, 30 * scale),
        height=26 * scale,
        border_radius=13 * scale,
        alignment=ft.Alignment.CENTER,
        bgcolor=ft.Colors.PRIMARY if is_today else None,
    )
    parts: list[ft.Control] = [mark]
    if has_titles and holiday:
        parts.append(
            ft.Text(
                holiday,
                style=theme.META,
                color=quiet,
                max_lines=1,
                overflow=ft.TextOverflow.ELLIPSIS,
                expand=True,
            )
        )
    return ft.Row(
        parts,
        spacing=0,
        alignment=ft.MainAxisAlignment.START if has_titles else ft.MainAxisAlignment.CENTER,
    )


def _titles(
    session: AppSession, lines: Sequence[DueLine], kinds: Sequence[BlockKind], fits: int
) -> list[ft.Control]:
    shown = lines if len(lines) <= fits else lines[: max(0, fits - 1)]
    rows: list[ft.Control] = [
        _title(session, line, kind) for line, kind in zip(shown, kinds, strict=False)
    ]
    if rest := len(lines) - len(shown):
        more = session.words.count("{count} more", "{count} more", rest)
        rows.append(
            ft.Container(
                ft.Text(more, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                height=TITLE * session.frame.text_scale - 2,
                padding=ft.Padding.symmetric(horizontal=6),
            )
        )
    return rows


def _title(session: AppSession, line: DueLine, kind: BlockKind) -> ft.Control:
    tones = TONES[kind]
    time = f"{session.dates.time(line.due_at)} " if line.due_at and line.due_time else ""
    return ft.Container(
        ft.Text(
            time + line.summary,
            style=theme.type_style(11.5, 500, is_struck=kind is BlockKind.DONE, is_tabular=True),
            color=tones.word,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
        height=TITLE * session.frame.text_scale - 2,
        padding=ft.Padding.symmetric(horizontal=6),
        alignment=ft.Alignment.CENTER_LEFT,
        bgcolor=tones.ground,
        border_radius=6,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _load_bar(load: timedelta, capacity: timedelta, full: Fullness) -> ft.Control:
    """How much of the day is planned; nothing for a free one."""
    if not load:
        return ft.Container(height=4)
    color = {
        Fullness.FREE: theme.DONE,
        Fullness.NEAR: theme.SOON,
        Fullness.OVER: theme.MISSED,
    }[full]
    return ft.ProgressBar(
        min(1.0, load / capacity) if capacity else 1.0,
        bar_height=4,
        color=color,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=2,
        track_gap=0,
        stop_indicator_radius=0,
        margin=ft.Margin.symmetric(horizontal=4),
    )
