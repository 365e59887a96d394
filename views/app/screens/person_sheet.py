"""The sheet of a person: what they are called, how to reach them, what they are written to in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from models.person import CHANNEL_LIMIT, Person
from models.task import NAME_LIMIT
from services import people
from services.people import PersonFields
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice
from views.app.kit.form_field import FormField
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.slip_parts import asked
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.people_words import LANGUAGE_NAMES


@dataclass(slots=True)
class _Typed:
    name: str
    channel: str


def _read(desk: Workspace, name: str) -> tuple[Person | None]:
    return (next((each for each in people.people(desk) if each.name == name), None),)


@component
def PersonSheet(session: AppSession, name: str) -> ft.Control:
    """The sheet of `overlays.PersonForm`; `name` is whom tasks call so, empty a new one."""
    reading = use_query(session, lambda desk: _read(desk, name), name)

    def draw(found: tuple[Person | None]) -> ft.Control:
        return keyed("form", _Form, session, name, found[0])

    title = name or session.words.say("Add somebody")
    form = show_reading(session, reading, draw, rows=3)
    return SheetOver(session, title, form, session.overlay.close, is_footed=True)


@component
def _Form(session: AppSession, name: str, person: Person | None) -> ft.Control:
    say = session.words.say
    typed = ft.use_ref(lambda: _Typed(name, person.channel if person else "")).current
    language, speak = ft.use_state(person.language if person else None)
    assert typed is not None

    def keep(field: str) -> Callable[[str], None]:
        def kept(text: str) -> None:
            setattr(typed, field, text)

        return kept

    async def save() -> None:
        fields = PersonFields(name=typed.name, channel=typed.channel, language=language)
        if name:
            saved = await session.act(people.change_named, name, **fields)
        else:
            saved = await session.act(people.add_person, **fields)
        if saved is not None:
            session.overlay.close()
            action = "person.edit" if name else "person.add"
            session.say(action_text(session.words, action, saved.name), has_undo=True)

    async def pressed(_: object) -> None:
        await save()

    languages = [(None, say("As the app")), *LANGUAGE_NAMES.items()]
    parts: list[ft.Control] = [
        keyed(
            "name",
            FormField,
            say("Name"),
            name,
            keep("name"),
            on_enter=save,
            has_focus=not name,
            limit=NAME_LIMIT,
        ),
        keyed(
            "channel",
            FormField,
            say("How to reach them"),
            typed.channel,
            keep("channel"),
            hint=say("WhatsApp, mail, …"),
            on_enter=save,
            limit=CHANNEL_LIMIT,
        ),
        asked(say("Language of messages"), chip_choice(languages, language, speak)),
    ]
    if name:
        parts.append(
            ft.Text(
                say("A new name also changes tasks, proposals and saved filters."),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
            )
        )
    return footed(
        ft.Column(
            parts, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        ft.FilledButton(say("Save"), on_click=pressed),
    )
