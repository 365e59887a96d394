"""How large a template is, in words."""

import pytest

from services.built_in import built_in_templates
from views.text import Words
from views.text.template_words import size_text, span_text


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, ""),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (22, "3 weeks"),
        (25, "4 weeks"),
        (28, "4 weeks"),
    ],
)
def test_a_span_is_told_to_the_nearest_week(days: int, said: str) -> None:
    assert span_text(Words("en"), days) == said


def test_those_that_come_with_docheck_are_as_long_as_they_say() -> None:
    told = {each.uid: size_text(Words("en"), each) for each in built_in_templates("en")}
    assert told == {
        "content-campaign": "15 tasks · 4 weeks",
        "quiz": "16 tasks · 3 weeks",
        "event": "17 tasks · 7 weeks",
        "thesis": "16 tasks · 23 weeks",
        "house-move": "16 tasks · 8 weeks",
    }
