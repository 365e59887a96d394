"""From a day and a time as they were said to the moment that is meant.

Owns that nothing falls in the past: a time without a day is today's if it is still ahead,
else tomorrow's; a time of today that has passed is taken in its other half of the day, or
moves to tomorrow.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models.errors import ImpossibleDate
from models.moment import Moment
from models.quickadd.clock import MIDNIGHT, Clock, minutes
from models.quickadd.day import Day
from models.quickadd.kinds import Part
from models.quickadd.parsed import Reading
from models.quickadd.recurring import Repeat, first_day
from models.quickadd.rules import Context


class Resolved(NamedTuple):
    """A moment, what else it could be, and whether a time of today was moved to tomorrow."""

    moment: Moment
    others: tuple[tuple[Reading, Moment], ...] = ()
    is_rolled: bool = False


def resolve(
    day: Day | None, clock: Clock | None, part: Part | None, zone: str | None, context: Context
) -> Resolved | None:
    """The moment of a day, a time, or both; None where the calendar ends."""
    options = options_of(clock, part, context)
    if not options:
        return None if day is None else _whole_day(day)
    try:
        if day is None:
            return _next_time(options, clock, zone, context)
        if day.is_today_too and clock is not None and _is_ahead(context.today, options[0], context):
            # "Jumat jam 1 siang", said on a Friday morning.
            others = (*day.others, (Reading.WEEK_AFTER, day.date))
            day = day._replace(date=context.today, others=others)
        return _time_of_day(day, options, zone, context)
    except (ImpossibleDate, OverflowError):
        return None


def options_of(clock: Clock | None, part: Part | None, context: Context) -> tuple[int, ...]:
    """The minutes from midnight that were said, the likeliest first; empty for a whole day."""
    if clock is not None:
        return minutes(clock)
    if part is not None:
        return (getattr(context.preferences.hours, part.value),)
    return ()


def first_of(repeat: Repeat, options: tuple[int, ...], start: date, context: Context) -> date:
    """The first day of a repeat from `start` on, at a time that is still ahead."""
    is_over = start == context.today and bool(options) and not _is_ahead(start, options[0], context)
    return first_day(repeat, start + timedelta(days=int(is_over)))


def moment_at(day: date, minute: int | None, zone: str | None) -> Moment:
    """The moment of a day and minutes from its midnight; None is the whole day.

    Raises:
        ImpossibleDate, OverflowError: the calendar has no such day.
    """
    if minute is None:
        return Moment(day)
    days, minute = divmod(minute, MIDNIGHT)
    return Moment(day + timedelta(days=days), time(minute // 60, minute % 60), zone)


def _whole_day(day: Day) -> Resolved | None:
    try:
        others = tuple((reading, Moment(other)) for reading, other in day.others)
        return Resolved(Moment(day.date), others)
    except ImpossibleDate:
        return None


def _time_of_day(
    day: Day, options: tuple[int, ...], zone: str | None, context: Context
) -> Resolved:
    ahead = [option for option in options if _is_ahead(day.date, option, context)]
    if not ahead:
        tomorrow = day.date + timedelta(days=1)
        return Resolved(moment_at(tomorrow, options[0], zone), is_rolled=True)
    chosen = ahead[0]
    others = [(reading, moment_at(other, chosen, zone)) for reading, other in day.others]
    others += [(Reading.OTHER_HALF, moment_at(day.date, option, zone)) for option in ahead[1:]]
    return Resolved(moment_at(day.date, chosen, zone), tuple(others))


def _next_time(
    options: tuple[int, ...], clock: Clock | None, zone: str | None, context: Context
) -> Resolved:
    def following(minute: int) -> Moment:
        is_today = _is_ahead(context.today, minute, context)
        return moment_at(context.today + timedelta(days=int(not is_today)), minute, zone)

    found = [following(option) for option in options]
    if clock is not None and clock.is_open and len(options) > 1:
        # Of "setengah 5" the next one in waking hours; `options` has those in front.
        waking = [moment for moment in found if moment.time and 6 <= moment.time.hour < 22]
        nearest = min(waking or found, key=_wall)
        found = [nearest, *(moment for moment in found if moment != nearest)]
    others = tuple((Reading.OTHER_HALF, moment) for moment in found[1:])
    return Resolved(found[0], others)


def _wall(moment: Moment) -> datetime:
    return datetime.combine(moment.date, moment.time or time())


def _is_ahead(day: date, minute: int, context: Context) -> bool:
    """Whether a time of a day is still to come; the present minute counts as passed."""
    at = datetime.combine(day, time()) + timedelta(minutes=minute)
    return at > context.now.replace(tzinfo=None)
