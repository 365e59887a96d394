"""A repeat rule in two words for a row; the detail screen says it in full."""

from __future__ import annotations

from views.text import Dates

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = frozenset(_WEEKDAYS[:5])


def repeat_label(rrule: str | None, dates: Dates) -> str:
    """``every weekday``, ``every Sunday``, ``every month``; ``repeats`` for anything longer.

    Args:
        rrule: RFC 5545 section 3.3.10, without the ``RRULE:`` prefix; None gives nothing.
    """
    if not rrule:
        return ""
    say = dates.words.say
    rule = dict(part.split("=", 1) for part in rrule.upper().split(";") if "=" in part)
    days = frozenset(filter(None, rule.get("BYDAY", "").split(",")))
    is_plain = rule.get("INTERVAL", "1") == "1"
    match rule.get("FREQ"):
        case "DAILY" if is_plain and not days:
            return say("every day")
        case "WEEKLY" | "DAILY" if is_plain and days == _WORKDAYS:
            return say("every weekday")
        case "WEEKLY" if is_plain and len(days) == 1 and days <= set(_WEEKDAYS):
            at = _WEEKDAYS.index(next(iter(days)))
            names = dates.long_weekday_names()
            return say("every {weekday}", weekday=names[(at - dates.first_weekday) % 7])
        case "WEEKLY" if is_plain and not days:
            return say("every week")
        case "MONTHLY" if is_plain:
            return say("every month")
        case "YEARLY" if is_plain:
            return say("every year")
        case _:
            return say("repeats")
