"""Text as a search compares it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.folding import folded


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Déjà Vu", "deja vu"),
        ("KONTEN  Desember\n", "konten desember"),
        ("Straße", "strasse"),
        ("ＡＢＣ", "abc"),
        ("ﬁlm", "film"),
        ("İstanbul", "istanbul"),
        ("한국", "한국"),
        ("a\x00b\x7fc", "a b c"),
        ("\ud800", ""),
        ("\u0301", ""),
        (" \t ", ""),
    ],
)
def test_letter_case_accents_and_spaces_are_looked_past(text: str, same: str) -> None:
    assert folded(text) == same


@given(st.text())
def test_what_comes_out_is_one_line_that_can_be_stored(text: str) -> None:
    line = folded(text)
    assert line.encode("utf-8").decode("utf-8") == line
    assert line == " ".join(line.split())
    assert "\x00" not in line
