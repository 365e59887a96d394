"""What digits can be: a number, a clock, a date, a span, an ordinal, two of them with a dash.

Reads one token's spelling; knows no words but the letters that stand behind digits ("2h",
"3rd", "4pm").
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from models.quickadd.clock import Clock
from models.quickadd.kinds import Kind, Lexeme

_YEARLY = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
_DAILY = r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})"
_SLASHED = r"(\d{1,2})/(\d{1,2})"
_CLOCK = r"(?i)(\d{1,2})(?:([.:])([0-5]\d)(?:[.:][0-5]\d)?)?((?(2)[ap]m?|[ap]m))?"
_RANGE = r"(?i)(\d[\d.:]*(?:[ap]m)?)[-–—](\d[\d.:]*(?:[ap]m)?)"
ORDINAL = r"(?i)(\d{1,2})(?:st|nd|rd|th)|(?:ke-?)(\d{1,2})"
_SHORT = (
    r"(?i)(?:(?P<weeks>\d{1,3})(?:w|wk|wks|mgg))?(?:(?P<days>\d{1,3})(?:d|hr))?"
    r"(?:(?P<hours>\d{1,3}(?:[.,]\d{1,2})?)(?:hours?|hrs|hr|h|jam|j))?"
    r"(?:(?P<minutes>\d{1,4})(?:minutes?|mins?|m|menit|mnt|mn)?)?"
)


class Range(NamedTuple):
    """Two numbers with a dash: as they are typed, and as times where they can be."""

    first: str
    last: str
    times: tuple[Clock, Clock, bool] | None


@lru_cache(maxsize=1024)
def number(text: str) -> Lexeme:
    """What digits, with marks between and letters behind them, can be."""
    if len(text) > 24:
        return Lexeme(Kind.WORD)
    if text.lower().endswith(("an", "ish")) and text.rstrip("anishANISH").isdecimal():
        # "jam 4an" and "at 4ish" are about four o'clock.
        return number(text.rstrip("anishANISH"))
    if text.isdecimal():
        value = int(text)
        if len(text) <= 2:
            # "07" is a clock's way to write, and a day's.
            return Lexeme(Kind.NUM, value)
        if len(text) == 4 and 1800 <= value < 3000:
            return Lexeme(Kind.YEAR, value)
        return Lexeme(Kind.BIG, value)
    if match := re.fullmatch(_YEARLY, text):
        return Lexeme(Kind.FULLDATE, (int(match[1]), int(match[2]), int(match[3]), True))
    if (match := re.fullmatch(_DAILY, text)) and not (len(match[3]) == 2 and "." in text):
        return Lexeme(Kind.FULLDATE, (int(match[3]), int(match[2]), int(match[1]), False))
    if match := re.fullmatch(_SLASHED, text):
        return Lexeme(Kind.SLASHED, (int(match[1]), int(match[2])))
    if match := re.fullmatch(ORDINAL, text):
        return Lexeme(Kind.ORD, int(match[1]))
    if (match := re.fullmatch(_CLOCK, text)) and (clock := _clock(match)) is not None:
        is_sure = match[4] is not None or match[2] == ":"
        return Lexeme(Kind.CLOCK if is_sure else Kind.DOTTED, clock)
    if match := re.fullmatch(_RANGE, text):
        return Lexeme(Kind.RANGE, Range(match[1], match[2], _bounds(match)))
    return _quantity(text)


def _quantity(text: str) -> Lexeme:
    if text[-1] == "D":
        # "3D" is how a film is shown, "3d" three days.
        return Lexeme(Kind.WORD)
    if text[-1].isalpha() and (match := re.fullmatch(_SHORT, text)) and any(match.groups()):
        parts = {
            unit: float(said.replace(",", ".")) for unit, said in match.groupdict().items() if said
        }
        return Lexeme(Kind.SHORTSPAN, timedelta(**parts))
    if text[-1] == "x" and text[:-1].isdecimal() and len(text) <= 4:
        return Lexeme(Kind.TIMES, int(text[:-1]))
    if re.fullmatch(r"\d{1,3}[.,]\d{1,2}", text):
        return Lexeme(Kind.DECIMAL, float(text.replace(",", ".")))
    return Lexeme(Kind.WORD)


def _clock(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match[1]), int(match[3] or 0)
    if match[4]:
        if not 1 <= hour <= 12:
            return None
        late = 12 if match[4][0] in "pP" else 0
        return Clock(hour % 12 + late, minute, is_sure=True, is_told=True)
    if match[2] is None or hour > 24 or (hour == 24 and minute):
        return None
    return Clock(hour, minute, is_sure=hour > 12 or hour == 0 or len(match[1]) == 2)


def _bounds(match: re.Match[str]) -> tuple[Clock, Clock, bool] | None:
    """Both ends of "9-11", "10:00-12:00" or "2-4pm", and whether it can only be times."""
    ends: list[Clock] = []
    is_sure = False
    for text in match.groups():
        if text.isdecimal() and len(text) <= 2 and int(text) <= 24:
            ends.append(Clock(int(text), 0, is_sure=int(text) > 12))
            continue
        found = re.fullmatch(_CLOCK, text)
        clock = _clock(found) if found else None
        if clock is None:
            return None
        is_sure = is_sure or ":" in text or text[-1] in "mM" or clock.is_sure
        ends.append(clock)
    return ends[0], ends[1], is_sure
