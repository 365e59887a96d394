"""The commands about goals: showing all; adding, changing, ordering and deleting one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from models.goal import GOAL_ICONS, Goal, GoalColor, GoalFields
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
        pinned = words.say("pinned") if goal.pinned else ""
        parts = (harmless(goal.category or ""), ready, pinned, archived)
        meta = " · ".join(filter(None, parts))
        uid = terminal.paint(goal.uid[:uid_width], Style.QUIET)
        yield f"{uid}  {padded(name, width)}  {terminal.paint(meta, Style.QUIET)}"


def _goal_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "what",
        choices=list(_WHATS),
        metavar=say("WHAT"),
        help=say("one of: {names}", names=", ".join(_WHATS)),
    )
    parser.add_argument("name", metavar=say("NAME"), help=say("the goal's name"))
    look = parser.add_argument_group(say("to add or edit"))
    look.add_argument("--name", dest="new_name", metavar=say("NAME"), help=say("another name"))
    look.add_argument("--description", metavar=say("TEXT"), help=say("what it is for"))
    look.add_argument("--category", metavar=say("NAME"), help=say("stands with others of it"))
    look.add_argument(
        "--lead",
        metavar=say("SPAN"),
        help=say("how long before its time a new task of it must be ready; none: as usual"),
    )
    colors = [color.value for color in GoalColor]
    look.add_argument(
        "--color",
        choices=colors,
        metavar=say("COLOUR"),
        help=say("one of: {names}", names=", ".join(colors)),
    )
    look.add_argument(
        "--icon",
        choices=GOAL_ICONS,
        metavar=say("ICON"),
        help=say("one of: {names}", names=", ".join(GOAL_ICONS)),
    )
    for field, yes, no, said, unsaid in (
        ("pinned", "--pin", "--no-pin", say("onto Home"), say("off Home")),
        ("archived", "--archive", "--unarchive", say("put away"), say("back to the others")),
    ):
        either = look.add_mutually_exclusive_group()
        either.add_argument(yes, dest=field, action="store_true", default=None, help=said)
        either.add_argument(no, dest=field, action="store_false", default=None, help=unsaid)
    order = parser.add_argument_group(say("to move")).add_mutually_exclusive_group()
    order.add_argument("--after", metavar=say("NAME"), help=say("right behind this goal"))
    order.add_argument("--before", metavar=say("NAME"), help=say("right in front of this goal"))
    gone = parser.add_argument_group(say("to delete"))
    gone.add_argument(
        "--with-tasks",
        action="store_true",
        help=say("its tasks go to the trash with it; else they stay, without a goal"),
    )


def _goal(asked: Asked) -> int:
    with asked.desk() as desk:
        _WHATS[asked.options.what](asked, desk)
    return 0


def _add(asked: Asked, desk: Desk) -> None:
    name = asked.options.new_name or asked.options.name
    goal = goals.create_goal(desk.workspace, {**_fields(asked), "name": name})
    _tell(asked, desk, "goal.create", goal)


def _edit(asked: Asked, desk: Desk) -> None:
    goal = goals.goal_named(desk.workspace, asked.options.name)
    fields = _fields(asked)
    if asked.options.new_name is not None:
        fields["name"] = asked.options.new_name
    _tell(asked, desk, "goal.edit", goals.edit_goal(desk.workspace, goal.uid, fields))


def _fields(asked: Asked) -> GoalFields:
    """What the options say of a goal, but its name."""
    options = asked.options
    fields: GoalFields = {}
    if options.description is not None:
        fields["description"] = options.description
    if options.category is not None:
        fields["category"] = options.category
    if options.lead is not None:
        lead = None if options.lead == "none" else read_span("lead", options.lead)
        fields["default_lead"] = lead
    if options.color is not None:
        fields["color"] = GoalColor(options.color)
    if options.icon is not None:
        fields["icon"] = options.icon
    if options.pinned is not None:
        fields["pinned"] = options.pinned
    if options.archived is not None:
        fields["archived"] = options.archived
    return fields


def _move(asked: Asked, desk: Desk) -> None:
    options = asked.options
    if options.after is None and options.before is None:
        usage = f"{desk.words.say('Usage: ')}{PROGRAM} goal move"
        usage += f" {desk.words.say('NAME')} --after {desk.words.say('NAME')}"
        raise Misused(desk.words.say("missing: {what}", what="--after, --before"), usage)
    uid = goals.goal_named(desk.workspace, options.name).uid
    after, before = (
        goals.goal_named(desk.workspace, name).uid if name is not None else None
        for name in (options.after, options.before)
    )
    goal = goals.reorder_goal(desk.workspace, uid, after=after, before=before)
    _tell(asked, desk, "goal.reorder", goal)


def _tell(asked: Asked, desk: Desk, action: str, goal: Goal) -> None:
    said = harmless(action_text(desk.words, action, goal.name))
    asked.answer(goal_record(goal), lambda: [said])


def _delete(asked: Asked, desk: Desk) -> None:
    options = asked.options
    goal = goals.goal_named(desk.workspace, options.name)
    held = goals.count_held(desk.workspace, goal.uid)
    goals.delete_goal(desk.workspace, goal.uid, with_tasks=options.with_tasks)
    said = harmless(action_text(desk.words, "goal.delete", goal.name))
    fate = fate_text(desk.words, held, with_tasks=options.with_tasks)
    asked.answer(
        {"uid": goal.uid, "name": goal.name, "tasks": held, "with_tasks": options.with_tasks},
        lambda: [f"{said} · {fate}" if held else said],
    )


_WHATS: Mapping[str, Callable[[Asked, Desk], None]] = {
    "add": _add,
    "edit": _edit,
    "move": _move,
    "delete": _delete,
}

GOAL_COMMANDS: Mapping[str, Behaviour] = {
    "goals": Behaviour(_goals_arguments, _goals),
    "goal": Behaviour(_goal_arguments, _goal),
}
