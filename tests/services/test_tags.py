"""Tags: counted, renamed, merged, taken off, and all of it taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.errors import EmptySummary, TextTooLong, UnknownTag
from models.series import Scope
from models.tag import TagCount
from services import search, series, tags, tasks, undo
from services.changes import Changed
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, plain, rows, second_account


@pytest.fixture
def uids(desk: Workspace) -> tuple[str, str, str]:
    """An open task, a done one and one in the trash, all with the tag "konten"."""
    opened = add(desk, categories=("konten", "pagi")).uid
    done = add(desk, categories=("konten",)).uid
    trashed = add(desk, categories=("konten", "reels")).uid
    tasks.complete(desk, done)
    tasks.delete(desk, trashed)
    return opened, done, trashed


def _tags_of(desk: Workspace, *uids: str) -> list[tuple[str, ...]]:
    return [tasks.task(desk, uid).categories for uid in uids]


@pytest.mark.usefixtures("uids")
def test_tags_are_counted_without_the_trash(desk: Workspace) -> None:
    assert tags.tags(desk) == (TagCount("konten", 1, 2), TagCount("pagi", 1, 1))


def test_the_alphabet_looks_past_letter_case(desk: Workspace) -> None:
    add(desk, categories=("b", "C", "a", "Ä"))
    assert [tag.name for tag in tags.tags(desk)] == ["a", "b", "C", "Ä"]


def test_spellings_of_a_tag_count_together_and_a_task_once(desk: Workspace) -> None:
    add(desk, categories=("Reels",))
    add(desk, categories=("reels",))
    tasks.complete(desk, add(desk, categories=("Reels", "reels")).uid)
    add(desk, categories=("Reels",))
    assert tags.tags(desk) == (TagCount("Reels", 3, 4),)


def test_without_tags_there_are_none(desk: Workspace) -> None:
    add(desk)
    assert tags.tags(desk) == ()


def test_a_tag_is_renamed_on_done_and_trashed_tasks_too(
    desk: Workspace, uids: tuple[str, str, str]
) -> None:
    assert tags.rename_tag(desk, " #KONTEN ", " #Video  pendek ") == 3
    assert _tags_of(desk, *uids) == [
        ("Video pendek", "pagi"),
        ("Video pendek",),
        ("Video pendek", "reels"),
    ]


def test_a_search_finds_the_new_name_and_not_the_old(
    desk: Workspace, uids: tuple[str, str, str]
) -> None:
    tags.rename_tag(desk, "konten", "video")
    assert {line.uid for line in search.search(desk, "#video").lines} == set(uids[:2])
    assert search.search(desk, "#konten").lines == ()


def test_renaming_to_a_name_that_is_there_merges(
    desk: Workspace, uids: tuple[str, str, str]
) -> None:
    assert tags.rename_tag(desk, "konten", "REELS") == 3
    assert _tags_of(desk, *uids) == [("pagi", "reels"), ("reels",), ("reels",)]


def test_a_merge_takes_the_spelling_that_is_asked_for_where_there_are_two(
    desk: Workspace,
) -> None:
    for names in (("Reels",), ("Reels",), ("reels",)):
        add(desk, categories=names)
    one, other = add(desk, categories=("a",)).uid, add(desk, categories=("b",)).uid
    tags.rename_tag(desk, "a", "reels")
    tags.rename_tag(desk, "b", "rEELS")
    assert _tags_of(desk, one, other) == [("reels",), ("Reels",)]


def test_letter_case_alone_is_changed_on_every_spelling(desk: Workspace) -> None:
    uids = [add(desk, categories=names).uid for names in (("reels",), ("REELS", "reels"))]
    kept = add(desk, categories=("Reels",)).uid
    assert tags.rename_tag(desk, "reels", "Reels") == 2
    assert _tags_of(desk, *uids, kept) == [("Reels",)] * 3
    assert tags.rename_tag(desk, "reels", "Reels") == 0
    assert undo.undo(desk).action == "tag.rename"
    assert _tags_of(desk, *uids) == [("reels",), ("REELS", "reels")]


def test_a_tag_is_taken_off_every_task(desk: Workspace, uids: tuple[str, str, str]) -> None:
    assert tags.delete_tag(desk, "Konten") == 3
    assert _tags_of(desk, *uids) == [("pagi",), (), ("reels",)]


@pytest.mark.parametrize(
    ("change", "action"),
    [
        (lambda desk: tags.rename_tag(desk, "konten", "reels"), "tag.rename"),
        (lambda desk: tags.delete_tag(desk, "konten"), "tag.delete"),
    ],
)
def test_all_of_it_is_one_step_back_and_forth(
    desk: Workspace,
    uids: tuple[str, str, str],
    change: Callable[[Workspace], int],
    action: str,
) -> None:
    before = [plain(tasks.task(desk, uid)) for uid in uids]
    heard: list[Changed] = []
    desk.changes.subscribe(heard.append)
    change(desk)
    assert [(each.action, each.tasks) for each in heard] == [(action, frozenset(uids))]
    assert [tasks.history(desk, uid)[0].action for uid in uids] == [action] * 3
    after = [plain(tasks.task(desk, uid)) for uid in uids]
    undone = undo.undo(desk)
    assert (undone.action, set(undone.tasks)) == (action, set(uids))
    assert [plain(tasks.task(desk, uid)) for uid in uids] == before
    undo.redo(desk)
    assert [plain(tasks.task(desk, uid)) for uid in uids] == after


def test_the_next_occurrence_has_the_new_name_too(desk: Workspace) -> None:
    first = add(desk, due=at(TODAY), rrule="FREQ=DAILY", categories=("konten",))
    series.edit_series(desk, first.uid, {"categories": ("sekali",)}, Scope.THIS)
    assert tags.rename_tag(desk, "konten", "video") == 1
    tasks.complete(desk, first.uid)
    following = series.open_occurrence(desk, first.uid)
    assert following is not None
    assert following.categories == ("video",)
    assert _tags_of(desk, first.uid) == [("sekali",)]


def test_tags_of_other_accounts_are_theirs(desk: Workspace, uids: tuple[str, str, str]) -> None:
    other = second_account(desk)
    theirs = add(other, categories=("konten", "rahasia"))
    tags.rename_tag(desk, "konten", "video")
    tags.delete_tag(desk, "pagi")
    assert tasks.task(other, theirs.uid) == theirs
    assert [tag.name for tag in tags.tags(other)] == ["konten", "rahasia"]
    with pytest.raises(UnknownTag):
        tags.delete_tag(desk, "rahasia")
    other.close()


@pytest.mark.parametrize(
    ("name", "new_name", "refusal"),
    [
        ("entah", "x", UnknownTag),
        ("", "x", UnknownTag),
        ("kont", "x", UnknownTag),
        ("konten", "", EmptySummary),
        ("konten", " #\u200b ", EmptySummary),
        ("konten", "x" * 121, TextTooLong),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(
    desk: Workspace,
    uids: tuple[str, str, str],
    name: str,
    new_name: str,
    refusal: type[Exception],
) -> None:
    before = _tags_of(desk, *uids)
    count = "SELECT count(*) FROM history"
    entries = rows(desk.paths.folder, count)
    with pytest.raises(refusal):
        tags.rename_tag(desk, name, new_name)
    if refusal is UnknownTag:
        with pytest.raises(UnknownTag):
            tags.delete_tag(desk, name)
    assert _tags_of(desk, *uids) == before
    assert rows(desk.paths.folder, count) == entries
