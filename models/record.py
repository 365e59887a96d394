"""The record: how often promises were kept, worked out from the ledger alone.

A promise is on time when its task was done by the instant promised: of a whole day the
end of that day, where its reader was then. It is judged once it was done or its due has
passed; one that was let go, replaced or handed over before that is neither kept nor
broken. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.ledger import Commitment, LedgerEntry, Outcome, Reason, commitments
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
    counted = [each for each in commitments(entries) if is_counted(each)]
    planned = [each for each in counted if _lies(each.original, first, last)]
    tasks: dict[str, list[str]] = {name: [] for name in (*COUNTS, "re_promised")}
    slips: list[Commitment] = []
    for each in planned:
        tasks[fate(each, now)].append(each.task)
        if has_moved(each):
            tasks["re_promised"].append(each.task)
        if is_kept(each, each.original, now) is False:
            slips.append(each)
    late = [lateness for each in planned if (lateness := slip(each)) > timedelta(0)]
    return Record(
        planned=len(planned),
        **{name: len(uids) for name, uids in tasks.items()},
        original=_rate(is_kept(each, each.original, now) for each in planned),
        renegotiated=_rate(
            is_kept(each, each.renegotiated, now)
            for each in counted
            if _lies(each.renegotiated, first, last)
        ),
        ready=_rate(was_ready(each) for each in planned),
        median_slip=_median(late),
        by_reason=Counter(each.reason for each in slips),
        by_goal=Counter(each.entries[-1].goal_uid for each in slips),
        by_weekday=Counter(weekday(each) for each in slips),
        tasks={name: tuple(uids) for name, uids in tasks.items()},
    )


def is_counted(one: Commitment) -> bool:
    """Whether it is a promise on record: what went to the trash in time was a mistake."""
    if one.original is None:
        return False
    if one.trashed is None or one.outcome is not Outcome.OPEN:
        return True
    return _has_passed(one, one.trashed)


def fate(one: Commitment, now: datetime) -> str:
    """Which of `COUNTS` it is in."""
    if one.outcome is Outcome.DONE:
        return "done_on_time" if is_kept(one, one.original, now) else "done_late"
    if one.outcome in _ENDS:
        return _ENDS[one.outcome]
    if one.trashed is not None:
        return "let_go"
    return "missed" if is_kept(one, one.original, now) is False else "ahead"


def is_kept(one: Commitment, promised: LedgerEntry | None, now: datetime) -> bool | None:
    """Whether it was done by the instant `promised`; None where that cannot be said at `now`."""
    if promised is None or promised.due_at is None:
        return None
    if one.outcome is Outcome.DONE:
        return one.settled is not None and one.settled <= promised.due_at
    end = one.settled or one.trashed or now
    return None if end <= promised.due_at else False


def was_ready(one: Commitment) -> bool | None:
    """Whether it was done by its first ready-by; None without one, and while it is not done."""
    promised = one.original
    if promised is None or promised.ready_at is None or promised.ready_at == promised.due_at:
        return None
    if one.outcome is not Outcome.DONE or one.settled is None:
        return None
    return one.settled <= promised.ready_at


def slip(one: Commitment) -> timedelta:
    """How long after its original due it was done; zero in time, and while it is not done."""
    if one.original is None or one.original.due_at is None:
        return timedelta(0)
    if one.outcome is not Outcome.DONE or one.settled is None:
        return timedelta(0)
    return max(one.settled - one.original.due_at, timedelta(0))


def has_moved(one: Commitment) -> bool:
    """Whether its due was promised anew, for another instant."""
    return len({each.due_at for each in one.promises}) > 1


def weekday(one: Commitment) -> int:
    """The weekday of its original due, as its reader saw it then; 0 is Monday."""
    promised = one.original
    if promised is None or promised.due is None:
        raise ValueError("it was never promised for a day")
    return promised.due.day(zone_named(promised.zone)).weekday()


def _has_passed(one: Commitment, instant: datetime) -> bool:
    """Whether the due in force had passed at `instant`."""
    last = one.renegotiated
    return last is not None and last.due_at is not None and last.due_at < instant


def _lies(promised: LedgerEntry | None, first: datetime, last: datetime) -> bool:
    return promised is not None and promised.due_at is not None and first <= promised.due_at < last


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
