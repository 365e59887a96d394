"""The daily review: two minutes in the evening, one look in the morning.

Owns the two screens; each can be left at any point, and nothing is lost by it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from models.daily_review import PICKS, Evening, Morning
from models.fullness import Fullness
from models.ledger import Reason
from models.task import TaskLine
from services import daily_review
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import (
    card,
    column_of,
    icon_button,
    in_margin,
    line_padding,
    page_title,
    section_head,
)
from views.app.kit.chips import chip_choice
from views.app.kit.row_face import face_of
from views.app.kit.states import show_reading
from views.app.kit.task_row import TaskRow
from views.app.query import use_query
from views.app.routes import ReviewPart
from views.app.screens.slip_parts import asked
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures, use_task_gestures
from views.text import review_words
from views.text.actions import action_text
from views.text.ledger_words import reason_label
from views.text.words import sentence

#: So many rows of a list stand in a review: it takes two minutes.
_MOST = 12
#: By how full the day is: icon, ground and ink.
_LOAD = {
    Fullness.FREE: (
        ft.Icons.CHECK_CIRCLE_ROUNDED,
        ft.Colors.PRIMARY_CONTAINER,
        ft.Colors.ON_PRIMARY_CONTAINER,
    ),
    Fullness.NEAR: (
        ft.Icons.WARNING_AMBER_ROUNDED,
        ft.Colors.TERTIARY_CONTAINER,
        ft.Colors.ON_TERTIARY_CONTAINER,
    ),
    Fullness.OVER: (
        ft.Icons.ERROR_ROUNDED,
        ft.Colors.ERROR_CONTAINER,
        ft.Colors.ON_ERROR_CONTAINER,
    ),
}


@component
def ReviewScreen(session: AppSession, part: ReviewPart) -> ft.Control:
    """The screen at `/review/evening` and `/review/morning`."""
    say = session.words.say
    ft.use_state(session.minute)
    evening = part is ReviewPart.EVENING
    reading = use_query(
        session, daily_review.evening if evening else daily_review.morning, part.value
    )

    async def leave(_: object) -> None:
        await session.go(routes.HOME)

    def draw(found: Evening | Morning) -> ft.Control:
        if isinstance(found, Evening):
            return keyed("evening", EveningReview, session, found)
        return keyed("morning", MorningReview, session, found)

    title = say("How the day went") if evening else say("What today holds")
    onward = say("Finished") if evening else say("Start the day")
    head = ft.Row(
        [
            ft.Container(
                page_title(
                    title, over=session.dates.long_day(session.dates.today(session.minute.now))
                ),
                expand=True,
            ),
            icon_button(ft.Icons.CLOSE_ROUNDED, say("Skip for today"), leave),
        ],
        spacing=4,
    )
    return ft.Column(
        [
            ft.Container(
                head,
                padding=ft.Padding.only(
                    left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN - 12, top=16
                ),
            ),
            show_reading(session, reading, draw),
            in_margin(ft.FilledButton(onward, on_click=leave)),
            ft.Container(height=72),
        ],
        spacing=16,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        expand=True,
    )


@component
def EveningReview(session: AppSession, found: Evening) -> ft.Control:
    """What was done, what waits for another time, and tomorrow's three."""
    say, words, dates = session.words.say, session.words, session.dates
    gestures = use_task_gestures(session)
    picked = [line.uid for line in found.tomorrow if line.pinned][:PICKS]

    async def toggle(uid: str) -> None:
        if uid in picked:
            wanted = [each for each in picked if each != uid]
        elif len(picked) >= PICKS:
            session.say(say("Three are enough for a day. Take one off first."))
            return
        else:
            wanted = [*picked, uid]
        await session.act(daily_review.pick, tuple(wanted))

    slipped = [section_head(review_words.slipped_text(dates, found))]
    slipped += [
        keyed(f"slip-{line.uid}", SlippedCard, session, line) for line in found.slipped[:_MOST]
    ]
    three = [
        section_head(
            say("Tomorrow's three"),
            note=say(
                "{done} of {total}", done=words.number(len(picked)), total=words.number(PICKS)
            ),
        )
    ]
    if not found.tomorrow:
        three.append(_quiet(say("Tomorrow is still free.")))
    three += [
        _pick_row(session, line, line.uid in picked, toggle) for line in found.tomorrow[:_MOST]
    ]
    done = section_head(review_words.done_text(dates, found))
    return column_of(
        [
            column_of([in_margin(done), _rows(session, found.done[:_MOST], gestures)], spacing=4),
            in_margin(column_of(slipped)),
            in_margin(column_of(three)),
        ],
        spacing=20,
    )


@component
def MorningReview(session: AppSession, found: Morning) -> ft.Control:
    """Today's load against what fits, what must be ready first, and the list."""
    dates = session.dates
    gestures = use_task_gestures(session)
    icon, color, on_color = _LOAD[found.fullness]
    load = card(
        ft.Row(
            [
                ft.Icon(icon, color=on_color),
                ft.Text(
                    review_words.load_text(dates, found),
                    style=theme.TASK,
                    color=on_color,
                    expand=True,
                ),
            ],
            spacing=12,
        ),
        color=color,
    )
    first = card(
        ft.Row(
            [
                ft.Icon(ft.Icons.FLAG_ROUNDED, color=ft.Colors.PRIMARY),
                ft.Text(review_words.ready_text(dates, found), style=theme.BODY, expand=True),
            ],
            spacing=12,
        )
    )
    return column_of(
        [in_margin(load), in_margin(first), _rows(session, found.open[:_MOST], gestures)]
    )


@component
def SlippedCard(session: AppSession, line: TaskLine) -> ft.Control:
    """What waits for another time: why, if one likes to say, and on to tomorrow."""
    words, dates = session.words, session.dates
    reason, choose = ft.use_state("")

    async def chosen(value: str) -> None:
        choose("" if value == reason else value)

    async def put_off(_: object) -> None:
        why = Reason(reason) if reason else None
        if await session.act(daily_review.put_off, line.uid, why) is not None:
            said = action_text(words, "slip.new-due", line.summary)
            session.say(await session.told_move(said, line.uid), has_undo=True)

    async def opened(_: object) -> None:
        await session.open_task(line.uid)

    when = dates.due(line.due, session.minute.now) if line.due else ""
    title = ft.Container(
        ft.Column(
            [
                ft.Text(line.summary, style=theme.TASK),
                ft.Text(when, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=2,
            tight=True,
        ),
        padding=ft.Padding.symmetric(vertical=5),
        border_radius=theme.RADIUS_CHIP,
        ink=True,
        on_click=opened,
    )
    options = [(each.value, reason_label(words, each)) for each in Reason]
    later = daily_review.put_off_to(session.workspace, line)
    buttons: list[ft.Control] = []
    if later is not None:
        label = sentence(dates.due(later, session.minute.now))
        buttons.append(
            ft.Row([ft.FilledTonalButton(label, icon=ft.Icons.EAST_ROUNDED, on_click=put_off)])
        )
    return card(
        column_of(
            [
                ft.MergeSemantics(ft.Semantics(button=True, content=title)),
                asked(words.say("Why did it slip?"), chip_choice(options, reason, chosen)),
                *buttons,
            ],
            spacing=8,
        )
    )


def _rows(session: AppSession, lines: Sequence[TaskLine], gestures: TaskGestures) -> ft.Control:
    """Rows reach to the page's edges, as in lists."""
    rows = [
        keyed(
            f"row-{line.uid}",
            TaskRow,
            face_of(line, session.dates, session.minute.now),
            session.words,
            gestures.open,
            gestures.check,
            gestures.put_off,
            on_menu=gestures.menu,
        )
        for line in lines
    ]
    return column_of(rows, spacing=0)


def _pick_row(
    session: AppSession,
    line: TaskLine,
    is_picked: bool,
    toggle: Callable[[str], Awaitable[None]],
) -> ft.Control:
    async def pressed(_: object) -> None:
        await toggle(line.uid)

    when = session.dates.due(line.due, session.minute.now) if line.due else ""
    face = ft.Container(
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.STAR_ROUNDED if is_picked else ft.Icons.STAR_OUTLINE_ROUNDED,
                    color=theme.AMBER if is_picked else ft.Colors.ON_SURFACE_VARIANT,
                ),
                ft.Text(line.summary, style=theme.TASK, expand=True),
                ft.Text(when, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=12,
        ),
        padding=ft.Padding.symmetric(horizontal=12, vertical=line_padding(theme.TASK, theme.TOUCH)),
        bgcolor=theme.AMBER_CONTAINER if is_picked else ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_BANNER,
        ink=True,
        on_click=pressed,
    )
    return ft.MergeSemantics(ft.Semantics(button=True, selected=is_picked, content=face))


def _quiet(text: str) -> ft.Control:
    return ft.Text(text, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT)
