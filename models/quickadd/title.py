"""The title: what is left of a line when the understood spans are taken out, word for word."""

from __future__ import annotations

from collections.abc import Sequence

_BEFORE_SPAN = " \t\n,;:–—-([|"
_AFTER_SPAN = " \t\n,;:–—-|"
_CLOSING = ")]"
_ENDING = "!?…"


def title_without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` without the spans, which are in order and do not overlap.

    White space is made single where something was taken out, and the commas and brackets
    around it go too; a line of which nothing was understood is only stripped.
    """
    if not spans:
        return text.strip()
    title = ""
    place = 0
    for start, end in (*spans, (len(text), len(text))):
        piece = text[place:start]
        title = _joined(title, piece) if place else piece.lstrip()
        if start < len(text):
            title = title.rstrip()
        place = end
    return title.strip()


def _joined(title: str, piece: str) -> str:
    """The title so far, and what follows the span that was taken out between them."""
    was_open = title.endswith(("(", "["))
    title = title.rstrip(_BEFORE_SPAN)
    piece = piece.lstrip(_AFTER_SPAN)
    if was_open:
        piece = piece.removeprefix(")").removeprefix("]").lstrip(_AFTER_SPAN)
    if not any(character.isalnum() for character in piece) and piece.strip(" .,;:") == "":
        return title
    if not title:
        return piece.lstrip(".") if piece[:1] == "." else piece
    return title + piece if piece[:1] in _ENDING + "." else f"{title} {piece}"
