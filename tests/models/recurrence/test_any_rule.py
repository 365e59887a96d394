"""What holds for any rule: it agrees with dateutil, goes forward, and its work has an end."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule as dateutil
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleRule
from models.moment import Moment
from models.recurrence import expansion, occurrences, parse
from models.recurrence.rule import WEEKDAYS

HOME = ZoneInfo("Asia/Jakarta")
#: More than the steps to the next moment may be, of whatever size each is: the period in which the
#: limit is passed is looked at to its end.
MOST_STEPS = 3 * expansion.WORK_LIMIT + expansion.COUNTING_LIMIT

starts = st.builds(
    Moment,
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Jakarta", None]),
)


def _some(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most, unique=True).map(
        lambda several: ",".join(map(str, several))
    )


_weekdays = st.sampled_from(WEEKDAYS)
_month_days = st.integers(-31, 31).filter(bool)
_SANE = {
    "HOURLY": {"BYHOUR": _some(st.integers(0, 23)), "BYDAY": _some(_weekdays)},
    "DAILY": {
        "BYMONTH": _some(st.integers(1, 12)),
        "BYDAY": _some(_weekdays),
        "BYHOUR": _some(st.integers(0, 23)),
    },
    "WEEKLY": {"BYMONTH": _some(st.integers(1, 12)), "BYDAY": _some(_weekdays, 5)},
    "MONTHLY": {
        "BYMONTHDAY": _some(_month_days),
        "BYDAY": _some(_weekdays) | _some(st.sampled_from(["1MO", "-1FR", "3WE"])),
        "BYMONTH": _some(st.integers(1, 12), 6),
    },
    "YEARLY": {
        "BYMONTH": _some(st.integers(1, 12)),
        "BYYEARDAY": _some(st.integers(-366, 366).filter(bool)),
        "BYDAY": _some(_weekdays) | _some(st.sampled_from(["1MO", "-1FR", "5TU"])),
    },
}


@st.composite
def sane_rules(draw: st.DrawFn) -> str:
    """Rules that dateutil follows as the RFC has it."""
    freq = draw(st.sampled_from(list(_SANE)))
    parts = draw(st.fixed_dictionaries({}, optional=_SANE[freq]))
    parts |= draw(
        st.fixed_dictionaries({}, optional={"INTERVAL": st.integers(1, 30), "WKST": _weekdays})
    )
    if freq in ("MONTHLY", "YEARLY") and "BYDAY" in parts:
        parts |= draw(st.fixed_dictionaries({}, optional={"BYSETPOS": _some(st.integers(1, 3), 2)}))
    return ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in parts.items())])


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


hostile_parts = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(0, 99_999),
        "COUNT": st.integers(1, 9_999),
        "BYMONTH": _some(st.integers(1, 12)),
        "BYWEEKNO": _some(st.integers(-53, 53).filter(bool), 6),
        "BYYEARDAY": _some(st.integers(-366, 366).filter(bool), 6),
        "BYMONTHDAY": _some(_month_days),
        "BYDAY": _some(st.builds("{}{}".format, st.sampled_from(["", 1, -1, 5, 53]), _weekdays), 7),
        "BYHOUR": _some(st.integers(0, 23), 24),
        "BYMINUTE": _some(st.integers(0, 59), 12),
        "BYSECOND": _some(st.integers(0, 59), 12),
        "BYSETPOS": _some(st.integers(-366, 366).filter(bool), 6),
        "WKST": _weekdays,
    },
)
hostile_rules = hostile_parts.map(
    lambda parts: ";".join(f"{name}={value}" for name, value in parts.items())
)


def plain_walls(rule: str, start: Moment) -> Iterator[datetime]:
    """What dateutil says, from the first moment on."""
    first = datetime.combine(start.date, start.time or time())
    return iter(dateutil.rrulestr(rule, dtstart=first))


@given(sane_rules(), starts)
@settings(max_examples=300)
def test_it_agrees_with_dateutil(rule: str, start: Moment) -> None:
    try:
        parsed = parse(rule)
    except ImpossibleRule:
        return
    floating = Moment(start.date, start.time)
    found = occurrences(parsed, floating, home=HOME, limit=8)
    walls = [datetime.combine(each.date, each.time or time()) for each in found]
    if not walls:
        return
    assert walls == list(islice(plain_walls(rule, floating), len(walls)))


@given(sane_rules(), starts, st.integers(0, 40 * 365), st.none() | st.integers(1, 400))
@settings(max_examples=200)
def test_beginning_later_changes_no_moment(
    rule: str, start: Moment, later: int, count: int | None
) -> None:
    try:
        parsed = parse(rule if count is None else f"{rule};COUNT={count}")
    except ImpossibleRule:
        return
    after = start.instant(HOME) + timedelta(days=later)
    counted = islice(occurrences(parsed, start, home=HOME), 3_000)
    expected = list(islice((each for each in counted if each.instant(HOME) > after), 3))
    found = list(occurrences(parsed, start, home=HOME, after=after, limit=3))
    assert found[: len(expected)] == expected
    if count is not None:
        assert found == expected


@given(hostile_rules, starts)
@settings(max_examples=200)
def test_each_moment_is_later_than_the_one_before(rule: str, start: Moment) -> None:
    try:
        found = list(occurrences(parse(rule), start, home=HOME, limit=6))
    except ImpossibleRule:
        return
    walls = [datetime.combine(each.date, each.time or time()) for each in found]
    if start.zone is None:
        assert walls == sorted(set(walls))
    instants = [each.instant(HOME) for each in found]
    assert start.zone is None or instants == sorted(set(instants))
    assert {each.zone for each in found} <= {start.zone}


@contextmanager
def counted_steps() -> Iterator[list[int]]:
    """Counts the years, months, days and hours that dateutil looks at, and what it finds."""
    steps = [0]

    def counting(name: str, whole: Any) -> Any:
        def step(*args: Any) -> Any:
            steps[0] += 1
            return whole(*args)

        return step

    def every(*args: Any) -> Iterator[datetime]:
        for wall in found(*args):
            steps[0] += 1
            yield wall

    found = expansion._every
    info: Any = dateutil._iterinfo  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ydayset", "mdayset", "wdayset", "ddayset"):
            patch.setattr(info, name, counting(name, getattr(info, name)))
        patch.setattr(expansion, "_every", every)
        yield steps


@given(
    hostile_rules,
    starts,
    st.none() | st.dates(date(1, 1, 2), date(9999, 12, 30)).map(_noon),
)
@example(
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3;BYSETPOS=1;COUNT=9999",
    Moment(date(2000, 1, 1), time(9)),
    _noon(date(2610, 1, 1)),
)
@settings(max_examples=300)
def test_the_search_for_the_next_moment_has_an_end(
    rule: str, start: Moment, after: datetime | None
) -> None:
    parse.cache_clear()
    expansion.is_possible.cache_clear()
    with counted_steps() as steps:
        with suppress(ImpossibleRule):
            next(occurrences(parse(rule), start, home=HOME, after=after), None)
        assert steps[0] < MOST_STEPS


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;INTERVAL=1461;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=HOURLY;INTERVAL=99999;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3",
        "FREQ=MONTHLY;INTERVAL=99999",
        "FREQ=WEEKLY;INTERVAL=20871;BYMONTH=7;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;COUNT=9999",
    ],
)
@pytest.mark.parametrize("first", [date(1970, 1, 1), date(2026, 1, 1), date(9000, 12, 31)])
@pytest.mark.parametrize(
    "after", [None, datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)]
)
def test_hostile_rules_take_little_work(rule: str, first: date, after: datetime | None) -> None:
    parse.cache_clear()
    expansion.is_possible.cache_clear()
    with counted_steps() as steps, suppress(ImpossibleRule):
        next(occurrences(parse(rule), Moment(first), home=HOME, after=after), None)
    assert steps[0] < MOST_STEPS
