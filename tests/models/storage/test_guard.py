"""A statement that forgets the account, or might, does not reach the database."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import (
    Delete,
    Executable,
    Insert,
    Select,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    union_all,
    update,
)

from models.query.meaning import AllOf, AnyOf, Condition, Meaning, NoneOf
from models.storage import (
    derived_instants,
    filter_rows,
    goal_rows,
    history_rows,
    ledger_rows,
    line_counts,
    lines,
    part_rows,
    people_rows,
    proposal_rows,
    reminder_rows,
    search_rows,
    setting_rows,
    tag_rows,
    task_rows,
    time_rows,
    word_rows,
)
from models.storage.guard import ACCOUNT, UnscopedStatement, require_account
from models.storage.search_tests import TESTS
from models.storage.tables import goals, tasks
from services.workspace import Workspace
from tests.rig.desk import NOW, add

MINE = tasks.c.account_id == bindparam(ACCOUNT)
OTHER = tasks.alias("other")

FORGETFUL: dict[str, Executable] = {
    "no condition": select(tasks),
    "either or": select(tasks).where(or_(MINE, tasks.c.uid == "x")),
    "not": select(tasks).where(~MINE),
    "a number instead of the account": select(tasks).where(tasks.c.account_id == 1),
    "a subquery of another table": select(tasks).where(
        MINE, tasks.c.goal_uid.in_(select(goals.c.uid))
    ),
    "a subquery of the same table": select(tasks.c.uid).where(
        MINE, tasks.c.uid.in_(select(tasks.c.uid))
    ),
    "a subquery of an alias": select(tasks).where(MINE, tasks.c.uid.in_(select(OTHER.c.uid))),
    "a join by uid alone": select(tasks, goals)
    .select_from(tasks.outerjoin(goals, goals.c.uid == tasks.c.goal_uid))
    .where(MINE),
    "only in an outer join's condition": select(tasks, goals).select_from(
        tasks.outerjoin(goals, and_(goals.c.account_id == tasks.c.account_id, MINE))
    ),
    "every pair": select(tasks, goals).where(MINE),
    "a union": union_all(select(tasks.c.uid), select(goals.c.uid)),
    "a count inside": select(select(func.count()).select_from(tasks).scalar_subquery()),
    "a table inside": select(select(tasks.c.uid).subquery()),
    "update": update(tasks).values(summary="x"),
    "delete": delete(tasks).where(tasks.c.uid == "x"),
    "moved to another account": update(tasks).where(MINE).values(account_id=2),
    "written for another account": insert(tasks).values(uid="x", account_id=2),
    "several for another account": insert(tasks).values([{"uid": "x", "account_id": 2}]),
    "copied rows": insert(tasks).from_select(["uid"], select(tasks.c.uid).where(MINE)),
    "plain text": text("SELECT * FROM tasks"),
}


@pytest.mark.parametrize("name", FORGETFUL)
def test_a_statement_that_forgets_the_account_is_refused(name: str) -> None:
    with pytest.raises(UnscopedStatement):
        require_account(FORGETFUL[name])


def test_a_refused_statement_changes_nothing(desk: Workspace) -> None:
    task = add(desk)
    with desk.writing() as unit, pytest.raises(UnscopedStatement):
        unit.execute(delete(tasks))
    with desk.reading() as unit:
        assert task_rows.read(unit, task.uid) == task


def _statements(value: Any) -> list[Executable]:
    if isinstance(value, Select | Insert | Update | Delete):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return (
        [found for part in parts for found in _statements(part)]
        if isinstance(value, dict | tuple)
        else []
    )


#: Beginnings of statements that get their condition where they are finished.
UNFINISHED = {"_LINES", "_COUNTED"}
READS = {(task_rows, "_READ"), (time_rows, "_READ")}


@pytest.mark.parametrize(
    "module",
    [
        derived_instants,
        filter_rows,
        goal_rows,
        history_rows,
        ledger_rows,
        line_counts,
        lines,
        part_rows,
        people_rows,
        proposal_rows,
        reminder_rows,
        setting_rows,
        tag_rows,
        task_rows,
        time_rows,
        word_rows,
    ],
)
def test_every_statement_of_ours_names_the_account(module: Any) -> None:
    made = [
        statement
        for name, value in vars(module).items()
        if name not in UNFINISHED and (module, name) not in READS
        for statement in _statements(value)
    ]
    assert made
    for statement in made:
        require_account(statement)


@pytest.mark.parametrize("kind", TESTS)
@pytest.mark.parametrize("connect", [AllOf, AnyOf, None])
def test_every_search_names_the_account(
    desk: Workspace, kind: str, connect: type[AllOf] | type[AnyOf] | None
) -> None:
    taken = iter(range(9))
    TESTS[kind](lambda: f"value{next(taken)}")
    number = next(taken)
    values = (
        (NOW, NOW)[:number]
        if "." in kind
        else ((),)
        if kind in ("goal", "with")
        else ((timedelta(1),) if kind[-1] in "<=>" else ("1",) if kind != "match" else ('"abc"',))
        if number
        else ()
    )
    test = Condition(kind, values)
    meaning: Meaning = connect((test, NoneOf(test))) if connect else test
    with desk.reading() as unit:
        assert search_rows.page(unit, meaning, with_trash=True, after=None, limit=5) == []
        assert search_rows.count(unit, meaning, with_trash=False, limit=5) == 0
