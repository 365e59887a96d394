"""What a query can ask for by name, for whoever offers to complete one."""

from __future__ import annotations

from models.query.completion import Names
from models.storage import goal_rows, search_rows
from models.tag import TagCount
from services.tags import tags
from services.workspace import Workspace


def known_names(desk: Workspace) -> Names:
    """What a query can ask for by name: tags and people there are, the most used tag first."""
    counted: list[TagCount] = sorted(tags(desk), key=lambda each: -each.total)
    with desk.reading() as unit:
        goals = tuple(goal_rows.names(unit).values())
        return Names(tuple(each.name for each in counted), goals, tuple(search_rows.people(unit)))
