"""People in words: what somebody has of ours, and how they are written to.

It knows no clock and no screen: the app and the command line use it.
"""

from __future__ import annotations

from datetime import datetime

from services.people_reading import Business, PersonView
from views.text.dates import Dates
from views.text.slip_words import proposal_text
from views.text.words import Words, mark

#: The languages that messages can be in, as they call themselves.
LANGUAGE_NAMES = {"id": "Indonesia", "en": "English"}
_MESSAGES_IN = {"id": mark("Messages in Indonesian"), "en": mark("Messages in English")}


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
    """``3 tugas terbuka · Pesan berbahasa Inggris``: all but how to reach them."""
    parts = [words.count("{count} open task", "{count} open tasks", view.open_count)]
    if view.person is not None and view.person.language is not None:
        parts.append(words.say(_MESSAGES_IN[view.person.language]))
    return " · ".join(parts)
