"""People in words: what somebody has of ours, and how they are written to.

It knows no clock and no screen: the app and the command line use it.
"""

from __future__ import annotations

from datetime import datetime

from models.person import Person
from services.people_reading import Business, PersonView
from views.text.dates import Dates
from views.text.slip_words import proposal_text
from views.text.words import Words

#: The languages that messages can be in, as they call themselves.
LANGUAGE_NAMES = {"id": "Indonesia", "en": "English"}


def business_text(dates: Dates, business: Business, now: datetime) -> str:
    """``Menyerahkannya ke Raka · tanya lagi besok``: what is between us about a task."""
    words, parts = dates.words, list[str]()
    if business.proposal is not None:
        parts.append(proposal_text(dates, business.proposal, now))
    elif business.is_waiting:
        parts.append(words.say("With them now"))
    if business.follow_up is not None:
        day = dates.relative_day(business.follow_up, dates.today(now))
        parts.append(words.say("ask again {day}", day=day))
    return " · ".join(parts)


def person_text(words: Words, view: PersonView) -> str:
    """``3 tugas terbuka · Pesan: English · 0812…``: what is known of somebody."""
    parts = [words.count("{count} open task", "{count} open tasks", view.open_count)]
    if view.person is not None:
        parts += _known(words, view.person)
    return " · ".join(parts)


def _known(words: Words, person: Person) -> list[str]:
    known: list[str] = []
    if person.language is not None:
        known.append(words.say("Messages: {language}", language=LANGUAGE_NAMES[person.language]))
    if person.channel:
        known.append(person.channel)
    return known
