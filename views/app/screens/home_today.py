"""Today on Home: how far it is, what is open by time, what is done, and the moment of all done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from models.lists import HomeView, ListName
from models.task import TaskLine
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.keys import KeyAction, use_keys
from views.app.kit.basics import section_head
from views.app.kit.lingering import Seen, use_lingering
from views.app.kit.progress import progress_bar
from views.app.kit.row_face import face_of
from views.app.kit.task_row import TaskRow
from views.app.overlays import AddTask
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures, use_task_gestures

#: More of today than this stands in the To-do list only.
_MOST = 20


def is_all_done(view: HomeView) -> bool:
    """Whether today had tasks, they are done, and nothing was missed."""
    return bool(view.done_today) and not view.today and not view.missed


@component
def Today(session: AppSession, view: HomeView) -> ft.Control:
    """Today's progress and its tasks."""
    say = session.words.say
    gestures = use_task_gestures(session)
    seen = use_lingering(session, view.today)[:_MOST]
    is_unfolded, unfold = ft.use_state(False)
    at, move_to = ft.use_state("")
    uids = [each.line.uid for each in seen]
    use_keys(session.keys, _keys(session, uids, at, move_to, gestures))
    done, total = len(view.done_today), view.today_total
    parts: list[ft.Control] = [
        _margin(
            section_head(
                say("Today"),
                note=say("{done} of {total} done", done=done, total=total) if total else "",
            )
        )
    ]
    if total:
        spoken = say("Today: {done} of {total} done", done=done, total=total)
        parts.append(_margin(progress_bar(done, total, spoken)))
    parts.append(ft.Container(height=2))
    if seen:
        parts.extend(_rows(session, seen, view.now, gestures, at))
    elif is_all_done(view):
        parts.append(_margin(_all_done(session, done)))
    elif not total:
        parts.append(_margin(_nothing_today(session)))
    if len(view.today) > _MOST:
        parts.append(_margin(_more(session, len(view.today) - _MOST)))
    if done:
        parts.append(_margin(_fold(session, done, is_unfolded, unfold)))
    if is_unfolded:
        lines = [Seen(line) for line in view.done_today[:_MOST]]
        parts.extend(_rows(session, lines, view.now, gestures, at, key="done-"))
    return ft.Container(
        ft.Column(
            parts,
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(top=8),
    )


def _margin(part: ft.Control) -> ft.Control:
    return ft.Container(part, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN))


def _rows(
    session: AppSession,
    seen: Sequence[Seen],
    now: datetime,
    gestures: TaskGestures,
    at: str,
    key: str = "",
) -> list[ft.Control]:
    def row(line: TaskLine, is_folding: bool) -> ft.Control:
        return keyed(
            f"{key}{line.uid}",
            TaskRow,
            face_of(line, session.dates, now),
            session.words,
            gestures.open,
            gestures.check,
            gestures.move,
            is_selected=line.uid == at,
            is_folding=is_folding,
        )

    return [row(each.line, each.is_folding) for each in seen]


def _fold(session: AppSession, count: int, is_unfolded: bool, unfold) -> ft.Control:
    label = session.words.say("Done · {count}", count=session.words.number(count))

    async def turn(_: object) -> None:
        unfold(not is_unfolded)

    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_unfolded else ft.Icons.EXPAND_MORE_ROUNDED
    return ft.Row(
        [
            ft.MergeSemantics(
                ft.Semantics(
                    button=True,
                    expanded=is_unfolded,
                    content=ft.Container(
                        ft.Row(
                            [
                                ft.Text(
                                    label,
                                    style=theme.OVERLINE,
                                    color=ft.Colors.ON_SURFACE_VARIANT,
                                ),
                                ft.Icon(icon, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
                            ],
                            spacing=6,
                            tight=True,
                        ),
                        height=theme.TOUCH,
                        padding=ft.Padding.symmetric(horizontal=8),
                        border_radius=theme.RADIUS_BLOCK,
                        ink=True,
                        on_click=turn,
                    ),
                )
            )
        ],
        # The words stand at the margin; what is pressed reaches beyond it.
        offset=ft.Offset(0, 0),
    )


def _more(session: AppSession, count: int) -> ft.Control:
    words = session.words

    async def go(_: object) -> None:
        await session.go(routes.todo_route(ListName.TODAY))

    return ft.Row(
        [
            ft.TextButton(
                words.count("{count} more in To-do", "{count} more in To-do", count), on_click=go
            )
        ]
    )


def _all_done(session: AppSession, count: int) -> ft.Control:
    say = session.words.say

    async def tomorrow(_: object) -> None:
        await session.go(routes.todo_route(ListName.TOMORROW))

    return _moment(
        ft.Icons.CELEBRATION_ROUNDED,
        say("All done for today"),
        session.words.count(
            "The one task is done and nothing was missed. Enjoy your evening.",
            "All {count} are done and nothing was missed. Well played.",
            count,
        ),
        ft.TextButton(say("Look at tomorrow"), on_click=tomorrow),
        theme.HERO,
        theme.ON_HERO,
        theme.ON_HERO_QUIET,
    )


def _nothing_today(session: AppSession) -> ft.Control:
    say = session.words.say

    async def add(_: object) -> None:
        today = session.dates.today(session.minute.now)
        session.overlay.open(AddTask({"due": _day(today)}))

    return _moment(
        ft.Icons.SELF_IMPROVEMENT_ROUNDED,
        say("Nothing is due today"),
        say("A good day to get ahead."),
        ft.TextButton(say("Add a task for today"), on_click=add),
    )
