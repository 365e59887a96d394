"""The commands about what was done: undo, redo, a task's history, and emptying the trash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from models.errors import UnknownTask
from models.task import TaskChange
from services import goals, tasks, trash, undo
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, change_record
from views.cli.terminal import Style, Terminal, harmless
from views.text import Words
from views.text.actions import (
    action_label,
    action_text,
    change_lines,
    change_text,
    origin_text,
    redone_text,
    undone_text,
)


def _no_arguments(parser: Parser, words: Words) -> None:
    """Nothing is needed: the newest change is meant."""


def _switch(
    do: Callable[..., undo.Undone], text: Callable[[Words, str, str, int], str]
) -> Callable[[Asked], int]:
    def run(asked: Asked) -> int:
        with asked.desk() as desk:
            done = do(desk.workspace)
            record: Record = {
                "action": done.action,
                "tasks": list(done.tasks),
                "summary": done.summary,
            }
            count = max(1, len(done.tasks))
            said = text(desk.words, done.action, done.summary, count)
            asked.answer(record, lambda: [harmless(said)])
        return 0

    return run


def _history_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument("uid", metavar="UID", help=words.say("the task's uid, or how it begins"))


def _history(asked: Asked) -> int:
    with asked.desk() as desk:
        changes = _changes(desk, asked.options.uid)
        names = _names(desk, changes)
        record = [
            change_record(change, change_text(desk.words, desk.dates, change, desk.now, names))
            for change in changes
        ]
        asked.answer(record, lambda: _history_lines(desk, asked.terminal, changes, names))
    return 0


def _changes(desk: Desk, uid: str) -> tuple[TaskChange, ...]:
    """The history of a task; by its whole uid also of one that is gone for good."""
    try:
        return tasks.history(desk.workspace, tasks.resolve(desk.workspace, uid))
    except UnknownTask:
        if changes := tasks.history(desk.workspace, uid):
            return changes
        raise


def _names(desk: Desk, changes: tuple[TaskChange, ...]) -> Mapping[str, str]:
    """Names of the goals, and titles of the tasks, that the changes speak of."""
    names = {goal.uid: goal.name for goal in goals.goals(desk.workspace)}
    images = [image for change in changes for image in (change.before, change.after)]
    for parent in {image["parent"] for image in images if isinstance(image.get("parent"), str)}:
        try:
            names[str(parent)] = tasks.task(desk.workspace, str(parent)).summary
        except UnknownTask:
            continue
    return names


def _history_lines(
    desk: Desk, terminal: Terminal, changes: tuple[TaskChange, ...], names: Mapping[str, str]
) -> Iterator[str]:
    words, dates, now = desk.words, desk.dates, desk.now
    for change in changes:
        when = dates.instant(change.at, now)
        parts = [action_label(words, change.action), when, origin_text(words, change.origin)]
        yield terminal.paint(" · ".join(filter(None, parts)), Style.STRONG)
        for line in change_lines(words, dates, change, now, names):
            yield f"  {harmless(line)}"


def _empty_trash(asked: Asked) -> int:
    with asked.desk() as desk:
        count = trash.empty(desk.workspace)
        said = action_text(desk.words, "empty-trash", count=count)
        asked.answer({"deleted_for_good": count}, lambda: [said])
    return 0


PAST_COMMANDS: Mapping[str, Behaviour] = {
    "undo": Behaviour(_no_arguments, _switch(undo.undo, undone_text)),
    "redo": Behaviour(_no_arguments, _switch(undo.redo, redone_text)),
    "history": Behaviour(_history_arguments, _history),
    "empty-trash": Behaviour(_no_arguments, _empty_trash),
}
