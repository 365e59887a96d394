"""The sheet of each field of the task screen: one at a time, chosen by `Choice`.

Owns what each offers and which gesture a choice is. A sheet closes before it acts, so that a
refusal is seen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import flet as ft

from models.habits import UsualSpan
from models.moment import Moment
from models.task import Priority, Task
from services.habits import suggested_estimate
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip
from views.app.kit.field import InlineField
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.screens.series_sheets import DeleteSeriesSheet
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Choice, Edits
from views.app.screens.task_offset import OffsetSheet
from views.app.screens.task_reminders import RemindersSheet
from views.app.screens.task_repeat import RepeatSheet
from views.app.screens.task_time import TimeSheet
from views.app.screens.task_when import ESTIMATES, LEADS, SpanSheet, WhenSheet
from views.app.session import AppSession
from views.text.fields import field_label, priority_label

Close = Callable[[], None]


@component
def TaskSheet(
    session: AppSession, choice: Choice, detail: Detail, edits: Edits, on_close: Close
) -> ft.Control:
    """The sheet of `choice`; nothing for `Choice.NONE`."""
    task, say = detail.task, session.words.say
    title = field_label(session.words, choice.value)

    async def set_due(due: Moment | None) -> None:
        await edits.move(due, task.summary)

    async def set_offset(offset: timedelta) -> None:
        await edits.set_offset(task.uid, offset, task.summary)

    async def set_start(dtstart: Moment | None) -> None:
        await edits.edit(dtstart=dtstart)

    async def set_lead(lead: timedelta | None) -> None:
        await edits.edit(lead=lead)

    async def set_estimate(estimate: timedelta | None) -> None:
        await edits.edit(estimate=estimate)

    async def set_people(names: tuple[str, ...]) -> None:
        await edits.edit(attendees=names)

    async def set_tags(names: tuple[str, ...]) -> None:
        await edits.edit(categories=names)

    match choice:
        case Choice.DUE:
            return keyed("due", WhenSheet, session, title, task.due, set_due, on_close)
        case Choice.START:
            return keyed("start", WhenSheet, session, title, task.dtstart, set_start, on_close)
        case Choice.LEAD:
            none = say("No ready time")
            return keyed(
                "lead", SpanSheet, session, title, task.lead, LEADS, none, set_lead, on_close
            )
        case Choice.ESTIMATE:
            return keyed("plan", EstimateSheet, session, title, task, set_estimate, on_close)
        case Choice.OFFSET:
            return keyed(
                "offset",
                OffsetSheet,
                session,
                task.summary,
                task.due,
                task.offset,
                detail.parent.due if detail.parent else None,
                not task.status.is_open,
                set_offset,
                set_due,
                on_close,
            )
        case Choice.TIME:
            return keyed("time", TimeSheet, session, detail, edits, on_close)
        case Choice.REPEAT:
            return keyed("repeat", RepeatSheet, session, detail, edits, on_close)
        case Choice.REMINDERS:
            return keyed("reminders", RemindersSheet, session, detail, on_close)
        case Choice.PRIORITY:
            return keyed("priority", PrioritySheet, session, detail, edits, on_close)
        case Choice.GOAL:
            return keyed("goal", GoalSheet, session, detail, edits, on_close)
        case Choice.PEOPLE:
            add = say("Add a name")
            return keyed(
                "people", NamesSheet, session, title, task.attendees, "", add, set_people, on_close
            )
        case Choice.TAGS:
            add = say("Add a tag")
            return keyed(
                "tags", NamesSheet, session, title, task.categories, "#", add, set_tags, on_close
            )
        case Choice.DELETE:
            return keyed("delete", DeleteSeriesSheet, session, task.uid, task.summary, on_close)
        case Choice.NONE:
            return ft.Container(width=0, height=0)


@component
def EstimateSheet(
    session: AppSession,
    title: str,
    task: Task,
    on_set: Callable[[timedelta | None], Awaitable[None]],
    on_close: Close,
) -> ft.Control:
    """Spans to choose from; first the one that such tasks took, where the record says so."""

    def read(desk: Workspace) -> UsualSpan | None:
        return suggested_estimate(desk, task.goal, task.categories)

    reading = use_query(session, read, task.goal, task.categories)
    return SpanSheet(
        session,
        title,
        task.estimate,
        ESTIMATES,
        session.words.say("No estimate"),
        on_set,
        on_close,
        suggested=reading.value if isinstance(reading, Loaded) else None,
    )


@component
def PrioritySheet(session: AppSession, detail: Detail, edits: Edits, on_close: Close) -> ft.Control:
    """P1 to P3, or none."""
    words, now = session.words, Priority.level(detail.task.priority)

    def press(priority: int) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            on_close()
            await edits.edit(priority=priority)

        return pressed

    options: list[ft.Control] = []
    for priority in (Priority.HIGH, Priority.MEDIUM, Priority.LOW, Priority.NONE):
        level, label = Priority.level(priority), priority_label(words, priority)
        options.append(
            option(
                f"P{level} · {label}" if level < 4 else label,
                level == now,
                press(priority),
                ft.Icons.FLAG_ROUNDED if level < 4 else ft.Icons.FLAG_OUTLINED,
                theme.priority_ring(priority),
            )
        )
    title = field_label(words, Choice.PRIORITY.value)
    return SheetOver(session, title, ft.Column(options, spacing=2, tight=True), on_close)


@component
def GoalSheet(session: AppSession, detail: Detail, edits: Edits, on_close: Close) -> ft.Control:
    """The goals, none, and a field for a new one."""
    say, chosen = session.words.say, detail.task.goal

    def press(goal: str | None) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            on_close()
            if goal != chosen:
                await edits.edit(goal=goal)

        return pressed

    async def named(text: str) -> None:
        if text.strip():
            on_close()
            await edits.give_goal(text)

    options = [
        option(
            goal.name,
            goal.uid == chosen,
            press(goal.uid),
            theme.goal_icon(goal.icon),
            theme.tint_of(goal.color).line,
        )
        for goal in detail.goals
        if not goal.archived or goal.uid == chosen
    ]
    options.append(option(say("No goal"), chosen is None, press(None), ft.Icons.FLAG_OUTLINED))
    content = ft.Column(
        [
            ft.Column(options, spacing=2, tight=True),
            keyed("new", InlineField, session, say("New goal"), "", named),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return SheetOver(session, field_label(session.words, "goal"), content, on_close)


@component
def NamesSheet(
    session: AppSession,
    title: str,
    names: tuple[str, ...],
    prefix: str,
    add: str,
    on_set: Callable[[tuple[str, ...]], Awaitable[None]],
    on_close: Close,
) -> ft.Control:
    """Names as chips that can be taken away, and a field that adds; it stays open.

    Args:
        add: names the field. Several names may be typed at once, with commas between.
    """
    say = session.words.say

    def remove(name: str) -> Callable[[object], Awaitable[None]]:
        async def removed(_: object) -> None:
            await on_set(tuple(other for other in names if other != name))

        return removed

    async def added(text: str) -> None:
        new = tuple(filter(None, (part.strip() for part in text.split(","))))
        if new:
            await on_set((*names, *new))

    chips = [
        chip(
            f"{prefix}{name}",
            remove(name),
            ft.Colors.SECONDARY_CONTAINER,
            ft.Colors.ON_SECONDARY_CONTAINER,
            ft.Colors.SECONDARY_CONTAINER,
            on_clear=remove(name),
            clear_label=say("Remove {name}", name=name),
        )
        for name in names
    ]
    parts: list[ft.Control] = [
        keyed("add", InlineField, session, add, "", added, clears=True, has_focus=not names)
    ]
    if chips:
        parts.insert(0, ft.Row(chips, spacing=8, run_spacing=0, wrap=True))
    content = ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    return SheetOver(session, title, content, on_close)
