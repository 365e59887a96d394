"""A search that is kept under a name, for a list of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FILTER_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What it is called and what it looks for, in the language of `models.query`.

    Attributes:
        uid: UUIDv7 as text.
        query: as its owner typed it.
        position: filters in their manual order sort by it as text.
        created, last_modified: aware UTC instants.
        sequence: how often it was changed.
    """

    uid: str
    name: str
    query: str
    position: str
    created: datetime
    last_modified: datetime
    sequence: int = 0
