"""Home: what comes next, what was missed, today, pinned goals.

Owns what is read for it and how the page is laid out: one column, or two where there is room.
"""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from models.goal import Goal
from models.lists import HomeView
from services import goals, home, lists
from services.slip_reading import to_triage
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, avatar, column_of, in_margin, page_title
from views.app.kit.cards import missed_banner
from views.app.kit.drawn_height import drawn_height
from views.app.kit.next_deadline import NextDeadlineCard, next_face
from views.app.kit.states import empty_state, show_reading
from views.app.observed import room_of
from views.app.overlays import AddTask, Slip
from views.app.query import use_query
from views.app.screens.home_follow_ups import follow_ups
from views.app.screens.home_goals import pinned_goals
from views.app.screens.home_moments import is_all_done, nothing_next
from views.app.screens.home_record import OnTimeCard, ReviewCard
from views.app.screens.home_today import HEAD, HOME, OVER_TODAY, Today
from views.app.screens.list_memory import memory_of, use_offset
from views.app.search_button import SearchButton
from views.app.session import AppSession
from views.app.task_gestures import use_task_gestures

#: From this room on, goals stand beside today; and no line is longer than the page.
_TWO_COLUMNS_FROM = 880
#: Room between the parts of the page, in logical pixels.
_SPACING = 20


@dataclass(frozen=True, slots=True)
class HomeReading:
    """What Home shows; `open_count` tells an empty app from a quiet day."""

    view: HomeView
    goals: tuple[Goal, ...]
    open_count: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all yet."""
        return not (self.open_count or self.goals or self.view.today_total)


def read_home(desk: Workspace) -> HomeReading:
    """Everything on Home; archived goals are left out."""
    kept = tuple(goal for goal in goals.goals(desk) if not goal.archived)
    return HomeReading(home.home(desk), kept, lists.total_open(desk))


@component
def HomeScreen(session: AppSession) -> ft.Control:
    """The screen at `/`."""
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    ft.use_state(session.minute)
    gestures = use_task_gestures(session)
    reading = use_query(session, read_home)
    room = room_of(frame, here)
    page = ft.use_ref(lambda: ft.Ref[ft.Column]()).current
    assert page is not None
    top = 24 if frame.is_wide else 16
    heights = memory_of(session, HOME).heights
    # A phone is not walked by keys.
    on_height = heights.told if frame.is_wide else None
    scrolled = use_offset(session, HOME)

    def draw(found: HomeReading) -> ft.Control:
        if found.is_empty:
            return _empty(session)
        now, dates = session.minute.now, session.dates
        shown = found.view
        main: list[ft.Control] = []
        if shown.next_deadline is not None:
            face = next_face(shown.next_deadline, dates, now)
            main.append(
                in_margin(
                    keyed("next", NextDeadlineCard, face, gestures.open, frame.has_large_text)
                )
            )
        elif not is_all_done(shown):
            main.append(in_margin(nothing_next(session)))
        if shown.missed:
            main.append(
                in_margin(
                    missed_banner(session.words, shown.missed, shown.due_missed, _triage(session))
                )
            )
        if shown.follow_ups:
            main.append(in_margin(follow_ups(session, shown.follow_ups)))
        main.append(keyed("review", ReviewCard, session))
        main = [
            ft.Container(
                column_of(main),
                key=OVER_TODAY,
                on_size_change=drawn_height(OVER_TODAY, on_height),
            ),
            keyed("today", Today, session, shown, page, top + _SPACING + theme.CARD_GAP),
        ]
        has_two = room >= _TWO_COLUMNS_FROM
        beside: list[ft.Control] = [pinned_goals(session, found.goals, is_column=has_two)]
        # In a column of its own it is seen at once, as the goals are.
        (beside if has_two else main).append(keyed("on-time", OnTimeCard, session))
        return _columns(main, beside, room)

    widest = theme.READING_WIDTH if room < _TWO_COLUMNS_FROM else theme.PAGE_WIDTH
    return ft.Container(
        ft.Column(
            [
                ft.Container(
                    ft.Column(
                        [
                            ft.Container(
                                _head(session), on_size_change=drawn_height(HEAD, on_height)
                            ),
                            show_reading(session, reading, draw),
                            # Room to scroll the last line out from under the add button.
                            ft.Container(height=40 if frame.is_wide else 96),
                        ],
                        spacing=_SPACING,
                        tight=True,
                        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                    ),
                    width=widest if room > widest else None,
                    padding=ft.Padding.only(top=top),
                )
            ],
            ref=page,
            scroll=ft.ScrollMode.AUTO,
            on_scroll=scrolled if frame.is_wide else None,
            scroll_interval=60,
            on_size_change=heights.sized if frame.is_wide else None,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER
            if room > widest
            else ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
    )


def _head(session: AppSession) -> ft.Control:
    dates, now = session.dates, session.minute.now
    name = session.settings.name

    async def settings(_: object) -> None:
        await session.go(routes.SETTINGS)

    return ft.Container(
        ft.Row(
            [
                ft.Container(
                    page_title(dates.greeting(now, name), over=dates.long_day(dates.today(now))),
                    expand=True,
                ),
                keyed("search", SearchButton, session),
                avatar(name, label=session.words.say("Settings"), on_click=settings),
            ],
            spacing=0,
        ),
        # The place to press reaches four pixels around the face.
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN - 4),
    )


def _triage(session: AppSession) -> Press:
    async def go(_: object) -> None:
        uids = await session.read(to_triage)
        if uids:
            session.overlay.open(Slip(uids))

    return go


def _columns(main: list[ft.Control], beside: list[ft.Control], room: float) -> ft.Control:
    left, right = column_of(main), column_of(beside)
    if room < _TWO_COLUMNS_FROM:
        return ft.Column(
            [left, right],
            spacing=_SPACING,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Row(
        [ft.Container(left, expand=8), ft.Container(right, expand=4)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _empty(session: AppSession) -> ft.Control:
    say = session.words.say

    async def add(_: object) -> None:
        session.overlay.open(AddTask())

    return empty_state(
        ft.Icons.WB_SUNNY_ROUNDED,
        say("A clear start"),
        say("Write down one thing with its time, and this page tells you what comes next."),
        action=say("Add a task"),
        on_action=add,
    )
