"""How the first run looks: a poster that shows the idea, three lessons, and where they stand."""

from __future__ import annotations

from datetime import time

import flet as ft

from views import theme
from views.app.kit.basics import apart, line_padding
from views.app.session import AppSession

_FORM_WIDTH = 400


def stacked(poster: ft.Control, form: ft.Control, languages: ft.Control) -> ft.Control:
    """On a phone: the poster on top with round feet, the rest under it."""
    head = ft.Container(
        ft.SafeArea(
            ft.Column(
                [_brand(languages), poster],
                spacing=12,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
        ),
        bgcolor=theme.HERO,
        border_radius=ft.BorderRadius.only(
            bottom_left=theme.RADIUS_SHEET, bottom_right=theme.RADIUS_SHEET
        ),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=12, bottom=16),
    )
    body = ft.Container(
        ft.Container(form, width=theme.SHEET_WIDTH),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=14, bottom=12),
        alignment=ft.Alignment.TOP_CENTER,
    )
    return ft.Container(
        ft.Column(
            [head, body],
            spacing=0,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
    )


def beside(poster: ft.Control, form: ft.Control, languages: ft.Control) -> ft.Control:
    """Where there is room: the poster left, the rest right, each in the middle of its half."""
    left = ft.Container(
        ft.Column(
            [
                _brand(None),
                ft.Container(expand=True),
                ft.Container(poster, width=500),
                ft.Container(expand=True),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        bgcolor=theme.HERO,
        border_radius=theme.RADIUS_SHEET,
        padding=36,
        expand=True,
    )
    right = ft.Column(
        [
            ft.Row([languages], alignment=ft.MainAxisAlignment.END),
            ft.Container(
                ft.Column(
                    [ft.Container(form, width=_FORM_WIDTH)],
                    scroll=ft.ScrollMode.AUTO,
                    alignment=ft.MainAxisAlignment.CENTER,
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                ),
                expand=True,
                alignment=ft.Alignment.CENTER,
            ),
        ],
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Container(
        ft.Row([left, right], spacing=20, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=20,
        expand=True,
    )


def _brand(languages: ft.Control | None) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Container(
            ft.Icon(ft.Icons.CHECK_ROUNDED, size=22, color=theme.HERO),
            width=36,
            height=36,
            border_radius=theme.RADIUS_BLOCK,
            bgcolor=theme.ON_HERO_RING,
            alignment=ft.Alignment.CENTER,
        ),
        ft.Text("DoCheck", style=theme.CARD_TITLE, color=theme.ON_HERO, no_wrap=True),
    ]
    name = ft.Row(parts, spacing=12, tight=True)
    if languages is None:
        return name
    pill = ft.Container(
        languages,
        bgcolor=ft.Colors.SURFACE,
        border_radius=24,
        padding=ft.Padding.symmetric(horizontal=4),
    )
    return apart(name, pill)


def poster(session: AppSession, *, is_large: bool) -> ft.Control:
    """The promise in words, and the one picture that explains it."""
    say = session.words.say
    return ft.Column(
        [
            ft.Semantics(
                header=True,
                container=True,
                content=ft.Text(
                    say("Ready before it goes live"),
                    style=theme.type_style(38 if is_large else 30, 800, height=1.1, spacing=-0.6),
                    color=theme.ON_HERO,
                ),
            ),
            ft.Text(
                say("A to-do list and a timeline for people with deadlines."),
                style=theme.BODY,
                color=theme.ON_HERO_QUIET,
            ),
            ft.Container(_picture(session), padding=ft.Padding.only(top=24 if is_large else 8)),
        ],
        spacing=10 if is_large else 6,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _picture(session: AppSession) -> ft.Control:
    """One post on its way: prepared, ready an hour before, published."""
    say, dates = session.words.say, session.dates
    ready, live = dates.time(time(15)), dates.time(time(16))
    spoken = say(
        "A post that must be ready by {ready} and is published at {live}", ready=ready, live=live
    )
    # Large words need more of the shorter ends.
    before, between, after = (4, 1, 4) if session.frame.has_large_text else (5, 2, 3)
    track = ft.Row(
        [
            _piece(say("Prepare"), before, theme.ON_HERO_RING, theme.HERO, "left"),
            _piece("", between, ft.Colors.with_opacity(0.22, theme.ON_HERO), theme.ON_HERO, ""),
            _piece(say("Live"), after, theme.AMBER_CONTAINER, theme.ON_AMBER_CONTAINER, "right"),
        ],
        spacing=4,
    )
    marks = ft.Row(
        [
            _mark(say("ready by"), ready, before, ft.CrossAxisAlignment.END),
            ft.Container(expand=between),
            _mark(say("goes live"), live, after, ft.CrossAxisAlignment.START),
        ],
        spacing=4,
    )
    card = ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Icon(ft.Icons.PLAY_CIRCLE_ROUNDED, size=20, color=theme.ON_HERO_RING),
                        ft.Text(
                            say("Reels: 5 productive habits"),
                            style=theme.TASK,
                            color=theme.ON_HERO,
                            max_lines=1,
                            overflow=ft.TextOverflow.ELLIPSIS,
                            expand=True,
                        ),
                    ],
                    spacing=8,
                ),
                ft.Column(
                    [track, marks],
                    spacing=6,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                _step(say("Script"), is_done=True),
                _step(say("Final cover"), is_done=False),
            ],
            spacing=9,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=ft.Colors.with_opacity(0.08, theme.ON_HERO),
        border_radius=theme.RADIUS_CARD,
        padding=theme.CARD_PADDING,
    )
    return ft.Semantics(label=spoken, container=True, exclude_semantics=True, content=card)


def _piece(text: str, flex: int, color: str, on_color: str, end: str) -> ft.Control:
    left, right = (theme.RADIUS_BLOCK if end == side else 4 for side in ("left", "right"))
    return ft.Container(
        ft.Text(text, style=theme.META_STRONG, color=on_color, no_wrap=True),
        expand=flex,
        padding=ft.Padding.symmetric(vertical=line_padding(theme.META_STRONG, 34)),
        bgcolor=color,
        alignment=ft.Alignment.CENTER,
        border_radius=ft.BorderRadius.only(
            top_left=left, bottom_left=left, top_right=right, bottom_right=right
        ),
    )


def _mark(note: str, clock: str, flex: int, side: ft.CrossAxisAlignment) -> ft.Control:
    return ft.Container(
        ft.Column(
            [
                ft.Text(
                    clock,
                    style=theme.type_style(20, 800, height=1.15, is_tabular=True),
                    color=theme.ON_HERO,
                ),
                ft.Text(note, style=theme.META, color=theme.ON_HERO_QUIET, no_wrap=True),
            ],
            spacing=0,
            horizontal_alignment=side,
        ),
        expand=flex,
    )


def _step(text: str, *, is_done: bool) -> ft.Control:
    ring = ft.Container(
        ft.Icon(ft.Icons.CHECK_ROUNDED, size=13, color=theme.HERO) if is_done else None,
        width=20,
        height=20,
        shape=ft.BoxShape.CIRCLE,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.ON_HERO_RING if is_done else ft.Colors.TRANSPARENT,
        border=ft.Border.all(2, theme.ON_HERO_RING),
    )
    style = theme.type_style(14, 500, is_struck=is_done)
    color = theme.ON_HERO_QUIET if is_done else theme.ON_HERO
    return ft.Row([ring, ft.Text(text, style=style, color=color)], spacing=10)


def lessons(session: AppSession, *, is_large: bool) -> ft.Control:
    """What DoCheck does for its user, in three lines."""
    say = session.words.say
    return ft.Column(
        [
            _lesson(
                ft.Icons.HOURGLASS_TOP_ROUNDED,
                say("Two times for each task"),
                say("When it is published, and when it must be ready."),
                ft.Colors.PRIMARY_CONTAINER,
                ft.Colors.ON_PRIMARY_CONTAINER,
            ),
            _lesson(
                ft.Icons.VIEW_DAY_ROUNDED,
                say("One plan, seen twice"),
                say("As a to-do list for today, and as a timeline for the month."),
                ft.Colors.SECONDARY_CONTAINER,
                ft.Colors.ON_SECONDARY_CONTAINER,
            ),
            _lesson(
                ft.Icons.RESTORE_ROUNDED,
                say("Nothing gets lost"),
                say("What is missed gets a new time, and every step can be undone."),
                ft.Colors.TERTIARY_CONTAINER,
                ft.Colors.ON_TERTIARY_CONTAINER,
            ),
        ],
        spacing=14 if is_large else 8,
        tight=True,
    )


def _lesson(icon: ft.IconData, title: str, line: str, color: str, on_color: str) -> ft.Control:
    return ft.MergeSemantics(
        ft.Row(
            [
                ft.Container(
                    ft.Icon(icon, size=20, color=on_color),
                    width=40,
                    height=40,
                    border_radius=theme.RADIUS_BLOCK,
                    bgcolor=color,
                    alignment=ft.Alignment.CENTER,
                ),
                ft.Column(
                    [
                        ft.Text(title, style=theme.TASK),
                        ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                    ],
                    spacing=0,
                    tight=True,
                    expand=True,
                ),
            ],
            spacing=12,
        )
    )
