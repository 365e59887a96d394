"""The echo behind quick add's field: what was understood of the line is marked where it stands.

Owns the marks alone: a field cannot style parts of its own text, so the same text is set once
more behind it, unseen but for the fills. Typing never waits for it.
"""

from __future__ import annotations

import flet as ft

from models.quickadd import FieldName, Parsed
from views import theme
from views.app.boundary import component
from views.app.screens.quick_add_adding import Adding
from views.app.screens.quick_add_field import MOST_LINES, TITLE_PADDING, TITLE_STYLE
from views.app.session import AppSession

_FILLS = {
    FieldName.PRIORITY: ft.Colors.TERTIARY_CONTAINER,
    FieldName.CATEGORIES: ft.Colors.SECONDARY_CONTAINER,
    FieldName.GOAL: ft.Colors.SECONDARY_CONTAINER,
    FieldName.URL: ft.Colors.SECONDARY_CONTAINER,
    FieldName.LEAD: theme.AMBER_CONTAINER,
}
#: Flutter keeps this many pixels of a field's width for its cursor.
_CURSOR_ROOM = 3
#: A text that may be longer than the field shows scrolls there, and its echo would not.
_LONGEST = 150


@component
def TitleEcho(session: AppSession, adding: Adding) -> ft.Control:
    """The marks behind the title."""
    echo, _ = ft.use_state(adding.echo)
    ft.use_state(session.frame)
    line = echo.line
    if line is None or len(line.text) > _LONGEST:
        return ft.Container(width=0, height=0)
    return ft.Container(
        ft.Text(
            spans=_spans(line),
            style=TITLE_STYLE,
            color=ft.Colors.TRANSPARENT,
            max_lines=MOST_LINES,
        ),
        padding=ft.Padding.only(top=TITLE_PADDING, right=_CURSOR_ROOM),
        ignore_interactions=True,
    )


def _spans(line: Parsed) -> list[ft.TextSpan]:
    fills = {
        span: _FILLS.get(found.name, ft.Colors.PRIMARY_CONTAINER)
        for found in line.found
        for span in found.spans
    }
    spans: list[ft.TextSpan] = []
    end = 0
    for start, stop in line.all_spans:
        if start > end:
            spans.append(ft.TextSpan(line.text[end:start]))
        fill = ft.TextStyle(bgcolor=fills[start, stop])
        spans.append(ft.TextSpan(line.text[start:stop], style=fill))
        end = stop
    spans.append(ft.TextSpan(line.text[end:]))
    return spans
