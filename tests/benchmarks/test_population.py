"""The population has the shape that the numbers are told for, and every benchmark runs on it."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result, table
from benchmarks.population import GOALS, HOME, NOW, TAGS, TODAY, Population, population
from benchmarks.start_up import measure_start_up
from benchmarks.statements import statements_of
from benchmarks.storage import first_page, measure_storage, month_by_day, today_and_overdue
from benchmarks.taskwarrior import PROGRAM, Taskwarrior, is_installed
from models.lists import ListName
from models.storage import derived_instants, sqlite
from services import goals, lists, tasks
from services.clock import SystemClock
from services.paths import Paths

SIZE = 200
STAND_IN = Path(__file__).with_name("stand_in_task.py")


@pytest.fixture(scope="module")
def made() -> Population:
    return population(1_000)


@pytest.fixture
def populations(tmp_path: Path) -> Populations:
    return Populations(tmp_path)


def test_seven_tenths_have_a_due_within_two_years(made: Population):
    dues = [task.due.instant(HOME) for task in made.tasks if task.due]
    assert len(dues) == 700
    assert 360 < (NOW - min(dues)).days <= 366
    assert 360 < (max(dues) - NOW).days <= 366


def test_nine_tenths_of_the_past_are_done_and_nothing_of_the_future(made: Population):
    past = [task for task in made.tasks if task.due and task.due.instant(HOME) < NOW]
    done = [task for task in made.tasks if not task.is_open]
    assert len(past) > 300
    assert len(done) == round(len(past) * 0.9)
    assert {task.uid for task in done} <= {task.uid for task in past}


def test_goals_tags_and_rules(made: Population):
    assert len(made.goals) == GOALS
    assert {task.goal for task in made.tasks} == {None, *(goal.uid for goal in made.goals)}
    assert len({name for task in made.tasks for name in task.categories}) == TAGS
    recurring = [task for task in made.tasks if task.rrule]
    assert len(recurring) == 50
    assert all(task.due for task in recurring)


def test_it_is_the_same_each_time_and_another_with_another_seed(made: Population):
    assert population(1_000) == made
    assert population(1_000, seed=1) != made


def test_a_crowd_is_due_tomorrow(populations: Populations):
    desk = open_population(populations.shared(SIZE, crowd=500))
    with contextlib.closing(desk):
        assert lists.counts(desk)[ListName.TOMORROW] >= 500


def test_the_file_is_what_the_services_would_have_written(populations: Populations):
    folder = populations.shared(SIZE)
    assert sqlite.problems(Paths(folder).database) == ()
    desk = open_population(folder)
    with contextlib.closing(desk):
        expected = population(SIZE)
        assert [tasks.task(desk, task.uid) for task in expected.tasks] == [*expected.tasks]
        assert {goal.name for goal in goals.goals(desk)} == {goal.name for goal in expected.goals}
        assert all(tasks.history(desk, task.uid) for task in expected.tasks)
        derived = [tasks.line(desk, task.uid) for task in expected.tasks]
        with desk.writing() as unit:
            derived_instants.rederive(unit, HOME)
            unit.commit()
        assert [tasks.line(desk, task.uid) for task in expected.tasks] == derived


@pytest.mark.parametrize("action", [today_and_overdue, first_page, month_by_day])
def test_what_an_action_sends_is_heard_with_its_values(populations: Populations, action):
    sent = statements_of(populations.shared(SIZE), action)
    assert all(text.startswith("SELECT") and "?" not in text for text in sent)


def test_storage_runs(populations: Populations):
    results = measure_storage(populations, [20, SIZE], rounds=2)
    assert {result.size for result in results} == {20, SIZE}
    assert all(result.ours for result in results)


def test_start_up_runs(populations: Populations):
    (result,) = measure_start_up(populations, rounds=1)
    assert result.ratio


def test_taskwarrior_finds_the_same_open_tasks_of_today(populations: Populations):
    program = (PROGRAM,) if is_installed() else (sys.executable, str(STAND_IN))
    theirs = Taskwarrior(populations.root / "taskwarrior", program)
    made = population(2_000)
    theirs.take(made, SystemClock().now())
    due = [task.due.day(HOME) == TODAY for task in made.tasks if task.due and task.is_open]
    assert theirs.count_today() == sum(due) > 0


def test_the_table_tells_ratio_and_verdict():
    results = [
        Result("read", 1_000, 2.5, 1.0, "raw", "<= 2.5 x", True, "1 statement"),
        Result("write", 100_000, 300.0, 100.0, "raw", "<= 2.5 x", False),
        Result("look", 10, note="no browser"),
    ]
    text = table(results)
    assert "2.50  <= 2.5 x  met (1 statement)" in text
    assert "3.00  <= 2.5 x  MISSED" in text
    assert text.splitlines()[-1].endswith("(no browser)")
    markdown = table(results, is_markdown=True).splitlines()
    assert markdown[1].startswith("| ---")
    assert "---: |" in markdown[1]
    assert len({line.count("|") for line in markdown}) == 1
