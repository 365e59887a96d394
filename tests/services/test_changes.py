"""Who listens is told after the commit, what and only that."""

import threading

import pytest

from models.errors import EmptySummary
from models.storage import task_rows
from services import goals, settings, tasks, undo
from services.changes import Changed
from services.workspace import Workspace
from tests.rig.desk import TODAY, OpenDesk, add, at


def test_a_listener_reads_what_was_committed(desk: Workspace, open_desk: OpenDesk) -> None:
    other = open_desk()
    seen: list[str] = []

    def listen(changed: Changed) -> None:
        seen.extend(tasks.task(other, uid).summary for uid in changed.tasks)

    desk.changes.subscribe(listen)
    add(desk, "a")
    assert seen == ["a"]


def test_a_listener_may_write(desk: Workspace) -> None:
    def listen(changed: Changed) -> None:
        if changed.action == "capture":
            for uid in changed.tasks:
                tasks.complete(desk, uid)

    desk.changes.subscribe(listen)
    assert not tasks.task(desk, add(desk).uid).is_open


def test_what_was_refused_is_not_told(desk: Workspace) -> None:
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    with pytest.raises(EmptySummary):
        add(desk, " ")
    assert told == []


def test_a_gesture_is_told_once_with_its_uids(desk: Workspace) -> None:
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, goal=goal.uid)
    goals.delete_goal(desk, goal.uid)
    undone = undo.undo(desk)
    settings.change_settings(desk, name="Dhila")
    assert [each.action for each in told] == [
        "goal.create",
        "capture",
        "goal.delete",
        "undo",
        "settings",
    ]
    assert told[2].tasks == {task.uid}
    assert told[2].goals == {goal.uid}
    assert undone.tasks == (task.uid,)
    assert told[4] == Changed(action="settings", has_settings=True)


def test_who_was_disposed_hears_nothing(desk: Workspace) -> None:
    told: list[Changed] = []
    dispose = desk.changes.subscribe(told.append)
    dispose()
    dispose()
    add(desk)
    assert told == []


def test_a_failing_listener_stops_neither_the_change_nor_the_others(
    desk: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Changed] = []

    def fail(_: Changed) -> None:
        raise ZeroDivisionError

    desk.changes.subscribe(fail)
    desk.changes.subscribe(told.append)
    task = add(desk)
    assert tasks.task(desk, task.uid) == task
    assert len(told) == 1
    assert "a listener failed on capture" in caplog.text


def test_collecting_takes_what_this_thread_announces(desk: Workspace) -> None:
    with desk.changes.collected() as made:
        first = add(desk)
        thread = threading.Thread(target=add, args=(desk,))
        thread.start()
        thread.join()
        with desk.changes.collected() as inner:
            second = add(desk)
    add(desk)
    assert [each.tasks for each in made] == [{first.uid}]
    assert [each.tasks for each in inner] == [{second.uid}]


def test_threads_take_turns_writing(desk: Workspace) -> None:
    def write() -> None:
        for _ in range(25):
            tasks.complete(desk, add(desk).uid)

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.reading() as unit:
        assert task_rows.count(unit) == 150
    assert not desk.poll()


def test_what_was_completed_is_told_apart_from_what_else_changed(desk: Workspace) -> None:
    uid = add(desk, due=at(TODAY), rrule="FREQ=DAILY").uid
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    tasks.complete(desk, uid)
    tasks.reopen(desk, uid)
    completed, reopened = told
    assert completed.completed == {uid} < completed.tasks
    assert not reopened.completed
