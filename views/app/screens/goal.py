"""One goal: how far it is, its open tasks, and its name, look and place.

Owns what is read for it. How it is changed stands in `goal_head`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import flet as ft

from models.errors import UnknownGoal
from models.goal import Goal
from models.list_view import OF_A_GOAL, GroupBy, SortBy, View
from models.lists import ListName
from models.task import TaskLine
from services import goals, lists
from services.calendar import BEGINNING
from services.settings import choose_view, view_of_list
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button, in_margin, menu_button, section_head
from views.app.kit.cards import ready_text
from views.app.kit.drawn_height import drawn_height
from views.app.kit.first_rows import use_first_rows
from views.app.kit.lingering import use_lingering
from views.app.kit.progress import progress_bar
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import AddTask
from views.app.query import Failed, use_held, use_query
from views.app.screens.goal_gone import goal_gone, with_way_back
from views.app.screens.goal_head import GoalHead
from views.app.screens.list_gestures import use_list
from views.app.screens.list_keys import use_walk
from views.app.screens.list_memory import use_scrolled
from views.app.screens.list_picking import PickingBar
from views.app.screens.list_rows import heading, row_list, task_rows
from views.app.screens.todo_menu import several_item, view_items
from views.app.screens.todo_view import ordered, sections
from views.app.session import AppSession

_PAGE = lists.PAGE_SIZE


@dataclass(frozen=True, slots=True)
class GoalReading:
    """A goal, its pinned open tasks and the first of the others; `has_more`: some are left."""

    goal: Goal
    pinned: tuple[TaskLine, ...]
    lines: tuple[TaskLine, ...]
    has_more: bool


def read_goal(desk: Workspace, uid: str, view: View, limit: int) -> GoalReading:
    """At most `limit` tasks of a goal as `view` orders them, and the pinned ones."""
    goal = goals.goal(desk, uid)
    pinned = ordered(lists.goal_pinned(desk, uid), replace(view, group=GroupBy.NONE))
    apart = {line.uid for line in pinned}
    if view == OF_A_GOAL:
        page = lists.goal_page(desk, uid, limit=limit)
        found, has_more = page.lines, page.cursor is not None
    else:
        every = sorted(lists.goal_lines(desk, uid), key=_by_due)
        found, has_more = ordered(every, view)[:limit], len(every) > limit
    left = tuple(line for line in found if line.uid not in apart)
    return GoalReading(goal, pinned, left, has_more)


def _by_due(line: TaskLine) -> tuple[bool, datetime, str, str]:
    return line.due_at is None, line.due_at or BEGINNING, line.position, line.uid


@component
def GoalScreen(session: AppSession, uid: str) -> ft.Control:
    """The screen at `/goal/{uid}`."""
    say = session.words.say
    many, show_many = ft.use_state(_PAGE)
    view = view_of_list(session.settings, f"goal:{uid}", OF_A_GOAL)

    def read(desk: Workspace) -> GoalReading | None:
        try:
            return read_goal(desk, uid, view, many)
        except UnknownGoal:
            # It was made a moment ago, and that was taken back while one looked at it.
            return None

    reading = use_held(use_query(session, read, uid, view, many))

    async def more(_: object) -> None:
        show_many(many + _PAGE)

    def draw(found: GoalReading | None) -> ft.Control:
        if found is None:
            title = say("This goal is not here any more")
            return goal_gone(session, title, say("It was taken back."))
        if found.goal.deleted is not None:
            line = say("Its tasks are still there, without a goal.")
            return goal_gone(session, say("This goal was deleted"), line)
        return keyed("body", _Body, session, found, view, more)

    shown = show_reading(session, reading, draw)
    if isinstance(reading, Failed):
        shown = with_way_back(session, shown)
    return ft.Column(
        [
            keyed("picking", PickingBar, session, _list_key(uid)),
            ft.Container(shown, padding=ft.Padding.only(top=12), expand=True),
        ],
        spacing=0,
        expand=True,
    )


def _list_key(uid: str) -> str:
    return f"goal:{uid}"


@component
def _Body(session: AppSession, found: GoalReading, view: View, on_more: Press) -> ft.Control:
    ft.use_state(session.minute)
    say = session.words.say
    goal = found.goal
    key = _list_key(goal.uid)
    memory, gestures = use_list(session, key)
    placing = gestures.placing
    view_ref, scrolled = use_scrolled(session, key)
    pinned = use_lingering(session, found.pinned)
    seen = use_lingering(session, found.lines)
    at_once = use_first_rows(session)
    is_by_hand = view.sort is SortBy.MANUAL

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"goal": goal.uid}))

    first = tuple(each.line for each in pinned)
    groups = sections(
        (each.line for each in seen),
        ListName.ALL,
        view,
        session.dates,
        session.minute.now,
    )
    placing.groups = tuple(
        tuple(line.uid for line in held) for held in (first, *(group.lines for group in groups))
    )
    leaving = {each.line.uid for each in (*pinned, *seen) if each.is_leaving}
    walked = [
        line
        for line in (*first, *(line for group in groups for line in group.lines))
        if line.uid not in leaving
    ]
    at = use_walk(
        session,
        memory,
        gestures,
        key,
        walked,
        view_ref,
        is_by_hand=is_by_hand,
    )
    folding = frozenset(each.line.uid for each in (*pinned, *seen) if each.is_folding)

    def rows(lines: tuple[TaskLine, ...], *, has_day: bool = True) -> list[ft.Control]:
        return task_rows(
            session,
            memory,
            gestures,
            lines,
            folding,
            at=at,
            has_day=has_day,
            has_goal=False,
            is_by_hand=is_by_hand,
        )

    head = _head(session, goal, view, add, gestures.start_picking)
    on_head = drawn_height("head", memory.heights.told)
    body: list[ft.Control] = [ft.Container(head, key="head", on_size_change=on_head)]
    if not seen and not pinned:
        body.append(ft.Container(_empty(session, goal, add), key="empty"))
    if first:
        body += [ft.Container(heading(say("Pinned")), key="pinned"), *rows(first)]
        if groups and not groups[0].title:
            body.append(ft.Container(heading(say("Other tasks")), key="others"))
    room = at_once if at_once is not None else len(seen)
    for group in groups:
        if room <= 0:
            break
        if group.title:
            body.append(ft.Container(heading(group.title), key=f"head-{group.key}"))
        body += rows(group.lines[:room], has_day=group.day is None)
        room -= len(group.lines)
    if found.has_more and at_once is None:
        more = ft.Row([ft.TextButton(say("Show more"), on_click=on_more)])
        body.append(ft.Container(in_margin(more), key="more"))
    body.append(ft.Container(height=40, key="end"))
    return row_list(session, memory, gestures, body, view_ref, scrolled, is_by_hand=is_by_hand)


def _head(
    session: AppSession, goal: Goal, view: View, on_add: Press, on_select: Press
) -> ft.Control:
    words, say = session.words, session.words.say
    ready = ready_text(words, goal)
    tint = theme.tint_of(goal.color)

    def choose(chosen: View) -> Press:
        async def chose(_: object) -> None:
            await session.act(choose_view, f"goal:{goal.uid}", chosen)

        return chose

    items = [*view_items(session, view, choose, GroupBy.NONE), several_item(session, on_select)]
    buttons = ft.Row(
        [
            menu_button(
                say("View"),
                items,
                icon=ft.Icons.TUNE_ROUNDED,
            ),
            icon_button(ft.Icons.ADD_ROUNDED, say("New task in this goal"), on_add),
        ],
        spacing=0,
        tight=True,
    )
    return ft.Column(
        [
            keyed("head", GoalHead, session, goal),
            ft.Container(height=10),
            in_margin(progress_bar(goal.tasks_done, goal.tasks_total, ready, color=tint.line)),
            ft.Container(height=12),
            ft.Container(
                section_head(say("Open tasks"), note=ready, trailing=buttons),
                padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8),
            ),
        ],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _empty(session: AppSession, goal: Goal, on_add: Press) -> ft.Control:
    say = session.words.say
    is_done = goal.tasks_total > 0
    return empty_state(
        ft.Icons.CELEBRATION_ROUNDED if is_done else ft.Icons.CHECKLIST_ROUNDED,
        say("Everything here is done") if is_done else say("No task in this goal yet"),
        say("Add the next one, or archive the goal.")
        if is_done
        else say("Add one, and the bar above starts to fill."),
        action=say("Add a task"),
        on_action=on_add,
    )
