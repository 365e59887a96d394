"""A time of day as it was said, and the times that it can mean.

Owns halves of the day: "4" is 16:00 or 04:00, "4 sore" is 16:00, "setengah 5" is half
an hour before five. Minutes are counted from midnight; 1440 and more lie on the next day.
"""

from __future__ import annotations

from typing import NamedTuple

from models.quickadd.kinds import Part

NOON, MIDNIGHT = 12 * 60, 24 * 60
#: People plan between these, where a phrase does not say which half of the day is meant.
_WAKING = range(6 * 60, 22 * 60 + 1)


class Clock(NamedTuple):
    """An hour and minutes; `is_sure` where the half of the day was said, or needs no saying.

    Attributes:
        is_told: "am", "pm" or "noon" was said, which no part of the day overrules.
        shift: minutes to add, as of "kurang 10" or "setengah".
        is_open: the next such time in waking hours is meant, rather than the usual half.
    """

    hour: int
    minute: int = 0
    is_sure: bool = False
    part: Part | None = None
    shift: int = 0
    is_open: bool = False
    is_told: bool = False


def in_part(clock: Clock, part: Part) -> Clock:
    """The clock, said with a part of the day.

    One that was sure stays as it is, but "11:30" in the evening is 23:30: what is written as on
    a clock tells the minutes for sure, and its half of the day only where nothing else does.
    """
    if clock.is_told or (clock.is_sure and not (part in _LATE and 1 <= clock.hour <= 12)):
        return clock
    return clock._replace(part=part, is_sure=False)


_LATE = (Part.AFTERNOON, Part.LATE_AFTERNOON, Part.DUSK, Part.NIGHT)


def minutes(clock: Clock) -> tuple[int, ...]:
    """What the clock can mean, in minutes from midnight, the likeliest first."""
    base = clock.hour * 60 + clock.minute
    if clock.is_sure or clock.hour > 12 or clock.hour == 0:
        return (base + clock.shift,)
    if clock.part is not None:
        return (_in_half(clock.hour, clock.part) * 60 + clock.minute + clock.shift,)
    early, late = base + clock.shift, base + clock.shift + NOON
    if clock.hour == 12:
        # Twelve is noon; the other twelve begins the next day.
        return (early, late)
    if clock.is_open:
        both = [early, late]
        return tuple(sorted(both, key=lambda at: (at not in _WAKING, at)))
    return (late, early) if clock.hour <= 6 else (early, late)


def _in_half(hour: int, part: Part) -> int:
    """The hour from 0 to 24 of "`hour` in the `part`"; `hour` is 1 to 12."""
    match part:
        case Part.DAWN | Part.MORNING:
            return hour % 12
        case Part.MIDDAY:
            return hour if hour >= 10 else hour + 12
        case Part.AFTERNOON | Part.LATE_AFTERNOON | Part.DUSK:
            return hour if hour == 12 else hour + 12
        case Part.NIGHT:
            return 24 if hour == 12 else hour if hour <= 4 else hour + 12
