"""Reads a line for one account: as it writes dates, with its zone and the present of its clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time
from typing import TYPE_CHECKING

from models.quickadd import DayHours, Language, Parsed, Preferences, parse
from services.settings import PARTS_OF_DAY, Settings

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
    return parse(
        text,
        now=desk.now(),
        zone=desk.zone,
        language=language,
        preferences=preferences_of(desk.settings),
        plain=plain,
    )


def preferences_of(settings: Settings) -> Preferences:
    """What the account's settings decide about a line."""
    hours = {name: _minutes(getattr(settings, name)) for name in PARTS_OF_DAY}
    return Preferences(
        is_day_first=settings.is_day_first,
        first_weekday=settings.first_weekday,
        hours=DayHours(**hours),
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
