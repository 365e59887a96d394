"""The words of tasks and their index: filled from what there is, kept in step, made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.folding import folded
from models.storage import migrations, sqlite, sqlite_search
from models.storage.word_rows import tags_text
from services import tasks, undo
from services.paths import Paths
from services.search import search
from services.workspace import Workspace
from tests.rig.desk import OpenDesk, ScratchDesk, add, rows, second_account

WORDS = "SELECT task_uid, summary, description, categories, steps FROM task_words ORDER BY task_uid"
_TASK = (
    "INSERT INTO tasks (account_id, uid, summary, description, status, shelf, priority,"
    " repeat_from, percent_complete, parent_uid, position, pinned, created, last_modified,"
    " sequence, deleted) VALUES (1, ?, ?, ?, 'NEEDS-ACTION', ?, 0, 'due', 0, ?, ?, 0, 0, 0, 0, ?)"
)


def _in_step(folder: Path) -> None:
    """The index holds what the words are, letter by letter."""
    with closing(sqlite3.connect(Paths(folder).database, isolation_level=None)) as connection:
        connection.execute(
            f"INSERT INTO {sqlite_search.INDEX}({sqlite_search.INDEX}, rank)"
            " VALUES ('integrity-check', 1)"
        )


def test_a_file_of_the_first_schema_is_searched_after_its_migration(
    tmp_path: Path, open_desk: OpenDesk
) -> None:
    folder = tmp_path / "old"
    database = Paths(folder).database
    folder.mkdir()
    sqlite.make_ready(database)
    migrations.upgrade(database, "0001")
    rows(folder, "INSERT INTO accounts VALUES (1, 'local', '', 'local', 0)")
    for task in (
        ("a", "Réels pagi", "Catatan\n panjang", 0, None, "1", None),
        ("b", "Naskah", "", 0, "a", "1", None),
        ("c", "Adegan", "", 0, "b", "1", None),
        ("d", "Dibuang", "", 2, "a", "2", 1),
    ):
        rows(folder, _TASK, *task)
    rows(folder, "INSERT INTO task_categories VALUES (1, 'a', 'IG'), (1, 'a', 'réels')")
    desk = open_desk(where=folder)
    assert rows(folder, WORDS) == [
        ("a", "reels pagi", "catatan panjang", "\nig\n\nreels\n", "naskah\nadegan"),
        ("b", "naskah", "", "", "adegan"),
        ("c", "adegan", "", "", ""),
        ("d", "dibuang", "", "", ""),
    ]
    assert [line.uid for line in search(desk, "reels adegan").lines] == ["a"]
    _in_step(folder)
    assert sqlite.problems(database) == ()
    add(desk, "Sesudahnya")
    assert len(search(desk, "sesudahnya").lines) == 1


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_whatever_is_done_the_words_are_those_of_the_tasks(
    scratch: ScratchDesk, doings: list[tuple[int, int, int]]
) -> None:
    with scratch() as desk:
        uids = [add(desk, "mula").uid]
        for kind, one, other in doings:
            uid, parent = uids[one % len(uids)], uids[other % len(uids)]
            match kind:
                case 0:
                    uids.append(add(desk, f"tugas {one}", parent=parent).uid)
                case 1:
                    tasks.edit(desk, uid, {"summary": f"ganti {other}", "categories": ("x",)})
                case 2 if parent not in _below(desk, uid):
                    tasks.edit(desk, uid, {"parent": parent})
                case 3:
                    tasks.delete(desk, uid)
                case 4:
                    tasks.restore(desk, uid)
                case 5:
                    tasks.edit(desk, uid, {"parent": None})
                case _:
                    undo.undo(desk)
                    kept = {each for (each,) in rows(desk.paths.folder, "SELECT uid FROM tasks")}
                    uids = [each for each in uids if each in kept] or [add(desk, "baru").uid]
        assert rows(desk.paths.folder, WORDS) == _expected(desk)
        _in_step(desk.paths.folder)


def _below(desk: Workspace, uid: str) -> set[str]:
    below = {uid}
    for step in tasks.steps(desk, uid):
        below |= _below(desk, step.uid)
    trashed = rows(desk.paths.folder, "SELECT uid FROM tasks WHERE parent_uid=?", uid)
    for (each,) in trashed:
        below |= {each} if each in below else _below(desk, each)
    return below


def _expected(desk: Workspace) -> list[tuple[str, str, str, str, str]]:
    uids = [uid for (uid,) in rows(desk.paths.folder, "SELECT uid FROM tasks ORDER BY uid")]
    return [
        (
            uid,
            folded(task.summary),
            folded(task.description),
            tags_text(task.categories),
            _steps(desk, uid),
        )
        for uid in uids
        for task in (tasks.task(desk, uid),)
    ]


def _steps(desk: Workspace, uid: str) -> str:
    texts: list[str] = []
    for step in tasks.steps(desk, uid):
        texts += [folded(step.summary), _steps(desk, step.uid)]
    return "\n".join(text for text in texts if text)


def test_words_go_with_their_task(desk: Workspace) -> None:
    add(desk, "sementara")
    undo.undo(desk)
    assert rows(desk.paths.folder, WORDS) == []
    _in_step(desk.paths.folder)


def test_each_account_has_words_of_its_own(desk: Workspace) -> None:
    other = second_account(desk)
    add(desk, "milik satu")
    add(other, "milik dua")
    owners = "SELECT account_id, summary FROM task_words ORDER BY account_id"
    assert [summary for _, summary in rows(desk.paths.folder, owners)] == [
        "milik satu",
        "milik dua",
    ]
    other.close()


@pytest.mark.parametrize("tail", ['"', '""', "*", "^", ":", "NEAR(a b)", "- +", "'", "{x}", "\n"])
def test_every_character_is_matched_as_it_is(tmp_path: Path, tail: str) -> None:
    text = f"abc{tail}"
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(summary, tokenize='trigram')")
        connection.execute("INSERT INTO t VALUES (?), ('abd')", [text])
        found = connection.execute("SELECT * FROM t WHERE t MATCH ?", [sqlite_search.quoted(text)])
        assert found.fetchall() == [(text,)]
