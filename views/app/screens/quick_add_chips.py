"""The chips of quick add: what the next task gets, each to change or to clear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import flet as ft

from models.goal import Goal
from models.quickadd import FieldName
from models.task import Priority
from services.tasks import usual_lead
from views import theme
from views.app.kit.chips import chip
from views.app.screens.quick_add_adding import Adding, Panel
from views.app.screens.quick_add_draft import Draft
from views.app.screens.quick_add_line import SAID_ONLY
from views.app.screens.quick_add_said import said_label
from views.app.session import AppSession
from views.text.fields import field_label

#: RFC 5545 priorities by the names that people type.
PRIORITIES = ((Priority.HIGH, "P1"), (Priority.MEDIUM, "P2"), (Priority.LOW, "P3"))
_MINUTE = timedelta(minutes=1)
ESTIMATES = tuple(count * _MINUTE for count in (15, 30, 45, 60, 90, 120, 180))
LEADS = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))


#: What each panel chooses. A time goes with its date: the line says both as one.
_FIELDS = {
    Panel.DATE: FieldName.DUE,
    Panel.TIME: FieldName.DUE,
    Panel.LEAD: FieldName.LEAD,
    Panel.ESTIMATE: FieldName.ESTIMATE,
    Panel.PRIORITY: FieldName.PRIORITY,
    Panel.GOAL: FieldName.GOAL,
    Panel.TAGS: FieldName.CATEGORIES,
}


@dataclass(frozen=True, slots=True)
class _Look:
    icon: ft.IconData | None
    fill: str
    on_fill: str


_DATE = _Look(ft.Icons.EVENT_ROUNDED, ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER)
_TIME = _Look(
    ft.Icons.SCHEDULE_ROUNDED, ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER
)
_PRIORITY = _Look(
    ft.Icons.FLAG_ROUNDED, ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER
)
_GOAL = _Look(
    ft.Icons.TRACK_CHANGES_ROUNDED,
    ft.Colors.SECONDARY_CONTAINER,
    ft.Colors.ON_SECONDARY_CONTAINER,
)
_LEAD = _Look(ft.Icons.HOURGLASS_TOP_ROUNDED, theme.AMBER_CONTAINER, theme.ON_AMBER_CONTAINER)
_ESTIMATE = _Look(ft.Icons.TIMER_OUTLINED, ft.Colors.SURFACE_CONTAINER_HIGH, ft.Colors.ON_SURFACE)
_TAGS = _Look(ft.Icons.SELL_OUTLINED, ft.Colors.SURFACE_CONTAINER_HIGH, ft.Colors.ON_SURFACE)


def draft_chips(
    session: AppSession, adding: Adding, goal_name: str, usual_lead: timedelta | None
) -> ft.Control:
    """One chip for each thing that can be chosen.

    Args:
        goal_name: the chosen goal's.
        usual_lead: what the next task gets where nothing is said of a lead.
    """
    say, dates = session.words.say, session.dates
    draft = adding.state.draft
    today = dates.today(session.minute.now)
    said = adding.state.understood

    def one(
        panel: Panel, look: _Look, unset: str, value: str, cleared: Draft, spoken: str = ""
    ) -> ft.Control:
        return _chip(adding, panel, look, unset, value, cleared, _clear_label(session, spoken))

    chips = [
        one(
            Panel.DATE,
            _DATE,
            say("Date"),
            dates.heading(draft.day, today) if draft.day else "",
            draft.on(None),
            say("Date"),
        ),
        one(
            Panel.TIME,
            _TIME,
            say("Time"),
            dates.time(draft.at) if draft.at else "",
            replace(draft, at=None, lead=None),
            say("Time"),
        ),
    ]
    if draft.at is not None:
        lead = usual_lead if draft.lead is None else draft.lead
        chips.append(
            one(
                Panel.LEAD,
                _LEAD,
                say("Ready by"),
                lead_label(session, lead) if lead else "",
                replace(draft, lead=timedelta(0)),
                say("Ready by"),
            )
        )
        chips.append(_recipe_chip(session, adding))
    chips += [
        one(
            Panel.ESTIMATE,
            _ESTIMATE,
            say("Estimate"),
            dates.duration(draft.estimate) if draft.estimate else "",
            replace(draft, estimate=None),
            say("Estimate"),
        ),
        one(
            Panel.PRIORITY,
            _PRIORITY,
            say("Priority"),
            dict(PRIORITIES).get(draft.priority, ""),
            replace(draft, priority=0),
            say("Priority"),
        ),
        one(
            Panel.GOAL,
            _GOAL,
            say("Goal"),
            goal_name,
            replace(draft, goal=None, goal_name=""),
            say("Goal"),
        ),
        one(
            Panel.TAGS,
            _TAGS,
            say("Tags"),
            " ".join(f"#{tag}" for tag in draft.tags),
            replace(draft, tags=()),
            say("Tags"),
        ),
    ]
    chips += [_said_chip(session, adding, name) for name in SAID_ONLY if name in said]
    return ft.Row(chips, spacing=8, run_spacing=0, wrap=True)


def _recipe_chip(session: AppSession, adding: Adding) -> ft.Control:
    """The recipe that the next task is planned with; the line says none."""
    state, say = adding.state, session.words.say
    is_open = state.panel is Panel.RECIPE

    async def pressed(_: object) -> None:
        state.panel = None if is_open else Panel.RECIPE

    async def clear(_: object) -> None:
        adding.choose_recipe(None)

    icon = ft.Icons.EVENT_REPEAT_ROUNDED
    if state.recipe is None:
        fill = ft.Colors.SURFACE_CONTAINER_HIGH if is_open else ft.Colors.TRANSPARENT
        return chip(say("Recipe"), pressed, fill, icon=icon, is_selected=is_open)
    return chip(
        state.recipe.name,
        pressed,
        ft.Colors.SECONDARY_CONTAINER,
        ft.Colors.ON_SECONDARY_CONTAINER,
        ft.Colors.ON_SECONDARY_CONTAINER if is_open else ft.Colors.SECONDARY_CONTAINER,
        icon=icon,
        is_selected=True,
        on_clear=clear,
        clear_label=_clear_label(session, say("Recipe")),
    )


def _said_chip(session: AppSession, adding: Adding, name: FieldName) -> ft.Control:
    """A field that only the line says: told, and cleared with one tap."""
    icon, label = said_label(session, dict(adding.state.draft.rest), name)

    async def clear(_: object) -> None:
        adding.clear(name, adding.state.draft)

    return chip(
        label,
        clear,
        ft.Colors.SURFACE_CONTAINER_HIGH,
        ft.Colors.ON_SURFACE,
        ft.Colors.SURFACE_CONTAINER_HIGH,
        icon=icon,
        is_selected=True,
        on_clear=clear,
        clear_label=_clear_label(session, field_label(session.words, name.value)),
    )


def lead_label(session: AppSession, lead: timedelta) -> str:
    """``Siap 1 j sebelumnya``."""
    return session.words.say("Ready {duration} before", duration=session.dates.duration(lead))


def lead_ahead(session: AppSession, draft: Draft, goals: tuple[Goal, ...]) -> timedelta | None:
    """What the next task gets where neither its line nor its chip says when it must be ready."""
    if draft.goal is None and not draft.goal_name:
        return None
    goal = goal_of(draft, goals)
    return usual_lead(session.workspace, goal.default_lead if goal else None)


def goal_of(draft: Draft, goals: tuple[Goal, ...]) -> Goal | None:
    """The draft's goal, by its uid or by the name that the line says."""
    name = draft.goal_name.casefold()
    return next((each for each in goals if each.uid == draft.goal), None) or next(
        (each for each in goals if each.name.casefold() == name), None
    )


def _clear_label(session: AppSession, field: str) -> str:
    return session.words.say("Clear {field}", field=field)


def _chip(
    adding: Adding,
    panel: Panel,
    look: _Look,
    unset: str,
    value: str,
    cleared: Draft,
    clear_label: str,
) -> ft.Control:
    state = adding.state

    async def pressed(_: object) -> None:
        state.panel = None if state.panel is panel else panel

    async def clear(_: object) -> None:
        adding.clear(_FIELDS[panel], cleared)

    is_open = state.panel is panel
    if not value:
        return chip(
            unset,
            pressed,
            ft.Colors.SURFACE_CONTAINER_HIGH if is_open else ft.Colors.TRANSPARENT,
            icon=look.icon,
            is_selected=is_open,
        )
    return chip(
        value,
        pressed,
        look.fill,
        look.on_fill,
        look.on_fill if is_open else look.fill,
        icon=look.icon,
        is_selected=True,
        on_clear=clear,
        clear_label=clear_label,
    )
