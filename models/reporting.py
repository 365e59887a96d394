"""A report of some days: the record of them, split up, with the tasks behind every number.

Owns what is counted by day, goal, reason and weekday, and the names (`figure`) under which the
tasks behind a number are found. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from models.ledger import Commitment, LedgerEntry, Reason
from models.moment import Moment
from models.record import (
    Judged,
    Record,
    counted_of,
    has_moved,
    is_kept,
    judged_between,
    lies,
    record_of_judged,
)
from models.time_spent import Worked

#: Up to so many days are told one by one, longer spans by week, and those past it by month.
DAYS_LIMIT = 31
WEEKS_LIMIT = 182


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a report, both counted, and the instants (aware) from which to which it goes."""

    first: date
    last: date
    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One promise of the report.

    Attributes:
        fate: one of `models.record.COUNTS`.
        original, renegotiated: the due promised first, and the one promised last, if any.
        settled: when it was done or given up, in UTC; None while it is open.
        slip: how long after its first due it was done.
        moves: how often another due was promised.
        spent: time spent on it within the days of the report.
    """

    uid: str
    summary: str
    goal: str | None
    fate: str
    original: Moment
    renegotiated: Moment | None
    settled: datetime | None
    slip: timedelta
    moves: int
    reason: Reason | None
    reason_text: str
    spent: timedelta


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report's days: how many promises were for it, and how many were kept."""

    first: date
    last: date
    planned: int
    on_time: int
    slipped: int


@dataclass(frozen=True, slots=True)
class GoalPart:
    """What belongs to one goal (its uid; None: to none)."""

    goal: str | None
    planned: int
    on_time: int
    slipped: int
    spent: timedelta


@dataclass(frozen=True, slots=True)
class Report:
    """What was promised for some days, what became of it, and the time that was spent.

    Attributes:
        planned: every promise, in the order of their first dues.
        parts: the days, weeks or months of the span, none left out.
        goals: those that were promised something or worked on; most promises first.
        spent: time spent within the span, on any task; `spent_by_task` by its uid.
        behind: the uids of the tasks behind a number, by its figure.
    """

    first: date
    last: date
    record: Record
    planned: tuple[Judged, ...]
    parts: tuple[Part, ...]
    goals: tuple[GoalPart, ...]
    spent: timedelta
    spent_by_task: Mapping[str, timedelta]
    behind: Mapping[str, tuple[str, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was promised or worked on."""
        return not self.planned and not self.spent

    def rows(self) -> Iterator[ReportRow]:
        """Each promise in full, in the order of their first dues."""
        for each in self.planned:
            yield _row(each, self.spent_by_task.get(each.promised.task_uid, timedelta(0)))

    def tasks(self, figure: str) -> tuple[str, ...]:
        """The uids of the tasks behind a number; none for one that does not exist."""
        return self.behind.get(figure, ())


def figure_of_reason(reason: Reason | None) -> str:
    """Of what slipped for that reason."""
    return f"reason:{reason or ''}"


def figure_of_goal(goal: str | None) -> str:
    """Of what was promised for a goal."""
    return f"goal:{goal or ''}"


def figure_of_time(goal: str | None) -> str:
    """Of what was worked on for a goal."""
    return f"time:{goal or ''}"


def figure_of_weekday(day: int) -> str:
    """Of what slipped on a weekday; 0 is Monday."""
    return f"weekday:{day}"


def figure_of_part(part: Part) -> str:
    """Of what was promised for a part of the days."""
    return f"part:{part.first.isoformat()}"


def report_of(
    entries: Iterable[LedgerEntry], worked: Iterable[Worked], span: Span, now: datetime
) -> Report:
    """The report of `span`, as of `now` (aware).

    Args:
        entries: all of each task that was promised for it, as they were written.
        worked: the time entries that reach into it.
    """
    counted = counted_of(entries)
    planned = judged_between(counted, span.begin, span.end, now)
    record = record_of_judged(counted, planned, span.begin, span.end, now)
    planned.sort(key=_order)
    behind: dict[str, list[str]] = defaultdict(list)
    spent = _spent(worked, span, now, behind)
    _renegotiated(counted, span, now, behind)
    parts = _Parts(span)
    goals: dict[str | None, list[int]] = {}
    for each in planned:
        latest = each.one.entries[-1]
        numbers = goals.setdefault(latest.goal_uid, [0, 0, 0])
        start = parts.start_of(each.day)
        for counter in (numbers, parts.counts[start]):
            counter[0] += 1
            counter[1] += each.is_kept is True
            counter[2] += each.is_kept is False
        for figure in (*_figures(each), f"part:{start.isoformat()}"):
            behind[figure].append(latest.task_uid)
    for goal in spent.by_goal:
        goals.setdefault(goal, [0, 0, 0])
    return Report(
        first=span.first,
        last=span.last,
        record=record,
        planned=tuple(planned),
        parts=parts.told(),
        goals=tuple(
            GoalPart(goal, *numbers, spent=spent.by_goal.get(goal, timedelta(0)))
            for goal, numbers in sorted(
                goals.items(), key=lambda each: (-each[1][0], each[0] is None, each[0] or "")
            )
        ),
        spent=sum(spent.by_task.values(), timedelta(0)),
        spent_by_task=spent.by_task,
        behind={figure: tuple(dict.fromkeys(uids)) for figure, uids in behind.items()},
    )


def _order(each: Judged) -> tuple[datetime, str]:
    assert each.promised.due_at is not None
    return each.promised.due_at, each.promised.task_uid


def _row(each: Judged, spent: timedelta) -> ReportRow:
    one, last = each.one, each.one.renegotiated
    original, latest = each.promised.due, each.one.entries[-1]
    assert original is not None
    dues = [promise.due_at for promise in one.promises]
    return ReportRow(
        uid=latest.task_uid,
        summary=latest.summary,
        goal=latest.goal_uid,
        fate=each.fate,
        original=original,
        renegotiated=last.due if last else None,
        settled=one.settled,
        slip=each.slip,
        moves=sum(before != after for before, after in pairwise(dues)),
        reason=one.reason,
        reason_text=next((e.reason_text for e in reversed(one.entries) if e.reason_text), ""),
        spent=spent,
    )


def _figures(each: Judged) -> Iterator[str]:
    goal = each.one.entries[-1].goal_uid
    yield "planned"
    yield each.fate
    yield f"goal:{goal or ''}"
    if has_moved(each.one):
        yield "re_promised"
    if each.is_kept is not None:
        yield "original"
    if each.was_ready is not None:
        yield "ready"
    if each.is_kept is False:
        yield "slipped"
        yield figure_of_reason(each.one.reason)
        yield figure_of_weekday(each.day.weekday())


def _renegotiated(
    counted: Iterable[Commitment], span: Span, now: datetime, behind: dict[str, list[str]]
) -> None:
    for one in counted:
        if not lies(one.renegotiated, span.begin, span.end):
            continue
        if is_kept(one, one.renegotiated, now) is not None:
            behind["renegotiated"].append(one.task)


@dataclass(frozen=True, slots=True)
class _Spent:
    by_task: Mapping[str, timedelta]
    by_goal: Mapping[str | None, timedelta]


def _spent(
    worked: Iterable[Worked], span: Span, now: datetime, behind: dict[str, list[str]]
) -> _Spent:
    by_task: dict[str, timedelta] = defaultdict(timedelta)
    by_goal: dict[str | None, timedelta] = defaultdict(timedelta)
    for each in worked:
        length = each.span_in(span.begin, span.end, now)
        if not length:
            continue
        by_task[each.entry.task] += length
        by_goal[each.goal] += length
        behind["spent"].append(each.entry.task)
        behind[figure_of_time(each.goal)].append(each.entry.task)
    return _Spent(by_task, by_goal)


class _Parts:
    """The parts of a span, each with what was planned, on time and slipped."""

    def __init__(self, span: Span) -> None:
        self._span = span
        length = (span.last - span.first).days + 1
        self._step = "day" if length <= DAYS_LIMIT else "week" if length <= WEEKS_LIMIT else "month"
        self.counts: dict[date, list[int]] = {}
        day = span.first
        while day <= span.last:
            self.counts[self.start_of(day)] = [0, 0, 0]
            day = self._next(day)

    def start_of(self, day: date) -> date:
        """The first day of the part that holds `day`; one from outside is at the nearest end."""
        first = self._span.first
        # Seen from another zone a due may lie a day beside the span.
        day = min(max(day, first), self._span.last)
        if self._step == "day":
            return day
        if self._step == "week":
            return first + timedelta(days=(day - first).days // 7 * 7)
        return max(day.replace(day=1), first)

    def told(self) -> tuple[Part, ...]:
        """All of them, in order."""
        starts = list(self.counts)
        ends = [*(start - timedelta(days=1) for start in starts[1:]), self._span.last]
        return tuple(
            Part(start, end, *self.counts[start]) for start, end in zip(starts, ends, strict=True)
        )

    def _next(self, day: date) -> date:
        if self._step == "month":
            return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        return day + timedelta(days=1 if self._step == "day" else 7)
