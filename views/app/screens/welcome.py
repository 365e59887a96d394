"""The first run: what DoCheck is, in one look; a name, a zone, and how to begin.

Owns leaving it: the example, or an empty app. How it looks stands in `welcome_look`.
"""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from services import lists
from services.example import load_example
from services.settings import Settings, SettingsFields, change_settings
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.chips import segments
from views.app.kit.field import InlineField
from views.app.kit.zone_sheet import ZoneSheet, zone_text
from views.app.query import Loaded, use_query
from views.app.screens.welcome_look import beside, lessons, poster, stacked
from views.app.session import AppSession

#: From this width on the poster stands beside the rest.
_BESIDE_FROM = 840


@dataclass(slots=True)
class _Draft:
    """What is typed for a name, until the screen is left."""

    name: str


@component
def WelcomeScreen(session: AppSession) -> ft.Control:
    """The screen at `/welcome`, without bars."""
    ft.use_state(session.look)
    frame, _ = ft.use_state(session.frame)
    is_loading, load = ft.use_state(False)
    is_choosing, choose = ft.use_state(False)
    draft = ft.use_ref(lambda: _Draft(session.settings.name)).current
    assert draft is not None
    # The example can be asked for when there are tasks: it is refused with words.
    count = use_query(session, lists.total_open)
    has_tasks = isinstance(count, Loaded) and count.value > 0

    async def typed(name: str) -> None:
        draft.name = name

    async def pick_zone(name: str | None) -> None:
        await session.act(change_settings, zone=name)

    async def try_example(_: object) -> None:
        if is_loading:
            return
        load(True)
        if (
            await session.act(_choose, _named(draft)) is not None
            and await session.act(load_example, session.words.language) is not None
        ):
            await leave({})
        load(False)

    async def start_empty(_: object) -> None:
        await leave(_named(draft))

    async def start_from_template(_: object) -> None:
        await leave(_named(draft), to=routes.TEMPLATES)

    async def leave(chosen: SettingsFields, *, to: str = routes.HOME) -> None:
        if await session.act(_choose, chosen | _settled(session)) is not None:
            await session.go(to)

    who_and_where = ft.Column(
        [
            keyed(
                "name",
                InlineField,
                session,
                session.words.say("What should we call you? (optional)"),
                session.settings.name,
                typed,
                on_typing=typed,
            ),
            _zone_line(session, lambda _: choose(True)),
        ],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    layout = beside if frame.width >= _BESIDE_FROM else stacked
    parts = [
        lessons(session, is_large=layout is beside),
        who_and_where,
        _buttons(session, is_loading, has_tasks, try_example, start_empty, start_from_template),
    ]
    if is_choosing:
        sheet = keyed(
            "zone", ZoneSheet, session, session.settings.zone, pick_zone, lambda: choose(False)
        )
        parts.append(sheet)
    form = ft.Column(
        parts,
        spacing=18 if layout is beside else 14,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return layout(poster(session, is_large=layout is beside), form, _languages(session))


def _named(draft: _Draft) -> SettingsFields:
    return {"name": draft.name.strip()}


def _settled(session: AppSession) -> SettingsFields:
    """What leaving this screen settles.

    A browser does not tell its zone to the program that serves it: the one that was shown here
    is kept, so that a served app does not move when its computer does.
    """
    settled: SettingsFields = {"is_welcomed": True}
    if session.page.web and session.settings.zone is None:
        settled["zone"] = session.dates.zone.key
    return settled


def _choose(desk: Workspace, chosen: SettingsFields) -> Settings:
    return change_settings(desk, **chosen)


def _languages(session: AppSession) -> ft.Control:
    async def speak(language: str) -> None:
        await session.act(change_settings, language=language)

    bar = segments(
        [("id", "ID"), ("en", "EN")],
        session.words.language,
        speak,
        has_large_text=session.frame.has_large_text,
    )
    return ft.Semantics(
        label=session.words.say("Language"),
        content=ft.Container(bar, width=112 * session.frame.text_scale),
        container=True,
    )


def _zone_line(session: AppSession, on_change: Press) -> ft.Control:
    say = session.words.say
    return ft.Row(
        [
            ft.Icon(ft.Icons.PUBLIC_ROUNDED, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(
                say("Time zone: {zone}", zone=zone_text(session)),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
                expand=True,
            ),
            ft.TextButton(say("Change"), on_click=on_change),
        ],
        spacing=8,
    )


def _buttons(
    session: AppSession,
    is_loading: bool,
    has_tasks: bool,
    on_example: Press,
    on_start: Press,
    on_template: Press,
) -> ft.Control:
    say = session.words.say
    waiting = ft.ProgressRing(
        width=18,
        height=18,
        stroke_width=2.5,
        color=ft.Colors.ON_PRIMARY,
        semantics_label=say("Loading"),
    )
    example = ft.FilledButton(
        ft.Text(
            say("Preparing the example…") if is_loading else say("Try with an example"),
            style=theme.type_style(15, 700),
            color=ft.Colors.ON_PRIMARY,
        ),
        icon=waiting if is_loading else ft.Icons.AUTO_AWESOME_ROUNDED,
        on_click=on_example,
    )
    start = ft.OutlinedButton(
        say("Go on with my tasks") if has_tasks else say("Start empty"),
        on_click=on_start,
        disabled=is_loading,
    )
    template = ft.OutlinedButton(
        say("From a template"),
        on_click=on_template,
        disabled=is_loading,
    )
    # Who has tasks already goes on with those.
    others = [start] if has_tasks else [start, template]
    return ft.Column(
        [
            example,
            ft.Row([ft.Container(each, expand=True) for each in others], spacing=8),
            ft.Text(
                say("The example can be undone in one step."),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
                text_align=ft.TextAlign.CENTER,
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
