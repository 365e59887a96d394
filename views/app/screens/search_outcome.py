"""What a text finds: tasks by the query, and beside them what is called so. Owns what is listed.

Must know no field and no list: `search_finding` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import Refusal
from models.goal import Goal
from models.query import parse
from models.query.completion import Completion, Names, completions, examples
from models.query.tree import EVERYTHING, Every, Query, Text, leaves
from models.saved_filter import SavedFilter
from services import filters, goals
from services.query_names import known_names
from services.search import search
from services.workspace import Workspace
from views.app.screens.search_entries import (
    Entry,
    Kind,
    commands,
    filter_entry,
    goal_entry,
    matching,
    task_entry,
)
from views.app.session import AppSession

#: Of commands, goals, filters and settings no more than this is shown beside tasks.
FEW = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What a search knows of beside tasks."""

    names: Names
    goals: tuple[Goal, ...] = ()
    filters: tuple[SavedFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is shown of a text.

    Attributes:
        text: what was looked for.
        error: why it cannot be read, in words.
        is_failed: whether that is no fault of the text, and may go well another time.
        count: how many tasks there are in all.
        cursor: asks for more tasks.
        is_whole: whether it could be kept as a filter.
    """

    text: str = ""
    entries: tuple[Entry, ...] = ()
    completions: tuple[Completion, ...] = ()
    error: str = ""
    is_failed: bool = False
    count: int = 0
    cursor: str | None = None
    is_whole: bool = False


def outcome_of_nothing(
    session: AppSession, blank: str, known: Known, recent: Sequence[Entry]
) -> Outcome:
    """What is offered to a blank text: what was searched for before, and some commands."""
    entries = [*recent, *[each for each in commands(session) if each.face.keys][: 2 * FEW]]
    offered = examples(session.words.language, known.names)
    return Outcome(blank, tuple(entries), offered)


async def outcome_of(session: AppSession, text: str, known: Known, limit: int) -> Outcome:
    """What `text` finds, at most `limit` tasks; a text that cannot be read says why."""
    offered = completions(text, session.words.language, known.names)
    try:
        query = parse(text)
        found = await session.read(lambda desk: search(desk, text, limit=limit))
    except Refusal as error:
        # While a value is being typed its beginning is no mistake.
        error_text = "" if offered else session.refusal(error)
        return Outcome(text, completions=offered, error=error_text)
    entries = _beside(session, text, known) if _is_plain(query) else []
    entries += [task_entry(session, line) for line in found.lines]
    is_whole = query != EVERYTHING
    return Outcome(
        text,
        tuple(entries),
        offered,
        count=found.count,
        cursor=found.cursor,
        is_whole=is_whole,
    )


def _beside(session: AppSession, text: str, known: Known) -> list[Entry]:
    """Commands, goals, filters and settings of that name."""
    every = commands(session)
    kinds = (
        [each for each in every if each.face.kind is Kind.COMMAND],
        [goal_entry(session, goal) for goal in known.goals],
        [filter_entry(session, saved) for saved in known.filters],
        [each for each in every if each.face.kind is Kind.SETTING],
    )
    return [entry for entries in kinds for entry in matching(entries, text, FEW)]


def read_known(desk: Workspace) -> Known:
    """What there is beside tasks now."""
    kept = tuple(goal for goal in goals.goals(desk) if not goal.archived)
    return Known(known_names(desk), kept, filters.filters(desk))


def _is_plain(query: Query) -> bool:
    """Whether nothing is asked for but words."""
    match query:
        case Text():
            return True
        case Every(queries=queries):
            return bool(queries) and all(isinstance(each, Text) for each in leaves(query))
        case _:
            return False
