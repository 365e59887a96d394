"""Works a rule out on the wall clock: naive times, in order, that a zone is put to later.

Owns the use of python-dateutil, and that no rule takes work without an end. It
gives dateutil a rule of every year, month, day or hour only; which of these
periods count (INTERVAL), which times of each (BYSETPOS) and the weeks of a year
(BYWEEKNO, with WKST) are chosen here. So a rule can be taken up at any period,
and one that never comes true is noticed while it is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby, takewhile
from math import gcd
from typing import Any

from models.recurrence.rule import Frequency, Rule, WeekdayOf

#: How much work may go into the search for one more time: a unit is about a microsecond.
#: Four centuries of years, after which the calendar is the same again, take most of it.
WORK_LIMIT = 10_000
#: How much may go into counting what lies before the times that are asked for: a hundred years of
#: the last working day of each month.
COUNTING_LIMIT = 30_000
#: What it costs to begin anew at a later period, and how many days are looked through for one unit.
_RESTART = 45
_DAYS_A_UNIT = 16
#: From this many periods on, beginning anew is cheaper than looking through what lies between.
_FAR = {
    Frequency.YEARLY: 4,
    Frequency.MONTHLY: 48,
    Frequency.WEEKLY: 64,
    Frequency.DAILY: 64,
    Frequency.HOURLY: 64,
}
#: No week of a later year is asked about: its end would lie behind the calendar's.
_LAST_YEAR = 9_990
#: From here to there every kind of year comes once, and dateutil soon ends.
_SAMPLE = datetime(_LAST_YEAR - 28, 1, 1)  # noqa: DTZ001


def completed(rule: Rule, start: datetime) -> Rule:
    """The rule with what RFC 5545 takes from DTSTART written out, so that it stands alone."""
    freq = rule.freq
    more: dict[str, Any] = {}
    has_day = rule.by_day or rule.by_month_day or rule.by_year_day
    if not has_day and (freq is Frequency.WEEKLY or rule.by_week_no):
        more["by_day"] = (WeekdayOf(start.weekday()),)
    elif not has_day and freq in (Frequency.MONTHLY, Frequency.YEARLY):
        more["by_month_day"] = (start.day,)
        if freq is Frequency.YEARLY and not rule.by_month:
            more["by_month"] = (start.month,)
    if not rule.by_hour and freq is not Frequency.HOURLY:
        more["by_hour"] = (start.hour,)
    if not rule.by_minute:
        more["by_minute"] = (start.minute,)
    if not rule.by_second:
        more["by_second"] = (start.second,)
    return replace(rule, **more)


@lru_cache(maxsize=512)
def is_possible(rule: Rule) -> bool:
    """Whether a time for the rule is found in some year; INTERVAL is left aside."""
    whole = replace(completed(rule, _SAMPLE), interval=1)
    return next(Expansion(whole, _SAMPLE).walls(_SAMPLE), None) is not None


def is_reachable(rule: Rule, start: datetime) -> bool:
    """Whether steps of INTERVAL from `start` meet the months, weekdays and hours of the rule."""
    hours = rule.by_hour or range(24)
    match rule.freq:
        case Frequency.MONTHLY:
            size, at, places = 12, start.month, [*rule.by_month]
        case Frequency.DAILY:
            size, at, places = 7, start.weekday(), [day.weekday for day in rule.by_day]
        case Frequency.HOURLY if rule.by_day:
            size, at = 7 * 24, start.weekday() * 24 + start.hour
            places = [day.weekday * 24 + hour for day in rule.by_day for hour in hours]
        case Frequency.HOURLY:
            size, at, places = 24, start.hour, [*hours]
        case _:
            return True
    common = gcd(rule.interval, size)
    return not places or any((place - at) % common == 0 for place in places)


@dataclass
class Expansion:
    """A `completed` rule from `start` on.

    Attributes:
        work: what has gone into the search for the next time so far; it ends at `limit`.
    """

    rule: Rule
    start: datetime
    work: int = 0
    limit: int = WORK_LIMIT

    def walls(self, since: datetime, asked: datetime | None = None) -> Iterator[datetime]:
        """The naive times from the first period on that holds `since`, but none before `start`.

        They may begin before `since`: by less than an interval. Those before `asked` are only
        counted, and all of them together have `COUNTING_LIMIT`.
        """
        if asked is not None:
            self.limit = COUNTING_LIMIT
        first = self._period(self.start)
        period = self._period(max(since, self.start))
        period -= (period - first) % self.rule.interval
        for wall in self._chosen(period, first):
            if wall >= self.start:
                if asked is None or wall >= asked:
                    self.work, self.limit = 0, WORK_LIMIT
                yield wall

    def periods_before(self, since: datetime) -> int:
        """How many counting periods lie before the one in which `walls` begins."""
        first = self._period(self.start)
        return max(0, self._period(since) - first) // self.rule.interval

    def count_in_first(self) -> int:
        """How many times the first period has, those before `start` left aside."""
        first = self._period(self.start)
        walls = self.walls(self.start)
        return sum(1 for _ in takewhile(lambda wall: self._period(wall) == first, walls))

    def _chosen(self, period: int, first: int) -> Iterator[datetime]:
        positions = self.rule.by_set_pos
        in_period = self._in_periods(period, first)
        if not positions:
            yield from (wall for _, wall in in_period)
            return
        for _, group in groupby(in_period, key=lambda each: each[0]):
            found = [wall for _, wall in group]
            places = {at - 1 if at > 0 else len(found) + at for at in positions}
            yield from (found[place] for place in sorted(places) if 0 <= place < len(found))

    def _in_periods(self, period: int, first: int) -> Iterator[tuple[int, datetime]]:
        """The times of the periods that INTERVAL leaves, each with its period."""
        interval, far = self.rule.interval, _FAR[self.rule.freq]
        while (begin := self._begin(period)) is not None:
            before = begin
            for wall in _every(self.rule, begin):
                at = self._period(wall)
                self.work += 1 + (wall - before).days // _DAYS_A_UNIT
                before = wall
                if self.work > self.limit:
                    return
                if off := (at - first) % interval:
                    if interval - off > far:
                        period = at + interval - off
                        self.work += _RESTART
                        break
                else:
                    yield at, wall
            else:
                return

    def _period(self, wall: datetime) -> int:
        """The number of the year, month, week, day or hour that holds `wall`."""
        match self.rule.freq:
            case Frequency.YEARLY:
                return week_of_year(wall, self.rule.wkst)[0] if self.rule.by_week_no else wall.year
            case Frequency.MONTHLY:
                return wall.year * 12 + wall.month - 1
            case Frequency.WEEKLY:
                return (wall.toordinal() - 1 - self.rule.wkst) // 7
            case Frequency.DAILY:
                return wall.toordinal()
            case Frequency.HOURLY:
                return wall.toordinal() * 24 + wall.hour

    def _begin(self, period: int) -> datetime | None:
        """When a period begins; None behind the end of the calendar."""
        try:
            match self.rule.freq:
                case Frequency.YEARLY if self.rule.by_week_no:
                    return _midnight(_first_week(period, self.rule.wkst))
                case Frequency.YEARLY:
                    return _midnight(date(period, 1, 1))
                case Frequency.MONTHLY:
                    return _midnight(date(period // 12, period % 12 + 1, 1))
                case Frequency.WEEKLY:
                    return _midnight(date.fromordinal(max(1, period * 7 + 1 + self.rule.wkst)))
                case Frequency.DAILY:
                    return _midnight(date.fromordinal(period))
                case Frequency.HOURLY:
                    return _midnight(date.fromordinal(period // 24)).replace(hour=period % 24)
        except (ValueError, OverflowError):
            return None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


def _first_week(year: int, wkst: int) -> date:
    """The first day of a year's first week: the one with at least four days of the year."""
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - wkst) % 7)


def week_of_year(day: date, wkst: int) -> tuple[int, int, int]:
    """The year whose week holds `day`, the week's number, and how many the year has.

    RFC 5545 section 3.3.10, BYWEEKNO; with `wkst` Monday ISO 8601's weeks.
    """
    day = date(day.year, day.month, day.day)
    year = day.year
    if day.month == 12 and day >= _first_week(year + 1, wkst):
        year += 1
    elif day.month == 1 and day < _first_week(year, wkst):
        year -= 1
    begin = _first_week(year, wkst)
    weeks = (_first_week(year + 1, wkst) - begin).days // 7
    return year, (day - begin).days // 7 + 1, weeks


def _every(rule: Rule, begin: datetime) -> Iterator[datetime]:
    """The rule's times from `begin` on, INTERVAL and BYSETPOS left aside."""
    from dateutil import rrule as dateutil

    freq = rule.freq
    is_filtered = rule.by_month or rule.by_month_day or rule.by_year_day or rule.by_day
    by_hour = rule.by_hour or None
    if freq is Frequency.MONTHLY:
        step, by_day = dateutil.MONTHLY, _numbered(rule.by_day, 5)
    elif freq is Frequency.DAILY and not is_filtered:
        step, by_day = dateutil.DAILY, ()
    elif freq is Frequency.HOURLY and not is_filtered and not by_hour:
        step, by_day = dateutil.HOURLY, ()
    else:
        # A year at a time is the quickest way through days that are no occurrence.
        step, by_day = dateutil.YEARLY, _numbered(rule.by_day, 5 if rule.by_month else 53)
        by_hour = by_hour or range(24)
        if not (by_day or rule.by_month_day or rule.by_year_day):
            by_day = tuple(map(WeekdayOf, range(7)))
    walls = iter(
        dateutil.rrule(
            step,
            dtstart=begin,
            bymonth=rule.by_month or None,
            bymonthday=rule.by_month_day or None,
            byyearday=rule.by_year_day or None,
            byweekday=[dateutil.weekday(day, number or None) for day, number in by_day] or None,
            byhour=by_hour,
            byminute=rule.by_minute,
            bysecond=rule.by_second,
        )
    )
    if not rule.by_week_no:
        return walls
    return (wall for wall in walls if _is_in_weeks(rule, wall))


def _is_in_weeks(rule: Rule, wall: datetime) -> bool:
    if wall.year > _LAST_YEAR:
        return False
    _, number, weeks = week_of_year(wall, rule.wkst)
    return number in rule.by_week_no or number - weeks - 1 in rule.by_week_no


def _numbered(days: tuple[WeekdayOf, ...], most: int) -> tuple[WeekdayOf, ...]:
    """All of `days` numbered as soon as one is: dateutil takes a mixture for an "and"."""
    if not any(day.number for day in days):
        return days
    every = range(1, most + 1)
    return tuple(
        WeekdayOf(day.weekday, number)
        for day in days
        for number in ([day.number] if day.number else every)
        if abs(number) <= most
    )
