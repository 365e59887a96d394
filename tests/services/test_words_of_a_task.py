"""Titles, notes, names and links in any script, and how long they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import EmptySummary, SummaryTooLong, TextTooLong
from models.task import DESCRIPTION_LIMIT, NAME_LIMIT, SUMMARY_LIMIT, URL_LIMIT
from services import tasks
from services.fields import checked_summary, clean_line, clean_text, is_visible
from services.workspace import Workspace
from tests.rig.desk import add

TITLES = [
    "Balas komentar",
    "👩‍👩‍👧‍👦 keluarga 🇮🇩 👍🏽",
    "שלום עולם",
    "مرحبا \u200fبالعالم\u200e",
    "zero\u200bwidth\u2060joiner",
    "नमस्ते",
    "漢字かな交じり文",
    "e\u0301 and é",
    "%_'\";--\\",
    "\U0010fffd",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_any_script_is_kept_exactly(desk: Workspace, title: str) -> None:
    task = add(desk, title, description=title, categories=(title,), attendees=(title,))
    again = tasks.task(desk, task.uid)
    assert (again.summary, again.description) == (title, title)
    assert again.categories == (title,)
    assert tasks.line(desk, task.uid).attendees == (title,)


def test_control_characters_become_spaces_in_a_title_and_go_from_a_note(desk: Workspace) -> None:
    task = add(desk, " a\0b\tc\r\nd\x1be\u2028f\x85g ", description="a\0b\r\nc\td\x07e\r")
    assert task.summary == "a b c d e f g"
    assert task.description == "ab\nc\tde\n"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])),
    st.characters(categories=["Cc", "Zl", "Zp"]),
)
def test_a_line_is_cleaned_alike_with_and_without_control_characters(text: str, other: str) -> None:
    assert clean_line(text) == " ".join(text.split())
    assert clean_line(f"{text}{other}") == clean_line(text)


def test_lone_surrogates_do_not_reach_the_file(desk: Workspace) -> None:
    task = add(desk, "a\ud800b", description="\udc80", categories=("\udfff",), url="x.id/\ud800")
    assert tasks.task(desk, task.uid) == task
    assert (task.summary, task.description, task.categories) == ("a?b", "?", ("?",))


@pytest.mark.parametrize("title", ["", " ", "\t\n", "\u200b", "\u200f\u200e", "\u00a0\u3000", "\0"])
def test_a_title_without_anything_to_see_is_refused(desk: Workspace, title: str) -> None:
    with pytest.raises(EmptySummary):
        add(desk, title)
    task = add(desk)
    with pytest.raises(EmptySummary):
        tasks.edit(desk, task.uid, {"summary": title})
    assert tasks.task(desk, task.uid) == task


def test_a_title_may_be_as_long_as_the_limit_and_no_longer(desk: Workspace) -> None:
    assert add(desk, "x" * SUMMARY_LIMIT).summary == "x" * SUMMARY_LIMIT
    assert add(desk, f"  {'🎉' * SUMMARY_LIMIT}  ").summary == "🎉" * SUMMARY_LIMIT
    with pytest.raises(SummaryTooLong) as caught:
        add(desk, "x" * (SUMMARY_LIMIT + 1))
    assert (caught.value.length, caught.value.limit) == (10_001, 10_000)


def test_notes_links_and_names_have_limits(desk: Workspace) -> None:
    add(desk, description="x" * DESCRIPTION_LIMIT, categories=("x" * NAME_LIMIT,))
    with pytest.raises(TextTooLong):
        add(desk, description="x" * (DESCRIPTION_LIMIT + 1))
    with pytest.raises(TextTooLong):
        add(desk, url="x" * (URL_LIMIT + 1))
    with pytest.raises(TextTooLong):
        add(desk, attendees=("x" * (NAME_LIMIT + 1),))


def test_names_are_sorted_each_once_without_their_signs(desk: Workspace) -> None:
    task = add(desk, categories=("#ig", "reels", "ig", " ", "a\x1fb"), attendees=("@Rani",))
    assert task.categories == ("a b", "ig", "reels")
    assert task.attendees == ("Rani",)
    assert tasks.line(desk, task.uid).categories == task.categories


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.com/a", "https://example.com/a"),
        ("http://example.com", "http://example.com"),
        ("localhost:3000", "https://localhost:3000"),
        ("example.com:8080/path", "https://example.com:8080/path"),
        ("mailto:a@b.id", "mailto:a@b.id"),
        ("  ", None),
    ],
)
def test_a_link_gets_a_scheme(desk: Workspace, typed: str, kept: str | None) -> None:
    assert add(desk, url=typed).url == kept


@given(st.text(st.characters(), max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)
    clean_line(text).encode()
    clean_text(text).encode()


@given(st.text(st.characters(), max_size=50))
def test_a_title_is_refused_or_can_be_seen(text: str) -> None:
    try:
        assert is_visible(checked_summary(text))
    except EmptySummary:
        assert not is_visible(clean_line(text))
