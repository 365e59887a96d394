"""What the record suggests: only from enough samples, and only what is clear."""

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.habits import SAMPLES_LEAST, SAMPLES_MOST, best_hours, best_hours_by, usual_span

MINUTE = timedelta(minutes=1)
clocks = st.times()
spans = st.integers(1, 60 * 24).map(lambda minutes: minutes * MINUTE)


def test_the_fullest_hours_are_found():
    found = best_hours([time(16, 20)] * 15 + [time(9)] * 8)
    assert found is not None
    assert (found.start, found.end, found.samples) == (time(15), time(17), 23)


def test_hours_before_midnight_end_on_that_day():
    found = best_hours([time(23, 30)] * 20)
    assert found is not None
    assert (found.start, found.end) == (time(22), time(23, 59))


def test_hours_that_do_not_stand_out_are_not_told():
    assert best_hours([time(hour) for hour in range(24)] * 2) is None


@given(st.lists(clocks, max_size=SAMPLES_LEAST - 1), st.lists(spans, max_size=SAMPLES_LEAST - 1))
def test_under_twenty_samples_nothing_is_said(done: list[time], took: list[timedelta]):
    assert best_hours(done) is None
    assert usual_span(took) is None


@given(st.lists(clocks, min_size=SAMPLES_LEAST, max_size=200))
def test_no_hours_hold_more_than_the_best(done: list[time]):
    found = best_hours(done)
    last = done[-SAMPLES_MOST:]
    most = max(sum(at <= each.hour < at + 2 for each in last) for at in range(23))
    if found is None:
        assert most < 0.35 * len(last)
    else:
        assert sum(found.start.hour <= each.hour < found.start.hour + 2 for each in last) == most


@given(st.lists(spans, min_size=SAMPLES_LEAST, max_size=200))
def test_the_usual_span_lies_among_the_samples(took: list[timedelta]):
    found = usual_span(took)
    assert found is not None
    assert min(took) - 3 * MINUTE <= found.span <= max(took) + 5 * MINUTE
    assert found.span % (5 * MINUTE) == timedelta(0)
    assert found.samples == min(len(took), SAMPLES_MOST)


def test_each_kind_has_hours_of_its_own_and_those_with_few_samples_none():
    done = [("reels", time(16, 20)), ("quiz", time(9))] * 20 + [("story", time(9))] * 19
    found = best_hours_by([*done, ("reels", time(16))])
    assert list(found) == ["reels", "quiz"]
    assert (found["reels"].start, found["reels"].samples) == (time(15), 21)
    assert found["quiz"] == best_hours([time(9)] * 20)


def test_one_odd_day_changes_nothing():
    usual = [timedelta(minutes=30)] * 25
    found = usual_span([*usual, timedelta(hours=9)])
    assert found is not None
    assert found.span == timedelta(minutes=30)
