"""Searches, against the same question asked of every task in turn."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleValue, Refusal, UnreadableQuery
from models.query import parse
from models.query.tree import (
    Part,
    State,
)
from models.storage import sqlite_search
from models.task import Status, TaskFields
from services import goals, tasks, undo
from services.search import COUNT_LIMIT, PAGE_SIZE, every_filtered, filtered, search
from services.workspace import Workspace
from tests.rig.desk import TODAY, OpenDesk, ScratchDesk, add, at, rows, second_account
from tests.services.every_task import Everything


def _titles(desk: Workspace, text: str) -> list[str]:
    return [line.summary for line in search(desk, text).lines]


@pytest.fixture
def plan(desk: Workspace) -> Workspace:
    """A task with a step that has a step, and two beside it."""
    goal = goals.create_goal(desk, {"name": "Konten Desember"}).uid
    reels = add(
        desk,
        "Réels pagi",
        goal=goal,
        categories=("reels", "IG"),
        attendees=("Raka",),
        due=at(TODAY, "16:00"),
        lead=timedelta(hours=2),
    )
    script = add(desk, "Tulis naskah", parent=reels.uid, description="Adegan\n  pertama")
    add(desk, "Adegan dua", parent=script.uid)
    add(desk, "Beli lampu", priority=1, due=at(TODAY - timedelta(days=1)))
    tasks.complete(desk, add(desk, "Kirim brief reels").uid)
    return desk


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("reels", ["Réels pagi", "Kirim brief reels"]),
        ("REELS pagi", ["Réels pagi"]),
        ("naskah", ["Tulis naskah", "Réels pagi"]),
        ("reels naskah", ["Réels pagi"]),
        ('"adegan pertama"', ["Tulis naskah"]),
        ("adegan", ["Adegan dua", "Réels pagi", "Tulis naskah"]),
        ("ig", ["Réels pagi"]),
        ("#ig", ["Réels pagi"]),
        ("#i", []),
        ("#re*", ["Réels pagi"]),
        ('goal:"konten desember"', ["Réels pagi", "Tulis naskah", "Adegan dua"]),
        ("with:raka", ["Réels pagi"]),
        ("due:today", ["Réels pagi"]),
        ("tenggat:kemarin or #reels", ["Beli lampu", "Réels pagi"]),
        ("missed", ["Beli lampu"]),
        ("is:pinned", []),
        ("pagi -is:pinned", ["Réels pagi"]),
        ("p1", ["Beli lampu"]),
        ("lead>1h", ["Réels pagi"]),
        ("is:done", ["Kirim brief reels"]),
        ("reels -is:done", ["Réels pagi"]),
        ("has:steps -is:step", ["Réels pagi"]),
        ("tanpa:tanggal is:open -is:step", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_what_is_asked_for_is_found_in_its_order(
    plan: Workspace, text: str, titles: list[str]
) -> None:
    assert _titles(plan, text) == titles


def test_a_text_that_asks_nothing_finds_nothing(plan: Workspace) -> None:
    assert search(plan, " ()").lines == ()


def test_the_trash_is_left_alone_unless_it_is_asked_for(plan: Workspace) -> None:
    (script,) = search(plan, "tulis is:step").lines
    tasks.delete(plan, script.uid)
    assert _titles(plan, "naskah") == []
    assert _titles(plan, "adegan") == []
    assert _titles(plan, "naskah is:trashed") == ["Tulis naskah"]
    undo.undo(plan)
    assert _titles(plan, "naskah") == ["Tulis naskah", "Réels pagi"]


def test_steps_are_found_where_they_are_now(plan: Workspace) -> None:
    (script,), (lamp,) = search(plan, "tulis is:step").lines, search(plan, "lampu").lines
    tasks.edit(plan, script.uid, {"parent": lamp.uid})
    assert _titles(plan, "dua") == ["Adegan dua", "Beli lampu", "Tulis naskah"]
    tasks.edit(plan, script.uid, {"parent": None, "summary": "Tulis skenario"})
    assert _titles(plan, "skenario or naskah") == ["Tulis skenario"]
    assert _titles(plan, "lampu dua") == []


def test_a_filter_shows_open_tasks_unless_it_says_otherwise(plan: Workspace) -> None:
    assert [line.summary for line in filtered(plan, "reels").lines] == ["Réels pagi"]
    done = filtered(plan, "reels is:done").lines
    assert [line.summary for line in done] == ["Kirim brief reels"]


def test_pages_follow_each_other(desk: Workspace) -> None:
    fields = [TaskFields(summary=f"tugas {n % 7}") for n in range(130)]
    for n, each in enumerate(fields):
        if n % 3:
            each["due"] = at(TODAY)
    made = tasks.capture_many(desk, fields)
    first = search(desk, "tugas or #x")
    assert (len(first.lines), first.count) == (PAGE_SIZE, 130)
    seen, cursor = [line.uid for line in first.lines], first.cursor
    while cursor is not None:
        page = search(desk, "tugas or #x", after=cursor)
        seen += [line.uid for line in page.lines]
        cursor = page.cursor
    assert sorted(seen) == sorted(task.uid for task in made)
    assert [line.uid for line in every_filtered(desk, "tugas or #x")] == seen
    with pytest.raises(ImpossibleValue):
        search(desk, "tugas", after="1/2")


def test_the_count_stops_where_nobody_reads_it(desk: Workspace) -> None:
    tasks.capture_many(desk, [{"summary": f"banyak {n}"} for n in range(COUNT_LIMIT + 20)])
    assert search(desk, "banyak").count == COUNT_LIMIT
    assert len(search(desk, "banyak", limit=9999).lines) == COUNT_LIMIT
    assert len(every_filtered(desk, "banyak")) == COUNT_LIMIT + 20


def test_another_account_finds_nothing_of_this_one(plan: Workspace) -> None:
    other = second_account(plan)
    for text in ("reels", "re", "-x", "#ig", 'goal:"konten desember"', "with:raka", "p1 or x"):
        assert search(other, text).lines == ()
    add(other, "Réels lain")
    assert _titles(other, "reels") == ["Réels lain"]
    assert "Réels lain" not in _titles(plan, "reels")
    other.close()


_WORDS = ("reels", "Réels", "naskah", "ab", "a", "キャット", "100%", 'x"y', "it's", "🎬", "ß")
_MOMENTS = st.none() | st.builds(
    lambda days, clock: at(TODAY + timedelta(days=days), clock),
    st.integers(-9, 9),
    st.sampled_from([None, "00:00", "09:00", "23:59"]),
)
_SPANS = st.sampled_from([None, timedelta(0), timedelta(minutes=90), timedelta(hours=2)])
_FIELDS = st.fixed_dictionaries(
    {
        "summary": st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join),
        "description": st.sampled_from(["", "catatan reels", "dua\nbaris"]),
        "status": st.sampled_from(list(Status)),
        "priority": st.integers(0, 9),
        "due": _MOMENTS,
        "dtstart": _MOMENTS,
        "lead": _SPANS,
        "estimate": _SPANS,
        "categories": st.sampled_from([(), ("reels",), ("réels", "ab"), ("x y",)]),
        "attendees": st.sampled_from([(), ("Raka",), ("Réka", "Sinta")]),
        "pinned": st.booleans(),
        "rrule": st.sampled_from([None, "FREQ=DAILY"]),
        "url": st.sampled_from([None, "https://docheck.id"]),
    }
)
_LEAVES = st.sampled_from(
    [
        *(f'"{word.replace(chr(34), chr(34) * 2)}"' for word in _WORDS),
        '"dua baris"',
        *(
            f"{name}:{name_of}"
            for name in ("due", "start", "ready")
            for name_of in (
                "today",
                "<today",
                "<=besok",
                ">kemarin",
                ">=2026-11-20",
                "this-week",
                "bulan-ini",
            )
        ),
        *("completed:today", "dibuat:today", "created:<today"),
        *(
            f"{name}{sign}90m"
            for name in ("lead", "estimate")
            for sign in ("<", "<=", ":", ">", ">=")
        ),
        *("#reels", "#ab", '#"x y"', "goal:Satu", "goal:dua", "with:raka", "orang:reka"),
        *("p1", "p2", "p3", "p4"),
        *(f"is:{state}" for state in State),
        *(f"{has}:{part}" for has in ("has", "no") for part in Part),
    ]
)
_QUERIES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.builds("-({})".format, inner)
        | st.builds("{} {}".format, inner, inner)
        | st.builds("({} or {})".format, inner, inner)
        | st.builds("({} {})".format, inner, inner)
    ),
    max_leaves=5,
)


@settings(max_examples=60)
@given(
    made=st.lists(st.tuples(_FIELDS, st.integers(0, 9), st.integers(0, 2)), max_size=7),
    gone=st.lists(st.integers(0, 9), max_size=2),
    texts=st.lists(_QUERIES, min_size=1, max_size=12),
)
def test_a_search_finds_what_asking_every_task_finds(
    scratch: ScratchDesk,
    made: list[tuple[TaskFields, int, int]],
    gone: list[int],
    texts: list[str],
) -> None:
    with scratch() as desk:
        names = [None, *(goals.create_goal(desk, {"name": name}).uid for name in ("Satu", "Dua"))]
        uids: list[str] = []
        for fields, parent, goal in made:
            under = uids[parent] if parent < len(uids) else None
            uids.append(tasks.capture(desk, {**fields, "parent": under, "goal": names[goal]}).uid)
        for number in gone:
            if number < len(uids):
                tasks.delete(desk, uids[number])
        everything = Everything.of(desk)
        for text in texts:
            found = search(desk, text)
            assert {line.uid for line in found.lines} == everything.found(parse(text)), text
            assert found.count == len(found.lines)


@given(text=st.text(max_size=60) | st.text('"()-*:^{}+ \x00ab', max_size=40))
def test_no_text_breaks_a_search(scratch: ScratchDesk, text: str) -> None:
    with scratch() as desk:
        add(desk, "apa saja")
        for ask in (text, f'"{text}"', f"#{text}", f"saja or -{text}", f"goal:{text}"):
            try:
                search(desk, ask)
            except Refusal:
                continue


def test_a_refused_query_tells_its_place(desk: Workspace) -> None:
    with pytest.raises(UnreadableQuery) as caught:
        search(desk, "reels due:entah")
    assert caught.value.position == 6


def test_without_the_index_the_same_is_found(
    plan: Workspace, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("reels", "reels naskah", "#ig", "adegan -is:step", "-naskah", "ig or lampu")
    with_index = {text: _titles(plan, text) for text in asked}
    folder = plan.paths.folder
    plan.close()
    monkeypatch.setattr(sqlite_search, "is_supported", lambda: False)
    without = open_desk()
    assert {text: _titles(without, text) for text in asked} == with_index
    add(without, "Naskah baru")
    assert _titles(without, "baru") == ["Naskah baru"]
    without.close()
    monkeypatch.undo()
    again = open_desk()
    assert _titles(again, "naskah baru") == ["Naskah baru"]
    matched = "SELECT count(*) FROM task_search WHERE task_search MATCH ?"
    assert rows(folder, matched, '"naskah"') == [(3,)]
