"""The rows of a list: tasks, their steps, and what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import flet as ft

from models.task import TaskLine
from services import tasks
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import section_head
from views.app.kit.drawn_height import OnHeight, drawn_height
from views.app.kit.folding import fold_head
from views.app.kit.row_face import FACES, DueKind, RowFace, due_kind, face_of
from views.app.kit.step_row import StepRow
from views.app.kit.task_row import OnTask, TaskRow
from views.app.query import Loaded, use_query
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import ListMemory
from views.app.screens.todo_trash import trash_rows
from views.app.session import AppSession
from views.text import Dates, Words

MARGIN = theme.PAGE_MARGIN
#: Of a task's steps no more than this is shown beneath its row.
AT_ONCE = 50


def heading(title: str, trailing: ft.Control | None = None) -> ft.Control:
    """The quiet head over a group of rows."""
    return ft.Container(
        section_head(title, is_quiet=True, trailing=trailing),
        padding=ft.Padding.only(left=MARGIN, right=12),
    )


@lru_cache(FACES)
def list_face(
    line: TaskLine, dates: Dates, now: datetime, *, has_day: bool, has_goal: bool
) -> RowFace:
    """A row's face: with its estimate; day and goal where no heading says them."""
    face = face_of(line, dates, now, has_goal=has_goal)
    if line.estimate:
        face = replace(face, estimate=dates.duration(line.estimate))
    if has_day or line.due is None:
        return face
    if line.due.time is not None:
        return replace(face, due=dates.time(line.due.local(dates.zone)))
    if due_kind(line, now) in (DueKind.READY_MISSED, DueKind.MISSED):
        return face
    return replace(face, due="")


def laid_out(memory: ListMemory, body: Sequence[ft.Control]) -> None:
    """The list shows `body`: its rows, and what else tells how high it is, under their keys."""
    memory.heights.lay_out(
        tuple(
            str(part.key)
            if isinstance(part, ft.Component) or getattr(part, "on_size_change", None)
            else ""
            for part in body
        )
    )


def task_rows(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    lines: tuple[TaskLine, ...],
    folding: frozenset[str],
    *,
    at: str,
    has_day: bool,
    has_goal: bool = True,
    is_missed: bool = False,
    is_by_hand: bool = False,
) -> list[ft.Control]:
    """The rows of a group, each with its steps where they are unfolded."""
    dates, now, picked = session.dates, session.minute.now, memory.picked
    is_picking = picked is not None
    # A phone is not walked by keys.
    on_height = memory.heights.told if session.frame.is_wide else None
    controls: list[ft.Control] = []
    for line in lines:
        uid = line.uid
        if line.deleted is not None:
            # A filter that asks for the trash finds what can only be looked at and restored.
            controls += trash_rows(session, memory, gestures, (line,), at=at)
            continue
        is_unfolded = uid in memory.unfolded and bool(line.steps_total)
        controls.append(
            keyed(
                uid,
                TaskRow,
                list_face(line, dates, now, has_day=has_day, has_goal=has_goal),
                session.words,
                gestures.pick if is_picking else gestures.open,
                gestures.pick_by_mark if is_picking else gestures.check,
                gestures.put_off,
                on_slip=gestures.put_off if is_missed and not is_picking else None,
                on_hold=gestures.begin_picking,
                is_selected=uid == at,
                is_folding=uid in folding,
                on_steps=gestures.unfold if line.steps_total else None,
                is_unfolded=is_unfolded,
                is_picked=uid in picked if picked is not None else None,
                on_place=gestures.place if is_by_hand else None,
                on_menu=gestures.menu,
                on_height=on_height,
                struck=session.struck,
            )
        )
        if is_unfolded:
            key = f"steps-{uid}"
            controls.append(keyed(key, Steps, session, uid, gestures, on_height))
    return controls


def row_list(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    body: list[ft.Control],
    ref: ft.Ref[ft.ListView],
    on_scroll: Callable[[ft.OnScrollEvent], object],
    *,
    is_by_hand: bool = False,
) -> ft.Control:
    """`body` as the list of a screen; by hand its rows are dragged, each within its group."""
    laid_out(memory, body)
    look: dict[str, Any] = {
        "ref": ref,
        "spacing": 0,
        "expand": True,
        "on_scroll": on_scroll,
        "scroll_interval": 80,
        "on_size_change": memory.heights.sized,
    }
    if not is_by_hand:
        return ft.ListView(body, **look)
    placing = gestures.placing
    movable = {uid for group in placing.groups for uid in group}
    placing.slots = tuple(str(part.key) if part.key in movable else "" for part in body)

    async def dropped(event: ft.OnReorderEvent) -> None:
        await placing.drop(event.old_index, event.new_index)

    return ft.ReorderableListView(
        body,
        show_default_drag_handles=False,
        on_reorder_start=session.felt,
        on_reorder=dropped,
        **look,
    )


@component
def Steps(
    session: AppSession, uid: str, gestures: ListGestures, on_height: OnHeight | None
) -> ft.Control:
    """The steps of a task, on the same band as its row."""
    reading = use_query(session, lambda desk: tasks.steps(desk, uid), uid)
    steps = reading.value if isinstance(reading, Loaded) else ()
    dates, now = session.dates, session.minute.now
    return ft.Container(
        ft.Column(
            [
                keyed(
                    step.uid,
                    StepRow,
                    step.uid,
                    step.summary,
                    step.is_done,
                    gestures.check,
                    gestures.open,
                    dates.due(step.due, now) if step.due and not step.is_done else "",
                    theme.SOON
                    if due_kind(step, now) not in (DueKind.NONE, DueKind.DAY, DueKind.LATER)
                    else ft.Colors.ON_SURFACE_VARIANT,
                    is_stacked=session.frame.has_large_text,
                )
                for step in steps[:AT_ONCE]
            ]
            + ([_all_steps(session, uid, gestures)] if len(steps) > AT_ONCE else []),
            spacing=0,
            tight=True,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        padding=ft.Padding.only(left=42, right=MARGIN, bottom=4),
        on_size_change=drawn_height(f"steps-{uid}", on_height),
    )


def _all_steps(session: AppSession, uid: str, gestures: ListGestures) -> ft.Control:
    """The way to the task, which shows all of its steps."""

    async def pressed(_: object) -> None:
        await gestures.open(uid)

    label = session.words.say("Show more")
    return ft.Row([ft.TextButton(label, on_click=pressed)])


def done_head(words: Words, count: int, is_open: bool, on_click: OnTask) -> ft.Control:
    """``Selesai · 5`` with its chevron: shows or hides what was done today."""

    async def pressed(_: object) -> None:
        await on_click("")

    title = f"{words.say('Done')} · {words.number(count)}"
    return fold_head(title, is_open, pressed)
