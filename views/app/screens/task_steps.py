"""Preparation on the task screen: how far it is, its steps, and a field that adds the next.

Must know no service: what is done goes through `Edits`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import flet as ft

from models.moment import Moment
from models.task import TaskLine
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button, section_head
from views.app.kit.check import check_ring
from views.app.kit.field import InlineField
from views.app.kit.progress import progress_bar
from views.app.kit.row_face import DueKind, due_kind
from views.app.kit.step_row import StepRow
from views.app.kit.task_row import OnTask
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Edits
from views.app.screens.task_offset import OffsetSheet
from views.app.session import AppSession
from views.text.fields import field_label
from views.text.offsets import offset_note

#: So many steps are drawn at once: hundreds of them take the client seconds.
AT_ONCE = 50
_NOTE_COLOR = {
    DueKind.SOON: theme.SOON,
    DueKind.AT_RISK: theme.SOON,
    DueKind.READY_MISSED: theme.MISSED,
    DueKind.MISSED: theme.MISSED,
}


@component
def StepsPart(session: AppSession, detail: Detail, edits: Edits, now: datetime) -> ft.Control:
    """``Persiapan 3/4``, a bar, the steps. A pencil turns titles into fields and shows delete."""
    is_editing, edit = ft.use_state(False)
    timed, choose = ft.use_state("")
    many, show_many = ft.use_state(AT_ONCE)
    words, steps = session.words, detail.steps
    say = words.say
    done = sum(step.is_done for step in steps)

    def toggle(_: object) -> None:
        edit(not is_editing)

    async def ask_when(uid: str) -> None:
        choose(uid)

    def close() -> None:
        choose("")

    parts: list[ft.Control] = []
    if steps:
        share = say("{percent}%", percent=words.number(int(100 * (detail.progress or 0))))
        head = section_head(
            say("Prep {done}/{total}", done=done, total=len(steps)),
            note=share,
            trailing=icon_button(
                ft.Icons.CHECK_ROUNDED if is_editing else ft.Icons.EDIT_OUTLINED,
                say("Finish editing steps") if is_editing else say("Edit steps"),
                toggle,
                color=ft.Colors.ON_SURFACE_VARIANT,
                size=20,
            ),
        )
        said = say("{done} of {total} steps", done=done, total=len(steps))
        parts = [
            ft.Container(head, padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8)),
            ft.Container(
                # In hundredths of a step: what is done below a step moves the bar too.
                progress_bar(round(100 * (detail.progress or 0)), 100, said),
                padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, bottom=6),
            ),
        ]
    for step in steps[:many]:
        line = (
            _edited(session, step, edits, step.uid in detail.locked)
            if is_editing
            else _step(session, detail, step, edits, ask_when, now)
        )
        # Keyed: a step that comes or goes must not move the field below into its place.
        parts.append(
            ft.Container(line, padding=ft.Padding.only(left=8, right=16), key=f"step-{step.uid}")
        )
    if len(steps) > many:
        parts.append(_more(session, lambda _: show_many(many + AT_ONCE)))
    if detail.task.deleted is None:
        parts.append(_adder(session, edits))
        if detail.task.status.is_open:
            parts.append(_planner(session, edits))
    parts.extend(_sheet(session, detail, step, edits, close) for step in steps if step.uid == timed)
    return ft.Column(
        parts, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _more(session: AppSession, on_click: Press) -> ft.Control:
    button = ft.TextButton(session.words.say("Show more"), on_click=on_click)
    return ft.Container(ft.Row([button]), padding=ft.Padding.only(left=8), key="more")


def _step(
    session: AppSession,
    detail: Detail,
    step: TaskLine,
    edits: Edits,
    ask_when: OnTask,
    now: datetime,
) -> ft.Control:
    note = session.dates.due(step.due, now) if step.due is not None else ""
    if step.offset is not None:
        note = offset_note(session.dates, step.offset)
    color = _NOTE_COLOR.get(due_kind(step, now), ft.Colors.ON_SURFACE_VARIANT)
    return keyed(
        step.uid,
        StepRow,
        step.uid,
        step.summary,
        step.is_done,
        edits.check,
        edits.open,
        note,
        color,
        session.words.say("When “{title}” is due", title=step.summary),
        ask_when if detail.task.deleted is None else None,
        is_stacked=session.frame.has_large_text,
    )


def _sheet(
    session: AppSession, detail: Detail, step: TaskLine, edits: Edits, on_close: Callable[[], None]
) -> ft.Control:
    async def set_offset(offset: timedelta) -> None:
        await edits.set_offset(step.uid, offset, step.summary)

    async def set_due(due: Moment | None) -> None:
        await edits.move_step(step.uid, due, step.summary)

    return keyed(
        f"when-{step.uid}",
        OffsetSheet,
        session,
        step.summary,
        step.due,
        step.offset,
        detail.task.due,
        step.is_done,
        set_offset,
        set_due,
        on_close,
    )


def _edited(session: AppSession, step: TaskLine, edits: Edits, is_locked: bool) -> ft.Control:
    async def checked(_: object) -> None:
        await edits.check(step.uid, not step.is_done)

    async def named(text: str) -> None:
        await edits.rename(step.uid, text)

    async def delete(_: object) -> None:
        await edits.delete_step(step.uid, step.summary)

    title = keyed(
        f"edit-{step.uid}",
        InlineField,
        session,
        field_label(session.words, "summary"),
        step.summary,
        named,
        style=theme.type_style(14, 500),
        is_bare=True,
        wraps=True,
    )

    async def lock(_: object) -> None:
        await edits.lock(step.uid, not is_locked)

    say = session.words.say
    return ft.Row(
        [
            ft.Container(
                _beside(check_ring(step.summary, step.is_done, 0, checked, size=18), title),
                expand=True,
            ),
            icon_button(
                ft.Icons.LOCK_ROUNDED if is_locked else ft.Icons.LOCK_OPEN_ROUNDED,
                say("Unlock the time of {title}", title=step.summary)
                if is_locked
                else say("Lock the time of {title}", title=step.summary),
                lock,
                color=ft.Colors.PRIMARY if is_locked else ft.Colors.ON_SURFACE_VARIANT,
                size=20,
                is_selected=is_locked,
            ),
            icon_button(
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                session.words.say("Delete step {title}", title=step.summary),
                delete,
                color=ft.Colors.ON_SURFACE_VARIANT,
                size=20,
            ),
        ],
        spacing=0,
    )


def _beside(mark: ft.Control, field: ft.Control) -> ft.Control:
    """A field whose words begin where a step's title does, beside its ring or icon."""
    return ft.Stack(
        [ft.Container(field, padding=ft.Padding.only(left=40)), ft.Container(mark, left=0, top=0)],
        fit=ft.StackFit.PASS_THROUGH,
    )


def _planner(session: AppSession, edits: Edits) -> ft.Control:
    async def plan(_: object) -> None:
        await edits.plan()

    button = ft.TextButton(
        session.words.say("Plan backwards"), icon=ft.Icons.EVENT_REPEAT_ROUNDED, on_click=plan
    )
    return ft.Container(ft.Row([button]), padding=ft.Padding.only(left=12, right=16), key="planner")


def _adder(session: AppSession, edits: Edits) -> ft.Control:
    field = keyed(
        "add-step",
        InlineField,
        session,
        session.words.say("New step"),
        "",
        edits.add_step,
        style=theme.type_style(14, 500),
        hint=session.words.say("Add a step"),
        is_bare=True,
        clears=True,
    )
    plus = ft.Container(
        ft.Icon(ft.Icons.ADD_ROUNDED, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
        width=theme.TOUCH,
        height=theme.TOUCH,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        _beside(plus, field), padding=ft.Padding.only(left=8, right=16), key="adder"
    )
