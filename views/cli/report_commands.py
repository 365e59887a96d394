"""The commands that look back and ahead: reports of any days, and the daily review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from models.daily_review import Evening, Morning
from models.habits import BestHours, Habits
from models.reporting import Report
from services import daily_review, reports
from services.calendar import week_of
from services.files import write_whole
from services.habits import habits
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.ledger_commands import month_asked
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, line_record, record_record, span_record
from views.cli.terminal import Style, cells, harmless, padded
from views.cli.values import read_day
from views.papers import FORMATS, Format, Paper, rendered
from views.text import Words, report_words
from views.text.report_words import Told
from views.text.review_words import evening_lines, morning_lines

_JSON = "json"
#: Formats that no terminal shows: they need a file.
_BINARY = frozenset({Format.PDF, Format.PNG})


def _report_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    span = parser.add_mutually_exclusive_group()
    span.add_argument(
        "--month", metavar=say("MONTH"), help=say("as 2026-11; this month unless it is given")
    )
    span.add_argument(
        "--week",
        metavar=say("DAY"),
        nargs="?",
        const="",
        help=say("the week of a day, this week's without one"),
    )
    span.add_argument(
        "--from", dest="first", metavar=say("DAY"), help=say("the first day of any span")
    )
    parser.add_argument("--to", dest="last", metavar=say("DAY"), help=say("its last day"))
    parser.add_argument(
        "--format",
        choices=(*FORMATS, _JSON),
        help=say("md, csv, json, pdf or png; in words unless it is given"),
    )
    parser.add_argument(
        "--out", type=Path, metavar=say("FILE"), help=say("write it to this file, or into a folder")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=say("also where that file is there already")
    )


def _report(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        workspace = desk.workspace
        wanted = _format(asked, desk)
        first, last = _span(asked, desk)
        found = reports.report(workspace, first, last)
        record = report_record(found.report, found.goals)
        record |= _habits_record(habits(workspace), found.goals)
        paper = Paper(found.report, found.goals, desk.dates, desk.now)
        if wanted is None or (wanted == _JSON and options.out is None):
            if wanted == _JSON:
                options.json = True
            asked.answer(record, lambda: _report_lines(asked, desk, paper))
            return 0
        content = _json_bytes(record) if wanted == _JSON else rendered(paper, Format(wanted))
        if options.out is None:
            asked.out.write(content.decode("utf-8-sig"))
            return 0
        path = options.out.absolute()
        if path.is_dir():
            path /= report_words.file_name(found.report, wanted)
        write_whole(path, content, overwrite=options.overwrite)
        asked.answer({"path": str(path)}, lambda: [desk.words.say("Exported to {path}", path=path)])
    return 0


def _format(asked: Asked, desk: Desk) -> str | None:
    """What the report is told as; None: in words, or as JSON where all answers are."""
    options = asked.options
    wanted = options.format
    if wanted is None and options.out is not None:
        ending = options.out.suffix.lower().lstrip(".")
        wanted = ending if ending in (*FORMATS, _JSON) else Format.MARKDOWN
    if wanted in _BINARY and options.out is None:
        raise Misused(desk.words.say("missing: {what}", what="--out"), f"{PROGRAM} report --out")
    return wanted


def _json_bytes(record: Record) -> bytes:
    import json

    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _span(asked: Asked, desk: Desk) -> tuple[date, date]:
    options, today = asked.options, desk.workspace.today()
    if options.last is not None and options.first is None:
        raise Misused(desk.words.say("missing: {what}", what="--from"), f"{PROGRAM} report --from")
    if options.first is not None:
        first = read_day(options.first, today)
        return first, read_day(options.last, today) if options.last is not None else today
    if options.week is not None:
        day = read_day(options.week, today) if options.week else today
        return week_of(day, desk.workspace.settings.first_weekday)
    return month_asked(options.month, today)


def report_record(report: Report, goals: Mapping[str, str]) -> Record:
    """A report as JSON: the record, its parts, and the uids behind each number."""
    return {
        **record_record(report.record, report.first, report.last),
        **span_record("spent", report.spent),
        "parts": [
            {
                "first": part.first.isoformat(),
                "last": part.last.isoformat(),
                "planned": part.planned,
                "on_time": part.on_time,
                "slipped": part.slipped,
            }
            for part in report.parts
        ],
        "goals": [
            {
                "goal_uid": part.goal,
                "name": goals.get(part.goal or ""),
                "planned": part.planned,
                "on_time": part.on_time,
                "slipped": part.slipped,
                **span_record("spent", part.spent),
            }
            for part in report.goals
        ],
        "behind": {figure: list(uids) for figure, uids in report.behind.items()},
    }


def _habits_record(found: Habits, goals: Mapping[str, str]) -> Record:
    """What the record suggests; nothing where it has too few tasks to go by."""
    return {
        "best_hours": _hours_record(found.best_hours) if found.best_hours else None,
        "best_hours_by_goal": [
            {"goal_uid": goal, "name": goals.get(goal), **_hours_record(best)}
            for goal, best in found.by_goal.items()
        ],
        "best_hours_by_tag": [
            {"tag": tag, **_hours_record(best)} for tag, best in found.by_tag.items()
        ],
    }


def _hours_record(best: BestHours) -> Record:
    return {
        "start": best.start.isoformat("minutes"),
        "end": best.end.isoformat("minutes"),
        "samples": best.samples,
    }


def _report_lines(asked: Asked, desk: Desk, paper: Paper) -> Iterator[str]:
    report, dates, words = paper.report, desk.dates, desk.words
    title = report_words.title(dates, report.first, report.last)
    yield asked.terminal.paint(title, Style.STRONG)
    yield from map(harmless, report_words.sentences(dates, report, paper.goals))
    if report.is_empty:
        return
    say = words.say
    days = tuple(told for told in report_words.weekdays(dates, report) if told.amount)
    sections: tuple[tuple[str, tuple[Told, ...]], ...] = (
        (say("Numbers"), (*report_words.counts(words, report), *report_words.rates(dates, report))),
        (say("Why things slipped"), report_words.reasons(words, report)),
        (say("Slips by weekday"), days),
        (say("On time by goal"), report_words.goal_parts(words, report, paper.goals)),
        (say("Time spent"), report_words.times(dates, report, paper.goals)),
    )
    for heading, told in sections:
        if not told:
            continue
        yield ""
        yield asked.terminal.paint(heading, Style.STRONG)
        width = max(cells(each.label) for each in told)
        yield from (f"{padded(harmless(each.label), width)}  {each.value}" for each in told)
    found = habits(desk.workspace)
    if found.best_hours is not None:
        yield ""
        yield report_words.best_hours_text(dates, found.best_hours)
        for name, hours in report_words.best_hours_of_kinds(dates, found, paper.goals):
            yield f"  {harmless(name)}  {hours}"


def _review_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "when",
        nargs="?",
        choices=("evening", "morning"),
        help=words.say("by the time of day unless it is given"),
    )


def _review(asked: Asked) -> int:
    with asked.desk() as desk:
        workspace = desk.workspace
        part = asked.options.when or daily_review.part_of_day(workspace)
        if part == "morning":
            morning = daily_review.morning(workspace)
            asked.answer(
                _morning_record(desk, morning),
                lambda: map(harmless, morning_lines(desk.dates, morning, desk.now)),
            )
        else:
            evening = daily_review.evening(workspace)
            asked.answer(
                _evening_record(desk, evening),
                lambda: map(harmless, evening_lines(desk.dates, evening, desk.now)),
            )
    return 0


def _evening_record(desk: Desk, found: Evening) -> Record:
    return {
        "part": "evening",
        "day": found.day.isoformat(),
        "tomorrow_day": (found.day + timedelta(days=1)).isoformat(),
        **{
            name: [line_record(each, desk.workspace.zone, desk.now) for each in lines]
            for name, lines in (
                ("done", found.done),
                ("slipped", found.slipped),
                ("tomorrow", found.tomorrow),
            )
        },
    }


def _morning_record(desk: Desk, found: Morning) -> Record:
    home, now = desk.workspace.zone, desk.now
    first = found.first_ready
    return {
        "part": "morning",
        "day": found.day.isoformat(),
        "open": [line_record(each, home, now) for each in found.open],
        **span_record("load", found.load),
        **span_record("capacity", found.capacity),
        **span_record("over", found.over),
        "first_ready": line_record(first, home, now) if first else None,
    }


REPORT_COMMANDS: Mapping[str, Behaviour] = {
    "report": Behaviour(_report_arguments, _report),
    "review": Behaviour(_review_arguments, _review),
}
