"""Reads a line for one account: with its zone, its week and the present of its clock."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from models.quickadd import Language, Parsed, Preferences, parse

if TYPE_CHECKING:
    from services.workspace import Workspace


def understand(
    desk: Workspace, text: str, language: Language, plain: Collection[tuple[int, int]] = ()
) -> Parsed:
    """What a line says, for the reader of this account; nothing is written.

    Args:
        language: the one that the reader sees, which breaks ties.
        plain: character spans of `text` that are to be taken as they are.
    """
    preferences = Preferences(first_weekday=desk.settings.first_weekday)
    return parse(
        text,
        now=desk.now(),
        zone=desk.zone,
        language=language,
        preferences=preferences,
        plain=plain,
    )
