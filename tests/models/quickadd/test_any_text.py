"""What holds for any text at all: no crash, no lost word, sound spans, the same answer twice."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quickadd import Language, Parsed, Preferences, parse
from models.quickadd.lexicon import lexicon
from tests.models.quickadd.tables import HOME, NOW, phrases

_WORD = re.compile(r"\w+")
_KNOWN = sorted(
    {*lexicon("id").words}
    | {
        " ".join((first, *rest))
        for first, found in lexicon("id").phrases.items()
        for rest, _ in found
    }
)
_MARKS = [
    *",.;:!?-–/()[]\"'&@#+%~$",
    "...",
    "!!",
    "!!!",
    "every!",
    "→",
    "🎉",
    "👩‍👩‍👧",
    "غدا",
    "明天",
]
_NUMBERS = st.one_of(
    st.integers(0, 60).map(str),
    st.integers(0, 10**9).map(str),
    st.dates().map(str),
    st.times().map(lambda at: f"{at:%H.%M}"),
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
    st.sampled_from(["2h30m", "9-11", "10:00-12:00", "1st", "ke-2", "H-1", "3x", "4pm", "1,5"]),
)
_PIECES = st.one_of(
    st.sampled_from(_KNOWN),
    st.sampled_from(_KNOWN).map(str.title),
    st.sampled_from(_MARKS),
    _NUMBERS,
    st.text(max_size=8),
)
_LINES = st.one_of(
    st.text(max_size=80),
    st.lists(_PIECES, max_size=14).map(" ".join),
    st.lists(_PIECES, max_size=8).map("".join),
)
_LANGUAGES = st.sampled_from(["id", "en"])
_ZONES = st.sampled_from(["Asia/Jakarta", "America/New_York", "Europe/London", "Pacific/Apia"])
_NOWS = st.integers(1, 430 * 365 * 86_400).map(
    lambda seconds: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def words_with_spans(parsed: Parsed) -> list[str]:
    """The words outside the spans, and those inside, in the order of the line."""
    text, place, outside = parsed.text, 0, list[str]()
    for start, end in parsed.all_spans:
        outside += words(text[place:start])
        place = end
    outside += words(text[place:])
    return outside


@given(_LINES, _LANGUAGES, _NOWS, _ZONES)
def test_no_text_at_any_time_is_too_much(text: str, language: Language, now: datetime, zone: str):
    parsed = parse(text, now=now, zone=zone, language=language)
    assert parsed == parse(text, now=now, zone=zone, language=language)


@given(_LINES, _LANGUAGES)
def test_no_word_is_lost_and_none_changes_its_place(text: str, language: Language):
    parsed = parse(text, now=NOW, zone=HOME, language=language)
    assert words(parsed.title) == words_with_spans(parsed)


@given(_LINES, _LANGUAGES)
def test_spans_lie_in_the_text_and_never_overlap(text: str, language: Language):
    parsed = parse(text, now=NOW, zone=HOME, language=language)
    place = 0
    for start, end in parsed.all_spans:
        assert place <= start < end <= len(text)
        place = end


@given(_LINES, _LANGUAGES)
def test_every_field_that_is_set_says_where_it_was_said(text: str, language: Language):
    parsed = parse(text, now=NOW, zone=HOME, language=language)
    for name in ("due", "dtstart", "lead", "estimate", "rrule", "priority", "goal", "url"):
        is_said = any(found.name == name and found.spans for found in parsed.found)
        assert is_said == (getattr(parsed, name) is not None)
    assert bool(parsed.categories) == any(found.name == "categories" for found in parsed.found)
    assert bool(parsed.reminders) == any(found.name == "reminders" for found in parsed.found)


@given(_LINES, _LANGUAGES)
def test_no_date_falls_in_the_past(text: str, language: Language):
    parsed = parse(text, now=NOW, zone=HOME, language=language)
    for moment in (parsed.due, *(alternative.due for alternative in parsed.alternatives)):
        assert moment is None or moment.instant(HOME) >= NOW - timedelta(minutes=1)


@given(_LINES, _LANGUAGES)
def test_text_that_is_wanted_plain_sets_nothing(text: str, language: Language):
    parsed = parse(text, now=NOW, zone=HOME, language=language, plain=((0, len(text)),))
    assert (parsed.title, parsed.found) == (text.strip(), ())


@given(_LINES, st.booleans(), st.integers(0, 6))
def test_settings_break_nothing(text: str, is_day_first: bool, first_weekday: int):
    preferences = Preferences(is_day_first, first_weekday)
    parsed = parse(text, now=NOW, zone=HOME, preferences=preferences)
    assert words(parsed.title) == words_with_spans(parsed)


@pytest.mark.parametrize(
    "piece",
    [
        "senin ",
        "a",
        "1",
        "1 ",
        "1.",
        "1-",
        "'",
        '"',
        "“",
        "@",
        "#",
        "!",
        "(",
        "besok ",
        "setiap ",
        "jam 4 ",
        "2 jam ",
        "every monday, ",
        "a-",
        "a.",
        "a@",
        "1a",
        "😀",
        "\u202e",
        "ke-",
        "25/12 ",
        "sampai jam 4 ",
        "ingatkan 1 jam sebelumnya ",
        "\n",
        "x" * 50 + " ",
    ],
)
def test_ten_thousand_characters_of_anything_take_no_time_to_speak_of(piece: str):
    text = (piece * 10_000)[:10_000]
    begun = time.perf_counter()
    parse(text, now=NOW, zone=HOME)
    # Lines of this length take milliseconds; a pattern that backtracks takes minutes.
    assert time.perf_counter() - begun < 5


def test_the_tables_hold_it_too():
    for phrase in (*phrases("phrases_id.txt"), *phrases("phrases_en.txt")):
        parsed = parse(phrase.text, now=NOW, zone=HOME)
        assert words(parsed.title) == words_with_spans(parsed)
