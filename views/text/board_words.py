"""The board of a month and the moves that lighten it, in words. It knows no clock, no screen."""

from __future__ import annotations

from models.workdays import holiday_name
from services.balance import Balance, SuggestedMove
from services.board import Board, BoardDay
from views.text.dates import Dates
from views.text.words import Words


def board_size(words: Words, board: Board) -> str:
    """``12 dari 23 slot terisi``."""
    return words.count(
        "{filled} of {count} slot filled",
        "{filled} of {count} slots filled",
        board.slots,
        filled=words.number(board.filled),
    )


def over_text(words: Words, count: int) -> str:
    """``2 hari melebihi kapasitas``; nothing where none does."""
    if not count:
        return ""
    return words.count("{count} day over capacity", "{count} days over capacity", count)


def free_text(dates: Dates, day: BoardDay, country: str, days_off: tuple[int, ...]) -> str:
    """What keeps one from working on a day: the holiday's name, or that it is off."""
    if day.is_working:
        return ""
    if day.day.weekday() not in days_off:
        name = holiday_name(country, day.day, dates.words.language)
        if name:
            return name
    return dates.words.say("Day off")


def move_text(dates: Dates, move: SuggestedMove) -> str:
    """``Sen 7 Des → Jum 4 Des``."""
    return f"{dates.short_day(move.origin)} → {dates.short_day(move.to)}"


def balance_text(words: Words, balance: Balance) -> str:
    """How many moves are suggested, and what stays too full even so."""
    if not balance.days:
        return words.say("No day is over its capacity.")
    made = (
        words.count("{count} move suggested", "{count} moves suggested", len(balance.moves))
        if balance.moves
        else words.say("Nothing can be moved without breaking a deadline.")
    )
    left = len(balance.still_over)
    if not left:
        return made
    return f"{made} · {words.count('{count} day stays full', '{count} days stay full', left)}"
