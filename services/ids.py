"""New names for new things: UUIDv7, and the position of what is newest."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

#: Makes a uid for something created at an instant.
Ids = Callable[[datetime], str]

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def uuid7(now: datetime) -> str:
    """A UUID of version 7 (RFC 9562 section 5.7): it sorts by `now`, then by chance."""
    milliseconds = (now - _EPOCH) // timedelta(milliseconds=1) & (1 << 48) - 1
    chance = secrets.randbits(74)
    number = milliseconds << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62
    digits = f"{number | chance & (1 << 62) - 1:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def position_at(now: datetime, uid: str) -> str:
    """The position of something new: behind all that is older, and its own.

    Ten base-36 digits of microseconds, then four of the uid; ``m`` leaves room
    in front for what is moved to the top.
    """
    count = (now - _EPOCH) // timedelta(microseconds=1)
    digits = ""
    for _ in range(11):
        count, digit = divmod(count, 36)
        digits = _DIGITS[digit] + digits
    return f"m{digits}{uid[-4:]}i"
