"""Every tag with how many tasks it has; each can be opened, renamed, merged and taken off."""

from __future__ import annotations

import flet as ft

from models.folding import folded
from models.tag import TagCount
from services import tags
from views import theme
from views.app import routes
from views.app.boundary import component, keyed, memoised
from views.app.kit.basics import MenuItem, apart, icon_button, menu_button, page_title, under_head
from views.app.kit.field import InlineField
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import MergeTag, RenameTag
from views.app.query import use_query
from views.app.session import AppSession
from views.text.actions import action_text

#: So many tags are drawn at first, and again so many when one has scrolled near their end.
PAGE = 60
#: More are drawn when fewer than this many pixels are left below the screen.
_AHEAD = 800
#: From so many on a field narrows them down.
_MANY = 12


class TagGestures:
    """What can be done with a tag of the list; bound methods, so that rows stay as they are."""

    def __init__(self, session: AppSession) -> None:
        self._session = session

    async def open(self, name: str) -> None:
        """Show its tasks."""
        await self._session.go(routes.tag_route(name))

    async def rename(self, name: str) -> None:
        """Ask for another name."""
        self._session.overlay.open(RenameTag(name))

    async def merge(self, name: str) -> None:
        """Ask which tag it becomes one with."""
        self._session.overlay.open(MergeTag(name))

    async def delete(self, name: str) -> None:
        """Take it off every task, and offer Undo."""
        session = self._session
        count = await session.act(tags.delete_tag, name)
        if count is not None:
            session.say(action_text(session.words, "tag.delete", count=count), has_undo=True)


def tag_menu(session: AppSession, gestures: TagGestures, name: str, *first: MenuItem) -> ft.Control:
    """What can be done with a tag, after what can be done where the menu stands."""
    say = session.words.say

    async def rename(_: object) -> None:
        await gestures.rename(name)

    async def merge(_: object) -> None:
        await gestures.merge(name)

    async def delete(_: object) -> None:
        await gestures.delete(name)

    return menu_button(
        say("More about {name}", name=f"#{name}"),
        [
            *first,
            MenuItem(say("Rename"), rename, ft.Icons.EDIT_OUTLINED),
            MenuItem(say("Merge with another"), merge, ft.Icons.MERGE_ROUNDED),
            MenuItem(
                say("Take off every task"),
                delete,
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                is_danger=True,
            ),
        ],
    )


@component
def TagsScreen(session: AppSession) -> ft.Control:
    """The screen at `/tags`."""
    say = session.words.say
    reading = use_query(session, tags.tags)
    wanted, want = ft.use_state("")
    shown, show = ft.use_state(PAGE)
    gestures = ft.use_ref(lambda: TagGestures(session)).current
    assert gestures is not None

    async def back(_: object) -> None:
        await session.go(routes.todo_route())

    async def narrow(text: str) -> None:
        want(text)
        show(PAGE)

    def draw(found: tuple[TagCount, ...]) -> ft.Control:
        if not found:
            return empty_state(
                ft.Icons.SELL_OUTLINED,
                say("No tag yet"),
                say("Write #tag in a task, and it appears here."),
                action=say("To the to-do list"),
                on_action=back,
            )
        meant = [tag for tag in found if folded(wanted).lstrip("#") in folded(tag.name)]

        def scrolled(event: ft.OnScrollEvent) -> None:
            if event.extent_after < _AHEAD and shown < len(meant):
                show(shown + PAGE)

        rows: list[ft.Control] = [
            keyed(f"tag-{tag.name}", TagRow, session, gestures, tag) for tag in meant[:shown]
        ]
        if not rows:
            rows = [_none_of_them(say("No tag of that name"))]
        body = ft.ListView(
            [*rows, ft.Container(height=64)],
            spacing=0,
            expand=True,
            on_scroll=scrolled,
            scroll_interval=80,
            build_controls_on_demand=True,
        )
        if len(found) < _MANY:
            return body
        field = keyed("find", InlineField, session, say("Find a tag"), "", narrow, on_typing=narrow)
        return ft.Column(
            [
                ft.Container(
                    field, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=6)
                ),
                body,
            ],
            spacing=4,
            expand=True,
        )

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to the lists"), back),
            ft.Container(page_title(say("Tags")), expand=True),
        ],
        spacing=4,
    )
    return under_head(head, show_reading(session, reading, draw))


def _none_of_them(text: str) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=12),
    )


@component
def _TagRow(session: AppSession, gestures: TagGestures, tag: TagCount) -> ft.Control:
    """A tag, how many of its tasks are open, and its menu."""
    words = session.words

    async def opened(_: object) -> None:
        await gestures.open(tag.name)

    count = words.say(
        "{open} of {total} open", open=words.number(tag.open), total=words.number(tag.total)
    )
    name = ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.SELL_OUTLINED, size=20, color=ft.Colors.PRIMARY),
                ft.Container(
                    apart(
                        ft.Text(
                            tag.name,
                            style=theme.TASK,
                            max_lines=1,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                        ft.Text(count, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
                    ),
                    expand=True,
                ),
            ],
            spacing=12,
        ),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8, top=16, bottom=16),
        ink=True,
        on_click=opened,
    )
    return ft.Row(
        [
            ft.MergeSemantics(ft.Semantics(button=True, content=name), expand=True),
            tag_menu(session, gestures, tag.name),
            ft.Container(width=8),
        ],
        spacing=0,
    )


TagRow = memoised(_TagRow)
