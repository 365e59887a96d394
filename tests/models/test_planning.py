"""The backward planner."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleValue
from models.moment import Moment
from models.planned import Days, PlannedStep, Problem, Shift, Wish, loads_of
from models.planning import plan
from models.recipe import Gap, GapUnit, gap_of
from models.workdays import WorkWeek

JAKARTA = ZoneInfo("Asia/Jakarta")
HOUR = timedelta(hours=1)
NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
#: The story's recipe.
REELS = (
    Wish("brainstorm", Gap(-14), timedelta(minutes=45)),
    Wish("script", Gap(-7), HOUR),
    Wish("design", Gap(-3), timedelta(minutes=90)),
    Wish("review", Gap(-1), timedelta(minutes=30)),
    Wish("ready", Gap(-1, GapUnit.HOURS), timedelta(minutes=15)),
)


def days(
    load: dict[date, timedelta] | None = None,
    capacity: timedelta = 6 * HOUR,
    week: WorkWeek | None = None,
    home: ZoneInfo = JAKARTA,
) -> Days:
    return Days(week or WorkWeek(country="ID"), home, lambda _: capacity, load or {})


def publish(day: date, at: time | None = time(16)) -> Moment:
    return Moment(day, at, None)


def ends(steps: tuple[PlannedStep, ...], home: ZoneInfo = JAKARTA) -> dict[str, str]:
    return {
        step.key: step.end.astimezone(home).strftime("%m-%d %H:%M") if step.end else "-"
        for step in steps
    }


def of(steps: tuple[PlannedStep, ...], key: str) -> PlannedStep:
    return next(step for step in steps if step.key == key)


def test_each_step_ends_when_the_recipe_says_where_that_is_working_time():
    steps = plan(publish(date(2026, 12, 4)), REELS, days(), NOW)
    assert ends(steps) == {
        "brainstorm": "11-20 16:00",
        "script": "11-27 16:00",
        "design": "12-01 16:00",
        "review": "12-03 16:00",
        "ready": "12-04 15:00",
    }
    assert all(step.shift is None and step.problem is None for step in steps)


def test_a_day_off_and_a_public_holiday_are_skipped_backwards():
    # Christmas 2026 is a Friday; the 24th is a joint holiday only.
    steps = plan(publish(date(2026, 12, 28)), REELS, days(), NOW)
    assert of(steps, "design").shift is Shift.HOLIDAY
    assert of(steps, "review").shift is Shift.DAY_OFF
    assert of(steps, "design").end == of(steps, "review").start


def test_what_is_wanted_after_hours_is_done_when_work_ends():
    steps = plan(publish(date(2026, 12, 4), time(21)), REELS[-1:], days(), NOW)
    assert ends(steps) == {"ready": "12-04 18:00"}
    assert steps[0].shift is Shift.OFF_HOURS


def test_a_full_day_is_left_for_one_before_it():
    full = {date(2026, 12, 3): 6 * HOUR}
    steps = plan(publish(date(2026, 12, 4)), REELS, days(full), NOW)
    assert ends(steps)["review"] == "12-02 18:00"
    assert of(steps, "review").shift is Shift.FULL_DAY


def test_capacity_is_passed_only_where_else_it_would_not_fit():
    load = {date(2026, 11, 2): 6 * HOUR}
    steps = plan(publish(date(2026, 11, 2), time(17)), REELS[-1:], days(load), NOW)
    assert ends(steps) == {"ready": "11-02 16:00"}
    assert steps[0].problem is Problem.OVER_CAPACITY


def test_with_too_little_time_steps_are_put_off_in_their_order():
    steps = plan(publish(date(2026, 11, 4)), REELS, days(), NOW)
    told = ends(steps)
    assert told["brainstorm"] == "11-02 09:45"
    assert told["script"] == "11-02 10:45"
    assert told["ready"] == "11-04 15:00"
    assert of(steps, "brainstorm").shift is Shift.LATE_START


def test_a_recipe_that_cannot_fit_says_which_step():
    wishes = [Wish("film", Gap(-2), 30 * HOUR), Wish("cut", Gap(-1), HOUR)]
    steps = plan(publish(date(2026, 11, 3)), wishes, days(), NOW)
    assert of(steps, "film").problem is Problem.NO_ROOM
    assert of(steps, "film").end is None
    assert of(steps, "cut").end is not None


def test_a_deadline_in_the_past_leaves_no_time():
    steps = plan(publish(date(2026, 10, 1)), REELS, days(), NOW)
    assert {step.problem for step in steps} == {Problem.DUE_PASSED}


def test_an_offset_out_of_the_calendar_says_so():
    wishes = [Wish("long ago", Gap(-3_000)), Wish("later", Gap(-1))]
    steps = plan(publish(date(1971, 1, 5)), wishes, days(), datetime(1970, 12, 1, tzinfo=UTC))
    assert of(steps, "long ago").problem is Problem.OUTSIDE
    assert of(steps, "later").end is not None


def test_an_offset_of_more_than_ten_years_is_no_gap():
    with pytest.raises(ImpossibleValue):
        Gap(-4_000)
    with pytest.raises(ImpossibleValue):
        gap_of("99999999h")


@given(st.builds(Gap, st.integers(-2_000, 2_000), st.sampled_from(GapUnit)))
def test_a_gap_is_read_as_it_is_written(gap: Gap):
    assert gap_of(gap.text) == gap


def test_working_days_leave_out_the_weekend():
    steps = plan(
        publish(date(2026, 12, 7)), [Wish("brief", Gap(-2, GapUnit.WORKING_DAYS))], days(), NOW
    )
    assert ends(steps) == {"brief": "12-03 16:00"}


def test_what_is_wanted_at_the_same_time_is_done_one_before_the_other():
    wishes = [Wish("one", Gap(-1), HOUR), Wish("two", Gap(-1), HOUR)]
    steps = plan(publish(date(2026, 12, 4)), wishes, days(), NOW)
    assert ends(steps) == {"one": "12-03 15:00", "two": "12-03 16:00"}
    assert of(steps, "one").shift is Shift.NEXT_STEP


def test_a_locked_step_stays_and_the_others_go_round_it():
    locked = (datetime(2026, 12, 3, 2, tzinfo=UTC), datetime(2026, 12, 3, 6, tzinfo=UTC))
    wishes = [
        Wish("script", Gap(-1), HOUR),
        Wish("design", Gap(-1), 4 * HOUR, fixed=locked),
        Wish("review", Gap(-1), HOUR),
    ]
    steps = plan(publish(date(2026, 12, 4)), wishes, days(), NOW)
    assert of(steps, "design").end == locked[1]
    assert of(steps, "design").is_fixed
    script, review = of(steps, "script").end, of(steps, "review").start
    assert script is not None
    assert review is not None
    assert script <= locked[0]
    assert review >= locked[1]


def test_work_longer_than_a_day_takes_several():
    (step,) = plan(publish(date(2026, 12, 4)), [Wish("film", Gap(-1), 14 * HOUR)], days(), NOW)
    assert len(step.loads) == 3
    assert sum(step.loads.values(), timedelta(0)) == 14 * HOUR
    assert step.problem is None


def test_a_step_after_publishing_is_planned_too():
    steps = plan(publish(date(2026, 12, 4)), [*REELS, Wish("numbers", Gap(1), HOUR)], days(), NOW)
    # A Saturday: nothing is done before publishing, so it is done on Monday.
    numbers = of(steps, "numbers").start
    assert numbers is not None
    assert numbers >= publish(date(2026, 12, 4)).instant(JAKARTA)


def test_a_whole_day_is_prepared_in_its_working_hours():
    steps = plan(publish(date(2026, 12, 4), None), [Wish("brief", Gap(-1), HOUR)], days(), NOW)
    assert ends(steps) == {"brief": "12-03 18:00"}
    assert steps[0].shift is None


def test_no_working_day_at_all_leaves_no_room():
    week = WorkWeek(days_off=frozenset(range(7)))
    steps = plan(publish(date(2026, 12, 4)), REELS, days(week=week), NOW)
    assert {step.problem for step in steps} == {Problem.NO_ROOM}


GAPS = st.one_of(
    st.builds(Gap, st.integers(-40, 5), st.sampled_from([GapUnit.DAYS, GapUnit.WORKING_DAYS])),
    st.builds(Gap, st.integers(-200, 10), st.just(GapUnit.HOURS)),
    st.builds(Gap, st.integers(-3_600, 3_600), st.just(GapUnit.DAYS)),
)
SPANS = st.integers(0, 30 * 60).map(lambda minutes: timedelta(minutes=minutes))
ZONES = st.sampled_from(["Asia/Jakarta", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"])
WEEKS = st.builds(
    WorkWeek,
    st.times(max_value=time(11)),
    st.times(min_value=time(12)),
    st.frozensets(st.integers(0, 6), max_size=6),
    st.sampled_from(["", "ID", "DE"]),
)


@st.composite
def plans(draw: st.DrawFn):
    home = ZoneInfo(draw(ZONES))
    day = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    due = Moment(day, draw(st.one_of(st.none(), st.times())))
    now = datetime.combine(day, time(), UTC) + draw(
        st.timedeltas(timedelta(days=-60), timedelta(days=5))
    )
    wishes: list[Wish] = []
    for number in range(draw(st.integers(1, 7))):
        fixed = None
        if draw(st.integers(0, 5)) == 0:
            start = now + draw(st.timedeltas(timedelta(days=-5), timedelta(days=60)))
            fixed = (start, start + draw(SPANS))
        wishes.append(
            Wish(str(number), draw(GAPS), draw(SPANS), fixed, draw(st.integers(0, 7)) == 0)
        )
    load = draw(
        st.dictionaries(
            st.integers(-30, 5).map(lambda n: day + timedelta(days=n)), SPANS, max_size=10
        )
    )
    hours = draw(st.integers(0, 12))
    return due, wishes, days(load, hours * HOUR, draw(WEEKS), home), now


@settings(deadline=None)
@given(plans())
def test_no_step_ends_after_its_successor_starts(drawn):
    due, wishes, held, now = drawn
    steps = plan(due, wishes, held, now)
    assert sorted(step.key for step in steps) == sorted(wish.key for wish in wishes)
    chain = [step for step in steps if step.end is not None and not step.is_done]
    due_at = due.instant(held.home)
    for place, step in enumerate(chain):
        assert step.start is not None
        assert step.end is not None
        assert step.start <= step.end
        for later in chain[place + 1 :]:
            if not (step.is_fixed and later.is_fixed):
                assert later.start is not None
                assert step.end <= later.start
        if not step.is_fixed:
            assert step.start >= now
            wanted = step.wanted.instant(held.home) if step.wanted else due_at
            assert step.end <= due_at if wanted <= due_at else step.start >= due_at
            assert sum(step.loads.values(), timedelta(0)) == step.estimate
            for instant in (step.start, step.end):
                hours = held.week.hours(instant.astimezone(held.home).date(), held.home)
                assert hours is not None
                assert hours[0] <= instant <= hours[1]


@settings(deadline=None)
@given(plans())
def test_a_day_over_its_capacity_is_always_told(drawn):
    due, wishes, held, now = drawn
    steps = plan(due, wishes, held, now)
    for day, spent in loads_of(steps).items():
        if spent and spent > held.room(day):
            assert any(
                step.problem is Problem.OVER_CAPACITY and step.loads.get(day) for step in steps
            )


@settings(deadline=None)
@given(plans())
def test_whatever_has_no_time_says_why(drawn):
    steps = plan(*drawn)
    assert all(step.problem for step in steps if step.end is None and not step.is_done)
    assert all(
        step.end is None
        or step.is_fixed
        or step.shift
        or step.end == step.wanted.instant(drawn[2].home)
        or step.wanted.is_all_day
        for step in steps
        if step.wanted
    )
