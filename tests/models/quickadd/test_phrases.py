"""The phrase tables: what people type in each language, and what they mean by it."""

from itertools import pairwise

import pytest

from models.quickadd import Language, parse
from tests.models.quickadd.tables import HOME, NOW, failures, phrases, told

TABLES: list[tuple[str, Language]] = [("phrases_id.txt", "id"), ("phrases_en.txt", "en")]


@pytest.mark.parametrize(("name", "language"), TABLES)
def test_every_line_is_read_as_it_is_meant(name: str, language: Language):
    wrong = failures(phrases(name), language)
    assert not wrong, f"{len(wrong)} lines of {name}\n" + "\n".join(wrong)


@pytest.mark.parametrize(("name", "language"), TABLES)
def test_a_table_is_long_enough_and_a_quarter_of_it_sets_nothing(name: str, language: Language):
    table = phrases(name)
    assert len(table) >= 400
    assert len({phrase.text for phrase in table}) == len(table)
    assert sum(phrase.is_negative for phrase in table) * 4 >= len(table)


def test_a_phrase_means_the_same_before_and_behind_what_is_to_be_done():
    wrong: list[str] = []
    for phrase in phrases("phrases_id.txt"):
        spans = parse(phrase.text, now=NOW, zone=HOME).all_spans
        between = [phrase.text[a[1] : b[0]] for a, b in pairwise(spans)]
        if not spans or any(gap.strip(" ,") for gap in between) or "makan" in phrase.text:
            continue
        said = phrase.text[spans[0][0] : spans[-1][1]]
        for text in (f"{said} rapat tim", f"rapat tim {said}"):
            if told(parse(text, now=NOW, zone=HOME)) != ("rapat tim", phrase.fields):
                wrong.append(text)
    assert not wrong
