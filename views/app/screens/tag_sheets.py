"""The sheets of a tag: another name, and the tag that it becomes one with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.folding import folded
from models.tag import tag_key
from models.task import NAME_LIMIT
from services import tags
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.field import InlineField
from views.app.kit.form_field import FormField
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.routes import Screen
from views.app.session import AppSession
from views.text.actions import action_text

#: So many tags are offered at once; typing finds the others.
_OFFERED = 30


async def _rename(session: AppSession, name: str, new_name: str) -> None:
    """Rename or merge, say so with Undo, and stay with the tag where its tasks are shown."""
    session.overlay.close()
    count = await session.act(tags.rename_tag, name, new_name)
    if count is None:
        return
    session.say(action_text(session.words, "tag.rename", count=count), has_undo=True)
    if session.here.behind.screen is Screen.TAG:
        every = await session.read(tags.tags)
        spelled = (tag.name for tag in every if tag_key(tag.name) == tag_key(new_name.strip()))
        await session.go(routes.tag_route(next(spelled, new_name)))


@component
def RenameTagSheet(session: AppSession, name: str) -> ft.Control:
    """A field with the name; one that another tag has makes the two one."""
    say = session.words.say
    typed = ft.use_ref(lambda: [name]).current
    assert typed is not None

    def keep(text: str) -> None:
        typed[0] = text

    async def save() -> None:
        await _rename(session, name, typed[0])

    async def pressed(_: object) -> None:
        await save()

    content = ft.Column(
        [
            keyed(
                "name",
                FormField,
                say("Name of the tag"),
                name,
                keep,
                on_enter=save,
                has_focus=True,
                limit=NAME_LIMIT,
            ),
            ft.Text(
                say("Where another tag has that name, the two become one. Saved filters follow."),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return SheetOver(
        session,
        say("Rename #{name}", name=name),
        content,
        session.overlay.close,
        foot=ft.FilledButton(say("Rename"), on_click=pressed),
    )


@component
def MergeTagSheet(session: AppSession, name: str) -> ft.Control:
    """The other tags to choose from; the chosen one stays, with the tasks of both."""
    say = session.words.say
    reading = use_query(session, tags.tags)
    wanted, want = ft.use_state("")
    every = reading.value if isinstance(reading, Loaded) else ()
    others = [tag for tag in every if tag_key(tag.name) != tag_key(name)]
    meant = [tag for tag in others if folded(wanted).lstrip("#") in folded(tag.name)]

    async def narrow(text: str) -> None:
        want(text)

    def press(chosen: str) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            await _rename(session, name, chosen)

        return pressed

    options: list[ft.Control] = [
        option(f"#{tag.name}", False, press(tag.name), ft.Icons.SELL_OUTLINED)
        for tag in meant[:_OFFERED]
    ]
    parts: list[ft.Control] = []
    if len(others) > _OFFERED:
        parts.append(
            keyed("find", InlineField, session, say("Find a tag"), "", narrow, on_typing=narrow)
        )
    if not options:
        text = say("No tag of that name") if others else say("There is no other tag yet.")
        options = [ft.Text(text, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT)]
    parts.append(ft.Column(options, spacing=2, tight=True))
    content = ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = say("Merge #{name} with", name=name)
    return SheetOver(session, title, content, session.overlay.close)
