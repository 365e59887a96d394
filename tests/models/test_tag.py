"""What a task's tags are after one is renamed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.tag import renamed, tag_key

NAMES = st.lists(st.sampled_from(["a", "A", "b", "B", "İş", "straße", "STRASSE"]), max_size=5)


@pytest.mark.parametrize(
    ("names", "name", "new_name", "after"),
    [
        (("a", "b"), "a", "c", ("b", "c")),
        (("a", "b"), "a", "b", ("b",)),
        (("a", "b"), "a", "B", ("B",)),
        (("a", "A"), "a", "A", ("A",)),
        (("straße",), "STRASSE", "jalan", ("jalan",)),
        (("b",), "a", "B", ("b",)),
        (("a", "b"), "A", None, ("b",)),
        ((), "a", "b", ()),
    ],
)
def test_one_name_for_another(
    names: tuple[str, ...], name: str, new_name: str | None, after: tuple[str, ...]
) -> None:
    assert renamed(names, name, new_name) == after


@given(NAMES, st.sampled_from(["a", "B"]), st.sampled_from(["b", "x", None]))
def test_others_stay_and_the_old_one_is_gone(
    names: list[str], name: str, new_name: str | None
) -> None:
    after = renamed(names, name, new_name)
    both = {tag_key(name), tag_key(new_name or name)}
    assert {each for each in after if tag_key(each) not in both} == {
        each for each in names if tag_key(each) not in both
    }
    if tag_key(name) != tag_key(new_name or ""):
        assert tag_key(name) not in map(tag_key, after)
    assert renamed(after, name, new_name) == after
