"""The commands that show many tasks: the lists and the timeline.

What only a filter or the trash needs is imported there: the lists are asked for most, and half of
their time is imports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from models.lists import DayOfTasks, ListName
from models.task import TaskLine
from models.trash import days_left
from services import lists, timeline
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, day_record, line_record
from views.cli.rows import When, clock_of, distinct_length, rows, rows_by_day, spoken_due
from views.cli.terminal import Style, harmless
from views.cli.values import read_day
from views.text import Words, mark_in, sentence
from views.text.trash_words import expiry_text

_TITLES: Mapping[ListName, str] = {
    ListName.TODAY: mark_in("list", "Today"),
    ListName.TOMORROW: mark_in("list", "Tomorrow"),
    ListName.WEEK: mark_in("list", "This week"),
    ListName.NEXT_WEEK: mark_in("list", "Next week"),
    ListName.MISSED: mark_in("list", "Missed"),
    ListName.NO_DATE: mark_in("list", "No date"),
    ListName.ALL: mark_in("list", "All"),
    ListName.DONE: mark_in("list", "Done"),
    ListName.TRASH: mark_in("list", "Trash"),
}
_BY_DAY = (ListName.WEEK, ListName.NEXT_WEEK)
_USUAL_DAYS = timedelta(days=6)


def _list_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "list",
        nargs="?",
        choices=[name.value for name in ListName],
        default=ListName.TODAY.value,
        metavar=words.say("LIST"),
        help=words.say("one of: {names}", names=", ".join(name.value for name in ListName)),
    )
    parser.add_argument(
        "--filter",
        metavar=words.say("NAME"),
        help=words.say("what a saved filter finds, instead of a list"),
    )


def _list(asked: Asked) -> int:
    if asked.options.filter is not None:
        return _list_filter(asked, asked.options.filter)
    name = ListName(asked.options.list)
    with asked.desk() as desk:
        if name is ListName.TRASH:
            from services import trash

            trash.expire(desk.workspace)
        found = _pinned_first(lists.every_line(desk.workspace, name))
        asked.answer(
            [_record(line, desk) for line in found] if asked.options.json else None,
            lambda: _list_lines(asked, desk, name, found, desk.words.say_in("list", _TITLES[name])),
        )
    return 0


def _pinned_first(found: tuple[TaskLine, ...]) -> tuple[TaskLine, ...]:
    return tuple(sorted(found, key=lambda line: not (line.pinned and line.deleted is None)))


def _list_filter(asked: Asked, name: str) -> int:
    from services import filters
    from services.search import every_filtered

    with asked.desk() as desk:
        saved = filters.filter_named(desk.workspace, name)
        found = every_filtered(desk.workspace, saved.query)
        asked.answer(
            [line_record(line, desk.workspace.zone, desk.now) for line in found],
            lambda: _list_lines(asked, desk, None, found, harmless(saved.name)),
        )
    return 0


def _record(line: TaskLine, desk: Desk) -> Record:
    record = line_record(line, desk.workspace.zone, desk.now)
    if line.deleted is not None:
        record["days_left"] = days_left(line.deleted, desk.now)
    return record


def _list_lines(
    asked: Asked,
    desk: Desk,
    name: ListName | None,
    found: tuple[TaskLine, ...],
    title: str,
) -> Iterator[str]:
    words, terminal = desk.words, asked.terminal
    if not found:
        yield words.say("{list}: nothing here.", list=title)
        return
    yield terminal.paint(f"{title} · {words.number(len(found))}", Style.STRONG)
    if name in _BY_DAY:
        yield ""
        yield from rows_by_day(found, desk, terminal)
    else:
        yield from rows(found, desk, terminal, _when(name, desk))


def _when(name: ListName | None, desk: Desk) -> When:
    """What the column before the title tells in a list."""
    match name:
        case ListName.TODAY | ListName.TOMORROW:
            return clock_of(desk)
        case ListName.DONE:
            return lambda line: (
                desk.dates.instant(line.completed, desk.now) if line.completed else ""
            )
        case ListName.TRASH:
            return lambda line: _trashed(line.deleted, desk) if line.deleted else ""
    return spoken_due(desk)


def _trashed(deleted: datetime, desk: Desk) -> str:
    """When it went to the trash, and how long it is kept there."""
    left = expiry_text(desk.words, days_left(deleted, desk.now))
    return f"{desk.dates.instant(deleted, desk.now)} · {left}"


def _timeline_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("--from", dest="first", metavar=say("DAY"), help=say("today by default"))
    parser.add_argument(
        "--to", dest="last", metavar=say("DAY"), help=say("six days after the first by default")
    )


def _timeline(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        workspace, today = desk.workspace, desk.workspace.today()
        first = read_day(options.first, today) if options.first is not None else today
        last = read_day(options.last, today) if options.last is not None else first + _USUAL_DAYS
        days = timeline.days(workspace, first, last)
        loads = {day.day: timeline.load_of(day.lines) for day in days}

        def told(day: DayOfTasks) -> Record:
            load = loads[day.day]
            capacity = workspace.settings.capacity_of(day.day.weekday())
            return day_record(day, load, capacity, workspace.zone, desk.now)

        asked.answer(
            [told(day) for day in days],
            lambda: _timeline_lines(asked, desk, days, loads),
        )
    return 0


def _timeline_lines(
    asked: Asked, desk: Desk, days: tuple[DayOfTasks, ...], loads: Mapping[date, timedelta]
) -> Iterator[str]:
    terminal, dates = asked.terminal, desk.dates
    today = desk.workspace.today()
    uid_width = distinct_length([line.uid for day in days for line in day.lines])
    for number, day in enumerate(days):
        if number:
            yield ""
        planned = loads[day.day]
        capacity = desk.workspace.settings.capacity_of(day.day.weekday())
        heading = sentence(dates.long_day(day.day, today))
        load = dates.load(planned, capacity)
        yield (
            terminal.paint(heading, Style.STRONG)
            + "  "
            + terminal.paint(load, Style.MISSED if planned > capacity else Style.QUIET)
        )
        yield from rows(day.lines, desk, terminal, clock_of(desk), uid_width)


LIST_COMMANDS: Mapping[str, Behaviour] = {
    "list": Behaviour(_list_arguments, _list),
    "timeline": Behaviour(_timeline_arguments, _timeline),
}
