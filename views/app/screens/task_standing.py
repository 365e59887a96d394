"""How a task stands, in a line under its title: missed, at risk, soon, done, let go.

Owns which of these is said. Must know no service.
"""

from __future__ import annotations

from datetime import datetime

import flet as ft

from models.standing import Standing
from models.task import Status, TaskLine
from models.trash import days_left
from views import theme
from views.app.kit.row_face import SOON
from views.app.screens.task_detail import Detail
from views.app.screens.task_head import INDENT
from views.app.session import AppSession
from views.text.standings import standing_text
from views.text.trash_words import expiry_text
from views.text.words import sentence


def status_line(session: AppSession, detail: Detail, now: datetime) -> ft.Control | None:
    """How the task stands at `now` (aware): its icon, colour and words; None for nothing."""
    stands = _stands(session, detail, now)
    if stands is None:
        return None
    icon, text, color = stands
    return ft.Container(
        ft.Row(
            [
                ft.Icon(icon, size=16, color=color),
                ft.Text(text, style=theme.META_STRONG, color=color, expand=True),
            ],
            spacing=6,
        ),
        padding=ft.Padding.only(left=INDENT, right=theme.PAGE_MARGIN, bottom=4),
    )


def _stands(
    session: AppSession, detail: Detail, now: datetime
) -> tuple[ft.IconData, str, str] | None:
    task, line, dates = detail.task, detail.line, session.dates
    say = session.words.say
    quiet = ft.Colors.ON_SURFACE_VARIANT
    if task.deleted is not None:
        text = say("In the trash · {when}", when=dates.ago(task.deleted, now))
        left = expiry_text(session.words, days_left(task.deleted, now))
        return ft.Icons.DELETE_OUTLINE_ROUNDED, f"{text} · {left}", quiet
    if task.status is Status.CANCELLED:
        return ft.Icons.REMOVE_CIRCLE_OUTLINE_ROUNDED, say("Let go, kept in the history"), quiet
    if task.status is Status.COMPLETED:
        when = dates.ago(task.completed or task.last_modified, now)
        return ft.Icons.CHECK_CIRCLE_ROUNDED, say("Done · {when}", when=when), theme.DONE
    standing = line.standing(now)
    if standing is Standing.DUE_MISSED and line.due_at is not None:
        text = sentence(standing_text(session.words, standing))
        if line.due_time is not None:
            text = f"{text} · {dates.countdown(line.due_at, now)}"
        return ft.Icons.EVENT_BUSY_ROUNDED, text, theme.MISSED
    if (soon := _ahead(session, line, now)) is not None:
        return soon
    if task.status is Status.IN_PROCESS:
        return ft.Icons.PLAY_CIRCLE_OUTLINE_ROUNDED, say("In progress"), quiet
    return None


def _ahead(
    session: AppSession, line: TaskLine, now: datetime
) -> tuple[ft.IconData, str, str] | None:
    """What there is to say of the time that is left; None on an earlier day, where all is well."""
    say, dates, standing = session.words.say, session.dates, line.standing(now)
    ready = line.ready_at or line.due_at
    if ready is None:
        return None
    left = dates.countdown(ready, now)
    if standing is Standing.READY_MISSED:
        text = say("Ready-by time has passed · {left}", left=left)
        return ft.Icons.SCHEDULE_ROUNDED, text, theme.SOON
    is_at_risk = standing is Standing.AT_RISK
    parts: list[str] = []
    if is_at_risk:
        parts.append(sentence(standing_text(session.words, standing)))
    if line.due_time is not None and (is_at_risk or dates.today(ready) == dates.today(now)):
        is_ready_by = line.lead is not None
        parts.append(
            say("Ready in {left}", left=left) if is_ready_by else say("Due in {left}", left=left)
        )
    if not parts:
        return None
    icon = ft.Icons.WARNING_AMBER_ROUNDED if is_at_risk else ft.Icons.SCHEDULE_ROUNDED
    is_near = is_at_risk or ready - now <= SOON
    return icon, " · ".join(parts), theme.SOON if is_near else ft.Colors.ON_SURFACE_VARIANT
