"""Counts and lists go along indexes: they take as long as what they tell, not as all the rest."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from models.lists import ListName
from models.storage import line_counts
from services import lists, timeline
from services.home import home
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, every_connection


def _plans(desk: Workspace, read: Callable[[Workspace], object]) -> list[str]:
    """How SQLite finds the tasks of each statement of `read`; their steps and names aside."""
    sent: list[str] = []
    every_connection(desk, lambda connection: connection.set_trace_callback(sent.append))
    read(desk)
    with closing(sqlite3.connect(desk.paths.database)) as connection:
        found = [
            row[3]
            for statement in sent
            if statement.startswith("SELECT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
    return [step for step in found if step.split()[:2] in (["SEARCH", "tasks"], ["SCAN", "tasks"])]


def test_counts_read_nothing_but_indexes(desk: Workspace) -> None:
    plans = _plans(desk, lists.counts)
    assert len(plans) == len(ListName.__members__) - 2
    assert all("USING COVERING INDEX" in plan for plan in plans)
    assert [plan for plan in plans if "ix_tasks_undated" in plan and "parent_uid=?" in plan]


@pytest.mark.parametrize(
    "read",
    [
        home,
        lambda desk: timeline.month(desk, TODAY.year, TODAY.month),
        lambda desk: timeline.due_lines(desk, TODAY, TODAY + timedelta(days=30)),
        lambda desk: lists.every_line(desk, ListName.WEEK),
    ],
    ids=["home", "days", "month", "week"],
)
def test_what_lies_between_two_days_is_found_without_passing_the_rest(
    desk: Workspace, read: Callable[[Workspace], object]
) -> None:
    plans = _plans(desk, read)
    assert plans
    bounds = ("due_at>?", "completed>?", "ready_at<?", "follow_up<?")
    assert all(any(bound in plan for bound in bounds) for plan in plans)


def test_counts_stop_at_their_limit(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_counts, "COUNT_LIMIT", 3)
    monkeypatch.setattr(line_counts, "_COUNTS", {})
    monkeypatch.setattr(lists, "COUNT_LIMIT", 3)
    for _ in range(3):
        add(desk, due=at(TODAY + timedelta(days=1)))
    add(desk)
    assert lists.counts(desk)[ListName.TOMORROW] == 3
    add(desk, due=at(TODAY + timedelta(days=1)))
    found = lists.counts(desk)
    assert found[ListName.TOMORROW] == 3
    assert found[ListName.NO_DATE] == 1
    assert found[ListName.ALL] == 3


@pytest.mark.parametrize(
    "read",
    [
        lambda desk: lists.pinned(desk, ListName.ALL),
        lambda desk: lists.pinned(desk, ListName.MISSED),
        lambda desk: lists.pinned(desk, ListName.NO_DATE),
        lambda desk: lists.goal_pinned(desk, "goal"),
    ],
)
def test_what_is_pinned_is_found_without_the_rest(
    desk: Workspace, read: Callable[[Workspace], object]
) -> None:
    plans = _plans(desk, read)
    assert plans
    assert all("USING INDEX ix_tasks_pinned" in plan for plan in plans)
