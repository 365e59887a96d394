"""Today on Home: how far it is, what is open by time, and what is done under a fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import flet as ft

from models.lists import HomeView, ListName
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.keys import KeyAction, use_keys
from views.app.kit.basics import in_margin, section_head
from views.app.kit.lingering import Seen, use_lingering
from views.app.kit.progress import progress_bar
from views.app.kit.row_face import face_of
from views.app.kit.task_row import TaskRow
from views.app.screens.home_moments import all_done, is_all_done, nothing_today
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures, use_task_gestures

#: More of today than this stands in the To-do list only.
_MOST = 20


@component
def Today(session: AppSession, view: HomeView) -> ft.Control:
    """Today's progress and its tasks; J and K walk them on a keyboard."""
    say = session.words.say
    gestures = use_task_gestures(session)
    seen = use_lingering(session, view.today)[:_MOST]
    is_unfolded, unfold = ft.use_state(False)
    at, move_to = ft.use_state("")
    use_keys(session.keys, _keys(session, seen, at, move_to, gestures))
    done, total = len(view.done_today), view.today_total
    progress = say("{done} of {total} done", done=done, total=total) if total else ""
    parts: list[ft.Control] = [in_margin(section_head(say("Today"), note=progress))]
    if total:
        spoken = f"{say('Today')}: {progress}"
        parts.append(ft.Container(height=2))
        parts.append(in_margin(progress_bar(done, total, spoken)))
        parts.append(ft.Container(height=2))
    if seen:
        parts.extend(_rows(session, seen, view.now, gestures, at))
    elif is_all_done(view):
        parts.append(in_margin(all_done(session, done)))
    elif not total:
        parts.append(in_margin(nothing_today(session)))
    if len(view.today) > _MOST:
        parts.append(_more(session, len(view.today) - _MOST))
    if done:
        parts.append(_fold(session, done, is_unfolded, unfold))
    if is_unfolded:
        lines = [Seen(line) for line in view.done_today[:_MOST]]
        parts.extend(_rows(session, lines, view.now, gestures, "", under="done-"))
    return ft.Container(
        ft.Column(
            parts,
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(top=8),
    )


def _rows(
    session: AppSession,
    seen: Sequence[Seen],
    now: datetime,
    gestures: TaskGestures,
    at: str,
    under: str = "",
) -> list[ft.Control]:
    return [
        keyed(
            f"{under}{each.line.uid}",
            TaskRow,
            face_of(each.line, session.dates, now),
            session.words,
            gestures.open,
            gestures.check,
            gestures.put_off,
            is_selected=each.line.uid == at,
            is_folding=each.is_folding,
            on_menu=gestures.menu,
        )
        for each in seen
    ]


def _fold(
    session: AppSession, count: int, is_unfolded: bool, unfold: Callable[[bool], None]
) -> ft.Control:
    """``Selesai · 5``, which shows and hides them."""

    async def turn(_: object) -> None:
        unfold(not is_unfolded)

    color = ft.Colors.ON_SURFACE_VARIANT
    face = ft.Row(
        [
            ft.Text(
                session.words.say("Done · {count}", count=session.words.number(count)),
                style=theme.OVERLINE,
                color=color,
            ),
            ft.Icon(
                ft.Icons.EXPAND_LESS_ROUNDED if is_unfolded else ft.Icons.EXPAND_MORE_ROUNDED,
                size=20,
                color=color,
            ),
        ],
        spacing=6,
        tight=True,
    )
    # The words stand at the margin; the place to press reaches a little beyond it.
    reach = 8
    return ft.Container(
        ft.Row(
            [
                ft.MergeSemantics(
                    ft.Semantics(
                        button=True,
                        expanded=is_unfolded,
                        content=ft.Container(
                            face,
                            height=theme.TOUCH,
                            padding=ft.Padding.symmetric(horizontal=reach),
                            border_radius=theme.RADIUS_BLOCK,
                            ink=True,
                            on_click=turn,
                        ),
                    )
                )
            ]
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - reach),
    )


def _more(session: AppSession, count: int) -> ft.Control:
    async def go(_: object) -> None:
        await session.go(routes.todo_route(ListName.TODAY))

    label = session.words.count("{count} more in To-do", "{count} more in To-do", count)
    return ft.Row(
        [
            ft.Container(
                ft.TextButton(label, on_click=go),
                padding=ft.Padding.only(left=theme.PAGE_MARGIN - 12),
            )
        ]
    )


def _keys(
    session: AppSession,
    seen: Sequence[Seen],
    at: str,
    move_to: Callable[[str], None],
    gestures: TaskGestures,
) -> dict[str, KeyAction]:
    say = session.words.say
    is_done_of = {each.line.uid: each.line.is_done for each in seen}
    uids = list(is_done_of)
    where = uids.index(at) if at in is_done_of else -1

    def step(to: int) -> None:
        if uids:
            move_to(uids[min(max(to, 0), len(uids) - 1)])

    async def down() -> None:
        step(where + 1)

    async def up() -> None:
        step(where - 1)

    async def check() -> None:
        if at in is_done_of:
            await gestures.check(at, not is_done_of[at])

    async def show() -> None:
        if at in is_done_of:
            await gestures.open(at)

    async def move() -> None:
        if at in is_done_of:
            await gestures.move(at)

    async def menu() -> None:
        if at in is_done_of:
            await gestures.menu(at)

    async def delete() -> None:
        if at in is_done_of:
            await gestures.delete(at)

    return {
        "J": KeyAction(say("Next task"), down, walks=True),
        "K": KeyAction(say("Previous task"), up, walks=True),
        "Space": KeyAction(say("Complete or reopen"), check),
        "E": KeyAction(say("Open the task"), show),
        "R": KeyAction(say("Reschedule"), move),
        "Delete": KeyAction(say("Move to the trash"), delete),
        "Shift-F10": KeyAction(say("Menu of the row"), menu),
        "Menu": KeyAction(say("Menu of the row"), menu),
    }
