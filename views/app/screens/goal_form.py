"""The sheet of a goal: its name, what it is for, its category, colour, icon and pin.

What is chosen is kept as one gesture when the sheet is left by its button.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import flet as ft

from models.goal import GOAL_ICONS, Goal, GoalColor, GoalFields
from models.task import NAME_LIMIT
from services import goals
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice, list_chip
from views.app.kit.form_field import FormField
from views.app.kit.sheet import SheetOver, footed
from views.app.query import Loaded, use_query
from views.app.screens.quick_add_chips import LEADS
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.goal_words import color_name, icon_name
from views.text.words import Words

#: So many categories that are in use are offered.
_OFFERED = 8


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the sheet holds so far."""

    name: str = ""
    description: str = ""
    category: str = ""
    lead: timedelta | None = None
    color: GoalColor = GoalColor.PRIMARY
    icon: str = "flag"
    pinned: bool = True

    @classmethod
    def of(cls, goal: Goal) -> _Draft:
        """What the goal is now."""
        category = goal.category or ""
        return cls(
            goal.name,
            goal.description,
            category,
            goal.default_lead,
            goal.color,
            goal.icon,
            goal.pinned,
        )

    def fields(self) -> GoalFields:
        """What is to be kept; an icon of a newer version stays as it is."""
        fields = GoalFields(
            name=self.name,
            description=self.description,
            category=self.category or None,
            default_lead=self.lead,
            color=self.color,
            pinned=self.pinned,
        )
        if self.icon in GOAL_ICONS:
            fields["icon"] = self.icon
        return fields


@dataclass(frozen=True, slots=True)
class _Read:
    goal: Goal | None
    categories: tuple[str, ...]


def _reading(uid: str) -> Callable[[Workspace], _Read]:
    def read(desk: Workspace) -> _Read:
        return _Read(goals.goal(desk, uid) if uid else None, goals.categories(desk))

    return read


@component
def GoalFormSheet(session: AppSession, uid: str) -> ft.Control:
    """The sheet for the goal `uid`, or for a new one where that is empty."""
    say = session.words.say
    reading = use_query(session, _reading(uid), uid)
    title = say("Edit the goal") if uid else say("New goal")
    body = (
        keyed("form", _Form, session, reading.value.goal, reading.value.categories)
        if isinstance(reading, Loaded)
        else ft.Container(height=theme.TOUCH)
    )
    return SheetOver(session, title, body, session.overlay.close, is_footed=True)


@component
def _Form(session: AppSession, goal: Goal | None, categories: tuple[str, ...]) -> ft.Control:
    words, say = session.words, session.words.say
    draft, set_draft = ft.use_state(_Draft.of(goal) if goal else _Draft())
    # What is typed draws nothing anew, so that no keystroke is lost.
    typed = ft.use_ref(lambda: {"name": draft.name, "description": draft.description}).current
    latest = ft.use_ref(draft)
    latest.current = draft
    assert typed is not None

    def type_name(text: str) -> None:
        typed["name"] = text

    def type_description(text: str) -> None:
        typed["description"] = text

    def type_category(text: str) -> None:
        typed["category"] = text

    def change(**chosen: object) -> None:
        set_draft(lambda now: replace(now, **chosen))  # type: ignore[arg-type]

    async def save() -> None:
        assert latest.current is not None
        fields = replace(latest.current, **typed).fields()
        if goal is not None:
            kept = await session.act(goals.edit_goal, goal.uid, fields)
        else:
            kept = await session.act(goals.create_goal, fields)
        if kept is None:
            return
        session.overlay.close()
        action = "goal.create" if goal is None else "goal.edit"
        session.say(action_text(words, action, kept.name), has_undo=True)
        if goal is None:
            await session.go(routes.goal_route(kept.uid))

    async def pressed(_: object) -> None:
        await save()

    def categorise(name: str) -> Callable[[object], None]:
        def chose(_: object) -> None:
            typed.pop("category", None)
            change(category="" if name == draft.category else name)

        return chose

    def pin(event: ft.Event[ft.Switch]) -> None:
        change(pinned=bool(event.control.value))

    def lead(value: timedelta | None) -> None:
        change(lead=value)

    def color(value: GoalColor) -> None:
        change(color=value)

    def icon(value: str) -> None:
        change(icon=value)

    offered = [name for name in categories if name != draft.category][:_OFFERED]
    chips: list[ft.Control] = [list_chip(name, None, False, categorise(name)) for name in offered]
    parts: list[ft.Control] = [
        keyed(
            "name",
            FormField,
            say("Name of the goal"),
            draft.name,
            type_name,
            hint=say("Such as December content"),
            on_enter=save,
            has_focus=goal is None,
            limit=NAME_LIMIT,
        ),
        keyed(
            "description",
            FormField,
            say("What it is for"),
            draft.description,
            type_description,
            is_multiline=True,
        ),
        keyed(
            f"category-{draft.category}",
            FormField,
            say("Category"),
            draft.category,
            type_category,
            hint=say("Such as Work or Home"),
            on_enter=save,
            limit=NAME_LIMIT,
        ),
    ]
    if chips:
        parts.append(ft.Row(chips, spacing=8, run_spacing=0, wrap=True))
    parts += [
        _titled(say("Ready before it is published"), _leads(session, draft.lead, lead)),
        _titled(say("Colour"), swatches(words, draft.color, color)),
        _titled(say("Icon"), icons(words, draft.icon, draft.color, icon)),
        ft.Switch(label=say("Pin to Home"), value=draft.pinned, on_change=pin),
    ]
    return footed(
        ft.Column(
            parts, spacing=14, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        ft.FilledButton(say("Save") if goal else say("Make the goal"), on_click=pressed),
    )


def _leads(
    session: AppSession,
    chosen: timedelta | None,
    on_choose: Callable[[timedelta | None], None],
) -> ft.Control:
    """How long before its time a new task of the goal is ready; first of all: as usual."""
    say, dates = session.words.say, session.dates
    usual = session.settings.default_lead
    spans = sorted({timedelta(0), *LEADS, *({chosen} if chosen else ())})
    options: list[tuple[timedelta | None, str]] = [
        (None, say("As usual: {lead}", lead=dates.duration(usual) if usual else say("Same time")))
    ]
    options += [(span, dates.duration(span) if span else say("Same time")) for span in spans]
    return chip_choice(options, chosen, on_choose)


def _titled(title: str, content: ft.Control) -> ft.Control:
    head = ft.Text(title, style=theme.META_STRONG, color=ft.Colors.ON_SURFACE_VARIANT)
    return ft.Column([head, content], spacing=2, tight=True)


def swatches(words: Words, chosen: GoalColor, on_choose: Callable[[GoalColor], None]) -> ft.Control:
    """The colours that a goal can have, each a disc to press."""

    def disc(color: GoalColor) -> ft.Control:
        mark = ft.Icon(ft.Icons.CHECK_ROUNDED, size=18, color=ft.Colors.SURFACE)
        face = ft.Container(
            mark if color is chosen else None,
            width=32,
            height=32,
            shape=ft.BoxShape.CIRCLE,
            bgcolor=theme.tint_of(color).line,
            alignment=ft.Alignment.CENTER,
        )
        name = color_name(words, color)
        return _choice(name, face, color is chosen, lambda: on_choose(color))

    return _wrapped([disc(color) for color in GoalColor])


def icons(
    words: Words, chosen: str, color: GoalColor, on_choose: Callable[[str], None]
) -> ft.Control:
    """The icons that a goal can have, each to press."""
    tint = theme.tint_of(color)

    def face(name: str) -> ft.Control:
        is_chosen = name == chosen
        box = ft.Container(
            ft.Icon(
                theme.goal_icon(name),
                size=22,
                color=tint.on_container if is_chosen else ft.Colors.ON_SURFACE_VARIANT,
            ),
            width=40,
            height=40,
            border_radius=theme.RADIUS_BLOCK,
            alignment=ft.Alignment.CENTER,
            bgcolor=tint.container if is_chosen else None,
            border=ft.Border.all(2, tint.line) if is_chosen else None,
        )
        return _choice(icon_name(words, name), box, is_chosen, lambda: on_choose(name))

    return _wrapped([face(name) for name in GOAL_ICONS])


def _wrapped(cells: Sequence[ft.Control]) -> ft.Control:
    return ft.Row(list(cells), spacing=0, run_spacing=0, wrap=True)


def _choice(
    label: str, face: ft.Control, is_chosen: bool, on_choose: Callable[[], None]
) -> ft.Control:
    def pressed(_: object) -> None:
        on_choose()

    return ft.Semantics(
        label=label,
        button=True,
        selected=is_chosen,
        container=True,
        content=ft.Container(
            face,
            width=theme.TOUCH,
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER,
            border_radius=theme.TOUCH / 2,
            ink=True,
            tooltip=ft.Tooltip(label, exclude_from_semantics=True),
            on_click=pressed,
        ),
    )
