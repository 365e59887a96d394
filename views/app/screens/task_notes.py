"""Notes and link of the task screen: read as they are meant, edited where they stand.

Owns which links may be opened. Must know no service: what is done goes through `Edits`.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import flet as ft

from models.task import Task
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, section_head
from views.app.kit.field import InlineField
from views.app.screens.task_edits import Edits
from views.app.screens.task_head import INDENT
from views.app.session import AppSession
from views.text.fields import field_label, shortened

#: Schemes that a link may have; the others could run something.
OPENABLE = frozenset({"http", "https", "mailto"})
#: Over and under the notes: one line of them is as high as a finger.
_OVER_NOTES = 14


def is_openable(url: str) -> bool:
    """Whether a tap may open `url`."""
    try:
        return urlsplit(url.strip()).scheme.lower() in OPENABLE
    except ValueError:
        return False


@component
def NotesPart(session: AppSession, task: Task, edits: Edits) -> ft.Control:
    """Markdown, shown as such; a tap or the pencil turns it into a field until it is left."""
    is_editing, edit = ft.use_state(False)
    # What could not be saved stays in the field.
    refused, refuse = ft.use_state("")
    launcher = ft.use_ref(ft.UrlLauncher).current
    say = session.words.say

    def begin(_: object) -> None:
        edit(True)

    async def finish(_: object) -> None:
        edit(False)

    async def committed(text: str) -> None:
        refuse("" if await edits.edit(description=text) else text)

    async def left() -> None:
        edit(False)

    async def follow(event: ft.Event[ft.Markdown]) -> None:
        url = str(event.data or "")
        if launcher is not None and is_openable(url):
            await launcher.launch_url(url, web_only_window_name="_blank")
        else:
            session.say(say("This link is not opened: {url}", url=shortened(url)), is_error=True)

    # What waited for an answer may have been saved meanwhile.
    is_open = is_editing or bool(refused and refused != task.description)
    body: ft.Control
    if is_open:
        body = ft.Container(
            keyed(
                "notes",
                InlineField,
                session,
                field_label(session.words, "description"),
                refused or task.description,
                committed,
                hint=say("Markdown works: **bold**, - list, [link](https://…)"),
                style=theme.type_style(14, 500, height=1.45),
                is_multiline=True,
                is_bare=True,
                has_focus=True,
                on_leave=left,
            ),
            padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 12),
        )
    elif task.description.strip():
        body = ft.Container(
            _markdown(task.description, follow),
            padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=_OVER_NOTES),
            on_click=begin,
        )
    else:
        body = _invitation(say("Add notes"), begin)
    pencil = icon_button(
        ft.Icons.CHECK_ROUNDED if is_open else ft.Icons.EDIT_OUTLINED,
        say("Finish editing notes") if is_open else say("Edit notes"),
        finish if is_open else begin,
        color=ft.Colors.ON_SURFACE_VARIANT,
        size=20,
    )
    # Two buttons: a press on the check leaves the field, and would end on a pencil drawn since.
    pencil.key = "finish" if is_open else "begin"
    head = section_head(field_label(session.words, "description"), trailing=pencil)
    return ft.Column(
        [ft.Container(head, padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8)), body],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _invitation(text: str, begin: ft.ControlEventHandler[ft.Container]) -> ft.Control:
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Text(text, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT),
                padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=14),
                ink=True,
                on_click=begin,
            ),
        )
    )


def _markdown(text: str, follow: ft.ControlEventHandler[ft.Markdown]) -> ft.Control:
    body = theme.type_style(14, 500, height=1.5, color=ft.Colors.ON_SURFACE_VARIANT)
    strong = theme.type_style(14, 700, height=1.5, color=ft.Colors.ON_SURFACE)
    return ft.Markdown(
        text,
        extension_set=ft.MarkdownExtensionSet.GITHUB_FLAVORED,
        soft_line_break=True,
        md_style_sheet=ft.MarkdownStyleSheet(
            p_text_style=body,
            strong_text_style=strong,
            list_bullet_text_style=body,
            h1_text_style=theme.type_style(17, 700, color=ft.Colors.ON_SURFACE),
            h2_text_style=theme.type_style(15, 700, color=ft.Colors.ON_SURFACE),
            h3_text_style=strong,
            a_text_style=theme.type_style(14, 600, height=1.5, color=ft.Colors.PRIMARY),
            code_text_style=ft.TextStyle(
                size=13, color=ft.Colors.ON_SURFACE, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH
            ),
            codeblock_decoration=_ground(),
            blockquote_text_style=body,
            blockquote_decoration=_ground(),
            blockquote_padding=ft.Padding.symmetric(horizontal=12, vertical=8),
            block_spacing=8,
        ),
        on_tap_link=follow,
    )


def _ground() -> ft.BoxDecoration:
    """What code and quotations stand on, in either theme."""
    return ft.BoxDecoration(
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=ft.BorderRadius.all(theme.RADIUS_CHIP),
    )


@component
def LinkRow(session: AppSession, url: str, edits: Edits, has_focus: bool) -> ft.Control:
    """The link in a field, and a button that opens it.

    Args:
        has_focus: it was just asked for.
    """
    frame, _ = ft.use_state(session.frame)
    refused, refuse = ft.use_state("")

    async def committed(text: str) -> None:
        refuse("" if await edits.edit(url=text or None) else text)

    field = keyed(
        "link",
        InlineField,
        session,
        field_label(session.words, "url"),
        refused or url,
        committed,
        hint="https://",
        style=theme.type_style(14, 500, color=ft.Colors.ON_SURFACE_VARIANT),
        is_bare=True,
        has_focus=has_focus,
        keyboard=ft.KeyboardType.URL,
        # The pane beside a list has a ground of its own.
        ground=ft.Colors.SURFACE_CONTAINER_LOW if frame.is_roomy else ft.Colors.SURFACE,
    )
    icon = ft.Icon(ft.Icons.LINK_ROUNDED, size=20, color=ft.Colors.ON_SURFACE_VARIANT)
    lined_up = ft.Stack(
        [
            ft.Container(field, padding=ft.Padding.only(left=INDENT - 12)),
            ft.Container(icon, left=theme.PAGE_MARGIN + 2, top=14),
        ],
        fit=ft.StackFit.PASS_THROUGH,
    )
    parts: list[ft.Control] = [ft.Container(lined_up, expand=True)]
    if is_openable(url):
        label = session.words.say("Open the link")
        # The browser opens a new tab only while the press itself is being handled.
        parts.append(
            ft.MergeSemantics(
                ft.Semantics(
                    label=label,
                    content=ft.IconButton(
                        icon=ft.Icons.OPEN_IN_NEW_ROUNDED,
                        icon_size=20,
                        icon_color=ft.Colors.PRIMARY,
                        tooltip=ft.Tooltip(label, exclude_from_semantics=True),
                        width=theme.TOUCH,
                        height=theme.TOUCH,
                        padding=0,
                        url=ft.Url(url, ft.UrlTarget.BLANK),
                    ),
                )
            )
        )
    return ft.Container(
        ft.Row(parts, spacing=0),
        padding=ft.Padding.only(right=8),
    )
