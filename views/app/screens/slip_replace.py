"""The slip sheet's page for a stand-in: a simpler task for today, and what the original does."""

from __future__ import annotations

from enum import StrEnum

import flet as ft

from models.moment import Moment
from models.slips import NewDue
from services import slips
from services.slip_reading import SlipView
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice
from views.app.kit.field import InlineField
from views.app.kit.sheet import footed
from views.app.screens.slip_parts import asked, page_head
from views.app.screens.slip_run import Page, Run
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.slip_words import offer_text
from views.text.words import sentence


class Original(StrEnum):
    """What becomes of the task that is replaced."""

    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@component
def Replace(session: AppSession, run: Run, view: SlipView) -> ft.Control:
    """A title, when today, and whether the original is put off or cancelled."""
    words, dates, now = session.words, session.dates, session.minute.now
    say = words.say
    title = ft.use_ref("")
    later = view.offered.get(NewDue.LATER)
    postponed = view.offered.get(NewDue.TOMORROW)
    today = Moment(dates.today(now))
    due, set_due = ft.use_state(later or today)
    original, set_original = ft.use_state(Original.POSTPONED if postponed else Original.CANCELLED)

    async def back(_: object) -> None:
        run.go(Page.WAYS)

    async def typing(text: str) -> None:
        title.current = text

    async def save(_: object = None) -> None:
        uid = view.line.uid
        to = postponed if original is Original.POSTPONED else None
        said = action_text(words, "slip.replace", view.line.summary)
        text = title.current or ""
        made = await run.decide(said, slips.replace_task, uid, text, due, to, run.why)
        if made is not None:
            if to is not None:
                run.tell(await session.told_move(said, uid, made.uid))
            run.next()

    times = [(today, say("Any time today"))]
    if later is not None:
        times.insert(0, (later, sentence(offer_text(dates, NewDue.LATER, later, now))))
    fates = [(Original.CANCELLED, say("Cancel it"))]
    if postponed is not None:
        when = dates.spoken(postponed, now)
        fates.insert(0, (Original.POSTPONED, say("Put it off to {when}", when=when)))
    asked_for = ft.Column(
        [
            page_head(session, say("Replace with something simpler"), back),
            keyed(
                "title",
                InlineField,
                session,
                say("What is simpler"),
                "",
                typing,
                hint=say("A single picture instead of “{title}”", title=view.line.summary),
                on_typing=typing,
                on_enter=save,
                has_focus=True,
            ),
            asked(say("When today?"), chip_choice(times, due, set_due)),
            asked(
                say("And “{title}”?", title=view.line.summary),
                chip_choice(fates, original, set_original),
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return footed(asked_for, ft.FilledButton(say("Replace"), on_click=save))
