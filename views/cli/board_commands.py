"""The commands about a month ahead: its publishing slots, and the moves that lighten full days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from services.balance import Balance, apply_balance, balance
from services.board import Board, BoardDay, board
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, line_record, span_record
from views.cli.terminal import Style, harmless
from views.cli.values import read_month
from views.text import Words
from views.text.actions import action_text
from views.text.board_words import (
    balance_text,
    board_size,
    free_text,
    move_text,
    over_text,
)


def _month_argument(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "month",
        metavar=words.say("MONTH"),
        nargs="?",
        help=words.say("as 2026-12; the next month unless it is given"),
    )


def _board(asked: Asked) -> int:
    with asked.desk() as desk:
        year, month = read_month(asked.options.month, desk.workspace.today())
        found = board(desk.workspace, year, month)
        asked.answer(
            _board_record(desk, found), lambda: _board_lines(asked, desk, found, year, month)
        )
    return 0


def _board_lines(asked: Asked, desk: Desk, found: Board, year: int, month: int) -> Iterator[str]:
    words, paint = desk.words, asked.terminal.paint
    settings = desk.workspace.settings
    yield paint(desk.dates.month_title(year, month), Style.STRONG)
    facts = (board_size(words, found), over_text(words, len(found.over)))
    yield paint(" · ".join(filter(None, facts)), Style.QUIET)
    for day in found.days:
        free = free_text(desk.dates, day, settings.holiday_country, settings.days_off)
        if not (day.slots or day.others or day.load or (free and free != words.say("Day off"))):
            continue
        load = desk.dates.load(day.load, day.capacity) if day.load else ""
        head = " · ".join(filter(None, (desk.dates.short_day(day.day), load, free)))
        yield paint(harmless(head), Style.MISSED if day.is_over else None)
        for slot in day.slots:
            title = harmless(slot.line.summary) if slot.line else words.say("empty slot")
            yield f"  {desk.dates.time(slot.at)}  {title}"
        for line in day.others:
            at = desk.dates.time(line.due_at) if line.due_at else ""
            yield f"  {at}  {harmless(line.summary)}"


def _board_record(desk: Desk, found: Board) -> Record:
    return {
        "slots": found.slots,
        "filled": found.filled,
        "days": [_day_record(desk, day) for day in found.days],
    }


def _day_record(desk: Desk, day: BoardDay) -> Record:
    home = desk.workspace.zone
    return {
        "day": day.day.isoformat(),
        "is_working": day.is_working,
        **span_record("load", day.load),
        **span_record("capacity", day.capacity),
        "is_over": day.is_over,
        "slots": [
            {
                "time": slot.at.isoformat("minutes"),
                "is_past": slot.is_past,
                "task": line_record(slot.line, home, desk.now) if slot.line else None,
            }
            for slot in day.slots
        ],
        "others": [line_record(line, home, desk.now) for line in day.others],
    }


def _balance_arguments(parser: Parser, words: Words) -> None:
    _month_argument(parser, words)
    parser.add_argument("--apply", action="store_true", help=words.say("make the moves"))


def _balance(asked: Asked) -> int:
    with asked.desk() as desk:
        year, month = read_month(asked.options.month, desk.workspace.today())
        found = balance(desk.workspace, year, month)
        if asked.options.apply and found.moves:
            apply_balance(desk.workspace, found.moves)
        asked.answer(_balance_record(found), lambda: _balance_lines(asked, desk, found))
    return 0


def _balance_lines(asked: Asked, desk: Desk, found: Balance) -> Iterator[str]:
    words = desk.words
    if asked.options.apply and found.moves:
        yield action_text(words, "balance", found.moves[0].summary, len(found.moves))
    yield balance_text(words, found)
    for move in found.moves:
        work = desk.dates.compact(move.work)
        told = f"{move.summary} ‹ {move.parent}" if move.parent else move.summary
        yield harmless(f"{move_text(desk.dates, move)}  {told} ({work})")
    for day in found.days:
        held = desk.dates.load(day.after, day.capacity)
        was = desk.dates.compact(day.before) if day.before else words.number(0)
        text = f"{desk.dates.short_day(day.day)}  {was} → {held}"
        yield asked.terminal.paint(text, Style.MISSED if day.after > day.capacity else Style.QUIET)


def _balance_record(found: Balance) -> Record:
    return {
        "moves": [
            {
                "uid": move.uid,
                "summary": move.summary,
                **span_record("work", move.work),
                "from": move.origin.isoformat(),
                "to": move.to.isoformat(),
                "due": move.due.isoformat(),
            }
            for move in found.moves
        ],
        "days": [
            {
                "day": day.day.isoformat(),
                **span_record("before", day.before),
                **span_record("after", day.after),
                **span_record("capacity", day.capacity),
            }
            for day in found.days
        ],
    }


BOARD_COMMANDS: Mapping[str, Behaviour] = {
    "board": Behaviour(_month_argument, _board),
    "balance": Behaviour(_balance_arguments, _balance),
}
