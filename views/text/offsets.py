"""How far from its task a step is due, in words."""

from __future__ import annotations

from datetime import timedelta

from views.text.dates import Dates

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def offset_text(dates: Dates, offset: timedelta) -> str:
    """``7 hari sebelumnya``, ``2 jam sesudahnya``, ``bersamaan``."""
    words = dates.words
    if not offset:
        return words.say("at the same time")
    is_before, span = offset < timedelta(0), abs(offset)
    if not span % _DAY:
        days = span // _DAY
        if is_before:
            return words.count("{count} day before", "{count} days before", days)
        return words.count("{count} day after", "{count} days after", days)
    if span < 2 * _DAY and not span % _HOUR:
        hours = span // _HOUR
        if is_before:
            return words.count("{count} hour before", "{count} hours before", hours)
        return words.count("{count} hour after", "{count} hours after", hours)
    days, rest = divmod(span, _DAY)
    duration = dates.duration(rest)
    if days:
        # `Dates.duration` of days tells no minutes; a step is due at a minute.
        duration = f"{words.count('{count} day', '{count} days', days)} {duration}"
    if is_before:
        return words.say("{duration} before", duration=duration)
    return words.say("{duration} after", duration=duration)


def offset_note(dates: Dates, offset: timedelta) -> str:
    """The same with little room: from a day on whole days, as the calendar is spoken of."""
    if abs(offset) < _DAY:
        return offset_text(dates, offset)
    return offset_text(dates, round(offset / _DAY) * _DAY)
