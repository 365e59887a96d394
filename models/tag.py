"""Tags: when two are the same, and what a task's are after one is renamed.

Pure. Tasks keep the names as they were typed; which tasks have one is known to
`models.storage.tag_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag as most of its tasks spell it, and how many it has, the trash aside.

    Attributes:
        open: tasks that are still to do.
        total: all of them, done ones too.
    """

    name: str
    open: int
    total: int


def tag_key(name: str) -> str:
    """The same for all spellings of a tag that differ in letter case only."""
    return name.casefold()


def renamed(names: Iterable[str], name: str, new_name: str | None) -> tuple[str, ...]:
    """The tags `names` with `new_name` for `name`, sorted, each once; None: without it.

    Where `name` is not among them they stay as they are.
    """
    kept = tuple(names)
    key = tag_key(name)
    if not any(tag_key(each) == key for each in kept):
        return kept
    left = {each for each in kept if tag_key(each) != key}
    if new_name is not None:
        left = {each for each in left if tag_key(each) != tag_key(new_name)} | {new_name}
    return tuple(sorted(left))
