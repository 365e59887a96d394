"""The backward planner: when each step is done so that all is ready at the publish time.

Pure: working days, the load of other tasks, now and the zone are arguments. A step is put as
late as its recipe wants it, in working hours, and ends before the one behind it starts. A day
is filled beyond its capacity only where else a step would not fit. What has too little time
left is put off towards the publish time, as far as there is room; what does not fit at all
gets no time, and the plan says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate
from models.moment import Moment
from models.recipe import Gap
from models.workdays import WorkWeek, holiday_name

NOTHING = timedelta(0)
_DAY = timedelta(days=1)
#: How many days from where it is wanted a step is looked for room at most.
SEARCH_DAYS = 400


class Problem(StrEnum):
    """Why a step has no time, or one that is not good."""

    DUE_PASSED = "due-passed"
    OUTSIDE = "outside-calendar"
    NO_ROOM = "no-room"
    OVER_CAPACITY = "over-capacity"


class Shift(StrEnum):
    """Why a step is not done exactly when its recipe says."""

    HOLIDAY = "holiday"
    DAY_OFF = "day-off"
    OFF_HOURS = "off-hours"
    FULL_DAY = "full-day"
    NEXT_STEP = "next-step"
    LATE_START = "late-start"


@dataclass(frozen=True, slots=True)
class Wish:
    """A step to be planned.

    Attributes:
        key: what the planned step is known by.
        fixed: start and end (UTC) of one that is locked and stays; None: it is planned.
        is_done: it stays as well, and nothing waits for it.
    """

    key: str
    gap: Gap
    estimate: timedelta = NOTHING
    fixed: tuple[datetime, datetime] | None = None
    is_done: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether the planner may move it."""
        return self.fixed is None and not self.is_done


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Where a step has come to stand; `start` and `end` are UTC, None where it has no time.

    Attributes:
        wanted: when its recipe wants it done; None outside the calendar.
        loads: what of its estimate falls on which day.
        shift: why `end` is not what is wanted.
    """

    key: str
    gap: Gap
    estimate: timedelta
    start: datetime | None
    end: datetime | None
    wanted: Moment | None
    loads: Mapping[date, timedelta]
    is_fixed: bool = False
    is_done: bool = False
    shift: Shift | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """What the days hold: when one works, how much, and what is planned on them already."""

    week: WorkWeek
    home: ZoneInfo
    capacity_of: Callable[[int], timedelta]
    load: Mapping[date, timedelta]

    def room(self, day: date) -> timedelta:
        """How much of the day's capacity is left."""
        return self.capacity_of(day.weekday()) - self.load.get(day, NOTHING)


@dataclass(frozen=True, slots=True)
class _Place:
    start: datetime
    end: datetime
    loads: Mapping[date, timedelta]


def plan(due: Moment, wishes: Iterable[Wish], days: Days, now: datetime) -> tuple[PlannedStep, ...]:
    """The steps that lead to `due`, in the order in which they are wanted, each in its place.

    Nothing is put before `now` (aware).
    """
    return _Planner(due, wishes, days, now).planned()


class _Planner:
    def __init__(self, due: Moment, wishes: Iterable[Wish], days: Days, now: datetime) -> None:
        self.days = days
        self.now = now
        self.due_at = due.instant(days.home)
        self.hours = lru_cache(maxsize=None)(lambda day: days.week.hours(day, days.home))
        self.used: dict[date, timedelta] = {}
        wanted = [(wish, _wanted(due, wish.gap, days.week)) for wish in wishes]
        first = datetime.min.replace(tzinfo=now.tzinfo)
        # One that lies outside the calendar stands where its gap would put it.
        key = [
            moment.instant(days.home) if moment else first if wish.gap.count < 0 else None
            for wish, moment in wanted
        ]
        order = sorted(range(len(wanted)), key=lambda at: (key[at] is None, key[at] or first))
        self.wishes = [wanted[at][0] for at in order]
        self.moments = [wanted[at][1] for at in order]
        self.ends = [m.instant(days.home) if m else None for m in self.moments]
        self.before = [
            at
            for at, end in enumerate(self.ends)
            if self.wishes[at].is_planned and end is not None and end <= self.due_at
        ]
        self.after = [
            at
            for at, end in enumerate(self.ends)
            if self.wishes[at].is_planned and end is not None and end > self.due_at
        ]

    def planned(self) -> tuple[PlannedStep, ...]:
        """Keep to the capacity where all fits so; else place as many as there is time for."""
        places = self._placed(keeps_capacity=True)
        if len(places) < len(self.before) + len(self.after):
            kept = self.used
            others = self._placed(keeps_capacity=False)
            if len(others) > len(places):
                places = others
            else:
                self.used = kept
        return tuple(self._told(at, places.get(at)) for at in range(len(self.wishes)))

    def _placed(self, *, keeps_capacity: bool) -> dict[int, _Place]:
        self.used = {}
        bounds = self._bounds(keeps_capacity)
        self.used = {}
        ideal = self._ideal(bounds)
        places: dict[int, _Place] = {}
        floor = self.now
        for at in range(len(self.wishes)):
            if (fixed := self._fixed(at)) is not None:
                floor = max(floor, fixed[1])
            elif at in bounds:
                places[at] = self._settled(at, bounds[at], ideal.get(at), floor)
                floor = places[at].end
        floor = max(floor, self.due_at)
        for at in self.after:
            floor = max([floor, *(f[1] for n in range(at) if (f := self._fixed(n)))])
            limit = self._next_fixed(at)
            place = self._behind(at, floor, limit, keeps_capacity)
            if place is not None:
                places[at] = place
                self._take(place)
                floor = place.end
        return places

    def _bounds(self, keeps_capacity: bool) -> dict[int, tuple[_Place, bool]]:
        """The latest place of each step before the publish time, and if it keeps to capacity."""
        found: dict[int, tuple[_Place, bool]] = {}
        limit = self.due_at
        for at in reversed(range(len(self.wishes))):
            if (fixed := self._fixed(at)) is not None:
                limit = min(limit, fixed[0])
            elif at in self.before:
                span, floor = self.wishes[at].estimate, self._floor(at)
                place = self._fill_back(limit, span, floor) if keeps_capacity else None
                is_kept = place is not None
                place = place or self._fill_back(limit, span, floor, is_capped=False)
                if place is not None:
                    found[at] = (place, is_kept)
                    self._take(place)
                    limit = place.start
        return found

    def _ideal(self, bounds: Mapping[int, tuple[_Place, bool]]) -> dict[int, _Place]:
        """Each as late as it is wanted, and before the next one."""
        found: dict[int, _Place] = {}
        limit = self.due_at
        for at in reversed(range(len(self.wishes))):
            wanted = self.ends[at]
            if (fixed := self._fixed(at)) is not None:
                limit = min(limit, fixed[0])
            elif at in bounds and wanted is not None:
                bound, is_kept = bounds[at]
                end = min(wanted, limit, bound.end)
                span = self.wishes[at].estimate
                place = self._fill_back(end, span, self._floor(at), is_capped=is_kept)
                if place is not None:
                    found[at] = place
                    self._take(place)
                    limit = place.start
        return found

    def _settled(
        self, at: int, bound: tuple[_Place, bool], ideal: _Place | None, floor: datetime
    ) -> _Place:
        """Its ideal place, unless the steps before it came too late for that."""
        if ideal is not None:
            if ideal.start >= floor:
                return ideal
            self._take(ideal, -1)
        latest, is_kept = bound
        span, wanted = self.wishes[at].estimate, self.ends[at]
        assert wanted is not None
        place = self._fill_back(min(wanted, latest.end), span, floor, is_capped=is_kept)
        place = place or self._fill_on(floor, span, latest.end, is_capped=is_kept) or latest
        self._take(place)
        return place

    def _behind(
        self, at: int, floor: datetime, limit: datetime | None, keeps_capacity: bool
    ) -> _Place | None:
        """A place after the publish time."""
        span, wanted = self.wishes[at].estimate, self.ends[at]
        assert wanted is not None
        end = wanted if limit is None else min(wanted, limit)
        for is_capped in (True, False) if keeps_capacity else (False,):
            place = self._fill_back(end, span, floor, is_capped=is_capped)
            place = place or self._fill_on(floor, span, limit, is_capped=is_capped)
            if place is not None:
                return place
        return None

    def _fill_back(
        self, limit: datetime, span: timedelta, floor: datetime, *, is_capped: bool = True
    ) -> _Place | None:
        """The latest working time of length `span` that ends at `limit` and begins at `floor`."""
        if limit < floor:
            return None
        day, left = limit.astimezone(self.days.home).date(), span
        last_day = floor.astimezone(self.days.home).date()
        end: datetime | None = None
        loads: dict[date, timedelta] = {}
        for _ in range(SEARCH_DAYS):
            if day < last_day:
                return None
            hours = self.hours(day)
            if hours is not None:
                bottom, top = max(hours[0], floor), min(hours[1], limit)
                room = self._room(day, top - bottom, is_capped)
                if bottom <= top and (room > NOTHING or not span):
                    taken = min(left, room)
                    end = end or top
                    left -= taken
                    loads[day] = taken
                    if not left:
                        return _Place(top - taken, end, loads)
            day -= _DAY
        return None

    def _fill_on(
        self, floor: datetime, span: timedelta, limit: datetime | None, *, is_capped: bool
    ) -> _Place | None:
        """The earliest working time of length `span` from `floor` on, that ends at `limit`."""
        day, left = floor.astimezone(self.days.home).date(), span
        start: datetime | None = None
        loads: dict[date, timedelta] = {}
        for _ in range(SEARCH_DAYS):
            hours = self.hours(day)
            if limit is not None and hours is not None and hours[0] > limit:
                return None
            if hours is not None:
                bottom = max(hours[0], floor)
                top = hours[1] if limit is None else min(hours[1], limit)
                room = self._room(day, top - bottom, is_capped)
                if bottom <= top and (room > NOTHING or not span):
                    taken = min(left, room)
                    start = start or bottom
                    left -= taken
                    loads[day] = taken
                    if not left:
                        return _Place(start, bottom + taken, loads)
            day += _DAY
        return None

    def _room(self, day: date, free: timedelta, is_capped: bool) -> timedelta:
        if is_capped:
            free = min(free, self.days.room(day) - self.used.get(day, NOTHING))
        return max(free, NOTHING)

    def _take(self, place: _Place, times: int = 1) -> None:
        for day, spent in place.loads.items():
            self.used[day] = self.used.get(day, NOTHING) + times * spent

    def _fixed(self, at: int) -> tuple[datetime, datetime] | None:
        wish = self.wishes[at]
        return None if wish.is_done else wish.fixed

    def _floor(self, at: int) -> datetime:
        """When a step may begin: now, or when all that is locked before it has ended."""
        return max([self.now, *(f[1] for n in range(at) if (f := self._fixed(n)))])

    def _next_fixed(self, at: int) -> datetime | None:
        later = (f[0] for n in range(at + 1, len(self.wishes)) if (f := self._fixed(n)))
        return min(later, default=None)

    def _told(self, at: int, place: _Place | None) -> PlannedStep:
        wish, wanted = self.wishes[at], self.moments[at]
        told = (wish.key, wish.gap, wish.estimate)
        if not wish.is_planned:
            start, end = wish.fixed or (None, None)
            return PlannedStep(*told, start, end, wanted, {}, True, wish.is_done)
        if place is None:
            return PlannedStep(*told, None, None, wanted, {}, problem=self._why_not(at))
        is_over = any(
            spent and self.used[day] > self.days.room(day) for day, spent in place.loads.items()
        )
        return PlannedStep(
            *told,
            place.start,
            place.end,
            wanted,
            dict(place.loads),
            shift=self._shift(at, place),
            problem=Problem.OVER_CAPACITY if is_over else None,
        )

    def _why_not(self, at: int) -> Problem:
        if self.ends[at] is None:
            return Problem.OUTSIDE
        if self.due_at < self.now and at in self.before:
            return Problem.DUE_PASSED
        return Problem.NO_ROOM

    def _shift(self, at: int, place: _Place) -> Shift | None:
        wanted, moment = self.ends[at], self.moments[at]
        assert wanted is not None
        assert moment is not None
        day = wanted.astimezone(self.days.home).date()
        if place.end == wanted or (
            moment.is_all_day and day == place.end.astimezone(self.days.home).date()
        ):
            return None
        if place.end > wanted:
            return Shift.LATE_START
        hours = self.hours(day)
        if hours is None:
            week = self.days.week
            is_free = day.weekday() not in week.days_off
            return Shift.HOLIDAY if is_free and is_holiday(week, day) else Shift.DAY_OFF
        top = min(hours[1], wanted)
        if top < hours[0] or place.end == top:
            return Shift.OFF_HOURS
        spent = self.used.get(day, NOTHING) + self.days.load.get(day, NOTHING)
        is_full = spent >= self.days.capacity_of(day.weekday())
        return Shift.FULL_DAY if is_full else Shift.NEXT_STEP


def is_holiday(week: WorkWeek, day: date) -> bool:
    """Whether `day` is a public holiday where one works."""
    return holiday_name(week.country, day, "en") is not None


def loads_of(steps: Sequence[PlannedStep]) -> dict[date, timedelta]:
    """What the planned steps add to each day."""
    found: dict[date, timedelta] = {}
    for step in steps:
        for day, spent in step.loads.items():
            found[day] = found.get(day, NOTHING) + spent
    return found


def _wanted(due: Moment, gap: Gap, week: WorkWeek) -> Moment | None:
    try:
        return gap.moment(due, week)
    except (ImpossibleDate, OverflowError):
        return None
