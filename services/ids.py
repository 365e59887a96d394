"""New names for new things: UUIDv7, and the position of what is newest."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

#: Makes a uid for something created at an instant.
Ids = Callable[[datetime], str]

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: The last number that twelve bits count.
_COUNTED = (1 << 12) - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Uuid7:
    """Makes UUIDs of version 7 (RFC 9562 section 5.7): they sort by instant, then as made.

    Twelve bits count what one millisecond makes, from a number by chance (section 6.2, method 1);
    when they are used up the next millisecond is begun early.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = (-1, 0)  # a millisecond, and the count of what was made in it last
        self._begun = -1  # the millisecond that was asked for then

    def __call__(self, now: datetime) -> str:
        """A new one for the aware instant `now`."""
        asked = (now - _EPOCH) // timedelta(milliseconds=1) & (1 << 48) - 1
        with self._lock:
            if asked == self._begun:
                at, count = self._last
                at, count = (at, count + 1) if count < _COUNTED else (at + 1, 0)
            else:
                # Half of the room is left, so that one millisecond is enough for what people do.
                at, count = asked, secrets.randbits(11)
            self._last, self._begun = (at, count), asked
        number = at << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | secrets.randbits(62)
        digits = f"{number:032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


uuid7 = Uuid7()


def position_at(now: datetime, uid: str) -> str:
    """The position of something new: behind all that is older or was made before it.

    Eleven base-36 digits of microseconds, then the count and one digit of chance of its `Uuid7`;
    ``m`` leaves room in front for what is moved to the top.
    """
    begun = int(uid[:8] + uid[9:13], 16) * 1000
    count = max((now - _EPOCH) // timedelta(microseconds=1), begun)
    digits = ""
    for _ in range(11):
        count, digit = divmod(count, 36)
        digits = _DIGITS[digit] + digits
    return f"m{digits}{uid[15:18]}{uid[-1]}i"


def position_behind(last: str | None, now: datetime, uid: str) -> str:
    """`position_at`; also behind `last` where that is later, because the clock was put back."""
    position = position_at(now, uid)
    return position if last is None or last < position else f"{last}m"
