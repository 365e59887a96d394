"""What changes a recipe: its name, and what each step is called, when, and how long.

Saved as one goes; Undo is the safety net.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import flet as ft

from models.recipe import Gap, Recipe, RecipeStep
from services import recipes
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button
from views.app.kit.field import InlineField
from views.app.kit.sheet import footed
from views.app.session import AppSession
from views.text.plan_words import gap_text, parse_gap
from views.text.typed import parse_duration

#: What a new step is until it is said otherwise.
_NEW = Gap(-1)
_EXAMPLE = timedelta(hours=1)


@component
def RecipeForm(
    session: AppSession, recipe: Recipe, order: Sequence[str], close: Callable[[], None]
) -> ft.Control:
    """The fields of an own recipe; `close` is called when one is done with it.

    Args:
        order: the uids of all own recipes.
    """
    say = session.words.say
    error, tell = ft.use_state("")

    async def rename(name: str) -> None:
        await session.act(recipes.change_recipe, recipe.uid, name=name)

    async def put(place: int, step: RecipeStep | None) -> None:
        steps = list(recipe.steps)
        steps[place : place + 1] = [] if step is None else [step]
        tell("")
        await session.act(recipes.change_recipe, recipe.uid, steps=steps)

    async def add(text: str) -> None:
        if text.strip():
            steps = [*recipe.steps, RecipeStep(text, _NEW)]
            await session.act(recipes.change_recipe, recipe.uid, steps=steps)

    at = order.index(recipe.uid)

    async def earlier(_: object) -> None:
        await session.act(recipes.reorder_recipe, recipe.uid, before=order[at - 1])

    async def later(_: object) -> None:
        await session.act(recipes.reorder_recipe, recipe.uid, after=order[at + 1])

    def done(_: object) -> None:
        close()

    head: list[ft.Control] = [
        ft.Container(
            keyed("name", InlineField, session, say("Name"), recipe.name, rename), expand=True
        )
    ]
    if at > 0:
        head.append(icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Move to the front"), earlier))
    if at < len(order) - 1:
        head.append(icon_button(ft.Icons.ARROW_FORWARD_ROUNDED, say("Move to the back"), later))
    rows = [
        keyed(f"step-{place}", _StepFields, session, place, step, put, tell, len(recipe.steps) > 1)
        for place, step in enumerate(recipe.steps)
    ]
    parts: list[ft.Control] = [
        ft.Row(head, spacing=4),
        *rows,
        keyed(
            "add",
            InlineField,
            session,
            say("New step"),
            "",
            add,
            hint=say("Add a step"),
            clears=True,
        ),
    ]
    if error:
        parts.append(ft.Text(error, style=theme.META_STRONG, color=theme.MISSED))
    return footed(
        ft.Column(
            parts, spacing=20, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        ft.FilledButton(say("Back to the plan"), on_click=done),
    )


@component
def _StepFields(
    session: AppSession,
    place: int,
    step: RecipeStep,
    put: Callable[[int, RecipeStep | None], Awaitable[None]],
    tell: Callable[[str], None],
    can_go: bool,
) -> ft.Control:
    say, dates = session.words.say, session.dates

    async def named(text: str) -> None:
        await put(place, replace(step, summary=text))

    async def timed(text: str) -> None:
        gap = parse_gap(text)
        if gap is None:
            tell(say("“{text}” says no distance. Try “7 d before”, or -7d.", text=text))
        else:
            await put(place, replace(step, gap=gap))

    async def lasting(text: str) -> None:
        span = parse_duration(text) if text.strip() else None
        if span is None and text.strip():
            example = dates.duration(_EXAMPLE)
            tell(say("“{text}” is not a span of time. Try {example}.", text=text, example=example))
        else:
            await put(place, replace(step, estimate=span))

    async def delete(_: object) -> None:
        await put(place, None)

    first: list[ft.Control] = [
        ft.Container(
            keyed("title", InlineField, session, say("Step"), step.summary, named), expand=True
        )
    ]
    if can_go:
        first.append(
            icon_button(
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                say("Delete step {title}", title=step.summary),
                delete,
                color=ft.Colors.ON_SURFACE_VARIANT,
                size=20,
            )
        )
    work = dates.duration(step.estimate) if step.estimate else ""
    return ft.Column(
        [
            ft.Row(first, spacing=4),
            ft.Row(
                [
                    ft.Container(
                        keyed(
                            "gap",
                            InlineField,
                            session,
                            say("When"),
                            gap_text(dates, step.gap),
                            timed,
                        ),
                        # A distance has three times the words of a length.
                        expand=9,
                    ),
                    ft.Container(
                        keyed("work", InlineField, session, say("Estimate"), work, lasting),
                        expand=5,
                    ),
                ],
                spacing=8,
            ),
        ],
        spacing=12,
        tight=True,
    )
