"""The commands about several tasks at once, and about their manual order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.errors import ImpossibleValue
from services import goals, ordering, several, tags, tasks
from services.workspace import Workspace
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.terminal import harmless
from views.cli.values import read_priority
from views.text import Words
from views.text.actions import action_text


def uids_argument(parser: Parser, words: Words) -> None:
    """One task or several."""
    parser.add_argument(
        "uids", nargs="+", metavar="UID", help=words.say("the tasks' uids, or how they begin")
    )


def resolved(desk: Desk, asked: Asked) -> list[str]:
    """The uids that were meant, each once.

    Raises:
        UnknownTask, AmbiguousUid: one cannot be told.
    """
    found = (tasks.resolve(desk.workspace, uid) for uid in asked.options.uids)
    return list(dict.fromkeys(found))


def answer_many(asked: Asked, desk: Desk, action: str, uids: list[str], changed: int) -> None:
    """Say what was done to how many tasks; of one by its title."""
    title = tasks.task(desk.workspace, uids[0]).summary if len(uids) == 1 else ""
    asked.answer(
        {"action": action, "tasks": uids, "changed": changed},
        lambda: [harmless(action_text(desk.words, action, title, len(uids)))],
    )


def _move_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("uid", metavar="UID", help=say("the task's uid, or how it begins"))
    beside = parser.add_mutually_exclusive_group(required=True)
    beside.add_argument("--after", metavar="UID", help=say("right behind this task"))
    beside.add_argument("--before", metavar="UID", help=say("right in front of this task"))


def _move(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        workspace = desk.workspace
        uid = tasks.resolve(workspace, options.uid)
        after = tasks.resolve(workspace, options.after) if options.after else None
        before = tasks.resolve(workspace, options.before) if options.before else None
        task = ordering.reorder(workspace, uid, after=after, before=before)
        asked.answer(
            {"uid": uid, "summary": task.summary, "position": task.position},
            lambda: [harmless(action_text(desk.words, "reorder", task.summary))],
        )
    return 0


def _many(action: str, do: Callable[[Workspace, list[str], Asked], int]) -> Callable[[Asked], int]:
    """A command that does the same to each task, as one undo step."""

    def run(asked: Asked) -> int:
        with asked.desk() as desk:
            uids = resolved(desk, asked)
            answer_many(asked, desk, action, uids, do(desk.workspace, uids, asked))
        return 0

    return run


def _assign_arguments(parser: Parser, words: Words) -> None:
    uids_argument(parser, words)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--goal", metavar=words.say("NAME"), help=words.say("the goal's name"))
    where.add_argument("--no-goal", action="store_true", help=words.say("out of their goals"))


def _assign(desk: Workspace, uids: list[str], asked: Asked) -> int:
    name = asked.options.goal
    goal = goals.goal_named(desk, name).uid if name is not None else None
    return several.assign_many(desk, uids, goal)


def _prioritise_arguments(parser: Parser, words: Words) -> None:
    uids_argument(parser, words)
    parser.add_argument(
        "--priority",
        required=True,
        metavar=words.say("LEVEL"),
        help=words.say("high, medium, low, p1–p4 or 0–9"),
    )


def _prioritise(desk: Workspace, uids: list[str], asked: Asked) -> int:
    return several.prioritise_many(desk, uids, read_priority(asked.options.priority))


def _tag_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    uids_argument(parser, words)
    for option, said in (("--add", say("a tag to give")), ("--remove", say("a tag to take off"))):
        parser.add_argument(option, action="append", default=[], metavar=say("TAG"), help=said)


def _tag(desk: Workspace, uids: list[str], asked: Asked) -> int:
    options = asked.options
    if not options.add and not options.remove:
        raise ImpossibleValue("categories", "")
    return tags.tag_many(desk, uids, add=options.add, remove=options.remove)


SEVERAL_COMMANDS: Mapping[str, Behaviour] = {
    "move": Behaviour(_move_arguments, _move),
    "pin": Behaviour(
        uids_argument, _many("pin", lambda desk, uids, _: several.pin_many(desk, uids, True))
    ),
    "unpin": Behaviour(
        uids_argument, _many("unpin", lambda desk, uids, _: several.pin_many(desk, uids, False))
    ),
    "assign": Behaviour(_assign_arguments, _many("assign", _assign)),
    "prioritise": Behaviour(_prioritise_arguments, _many("prioritise", _prioritise)),
    "tag": Behaviour(_tag_arguments, _many("tag", _tag)),
}
