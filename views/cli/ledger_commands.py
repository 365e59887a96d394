"""The commands about promises: the ledger, and the record of a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from models.errors import ImpossibleDate
from models.ledger import LedgerEntry
from services import record, tasks
from services.calendar import month_of
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import ledger_record, record_record
from views.cli.terminal import Style, cells, harmless, padded
from views.text import Words
from views.text.ledger_words import entry_text, record_lines


def _ledger_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "uid", metavar="UID", nargs="?", help=words.say("the task's uid, or how it begins")
    )


def _ledger(asked: Asked) -> int:
    with asked.desk() as desk:
        given = asked.options.uid
        uid = tasks.resolve(desk.workspace, given) if given is not None else None
        found = record.entries(desk.workspace, uid)
        asked.answer([ledger_record(each) for each in found], lambda: _ledger_lines(desk, found))
    return 0


def _ledger_lines(desk: Desk, found: tuple[LedgerEntry, ...]) -> Iterator[str]:
    if not found:
        yield desk.words.say("Nothing was promised yet.")
    for each in found:
        when = desk.dates.instant(each.at, desk.now)
        yield harmless(f"{when} · {each.summary} · {entry_text(desk.dates, each)}")


def _record_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "--month",
        metavar=words.say("MONTH"),
        help=words.say("as 2026-11; this month unless it is given"),
    )


def _record(asked: Asked) -> int:
    with asked.desk() as desk:
        first, last = month_asked(asked.options.month, desk.workspace.today())
        found = record.record_between(desk.workspace, first, last)

        def lines() -> Iterator[str]:
            yield asked.terminal.paint(
                desk.dates.month_title(first.year, first.month), Style.STRONG
            )
            told = list(record_lines(desk.dates, found))
            width = max(cells(name) for name, _ in told)
            for name, value in told:
                yield f"{padded(name, width)}  {value}"

        asked.answer(record_record(found, first, last), lines)
    return 0


def month_asked(text: str | None, today: date) -> tuple[date, date]:
    """The first and last day of a month written ``2026-11``; of this one without.

    Raises:
        ImpossibleDate: it is no month.
    """
    if text is None:
        return month_of(today.year, today.month)
    said = re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII)
    if said is None or not 1 <= int(said[2]) <= 12 or not 1970 <= int(said[1]) <= 9000:
        raise ImpossibleDate(text)
    return month_of(int(said[1]), int(said[2]))


LEDGER_COMMANDS: Mapping[str, Behaviour] = {
    "ledger": Behaviour(_ledger_arguments, _ledger),
    "record": Behaviour(_record_arguments, _record),
}
