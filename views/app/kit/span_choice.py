"""A choice of a span of time: the usual ones to tap, and a field to type another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import flet as ft

from models.habits import UsualSpan
from views.app.boundary import component, keyed
from views.app.kit.chips import list_chip
from views.app.kit.field import InlineField
from views.app.session import AppSession
from views.text.report_words import usual_span_text
from views.text.typed import parse_duration

#: What the hint and a refusal give as an example.
_EXAMPLE = timedelta(minutes=90)


@component
def SpanChoice(
    session: AppSession,
    value: timedelta | None,
    choices: Sequence[timedelta],
    none: str,
    on_choose: Callable[[timedelta | None], Awaitable[None]],
    suggested: UsualSpan | None = None,
) -> ft.Control:
    """Spans as chips, `none` for no span, and the field.

    Args:
        suggested: what the record says such tasks took; it stands first, with its samples.
    """
    say, dates = session.words.say, session.dates
    error, tell = ft.use_state("")
    usual = sorted({*choices, *((value,) if value is not None else ())})

    async def typed(text: str) -> None:
        span = parse_duration(text)
        if span is not None:
            await on_choose(span)
        elif text.strip():
            example = dates.duration(_EXAMPLE)
            tell(say("“{text}” is not a span of time. Try {example}.", text=text, example=example))
        else:
            tell("")

    def press(span: timedelta | None) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            await on_choose(span)

        return pressed

    offered: list[ft.Control] = []
    if suggested is not None:
        text = usual_span_text(dates, suggested)
        icon = ft.Icons.AUTO_AWESOME_ROUNDED
        is_chosen = suggested.span == value
        offered.append(list_chip(text, None, is_chosen, press(suggested.span), icon=icon))
    return ft.Column(
        [
            ft.Row(
                [
                    *offered,
                    list_chip(none, None, value is None, press(None)),
                    *(
                        list_chip(dates.duration(span), None, span == value, press(span))
                        for span in usual
                    ),
                ],
                spacing=8,
                run_spacing=0,
                wrap=True,
            ),
            keyed(
                "span",
                InlineField,
                session,
                say("Another span"),
                "",
                typed,
                hint=say("for example {time}", time=dates.duration(_EXAMPLE)),
                error=error,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
