"""The moments of a rule: days, floating times or times in a zone, as the first one is.

Owns what a zone, UNTIL, COUNT and EXDATE make of a rule's wall-clock times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import dropwhile, islice
from zoneinfo import ZoneInfo

from models.errors import ImpossibleRule, RuleFault
from models.moment import LAST_MOMENT_OF_DAY, Moment, utc_of_wall, zone_named
from models.recurrence.expansion import Expansion, completed, is_possible, is_reachable
from models.recurrence.rule import Frequency, Rule

#: The last year that a `Moment` has.
_LAST_YEAR = 9_000
#: How far a change of the clock moves a time at most: Samoa left out a whole day.
_WIDEST_GAP = timedelta(days=1, hours=1)

#: A wall-clock time and its UTC instant; a floating time or day has none.
_Placed = tuple[datetime, datetime | None]


def occurrences(
    rule: Rule,
    dtstart: Moment,
    *,
    home: ZoneInfo,
    exdates: Iterable[Moment] = (),
    after: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
) -> Iterator[Moment]:
    """The rule's moments from `dtstart` on, earlier ones first, each later than the one before.

    They are what `dtstart` is: whole days, floating times, or times in its zone.
    The wall clock decides; a time that a DST change skips is moved on by the gap
    and of one that comes twice the first is meant (RFC 5545 section 3.3.5). Where
    `dtstart` itself is no moment of the rule it is not among them (the RFC leaves
    that open). Without COUNT, what lies before `after` costs nothing.

    Args:
        home: the reader's zone, in which days and floating times have their instants.
        exdates: moments to leave out (section 3.8.5.1); they count for COUNT. A
            whole day among times leaves out all of that day.
        after: an aware instant; only what is later (of a whole day: ends later).
        until: an aware instant; nothing that is later.
        limit: how many at most.

    Raises:
        ImpossibleRule: an hourly rule and a `dtstart` without a time.
        UnknownZone: there is no such zone.
    """
    if dtstart.time is None and rule.freq is Frequency.HOURLY:
        raise ImpossibleRule(RuleFault.NEEDS_TIME, rule.text)
    zone = zone_named(dtstart.zone) if dtstart.zone else None
    if after is not None and after.year > _LAST_YEAR + 1:
        return iter(())
    found = _moments(rule, dtstart, zone, home, _Left.of(exdates, dtstart, zone, home), after)
    if after is not None:
        found = (moment for moment in found if moment.instant(home) > after)
    if until is not None:
        found = _up_to(found, until, home)
    return islice(found, limit)


def _up_to(found: Iterator[Moment], until: datetime, home: ZoneInfo) -> Iterator[Moment]:
    for moment in found:
        if moment.instant(home) > until:
            return
        yield moment


def _moments(
    rule: Rule,
    dtstart: Moment,
    zone: ZoneInfo | None,
    home: ZoneInfo,
    left_out: _Left,
    after: datetime | None,
) -> Iterator[Moment]:
    if dtstart.time is None:
        # RFC 5545: the parts below a day are ignored where DTSTART is a date.
        rule = replace(rule, by_hour=(), by_minute=(), by_second=())
    first = datetime.combine(dtstart.date, dtstart.time or time())
    start = first.replace(microsecond=0)
    fraction = first - start
    whole = completed(rule, start)
    if not is_possible(whole) or not is_reachable(whole, start):
        return
    walls = _counted(whole, start, _since(after, start, zone or home))
    is_over = _end_of(rule.until, dtstart, zone, home)
    placed = ((wall, None) for wall in walls) if zone is None else _in_zone(walls, zone)
    for wall, instant in placed:
        if wall.year > _LAST_YEAR or is_over(wall, instant):
            return
        if not left_out.has(wall, instant):
            at = None if dtstart.time is None else (wall + fraction).time()
            yield Moment(wall.date(), at, dtstart.zone)


def _since(after: datetime | None, start: datetime, zone: ZoneInfo) -> datetime:
    """A wall-clock time before everything that is later than `after`."""
    if after is None or after.year < start.year:
        return start
    wall = after.astimezone(zone).replace(tzinfo=None) - _WIDEST_GAP
    return max(start, wall.replace(fold=0))


def _counted(rule: Rule, start: datetime, since: datetime) -> Iterator[datetime]:
    """The rule's walls, those before `since` left out where they need not be counted one by one."""
    expansion = Expansion(rule, start)
    count = rule.count
    if count is None:
        return expansion.walls(since)
    each = _count_of_a_period(rule)
    periods = expansion.periods_before(since)
    if not each or not periods:
        return dropwhile(lambda wall: wall < since, islice(expansion.walls(start, since), count))
    # The first period may have begun before `start`; all the others are whole.
    passed = expansion.count_in_first() + (periods - 1) * each
    return islice(expansion.walls(since), max(0, count - passed))


def _count_of_a_period(rule: Rule) -> int | None:
    """How many times every whole period has; None where they differ."""
    if rule.by_set_pos or rule.by_month or rule.by_month_day or rule.by_year_day:
        return None
    minutes = len(rule.by_minute) * len(rule.by_second)
    match rule.freq:
        case Frequency.WEEKLY:
            return len(rule.by_day) * len(rule.by_hour) * minutes
        case Frequency.DAILY if not rule.by_day:
            return len(rule.by_hour) * minutes
        case Frequency.HOURLY if not rule.by_day and not rule.by_hour:
            return minutes
        case _:
            return None


def _in_zone(walls: Iterable[datetime], zone: ZoneInfo) -> Iterator[_Placed]:
    """The walls as they are in `zone`, by their instants, each instant once."""
    skipped: list[tuple[datetime, datetime]] = []
    last = datetime.min.replace(tzinfo=UTC)

    def due(instant: datetime | None) -> Iterator[_Placed]:
        nonlocal last
        while skipped and (instant is None or skipped[0][0] < instant):
            moved, shown = heappop(skipped)
            if moved > last:
                last = moved
                yield shown, moved

    for wall in walls:
        instant = utc_of_wall(wall, zone)
        shown = instant.astimezone(zone).replace(tzinfo=None)
        if shown != wall:
            # Moved on by a gap, it may stand behind what follows it in the rule.
            heappush(skipped, (instant, shown))
            continue
        yield from due(instant)
        if instant > last:
            last = instant
            yield wall, instant
    yield from due(None)


def _end_of(
    until: date | datetime | None, dtstart: Moment, zone: ZoneInfo | None, home: ZoneInfo
) -> Callable[[datetime, datetime | None], bool]:
    """Tells what lies behind UNTIL (RFC 5545 section 3.3.10), also of another kind than DTSTART.

    A date against times ends with that day; a time against days is taken for its
    date, as it is written; a local time against a zone is in that zone; a UTC
    time against floating ones is told on the clock at home.
    """
    if until is None or not dtstart.date.year - 1 <= until.year <= _LAST_YEAR:
        return lambda wall, instant: until is not None and until.year < wall.year
    if not isinstance(until, datetime):
        until = datetime.combine(until, LAST_MOMENT_OF_DAY)
    elif dtstart.time is None:
        until = datetime.combine(until.date(), LAST_MOMENT_OF_DAY)
    elif until.tzinfo is not None:
        end = until
        if zone is not None:
            return lambda wall, instant: instant is not None and instant > end
        until = until.astimezone(home)
    wall_end = until.replace(tzinfo=None, fold=0)
    return lambda wall, instant: wall > wall_end


class _Left:
    """What EXDATE leaves out, by day, by wall clock or by instant."""

    def __init__(self, days: set[date], walls: set[datetime], instants: set[datetime]) -> None:
        self._days, self._walls, self._instants = days, walls, instants

    @classmethod
    def of(
        cls, exdates: Iterable[Moment], dtstart: Moment, zone: ZoneInfo | None, home: ZoneInfo
    ) -> _Left:
        left = cls(set(), set(), set())
        for each in exdates:
            if each.time is None:
                left._days.add(each.date)
            elif dtstart.time is None:
                left._days.add(each.day(home))
            elif zone is not None:
                left._instants.add(each.instant(zone).replace(microsecond=0))
            else:
                wall = datetime.combine(each.date, each.time)
                if each.zone is not None:
                    wall = each.local(home).replace(tzinfo=None, fold=0)
                left._walls.add(wall.replace(microsecond=0))
        return left

    def has(self, wall: datetime, instant: datetime | None) -> bool:
        return wall in self._walls or instant in self._instants or wall.date() in self._days
