"""The commands about one task: add, show, duplicate, edit, done, skip, reopen, delete, restore."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from models.task import Task, TaskLine
from services import copying, goals, series, tasks, trash
from services.workspace import Workspace
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, task_record
from views.cli.rows import card
from views.cli.task_options import add_task_options, fields_from, keep
from views.cli.terminal import harmless
from views.text import Words
from views.text.actions import action_text

_SHOWN_UID = 13


def _add_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "text",
        nargs="+",
        metavar=words.say("TEXT"),
        help=words.say("the title, and in the same line when, how often, #tag, @goal…"),
    )
    parser.add_argument(
        "--plain", action="store_true", help=words.say("take the text as it is: all of it is title")
    )
    add_task_options(parser, words, is_edit=False)


def _add(asked: Asked) -> int:
    # The other commands about a task do without the grammar of a line.
    from views.cli.line_of_task import fields_of_line

    with asked.desk() as desk:
        fields = fields_of_line(asked.options, desk)
        task = keep(desk.workspace, asked.options, fields)
        _answer(asked, desk, task, lambda: _said(desk, "capture", task))
    return 0


def _uid_argument(parser: Parser, words: Words) -> None:
    parser.add_argument("uid", metavar="UID", help=words.say("the task's uid, or how it begins"))


def _show(asked: Asked) -> int:
    with asked.desk() as desk:
        task = tasks.task(desk.workspace, tasks.resolve(desk.workspace, asked.options.uid))
        steps = tasks.steps(desk.workspace, task.uid)
        goal = _goal_name(desk, task)
        _answer(asked, desk, task, lambda: card(task, desk, asked.terminal, goal, steps))
    return 0


def _edit_arguments(parser: Parser, words: Words) -> None:
    _uid_argument(parser, words)
    parser.add_argument("--title", metavar=words.say("TEXT"), help=words.say("another title"))
    add_task_options(parser, words, is_edit=True)


def _edit(asked: Asked) -> int:
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, asked.options.uid)
        before = tasks.task(desk.workspace, uid)
        fields = fields_from(asked.options, desk.workspace, before)
        if asked.options.title is not None:
            fields["summary"] = asked.options.title
        task = keep(desk.workspace, asked.options, fields, uid)
        _answer(asked, desk, task, lambda: _said(desk, "edit", task))
    return 0


def _gesture(action: str, do: Callable[[Workspace, str], Task]) -> Callable[[Asked], int]:
    """A command that does one thing to one task and tells of the task that it hands back."""

    def run(asked: Asked) -> int:
        with asked.desk() as desk:
            uid = tasks.resolve(desk.workspace, asked.options.uid)
            task = tasks.task(desk.workspace, do(desk.workspace, uid).uid)
            _answer(asked, desk, task, lambda: _said(desk, action, task, _following(desk, task)))
        return 0

    return run


def _delete_arguments(parser: Parser, words: Words) -> None:
    _uid_argument(parser, words)
    parser.add_argument(
        "--for-good",
        action="store_true",
        help=words.say("out of the trash and the data, with its steps"),
    )


def _delete(asked: Asked) -> int:
    if not asked.options.for_good:
        return _gesture("delete", tasks.delete)(asked)
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, asked.options.uid)
        task = tasks.task(desk.workspace, uid)
        count = trash.delete_for_good(desk.workspace, uid, also_kept=True)
        asked.answer(
            {"uid": uid, "summary": task.summary, "deleted_for_good": count},
            lambda: [harmless(action_text(desk.words, "delete-for-good", task.summary, count))],
        )
    return 0


def _restore_arguments(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "uids",
        nargs="*",
        metavar="UID",
        help=words.say("the tasks' uids, or how they begin"),
    )
    parser.add_argument("--all", action="store_true", help=words.say("all that is in the trash"))


def _restore(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        if options.all:
            count = trash.restore_all(desk.workspace)
            asked.answer(
                {"restored": count}, lambda: [action_text(desk.words, "restore", count=count)]
            )
            return 0
        if not options.uids:
            usage = f"{desk.words.say('Usage: ')}{PROGRAM} restore UID"
            raise Misused(desk.words.say("missing: {what}", what="UID"), usage)
        uids = [tasks.resolve(desk.workspace, uid) for uid in options.uids]
        tasks.restore_many(desk.workspace, uids)
        if len(uids) == 1:
            task = tasks.task(desk.workspace, uids[0])
            _answer(asked, desk, task, lambda: _said(desk, "restore", task))
            return 0
        record: Record = {"restored": len(uids), "tasks": uids}
        asked.answer(record, lambda: [action_text(desk.words, "restore", count=len(uids))])
    return 0


def _answer(asked: Asked, desk: Desk, task: Task, lines: Callable[[], Iterable[str]]) -> None:
    steps = tasks.steps(desk.workspace, task.uid)
    record = task_record(
        task,
        tasks.line(desk.workspace, task.uid),
        desk.workspace.zone,
        desk.now,
        goal_name=_goal_name(desk, task),
        steps=steps,
        following=_following(desk, task) if asked.options.json else None,
    )
    asked.answer(record, lines)


def _following(desk: Desk, task: Task) -> TaskLine | None:
    """The open occurrence of the task's series, where that is another task."""
    found = series.open_occurrence(desk.workspace, task.series)
    return found if found is not None and found.uid != task.uid else None


def _said(desk: Desk, action: str, task: Task, following: TaskLine | None = None) -> list[str]:
    """What was done, when it is due or comes next, and the uid for what may be done next."""
    parts = [harmless(action_text(desk.words, action, task.summary))]
    if task.due is not None and task.is_open:
        parts.append(desk.dates.spoken(task.due, desk.now))
    elif following is not None and following.due is not None:
        when = desk.dates.spoken(following.due, desk.now)
        parts.append(desk.words.say("next: {when}", when=when))
    return [" · ".join((*parts, task.uid[:_SHOWN_UID]))]


def _goal_name(desk: Desk, task: Task) -> str | None:
    return goals.goal(desk.workspace, task.goal).name if task.goal else None


TASK_COMMANDS: Mapping[str, Behaviour] = {
    "add": Behaviour(_add_arguments, _add),
    "show": Behaviour(_uid_argument, _show),
    "duplicate": Behaviour(_uid_argument, _gesture("duplicate", copying.duplicate)),
    "edit": Behaviour(_edit_arguments, _edit),
    "done": Behaviour(_uid_argument, _gesture("complete", tasks.complete)),
    "skip": Behaviour(_uid_argument, _gesture("skip", series.skip)),
    "reopen": Behaviour(_uid_argument, _gesture("reopen", tasks.reopen)),
    "delete": Behaviour(_delete_arguments, _delete),
    "restore": Behaviour(_restore_arguments, _restore),
}
