"""The record: how often promises were kept, worked out from the ledger alone.

A promise is on time when its task was done by the instant promised: of a whole day the
end of that day, where its reader was then. It is judged once it was done or its due has
passed; one that was let go, replaced or handed over before that is neither kept nor
broken. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from models.ledger import Commitment, LedgerEntry, LedgerKind, Outcome, Reason, commitments
from models.moment import zone_named


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
    return record_of_judged(*judged(counted_of(entries), first, last, now))


def counted_of(entries: Iterable[LedgerEntry]) -> Iterator[Commitment]:
    """The promises on record among `entries`, which are in the order they were written."""
    return filter(is_counted, commitments(entries))


class Judged(NamedTuple):
    """A promise as it stands at an instant, against its first due.

    Attributes:
        promised: the first promise, which has a due.
        task, goal: their uids, of the goal as it was last.
        day: that due's day, as its reader saw it then.
        fate: which of `COUNTS` it is in.
        is_kept, was_ready: None where that cannot be said.
        slip: how long after its due it was done.
        has_moved: whether its due was promised anew, for another instant.
    """

    one: Commitment
    promised: LedgerEntry
    task: str
    goal: str | None
    day: date
    fate: str
    is_kept: bool | None
    was_ready: bool | None
    slip: timedelta
    has_moved: bool


def judged(
    counted: Iterable[Commitment], first: datetime, last: datetime, now: datetime
) -> tuple[list[Judged], list[tuple[str, bool]]]:
    """What was promised for a span, and what was promised for it last, as of `now`.

    The former are those of `counted` (see `counted_of`) whose original due lies at ``first <= due
    < last``; of those whose last due does, the task, and whether it was kept, where that can be
    said. Each is looked at once, while it is at hand.
    """
    planned: list[Judged] = []
    again: list[tuple[str, bool]] = []
    for one in counted:
        promises = one.promises
        promised, latest = promises[0], promises[-1]
        task = promised.task_uid
        kept = is_kept(one, promised, now)
        if lies(promised, first, last):
            planned.append(
                Judged(
                    one,
                    promised,
                    task,
                    one.entries[-1].goal_uid,
                    promised_day(promised),
                    fate(one, kept),
                    kept,
                    was_ready(one),
                    slip(one) if kept is False else _NONE,
                    has_moved(one),
                )
            )
        if lies(latest, first, last):
            kept_again = kept if latest is promised else is_kept(one, latest, now)
            if kept_again is not None:
                again.append((task, kept_again))
    return planned, again


def original_rate(
    counted: Iterable[Commitment], first: datetime, last: datetime, now: datetime
) -> Rate:
    """How many of those whose first due lies at ``first <= due < last`` were kept, as of `now`."""
    return _rate(
        is_kept(one, promised, now)
        for one in counted
        if lies(promised := one.original, first, last)
    )


def record_of_judged(planned: Sequence[Judged], again: Iterable[tuple[str, bool]]) -> Record:
    """The record of the promises `planned` for a span, and of those judged `again` by their last.

    See `judged`.
    """
    tasks: dict[str, list[str]] = {name: [] for name in (*COUNTS, "re_promised")}
    kept: Counter[bool | None] = Counter()
    ready: Counter[bool | None] = Counter()
    slipped: list[Judged] = []
    for each in planned:
        tasks[each.fate].append(each.task)
        kept[each.is_kept] += 1
        ready[each.was_ready] += 1
        if each.has_moved:
            tasks["re_promised"].append(each.task)
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
        by_goal=Counter(each.goal for each in slipped),
        by_weekday=Counter(each.day.weekday() for each in slipped),
        tasks={name: tuple(uids) for name, uids in tasks.items()},
    )


def is_counted(one: Commitment) -> bool:
    """Whether it is a promise on record: what went to the trash in time was a mistake."""
    if not one.promises:
        return False
    if one.trashed is None or one.outcome is not Outcome.OPEN:
        return True
    return _has_passed(one, one.trashed)


def fate(one: Commitment, kept: bool | None) -> str:
    """Which of `COUNTS` it is in, where it is `kept` or not against its original due."""
    if one.outcome is Outcome.DONE:
        return "done_on_time" if kept else "done_late"
    if one.outcome in _ENDS:
        return _ENDS[one.outcome]
    if one.trashed is not None:
        return "let_go"
    return "missed" if kept is False else "ahead"


def is_kept(one: Commitment, promised: LedgerEntry | None, now: datetime) -> bool | None:
    """Whether it was done by the instant `promised`; None where that cannot be said at `now`."""
    if promised is None or (due_at := promised.due_at) is None:
        return None
    if one.outcome is Outcome.DONE:
        return one.settled is not None and one.settled <= due_at
    end = one.settled or one.trashed or now
    return None if end <= due_at else False


def was_ready(one: Commitment) -> bool | None:
    """Whether it was done by its first ready-by; None without one, and while it is not done."""
    settled = one.settled
    if settled is None or one.outcome is not Outcome.DONE or (promised := one.original) is None:
        return None
    ready_at = promised.ready_at
    return None if ready_at is None or ready_at == promised.due_at else settled <= ready_at


def slip(one: Commitment) -> timedelta:
    """How long after its original due it was done; zero in time, and while it is not done."""
    promised = one.original
    if promised is None or promised.due_at is None:
        return _NONE
    if one.outcome is not Outcome.DONE or one.settled is None or one.settled <= promised.due_at:
        return _NONE
    return one.settled - promised.due_at


def has_moved(one: Commitment) -> bool:
    """Whether its due was promised anew, for another instant."""
    return len(one.promises) > 1 and len({each.due_at for each in one.promises}) > 1


def promised_day(promised: LedgerEntry) -> date:
    """The day of a due, as its reader saw it then."""
    if promised.due_date is not None and promised.due_zone in (None, promised.zone):
        return promised.due_date
    if promised.due is None:
        raise ValueError("it was never promised for a day")
    return promised.due.day(zone_named(promised.zone))


def _has_passed(one: Commitment, instant: datetime) -> bool:
    """Whether the due that was in force when it went to the trash had passed by then."""
    trashed = max(at for at, each in enumerate(one.entries) if each.kind == LedgerKind.TRASHED)
    before = one.entries[:trashed]
    last = next((each for each in reversed(one.promises) if each in before), None)
    return last is not None and last.due_at is not None and last.due_at < instant


def lies(promised: LedgerEntry | None, first: datetime, last: datetime) -> bool:
    """Whether the due `promised` is at ``first <= due < last``."""
    due_at = promised.due_at if promised is not None else None
    return due_at is not None and first <= due_at < last


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
