"""Finds the messages that source code says, by its syntax tree.

Babel's own reader goes by tokens: it takes the key of ``say(NAMES["key"])`` for
a message and glues the two of ``say("A" if x else "B")`` together.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple


class MessageId(NamedTuple):
    """A message's English text, and its context where it has one."""

    text: str
    context: str = ""


def placeholders(text: str) -> set[str]:
    """The names between a message's braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def messages_said(root: Path) -> dict[MessageId, str | None]:
    """Every message under `root` and its plural, None for one without.

    Raises:
        ValueError: a file does not parse, or one msgid is said with two plurals.
    """
    said: dict[MessageId, str | None] = {}
    for path in sorted(root.rglob("*.py")):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            raise ValueError(f"{path.name}:{error.lineno} does not parse: {error.msg}") from error
        for message, plural in _messages_in(tree):
            if said.setdefault(message, plural) != plural:
                raise ValueError(f"{path.name}: {message.text!r} is said with different plurals")
    return said


def _messages_in(tree: ast.AST) -> Iterator[tuple[MessageId, str | None]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = [_texts(argument) for argument in node.args]
        match _name(node.func), texts:
            case "say" | "mark", [msgids, *_]:
                yield from ((MessageId(msgid), None) for msgid in msgids if msgid)
            case "say_in" | "mark_in", [[context], msgids, *_]:
                yield from ((MessageId(msgid, context), None) for msgid in msgids)
            case "count", [[singular], [plural], _, *_]:
                yield MessageId(singular), plural


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> list[str]:
    """The literal texts that an argument may be: one, either branch's, or none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    return []
