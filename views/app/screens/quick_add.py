"""Quick add: one field over the screen it was opened from, and chips for the rest.

Owns how the sheet is laid out. What it does is `quick_add_adding`'s; the field, which nothing
here may disturb, is `quick_add_field`'s.
"""

from __future__ import annotations

import flet as ft

from models.task import TaskFields
from services import goals
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.screens.quick_add_adding import Adding, Said
from views.app.screens.quick_add_asides import asides
from views.app.screens.quick_add_chips import draft_chips, lead_ahead
from views.app.screens.quick_add_draft import draft_of, preset_at
from views.app.screens.quick_add_echo import TitleEcho
from views.app.screens.quick_add_field import TitleField
from views.app.screens.quick_add_panels import ChosenPanel
from views.app.session import AppSession


@component
def QuickAddSheet(session: AppSession, preset: TaskFields, text: str = "") -> ft.Control:
    """The sheet of `AddTask`; `preset` is what the new task gets, else what its place says."""

    def begin() -> Adding:
        today = session.dates.today(session.minute.now)
        place = session.here.behind
        # Whoever shares a text comes from another program, from no place of ours.
        fields = preset or (
            TaskFields() if text else preset_at(place, today, session.settings.first_weekday)
        )
        adding = Adding(session, draft_of(fields))
        adding.buffer.put(text)
        return adding

    adding = ft.use_ref(begin).current
    assert adding is not None

    def read_shared() -> None:
        if text:
            session.spawn(adding.heard())

    ft.use_effect(read_shared, [])
    return SheetOver(
        session,
        session.words.say("New task"),
        ft.Column(
            [
                ft.Stack(
                    [
                        keyed("echo", TitleEcho, session, adding),
                        keyed(
                            "title",
                            TitleField,
                            session,
                            adding.buffer,
                            adding.drawn,
                            adding.enter,
                            adding.heard,
                        ),
                    ],
                    # As wide as the sheet: a field that may choose takes 300 pixels.
                    fit=ft.StackFit.PASS_THROUGH,
                ),
                keyed("around", Around, session, adding),
            ],
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        session.overlay.close,
        has_title=False,
    )


@component
def Around(session: AppSession, adding: Adding) -> ft.Control:
    """Everything about the new task but its title."""
    state, _ = ft.use_state(adding.state)
    reading = use_query(session, goals.goals)
    known = reading.value if isinstance(reading, Loaded) else ()
    draft = state.draft
    goal_name = draft.goal_name or next((goal.name for goal in known if goal.uid == draft.goal), "")

    lead = lead_ahead(session, draft, known)

    async def send(_: object) -> None:
        await adding.enter()

    # Each part has a key: one that comes or goes sends none of the others again.
    parts: list[ft.Control] = []
    if state.said is not None:
        parts.append(_said(session, adding, state.said))
    parts += asides(session, adding)
    if state.lines:
        parts.append(_several(session, adding, len(state.lines)))
    parts.append(
        ft.Row(
            [
                ft.Container(draft_chips(session, adding, goal_name, lead), expand=True),
                _send_button(session, send),
            ],
            key="chips",
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.END,
        )
    )
    if state.panel is not None:
        parts.append(
            ft.Container(
                keyed(state.panel.value, ChosenPanel, session, adding, state.panel, known),
                key="panel",
                padding=ft.Padding.only(top=8),
            )
        )
    return ft.Column(parts, spacing=4, tight=True)


def _send_button(session: AppSession, on_click: Press) -> ft.Control:
    label = session.words.say("Add")
    return ft.Semantics(
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            ft.Icon(ft.Icons.ARROW_UPWARD_ROUNDED, size=22, color=theme.ON_HERO),
            width=theme.TOUCH,
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER,
            shape=ft.BoxShape.CIRCLE,
            bgcolor=theme.HERO,
            ink=True,
            tooltip=ft.Tooltip(label, exclude_from_semantics=True),
            on_click=on_click,
        ),
    )


def _said(session: AppSession, adding: Adding, said: Said) -> ft.Control:
    """A refusal, or what was added with the ways to take it back and to open it."""
    say = session.words.say
    color = theme.MISSED if said.is_refusal else ft.Colors.ON_SURFACE_VARIANT

    async def take_back(_: object) -> None:
        await adding.take_back()

    async def show(_: object) -> None:
        await adding.open_added()

    parts: list[ft.Control] = [
        ft.Icon(
            ft.Icons.ERROR_OUTLINE_ROUNDED if said.is_refusal else ft.Icons.CHECK_CIRCLE_ROUNDED,
            size=18,
            color=theme.MISSED if said.is_refusal else theme.DONE,
        ),
        ft.Semantics(
            live_region=True,
            container=True,
            expand=True,
            content=ft.Text(
                said.text,
                style=theme.META_STRONG,
                color=color,
                max_lines=3 if said.is_refusal else 1,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
        ),
    ]
    if said.gesture:
        parts.append(ft.TextButton(say("Undo"), on_click=take_back))
    if said.uid:
        parts.append(ft.TextButton(say("Open"), on_click=show))
    height = None if said.is_refusal else theme.TOUCH
    return ft.Row(parts, key="said", spacing=8, height=height)


def _several(session: AppSession, adding: Adding, count: int) -> ft.Control:
    """Several lines stand in the field: a task for each, or one of all."""
    words = session.words

    async def each(_: object) -> None:
        await adding.enter()

    async def one(_: object) -> None:
        await adding.add_as_one()

    return ft.Row(
        [
            ft.FilledTonalButton(
                words.count("Add {count} task", "Add {count} tasks", count),
                icon=ft.Icons.PLAYLIST_ADD_ROUNDED,
                on_click=each,
            ),
            ft.TextButton(words.say("As one task"), on_click=one),
        ],
        key="several",
        spacing=8,
        wrap=True,
    )
