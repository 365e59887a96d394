"""The slip sheet's page for the team: hand it over, or propose a deadline, and ask again when."""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft

from models.moment import Moment
from models.person import Proposal, ProposalKind
from services import slips
from services.slip_reading import SlipView
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice, segments
from views.app.kit.field import InlineField
from views.app.kit.sheet import footed
from views.app.screens.slip_parts import asked, page_head
from views.app.screens.slip_pick import OwnDue
from views.app.screens.slip_run import Page, Run
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.slip_words import offer_text
from views.text.words import sentence

#: How long after the first day on which one could ask again others are offered.
_LATER = (timedelta(days=2), timedelta(days=7))


@component
def Team(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    """Who, what is asked of them, and when to ask again."""
    words, dates, now = session.words, session.dates, session.minute.now
    say = words.say
    name, set_name = ft.use_state(view.names[0] if view.names else "")
    kind, set_kind = ft.use_state(ProposalKind.HAND_OVER)
    due, set_due = ft.use_state(view.offered[view.suggested] if view.suggested else None)
    is_picking, set_picking = ft.use_state(False)
    follow_up, set_follow_up = ft.use_state(view.follow_up)

    async def back(_: object) -> None:
        run.go(Page.WAYS)

    async def typed(text: str) -> None:
        if text.strip():
            set_name(text.strip())

    async def people(_: object) -> None:
        session.overlay.close()
        await session.go(routes.PEOPLE)

    def choose_due(chosen: Moment | None) -> None:
        if chosen is None:
            set_picking(True)
        else:
            set_due(chosen)

    async def picked(chosen: Moment) -> None:
        set_picking(False)
        set_due(chosen)

    if is_picking:
        return keyed("pick", OwnDue, session, view.line.due, picked, lambda _: set_picking(False))

    async def save(_: object) -> None:
        uid, title = view.line.uid, view.line.summary
        made: Proposal | None = None
        if kind is ProposalKind.HAND_OVER:
            said = action_text(words, "slip.hand-over", title)
            made = await run.decide(said, slips.hand_over, uid, name, follow_up, run.why)
        elif due is not None:
            said = action_text(words, "slip.propose", title)
            made = await run.decide(said, slips.propose, uid, name, due, follow_up, run.why)
        if made is not None:
            run.go(Page.MESSAGE)

    names = list(dict.fromkeys((*view.names, *filter(None, (name,)))))
    parts: list[ft.Control] = [page_head(session, say("Compromise with the team"), back)]
    if names:
        who = chip_choice([(each, each) for each in names], name, set_name)
        parts.append(asked(say("With whom?"), who, ft.TextButton(say("People"), on_click=people)))
    parts.append(
        keyed(
            "name",
            InlineField,
            session,
            say("Somebody else"),
            "",
            typed,
            hint=say("Name"),
            on_typing=typed,
        )
    )
    kinds = [
        (ProposalKind.HAND_OVER, say("Hand over")),
        (ProposalKind.NEW_DUE, say("Propose a deadline")),
    ]
    parts.append(segments(kinds, kind, set_kind, has_large_text=session.frame.has_large_text))
    if kind is ProposalKind.NEW_DUE:
        dues: list[tuple[Moment | None, str]] = [
            (each, sentence(offer_text(dates, way, each, now)))
            for way, each in view.offered.items()
        ]
        if due is not None and due not in view.offered.values():
            dues.append((due, sentence(dates.spoken(due, now))))
        dues.append((None, say("Pick…")))
        parts.append(asked(say("Which deadline?"), chip_choice(dues, due, choose_due)))
    days: list[date] = [view.follow_up, *(view.follow_up + each for each in _LATER)]
    today = dates.today(now)
    again = [(day, sentence(dates.relative_day(day, today))) for day in days]
    parts.append(asked(say("When to ask again?"), chip_choice(again, follow_up, set_follow_up)))
    return footed(
        ft.Column(
            parts, spacing=10, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        ft.FilledButton(
            say("Save and write the message"),
            on_click=save,
            disabled=not name or (kind is ProposalKind.NEW_DUE and due is None),
        ),
    )
