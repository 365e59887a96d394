"""A query that goes on meaning the same tag or goal after that was given another name."""

from __future__ import annotations

import re

from models.errors import Refusal
from models.folding import folded
from models.query.parser import parse
from models.query.printer import printed
from models.query.tree import Named, NameField, leaves

#: What may stand without quotes behind an operator, whatever comes next.
_PLAIN = r"[^\W_][\w.-]*"


def renamed(text: str, field: NameField, name: str, new_name: str) -> str:
    """`text` with `new_name` wherever it asks for the tag, goal or person `name` by that.

    All else stays as it was typed; a text that cannot be read does too, and so do names
    that end in ``*``: they ask for others as well. A new name that is nothing once it is
    folded, such as a lone accent, cannot be asked for: then all stays.
    """
    if not folded(new_name).strip():
        return text
    try:
        found = leaves(parse(text))
    except Refusal:
        return text
    wanted = folded(name)
    named = (
        leaf
        for leaf in found
        if isinstance(leaf, Named) and leaf.field is field and folded(leaf.name) == wanted
    )
    for leaf in sorted(named, key=lambda leaf: leaf.span, reverse=True):
        first, last = leaf.span
        text = text[:first] + _written(text[first:last], Named(field, new_name)) + text[last:]
    return text


def _written(before: str, leaf: Named) -> str:
    """`leaf` behind the operator by which it was asked for before."""
    operator = re.match(r"#|[^\W\d_][\w-]*:=?", before)
    written = printed(leaf)
    if operator is None:
        return written
    plain = bool(re.fullmatch(_PLAIN, leaf.name))
    shorter = operator[0] + (leaf.name if plain else written.partition(":")[2])
    return shorter if parse(shorter) == leaf else written
