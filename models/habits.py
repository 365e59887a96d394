"""What somebody's own record suggests: the best hours of the day, and how long a task takes.

Owns how many samples there must be before anything is said, and how clear they must be. A
suggestion is a median or the fullest hours of the last samples, so that one odd day changes
little. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from statistics import median_low

#: Under so many samples nothing is said.
SAMPLES_LEAST = 20
#: Only the last so many count: habits change.
SAMPLES_MOST = 120
#: The best hours are so long, and hold at least this share of the samples.
HOURS = 2
CLEAR_SHARE = 0.35
_STEP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class BestHours:
    """Local times from which until which most was done on time; `end` may be 23:59.

    Attributes:
        samples: how many tasks it is taken from.
    """

    start: time
    end: time
    samples: int


@dataclass(frozen=True, slots=True)
class UsualSpan:
    """How long tasks of a kind took, from `samples` of them."""

    span: timedelta
    samples: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What the record suggests; None where it says too little.

    Attributes:
        by_goal, by_tag: the best hours of a goal (its uid) and of a tag, most samples first; only
            of those that have enough of their own.
    """

    best_hours: BestHours | None = None
    by_goal: Mapping[str, BestHours] = field(default_factory=dict[str, BestHours])
    by_tag: Mapping[str, BestHours] = field(default_factory=dict[str, BestHours])


def best_hours(done: Sequence[time]) -> BestHours | None:
    """The hours in which most was done on time, of the local times `done`, oldest first.

    None under `SAMPLES_LEAST`, and where no hours stand out.
    """
    last = done[-SAMPLES_MOST:]
    if len(last) < SAMPLES_LEAST:
        return None
    by_hour = [0] * 24
    for each in last:
        by_hour[each.hour] += 1
    sums = [sum(by_hour[start : start + HOURS]) for start in range(24 - HOURS + 1)]
    start = max(range(len(sums)), key=lambda hour: (sums[hour], -hour))
    if sums[start] < CLEAR_SHARE * len(last):
        return None
    end = start + HOURS
    return BestHours(time(start), time(end) if end < 24 else time(23, 59), len(last))


def best_hours_by(done: Iterable[tuple[str, time]]) -> dict[str, BestHours]:
    """The best hours of each kind in `done`, oldest first; most samples first.

    A kind that has too few, or whose hours do not stand out, is not there.
    """
    by_kind: dict[str, list[time]] = defaultdict(list)
    for kind, at in done:
        by_kind[kind].append(at)
    found = [(kind, hours) for kind, each in by_kind.items() if (hours := best_hours(each))]
    return dict(sorted(found, key=lambda one: (-one[1].samples, one[0])))


def usual_span(spans: Sequence[timedelta]) -> UsualSpan | None:
    """The median of the last `spans`, oldest first, in whole five minutes; None under 20."""
    last = [span for span in spans if span > timedelta(0)][-SAMPLES_MOST:]
    if len(last) < SAMPLES_LEAST:
        return None
    steps = round(median_low(last) / _STEP)
    return UsualSpan(max(steps, 1) * _STEP, len(last))
