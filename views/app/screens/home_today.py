"""Today on Home: how far it is, what is open by time, and what is done under a fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import flet as ft

from models.lists import HomeView, ListName
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import column_of, in_margin, section_head
from views.app.kit.drawn_height import OnHeight, drawn_height
from views.app.kit.lingering import Seen, use_lingering
from views.app.kit.progress import progress_bar
from views.app.kit.row_face import face_of
from views.app.kit.task_row import TaskRow
from views.app.screens.home_moments import all_done, is_all_done, nothing_today
from views.app.screens.list_gestures import ListGestures, use_list
from views.app.screens.list_keys import use_walk
from views.app.screens.list_memory import ListMemory
from views.app.screens.list_picking import picking_bar
from views.app.session import AppSession

#: What the list's memory is kept under.
HOME = "home"
#: What stands over the rows on Home and tells how high it is; the room around it; that of a row.
HEAD, OVER_TODAY, _TITLE, _AROUND, _BETWEEN = "head", "over-today", "title", "around", "between"
#: Room over the title, and between one row and the next.
_OVER, _SPACING = 8, 4
#: More of today than this stands in the To-do list only.
_MOST = 20


@component
def Today(
    session: AppSession, view: HomeView, page: ft.Ref[ft.Column], around: float
) -> ft.Control:
    """Today's progress and its tasks, which are walked, selected and acted on as any list's.

    Args:
        page: what scrolls to the row that one comes to.
        around: the room over and between what stands over this, in logical pixels.
    """
    memory, gestures = use_list(session, HOME)
    seen = use_lingering(session, view.today)[:_MOST]
    is_unfolded, unfold = ft.use_state(False)
    walked = [each.line for each in seen if not each.is_leaving]
    at = use_walk(session, memory, gestures, HOME, walked, page, is_by_hand=False)
    rows = (part for each in seen for part in (_BETWEEN, each.line.uid))
    memory.heights.lay_out(
        (_AROUND, HEAD, OVER_TODAY, _TITLE, *rows),
        {_AROUND: around + _OVER, _BETWEEN: _SPACING},
    )
    # A phone is not walked by keys.
    on_height = memory.heights.told if session.frame.is_wide else None
    done, total = len(view.done_today), view.today_total
    title = (
        _head(session, done, total)
        if memory.picked is None
        # As high as what it stands in for: the rows stay where they are.
        else ft.Container(
            picking_bar(session, gestures, memory.picked),
            padding=ft.Padding.symmetric(horizontal=8),
        )
    )
    parts: list[ft.Control] = [
        ft.Container(title, on_size_change=drawn_height(_TITLE, on_height)),
    ]
    if seen:
        parts.extend(_rows(session, seen, view.now, memory, gestures, at, on_height))
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
        parts.extend(_rows(session, lines, view.now, memory, gestures, "", under="done-"))
    return ft.Container(column_of(parts, spacing=_SPACING), padding=ft.Padding.only(top=_OVER))


def _head(session: AppSession, done: int, total: int) -> ft.Control:
    """What the list is of, and how much of it is done."""
    say = session.words.say
    progress = say("{done} of {total} done", done=done, total=total) if total else ""
    parts: list[ft.Control] = [in_margin(section_head(say("Today"), note=progress))]
    if total:
        spoken = f"{say('Today')}: {progress}"
        parts.append(ft.Container(height=2))
        parts.append(in_margin(progress_bar(done, total, spoken)))
        parts.append(ft.Container(height=2))
    return column_of(parts, spacing=_SPACING)


def _rows(
    session: AppSession,
    seen: Sequence[Seen],
    now: datetime,
    memory: ListMemory,
    gestures: ListGestures,
    at: str,
    on_height: OnHeight | None = None,
    under: str = "",
) -> list[ft.Control]:
    picked = memory.picked
    is_picking = picked is not None
    return [
        keyed(
            f"{under}{each.line.uid}",
            TaskRow,
            face_of(each.line, session.dates, now),
            session.words,
            gestures.pick if is_picking else gestures.open,
            gestures.pick_by_mark if is_picking else gestures.check,
            gestures.put_off,
            on_hold=gestures.begin_picking,
            is_picked=each.line.uid in picked if picked is not None else None,
            is_selected=each.line.uid == at,
            is_folding=each.is_folding,
            on_menu=gestures.menu,
            struck=session.struck,
            on_height=on_height,
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
