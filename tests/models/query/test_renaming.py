"""A query follows a tag or a goal that is given another name, and stays as it was otherwise."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.folding import folded
from models.query import parse
from models.query.renaming import renamed
from models.query.tree import Named, NameField, leaves


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#reels", "#konten"),
        ("#REELS  due:today", "#konten  due:today"),
        ('tag:"reels" or label:reels', "tag:konten or label:konten"),
        ("-#reels (p1 or tag:reels)", "-#konten (p1 or tag:konten)"),
        ("reels #reelsku goal:reels", "reels #reelsku goal:reels"),
        ("#reel*", "#reel*"),
        ('"#reels"', '"#reels"'),
        ("due:entah #reels", "due:entah #reels"),
    ],
)
def test_only_what_asks_for_the_tag_follows(text: str, expected: str) -> None:
    assert renamed(text, NameField.TAG, "reels", "konten") == expected


def test_a_name_of_several_words_stands_in_quotes() -> None:
    assert renamed("#reels p1", NameField.TAG, "reels", "video pendek") == '#"video pendek" p1'
    text = renamed('goal:"Konten Desember"', NameField.GOAL, "konten desember", 'Rilis "9"')
    assert parse(text) == Named(NameField.GOAL, 'Rilis "9"')


names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda name: bool(name.strip()) and not name.startswith("#") and name == " ".join(name.split())
)


def test_a_name_that_folds_to_nothing_is_not_asked_for_in_its_place() -> None:
    assert renamed("p1 #reels", NameField.TAG, "reels", "¸") == "p1 #reels"


@given(names.filter(lambda name: bool(folded(name).strip())))
@example("¸x")
def test_any_name_is_asked_for_afterwards(name: str) -> None:
    text = renamed("p1 (#reels or tag:reels) -tag:lain", NameField.TAG, "reels", name)
    asked = [leaf.name for leaf in leaves(parse(text)) if isinstance(leaf, Named)]
    assert asked == [name, name, "lain"]
