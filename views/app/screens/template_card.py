"""The card of a template: what it is, how large, and the first, next and last of its days."""

from __future__ import annotations

import flet as ft

from models.template import GoalTemplate, TemplateTask
from services import templates
from views import theme
from views.app.kit.basics import MenuItem, Press, menu_button
from views.app.overlays import EditTemplate, StartTemplate
from views.app.screens.template_track import Stop, track
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.template_words import day_text, size_text

#: How many of its first tasks a card tells; the target and the last one come with them.
_FIRST = 3


def template_card(session: AppSession, template: GoalTemplate) -> ft.Control:
    """The whole of it; a press on it opens the sheet that starts it."""
    words, say = session.words, session.words.say
    tint = theme.tint_of(template.color)

    async def start(_: object) -> None:
        session.overlay.open(StartTemplate(template.uid))

    facts = " · ".join(filter(None, (template.category, size_text(words, template))))
    title = ft.Column(
        [
            ft.Text(
                template.name,
                style=theme.SECTION,
                max_lines=2,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
            ft.Text(facts, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=2,
        tight=True,
        expand=True,
    )
    name = ft.Row(
        [template_icon(template), title],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    head = ft.Row(
        [
            ft.Container(_pressed(name, start), expand=True),
            menu_button(say("More about {name}", name=template.name), _menu(session, template)),
        ],
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    told: list[ft.Control] = [_days(session, template, tint)]
    if template.description:
        about = ft.Text(
            template.description,
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
            max_lines=2,
            overflow=ft.TextOverflow.ELLIPSIS,
        )
        told.insert(0, about)
    body = ft.Column(
        told, spacing=10, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    button = ft.FilledTonalButton(say("Start"), icon=ft.Icons.PLAY_ARROW_ROUNDED, on_click=start)
    named = ft.MergeSemantics(
        ft.Semantics(label=say("Start {name}", name=template.name), content=button)
    )
    return ft.Container(
        ft.Column(
            [
                head,
                ft.Container(_pressed(body, start), padding=ft.Padding.only(right=8)),
                ft.Row([named], alignment=ft.MainAxisAlignment.END),
            ],
            spacing=10,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_CARD,
        padding=ft.Padding.only(left=16, right=8, top=14, bottom=10),
    )


def _pressed(content: ft.Control, on_click: Press) -> ft.Control:
    """A part of the card that starts the template too, as a whole to screen readers."""
    return ft.MergeSemantics(
        ft.Semantics(button=True, content=ft.Container(content, on_click=on_click))
    )


def template_icon(template: GoalTemplate, *, size: float = theme.TOUCH) -> ft.Control:
    """Its icon in a disc of its colour."""
    tint = theme.tint_of(template.color)
    is_plain = tint.container == ft.Colors.SURFACE_CONTAINER_LOW
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Container(
            ft.Icon(
                theme.goal_icon(template.icon),
                size=size * 0.52,
                color=ft.Colors.ON_PRIMARY_CONTAINER if is_plain else tint.on_container,
            ),
            width=size,
            height=size,
            border_radius=size * 0.32,
            alignment=ft.Alignment.CENTER,
            bgcolor=ft.Colors.PRIMARY_CONTAINER if is_plain else tint.container,
        ),
    )


def _in_time(template: GoalTemplate) -> list[TemplateTask]:
    """Its tasks by their days, those without one last."""
    return sorted(template.tasks, key=lambda task: (not any(task.days), *sorted(task.days)))


def _days(session: AppSession, template: GoalTemplate, tint: theme.Tint) -> ft.Control:
    stops: list[Stop] = []
    for task in _in_time(template):
        day = max(task.days, default=None)
        number = (day - template.first_day).days if day else None
        when = day_text(session.words, template, day) if day else ""
        stops.append(Stop(when, task.summary, is_target=number == template.target))
    return track(session.words, stops, tint, first=_FIRST, text_scale=session.frame.text_scale)


def _menu(session: AppSession, template: GoalTemplate) -> list[MenuItem]:
    words, say = session.words, session.words.say

    async def copy(_: object) -> None:
        made = await session.act(templates.copy_template, template.uid, words.language)
        if made is not None:
            session.say(action_text(words, "template.save", made.name), has_undo=True)

    async def edit(_: object) -> None:
        session.overlay.open(EditTemplate(template.uid, template.name, template.description))

    async def delete(_: object) -> None:
        said = action_text(words, "template.delete", template.name)
        await session.act_and_say(said, templates.delete_template, template.uid)

    if template.is_built_in:
        return [MenuItem(say("Copy to my templates"), copy, ft.Icons.CONTENT_COPY_ROUNDED)]
    return [
        MenuItem(say("Name and description"), edit, ft.Icons.EDIT_OUTLINED),
        MenuItem(say("Duplicate"), copy, ft.Icons.CONTENT_COPY_ROUNDED),
        MenuItem(
            say("Delete the template"), delete, ft.Icons.DELETE_OUTLINE_ROUNDED, is_danger=True
        ),
    ]
