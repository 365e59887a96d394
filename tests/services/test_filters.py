"""Saved filters: kept, renamed, put in order, forgotten, and all of it taken back."""

from datetime import timedelta

import pytest

from models.errors import (
    EmptyQuery,
    EmptySummary,
    FilterExists,
    TextTooLong,
    UnknownFilter,
    UnreadableQuery,
)
from models.saved_filter import SavedFilter
from services import filters, tasks, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import OpenDesk, add, second_account


def _names(desk: Workspace) -> list[str]:
    return [saved.name for saved in filters.filters(desk)]


def test_a_filter_is_kept_as_it_was_typed(desk: Workspace, open_desk: OpenDesk) -> None:
    saved = filters.save_filter(desk, " Pekan  ini ", " due:this-week  -#reels ")
    assert (saved.name, saved.query) == ("Pekan ini", "due:this-week -#reels")
    desk.close()
    again = open_desk()
    assert filters.filters(again) == (saved,)
    assert filters.filter_named(again, "PEKAN ini") == saved


@pytest.mark.parametrize(
    ("name", "query", "refusal"),
    [
        (" ", "a", EmptySummary),
        ("x" * 61, "a", TextTooLong),
        ("ada", "a", FilterExists),
        ("ÁDA", "a", FilterExists),
        ("x", " () ", EmptyQuery),
        ("x", "due:entah", UnreadableQuery),
        ("x", "a" * 501, TextTooLong),
    ],
)
def test_what_cannot_be_kept_is_refused(
    desk: Workspace, name: str, query: str, refusal: type[Exception]
) -> None:
    filters.save_filter(desk, "Ada", "#reels")
    with pytest.raises(refusal):
        filters.save_filter(desk, name, query)
    assert _names(desk) == ["Ada"]


def test_names_queries_and_order_change_and_go_back(desk: Workspace) -> None:
    made: list[SavedFilter] = []
    for name in ("satu", "dua", "tiga"):
        desk.clock = FixedClock(desk.now() + timedelta(minutes=1))
        made.append(filters.save_filter(desk, name, "p1"))
    one, two, three = made
    filters.change_filter(desk, one.uid, name="Satu!")
    filters.change_filter(desk, two.uid, query="p2")
    filters.reorder_filters(desk, [three.uid, one.uid, two.uid])
    assert _names(desk) == ["tiga", "Satu!", "dua"]
    assert _names(desk)[-1:] == ["dua"]
    filters.save_filter(desk, "empat", "p4")
    assert _names(desk)[-1] == "empat"
    for action in ("filter.save", "filter.reorder", "filter.edit", "filter.edit"):
        assert undo.undo(desk).action == action
    assert [(saved.name, saved.query) for saved in filters.filters(desk)] == [
        ("satu", "p1"),
        ("dua", "p1"),
        ("tiga", "p1"),
    ]


def test_a_name_may_stay_as_it_is(desk: Workspace) -> None:
    saved = filters.save_filter(desk, "satu", "p1")
    assert filters.change_filter(desk, saved.uid, name="Satu").name == "Satu"


def test_a_forgotten_filter_comes_back_whole(desk: Workspace) -> None:
    saved = filters.save_filter(desk, "satu", "#reels")
    filters.delete_filter(desk, saved.uid)
    assert filters.filters(desk) == ()
    undone = undo.undo(desk)
    assert (undone.action, undone.tasks, undone.summary) == ("filter.delete", (), "satu")
    (back,) = filters.filters(desk)
    assert (back.uid, back.name, back.query, back.position) == (
        saved.uid,
        saved.name,
        saved.query,
        saved.position,
    )
    assert back.created == saved.created


def test_undo_takes_filters_and_tasks_in_their_order(desk: Workspace) -> None:
    task = add(desk)
    filters.save_filter(desk, "satu", "#reels")
    tasks.complete(desk, task.uid)
    assert [undo.undo(desk).action for _ in range(3)] == ["complete", "filter.save", "capture"]
    assert filters.filters(desk) == ()


def test_who_listens_hears_of_it(desk: Workspace) -> None:
    heard: list[Changed] = []
    desk.changes.subscribe(heard.append)
    filters.save_filter(desk, "satu", "#reels")
    assert [(each.action, each.has_settings, each.tasks) for each in heard] == [
        ("filter.save", True, frozenset())
    ]


def test_an_account_has_filters_of_its_own(desk: Workspace) -> None:
    saved = filters.save_filter(desk, "satu", "#reels")
    other = second_account(desk)
    assert filters.filters(other) == ()
    with pytest.raises(UnknownFilter):
        filters.delete_filter(other, saved.uid)
    filters.save_filter(other, "satu", "#lain")
    assert [each.query for each in filters.filters(desk)] == ["#reels"]
    other.close()


def test_what_is_not_there_is_refused(desk: Workspace) -> None:
    with pytest.raises(UnknownFilter):
        filters.change_filter(desk, "nobody's", name="x")
    with pytest.raises(UnknownFilter):
        filters.reorder_filters(desk, ["nobody's"])
    with pytest.raises(UnknownFilter):
        filters.filter_named(desk, "tidak ada")


def test_each_filter_is_counted(desk: Workspace):
    add(desk, "Naskah")
    tasks.complete(desk, add(desk, "Naskah lama").uid)
    filters.save_filter(desk, "Naskah", "naskah")
    filters.save_filter(desk, "Selesai", "naskah is:done")
    assert [each.count for each in filters.counted(desk)] == [1, 1]


def test_name_and_query_change_as_one_step(desk: Workspace):
    saved = filters.save_filter(desk, "Satu", "p1")
    filters.change_filter(desk, saved.uid, name="Dua", query="p2")
    undo.undo(desk)
    (back,) = filters.filters(desk)
    assert (back.name, back.query) == ("Satu", "p1")
