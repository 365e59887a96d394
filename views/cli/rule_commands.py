"""The command about repeat rules alone: when one comes true. It opens no data.

With ``-`` it answers a line of JSON for each line of JSON, as it comes, so that
another program can ask much in one process.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import Any, cast

from models.errors import ImpossibleValue, Refusal
from models.moment import Moment, zone_named
from models.recurrence import Rule, occurrences, parse
from services.clock import SystemClock
from views.cli.asked import Asked, Behaviour
from views.cli.parser import Parser
from views.cli.records import Record
from views.cli.values import read_moment
from views.text import Dates, Words, sentence
from views.text.refusals import refusal_text
from views.text.repeats import repeat_text

USUAL_LIMIT = 10
#: More than this nobody reads, and a rare rule takes long for it.
MOST = 1_000
_UTC = "UTC"


class _Unreadable(Exception):
    """A line that is no question."""


def _arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "rrule",
        metavar="RRULE",
        help=say("the rule (RFC 5545); - reads one JSON object a line and answers one a line"),
    )
    parser.add_argument(
        "--dtstart", metavar=say("TIME"), help=say("first time, as 2026-11-24T10:00; else now")
    )
    parser.add_argument("--after", metavar=say("TIME"), help=say("only what comes after this"))
    parser.add_argument(
        "--exdate", action="append", metavar=say("TIME"), help=say("time to leave out; repeatable")
    )
    parser.add_argument(
        "--limit",
        type=int,
        default=USUAL_LIMIT,
        metavar=say("NUMBER"),
        help=say("how many at most"),
    )


def _occurrences(asked: Asked) -> int:
    options, zone = asked.options, asked.place.zone
    if options.rrule == "-":
        for line in asked.stdin:
            if line.strip():
                answer = json.dumps(_answer(asked, line), ensure_ascii=False)
                asked.out.write(f"{answer}\n")
                asked.out.flush()
        return 0
    rule = parse(options.rrule)
    start = _start(asked, options.dtstart, zone)
    found = _found(rule, start, zone, options.exdate or (), options.after, options.limit)
    record = _record(rule, start, found)
    asked.answer(record, lambda: _lines(asked, rule, found))
    return 0


def _start(asked: Asked, said: str | None, zone: str | None) -> Moment:
    if said is not None:
        return read_moment(said, zone)
    now = asked.place.instant() or SystemClock().now()
    begun = Moment.at(now, zone or _UTC)
    at = begun.time or time()
    return Moment(begun.date, time(at.hour, at.minute), begun.zone)


def _found(
    rule: Rule,
    start: Moment,
    zone: str | None,
    exdates: Sequence[str],
    after: str | None,
    limit: int,
) -> list[Moment]:
    if not 0 <= limit <= MOST:
        raise ImpossibleValue("limit", limit)
    home = zone_named(zone or start.zone or _UTC)
    return list(
        occurrences(
            rule,
            start,
            home=home,
            exdates=[read_moment(each, zone) for each in exdates],
            after=read_moment(after, zone).instant(home) if after is not None else None,
            limit=limit,
        )
    )


def _record(rule: Rule, start: Moment, found: Iterable[Moment]) -> Record:
    return {
        "rrule": rule.text,
        "dtstart": start.isoformat(),
        "tz": start.zone,
        "occurrences": [moment.isoformat() for moment in found],
    }


def _lines(asked: Asked, rule: Rule, found: Sequence[Moment]) -> Iterator[str]:
    zone = next((each.zone for each in found if each.zone), None)
    dates = Dates(asked.words.language, zone_named(zone or asked.place.zone or _UTC))
    yield sentence(repeat_text(rule, dates))
    for moment in found:
        told = dates.short_day(moment.date)
        day = f"{told} {moment.date.year}"
        yield f"  {day}" if moment.time is None else f"  {day} {dates.time(moment.time)}"
    if not found:
        yield asked.words.say("It does not come again.")


def _answer(asked: Asked, line: str) -> Record:
    """The answer to one line, or why there is none."""
    try:
        return _answered(asked, line)
    except Refusal as refusal:
        kind, message = type(refusal).__name__, refusal_text(asked.words, refusal)
    except _Unreadable:
        kind, message = (
            "Unreadable",
            asked.words.say(
                "This line is no JSON object with an rrule and a dtstart. Write one a line."
            ),
        )
    return {"error": kind, "message": message}


def _answered(asked: Asked, line: str) -> Record:
    try:
        question: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _Unreadable from error
    if not isinstance(question, dict):
        raise _Unreadable
    said = cast(dict[str, Any], question)
    rrule, dtstart = said.get("rrule"), said.get("dtstart")
    if not isinstance(rrule, str) or not isinstance(dtstart, str):
        raise _Unreadable
    zone = _text(said, "tz") or asked.place.zone
    if zone is not None:
        zone_named(zone)
    exdates = said.get("exdates") or []
    if not isinstance(exdates, list) or not all(
        isinstance(each, str) for each in cast(list[Any], exdates)
    ):
        raise ImpossibleValue("exdates", exdates)
    limit = said.get("limit")
    if limit is None:
        limit = USUAL_LIMIT
    if not isinstance(limit, int) or isinstance(limit, bool):
        raise ImpossibleValue("limit", limit)
    rule, start = parse(rrule), read_moment(dtstart, zone)
    found = _found(
        rule, start, zone, cast(list[str], exdates), _text(said, "after"), min(limit, MOST)
    )
    return _record(rule, start, found)


def _text(said: Mapping[str, Any], name: str) -> str | None:
    value = said.get(name)
    if value is not None and not isinstance(value, str):
        raise ImpossibleValue(name, value)
    return value


RULE_COMMANDS: Mapping[str, Behaviour] = {"occurrences": Behaviour(_arguments, _occurrences)}
