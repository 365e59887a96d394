"""Words: a message in the reader's language, by its English msgid.

Owns how a catalogue is opened and how a message takes its arguments. The
catalogues are written by `views.text.catalogue`; dates are told by
`views.text.dates`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Literal

Language = Literal["id", "en"]

log = logging.getLogger(__name__)


@cache
def _catalogue(language: Language) -> NullTranslations:
    """The compiled messages of `language`; also out of a zip. None there: plain English."""
    from importlib.resources import files

    compiled = files("views.text") / "locale" / language / "LC_MESSAGES" / "docheck.mo"
    try:
        with compiled.open("rb") as stream:
            return GNUTranslations(stream)
    except OSError:
        log.warning("no compiled messages for %s; run python -m views.text.catalogue", language)
        return NullTranslations()


def mark(msgid: str) -> str:
    """`msgid` itself: tells the catalogue of a message that stands in a table and is said later."""
    return msgid


def mark_in(context: str, msgid: str) -> str:
    """`msgid` itself, as `mark`, for a message that `Words.say_in` will say in `context`."""
    return msgid


def sentence(text: str) -> str:
    """`text` with its first letter large, as a heading or the start of a line."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, for one session.

    Arguments are named, as in ``say("Move to {day}", day=…)``. A message never
    raises: where a translation and the arguments do not fit, the English is
    said, and where that does not fit either, as it is written.
    """

    language: Language

    def say(self, msgid: str, /, **args: object) -> str:
        """`msgid` in this language."""
        return self._filled(_catalogue(self.language).gettext(msgid) if msgid else "", msgid, args)

    def say_in(self, context: str, msgid: str, /, **args: object) -> str:
        """`msgid` as it is said in `context`, where one English word has several translations."""
        return self._filled(_catalogue(self.language).pgettext(context, msgid), msgid, args)

    def count(self, singular: str, plural: str, count: int, /, **args: object) -> str:
        """`singular` or `plural`, by `count`, which fills ``{count}``."""
        text = _catalogue(self.language).ngettext(singular, plural, count)
        fallback = singular if count == 1 else plural
        return self._filled(text, fallback, {"count": self.number(count), **args})

    def number(self, value: int, /) -> str:
        """A whole number with its thousands parted: 1.250 in Indonesian, 1,250 in English."""
        parted = f"{value:,}"
        return parted.replace(",", ".") if self.language == "id" else parted

    def _filled(self, text: str, fallback: str, args: dict[str, object]) -> str:
        for candidate in (text, fallback):
            try:
                return candidate.format(**args)
            except (LookupError, ValueError, AttributeError):
                log.warning("message %r does not fit its arguments %s", candidate, sorted(args))
        return fallback
