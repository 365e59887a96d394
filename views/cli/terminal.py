"""What text is shown on: how wide it is, whether it has colours, and what may not reach it.

Owns widths in cells and the neutralising of control characters. Knows no task.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TextIO

ELLIPSIS = "…"
#: Characters that turn the direction of what follows them; a title must not turn our columns.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ISOLATE, _POP = "\u2068", "\u2069"
#: An emoji's drawing follows this selector, and takes two cells.
_AS_EMOJI = "\ufe0f"
_JOINER = "\u200d"


class Style(Enum):
    """Terminal styles by what they mean."""

    STRONG = "1"
    QUIET = "2"
    DONE = "32"
    SOON = "33"
    MISSED = "31"


@dataclass(frozen=True)
class Terminal:
    """One stream; `width` is None where nobody has a width to keep to."""

    width: int | None = None
    has_colour: bool = False

    @classmethod
    def of(cls, out: TextIO, environ: Mapping[str, str]) -> Terminal:
        """The terminal behind `out`; ``COLUMNS`` and ``NO_COLOR`` are respected."""
        is_terminal = out.isatty()
        columns = environ.get("COLUMNS", "")
        if columns.isdecimal() and int(columns) > 0:
            width: int | None = int(columns)
        else:
            width = shutil.get_terminal_size((80, 24)).columns if is_terminal else None
        has_colour = is_terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
        return cls(width, has_colour)

    def paint(self, text: str, style: Style | None) -> str:
        """`text` in a style, where there are colours."""
        return f"\x1b[{style.value}m{text}\x1b[0m" if self.has_colour and style and text else text


def harmless(text: str) -> str:
    """`text` on one line, without what steers a terminal; right-to-left text kept to itself."""
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(
        " " if c in "\t\n\r" else "\N{REPLACEMENT CHARACTER}" if _steers(c) else c for c in text
    )
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in shown):
        return f"{_ISOLATE}{shown}{_POP}"
    return shown


def _steers(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def cells(text: str) -> int:
    """How many cells a terminal gives `text`."""
    if text.isascii():
        return len(text)
    count = 0
    before = ""
    for character in text:
        count += _cells_of(character, before)
        before = character
    return count


def _cells_of(character: str, before: str) -> int:
    if character == _AS_EMOJI:
        return 1 if before and unicodedata.east_asian_width(before) not in "WF" else 0
    if before == _JOINER or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fitted(text: str, width: int | None) -> str:
    """`text`, cut with an ellipsis where it has more than `width` cells."""
    if width is None or cells(text) <= width:
        return text
    kept, room, before = "", width - 1, ""
    for character in text:
        room -= _cells_of(character, before)
        if room < 0:
            break
        kept += character
        before = character
    is_isolated = kept.startswith(_ISOLATE)
    return f"{kept.rstrip()}{ELLIPSIS}{_POP if is_isolated else ''}" if width > 0 else ""


def padded(text: str, width: int) -> str:
    """`text` and spaces up to `width` cells."""
    return text + " " * max(0, width - cells(text))
