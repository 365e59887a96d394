"""A task's compromises on its screen: whom it waits for, what was proposed, and stand-ins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import flet as ft

from models.errors import UnknownTask
from models.moment import Moment
from models.person import Answer, Proposal
from models.task import Task, TaskLine
from services import slip_reading, slips, tasks
from services.slip_reading import Talk
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.sheet import SheetOver
from views.app.overlays import AskAgain
from views.app.query import Loaded, use_query
from views.app.screens.slip_pick import OwnDue
from views.app.screens.task_detail import Detail
from views.app.screens.task_head import INDENT
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.slip_words import answer_label, proposal_text


@dataclass(frozen=True, slots=True)
class _Compromise:
    """The latest talk about the task, what it stands in for, and what stands in for it."""

    talk: Talk | None
    stands_in_for: TaskLine | None
    replaced_by: tuple[TaskLine, ...]


def _read(desk: Workspace, uid: str, replaces: str | None) -> _Compromise:
    try:
        original = tasks.line(desk, replaces) if replaces else None
    except UnknownTask:
        # It was deleted for good.
        original = None
    talk = next(iter(slip_reading.talks(desk, uid)), None)
    return _Compromise(talk, original, slip_reading.replaced_by(desk, uid))


@component
def CompromisePart(session: AppSession, detail: Detail) -> ft.Control:
    """Rows for what there is; nothing where there is none of it."""
    task, now = detail.task, session.minute.now
    is_countering, counter = ft.use_state(False)
    key = (task.uid, task.sequence)
    reading = use_query(session, lambda desk: _read(desk, task.uid, task.replaces), key)
    found = reading.value if isinstance(reading, Loaded) else _Compromise(None, None, ())

    def close() -> None:
        counter(False)

    async def countered(due: Moment) -> None:
        close()
        await _answer(session, task, Answer.COUNTERED, due)

    parts: list[ft.Control] = []
    if task.waiting_for is not None and task.is_open:
        parts.append(_waiting(session, task))
    if found.talk is not None and task.is_open:
        parts.append(_proposal(session, task, found.talk.proposal, now, lambda: counter(True)))
    say = session.words.say
    if found.stands_in_for is not None:
        text = say("Stands in for “{title}”", title=found.stands_in_for.summary)
        parts.append(_link(session, found.stands_in_for.uid, text))
    for line in found.replaced_by:
        text = say("Replaced by “{title}”", title=line.summary)
        parts.append(_link(session, line.uid, text))
    if is_countering:
        own = keyed("counter", OwnDue, session, task.due, countered, lambda _: close())
        title = say("What do they propose?")
        parts.append(SheetOver(session, title, own, close, has_title=False, is_footed=True))
    return ft.Column(
        parts, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


async def _answer(
    session: AppSession, task: Task, answer: Answer, counter: Moment | None = None
) -> None:
    said = f"{action_text(session.words, 'slip.answer', task.summary)} · "
    said += answer_label(session.words, answer)
    if await session.act(slips.answer, task.uid, answer, counter) is not None:
        session.say(await session.told_move(said, task.uid), has_undo=True)


def _waiting(session: AppSession, task: Task) -> ft.Control:
    say, today = session.words.say, session.dates.today(session.minute.now)
    text = say("Waiting for {name}", name=task.waiting_for or "")
    if task.follow_up is not None:
        day = session.dates.relative_day(task.follow_up, today)
        text = say("Waiting for {name}, ask again {day}", name=task.waiting_for or "", day=day)

    async def ask(_: object) -> None:
        session.overlay.open(AskAgain(task.uid))

    button = ft.TextButton(say("Ask again"), on_click=ask)
    return _line(ft.Icons.HOURGLASS_EMPTY_ROUNDED, text, ft.Colors.ON_SURFACE, button)


def _proposal(
    session: AppSession,
    task: Task,
    proposal: Proposal,
    now: datetime,
    on_counter: Callable[[], None],
) -> ft.Control:
    """What was proposed; the answers while there is none, and what came of it then."""
    say, dates = session.words.say, session.dates
    text = proposal_text(dates, proposal, now)
    buttons: list[ft.Control] = []

    def answers(answer: Answer) -> Press:
        async def answered(_: object) -> None:
            await _answer(session, task, answer)

        return answered

    def countering(_: object) -> None:
        on_counter()

    if proposal.answer is None:
        buttons = [
            ft.FilledTonalButton(say("They accept"), on_click=answers(Answer.ACCEPTED)),
            ft.TextButton(say("They propose…"), on_click=countering),
            ft.TextButton(say("They decline"), on_click=answers(Answer.DECLINED)),
        ]
    else:
        text = f"{text} · {answer_label(session.words, proposal.answer)}"
        if proposal.answer is Answer.COUNTERED and proposal.counter is not None:
            text = f"{text}: {dates.exact(proposal.counter, now)}"
            buttons = [
                ft.FilledTonalButton(say("Agree"), on_click=answers(Answer.ACCEPTED)),
            ]
    row = _line(ft.Icons.HANDSHAKE_OUTLINED, text, ft.Colors.ON_SURFACE)
    if not buttons:
        return row
    return ft.Column(
        [
            row,
            ft.Container(
                ft.Row(buttons, spacing=8, run_spacing=4, wrap=True),
                padding=ft.Padding.only(left=INDENT, right=theme.PAGE_MARGIN, bottom=8),
            ),
        ],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _link(session: AppSession, uid: str, text: str) -> ft.Control:
    async def opened(_: object) -> None:
        await session.open_task(uid)

    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                _line(ft.Icons.FILTER_NONE_ROUNDED, text, ft.Colors.PRIMARY),
                ink=True,
                on_click=opened,
            ),
        )
    )


def _line(
    icon: ft.IconData, text: str, color: str, trailing: ft.Control | None = None
) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Container(ft.Icon(icon, size=20, color=color), width=24, alignment=ft.Alignment.CENTER),
        ft.Text(text, style=theme.type_style(14, 500, height=1.35), color=color, expand=True),
    ]
    if trailing is not None:
        parts.append(trailing)
    return ft.Container(
        ft.Row(parts, spacing=8),
        padding=ft.Padding.only(
            left=theme.PAGE_MARGIN, right=8 if trailing else theme.PAGE_MARGIN, top=4, bottom=4
        ),
        height=theme.TOUCH if trailing else None,
    )
