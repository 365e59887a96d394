"""The record: how often promises were kept, worked out from the ledger alone.

A promise is on time when its task was done by the instant promised: of a whole day the
end of that day, where its reader was then. It is judged once it was done or its due has
passed; one that was let go, replaced or handed over before that is neither kept nor
broken. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from models.ledger import LedgerEntry, Outcome, Reason
from models.promise import Promise, promises_of


@dataclass(frozen=True, slots=True)
class Rate:
    """`kept` of `judged` promises."""

    kept: int
    judged: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing was judged."""
        return self.kept / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Record:
    """What was promised for a span of time, and what became of it.

    The counts are of the promises whose original due lies in the span; each of them is
    in one of `done_on_time`, `done_late`, `missed`, `replaced`, `handed_over`, `let_go`
    and `ahead`. The tasks behind each are in `tasks`, by the same names.

    Attributes:
        planned: all of them.
        done_on_time, done_late: against the original due.
        missed: still to do though the original due has passed.
        ahead: still to do in time.
        re_promised: how many got another due.
        original: on time against the due that was promised first.
        renegotiated: against the one promised last, of those whose last due lies in the span.
        ready: ready in time, of those that had a lead and were done, against the original.
        median_slip: how late those that were done late were, against the original; None
            without any.
        by_reason, by_goal, by_weekday: how many of those that were judged and not on time
            against the original slipped; by the reason given last (None: none was), by goal
            (None: of no goal), by the weekday of the original due (0 is Monday).
    """

    planned: int
    done_on_time: int
    done_late: int
    missed: int
    replaced: int
    handed_over: int
    let_go: int
    ahead: int
    re_promised: int
    original: Rate
    renegotiated: Rate
    ready: Rate
    median_slip: timedelta | None
    by_reason: Mapping[Reason | None, int]
    by_goal: Mapping[str | None, int]
    by_weekday: Mapping[int, int]
    tasks: Mapping[str, tuple[str, ...]]


#: The counts that every promise is in exactly one of.
COUNTS = ("done_on_time", "done_late", "missed", "replaced", "handed_over", "let_go", "ahead")
_NONE = timedelta(0)
_ORDER = attrgetter("one.due_at", "one.task_uid", "one.number")
_ENDS = {
    Outcome.REPLACED: "replaced",
    Outcome.HANDED_OVER: "handed_over",
    Outcome.LET_GO: "let_go",
}


def record_of(
    entries: Iterable[LedgerEntry], first: datetime, last: datetime, now: datetime
) -> Record:
    """The record of ``first <= due < last``, as of `now` (all aware).

    Args:
        entries: all of each task that was promised for that span, as they were written.
    """
    return record_of_judged(*judged(promises_of(entries), first, last, now))


class Judged(NamedTuple):
    """A promise as it stands at an instant, against its first due.

    Attributes:
        fate: which of `COUNTS` it is in.
        is_kept, was_ready: None where that cannot be said.
        slip: how long after its due it was done.
    """

    one: Promise
    fate: str
    is_kept: bool | None
    was_ready: bool | None
    slip: timedelta


def judged(
    promises: Iterable[Promise], first: datetime, last: datetime, now: datetime
) -> tuple[list[Judged], list[tuple[str, bool]]]:
    """What was promised for a span, and what was promised for it last, as of `now`.

    The former are those of `promises` whose original due lies at ``first <= due < last``; of those
    whose last due does, the task, and whether it was kept, where that can be said. Each is looked
    at once, while it is at hand; what was promised comes in the order of its first dues.
    """
    planned: list[Judged] = []
    again: list[tuple[str, bool]] = []
    for one in promises:
        due_at, last_at = one.due_at, one.last_at
        kept = is_kept(one, due_at, now)
        if first <= due_at < last:
            late = slip(one) if kept is False else _NONE
            planned.append(Judged(one, fate(one, kept), kept, was_ready(one), late))
        if last_at is not None and first <= last_at < last:
            kept_again = kept if last_at == due_at else is_kept(one, last_at, now)
            if kept_again is not None:
                again.append((one.task_uid, kept_again))
    planned.sort(key=_ORDER)
    return planned, again


def original_rate(
    promises: Iterable[Promise], first: datetime, last: datetime, now: datetime
) -> Rate:
    """How many of those whose first due lies at ``first <= due < last`` were kept, as of `now`."""
    return _rate(is_kept(one, one.due_at, now) for one in promises if first <= one.due_at < last)


def record_of_judged(planned: Sequence[Judged], again: Iterable[tuple[str, bool]]) -> Record:
    """The record of the promises `planned` for a span, and of those judged `again` by their last.

    See `judged`.
    """
    tasks: dict[str, list[str]] = {name: [] for name in (*COUNTS, "re_promised")}
    kept: Counter[bool | None] = Counter()
    ready: Counter[bool | None] = Counter()
    slipped: list[Judged] = []
    for each in planned:
        uid = each.one.task_uid
        tasks[each.fate].append(uid)
        kept[each.is_kept] += 1
        ready[each.was_ready] += 1
        if each.one.moves:
            tasks["re_promised"].append(uid)
        if each.is_kept is False:
            slipped.append(each)
    return Record(
        planned=len(planned),
        **{name: len(uids) for name, uids in tasks.items()},
        original=Rate(kept[True], kept[True] + kept[False]),
        renegotiated=_rate(kept for _, kept in again),
        ready=Rate(ready[True], ready[True] + ready[False]),
        median_slip=_median([each.slip for each in slipped if each.slip]),
        by_reason=Counter(each.one.reason for each in slipped),
        by_goal=Counter(each.one.goal_uid for each in slipped),
        by_weekday=Counter(each.one.day.weekday() for each in slipped),
        tasks={name: tuple(uids) for name, uids in tasks.items()},
    )


def fate(one: Promise, kept: bool | None) -> str:
    """Which of `COUNTS` it is in, where it is `kept` or not against its original due."""
    outcome = one.outcome
    if outcome is Outcome.DONE:
        return "done_on_time" if kept else "done_late"
    if outcome is not Outcome.OPEN:
        return _ENDS[outcome]
    if one.trashed is not None:
        return "let_go"
    return "missed" if kept is False else "ahead"


def is_kept(one: Promise, due_at: datetime, now: datetime) -> bool | None:
    """Whether it was done by the instant `due_at`; None where that cannot be said at `now`."""
    settled = one.settled
    if one.outcome is Outcome.DONE:
        return settled is not None and settled <= due_at
    return None if (settled or one.trashed or now) <= due_at else False


def was_ready(one: Promise) -> bool | None:
    """Whether it was done by its first ready-by; None without one, and while it is not done."""
    settled, ready_at = one.settled, one.ready_at
    if settled is None or one.outcome is not Outcome.DONE:
        return None
    return None if ready_at is None or ready_at == one.due_at else settled <= ready_at


def slip(one: Promise) -> timedelta:
    """How long after its original due it was done; zero in time, and while it is not done."""
    if one.outcome is not Outcome.DONE or one.settled is None or one.settled <= one.due_at:
        return _NONE
    return one.settled - one.due_at


def _median(spans: list[timedelta]) -> timedelta | None:
    if not spans:
        return None
    ordered, middle = sorted(spans), len(spans) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def _rate(verdicts: Iterable[bool | None]) -> Rate:
    said = [verdict for verdict in verdicts if verdict is not None]
    return Rate(sum(said), len(said))
