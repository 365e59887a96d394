"""The sheets for several selected tasks: their goal, their priority, their tags.

Each choice is one gesture for all of them, and can be undone as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from models.task import Priority
from services import goals, several, tags, tasks
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip
from views.app.kit.field import InlineField
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.fields import field_label, priority_label

#: So many tags that are in use are offered.
_OFFERED = 12

Press = Callable[[object], Awaitable[None]]


async def _say(session: AppSession, action: str, uids: tuple[str, ...]) -> None:
    title = ""
    if len(uids) == 1:
        title = (await session.read(lambda desk: tasks.line(desk, uids[0]))).summary
    session.say(action_text(session.words, action, title, len(uids)), has_undo=True)


@component
def AssignSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """The goals, and none."""
    say = session.words.say
    reading = use_query(session, goals.goals)
    found = reading.value if isinstance(reading, Loaded) else ()

    def press(goal: str | None) -> Press:
        async def pressed(_: object) -> None:
            session.overlay.close()
            if await session.act(several.assign_many, uids, goal) is not None:
                await _say(session, "assign", uids)

        return pressed

    options = [
        option(
            goal.name,
            False,
            press(goal.uid),
            theme.goal_icon(goal.icon),
            theme.tint_of(goal.color).line,
        )
        for goal in found
        if not goal.archived
    ]
    options.append(option(say("No goal"), False, press(None), ft.Icons.FLAG_OUTLINED))
    content = ft.Column(options, spacing=2, tight=True)
    title = say("Move to a goal")
    return SheetOver(session, title, content, session.overlay.close)


@component
def PrioritiseSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """P1 to P3, or none."""
    words = session.words

    def press(priority: int) -> Press:
        async def pressed(_: object) -> None:
            session.overlay.close()
            if await session.act(several.prioritise_many, uids, priority) is not None:
                await _say(session, "prioritise", uids)

        return pressed

    options: list[ft.Control] = []
    for priority in (Priority.HIGH, Priority.MEDIUM, Priority.LOW, Priority.NONE):
        level, label = Priority.level(priority), priority_label(words, priority)
        options.append(
            option(
                f"P{level} · {label}" if level < 4 else label,
                False,
                press(priority),
                ft.Icons.FLAG_ROUNDED if level < 4 else ft.Icons.FLAG_OUTLINED,
                theme.priority_ring(priority),
            )
        )
    title = field_label(words, "priority")
    content = ft.Column(options, spacing=2, tight=True)
    return SheetOver(session, title, content, session.overlay.close)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """Which tags the tasks have and how many of them each, and others that are in use."""

    held: tuple[tuple[str, int], ...]
    others: tuple[str, ...]


def _read(desk: Workspace, uids: tuple[str, ...]) -> _Tagged:
    counts = Counter(name for uid in uids for name in tasks.task(desk, uid).categories)
    every = sorted(tags.tags(desk), key=lambda tag: -tag.open)
    others = tuple(tag.name for tag in every if tag.name not in counts)[:_OFFERED]
    return _Tagged(tuple(sorted(counts.items())), others)


@component
def TaggingSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """The tags that the tasks have, to give all of them or take off, and others to add."""
    say = session.words.say
    reading = use_query(session, lambda desk: _read(desk, uids), uids)
    found = reading.value if isinstance(reading, Loaded) else _Tagged((), ())

    async def change(add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        if await session.act(_tag, uids, add, remove):
            await _say(session, "tag", uids)

    def give(name: str) -> Press:
        async def gave(_: object) -> None:
            await change((name,), ())

        return gave

    def take(name: str) -> Press:
        async def took(_: object) -> None:
            await change((), (name,))

        return took

    async def typed(text: str) -> None:
        new = tuple(filter(None, (part.strip() for part in text.split(","))))
        if new:
            await change(new, ())

    held = [
        chip(
            f"#{name}" if count == len(uids) else f"#{name} · {count}/{len(uids)}",
            give(name),
            ft.Colors.SECONDARY_CONTAINER if count == len(uids) else ft.Colors.TRANSPARENT,
            ft.Colors.ON_SECONDARY_CONTAINER if count == len(uids) else ft.Colors.ON_SURFACE,
            ft.Colors.SECONDARY_CONTAINER if count == len(uids) else ft.Colors.OUTLINE_VARIANT,
            on_clear=take(name),
            clear_label=say("Remove {name}", name=name),
        )
        for name, count in found.held
    ]
    parts: list[ft.Control] = []
    if held:
        parts.append(ft.Row(held, spacing=8, run_spacing=0, wrap=True))
    parts.append(keyed("add", InlineField, session, say("Add a tag"), "", typed, clears=True))
    if found.others:
        offered: list[ft.Control] = [
            chip(f"#{name}", give(name), icon=ft.Icons.ADD_ROUNDED) for name in found.others
        ]
        parts.append(ft.Row(offered, spacing=8, run_spacing=0, wrap=True))
    content = ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = field_label(session.words, "categories")
    return SheetOver(session, title, content, session.overlay.close)


def _tag(
    desk: Workspace, uids: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...]
) -> int:
    return tags.tag_many(desk, uids, add=add, remove=remove)
