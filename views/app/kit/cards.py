"""The missed banner and the card of a goal. Plain functions from values to controls."""

from __future__ import annotations

import flet as ft

from models.goal import Goal
from views import theme
from views.app.kit.basics import Press
from views.app.kit.progress import bare_ring, progress_bar, share_of
from views.text import Words


def missed_banner(words: Words, count: int, due_missed: int, on_review: Press) -> ft.Control:
    """How many were missed, without blame, and the way to them.

    Args:
        due_missed: of how many the due has passed; of the others only the time to be ready by.
    """
    hint = words.say("Replace, re-set or hand over")
    if only_ready := count - due_missed:
        hint = words.count(
            "{count} of them only by its ready time",
            "{count} of them only by their ready time",
            only_ready,
        )
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.EVENT_BUSY_ROUNDED, size=22, color=ft.Colors.ON_ERROR_CONTAINER),
                ft.Column(
                    [
                        ft.Text(
                            words.count("{count} missed", "{count} missed", count),
                            style=theme.TASK,
                            color=ft.Colors.ON_ERROR_CONTAINER,
                        ),
                        ft.Text(
                            hint,
                            style=theme.META,
                            color=ft.Colors.ON_ERROR_CONTAINER,
                        ),
                    ],
                    spacing=0,
                    tight=True,
                    expand=True,
                ),
                ft.FilledButton(
                    words.say("Decide"),
                    style=ft.ButtonStyle(
                        bgcolor=ft.Colors.ERROR,
                        color=ft.Colors.ON_ERROR,
                        text_style=theme.type_style(13.5, 700),
                        padding=ft.Padding.symmetric(horizontal=16, vertical=10),
                    ),
                    on_click=on_review,
                ),
            ],
            spacing=14,
        ),
        bgcolor=ft.Colors.ERROR_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=16, right=14, top=12, bottom=12),
    )


def goal_card(words: Words, goal: Goal, on_open: Press, *, width: float | None = 200) -> ft.Control:
    """A goal and how far it is; tap opens it. Without a width it fills its place."""
    tint = theme.tint_of(goal.color)
    ready = ready_text(words, goal)
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Text(
                            goal.name,
                            style=theme.TASK,
                            color=tint.on_container,
                            max_lines=1,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                        ft.Text(ready, style=theme.META_NUMBER, color=_quiet_on(tint)),
                        ft.Container(height=6),
                        progress_bar(
                            goal.tasks_done,
                            goal.tasks_total,
                            "",
                            color=tint.line,
                            track=ft.Colors.with_opacity(0.14, tint.on_container),
                        ),
                    ],
                    spacing=2,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                width=width,
                bgcolor=tint.container,
                border_radius=theme.RADIUS_CARD,
                padding=ft.Padding.symmetric(horizontal=14, vertical=14),
                ink=True,
                on_click=on_open,
            ),
        )
    )


def goal_row(
    words: Words, goal: Goal, on_open: Press, handle: ft.Control | None = None
) -> ft.Control:
    """A goal as wide as the page: icon, name, how far it is as a ring; `handle` stands last."""
    tint = theme.tint_of(goal.color)
    ready = ready_text(words, goal)
    name: list[ft.Control] = [
        ft.Text(
            goal.name,
            style=theme.TASK,
            color=tint.on_container,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
    ]
    if goal.pinned:
        name.append(
            ft.Icon(
                ft.Icons.PUSH_PIN_ROUNDED,
                size=16,
                color=tint.line,
                semantics_label=words.say("Pinned"),
            )
        )
    lines: list[ft.Control] = [
        ft.Row(name, spacing=6),
        ft.Text(ready, style=theme.META_NUMBER, color=_quiet_on(tint)),
    ]
    if goal.description:
        lines.append(
            ft.Text(
                goal.description,
                style=theme.META,
                color=_quiet_on(tint),
                max_lines=1,
                overflow=ft.TextOverflow.ELLIPSIS,
            )
        )
    face = ft.Container(
        ft.Row(
            [
                ft.Icon(theme.goal_icon(goal.icon), size=24, color=tint.line),
                ft.Column(lines, spacing=2, tight=True, expand=True),
                bare_ring(
                    share_of(goal.tasks_done, goal.tasks_total),
                    size=32,
                    stroke=4,
                    color=tint.line,
                    track=ft.Colors.with_opacity(0.14, tint.on_container),
                ),
            ],
            spacing=14,
        ),
        padding=ft.Padding.only(left=16, top=14, bottom=14, right=10 if handle else 16),
        ink=True,
        on_click=on_open,
    )
    parts: list[ft.Control] = [
        ft.MergeSemantics(ft.Semantics(button=True, content=face), expand=True)
    ]
    if handle is not None:
        parts.append(handle)
    return ft.Container(
        ft.Row(parts, spacing=0),
        bgcolor=tint.container,
        border_radius=theme.RADIUS_CARD,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def ready_text(words: Words, goal: Goal) -> str:
    """``3 of 9 ready``; of a goal without tasks that it has none."""
    if not goal.tasks_total:
        return words.say("No tasks yet")
    done, total = words.number(goal.tasks_done), words.number(goal.tasks_total)
    return words.say("{done} of {total} ready", done=done, total=total)


def _quiet_on(tint: theme.Tint) -> str:
    if tint.on_container == ft.Colors.ON_SURFACE:
        return ft.Colors.ON_SURFACE_VARIANT
    return tint.on_container
