"""The commands about time spent: the timer, and a task's entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.time_spent import TimeEntry, spent
from services import tasks, time_spent
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, entry_record, time_record
from views.cli.rows import distinct_length
from views.cli.terminal import Style, Terminal, harmless
from views.cli.values import read_span
from views.text import Words
from views.text.actions import action_text
from views.text.spent import entry_text, planned_and_tracked


def _uid_argument(parser: Parser, words: Words) -> None:
    parser.add_argument("uid", metavar="UID", help=words.say("the task's uid, or how it begins"))


def _no_arguments(parser: Parser, words: Words) -> None:
    """At most one timer runs."""


def _start(asked: Asked) -> int:
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, asked.options.uid)
        before = time_spent.running(desk.workspace)
        entry = time_spent.start(desk.workspace, uid)
        said = [_said(desk, "timer.start", uid)]
        stopped = before.summary if before and before.entry.task != uid else ""
        if stopped:
            said.insert(0, harmless(action_text(desk.words, "timer.stop", stopped)))
        asked.answer(_record(desk, entry), lambda: said)
    return 0


def _stop(asked: Asked) -> int:
    with asked.desk() as desk:
        entry = time_spent.stop(desk.workspace)
        said = _said(desk, "timer.stop", entry.task)
        told = entry_text(desk.dates, entry, desk.now)
        asked.answer(_record(desk, entry), lambda: [f"{said} · {told}"])
    return 0


def _timer(asked: Asked) -> int:
    with asked.desk() as desk:
        running = time_spent.running(desk.workspace)
        if running is None:
            asked.answer(None, lambda: [desk.words.say("No timer is running.")])
            return 0
        told = entry_text(desk.dates, running.entry, desk.now)
        asked.answer(
            _record(desk, running.entry), lambda: [f"{harmless(running.summary)} · {told}"]
        )
    return 0


def _time_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    _uid_argument(parser, words)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar=say("SPAN"), help=say("add work up to now, as 45m or 2h"))
    what.add_argument(
        "--change",
        nargs=2,
        metavar=(say("ENTRY"), say("SPAN")),
        help=say("give an entry another length"),
    )
    what.add_argument("--delete", metavar=say("ENTRY"), help=say("take an entry away"))
    parser.add_argument("--note", metavar=say("TEXT"), help=say("what was done in that time"))


def _time(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        workspace = desk.workspace
        uid = tasks.resolve(workspace, options.uid)
        if options.add is not None:
            span = read_span("time_entry", options.add)
            time_spent.add(workspace, uid, span, note=options.note or "")
        elif options.change is not None:
            entry, text = options.change
            found = time_spent.resolve(workspace, uid, entry)
            span = read_span("time_entry", text)
            time_spent.change(workspace, found, span=span, note=options.note)
        elif options.delete is not None:
            time_spent.delete(workspace, time_spent.resolve(workspace, uid, options.delete))
        task = tasks.task(workspace, uid)
        entries = time_spent.of_task(workspace, uid)
        total = spent(entries, desk.now)

        def lines() -> Iterator[str]:
            told = planned_and_tracked(desk.dates, task.estimate, total)
            told = told or desk.words.say("No time tracked yet.")
            yield asked.terminal.paint(f"{harmless(task.summary)} · {told}", Style.STRONG)
            yield from _entry_lines(desk, asked.terminal, entries)

        asked.answer(time_record(task, entries, desk.now), lines)
    return 0


def _entry_lines(desk: Desk, terminal: Terminal, entries: tuple[TimeEntry, ...]) -> Iterator[str]:
    width = distinct_length([entry.uid for entry in entries])
    for entry in entries:
        uid = terminal.paint(entry.uid[:width], Style.QUIET)
        yield f"{uid}  {harmless(entry_text(desk.dates, entry, desk.now))}"


def _record(desk: Desk, entry: TimeEntry) -> Record:
    return entry_record(entry, desk.now) | {
        "summary": tasks.task(desk.workspace, entry.task).summary
    }


def _said(desk: Desk, action: str, uid: str) -> str:
    return harmless(action_text(desk.words, action, tasks.task(desk.workspace, uid).summary))


TIME_COMMANDS: Mapping[str, Behaviour] = {
    "start": Behaviour(_uid_argument, _start),
    "stop": Behaviour(_no_arguments, _stop),
    "timer": Behaviour(_no_arguments, _timer),
    "time": Behaviour(_time_arguments, _time),
}
