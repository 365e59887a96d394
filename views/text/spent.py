"""Time spent, in words: how much, when, and how an entry changed.

Entries come as `models.time_spent` has them, or as the history keeps them (JSON).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, cast

from models.time_spent import TimeEntry
from views.text.dates import Dates


def planned_and_tracked(dates: Dates, planned: timedelta | None, tracked: timedelta) -> str:
    """``2 j direncanakan · 1 j 10 mnt tercatat``; only what there is of both."""
    parts: list[str] = []
    if planned is not None:
        parts.append(dates.words.say("{duration} planned", duration=dates.duration(planned)))
    if tracked:
        parts.append(dates.words.say("{duration} tracked", duration=dates.duration(tracked)))
    return " · ".join(parts)


def entry_when(dates: Dates, started: datetime, ended: datetime | None, now: datetime) -> str:
    """``hari ini 10.00 – 10.45``, ``sejak hari ini 10.00``; all aware."""
    begin = dates.instant(started, now)
    if ended is None:
        return dates.words.say("since {when}", when=begin)
    if dates.today(started) == dates.today(ended):
        return f"{begin} – {dates.time(ended)}"
    return f"{begin} – {dates.instant(ended, now)}"


def entry_text(dates: Dates, entry: TimeEntry, now: datetime) -> str:
    """``45 mnt · hari ini 10.00 – 10.45 · catatan``."""
    when = entry_when(dates, entry.started, entry.ended, now)
    return " · ".join(filter(None, (dates.duration(entry.span(now)), when, entry.note)))


def entry_change_text(dates: Dates, before: object, after: object, now: datetime) -> str:
    """One change of an entry, of which the history has `before` and `after`; None: no entry."""
    old, new = _entry(before), _entry(after)
    say = dates.words.say
    if old is None and new is None:
        return say("Time changed")
    if new is None:
        assert old is not None
        if old.ended is None:
            return say("Running timer removed")
        return say("{entry} removed", entry=entry_text(dates, old, now))
    if new.ended is None:
        return say("Timer runs {since}", since=entry_when(dates, new.started, None, now))
    told = entry_text(dates, new, now)
    if old is None or old.ended is None:
        return say("{entry} tracked", entry=told)
    return f"{entry_text(dates, old, now)} → {told}"


def _entry(value: object) -> TimeEntry | None:
    if not isinstance(value, Mapping):
        return None
    kept = cast(Mapping[str, Any], value)
    return TimeEntry(
        kept["uid"],
        kept["task"],
        datetime.fromisoformat(kept["started"]),
        datetime.fromisoformat(kept["ended"]) if kept["ended"] else None,
        kept["note"],
    )
