"""Plans by a recipe: shown, made under a task, planned anew when it moves, taken back."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleValue, NoDueTime, TaskClosed, UnknownTask
from models.lists import ListName
from models.moment import Moment
from models.planned import Problem, Shift
from models.recipe import Gap, GapUnit, Recipe, RecipeStep
from models.task import Status, TaskFields, TaskLine
from services import plans, recipes, record, series, tasks, undo
from services.built_in_recipes import built_in_recipes
from services.lists import page
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import ScratchDesk, add, at, plain

HOUR = timedelta(hours=1)
FRIDAY = date(2026, 12, 11)
REELS = built_in_recipes("id")[0]


def _due_at(line: TaskLine) -> datetime:
    return line.due_at or datetime.max.replace(tzinfo=UTC)


def _steps(desk: Workspace, uid: str) -> dict[str, str]:
    """Dues of the steps, local, by their titles."""
    return {
        step.summary: step.due_at.astimezone(desk.zone).strftime("%m-%d %H:%M")
        if step.due_at
        else "-"
        for step in tasks.steps(desk, uid)
    }


def _planned(desk: Workspace, due: Moment) -> str:
    task = add(desk, "Reels tutorial", due=due)
    plans.apply(desk, task.uid, REELS)
    return task.uid


def test_a_preview_writes_nothing(desk: Workspace) -> None:
    task = add(desk, "Reels", due=at(FRIDAY, "16:00"))
    found = plans.preview(desk, task.uid, REELS)
    assert [step.summary for step in found.steps] == [step.summary for step in REELS.steps]
    assert tasks.steps(desk, task.uid) == ()
    assert plans.preview_at(desk, at(FRIDAY, "16:00"), REELS) == found


def test_steps_follow_where_their_offset_gives_the_time_that_was_planned(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    assert _steps(desk, uid) == {
        "Brainstorming ide": "11-27 16:00",
        "Tulis naskah": "12-04 16:00",
        "Desain": "12-08 16:00",
        "Review tim": "12-10 16:00",
        "Siap di scheduling tool": "12-11 15:00",
    }
    first = tasks.steps(desk, uid)[0]
    assert first.offset == timedelta(days=-14)
    assert tasks.task(desk, first.uid).gap == "-14d"


def test_a_step_that_off_hours_move_is_due_exactly_then(desk: Workspace) -> None:
    # The 14th is a Monday: the review falls on a Sunday.
    uid = _planned(desk, at(date(2026, 12, 14), "16:00"))
    review = next(step for step in tasks.steps(desk, uid) if step.summary == "Review tim")
    assert review.offset is None
    assert _steps(desk, uid)["Review tim"] == "12-11 18:00"


def test_all_of_a_plan_is_one_undo_step_also_after_a_restart(
    desk: Workspace, open_desk: object
) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    assert len(tasks.steps(desk, uid)) == 5
    undone = undo.undo(desk)
    assert undone.action == "plan"
    assert tasks.steps(desk, uid) == ()
    undo.redo(desk)
    assert len(tasks.steps(desk, uid)) == 5


def test_moving_the_publish_time_plans_anew_what_is_neither_locked_nor_done(
    desk: Workspace,
) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    brainstorm, script, *_ = tasks.steps(desk, uid)
    tasks.complete(desk, brainstorm.uid)
    tasks.edit(desk, script.uid, {"is_locked": True})
    before = _steps(desk, uid)
    tasks.reschedule(desk, uid, at(date(2026, 12, 28), "16:00"))
    after = _steps(desk, uid)
    assert after["Brainstorming ide"] == before["Brainstorming ide"]
    assert after["Tulis naskah"] == before["Tulis naskah"]
    # Friday the 25th is Christmas, and a Sunday is before the 28th.
    assert after["Review tim"] == "12-23 18:00" or after["Review tim"] == "12-24 18:00"
    assert after["Siap di scheduling tool"] == "12-28 15:00"
    undo.undo(desk)
    assert _steps(desk, uid) == before


def test_moving_back_puts_the_steps_back_where_they_were(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    before = _steps(desk, uid)
    tasks.reschedule(desk, uid, at(date(2026, 12, 14), "16:00"))
    assert _steps(desk, uid) != before
    tasks.reschedule(desk, uid, at(FRIDAY, "16:00"))
    assert _steps(desk, uid) == before


def test_a_due_set_by_hand_takes_a_step_out_of_the_plan(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    design = next(step for step in tasks.steps(desk, uid) if step.summary == "Desain")
    tasks.reschedule(desk, design.uid, at(date(2026, 12, 7), "11:00"))
    assert tasks.task(desk, design.uid).gap is None
    tasks.reschedule(desk, uid, at(date(2026, 12, 18), "16:00"))
    assert _steps(desk, uid)["Desain"] == "12-07 11:00"


def test_a_locked_step_with_an_offset_stays_too(desk: Workspace) -> None:
    task = add(desk, "Acara", due=at(FRIDAY, "16:00"))
    step = add(desk, "Gladi", parent=task.uid, offset=timedelta(days=-2), is_locked=True)
    tasks.reschedule(desk, task.uid, at(date(2026, 12, 18), "16:00"))
    assert tasks.task(desk, step.uid).due == at(date(2026, 12, 9), "16:00")


def test_what_does_not_fit_is_named_and_has_no_due(desk: Workspace) -> None:
    task = add(desk, "Film", due=at(date(2026, 11, 24), "16:00"))
    recipe = Recipe("own", "Film", (RecipeStep("Syuting", Gap(-2), 40 * HOUR),))
    found = plans.apply(desk, task.uid, recipe)
    assert [step.summary for step in found.left_out] == ["Syuting"]
    assert found.problems[0].planned.problem is Problem.NO_ROOM
    assert tasks.steps(desk, task.uid)[0].due is None


def test_other_work_fills_a_day(desk: Workspace) -> None:
    add(desk, "Syuting", due=at(date(2026, 12, 10), "18:00"), estimate=6 * HOUR)
    found = plans.preview_at(desk, at(FRIDAY, "16:00"), REELS)
    review = next(step for step in found.steps if step.summary == "Review tim")
    assert review.planned.shift is Shift.FULL_DAY
    assert not any(day.is_over for day in found.days)


def test_a_publish_time_on_a_holiday_is_told(desk: Workspace) -> None:
    assert plans.preview_at(desk, at(date(2026, 12, 25), "16:00"), REELS).is_on_holiday
    assert plans.preview_at(desk, at(date(2026, 12, 12), "16:00"), REELS).is_day_off


def test_there_must_be_a_due_and_an_open_task(desk: Workspace) -> None:
    undated = add(desk)
    with pytest.raises(NoDueTime):
        plans.preview(desk, undated.uid, REELS)
    with pytest.raises(NoDueTime):
        plans.replan(desk, undated.uid)
    with pytest.raises(UnknownTask):
        plans.apply(desk, "none", REELS)
    done = add(desk, due=at(FRIDAY), status=Status.COMPLETED)
    with pytest.raises(TaskClosed):
        plans.apply(desk, done.uid, REELS)


def test_what_days_hold_now_counts_when_planned_anew_on_request(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    assert plans.standing_plan(desk, uid) is not None
    change_settings(desk, days_off=(3, 5, 6))
    found = plans.replan(desk, uid)
    assert found is not None
    assert _steps(desk, uid)["Review tim"] == "12-09 18:00"
    assert plans.count_planned(desk, uid) == 5
    assert plans.replan(desk, add(desk, due=at(FRIDAY)).uid) is None


def test_a_new_task_comes_with_its_steps_as_one_undo_step(desk: Workspace) -> None:
    fields = TaskFields(summary="Reels", due=at(FRIDAY, "16:00"))
    made, _ = plans.capture_planned(desk, [(fields, REELS), (TaskFields(summary="Ide"), None)])
    assert len(tasks.steps(desk, made.uid)) == 5
    undo.undo(desk)
    with pytest.raises(UnknownTask):
        tasks.task(desk, made.uid)


def test_the_next_occurrence_has_its_steps_planned_for_its_own_days(desk: Workspace) -> None:
    task = add(desk, "Reels", due=at(FRIDAY, "16:00"), rrule="FREQ=DAILY;INTERVAL=3")
    plans.apply(desk, task.uid, REELS)
    tasks.complete(desk, task.uid)
    uid = _other_open(desk, task.uid)
    assert _steps(desk, uid)["Review tim"] == "12-11 18:00"
    skipped = series.skip(desk, uid)
    assert _steps(desk, skipped.uid)["Review tim"] == "12-16 16:00"
    assert {tasks.task(desk, step.uid).gap for step in tasks.steps(desk, uid)} == {
        "-14d",
        "-7d",
        "-3d",
        "-1d",
        "-1h",
    }


def _other_open(desk: Workspace, uid: str) -> str:
    return next(
        line.uid
        for line in page(desk, ListName.ALL, limit=50).lines
        if line.uid != uid and line.parent is None
    )


def test_planned_steps_are_no_promises_of_their_own(desk: Workspace) -> None:
    uid = _planned(desk, at(date(2026, 12, 14), "16:00"))
    assert {each.task_uid for each in record.entries(desk)} == {uid}


def test_a_step_keeps_only_a_gap_that_can_be_read(desk: Workspace) -> None:
    with pytest.raises(ImpossibleValue):
        add(desk, gap="soon")


@settings(deadline=None, max_examples=25)
@given(
    st.dates(date(2026, 11, 20), date(2027, 4, 30)),
    st.dates(date(2026, 11, 20), date(2027, 4, 30)),
    st.times(),
    st.sampled_from(["Asia/Jakarta", "Europe/Berlin", "America/New_York"]),
)
def test_wherever_it_moves_no_step_is_due_after_the_next_begins(
    scratch: ScratchDesk, first: date, second: date, clock: time, zone: str
) -> None:
    with scratch(zone=zone) as desk:
        task = add(desk, due=Moment(first, clock, zone))
        plans.apply(desk, task.uid, REELS)
        tasks.reschedule(desk, task.uid, Moment(second, clock, zone))
        lines = tasks.steps(desk, task.uid)
        dated = [line for line in sorted(lines, key=_due_at) if line.due_at]
        for step, later in itertools.pairwise(dated):
            assert step.due_at is not None
            assert later.due_at is not None
            work = later.estimate or timedelta(0)
            begins = later.due_at - work
            assert step.due_at <= begins or _is_next_day(step.due_at, later.due_at, zone)
        made = [plain(tasks.task(desk, line.uid)) for line in lines]
        assert all(each["gap"] for each in made)


def _is_next_day(one: datetime, other: datetime, zone: str) -> bool:
    """A long step may begin on a day before; between them off-hours pass."""
    home = ZoneInfo(zone)
    return one.astimezone(home).date() < other.astimezone(home).date()


def test_a_recipe_may_count_working_days(desk: Workspace) -> None:
    recipe = Recipe("own", "Brief", (RecipeStep("Brief", Gap(-3, GapUnit.WORKING_DAYS), HOUR),))
    task = add(desk, due=at(date(2026, 12, 15), "16:00"))
    plans.apply(desk, task.uid, recipe)
    assert _steps(desk, task.uid) == {"Brief": "12-10 16:00"}
    tasks.reschedule(desk, task.uid, at(date(2026, 12, 16), "16:00"))
    assert _steps(desk, task.uid) == {"Brief": "12-11 16:00"}


def test_recipes_of_ones_own_stand_before_those_of_docheck(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    saved = recipes.save_steps_as_recipe(desk, uid, "Reels kita")
    assert recipes.recipes(desk, "id")[0] == saved
    assert [step.gap.text for step in saved.steps] == ["-14d", "-7d", "-3d", "-1d", "-1h"]


def test_what_has_no_time_after_a_move_is_named_with_why(desk: Workspace) -> None:
    uid = _planned(desk, at(FRIDAY, "16:00"))
    other = _planned(desk, at(FRIDAY, "17:00"))
    assert plans.unplaced(desk, [uid, other, "gone"]) == ()
    # An hour of this Monday is left, and four of work.
    tasks.reschedule(desk, uid, at(date(2026, 11, 23), "11:00"))
    found = plans.unplaced(desk, [uid, other])
    assert found
    assert {step.planned.problem for step in found} == {Problem.NO_ROOM}
    for step in found:
        assert tasks.task(desk, step.uid).due is None
    undo.undo(desk)
    assert plans.unplaced(desk, [uid]) == ()
