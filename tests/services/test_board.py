"""The board of a month: its slots, what fills them, what days hold, and lightening them."""

from datetime import date, time, timedelta

import pytest

from models.errors import EmptySummary, ImpossibleDate, TaskClosed
from models.moment import Moment
from models.task import Status
from services import balance, goals, plans, tasks, undo
from services.board import Board, BoardDay, add_on_slot, board, put_on_slot
from services.built_in_recipes import built_in_recipes
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, add, at

HOUR = timedelta(hours=1)
FRIDAY = date(2026, 12, 11)
REELS = built_in_recipes("id")[0]


def _on(found: Board, day: date) -> BoardDay:
    return next(each for each in found.days if each.day == day)


def test_working_weekdays_have_their_slots(desk: Workspace) -> None:
    found = board(desk, 2026, 12)
    assert len(found.days) == 31
    # 23 weekdays, of which Christmas is a public holiday.
    assert (found.slots, found.filled) == (22, 0)
    assert _on(found, date(2026, 12, 25)).slots == ()
    assert not _on(found, date(2026, 12, 26)).is_working
    change_settings(desk, slot_weekdays=(5,), slot_times=(time(10), time(19)), days_off=())
    assert [slot.at for slot in _on(board(desk, 2026, 12), date(2026, 12, 26)).slots] == [
        time(10),
        time(19),
    ]


def test_what_is_published_fills_the_slot_that_is_near(desk: Workspace) -> None:
    change_settings(desk, slot_times=(time(10), time(16)))
    near = add(desk, "Reels", due=at(FRIDAY, "16:30"), lead=HOUR)
    far = add(desk, "Live", due=at(FRIDAY, "20:00"), lead=HOUR)
    add(desk, "Rapat", due=at(FRIDAY, "10:00"))
    day = _on(board(desk, 2026, 12), FRIDAY)
    assert [slot.line.uid if slot.line else None for slot in day.slots] == [None, near.uid]
    assert [line.uid for line in day.others] == [far.uid]
    assert day.empty == 1
    assert len(day.lines) == 3


def test_a_slot_that_is_over_is_not_empty(desk: Workspace) -> None:
    day = _on(board(desk, 2026, 11), date(2026, 11, 20))
    assert day.slots[0].is_past
    assert day.empty == 0


def test_days_tell_their_load_and_capacity(desk: Workspace) -> None:
    change_settings(desk, capacities=(None, None, None, None, 2 * HOUR, None, None))
    add(desk, due=at(FRIDAY), estimate=3 * HOUR)
    add(desk, due=at(FRIDAY), estimate=HOUR, status=Status.COMPLETED)
    day = _on(board(desk, 2026, 12), FRIDAY)
    assert (day.load, day.capacity, day.is_over) == (3 * HOUR, 2 * HOUR, True)


def test_there_must_be_such_a_month(desk: Workspace) -> None:
    with pytest.raises(ImpossibleDate):
        board(desk, 2026, 13)


def test_an_idea_on_a_slot_is_published_then_with_its_recipes_steps(desk: Workspace) -> None:
    idea = add(desk, "Ide reels")
    slot = Moment(FRIDAY, time(16), JAKARTA)
    put_on_slot(desk, idea.uid, slot, REELS)
    task = tasks.task(desk, idea.uid)
    assert (task.due, task.lead) == (slot, HOUR)
    assert len(tasks.steps(desk, idea.uid)) == 5
    assert _on(board(desk, 2026, 12), FRIDAY).slots[0].line is not None
    undo.undo(desk)
    assert tasks.task(desk, idea.uid).due is None
    assert tasks.steps(desk, idea.uid) == ()
    done = add(desk, status=Status.COMPLETED)
    with pytest.raises(TaskClosed):
        put_on_slot(desk, done.uid, slot)


def test_a_new_task_is_made_on_a_slot(desk: Workspace) -> None:
    slot = Moment(FRIDAY, time(16), JAKARTA)
    made = add_on_slot(desk, "Reels baru", slot, REELS)
    assert (made.due, made.lead) == (slot, HOUR)
    assert len(tasks.steps(desk, made.uid)) == 5
    assert add_on_slot(desk, "Tanpa resep", slot).lead == HOUR
    with pytest.raises(EmptySummary):
        add_on_slot(desk, " ", slot, REELS)


@pytest.mark.parametrize(("of_goal", "lead"), [(2 * HOUR, 2 * HOUR), (0 * HOUR, 0 * HOUR)])
def test_an_idea_of_a_goal_gets_the_lead_of_that_goal(
    desk: Workspace, of_goal: timedelta, lead: timedelta
) -> None:
    goal = goals.create_goal(desk, {"name": "Kuis", "default_lead": of_goal})
    idea = add(desk, "Ide kuis", goal=goal.uid)
    put_on_slot(desk, idea.uid, Moment(FRIDAY, time(16), JAKARTA))
    assert tasks.task(desk, idea.uid).lead == lead
    (slot,) = _on(board(desk, 2026, 12), FRIDAY).slots
    assert slot.line is not None
    assert slot.line.uid == idea.uid


def test_what_needs_no_time_before_fills_its_slot_and_stays_there(desk: Workspace) -> None:
    change_settings(desk, default_lead=timedelta(0))
    idea = add(desk, "Ide kuis", estimate=7 * HOUR)
    put_on_slot(desk, idea.uid, Moment(FRIDAY, time(16), JAKARTA))
    made = add_on_slot(desk, "Reels", Moment(date(2026, 12, 10), time(16), JAKARTA))
    found = board(desk, 2026, 12)
    assert found.filled == 2
    assert tasks.task(desk, made.uid).lead == timedelta(0)
    assert balance.balance(desk, 2026, 12).moves == ()


def test_full_days_are_lightened_by_the_fewest_moves_as_one_undo_step(desk: Workspace) -> None:
    add(desk, "Besar", due=at(FRIDAY, "17:00"), estimate=5 * HOUR, priority=1)
    small = add(desk, "Kecil", due=at(FRIDAY, "12:00"), estimate=2 * HOUR)
    found = balance.balance(desk, 2026, 12)
    assert [(move.uid, move.to) for move in found.moves] == [(small.uid, date(2026, 12, 10))]
    assert found.still_over == ()
    assert tasks.task(desk, small.uid).due == at(FRIDAY, "12:00")
    assert balance.apply_balance(desk, found.moves) == 1
    assert tasks.task(desk, small.uid).due == at(date(2026, 12, 10), "12:00")
    assert balance.balance(desk, 2026, 12).moves == ()
    assert undo.undo(desk).action == "balance"
    assert tasks.task(desk, small.uid).due == at(FRIDAY, "12:00")


def test_what_is_published_locked_or_repeats_stays(desk: Workspace) -> None:
    add(desk, "Reels", due=at(FRIDAY, "16:00"), lead=HOUR, estimate=3 * HOUR)
    add(desk, "Terkunci", due=at(FRIDAY, "12:00"), estimate=3 * HOUR, is_locked=True)
    add(desk, "Rutin", due=at(FRIDAY, "12:00"), estimate=3 * HOUR, rrule="FREQ=WEEKLY")
    found = balance.balance(desk, 2026, 12)
    assert found.moves == ()
    assert [day.day for day in found.still_over] == [FRIDAY]


def test_steps_stay_between_their_neighbours_and_in_their_plan(desk: Workspace) -> None:
    task = add(desk, "Reels", due=at(FRIDAY, "16:00"), lead=HOUR)
    plans.apply(desk, task.uid, REELS)
    design = next(step for step in tasks.steps(desk, task.uid) if step.summary == "Desain")
    add(desk, "Syuting", due=at(date(2026, 12, 8), "18:00"), estimate=6 * HOUR, is_locked=True)
    found = balance.balance(desk, 2026, 12)
    (move,) = found.moves
    assert move.uid == design.uid
    assert date(2026, 12, 4) <= move.to <= date(2026, 12, 10)
    balance.apply_balance(desk, found.moves)
    assert tasks.task(desk, design.uid).gap == "-3d"


def test_nothing_is_moved_to_a_day_off_or_before_today(desk: Workspace) -> None:
    # Monday 30 November is the first day of the week; today is the 23rd.
    add(desk, "A", due=at(date(2026, 11, 23), "17:00"), estimate=5 * HOUR)
    add(desk, "B", due=at(date(2026, 11, 23), "17:00"), estimate=5 * HOUR)
    assert balance.balance(desk, 2026, 11).moves == ()
    add(desk, "C", due=at(date(2026, 11, 30), "17:00"), estimate=5 * HOUR)
    add(desk, "D", due=at(date(2026, 11, 30), "17:00"), estimate=5 * HOUR)
    (move,) = balance.balance(desk, 2026, 11).moves
    assert move.to == date(2026, 11, 27)
