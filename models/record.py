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
    counted = counted_of(entries)
    planned = judged_between(counted, first, last, now)
    return record_of_judged(planned, judged_again(counted, first, last, now))


def counted_of(entries: Iterable[LedgerEntry]) -> tuple[Commitment, ...]:
    """The promises on record among `entries`, which are in the order they were written."""
    return tuple(each for each in commitments(entries) if is_counted(each))


class Judged(NamedTuple):
    """A promise as it stands at an instant, against its first due.

    Attributes:
        promised: the first promise, which has a due.
        day: that due's day, as its reader saw it then.
        fate: which of `COUNTS` it is in.
        is_kept, was_ready: None where that cannot be said.
        slip: how long after its due it was done.
        has_moved: whether its due was promised anew, for another instant.
    """

    one: Commitment
    promised: LedgerEntry
    day: date
    fate: str
    is_kept: bool | None
    was_ready: bool | None
    slip: timedelta
    has_moved: bool


def judged_between(
    counted: Iterable[Commitment], first: datetime, last: datetime, now: datetime
) -> list[Judged]:
    """Those of `counted` whose original due lies at ``first <= due < last``, as of `now`."""
    found: list[Judged] = []
    for one in counted:
        promised = one.original
        if promised is None or promised.due_at is None or not first <= promised.due_at < last:
            continue
        kept = is_kept(one, promised, now)
        found.append(
            Judged(
                one,
                promised,
                _day(promised),
                fate(one, kept),
                kept,
                was_ready(one),
                slip(one) if kept is False else _NONE,
                has_moved(one),
            )
        )
    return found


def judged_again(
    counted: Iterable[Commitment], first: datetime, last: datetime, now: datetime
) -> list[tuple[str, bool]]:
    """Of those whose last due lies at ``first <= due < last``: the task, and whether it was kept.

    What cannot be said as of `now` is left out.
    """
    found: list[tuple[str, bool]] = []
    for one in counted:
        promised = one.renegotiated
        if lies(promised, first, last) and (kept := is_kept(one, promised, now)) is not None:
            found.append((one.task, kept))
    return found


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

    See `judged_between` and `judged_again`.
    """
    tasks: dict[str, list[str]] = {name: [] for name in (*COUNTS, "re_promised")}
    slips = [each for each in planned if each.is_kept is False]
    for each in planned:
        uid = each.promised.task_uid
        tasks[each.fate].append(uid)
        if each.has_moved:
            tasks["re_promised"].append(uid)
    return Record(
        planned=len(planned),
        **{name: len(uids) for name, uids in tasks.items()},
        original=_rate(each.is_kept for each in planned),
        renegotiated=_rate(kept for _, kept in again),
        ready=_rate(each.was_ready for each in planned),
        median_slip=_median([each.slip for each in planned if each.slip]),
        by_reason=Counter(each.one.reason for each in slips),
        by_goal=Counter(each.one.entries[-1].goal_uid for each in slips),
        by_weekday=Counter(each.day.weekday() for each in slips),
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
    promised = one.original
    if promised is None or promised.due_at is None:
        return _NONE
    if one.outcome is not Outcome.DONE or one.settled is None or one.settled <= promised.due_at:
        return _NONE
    return one.settled - promised.due_at


def has_moved(one: Commitment) -> bool:
    """Whether its due was promised anew, for another instant."""
    return len(one.promises) > 1 and len({each.due_at for each in one.promises}) > 1


def _day(promised: LedgerEntry) -> date:
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
