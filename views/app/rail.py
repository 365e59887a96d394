"""The rail of wide windows: add and search on top, the destinations, settings at the foot."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app import routes
from views.app.adding import add_here
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.motion import eased
from views.app.routes import Place, Screen
from views.app.session import AppSession
from views.app.tabs import RAIL_TABS, SETTINGS_TAB, Tab, tab_label


def add_button(session: AppSession, *, size: float) -> ft.Control:
    """The one raised thing on the screen: add a task."""
    label = session.words.say("New task")

    async def add(_: ft.Event[ft.Container]) -> None:
        session.overlay.open(add_here(session))

    return ft.Semantics(
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            content=ft.Icon(ft.Icons.ADD_ROUNDED, size=28, color=theme.ON_HERO),
            width=size,
            height=size,
            alignment=ft.Alignment.CENTER,
            border_radius=theme.RADIUS_CARD,
            bgcolor=theme.HERO,
            # In the dark it is as dark as a card that it may float over.
            border=ft.Border.all(1, ft.Colors.with_opacity(0.16, theme.ON_HERO)),
            ink=True,
            tooltip=ft.Tooltip(label, exclude_from_semantics=True),
            on_click=add,
            shadow=ft.BoxShadow(
                blur_radius=14,
                offset=ft.Offset(0, 5),
                color=ft.Colors.with_opacity(0.22, ft.Colors.SHADOW),
            ),
        ),
    )


@component
def Rail(session: AppSession, place: Place) -> ft.Control:
    """Add, search, then each destination; the one of `place` is lit."""

    async def search(_: object) -> None:
        await session.go(routes.search_route())

    return ft.Container(
        width=theme.RAIL_WIDTH,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        padding=ft.Padding.symmetric(vertical=20),
        content=ft.Column(
            [
                add_button(session, size=56),
                ft.Container(height=4),
                icon_button(ft.Icons.SEARCH_ROUNDED, session.words.say("Search"), search),
                ft.Container(height=4),
                *[_item(session, tab, _is_in(place, tab)) for tab in RAIL_TABS],
                ft.Container(expand=True),
                _item(session, SETTINGS_TAB, _is_in(place, SETTINGS_TAB)),
            ],
            spacing=8,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
    )


def _is_in(place: Place, tab: Tab) -> bool:
    """Whether `tab` leads to where `place` is: a goal is among the goals, tags with the lists."""
    within = {
        Screen.GOAL: Screen.GOALS,
        Screen.TEMPLATES: Screen.GOALS,
        Screen.PLAN: Screen.TIMELINE,
        Screen.TAGS: Screen.TODO,
        Screen.TAG: Screen.TODO,
        Screen.PEOPLE: Screen.SETTINGS,
    }
    return tab.screen is within.get(place.screen, place.screen)


def _item(session: AppSession, tab: Tab, is_selected: bool) -> ft.Control:
    label = tab_label(session.words, tab)

    async def go(_: ft.Event[ft.Container]) -> None:
        await session.go(tab.route)

    color = ft.Colors.ON_SURFACE if is_selected else ft.Colors.ON_SURFACE_VARIANT
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_selected,
            content=ft.Container(
                width=76,
                padding=ft.Padding.symmetric(vertical=4),
                border_radius=theme.RADIUS_BANNER,
                ink=True,
                on_click=go,
                content=ft.Column(
                    [
                        ft.Container(
                            content=ft.Icon(
                                tab.selected_icon if is_selected else tab.icon,
                                size=24,
                                color=ft.Colors.ON_SECONDARY_CONTAINER if is_selected else color,
                            ),
                            width=56,
                            height=32,
                            border_radius=16,
                            alignment=ft.Alignment.CENTER,
                            bgcolor=ft.Colors.SECONDARY_CONTAINER
                            if is_selected
                            else ft.Colors.TRANSPARENT,
                            animate=eased(theme.CALM_MS),
                        ),
                        ft.Text(
                            label,
                            style=theme.META_STRONG,
                            color=color,
                            max_lines=1,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                    ],
                    spacing=4,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                ),
            ),
        )
    )
