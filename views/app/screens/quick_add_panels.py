"""What stands under quick add's chips while one of them is being chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, time, timedelta

import flet as ft

from models.goal import Goal
from models.habits import UsualSpan
from models.recipe import Recipe
from services import recipes
from services.habits import suggested_estimate
from services.workspace import Workspace
from views.app.boundary import component, keyed
from views.app.kit.calendar import MonthPicker
from views.app.kit.chips import chip, chip_choice, list_chip
from views.app.kit.field import InlineField
from views.app.kit.span_choice import SpanChoice
from views.app.kit.time_choice import TimeChoice
from views.app.query import Loaded, use_query
from views.app.screens.quick_add_adding import Adding, Panel
from views.app.screens.quick_add_chips import (
    ESTIMATES,
    LEADS,
    PRIORITIES,
    goal_of,
    lead_ahead,
    lead_label,
)
from views.app.screens.quick_add_draft import DAY, next_week
from views.app.session import AppSession


@component
def ChosenPanel(
    session: AppSession, adding: Adding, panel: Panel, goals: tuple[Goal, ...]
) -> ft.Control:
    """The choices of one chip."""
    match panel:
        case Panel.DATE:
            return keyed("date", DatePanel, session, adding)
        case Panel.TIME:
            return _time_panel(session, adding)
        case Panel.PRIORITY:
            return _priority_panel(session, adding)
        case Panel.GOAL:
            return _goal_panel(session, adding, goals)
        case Panel.LEAD:
            return _lead_panel(session, adding, goals)
        case Panel.ESTIMATE:
            return keyed("estimate", EstimatePanel, session, adding, goals)
        case Panel.TAGS:
            return _tags_panel(session, adding)
        case Panel.RECIPE:
            return keyed("recipe", RecipePanel, session, adding)


@component
def DatePanel(session: AppSession, adding: Adding) -> ft.Control:
    """The days that are meant most, and behind Pick… a month."""
    say = session.words.say
    draft = adding.state.draft
    today = session.dates.today(session.minute.now)
    usual = {
        say("Today"): today,
        say("Tomorrow"): today + DAY,
        session.words.say_in("list", "Next week"): next_week(today, session.settings.first_weekday),
    }
    is_other = draft.day is not None and draft.day not in usual.values()
    is_month, set_month = ft.use_state(is_other)

    def press(day: date) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            adding.choose(draft.on(day))

        return pressed

    async def month(_: object) -> None:
        set_month(True)

    async def picked(day: date | None) -> None:
        adding.choose(adding.state.draft.on(day))

    if is_month:
        return MonthPicker(session, draft.day, picked, can_clear=True)
    chips = [list_chip(label, None, day == draft.day, press(day)) for label, day in usual.items()]
    chips.append(chip(say("Pick…"), month, icon=ft.Icons.CALENDAR_MONTH_ROUNDED, is_selected=False))
    return ft.Row(chips, spacing=8, run_spacing=0, wrap=True)


@component
def RecipePanel(session: AppSession, adding: Adding) -> ft.Control:
    """The recipes; the chosen one again is none."""
    chosen = adding.state.recipe
    language = session.words.language

    def read(desk: Workspace) -> tuple[Recipe, ...]:
        return recipes.recipes(desk, language)

    reading = use_query(session, read, language)
    every = reading.value if isinstance(reading, Loaded) else ()

    def choose(uid: str) -> None:
        found = next((each for each in every if each.uid == uid), None)
        adding.choose_recipe(None if found is None or found == chosen else found)

    options = [(each.uid, each.name) for each in every]
    return chip_choice(options, chosen.uid if chosen else None, choose)


@component
def EstimatePanel(session: AppSession, adding: Adding, goals: tuple[Goal, ...]) -> ft.Control:
    """How long it takes; first what such tasks took, where the record says so."""
    draft = adding.state.draft
    goal = goal_of(draft, goals)
    uid = goal.uid if goal is not None else None

    def read(desk: Workspace) -> UsualSpan | None:
        return suggested_estimate(desk, uid, draft.tags)

    reading = use_query(session, read, uid, draft.tags)

    async def chosen(span: timedelta | None) -> None:
        adding.choose(replace(adding.state.draft, estimate=span))

    return keyed(
        "span",
        SpanChoice,
        session,
        draft.estimate,
        ESTIMATES,
        session.words.say("No estimate"),
        chosen,
        reading.value if isinstance(reading, Loaded) else None,
    )


def _time_panel(session: AppSession, adding: Adding) -> ft.Control:
    async def picked(at: time | None) -> None:
        draft = adding.state.draft.at_time(at, session.workspace.now(), session.dates)
        adding.choose(draft)

    return TimeChoice(session, adding.state.draft.at, picked)


def _priority_panel(session: AppSession, adding: Adding) -> ft.Control:
    def choose(priority: int) -> None:
        adding.choose(replace(adding.state.draft, priority=priority))

    say = session.words.say
    words = {
        1: say("P1 · high"),
        5: say("P2 · medium"),
        9: say("P3 · low"),
    }
    options = [(value, words[value]) for value, _ in PRIORITIES]
    return chip_choice([*options, (0, say("None"))], adding.state.draft.priority, choose)


def _lead_panel(session: AppSession, adding: Adding, goals: tuple[Goal, ...]) -> ft.Control:
    draft = adding.state.draft
    offered = sorted({*LEADS, session.settings.default_lead} - {timedelta(0)})

    def choose(lead: timedelta) -> None:
        adding.choose(replace(draft, lead=lead))

    options = [(lead, lead_label(session, lead)) for lead in offered]
    options.append((timedelta(0), session.words.say("Only the time itself")))
    lead = lead_ahead(session, draft, goals) if draft.lead is None else draft.lead
    return chip_choice(options, lead or timedelta(0), choose)


def _goal_panel(session: AppSession, adding: Adding, goals: tuple[Goal, ...]) -> ft.Control:
    names = {goal.uid: goal.name for goal in goals if not goal.archived}

    def choose(uid: str) -> None:
        adding.choose_goal(uid, names[uid])

    parts: list[ft.Control] = []
    if names:
        parts.append(chip_choice(list(names.items()), adding.state.draft.goal, choose))
    parts.append(
        keyed(
            "new-goal",
            InlineField,
            session,
            session.words.say("New goal"),
            "",
            adding.choose_new_goal,
            hint=session.words.say("Name of the goal"),
        )
    )
    return _stack(parts)


def _tags_panel(session: AppSession, adding: Adding) -> ft.Control:
    say = session.words.say

    async def add(text: str) -> None:
        draft = adding.state.draft
        new = [tag.lstrip("#") for tag in text.replace(",", " ").split() if tag.strip("#")]
        if new:
            tags = tuple(dict.fromkeys((*draft.tags, *new)))
            adding.choose(replace(draft, tags=tags), is_settled=False)

    def without(tag: str) -> Callable[[object], Awaitable[None]]:
        async def removed(_: object) -> None:
            draft = adding.state.draft
            kept = tuple(each for each in draft.tags if each != tag)
            adding.choose(replace(draft, tags=kept), is_settled=False)

        return removed

    parts: list[ft.Control] = [
        keyed(
            "tags",
            InlineField,
            session,
            say("Add a tag"),
            "",
            add,
            hint=say("reels, story"),
            clears=True,
            has_focus=True,
        )
    ]
    tags = adding.state.draft.tags
    if tags:
        parts.append(
            ft.Row(
                [
                    chip(
                        f"#{tag}",
                        without(tag),
                        on_clear=without(tag),
                        clear_label=say("Remove {tag}", tag=tag),
                    )
                    for tag in tags
                ],
                spacing=8,
                run_spacing=0,
                wrap=True,
            )
        )
    return _stack(parts)


def _stack(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
