"""The sheet for the name and description of an own template."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from services import templates
from views.app.boundary import component, keyed
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession


@dataclass(slots=True, eq=False)
class _Draft:
    """What is typed so far."""

    name: str
    description: str


@component
def EditTemplateSheet(session: AppSession, uid: str, name: str, description: str) -> ft.Control:
    """Two fields and Save, which takes both in one step."""
    say = session.words.say
    draft = ft.use_ref(lambda: _Draft(name, description)).current
    assert draft is not None

    async def named(text: str) -> None:
        draft.name = text

    async def described(text: str) -> None:
        draft.description = text

    async def save(_: object) -> None:
        kept = await session.act(
            templates.edit_template, uid, name=draft.name, description=draft.description
        )
        if kept is not None:
            session.overlay.close()

    content = ft.Column(
        [
            keyed("name", InlineField, session, say("Name"), name, named, on_typing=named),
            keyed(
                "description",
                InlineField,
                session,
                say("Description"),
                description,
                described,
                on_typing=described,
                is_multiline=True,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return SheetOver(
        session,
        say("Name and description"),
        content,
        session.overlay.close,
        foot=ft.FilledButton(say("Save"), on_click=save),
    )
