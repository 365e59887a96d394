"""The backward planner: when each step is done so that all is ready at the publish time.

Pure: working days, the load of other tasks, now and the zone are arguments. A step is put as
late as its recipe wants it, in working hours, and ends before the one behind it starts. A day
is filled beyond its capacity only where else a step would not fit. What has too little time
left is put off towards the publish time, as far as there is room; what does not fit at all
gets no time, and the plan says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from models.errors import ImpossibleDate
from models.moment import Moment
from models.planned import Days, PlannedStep, Problem, Shift, Wish
from models.recipe import Gap
from models.workdays import WorkWeek, holiday_name
from models.working_time import Place, WorkingTime


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
        self.time = WorkingTime(days)
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
            kept = self.time
            others = self._placed(keeps_capacity=False)
            if len(others) > len(places):
                places = others
            else:
                self.time = kept
        return tuple(self._told(at, places.get(at)) for at in range(len(self.wishes)))

    def _placed(self, *, keeps_capacity: bool) -> dict[int, Place]:
        self.time = self.time.afresh()
        bounds = self._bounds(keeps_capacity)
        self.time = self.time.afresh()
        ideal = self._ideal(bounds)
        places: dict[int, Place] = {}
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
                self.time.take(place)
                floor = place.end
        return places

    def _bounds(self, keeps_capacity: bool) -> dict[int, tuple[Place, bool]]:
        """The latest place of each step before the publish time, and if it keeps to capacity."""
        found: dict[int, tuple[Place, bool]] = {}
        limit = self.due_at
        for at in reversed(range(len(self.wishes))):
            if (fixed := self._fixed(at)) is not None:
                limit = min(limit, fixed[0])
            elif at in self.before:
                span, floor = self.wishes[at].estimate, self._floor(at)
                place = self.time.fill_back(limit, span, floor) if keeps_capacity else None
                is_kept = place is not None
                place = place or self.time.fill_back(limit, span, floor, is_capped=False)
                if place is not None:
                    found[at] = (place, is_kept)
                    self.time.take(place)
                    limit = place.start
        return found

    def _ideal(self, bounds: Mapping[int, tuple[Place, bool]]) -> dict[int, Place]:
        """Each as late as it is wanted, and before the next one."""
        found: dict[int, Place] = {}
        limit = self.due_at
        for at in reversed(range(len(self.wishes))):
            wanted = self.ends[at]
            if (fixed := self._fixed(at)) is not None:
                limit = min(limit, fixed[0])
            elif at in bounds and wanted is not None:
                bound, is_kept = bounds[at]
                end = min(wanted, limit, bound.end)
                span = self.wishes[at].estimate
                place = self.time.fill_back(end, span, self._floor(at), is_capped=is_kept)
                if place is not None:
                    found[at] = place
                    self.time.take(place)
                    limit = place.start
        return found

    def _settled(
        self, at: int, bound: tuple[Place, bool], ideal: Place | None, floor: datetime
    ) -> Place:
        """Its ideal place, unless the steps before it came too late for that."""
        if ideal is not None:
            if ideal.start >= floor:
                return ideal
            self.time.take(ideal, -1)
        latest, is_kept = bound
        span, wanted = self.wishes[at].estimate, self.ends[at]
        assert wanted is not None
        place = self.time.fill_back(min(wanted, latest.end), span, floor, is_capped=is_kept)
        place = place or self.time.fill_on(floor, span, latest.end, is_capped=is_kept) or latest
        self.time.take(place)
        return place

    def _behind(
        self, at: int, floor: datetime, limit: datetime | None, keeps_capacity: bool
    ) -> Place | None:
        """A place after the publish time."""
        span, wanted = self.wishes[at].estimate, self.ends[at]
        assert wanted is not None
        end = wanted if limit is None else min(wanted, limit)
        for is_capped in (True, False) if keeps_capacity else (False,):
            place = self.time.fill_back(end, span, floor, is_capped=is_capped)
            place = place or self.time.fill_on(floor, span, limit, is_capped=is_capped)
            if place is not None:
                return place
        return None

    def _fixed(self, at: int) -> tuple[datetime, datetime] | None:
        wish = self.wishes[at]
        return None if wish.is_done else wish.fixed

    def _floor(self, at: int) -> datetime:
        """When a step may begin: now, or when all that is locked before it has ended."""
        return max([self.now, *(f[1] for n in range(at) if (f := self._fixed(n)))])

    def _next_fixed(self, at: int) -> datetime | None:
        later = (f[0] for n in range(at + 1, len(self.wishes)) if (f := self._fixed(n)))
        return min(later, default=None)

    def _told(self, at: int, place: Place | None) -> PlannedStep:
        wish, wanted = self.wishes[at], self.moments[at]
        told = (wish.key, wish.gap, wish.estimate)
        if not wish.is_planned:
            start, end = wish.fixed or (None, None)
            return PlannedStep(*told, start, end, wanted, {}, True, wish.is_done)
        if place is None:
            return PlannedStep(*told, None, None, wanted, {}, problem=self._why_not(at))
        return PlannedStep(
            *told,
            place.start,
            place.end,
            wanted,
            dict(place.loads),
            shift=self._shift(at, place),
            problem=Problem.OVER_CAPACITY if self.time.is_over(place) else None,
        )

    def _why_not(self, at: int) -> Problem:
        if self.ends[at] is None:
            return Problem.OUTSIDE
        if self.due_at < self.now and at in self.before:
            return Problem.DUE_PASSED
        return Problem.NO_ROOM

    def _shift(self, at: int, place: Place) -> Shift | None:
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
        hours = self.time.hours(day)
        if hours is None:
            week = self.days.week
            is_free = day.weekday() not in week.days_off
            return Shift.HOLIDAY if is_free and is_holiday(week, day) else Shift.DAY_OFF
        top = min(hours[1], wanted)
        if top < hours[0] or place.end == top:
            return Shift.OFF_HOURS
        return Shift.FULL_DAY if self.time.is_full(day) else Shift.NEXT_STEP


def is_holiday(week: WorkWeek, day: date) -> bool:
    """Whether `day` is a public holiday where one works."""
    return holiday_name(week.country, day, "en") is not None


def _wanted(due: Moment, gap: Gap, week: WorkWeek) -> Moment | None:
    try:
        return gap.moment(due, week)
    except (ImpossibleDate, OverflowError):
        return None
