"""The daily review in words, for a terminal; screens say the same sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from models.daily_review import PICKS, Evening, Morning
from models.fullness import Fullness
from models.task import TaskLine
from views.text.dates import Dates

_MARK = "·"


def done_text(dates: Dates, found: Evening) -> str:
    """How much was done, or that a day without is fine."""
    words = dates.words
    if not found.done:
        return words.say("Nothing was ticked off today. That happens; tomorrow is new.")
    return words.count("{count} done today. Nice!", "{count} done today. Nice!", len(found.done))


def slipped_text(dates: Dates, found: Evening) -> str:
    """How much waits for another time."""
    words = dates.words
    if not found.slipped:
        return words.say("Nothing is left behind.")
    return words.count(
        "{count} waits for another time.", "{count} wait for another time.", len(found.slipped)
    )


def load_text(dates: Dates, found: Morning) -> str:
    """Today's work against what fits."""
    words = dates.words
    load = dates.load(found.load, found.capacity)
    if not found.capacity:
        return words.say("Today is a day off.")
    if found.over:
        return words.say(
            "{load}: {over} more than fits. Move something?",
            load=load,
            over=dates.compact(found.over),
        )
    if found.fullness is Fullness.NEAR:
        return words.say("{load}: it fits, but the day is nearly full.", load=load)
    return words.say("{load}: it fits.", load=load)


def ready_text(dates: Dates, found: Morning) -> str:
    """What must be ready first, and when."""
    first = found.first_ready
    if first is None or first.ready_at is None:
        return dates.words.say("Nothing has to be ready at a time today.")
    return dates.words.say(
        "First ready: {title}, by {time}.", title=first.summary, time=dates.time(first.ready_at)
    )


def evening_lines(dates: Dates, found: Evening, now: datetime) -> Iterator[str]:
    """The evening's review, line by line."""
    say = dates.words.say
    yield done_text(dates, found)
    yield from _lines(dates, found.done, now)
    yield slipped_text(dates, found)
    yield from _lines(dates, found.slipped, now)
    yield say("Tomorrow's three") if found.tomorrow else say("Tomorrow is still free.")
    yield from _lines(dates, found.tomorrow[:PICKS], now)


def morning_lines(dates: Dates, found: Morning, now: datetime) -> Iterator[str]:
    """The morning's review, line by line."""
    yield load_text(dates, found)
    yield ready_text(dates, found)
    yield from _lines(dates, found.open, now)


def _lines(dates: Dates, found: tuple[TaskLine, ...], now: datetime) -> Iterator[str]:
    for line in found:
        when = f" {_MARK} {dates.due(line.due, now)}" if line.due else ""
        yield f"  {line.summary}{when}"
