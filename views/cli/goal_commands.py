"""The commands about goals: showing all, changing one, deleting one with or without its tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.goal import Goal
from services import goals
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import goal_record
from views.cli.rows import distinct_length
from views.cli.terminal import Style, Terminal, cells, harmless, padded
from views.cli.values import read_span
from views.text import Words
from views.text.actions import action_text
from views.text.goal_words import fate_text


def _goals_arguments(parser: Parser, words: Words) -> None:
    """All of them are shown."""


def _goals(asked: Asked) -> int:
    with asked.desk() as desk:
        found = goals.goals(desk.workspace)
        asked.answer(
            [goal_record(goal) for goal in found],
            lambda: _goal_lines(desk, asked.terminal, found),
        )
    return 0


def _goal_lines(desk: Desk, terminal: Terminal, found: tuple[Goal, ...]) -> Iterator[str]:
    words = desk.words
    if not found:
        yield words.say("No goals yet.")
        return
    uid_width = distinct_length([goal.uid for goal in found])
    names = [harmless(goal.name) for goal in found]
    width = max(cells(name) for name in names)
    for goal, name in zip(found, names, strict=True):
        ready = words.say(
            "{done} of {total} ready",
            done=words.number(goal.tasks_done),
            total=words.number(goal.tasks_total),
        )
        archived = words.say("archived") if goal.archived else ""
        meta = " · ".join(filter(None, (ready, archived)))
        uid = terminal.paint(goal.uid[:uid_width], Style.QUIET)
        yield f"{uid}  {padded(name, width)}  {terminal.paint(meta, Style.QUIET)}"


def _goal_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "what",
        choices=["edit", "delete"],
        metavar=say("WHAT"),
        help=say("one of: {names}", names="edit, delete"),
    )
    parser.add_argument("name", metavar=say("NAME"), help=say("the goal's name"))
    parser.add_argument(
        "--lead",
        metavar=say("SPAN"),
        help=say("how long before its time a new task of it must be ready; none: as usual"),
    )
    parser.add_argument(
        "--with-tasks",
        action="store_true",
        help=say("its tasks go to the trash with it; else they stay, without a goal"),
    )


def _goal(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        goal = goals.goal_named(desk.workspace, options.name)
        if options.what == "edit":
            return _edit(asked, desk, goal)
        held = goals.count_held(desk.workspace, goal.uid)
        goals.delete_goal(desk.workspace, goal.uid, with_tasks=options.with_tasks)
        said = harmless(action_text(desk.words, "goal.delete", goal.name))
        fate = fate_text(desk.words, held, with_tasks=options.with_tasks)
        asked.answer(
            {"uid": goal.uid, "name": goal.name, "tasks": held, "with_tasks": options.with_tasks},
            lambda: [f"{said} · {fate}" if held else said],
        )
    return 0


def _edit(asked: Asked, desk: Desk, goal: Goal) -> int:
    given = asked.options.lead
    if given is None:
        usage = f"{desk.words.say('Usage: ')}{PROGRAM} goal edit NAME --lead SPAN"
        raise Misused(desk.words.say("missing: {what}", what="--lead"), usage)
    lead = None if given == "none" else read_span("lead", given)
    edited = goals.edit_goal(desk.workspace, goal.uid, {"default_lead": lead})
    said = harmless(action_text(desk.words, "goal.edit", goal.name))
    asked.answer(goal_record(edited), lambda: [said])
    return 0


GOAL_COMMANDS: Mapping[str, Behaviour] = {
    "goals": Behaviour(_goals_arguments, _goals),
    "goal": Behaviour(_goal_arguments, _goal),
}
