"""A report as Markdown for people, and as CSV (RFC 4180, UTF-8 with a mark) for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from models.moment import Moment
from models.reporting import ReportRow
from views.text import report_words
from views.text.ledger_words import COUNT_LABELS
from views.text.report_words import Told

if TYPE_CHECKING:
    from views.papers.sheets import Paper

#: One promise a line; the names stay the same in both languages, for programs.
COLUMNS = (
    "uid",
    "title",
    "goal",
    "outcome",
    "due",
    "last_due",
    "settled",
    "slip_minutes",
    "moves",
    "reason",
    "reason_text",
    "spent_minutes",
)
#: A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(paper: Paper) -> bytes:
    """Every promise, in the order of their first dues; times on the reader's clock."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in paper.report.rows():
        writer.writerow([_cell(value) for value in _values(paper, row)])
    # Without the mark some spreadsheets take UTF-8 for something else.
    return text.getvalue().encode("utf-8-sig")


def _values(paper: Paper, row: ReportRow) -> tuple[object, ...]:
    zone = paper.dates.zone
    return (
        row.uid,
        row.summary,
        paper.goals.get(row.goal or "", ""),
        row.fate.replace("_", "-"),
        _moment(row.original),
        _moment(row.renegotiated) if row.renegotiated else "",
        row.settled.astimezone(zone).isoformat(timespec="minutes") if row.settled else "",
        row.slip // timedelta(minutes=1),
        row.moves,
        row.reason or "",
        row.reason_text,
        row.spent // timedelta(minutes=1),
    )


def _moment(moment: Moment) -> str:
    day = moment.date.isoformat()
    return f"{day}T{moment.time:%H:%M}" if moment.time else day


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def report_markdown(paper: Paper) -> str:
    """Title, sentences, numbers as tables, and the promises by what became of them."""
    return "\n".join(_markdown(paper)) + "\n"


def _markdown(paper: Paper) -> Iterator[str]:
    dates, report, goals = paper.dates, paper.report, paper.goals
    words = dates.words
    say = words.say
    yield f"# {say('Report')}: {report_words.title(dates, report.first, report.last)}"
    yield ""
    yield from (_text(line) for line in report_words.sentences(dates, report, goals))
    if report.is_empty:
        return
    numbers = (*report_words.counts(words, report), *report_words.rates(dates, report))
    yield from _table(say("Numbers"), numbers)
    yield from _table(say("Why things slipped"), report_words.reasons(words, report))
    slipped = tuple(told for told in report_words.weekdays(dates, report) if told.amount)
    yield from _table(say("Slips by weekday"), slipped)
    yield from _table(say("On time by goal"), report_words.goal_parts(words, report, goals))
    yield from _table(say("Time spent"), report_words.times(dates, report, goals))
    rows: dict[str, list[ReportRow]] = {}
    for row in report.rows():
        rows.setdefault(row.fate, []).append(row)
    for fate, label in COUNT_LABELS.items():
        if not (found := rows.get(fate)):
            continue
        yield ""
        yield f"## {words.say_in('record', label)} ({words.number(len(found))})"
        yield ""
        yield from (f"- {_text(row_text(paper, row))}" for row in found)


def row_text(paper: Paper, row: ReportRow) -> str:
    """``Reels · Sen 23 Nov 16.00 · 2 jam kemudian · Menunggu tim``."""
    words = paper.dates.words
    parts = [row.summary, paper.dates.exact(row.original, paper.made)]
    if row.slip:
        parts.append(words.say("{span} later", span=paper.dates.duration(row.slip)))
    if row.reason:
        parts.append(report_words.reason_name(words, row.reason))
    if row.reason_text:
        parts.append(row.reason_text)
    return " · ".join(parts)


def _table(title: str, told: Sequence[Told]) -> Iterable[str]:
    if not told:
        return
    yield ""
    yield f"## {title}"
    yield ""
    yield "| | |"
    yield "|---|---:|"
    yield from (f"| {_text(each.label)} | {_text(each.value)} |" for each in told)


def _text(text: str) -> str:
    """`text` on one line, with what Markdown would read as its own taken as it is."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in line)
