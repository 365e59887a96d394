"""The phrase tables: what people type in each language, and what they mean by it."""

import pytest

from models.quickadd import Language
from tests.models.quickadd.tables import failures, phrases

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
