"""Everybody one makes compromises with: what each has, and the way to change or delete them."""

from __future__ import annotations

import flet as ft

from services import people
from services.people_reading import Business, PersonView, everybody
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import (
    MenuItem,
    Press,
    avatar,
    icon_button,
    in_margin,
    menu_button,
    page_title,
    section_head,
    under_head,
)
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import PersonForm
from views.app.query import use_query
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.people_words import business_text, person_text

#: So many tasks of one person are shown; the lists have the others.
_MOST = 8


@component
def PeopleScreen(session: AppSession) -> ft.Control:
    """The screen at `/people`."""
    say = session.words.say
    reading = use_query(session, everybody)

    async def back(_: object) -> None:
        await session.go(routes.SETTINGS)

    async def add(_: object) -> None:
        session.overlay.open(PersonForm())

    def draw(found: tuple[PersonView, ...]) -> ft.Control:
        if not found:
            return empty_state(
                ft.Icons.GROUPS_OUTLINED,
                say("Nobody here yet"),
                say("The people you hand tasks to, or propose deadlines to, appear here."),
                action=say("Add somebody"),
                on_action=add,
            )
        kept = [each for each in found if each.person is not None]
        named = [each for each in found if each.person is None]
        parts = [_row(session, each) for each in kept]
        if named:
            parts.append(section_head(say("Named in tasks"), is_quiet=bool(kept)))
            parts += [_row(session, each) for each in named]
        return ft.ListView(
            [*map(in_margin, parts), ft.Container(height=72)], spacing=theme.CARD_GAP, expand=True
        )

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to the settings"), back),
            ft.Container(page_title(say("People")), expand=True),
            icon_button(ft.Icons.PERSON_ADD_ALT_ROUNDED, say("Add somebody"), add),
        ],
        spacing=4,
    )
    return under_head(head, show_reading(session, reading, draw))


def _row(session: AppSession, view: PersonView) -> ft.Control:
    key = f"person-{view.person.uid if view.person else view.name}"
    return keyed(key, PersonCard, session, view)


@component
def PersonCard(session: AppSession, view: PersonView) -> ft.Control:
    """Who it is, and a line for each task that they have."""
    ft.use_state(session.minute)
    known = [person_text(session.words, view), view.person.channel if view.person else ""]
    head = ft.Row(
        [
            avatar(view.name),
            ft.Column(
                [
                    ft.Text(view.name, style=theme.TASK),
                    *(
                        ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)
                        for line in filter(None, known)
                    ),
                ],
                spacing=1,
                tight=True,
                expand=True,
            ),
            _menu(session, view),
        ],
        spacing=12,
    )
    parts = [head, *(_business(session, each) for each in view.business[:_MOST])]
    if (hidden := len(view.business) - _MOST) > 0:
        text = session.words.count("{count} more", "{count} more", hidden)
        parts.append(ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    return ft.Container(
        ft.Column(parts, spacing=2, tight=True),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_CARD,
        padding=ft.Padding.only(left=16, right=6, top=8, bottom=10),
    )


def _menu(session: AppSession, view: PersonView) -> ft.Control:
    say = session.words.say
    person = view.person

    async def edit(_: object) -> None:
        session.overlay.open(PersonForm(view.name))

    items = [MenuItem(say("Name, language and more"), edit, ft.Icons.EDIT_OUTLINED)]
    if person is not None:

        async def delete(_: object) -> None:
            if await session.act(people.delete_person, person.uid) is not None:
                said = action_text(session.words, "person.delete", person.name)
                session.say(said, has_undo=True)

        items.append(
            MenuItem(say("Delete"), delete, ft.Icons.DELETE_OUTLINE_ROUNDED, is_danger=True)
        )
    return menu_button(say("More about {name}", name=view.name), items)


def _business(session: AppSession, business: Business) -> ft.Control:
    dates, now = session.dates, session.minute.now
    is_due = business.follow_up is not None and business.follow_up <= dates.today(now)
    icon = ft.Icons.HOURGLASS_EMPTY_ROUNDED if business.is_waiting else ft.Icons.HANDSHAKE_OUTLINED
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Container(
                            ft.Icon(icon, size=20, color=ft.Colors.ON_SURFACE_VARIANT),
                            width=40,
                            alignment=ft.Alignment.CENTER,
                        ),
                        ft.Column(
                            [
                                ft.Text(business.line.summary, style=theme.BODY),
                                ft.Text(
                                    business_text(dates, business, now),
                                    style=theme.META,
                                    color=theme.SOON if is_due else ft.Colors.ON_SURFACE_VARIANT,
                                ),
                            ],
                            spacing=0,
                            tight=True,
                            expand=True,
                        ),
                    ],
                    spacing=12,
                ),
                padding=ft.Padding.symmetric(vertical=6),
                border_radius=theme.RADIUS_BLOCK,
                ink=True,
                on_click=_opened(session, business.line.uid),
            ),
        )
    )


def _opened(session: AppSession, uid: str) -> Press:
    async def opened(_: object) -> None:
        await session.open_task(uid)

    return opened
