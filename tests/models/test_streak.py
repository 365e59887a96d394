"""Streaks: kept days in a row, and what does not end one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.streak import Streak, streak_of
from models.workdays import WorkWeek

#: A Friday.
TODAY = date(2026, 11, 27)
FIRST = TODAY - timedelta(days=60)
WEEK = WorkWeek()


def streak(*ago: int, slips: tuple[int, ...] = ()) -> Streak:
    kept = {TODAY - timedelta(days=days): True for days in ago}
    kept |= {TODAY - timedelta(days=days): False for days in slips}
    return streak_of(kept, FIRST, TODAY, WEEK)


def test_days_in_a_row_count():
    assert streak(0, 1, 2, slips=(3,)) == Streak(3, TODAY - timedelta(days=2), is_broken=True)


@pytest.mark.parametrize("free", [5, 6], ids=["Sunday", "Saturday"])
def test_a_day_off_does_not_end_one(free: int):
    assert streak(0, 7).days == 2
    assert streak(0, 7, slips=(free,)).days == 2


def test_a_public_holiday_does_not_end_one():
    christmas = date(2026, 12, 25)
    days = {christmas - timedelta(days=1): True, christmas: False}
    found = streak_of(days, FIRST, christmas, WorkWeek(country="ID"))
    assert (found.days, found.is_broken) == (1, False)


def test_a_day_without_promises_does_not_end_one():
    assert streak(0, 3, 10).days == 3


def test_what_was_kept_on_a_day_off_counts():
    assert streak(0, 5).days == 2


def test_it_goes_on_from_the_days_after():
    found = streak_of({TODAY: True}, TODAY, TODAY, WEEK)
    before = {TODAY - timedelta(days=1): True, TODAY - timedelta(days=2): False}
    on = streak_of(before, FIRST, TODAY - timedelta(days=1), WEEK, found)
    assert on == Streak(2, TODAY - timedelta(days=1), is_broken=True)


@given(st.dictionaries(st.integers(0, 60), st.booleans()), st.integers(0, 60))
def test_more_free_days_never_shorten_one(days: dict[int, bool], free: int):
    kept = {TODAY - timedelta(days=ago): is_kept for ago, is_kept in days.items()}
    found = streak_of(kept, FIRST, TODAY, WEEK)
    less = {day: is_kept for day, is_kept in kept.items() if day != TODAY - timedelta(days=free)}
    if kept.get(TODAY - timedelta(days=free)) is not True:
        assert streak_of(less, FIRST, TODAY, WEEK).days >= found.days
