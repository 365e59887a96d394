"""The first page of the slip sheet: why, and the four ways on. The suggested one is chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.ledger import Reason
from models.moment import Moment
from models.series import Scope
from models.slips import NewDue
from services import slips
from services.slip_reading import SlipView
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import sheet_title
from views.app.kit.chips import chip_choice
from views.app.kit.field import InlineField
from views.app.kit.sheet import footed
from views.app.screens.slip_parts import asked, due_chips, way_card
from views.app.screens.slip_pick import OwnDue
from views.app.screens.slip_run import Page, Run
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.ledger_words import reason_label
from views.text.slip_words import moved_text, offer_text, promise_text, slipped_text
from views.text.words import sentence

#: So many names stand on the card of the team.
_NAMED = 3


@component
def Ways(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    """Reasons, the new deadline with its button, and three more ways."""
    chosen, choose = ft.use_state(view.suggested)
    scope, set_scope = ft.use_state(Scope.THIS)
    say, dates, now = session.words.say, session.dates, session.minute.now
    title = view.line.summary

    async def save(_: object) -> None:
        if chosen is not None:
            await _promise(session, run, view, view.offered[chosen], scope)

    async def replace(_: object) -> None:
        run.go(Page.REPLACE)

    async def team(_: object) -> None:
        run.go(Page.TEAM)

    async def let_go(_: object) -> None:
        said = action_text(session.words, "slip.let-go", title)
        if await run.decide(said, slips.let_go, view.line.uid, run.why, scope) is not None:
            run.next()

    async def pick(way: NewDue | None) -> None:
        if way is None:
            run.go(Page.PICK)
        else:
            choose(way)

    names = ", ".join(view.names[:_NAMED])
    moved = moved_text(dates, view.moves, now)
    ways = ft.Column(
        [
            sheet_title(_over(session, run, view), title),
            _reasons(session, run, view),
            _new_deadline(session, view, chosen, pick, scope, set_scope),
            way_card(
                ft.Icons.FILTER_NONE_ROUNDED,
                say("Replace with something simpler"),
                say("Make a stand-in for today, put the original off"),
                replace,
            ),
            way_card(
                ft.Icons.HANDSHAKE_OUTLINED,
                say("Compromise with the team"),
                say("Hand over or propose a deadline to {names}", names=names)
                if names
                else say("Hand over or propose a deadline"),
                team,
            ),
            way_card(
                ft.Icons.REMOVE_CIRCLE_OUTLINE_ROUNDED,
                say("Let go"),
                say("Cancel it and keep it in the history"),
                let_go,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    foot = ft.Row(
        [
            # Said by itself, not as part of the sheet's name.
            ft.Semantics(
                container=True,
                content=ft.Text(moved, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                expand=True,
            ),
            ft.FilledButton(say("Save"), on_click=save, disabled=chosen is None),
        ],
        spacing=12,
    )
    return footed(ways, foot)


@component
def PickDue(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    """Any other new deadline."""

    async def picked(due: Moment) -> None:
        await _promise(session, run, view, due, Scope.THIS)

    def back(_: object) -> None:
        run.go(Page.WAYS)

    return keyed("pick", OwnDue, session, view.line.due, picked, back)


async def _promise(
    session: AppSession, run: Run, view: SlipView, due: Moment, scope: Scope
) -> None:
    uid = view.line.uid
    text = action_text(session.words, "slip.new-due", view.line.summary)
    when = session.dates.spoken(due, session.minute.now)
    if await run.decide(text, slips.new_deadline, uid, due, run.why, scope) is not None:
        is_one = scope is Scope.THIS
        run.tell(await session.told_move(text, uid, when=when, counts_steps=is_one))
        run.next()


def _over(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    say, now = session.words.say, session.minute.now
    text = ft.Text(
        slipped_text(session.dates, view.standing, view.line.due, now),
        style=theme.META,
        color=ft.Colors.ON_SURFACE_VARIANT,
        expand=True,
    )
    if not run.is_triage:
        return ft.Row([text], spacing=0)

    async def skip(_: object) -> None:
        run.next()

    return ft.Row(
        [
            text,
            ft.Text(
                say("{number} of {total}", number=run.at + 1, total=len(run.uids)),
                style=theme.META_NUMBER,
                color=ft.Colors.ON_SURFACE_VARIANT,
            ),
            ft.TextButton(say("Skip"), on_click=skip),
        ],
        spacing=4,
    )


def _reasons(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    words = session.words
    question = words.say("Why did it slip?")
    if not view.standing.is_missed:
        question = words.say("What is in the way?")
    options = [(reason, reason_label(words, reason)) for reason in Reason]
    chips = chip_choice(options, run.reason, run.give_reason)
    if run.reason is not Reason.OTHER:
        return asked(question, chips)

    async def typed(text: str) -> None:
        run.text = text

    field = keyed(
        "reason",
        InlineField,
        session,
        words.say("In a few words"),
        run.text,
        typed,
        on_typing=typed,
        has_focus=True,
    )
    return ft.Column(
        [asked(question, chips), field],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _new_deadline(
    session: AppSession,
    view: SlipView,
    chosen: NewDue | None,
    pick: Callable[[NewDue | None], Awaitable[None]],
    scope: Scope,
    set_scope: Callable[[Scope], None],
) -> ft.Control:
    say, dates, now = session.words.say, session.dates, session.minute.now
    ink = ft.Colors.ON_PRIMARY_CONTAINER
    options: list[tuple[NewDue | None, str]] = [
        (way, sentence(offer_text(dates, way, due, now))) for way, due in view.offered.items()
    ]
    options.append((None, say("Pick…")))
    line = promise_text(dates, view.offered[chosen], view.line.lead) if chosen else ""
    parts: list[ft.Control] = [ft.Text(say("New deadline"), style=theme.TASK, color=ink)]
    if line:
        parts.append(ft.Text(line, style=theme.META, color=ink))
    parts.append(due_chips(options, chosen, pick))
    if view.repeats:
        scopes = [
            (Scope.THIS, say("This one only")),
            (Scope.FOLLOWING, say("This one and those that follow")),
        ]
        parts.append(due_chips(scopes, scope, set_scope))
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.UPDATE_ROUNDED, size=22, color=ink),
                ft.Column(parts, spacing=0, tight=True, expand=True),
            ],
            spacing=14,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.only(left=18, right=12, top=14, bottom=8),
        bgcolor=ft.Colors.PRIMARY_CONTAINER,
        border_radius=theme.RADIUS_CARD,
    )
