"""What goes straight to the driver is still the account's own, converted, and refused alike."""

from datetime import timedelta

import pytest
from sqlalchemy import bindparam, delete, select
from sqlalchemy.exc import IntegrityError

from models.storage import goal_rows, task_rows
from models.storage.guard import ACCOUNT, UnscopedStatement
from models.storage.ready_made import RowInsert, RowLookup, RowsRead, RowsTake
from models.storage.tables import task_attendees, tasks
from services import goals
from services.workspace import Workspace
from tests.rig.desk import add, rows, second_account

NAMES = RowInsert(task_attendees)


def test_a_lookup_that_forgets_the_account_cannot_be_made() -> None:
    with pytest.raises(UnscopedStatement):
        RowLookup(select(tasks.c.uid).where(tasks.c.uid == bindparam("this")))


def test_a_lookup_finds_nothing_of_another_account(desk: Workspace) -> None:
    task, goal = add(desk), goals.create_goal(desk, {"name": "Kanal"})
    other = second_account(desk)
    with desk.reading() as unit:
        assert task_rows.exists(unit, task.uid)
        assert goal_rows.is_kept(unit, goal.uid)
        assert not task_rows.exists(unit, "x")
    with other.reading() as unit:
        assert not task_rows.exists(unit, task.uid)
        assert not goal_rows.is_kept(unit, goal.uid)
    other.close()


def test_what_is_looked_for_is_converted_as_its_column_is(desk: Workspace) -> None:
    task = add(desk, lead=timedelta(hours=2))
    by_lead = RowLookup(
        select(tasks.c.uid).where(
            tasks.c.account_id == bindparam(ACCOUNT), tasks.c.lead == bindparam("lead")
        )
    )
    with desk.reading() as unit:
        assert unit.find(by_lead, lead=timedelta(hours=2)) == (task.uid,)


def test_rows_that_forget_the_account_cannot_be_read() -> None:
    with pytest.raises(UnscopedStatement):
        RowsRead(select(tasks.c.uid))


def test_rows_are_those_of_the_account_and_converted_as_their_columns_are(desk: Workspace) -> None:
    for lead in (timedelta(hours=2), None, timedelta(hours=2)):
        add(desk, lead=lead)
    statement = (
        select(tasks.c.summary, tasks.c.lead, tasks.c.created)
        .where(tasks.c.account_id == bindparam(ACCOUNT), tasks.c.summary == bindparam("title"))
        .order_by(tasks.c.uid)
    )
    read = RowsRead(statement)
    other = second_account(desk)
    with desk.reading() as unit:
        found = unit.read(read, tuple, title="Balas komentar")
        assert found == tuple(map(tuple, unit.execute(statement, {"title": "Balas komentar"})))
        assert [lead for _, lead, _ in found] == [timedelta(hours=2), None, timedelta(hours=2)]
        assert unit.read(read, tuple, title="x") == ()
    with other.reading() as unit:
        assert unit.read(read, tuple, title="Balas komentar") == ()
    other.close()


def test_rows_that_forget_the_account_cannot_be_taken_away() -> None:
    with pytest.raises(UnscopedStatement):
        RowsTake(delete(task_attendees))


def test_rows_are_taken_away_of_the_account_alone(desk: Workspace) -> None:
    for name in ("Ayu", "Bima"):
        add(desk, attendees=(name,))
    take = RowsTake(
        delete(task_attendees).where(
            task_attendees.c.account_id == bindparam(ACCOUNT),
            task_attendees.c.name == bindparam("who"),
        )
    )
    kept = "SELECT name FROM task_attendees"
    other = second_account(desk)
    with other.writing() as unit:
        unit.take(take, who="Ayu")
        unit.commit()
    other.close()
    assert rows(desk.paths.folder, kept) == [("Ayu",), ("Bima",)]
    with desk.writing() as unit:
        unit.take(take, who="Ayu")
        unit.commit()
    assert rows(desk.paths.folder, kept) == [("Bima",)]


def test_a_row_cannot_be_written_for_another_account(desk: Workspace) -> None:
    task = add(desk)
    with desk.writing() as unit:
        unit.insert(NAMES, {"task_uid": task.uid, "name": "Ayu", "account_id": 99})
        unit.commit()
    ((account,),) = rows(desk.paths.folder, "SELECT id FROM accounts")
    found = rows(desk.paths.folder, "SELECT account_id, name FROM task_attendees")
    assert found == [(account, "Ayu")]


@pytest.mark.parametrize("names", [["Ayu", "Bima", "Ayu"], ["Ayu"]])
def test_a_refusal_is_told_as_sqlalchemys_and_tells_no_values(
    desk: Workspace, names: list[str]
) -> None:
    task = add(desk, attendees=("Ayu",))
    with pytest.raises(IntegrityError, match="UNIQUE") as told, desk.writing() as unit:
        unit.insert(NAMES, *({"task_uid": task.uid, "name": name} for name in names))
    assert "INSERT INTO task_attendees" in str(told.value)
    assert "Ayu" not in str(told.value)
    assert rows(desk.paths.folder, "SELECT name FROM task_attendees") == [("Ayu",)]
