"""What sqlite3 itself is asked to do is what the services have it do: no less and no more."""

import re
from contextlib import closing
from pathlib import Path

from benchmarks.data_folder import Populations, open_population
from benchmarks.population import population
from benchmarks.raw import added_fields, addition, raw_connection, write
from models.storage import sqlite
from services import tasks
from services.paths import Paths
from tests.rig.desk import every_connection, rows

SIZE = 20
_CHANCE = re.compile(r"[0-9a-f-]{36}|m0[0-9a-z]{15}")


def _statements(sent: list[str]) -> list[str]:
    """The writing statements with their values, but for what was left to chance.

    The columns may stand in any order.
    """
    told: list[str] = []
    for statement in sent:
        if match := re.fullmatch(
            r"INSERT INTO (\w+) \((.+?)\) VALUES \((.+)\)", statement, re.DOTALL
        ):
            table, names, values = match.groups()
            cells = zip(
                [name.strip('"') for name in names.split(", ")],
                _CHANCE.sub("*", re.sub(r"'(?:[^']|'')*'", _without_commas, values)).split(", "),
                strict=True,
            )
            told.append(f"{table}: {sorted(cells)}")
        else:
            told.append(statement)
    return told


def _writes(sent: list[str]) -> list[str]:
    """What is sent to write; what triggers and the index do for it is marked ``--``."""
    return [each for each in sent if not each.startswith(("PRAGMA", "SELECT"))]


def _without_commas(text: re.Match[str]) -> str:
    return text[0].replace(", ", ";")


def test_adding_a_task_sends_the_same_writes(tmp_path: Path) -> None:
    populations = Populations(tmp_path)
    goal = population(SIZE).goals[0].uid
    ours: list[str] = []
    desk = open_population(populations.copy(SIZE, "ours"))
    with closing(desk):
        every_connection(desk, lambda connection: connection.set_trace_callback(ours.append))
        tasks.capture(desk, added_fields(7, goal))
    folder = populations.copy(SIZE, "raw")
    ((account,),) = rows(folder, "SELECT id FROM accounts")
    theirs: list[str] = []
    with raw_connection(folder) as connection:
        connection.set_trace_callback(theirs.append)
        write(connection, addition(account, 7, goal))
    ours, theirs = _writes(ours), _writes(theirs)
    assert _statements(ours) == _statements(theirs)
    # SQLite tells a statement again for each one that a trigger of it begins.
    assert len({each for each in theirs if each.startswith("INSERT")}) == 7
    assert sqlite.problems(Paths(folder).database) == ()


def test_the_connection_is_as_the_one_that_writes(tmp_path: Path) -> None:
    folder = Populations(tmp_path).shared(SIZE)
    desk = open_population(folder)
    names = (
        "foreign_keys",
        "synchronous",
        "journal_mode",
        "wal_autocheckpoint",
        "cache_size",
        "mmap_size",
        "temp_store",
        "page_size",
    )
    with closing(desk), raw_connection(folder) as connection:
        ours = desk._store._writer._connection().connection.cursor()
        for name in names:
            of_ours = ours.execute(f"PRAGMA {name}").fetchone()
            assert of_ours == connection.execute(f"PRAGMA {name}").fetchone(), name
