"""The sheets of saved filters: keeping a search under a name, and changing one that is kept."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from models.lists import ListName
from models.saved_filter import SavedFilter
from services import filters
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.routes import Screen
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.fields import field_label


@dataclass(slots=True, eq=False)
class _Draft:
    """What is being typed."""

    name: str
    query: str


@component
def SaveFilterSheet(session: AppSession, query: str) -> ft.Control:
    """Asks for the name of a new filter that looks for `query`, and shows its list."""
    say = session.words.say
    draft = ft.use_ref(lambda: _Draft("", query)).current
    assert draft is not None

    async def named(text: str) -> None:
        draft.name = text

    async def save(_: object = None) -> None:
        saved = await session.act(filters.save_filter, draft.name, draft.query)
        if saved is not None:
            session.overlay.close()
            session.say(action_text(session.words, "filter.save", saved.name), has_undo=True)
            await session.go(routes.filter_route(saved.uid))

    label = field_label(session.words, "name")
    content = ft.Column(
        [
            ft.Text(query, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT),
            keyed(
                "name",
                InlineField,
                session,
                label,
                "",
                named,
                has_focus=True,
                on_typing=named,
                on_enter=save,
            ),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    foot = ft.Row([ft.FilledButton(say("Save"), on_click=save)], alignment=ft.MainAxisAlignment.END)
    return SheetOver(session, say("Save as filter"), content, session.overlay.close, foot=foot)


@component
def EditFilterSheet(session: AppSession, uid: str) -> ft.Control:
    """Name, query, place and end of a saved filter."""
    reading = use_query(session, filters.filters)
    if not isinstance(reading, Loaded):
        return ft.Container(width=0, height=0)
    every = reading.value
    saved = next((each for each in every if each.uid == uid), None)
    if saved is None:
        return ft.Container(width=0, height=0)
    return keyed("form", _Form, session, saved, tuple(each.uid for each in every))


@component
def _Form(session: AppSession, saved: SavedFilter, order: tuple[str, ...]) -> ft.Control:
    say, words = session.words.say, session.words
    draft = ft.use_ref(lambda: _Draft(saved.name, saved.query)).current
    assert draft is not None
    at = order.index(saved.uid)

    async def name_typed(text: str) -> None:
        draft.name = text

    async def query_typed(text: str) -> None:
        draft.query = text

    async def save(_: object = None) -> None:
        changed = await session.act(_change, saved.uid, draft.name, draft.query)
        if changed is not None:
            session.overlay.close()
            if changed != saved:
                session.say(action_text(words, "filter.edit", changed.name), has_undo=True)

    async def delete(_: object) -> None:
        session.overlay.close()
        said = action_text(words, "filter.delete", saved.name)
        if await session.act_and_say(said, filters.delete_filter, saved.uid) is not None:
            here = session.here.behind
            if here.screen is Screen.TODO and here.uid == saved.uid:
                await session.go(routes.todo_route(ListName.TODAY))

    async def move(by: int) -> None:
        uids = [uid for uid in order if uid != saved.uid]
        uids.insert(at + by, saved.uid)
        await session.act(_reorder, tuple(uids))

    async def earlier(_: object) -> None:
        await move(-1)

    async def later(_: object) -> None:
        await move(1)

    steps: list[ft.Control] = []
    if at > 0:
        steps.append(icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Move to the front"), earlier))
    if at < len(order) - 1:
        steps.append(icon_button(ft.Icons.ARROW_FORWARD_ROUNDED, say("Move to the back"), later))
    content = ft.Column(
        [
            keyed(
                "name",
                InlineField,
                session,
                field_label(words, "name"),
                saved.name,
                name_typed,
                on_typing=name_typed,
                on_enter=save,
            ),
            keyed(
                "query",
                InlineField,
                session,
                field_label(words, "query"),
                saved.query,
                query_typed,
                on_typing=query_typed,
                on_enter=save,
            ),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    foot = ft.Row(
        [
            icon_button(ft.Icons.DELETE_OUTLINE_ROUNDED, say("Delete"), delete, color=theme.MISSED),
            *steps,
            ft.Container(expand=True),
            ft.FilledButton(say("Save"), on_click=save),
        ],
        spacing=4,
    )
    place = say("{place} of {count}", place=at + 1, count=len(order)) if len(order) > 1 else ""
    return SheetOver(
        session, say("Saved filter"), content, session.overlay.close, over=place, foot=foot
    )


def _change(desk: Workspace, uid: str, name: str, query: str) -> SavedFilter:
    return filters.change_filter(desk, uid, name=name, query=query)


def _reorder(desk: Workspace, uids: tuple[str, ...]) -> tuple[str, ...]:
    filters.reorder_filters(desk, uids)
    return uids
