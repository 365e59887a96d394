"""The commands that look for tasks: search, and the filters that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.saved_filter import SavedFilter
from services import filters
from services.search import COUNT_LIMIT, PAGE_SIZE, Found, search
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, line_record
from views.cli.rows import rows, spoken_due
from views.cli.terminal import Style, cells, harmless, padded
from views.text import Words
from views.text.actions import action_text

_GAP = "  "


def _search_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "query",
        nargs="+",
        metavar=say("QUERY"),
        help=say("words, “phrases”, #tag, due:today, -is:done…; put -- before one that begins -"),
    )
    parser.add_argument(
        "--limit",
        type=int,
        default=PAGE_SIZE,
        metavar=say("NUMBER"),
        help=say("how many tasks at most; {count} by default", count=PAGE_SIZE),
    )
    parser.add_argument(
        "--after", metavar=say("CURSOR"), help=say("go on behind the cursor of an earlier answer")
    )


def _search(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        found = search(
            desk.workspace,
            " ".join(options.query),
            limit=options.limit,
            after=options.after,
        )
        zone = desk.workspace.zone
        record: Record = {
            "count": found.count,
            "is_more": found.count >= COUNT_LIMIT,
            "cursor": found.cursor,
            "tasks": [line_record(line, zone, desk.now) for line in found.lines],
        }
        asked.answer(record, lambda: _search_lines(asked, desk, found))
    return 0


def _search_lines(asked: Asked, desk: Desk, found: Found) -> Iterator[str]:
    words, terminal = desk.words, asked.terminal
    if not found.lines:
        yield words.say("Nothing was found.")
        return
    number = words.number(found.count)
    shown = f"{number}+" if found.count >= COUNT_LIMIT else number
    yield terminal.paint(words.say("Found · {count}", count=shown), Style.STRONG)
    yield from rows(found.lines, desk, terminal, spoken_due(desk))


def _filters_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "action",
        nargs="?",
        choices=["list", *_CHANGES],
        default="list",
        metavar=say("ACTION"),
        help=say("one of: {names}", names=", ".join(["list", *_CHANGES])),
    )
    parser.add_argument("name", nargs="?", metavar=say("NAME"), help=say("the filter's name"))
    parser.add_argument(
        "query",
        nargs="*",
        metavar=say("QUERY"),
        help=say("what it looks for; to rename, its new name"),
    )


def _filters(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        change = _CHANGES.get(options.action)
        if change is None:
            every = filters.filters(desk.workspace)
            asked.answer([_record(each) for each in every], lambda: _filter_lines(asked, every))
            return 0
        saved = change(desk, options.name or "", " ".join(options.query))
        action = "filter.delete" if options.action == "delete" else "filter.save"
        asked.answer(
            _record(saved), lambda: [harmless(action_text(desk.words, action, saved.name))]
        )
    return 0


def _filter_lines(asked: Asked, every: tuple[SavedFilter, ...]) -> Iterator[str]:
    if not every:
        yield asked.words.say("No filter is saved yet.")
    names = [harmless(saved.name) for saved in every]
    width = max(map(cells, names), default=0)
    for name, saved in zip(names, every, strict=True):
        query = asked.terminal.paint(harmless(saved.query), Style.QUIET)
        yield f"{padded(name, width)}{_GAP}{query}"


def _record(saved: SavedFilter) -> Record:
    return {"uid": saved.uid, "name": saved.name, "query": saved.query}


def _add(desk: Desk, name: str, query: str) -> SavedFilter:
    return filters.save_filter(desk.workspace, name, query)


def _rename(desk: Desk, name: str, other: str) -> SavedFilter:
    saved = filters.filter_named(desk.workspace, name)
    return filters.change_filter(desk.workspace, saved.uid, name=other)


def _delete(desk: Desk, name: str, _query: str) -> SavedFilter:
    saved = filters.filter_named(desk.workspace, name)
    return filters.delete_filter(desk.workspace, saved.uid)


_CHANGES = {"add": _add, "rename": _rename, "delete": _delete}

SEARCH_COMMANDS: Mapping[str, Behaviour] = {
    "search": Behaviour(_search_arguments, _search),
    "filters": Behaviour(_filters_arguments, _filters),
}
