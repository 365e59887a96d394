"""The agenda's rows as those of any list: walked by keys, selected, acted on.

Owns what a row of an agenda does, and how high what stands over it is. Must not know how days
follow one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import flet as ft

from models.task import TaskLine
from views import theme
from views.app.kit.drawn_height import OnHeight
from views.app.kit.pointed import OnMenu
from views.app.kit.task_row import OnCheck, OnTask
from views.app.screens.list_gestures import ListGestures, use_list
from views.app.screens.list_keys import use_walk
from views.app.screens.list_memory import ListMemory, scrolled_of
from views.app.screens.timeline_agenda_scroll import FREE, HEADING
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures, use_task_gestures

#: What the list's memory is kept under.
AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class RowsOf:
    """What the rows of an agenda do, and which of them are at hand or selected.

    Attributes:
        at: the row that the keyboard, or the pane, is at.
        picked: what is selected; None while nothing is being selected.
    """

    open: OnTask
    check: OnCheck
    put_off: OnTask
    menu: OnMenu
    hold: OnTask | None = None
    at: str = ""
    picked: frozenset[str] | None = None
    on_height: OnHeight | None = None


def use_plain_rows(session: AppSession) -> RowsOf:
    """Rows beside something else that has the keys."""
    gestures: TaskGestures = use_task_gestures(session)
    return RowsOf(gestures.open, gestures.check, gestures.put_off, gestures.menu)


@dataclass(frozen=True, slots=True)
class Walked:
    """Rows that have the keys, and what the bar over them acts on."""

    rows: RowsOf
    memory: ListMemory
    gestures: ListGestures


def use_walked_rows(
    session: AppSession,
    days: Sequence[tuple[date, Sequence[TaskLine]]],
    view: ft.Ref[ft.ListView],
    *,
    is_loaded: bool,
) -> Walked:
    """The rows of an agenda that stands alone.

    Args:
        days: those that are shown, with their rows; free ones have none.
        view: the list, which scrolls to the row that one comes to.
    """
    memory, gestures = use_list(session, AGENDA)
    lines = [line for _, held in days for line in held]
    at = use_walk(
        session, memory, gestures, AGENDA, lines, view, is_by_hand=False, is_loaded=is_loaded
    )
    ft.use_effect(lambda: scrolled_of(session).offset.pop(AGENDA, None) and None, [])
    _lay_out(session, memory, days)
    picked = memory.picked
    is_picking = picked is not None
    rows = RowsOf(
        gestures.pick if is_picking else gestures.open,
        gestures.pick_by_mark if is_picking else gestures.check,
        gestures.put_off,
        gestures.menu,
        gestures.begin_picking,
        at,
        picked,
        # A phone is not walked by keys.
        memory.heights.told if session.frame.is_wide else None,
    )
    return Walked(rows, memory, gestures)


def _lay_out(
    session: AppSession, memory: ListMemory, days: Sequence[tuple[date, Sequence[TaskLine]]]
) -> None:
    """Tell how high what stands between the rows is, which the client does not."""
    scale = session.frame.text_scale
    parts = ["earlier"]
    fixed = {"earlier": theme.TOUCH * scale}
    for day, held in days:
        part = f"day-{day}"
        fixed[part] = (HEADING if held else FREE) * scale
        parts += [part, *(line.uid for line in held)]
    memory.heights.lay_out(tuple(parts), fixed)
