"""Slips in words: what is suggested, how often it moved, and the message that asks somebody.

It knows no clock and no screen; a message is in the language of whom it is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from models.moment import Moment
from models.person import Answer, Proposal, ProposalKind
from models.slips import NewDue
from models.standing import Standing
from models.task import ready_by
from services.slip_reading import Moves, Talk
from views.text.dates import Dates
from views.text.words import Language, Words, mark_in

ANSWER_LABELS: Mapping[str, str] = {
    Answer.ACCEPTED: mark_in("answer", "Accepted"),
    Answer.COUNTERED: mark_in("answer", "Proposed something else"),
    Answer.DECLINED: mark_in("answer", "Declined"),
}


def answer_label(words: Words, answer: Answer) -> str:
    """``Diterima`` or ``Accepted``."""
    return words.say_in("answer", ANSWER_LABELS[answer])


def offer_text(dates: Dates, way: NewDue, due: Moment, now: datetime) -> str:
    """``Nanti 18.00``, ``Besok 10.00``, ``Slot kosong Rab 16.00``: a deadline to choose."""
    words = dates.words
    match way:
        case NewDue.LATER if due.time is not None:
            return words.say("Later {time}", time=dates.time(due.local(dates.zone)))
        case NewDue.SLOT:
            return words.say("Free slot {when}", when=dates.spoken(due, now))
        case _:
            return dates.spoken(due, now)


def promise_text(dates: Dates, due: Moment, lead: timedelta | None) -> str:
    """``Siap sebelum 09.00, tayang 10.00``: what a new deadline means; empty without a time."""
    ready = ready_by(due, lead)
    if due.time is None or ready is None:
        return ""
    zone = dates.zone
    return dates.words.say(
        "Ready before {ready}, published at {due}",
        ready=dates.time(ready.local(zone)),
        due=dates.time(due.local(zone)),
    )


def moved_text(dates: Dates, moves: Moves, now: datetime) -> str:
    """``Sudah 1× digeser sejak 18 Nov``, ``Belum pernah digeser``."""
    if not moves.count or moves.since is None:
        return dates.words.say("Not moved yet")
    return dates.words.count(
        "Moved {count}× since {day}",
        "Moved {count}× since {day}",
        moves.count,
        day=dates.day_and_month(moves.since, dates.today(now)),
    )


def slipped_text(dates: Dates, standing: Standing, due: Moment | None, now: datetime) -> str:
    """``Terlewat · seharusnya hari ini 16.00``: why the question is asked."""
    words = dates.words
    if due is None:
        return words.say("No date yet")
    when = dates.spoken(due, now)
    match standing:
        case Standing.DUE_MISSED:
            return words.say("Missed · was due {when}", when=when)
        case Standing.READY_MISSED:
            return words.say("Ready time missed · due {when}", when=when)
        case Standing.AT_RISK:
            return words.say("At risk · due {when}", when=when)
        case _:
            return words.say("Due {when}", when=when)


def proposal_text(dates: Dates, proposal: Proposal, now: datetime) -> str:
    """``Diusulkan ke Raka: 26 Nov 10.00``: what was proposed to whom."""
    words, person = dates.words, proposal.person
    if proposal.kind is ProposalKind.HAND_OVER:
        return words.say("Handing it over to {name}", name=person)
    when = dates.exact(proposal.due, now) if proposal.due else ""
    return words.say("Proposed to {name}: {when}", name=person, when=when)


def their_dates(dates: Dates, talk: Talk) -> Dates:
    """How whom the talk is with says things; the user's way where nothing is known of them."""
    language = talk.person.language if talk.person else None
    if language is None:
        return dates
    return replace(dates, language=cast("Language", language))


def message_text(dates: Dates, talk: Talk, now: datetime) -> str:
    """The message that asks: in the words of `dates`, with days that mean the same tomorrow.

    Args:
        dates: those of whom it is for, see `their_dates`.
    """
    words, task, proposal = dates.words, talk.task, talk.proposal
    lines = [words.say("Hi {name},", name=proposal.person)]
    if task.due is not None:
        when = dates.exact(task.due, now)
        if task.due.instant(dates.zone) < now:
            lines.append(words.say("“{title}” was due {when}.", title=task.summary, when=when))
        else:
            lines.append(words.say("“{title}” is due {when}.", title=task.summary, when=when))
    else:
        lines.append(words.say("it is about “{title}”.", title=task.summary))
    if proposal.kind is ProposalKind.HAND_OVER:
        lines.append(words.say("Could you take it over?"))
    elif proposal.due is not None:
        when = dates.exact(proposal.due, now)
        lines.append(words.say("Could we make it {when}?", when=when))
        if ready := promise_text(dates, proposal.due, task.lead):
            lines.append(f"{ready}.")
    if task.url:
        lines.append(task.url)
    lines.append(words.say("Is that all right with you? Let me know."))
    return " ".join(lines)
