"""The fields of a task, a line each: those that are set, then chips for those that are not.

Plain functions from values to controls; a tap asks for the field's sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import flet as ft

from models.task import Priority, Task
from models.time_spent import spent
from views import theme
from views.app.kit.chips import chip
from views.app.screens.task_detail import Detail, is_missed
from views.app.screens.task_edits import Choice
from views.app.session import AppSession
from views.text import Dates
from views.text.fields import field_label, priority_label
from views.text.notices import reminder_text
from views.text.offsets import offset_text
from views.text.repeats import repeat_text
from views.text.spent import planned_and_tracked
from views.text.words import sentence

#: No field takes more lines than this, whatever stands in it; its sheet shows the whole.
LINES = 6
_ICONS = {
    Choice.DUE: ft.Icons.PUBLISH_ROUNDED,
    Choice.LEAD: ft.Icons.HOURGLASS_BOTTOM_ROUNDED,
    Choice.START: ft.Icons.START_ROUNDED,
    Choice.ESTIMATE: ft.Icons.TIMER_OUTLINED,
    Choice.TIME: ft.Icons.TIMER_OUTLINED,
    Choice.OFFSET: ft.Icons.LINK_ROUNDED,
    Choice.REPEAT: ft.Icons.REPEAT_ROUNDED,
    Choice.REMINDERS: ft.Icons.NOTIFICATIONS_NONE_ROUNDED,
    Choice.PEOPLE: ft.Icons.PERSON_OUTLINE_ROUNDED,
    Choice.TAGS: ft.Icons.SELL_OUTLINED,
    Choice.PRIORITY: ft.Icons.FLAG_OUTLINED,
}


#: Fields that stand below the time spent.
_BELOW_TIMER = frozenset(
    {Choice.REPEAT, Choice.REMINDERS, Choice.PEOPLE, Choice.TAGS, Choice.PRIORITY}
)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a field's line says, in which colours; `is_named`: the words tell which field it is."""

    choice: Choice
    text: str
    color: str = ft.Colors.ON_SURFACE_VARIANT
    icon_color: str = ft.Colors.ON_SURFACE_VARIANT
    is_named: bool = False


def field_rows(
    session: AppSession,
    detail: Detail,
    now: datetime,
    choose: Callable[[Choice], None],
    timer: ft.Control | None,
) -> list[ft.Control]:
    """A row for each field that is set; tap opens its sheet. `timer` stands with the estimate."""
    lines = _lines(session.dates, detail, now)
    rows = [_row(session, line, choose) for line in lines]
    if timer is not None:
        above = [at for at, line in enumerate(lines, 1) if line.choice not in _BELOW_TIMER]
        rows.insert(above[-1] if above else 0, timer)
    return rows


def unset_fields(task: Task) -> tuple[Choice, ...]:
    """The fields that a chip offers to set."""
    missing = {
        Choice.DUE: task.due is None,
        Choice.LEAD: task.due is not None and task.due.time is not None and task.lead is None,
        Choice.START: task.dtstart is None,
        Choice.ESTIMATE: task.estimate is None,
        Choice.OFFSET: task.parent is not None and task.offset is None,
        Choice.REPEAT: task.rrule is None,
        Choice.REMINDERS: not task.reminders,
        Choice.PEOPLE: not task.attendees,
        Choice.TAGS: not task.categories,
        Choice.PRIORITY: Priority.level(task.priority) == 4,
    }
    return tuple(choice for choice, is_missing in missing.items() if is_missing)


def field_chips(
    session: AppSession, task: Task, choose: Callable[[Choice], None], *more: ft.Control
) -> ft.Control | None:
    """A chip for each field that is not set, and `more`; None for no chip at all."""

    def press(choice: Choice) -> Callable[[object], None]:
        def pressed(_: object) -> None:
            choose(choice)

        return pressed

    chips = [
        chip(
            field_label(session.words, choice.value),
            press(choice),
            on_color=ft.Colors.ON_SURFACE_VARIANT,
            icon=_ICONS[choice],
        )
        for choice in unset_fields(task)
    ]
    chips.extend(more)
    if not chips:
        return None
    return ft.Container(
        ft.Row(chips, spacing=8, run_spacing=0, wrap=True),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=4),
    )


def _lines(dates: Dates, detail: Detail, now: datetime) -> list[_Line]:
    task, words = detail.task, dates.words
    lines: list[_Line] = []
    strong = ft.Colors.ON_SURFACE
    if task.due is not None:
        color = theme.MISSED if task.is_open and is_missed(detail.line, now) else strong
        text = words.say("Due {when}", when=dates.exact(task.due, now))
        lines.append(_Line(Choice.DUE, text, color, color, is_named=True))
        if task.lead is not None and task.due.time is not None:
            lines.append(
                _Line(
                    Choice.LEAD,
                    sentence(dates.lead(task.due, task.lead)),
                    strong,
                    strong,
                    is_named=True,
                )
            )
    if task.offset is not None and task.parent is not None:
        lines.append(_Line(Choice.OFFSET, sentence(offset_text(dates, task.offset))))
    if task.dtstart is not None:
        text = words.say("Starts {when}", when=dates.exact(task.dtstart, now))
        lines.append(_Line(Choice.START, text, is_named=True))
    if text := planned_and_tracked(dates, task.estimate, spent(detail.time, now)):
        choice = Choice.ESTIMATE if task.estimate is not None else Choice.TIME
        lines.append(_Line(choice, text))
    if task.rrule is not None:
        lines.append(
            _Line(Choice.REPEAT, sentence(repeat_text(task.rrule, dates, task.repeat_from)))
        )
    if task.reminders:
        text = ", ".join(reminder_text(dates, reminder, now) for reminder in task.reminders)
        lines.append(_Line(Choice.REMINDERS, sentence(text)))
    if task.attendees:
        lines.append(_Line(Choice.PEOPLE, ", ".join(task.attendees)))
    if task.categories:
        lines.append(_Line(Choice.TAGS, " ".join(f"#{tag}" for tag in task.categories)))
    if Priority.level(task.priority) < 4:
        text = f"P{Priority.level(task.priority)} · {priority_label(words, task.priority)}"
        lines.append(_Line(Choice.PRIORITY, text, icon_color=theme.priority_ring(task.priority)))
    return lines


def _row(session: AppSession, line: _Line, choose: Callable[[Choice], None]) -> ft.Control:
    def pressed(_: object) -> None:
        choose(line.choice)

    icon = _ICONS[line.choice]
    if line.choice is Choice.PRIORITY:
        icon = ft.Icons.FLAG_ROUNDED
    row = ft.Semantics(
        label=line.text
        if line.is_named
        else f"{field_label(session.words, line.choice.value)}: {line.text}",
        button=True,
        content=ft.Container(
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Row(
                    [
                        ft.Container(
                            ft.Icon(icon, size=20, color=line.icon_color),
                            width=24,
                            alignment=ft.Alignment.CENTER,
                        ),
                        ft.Text(
                            line.text,
                            style=theme.type_style(14, 500, height=1.35),
                            color=line.color,
                            expand=True,
                            max_lines=LINES,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                    ],
                    spacing=8,
                ),
            ),
            padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=14),
            ink=True,
            on_click=pressed,
        ),
    )
    # One node: the press is the button's, not a second one inside it.
    return ft.MergeSemantics(row)
