"""The commands about one task: add, show, duplicate, edit, done, skip, reopen, delete, restore."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from models.errors import StepsOpen
from models.series import Scope
from models.task import Task, TaskLine
from services import copying, goals, series, tasks, trash
from services.steps import complete_with_steps, count_open_steps, progress
from services.workspace import Workspace
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, task_record
from views.cli.rows import card
from views.cli.several_commands import answer_many, resolved, uids_argument
from views.cli.task_options import add_task_options, fields_from, keep
from views.cli.terminal import harmless
from views.cli.unplaced import unplaced_lines, unplaced_of, unplaced_record
from views.text import Words
from views.text.actions import action_text, open_steps_text, with_steps_text

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
        task = keep(desk.workspace, asked.options, desk.words, fields)
        _answer(asked, desk, task, lambda: _said(desk, "capture", task))
    return 0


def _uid_argument(parser: Parser, words: Words) -> None:
    parser.add_argument("uid", metavar="UID", help=words.say("the task's uid, or how it begins"))


def _show(asked: Asked) -> int:
    with asked.desk() as desk:
        task = tasks.task(desk.workspace, tasks.resolve(desk.workspace, asked.options.uid))
        steps = tasks.steps(desk.workspace, task.uid)
        goal = _goal_name(desk, task)
        share = progress(desk.workspace, task.uid)
        _answer(asked, desk, task, lambda: card(task, desk, asked.terminal, goal, steps, share))
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
        with desk.workspace.changes.collected() as changes:
            task = keep(desk.workspace, asked.options, desk.words, fields, uid)
        touched = {each for changed in changes for each in changed.tasks}
        # An edit of a series touches its other occurrences, which are no steps.
        left = unplaced_of(desk, uid, changes) if {"due", "offset"} & fields.keys() else ()
        steps = touched - {uid, *(step.uid for step in left)}
        along = len(steps) if asked.options.scope is None else 0

        def lines() -> Iterable[str]:
            yield from _said(desk, "edit", task, steps=along)
            yield from unplaced_lines(asked, desk, left)

        _answer(asked, desk, task, lines, unplaced_record(desk, left))
    return 0


def _gesture(
    action: str,
    do: Callable[[Workspace, str], Task],
    many: Callable[[Workspace, list[str]], object] | None = None,
) -> Callable[[Asked], int]:
    """A command that does one thing to one task and tells of the task that it hands back.

    With `many` it takes several, as one undo step.
    """

    def run(asked: Asked) -> int:
        with asked.desk() as desk:
            uids = resolved(desk, asked) if many is not None else []
            if many is not None and len(uids) > 1:
                many(desk.workspace, uids)
                answer_many(asked, desk, action, uids, len(uids))
                return 0
            uid = uids[0] if uids else tasks.resolve(desk.workspace, asked.options.uid)
            task = tasks.task(desk.workspace, do(desk.workspace, uid).uid)
            _answer(asked, desk, task, lambda: _said(desk, action, task, _following(desk, task)))
        return 0

    return run


def _done_arguments(parser: Parser, words: Words) -> None:
    uids_argument(parser, words)
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument(
        "--with-steps",
        dest="with_steps",
        action="store_true",
        default=None,
        help=words.say("its open steps are done too"),
    )
    steps.add_argument(
        "--alone",
        dest="with_steps",
        action="store_false",
        help=words.say("its open steps stay open"),
    )


def _done(asked: Asked) -> int:
    with asked.desk() as desk:
        uids = resolved(desk, asked)
        still_open = [uid for uid in uids if tasks.task(desk.workspace, uid).status.is_open]
        count = count_open_steps(desk.workspace, still_open)
        with_steps = _wants_steps(asked, desk, uids, count) if count else False
        if with_steps is None:
            return 1
        if with_steps:
            complete_with_steps(desk.workspace, uids)
        else:
            tasks.complete_many(desk.workspace, uids)
        if len(uids) > 1:
            answer_many(asked, desk, "complete", uids, len(uids))
            return 0
        task = tasks.task(desk.workspace, uids[0])

        def said() -> list[str]:
            following, along = _following(desk, task), count if with_steps else 0
            return _said(desk, "complete", task, following, along)

        _answer(asked, desk, task, said)
    return 0


def _wants_steps(asked: Asked, desk: Desk, uids: list[str], count: int) -> bool | None:
    """Whether the open steps are done too, by an option or by asking; None: nothing is to be.

    Raises:
        StepsOpen: no option says it, and there is nobody to ask.
    """
    if asked.options.with_steps is not None:
        return asked.options.with_steps
    summary = tasks.line(desk.workspace, uids[0]).summary if len(uids) == 1 else ""
    if asked.options.json or not (asked.stdin.isatty() and asked.out.isatty()):
        first = next(uid for uid in uids if count_open_steps(desk.workspace, (uid,)))
        of_first = count_open_steps(desk.workspace, (first,))
        raise StepsOpen(tasks.line(desk.workspace, first).summary, of_first)
    asked.out.write(f"{harmless(open_steps_text(desk.words, summary, count))}\n")
    asked.out.write(desk.words.say("Complete them too? [y]es, [n]o, [c]ancel: "))
    asked.out.flush()
    answer = asked.stdin.readline().strip().casefold()[:1]
    # In either language: yes and ya, no and tidak; all else is a no to the whole.
    return {"y": True, "n": False, "t": False}.get(answer)


def _delete_arguments(parser: Parser, words: Words) -> None:
    uids_argument(parser, words)
    parser.add_argument(
        "--for-good",
        action="store_true",
        help=words.say("out of the trash and the data, with its steps"),
    )
    parser.add_argument(
        "--scope",
        choices=[each.value for each in Scope],
        help=words.say("of a repeating task: this time alone, those that follow too, or all"),
    )


def _delete(asked: Asked) -> int:
    if not asked.options.for_good:
        if asked.options.scope is None:
            return _gesture("delete", tasks.delete, tasks.delete_many)(asked)
        scope = Scope(asked.options.scope)
        action = "skip" if scope is Scope.THIS else "delete"

        def delete(desk: Workspace, uid: str) -> Task:
            return series.delete_series(desk, uid, scope)

        def delete_many(desk: Workspace, uids: list[str]) -> None:
            for uid in uids:
                delete(desk, uid)

        return _gesture(action, delete, delete_many)(asked)
    with asked.desk() as desk:
        uids = resolved(desk, asked)
        titles = [tasks.task(desk.workspace, uid).summary for uid in uids]
        count = trash.delete_many_for_good(desk.workspace, uids, also_kept=True)
        one: Record = {"uid": uids[0], "summary": titles[0]}
        record: Record = one if len(uids) == 1 else {"tasks": list(uids)}
        title = titles[0] if len(uids) == 1 else ""
        asked.answer(
            {**record, "deleted_for_good": count},
            lambda: [harmless(action_text(desk.words, "delete-for-good", title, count))],
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
        uids = resolved(desk, asked)
        tasks.restore_many(desk.workspace, uids)
        if len(uids) == 1:
            task = tasks.task(desk.workspace, uids[0])
            _answer(asked, desk, task, lambda: _said(desk, "restore", task))
            return 0
        record: Record = {"restored": len(uids), "tasks": uids}
        asked.answer(record, lambda: [action_text(desk.words, "restore", count=len(uids))])
    return 0


def _answer(
    asked: Asked,
    desk: Desk,
    task: Task,
    lines: Callable[[], Iterable[str]],
    more: Record | None = None,
) -> None:
    steps = tasks.steps(desk.workspace, task.uid)
    record = task_record(
        task,
        tasks.line(desk.workspace, task.uid),
        desk.workspace.zone,
        desk.now,
        goal_name=_goal_name(desk, task),
        steps=steps,
        following=_following(desk, task) if asked.options.json else None,
        progress=progress(desk.workspace, task.uid),
    )
    asked.answer(record | (more or {}), lines)


def _following(desk: Desk, task: Task) -> TaskLine | None:
    """The open occurrence of the task's series, where that is another task."""
    found = series.open_occurrence(desk.workspace, task.series)
    return found if found is not None and found.uid != task.uid else None


def _said(
    desk: Desk, action: str, task: Task, following: TaskLine | None = None, steps: int = 0
) -> list[str]:
    """What was done, when it is due or comes next, and the uid for what may be done next.

    `steps` is how many steps it was done to besides.
    """
    done = action_text(desk.words, action, task.summary)
    parts = [harmless(with_steps_text(desk.words, done, steps))]
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
    "duplicate": Behaviour(
        uids_argument, _gesture("duplicate", copying.duplicate, copying.duplicate_many)
    ),
    "edit": Behaviour(_edit_arguments, _edit),
    "done": Behaviour(_done_arguments, _done),
    "skip": Behaviour(_uid_argument, _gesture("skip", series.skip)),
    "reopen": Behaviour(_uid_argument, _gesture("reopen", tasks.reopen)),
    "delete": Behaviour(_delete_arguments, _delete),
    "restore": Behaviour(_restore_arguments, _restore),
}
