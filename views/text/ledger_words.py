"""The ledger and the record in words. It knows no clock and no screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.ledger import LedgerEntry, LedgerKind, Reason
from models.record import COUNTS, Rate, Record
from views.text.dates import Dates
from views.text.words import Words, mark_in

KIND_LABELS: Mapping[str, str] = {
    LedgerKind.PROMISED: mark_in("ledger", "Promised"),
    LedgerKind.RE_PROMISED: mark_in("ledger", "Promised anew"),
    LedgerKind.REPLACED: mark_in("ledger", "Replaced"),
    LedgerKind.HANDED_OVER: mark_in("ledger", "Handed over"),
    LedgerKind.DONE: mark_in("ledger", "Done"),
    LedgerKind.LET_GO: mark_in("ledger", "Let go"),
    LedgerKind.REOPENED: mark_in("ledger", "Open again"),
    LedgerKind.TRASHED: mark_in("ledger", "In the trash"),
    LedgerKind.RESTORED: mark_in("ledger", "Out of the trash"),
    LedgerKind.WITHDRAWN: mark_in("ledger", "Taken back"),
}
REASON_LABELS: Mapping[str, str] = {
    Reason.TEAM: mark_in("reason", "Waiting for the team"),
    Reason.DESIGN: mark_in("reason", "Design is not ready"),
    Reason.TOO_MUCH: mark_in("reason", "Too much planned"),
    Reason.NOT_IMPORTANT: mark_in("reason", "Not important now"),
    Reason.OTHER: mark_in("reason", "Other"),
}
COUNT_LABELS: Mapping[str, str] = {
    "done_on_time": mark_in("record", "Done on time"),
    "done_late": mark_in("record", "Done late"),
    "missed": mark_in("record", "Missed"),
    "replaced": mark_in("record", "Replaced"),
    "handed_over": mark_in("record", "Handed over"),
    "let_go": mark_in("record", "Let go"),
    "ahead": mark_in("record", "Still ahead"),
}


def kind_label(words: Words, kind: str) -> str:
    """``Dijanjikan`` or ``Promised``."""
    return words.say_in("ledger", KIND_LABELS[kind])


def reason_label(words: Words, reason: str) -> str:
    """``Menunggu tim`` or ``Waiting for the team``."""
    return words.say_in("reason", REASON_LABELS[reason])


def entry_text(dates: Dates, entry: LedgerEntry) -> str:
    """``Dijanjikan ulang · 24 Nov 10.00 · Menunggu tim``: what an entry says of its task."""
    parts = [kind_label(dates.words, entry.kind)]
    if entry.kind in (LedgerKind.PROMISED, LedgerKind.RE_PROMISED):
        no_due = dates.words.say("no due")
        parts.append(dates.exact(entry.due, entry.at) if entry.due else no_due)
    if entry.reason:
        parts.append(reason_label(dates.words, entry.reason))
    parts += [part for part in (entry.person, entry.reason_text) if part]
    return " · ".join(parts)


def rate_text(words: Words, rate: Rate) -> str:
    """``83% (5 of 6)``; a dash where nothing was judged yet."""
    if rate.share is None:
        return "–"
    of = words.say(
        "{done} of {total}", done=words.number(rate.kept), total=words.number(rate.judged)
    )
    return f"{round(rate.share * 100)}% ({of})"


def slip_label(words: Words, record: Record) -> str:
    """What a record's median slip is called; of a single task nothing is usual yet."""
    if record.done_late == 1:
        return words.say_in("record", "Late by")
    return words.say_in("record", "Usual slip")


def record_lines(dates: Dates, record: Record) -> Iterator[tuple[str, str]]:
    """What a record says, each with its name: counts that are not zero, rates, slips."""
    words = dates.words
    yield words.say_in("record", "Planned"), words.number(record.planned)
    for name in COUNTS:
        if count := getattr(record, name):
            yield words.say_in("record", COUNT_LABELS[name]), words.number(count)
    if record.re_promised:
        yield words.say_in("record", "Moved to another time"), words.number(record.re_promised)
    yield words.say_in("record", "On time, first promise"), rate_text(words, record.original)
    yield words.say_in("record", "On time, last promise"), rate_text(words, record.renegotiated)
    if record.ready.judged:
        yield words.say_in("record", "Ready on time"), rate_text(words, record.ready)
    if record.median_slip is not None:
        yield slip_label(words, record), dates.duration(record.median_slip)
    for reason, count in sorted(record.by_reason.items(), key=lambda each: -each[1]):
        said = reason_label(words, reason) if reason else words.say("No reason given")
        yield said, words.number(count)
