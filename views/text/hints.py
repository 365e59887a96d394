"""What is said of words in a line that look like a date and were not taken as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from models.quickadd import HintKind
from views.text.words import Words, mark

_HINTS: Mapping[HintKind, str] = {
    HintKind.PAST: mark("“{text}” is over, so it stays in the title."),
    HintKind.IMPOSSIBLE: mark("“{text}” is no day that exists, so it stays in the title."),
    HintKind.ROLLED: mark("“{text}” has passed today, so tomorrow is meant."),
}


def hint_text(words: Words, kind: HintKind, text: str) -> str:
    """The hint about `text`, the words of the line."""
    return words.say(_HINTS[kind], text=text)
