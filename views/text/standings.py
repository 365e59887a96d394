"""How a task stands, in words: the two kinds of missed are never one word."""

from __future__ import annotations

from models.standing import Standing
from views.text.words import Words


def standing_text(words: Words, standing: Standing, waiting_for: str | None = None) -> str:
    """``siap terlewat`` or ``ready time missed``; empty where there is nothing to say."""
    match standing:
        case Standing.DUE_MISSED:
            return words.say("missed")
        case Standing.READY_MISSED:
            return words.say("ready time missed")
        case Standing.AT_RISK:
            return words.say("at risk")
        case Standing.WAITING:
            return words.say("waiting for {name}", name=waiting_for or "")
        case _:
            return ""
