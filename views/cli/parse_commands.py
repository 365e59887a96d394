"""The command that reads a line and says what it understood, changing nothing.

It opens no data and makes no folder. Owns how what was parsed is told: as a record under
the names that tasks have, and in lines for people.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from typing import Any
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate, ImpossibleValue, Refusal
from models.moment import Moment, utc_of_wall, zone_named
from models.quickadd import Alternative, FieldName, Hint, Parsed, Preferences, parse
from services.clock import SystemClock
from views.cli.asked import Asked, Behaviour
from views.cli.parser import Parser
from views.cli.records import Record, moment_record, reminder_record, span_record
from views.cli.terminal import Style, cells, harmless, padded
from views.text import Dates, Language, Words, system_zone
from views.text.fields import field_label, value_text
from views.text.hints import hint_text
from views.text.refusals import refusal_text

#: What stands for a stream of lines instead of one text.
STREAM = "-"


def _arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "text",
        nargs="+",
        metavar=words.say("TEXT"),
        help=words.say(
            "the line; “-” reads one JSON object a line: text, lang, now, tz, day_first"
        ),
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first",
        dest="is_day_first",
        action="store_true",
        default=True,
        help=words.say("5/12 is the fifth of December, as it is unless said otherwise"),
    )
    order.add_argument(
        "--month-first",
        dest="is_day_first",
        action="store_false",
        help=words.say("5/12 is the twelfth of May"),
    )


def _parse(asked: Asked) -> int:
    texts: list[str] = asked.options.text
    if texts == [STREAM]:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
        for record in _answers(asked, sys.stdin):
            asked.out.write(json.dumps(record, ensure_ascii=False) + "\n")
            # Whoever sends line by line waits for each answer.
            asked.out.flush()
        return 0
    now, zone = _present(asked, None, None)
    parsed = parse(
        " ".join(texts),
        now=now,
        zone=zone,
        language=asked.words.language,
        preferences=Preferences(is_day_first=asked.options.is_day_first),
    )
    dates = Dates(asked.words.language, zone)
    asked.answer(parsed_record(parsed), lambda: _lines(asked, parsed, dates, now))
    return 0


def _answers(asked: Asked, lines: Iterable[str]) -> Iterator[Record]:
    """The record of each line; a line that cannot be read gives an error and stops nothing."""
    for line in lines:
        if not line.strip():
            continue
        try:
            yield _answer(asked, line)
        except Refusal as refusal:
            yield {
                "error": type(refusal).__name__,
                "message": refusal_text(asked.words, refusal),
            }


def _answer(asked: Asked, line: str) -> Record:
    """The record of one JSON object.

    Raises:
        Refusal: it is none, or its parts cannot be that.
    """
    try:
        given: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ImpossibleValue("json", line[:80]) from error
    if not isinstance(given, dict):
        raise ImpossibleValue("json", line[:80])
    text = _text_of(given, "text")
    if text is None:
        raise ImpossibleValue("text", "")
    now, zone = _present(asked, _text_of(given, "now"), _text_of(given, "tz"))
    language = _language_of(_text_of(given, "lang"), asked.words.language)
    is_day_first = given.get("day_first")
    if is_day_first is None:
        is_day_first = asked.options.is_day_first
    elif not isinstance(is_day_first, bool):
        raise ImpossibleValue("day_first", is_day_first)
    preferences = Preferences(is_day_first=is_day_first)
    return parsed_record(
        parse(text, now=now, zone=zone, language=language, preferences=preferences)
    )


def _text_of(given: dict[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ImpossibleValue(name, value)


def _language_of(said: str | None, usual: Language) -> Language:
    if said is None:
        return usual
    if said in ("id", "en"):
        return "id" if said == "id" else "en"
    raise ImpossibleValue("language", said)


def _present(asked: Asked, now: str | None, zone: str | None) -> tuple[datetime, ZoneInfo]:
    """The present and the zone: of the line, else of the options, else of this machine.

    Raises:
        ImpossibleDate, UnknownZone: there is no such time or zone.
    """
    named = zone or asked.place.zone
    home = zone_named(named if named is not None else system_zone())
    if now is None:
        instant = asked.place.instant()
        return instant if instant is not None else SystemClock().now(), home
    try:
        said = datetime.fromisoformat(now)
        return said.astimezone(UTC) if said.tzinfo else utc_of_wall(said, home), home
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(now) from error


def parsed_record(parsed: Parsed) -> Record:
    """What was understood, under the names that a task's record has.

    `spans` holds, by field, pairs of places in `text`: from the first character up to, but not
    including, the second. `due_zone` is null unless the line says a zone.
    """
    return {
        "text": parsed.text,
        "title": parsed.title,
        **moment_record("due", parsed.due),
        **moment_record("dtstart", parsed.dtstart),
        **span_record("lead", parsed.lead),
        **span_record("estimate", parsed.estimate),
        "rrule": parsed.rrule,
        "repeat_from": parsed.repeat_from.value if parsed.rrule else None,
        "reminders": [reminder_record(reminder) for reminder in parsed.reminders],
        "priority": parsed.priority,
        "categories": list(parsed.categories),
        "goal": parsed.goal,
        "url": parsed.url,
        "spans": {found.name.value: [list(span) for span in found.spans] for found in parsed.found},
        "alternatives": [_alternative_record(each) for each in parsed.alternatives],
        "hints": [_hint_record(parsed, hint) for hint in parsed.hints],
    }


def _alternative_record(alternative: Alternative) -> Record:
    return {
        "reading": alternative.reading.value,
        **moment_record("due", alternative.due),
        "rrule": alternative.rrule,
    }


def _hint_record(parsed: Parsed, hint: Hint) -> Record:
    start, end = hint.span
    return {"hint": hint.kind.value, "span": [start, end], "text": parsed.text[start:end]}


def _lines(asked: Asked, parsed: Parsed, dates: Dates, now: datetime) -> Iterator[str]:
    """The title; each field, its value and the words that said it; what else it could be."""
    words, terminal = asked.words, asked.terminal
    yield terminal.paint(harmless(parsed.title), Style.STRONG)
    labels = {found.name: field_label(words, found.name.value) for found in parsed.found}
    width = max(map(cells, labels.values()), default=0)
    for name, label in labels.items():
        said = " … ".join(parsed.text[start:end] for start, end in parsed.spans(name))
        value = _value_text(words, dates, parsed, name, now)
        source = terminal.paint(f"← {harmless(said)}", Style.QUIET)
        yield f"{padded(label, width)}  {harmless(value)}  {source}"
    for alternative in parsed.alternatives:
        when = dates.exact(alternative.due, now) if alternative.due else ""
        rule = f" · {alternative.rrule}" if alternative.rrule else ""
        yield words.say("or {due}", due=f"{when}{rule}")
    for hint in parsed.hints:
        start, end = hint.span
        text = harmless(parsed.text[start:end])
        yield terminal.paint(hint_text(words, hint.kind, text), Style.SOON)


def _value_text(words: Words, dates: Dates, parsed: Parsed, name: FieldName, now: datetime) -> str:
    value = getattr(parsed, name.value)
    match name, value:
        case FieldName.DUE | FieldName.DTSTART, Moment():
            return dates.exact(value, now)
        case FieldName.LEAD | FieldName.ESTIMATE, timedelta():
            return dates.duration(value)
        case FieldName.REMINDERS, [*_]:
            return ", ".join(
                dates.instant(each.at, now) if each.at else dates.offset(each.offset)
                for each in parsed.reminders
            )
        case FieldName.PRIORITY | FieldName.CATEGORIES | FieldName.URL, _:
            shown = list(value) if isinstance(value, tuple) else value
            return value_text(words, dates, name.value, shown, now) or ""
    return str(value)


PARSE_COMMANDS = {"parse": Behaviour(_arguments, _parse)}
