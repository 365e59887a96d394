"""Text as a search compares it: letter case, accents and runs of spaces aside.

Both what is searched and what is searched for are folded, so one is found in
the other by its characters alone, whatever the database knows of them.
"""

from __future__ import annotations

import unicodedata

#: Stands before and behind each tag in the words of a task; no folded text holds it.
TAG_EDGE = "\n"
#: Accents, hooks and dots that NFKD takes off their letter.
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"
_TO_SPACE = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")


def folded(text: str) -> str:
    """`text` on one line, without what a search looks past; may be empty."""
    if not text.isascii():
        text = text.encode("utf-8", "ignore").decode("utf-8")
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(c for c in plain if not _FIRST_MARK <= c <= _LAST_MARK)
        text = unicodedata.normalize("NFC", text)
    else:
        text = text.lower()
    if not text.isprintable():
        text = text.translate(_TO_SPACE)
    return " ".join(text.split())
