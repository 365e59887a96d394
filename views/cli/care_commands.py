"""The commands that look after the data: the example, the examination, copies of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from models.diagnosis import Diagnosis, Problem
from services import care, example
from services.clock import SystemClock
from views.cli.asked import Asked, Behaviour
from views.cli.parser import Parser
from views.cli.terminal import Style, harmless
from views.text import Words, mark
from views.text.actions import action_text

#: The doctor's exit code for data that is not sound.
UNSOUND = 1

_PROBLEMS: Mapping[Problem, str] = {
    Problem.MISSING: mark("There is no data yet."),
    Problem.UNREADABLE: mark("The data file cannot be read."),
    Problem.NOT_A_DATABASE: mark("The data file is not a database."),
    Problem.FOREIGN: mark("The data file belongs to another program."),
    Problem.NEWER_SCHEMA: mark("The data comes from a newer DoCheck."),
    Problem.OLDER_SCHEMA: mark("The data comes from an older DoCheck, which opening it updates."),
    Problem.DAMAGED: mark("The data file is damaged."),
    Problem.LOOSE_REFERENCE: mark("Something refers to what is not there."),
    Problem.WRONG_SHELF: mark("A task is filed in the wrong list."),
    Problem.WRONG_INSTANT: mark("A task is filed under the wrong time."),
    Problem.CIRCULAR_PARENT: mark("A task is a step of itself."),
    Problem.NO_CAPTURE: mark("The history of a task has no beginning."),
    Problem.WRONG_WORDS: mark("A task is found by words that are not its own."),
    Problem.WRONG_PROMISE: mark("Reports say other than what was promised."),
    Problem.NOT_WRITE_AHEAD: mark("The data file is in a slower mode than it should be."),
}


def _demo_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "--force", action="store_true", help=words.say("also where there are tasks already")
    )


def _demo(asked: Asked) -> int:
    with asked.desk() as desk:
        made = example.load_example(desk.workspace, desk.words.language, force=asked.options.force)
        asked.answer({"tasks": made}, lambda: [action_text(desk.words, "example", count=made)])
    return 0


def _no_arguments(parser: Parser, words: Words) -> None:
    """The folder is enough."""


def _doctor(asked: Asked) -> int:
    found = care.doctor(asked.place.paths.folder)
    record = asdict(found) | {
        "is_sound": found.is_sound,
        "problems": [{"problem": each.problem, "detail": each.detail} for each in found.problems],
        "database": str(found.database),
        "newest_backup": str(found.newest_backup) if found.newest_backup else None,
    }
    asked.answer(record, lambda: _doctor_lines(asked, found))
    return 0 if found.is_sound else UNSOUND


def _doctor_lines(asked: Asked, found: Diagnosis) -> Iterator[str]:
    words, terminal = asked.words, asked.terminal
    number, say = words.number, words.say
    if found.is_sound:
        yield terminal.paint(say("All is well."), Style.DONE)
    for each in found.problems:
        said = terminal.paint(say(_PROBLEMS[each.problem]), Style.MISSED)
        yield f"{said} {harmless(each.detail)}".rstrip()
    yield ""
    yield say("Data: {path} ({size} kB)", path=found.database, size=number(found.size // 1000))
    yield say(
        "Tasks: {open} open, {done} done, {trash} in the trash",
        open=number(found.counts.open),
        done=number(found.counts.done),
        trash=number(found.counts.trash),
    )
    yield say("Goals: {goals}", goals=number(found.counts.goals))
    yield say("Backups: {count}", count=number(found.backups))
    if found.newest_backup is not None:
        yield say("Newest good backup: {path}", path=found.newest_backup)
        if not found.is_sound:
            yield say(
                "To go back to it: {command}",
                command=f'main.py restore-backup "{found.newest_backup}"',
            )


def _file_argument(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "file", type=Path, metavar=words.say("FILE"), help=words.say("the backup's file")
    )


def _backup_arguments(parser: Parser, words: Words) -> None:
    _file_argument(parser, words)
    parser.add_argument(
        "--overwrite", action="store_true", help=words.say("also where that file is there already")
    )


def _backup(asked: Asked) -> int:
    with asked.desk() as desk:
        path = care.backup(
            desk.workspace, asked.options.file.absolute(), overwrite=asked.options.overwrite
        )
        asked.answer(
            {"path": str(path)}, lambda: [desk.words.say("Backed up to {path}", path=path)]
        )
    return 0


def _restore(asked: Asked) -> int:
    source = asked.options.file.absolute()
    now = asked.place.instant() or SystemClock().now()
    kept = care.restore_backup(asked.place.paths.folder, source, now)

    def lines() -> Iterator[str]:
        yield asked.words.say("Restored {path}", path=source)
        if kept is not None:
            yield asked.words.say("What was there before is kept in {path}", path=kept)

    asked.answer({"restored": str(source), "kept": str(kept) if kept else None}, lines)
    return 0


CARE_COMMANDS: Mapping[str, Behaviour] = {
    "demo": Behaviour(_demo_arguments, _demo),
    "doctor": Behaviour(_no_arguments, _doctor),
    "backup": Behaviour(_backup_arguments, _backup),
    "restore-backup": Behaviour(_file_argument, _restore),
}
