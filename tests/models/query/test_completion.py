"""What the last word of a query could become."""

import pytest

from models.query import parse
from models.query.completion import Language, Names, completions, examples

NAMES = Names(("reels", "story time"), ("Konten Desember", "Kuis"), ("Raka",))


def offered(text: str, language: Language = "id") -> list[str]:
    return [each.text for each in completions(text, language, NAMES)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("teng", "id", ["tenggat:"]),
        ("du", "en", ["due:"]),
        ("tenggat:b", "id", ["tenggat:besok ", "tenggat:bulan-ini "]),
        ("due:b", "id", ["due:besok ", "due:bulan-ini "]),
        ("bes", "id", ["tenggat:besok "]),
        ("lead", "en", ["lead>1h "]),
        ("lead>", "en", ["lead>1h ", "lead>=1d "]),
        ("rapat #re", "id", ["rapat #reels "]),
        ("-#re", "id", ["-#reels "]),
        ("#st", "id", ['#"story time" ']),
        ("tujuan:", "id", ['tujuan:"Konten Desember" ', "tujuan:Kuis "]),
        ('goal:"des', "en", ['goal:"Konten Desember" ']),
        ("with:ra", "en", ["with:Raka "]),
        ("a or (is:do", "en", ["a or (is:done "]),
        ("rapat ", "id", []),
        ("is:done", "en", []),
        ("http://x", "en", []),
        ("zzz", "en", []),
    ],
)
def test_the_last_word_goes_on(text: str, language: Language, expected: list[str]):
    assert offered(text, language) == expected


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_offered_can_be_read(language: Language):
    begun = [each.word for each in examples(language, NAMES)]
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for first in completions(letter, language, NAMES):
            begun.append(first.text)
            begun += [each.text for each in completions(first.text, language, NAMES)]
    assert len(begun) > 40
    for text in begun:
        parse(text)
