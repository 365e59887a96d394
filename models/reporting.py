"""A report of some days: the record of them, split up, with the tasks behind every number.

Owns what is counted by day, goal, reason and weekday, and the names (`figure`) under which the
tasks behind a number are found. No storage, no clock, no language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter

from models.ledger import Reason
from models.moment import Moment
from models.promise import Promise
from models.record import Judged, Record, judged, record_of_judged
from models.time_spent import Worked

#: Up to so many days are told one by one, longer spans by week, and those past it by month.
DAYS_LIMIT = 31
WEEKS_LIMIT = 182
_TASK, _FATE, _IS_KEPT = attrgetter("one.task_uid"), attrgetter("fate"), attrgetter("is_kept")


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
    """A part of the report's days: how many promises were for it, and how many were kept.

    `fates` says how many are in each of `models.record.COUNTS`, as far as any are.
    """

    first: date
    last: date
    planned: int
    on_time: int
    slipped: int
    fates: Mapping[str, int]


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
            yield _row(each, self.spent_by_task.get(each.one.task_uid, timedelta(0)))

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
    promises: Iterable[Promise], worked: Iterable[Worked], span: Span, now: datetime
) -> Report:
    """The report of `span`, as of `now` (aware).

    Args:
        promises: those for it on record, whether by their first due or their last.
        worked: the time entries that reach into it.
    """
    planned, again = judged(promises, span.begin, span.end, now)
    record = record_of_judged(planned, again)
    spent = _spent(worked, span, now)
    parts = _Parts(span)
    goals: dict[str | None, _Group] = defaultdict(_Group, {goal: _Group() for goal in spent.tasks})
    uids: dict[str, list[str]] = defaultdict(list)
    for each in planned:
        one, uid = each.one, each.one.task_uid
        goals[one.goal_uid].append(each)
        parts.of(one.day).append(each)
        if each.is_kept is not None:
            uids["original"].append(uid)
        if each.was_ready is not None:
            uids["ready"].append(uid)
        if each.is_kept is False:
            for figure in _figures_of_slip(one):
                uids[figure].append(uid)
    told = parts.told()
    behind: dict[str, Iterable[str]] = {
        **record.tasks,
        "planned": [each.one.task_uid for each in planned],
        "renegotiated": [uid for uid, _ in again],
        **uids,
        **{figure_of_goal(goal): group.uids for goal, group in goals.items()},
        **{figure_of_part(part): parts.groups[part.first].uids for part in told},
        **{figure_of_time(goal): those for goal, those in spent.tasks.items()},
        "spent": spent.by_task,
    }
    return Report(
        first=span.first,
        last=span.last,
        record=record,
        planned=tuple(planned),
        parts=told,
        goals=tuple(
            GoalPart(goal, *group.numbers, spent=spent.by_goal.get(goal, timedelta(0)))
            for goal, group in sorted(
                goals.items(),
                key=lambda each: (-len(each[1]), each[0] is None, each[0] or ""),
            )
        ),
        spent=sum(spent.by_task.values(), timedelta(0)),
        spent_by_task=spent.by_task,
        behind={figure: found for figure, those in behind.items() if (found := _once(those))},
    )


class _Group(list[Judged]):
    """Some of the promises."""

    @property
    def uids(self) -> list[str]:
        """Of their tasks."""
        return list(map(_TASK, self))

    @property
    def fates(self) -> Counter[str]:
        """How many of each there are."""
        return Counter(map(_FATE, self))

    @property
    def numbers(self) -> tuple[int, int, int]:
        """How many there are, how many were on time, and how many slipped."""
        kept = Counter(map(_IS_KEPT, self))
        return len(self), kept[True], kept[False]


def _row(each: Judged, spent: timedelta) -> ReportRow:
    one = each.one
    return ReportRow(
        uid=one.task_uid,
        summary=one.summary,
        goal=one.goal_uid,
        fate=each.fate,
        original=one.original,
        renegotiated=one.renegotiated,
        settled=one.settled,
        slip=each.slip,
        moves=one.moves,
        reason=one.reason,
        reason_text=one.reason_text,
        spent=spent,
    )


def _once(uids: Iterable[str]) -> tuple[str, ...]:
    """Each of them once: a task that went on to another occurrence may be there twice."""
    return tuple(dict.fromkeys(uids))


def _figures_of_slip(one: Promise) -> tuple[str, str, str]:
    """The figures that a promise which was not kept is behind."""
    return "slipped", figure_of_reason(one.reason), figure_of_weekday(one.day.weekday())


@dataclass(frozen=True, slots=True)
class _Spent:
    """Time by task and by goal, and the tasks of each goal in the order of the work."""

    by_task: Mapping[str, timedelta]
    by_goal: Mapping[str | None, timedelta]
    tasks: Mapping[str | None, list[str]]


def _spent(worked: Iterable[Worked], span: Span, now: datetime) -> _Spent:
    by_task: dict[str, timedelta] = defaultdict(timedelta)
    by_goal: dict[str | None, timedelta] = defaultdict(timedelta)
    tasks: dict[str | None, list[str]] = defaultdict(list)
    for each in worked:
        length = each.span_in(span.begin, span.end, now)
        if length:
            by_task[each.entry.task] += length
            by_goal[each.goal] += length
            tasks[each.goal].append(each.entry.task)
    return _Spent(by_task, by_goal, tasks)


class _Parts:
    """The parts of a span, by their first days, each with its promises."""

    def __init__(self, span: Span) -> None:
        self._span = span
        length = (span.last - span.first).days + 1
        self._step = "day" if length <= DAYS_LIMIT else "week" if length <= WEEKS_LIMIT else "month"
        self.groups: dict[date, _Group] = {}
        self._of_day: dict[date, _Group] = {}
        day = span.first
        while day <= span.last:
            self.groups[self._start_of(day)] = _Group()
            day = self._next(day)

    def of(self, day: date) -> _Group:
        """The part that holds `day`."""
        found = self._of_day.get(day)
        if found is None:
            found = self._of_day[day] = self.groups[self._start_of(day)]
        return found

    def _start_of(self, day: date) -> date:
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
        starts = list(self.groups)
        ends = [*(start - timedelta(days=1) for start in starts[1:]), self._span.last]
        return tuple(
            Part(start, end, *self.groups[start].numbers, fates=self.groups[start].fates)
            for start, end in zip(starts, ends, strict=True)
        )

    def _next(self, day: date) -> date:
        if self._step == "month":
            return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        return day + timedelta(days=1 if self._step == "day" else 7)
