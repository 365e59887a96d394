"""The commands about goal templates: showing, keeping, starting, and taking them to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from models.errors import FileMissing, StorageUnreachable
from models.goal import Goal
from models.template import Anchor, GoalTemplate, TemplateTask
from models.template_json import SIZE_LIMIT, to_json
from services import templates
from services.files import write_whole
from services.goals import goal_named
from services.template_start import start_template
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, goal_record
from views.cli.terminal import Style, Terminal, cells, harmless, padded
from views.cli.values import read_day
from views.text import Words
from views.text.actions import action_text
from views.text.offsets import offset_text
from views.text.template_words import day_text, size_text

_GAP = "  "


def _templates_arguments(parser: Parser, words: Words) -> None:
    """All of them are shown."""


def _templates(asked: Asked) -> int:
    with asked.desk() as desk:
        found = templates.templates(desk.workspace, desk.words.language)
        asked.answer(
            [_record(each) for each in found], lambda: _list_lines(desk, asked.terminal, found)
        )
    return 0


def _list_lines(desk: Desk, terminal: Terminal, found: Sequence[GoalTemplate]) -> Iterator[str]:
    words = desk.words
    names = [harmless(each.name) for each in found]
    width = max(map(cells, names))
    for each, name in zip(found, names, strict=True):
        origin = words.say("From DoCheck") if each.is_built_in else ""
        meta = " · ".join(filter(None, (size_text(words, each), origin)))
        yield f"{padded(name, width)}{_GAP}{terminal.paint(meta, Style.QUIET)}"


def _template_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "action",
        choices=list(_ACTIONS),
        metavar=say("ACTION"),
        help=say("one of: {names}", names=", ".join(_ACTIONS)),
    )
    parser.add_argument(
        "names",
        nargs="+",
        metavar=say("NAME"),
        help=say("the template's name; to save the goal's; a new name or a file behind it"),
    )
    day = parser.add_mutually_exclusive_group()
    day.add_argument("--on", metavar=say("DAY"), help=say("start: its first day; today by default"))
    day.add_argument(
        "--by", metavar=say("DAY"), help=say("start: the day that it leads up to, instead")
    )
    parser.add_argument(
        "--name", metavar=say("NAME"), help=say("what is made is called so, not as it was")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=words.say("also where that file is there already")
    )


def _template(asked: Asked) -> int:
    options = asked.options
    wanted, do = _ACTIONS[options.action]
    with asked.desk() as desk:
        _require_names(desk.words, options.action, options.names, wanted)
        do(asked, desk)
    return 0


def _require_names(words: Words, action: str, names: list[str], wanted: tuple[str, ...]) -> None:
    """A name of two words without its quotes must not be taken for a name and a file.

    Raises:
        Misused: there are too few names, or too many.
    """
    if len(names) == len(wanted):
        return
    said = [words.say(each) for each in wanted]
    usage = " ".join((f"{words.say('Usage: ')}{PROGRAM} template {action}", *said))
    if len(names) < len(wanted):
        raise Misused(words.say("missing: {what}", what=said[len(names)]), usage)
    raise Misused(words.say("not understood: {what}", what=" ".join(names[len(wanted) :])), usage)


def _show(asked: Asked, desk: Desk) -> None:
    found = _named(asked, desk)
    asked.answer(_whole_record(found), lambda: _show_lines(desk, asked.terminal, found))


def _save(asked: Asked, desk: Desk) -> None:
    goal = goal_named(desk.workspace, asked.options.names[0])
    saved = templates.save_goal_as_template(desk.workspace, goal.uid, asked.options.name)
    _tell(asked, desk, "template.save", saved)


def _copy(asked: Asked, desk: Desk) -> None:
    found = _named(asked, desk)
    copied = templates.copy_template(
        desk.workspace, found.uid, desk.words.language, asked.options.name
    )
    _tell(asked, desk, "template.save", copied)


def _start(asked: Asked, desk: Desk) -> None:
    options = asked.options
    found = _named(asked, desk)
    today = desk.workspace.today()
    anchor = Anchor.START if options.by is None else Anchor.END
    day = options.on if options.by is None else options.by
    on = today if day is None else read_day(day, today)
    goal = start_template(desk.workspace, found.uid, desk.words.language, on, anchor, options.name)
    asked.answer(goal_record(goal), lambda: _started_lines(desk, goal))


def _started_lines(desk: Desk, goal: Goal) -> Iterator[str]:
    words = desk.words
    said = action_text(words, "template.start", goal.name)
    count = words.count("{count} task", "{count} tasks", goal.tasks_total)
    yield f"{harmless(said)} · {count}"


def _rename(asked: Asked, desk: Desk) -> None:
    found = _named(asked, desk)
    name = asked.options.names[1]
    _tell(
        asked, desk, "template.edit", templates.edit_template(desk.workspace, found.uid, name=name)
    )


def _delete(asked: Asked, desk: Desk) -> None:
    found = _named(asked, desk)
    _tell(asked, desk, "template.delete", templates.delete_template(desk.workspace, found.uid))


def _export(asked: Asked, desk: Desk) -> None:
    found = _named(asked, desk)
    path = Path(asked.options.names[1]).absolute()
    text = templates.export_template(desk.workspace, found.uid, desk.words.language)
    write_whole(path, text.encode(), overwrite=asked.options.overwrite)
    asked.answer(
        {"path": str(path), **_record(found)},
        lambda: [desk.words.say("Exported to {path}", path=path)],
    )


def _import(asked: Asked, desk: Desk) -> None:
    path = Path(asked.options.names[0]).absolute()
    try:
        with path.open("rb") as file:
            # One byte more tells that it is too large, however large it is.
            content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise StorageUnreachable(path) from error
    made = templates.import_template(desk.workspace, content, asked.options.name)
    _tell(asked, desk, "template.save", made)


def _named(asked: Asked, desk: Desk) -> GoalTemplate:
    return templates.template_named(desk.workspace, asked.options.names[0], desk.words.language)


def _tell(asked: Asked, desk: Desk, action: str, template: GoalTemplate) -> None:
    asked.answer(
        _record(template), lambda: [harmless(action_text(desk.words, action, template.name))]
    )


def _record(template: GoalTemplate) -> Record:
    return {
        "uid": template.uid,
        "name": template.name,
        "description": template.description,
        "category": template.category,
        "color": template.color.value,
        "icon": template.icon,
        "anchor": template.anchor.value,
        "target_day": template.target,
        "days": template.span,
        "tasks_total": template.count,
        "is_built_in": template.is_built_in,
    }


def _whole_record(template: GoalTemplate) -> Record:
    return {**_record(template), "tasks": to_json(template)["tasks"]}


def _show_lines(desk: Desk, terminal: Terminal, template: GoalTemplate) -> Iterator[str]:
    words = desk.words
    yield terminal.paint(harmless(template.name), Style.STRONG)
    facts = (template.category and harmless(template.category), size_text(words, template))
    yield terminal.paint(" · ".join(filter(None, facts)), Style.QUIET)
    if template.description:
        yield harmless(template.description)
    rows = list(_rows(desk, template, template.tasks, 0))
    width = max(cells(when) for when, _ in rows)
    for when, title in rows:
        yield f"{terminal.paint(padded(when, width), Style.QUIET)}{_GAP}{title}".rstrip()


def _rows(
    desk: Desk, template: GoalTemplate, tasks: Sequence[TemplateTask], level: int
) -> Iterator[tuple[str, str]]:
    for task in tasks:
        yield _when(desk, template, task), "  " * level + harmless(task.summary)
        yield from _rows(desk, template, task.steps, level + 1)


def _when(desk: Desk, template: GoalTemplate, task: TemplateTask) -> str:
    if task.offset is not None:
        return offset_text(desk.dates, task.offset)
    moment = task.due or task.dtstart
    if moment is None:
        return ""
    day = day_text(desk.words, template, moment.date)
    return day if moment.time is None else f"{day} {desk.dates.time(moment.time)}"


_Action = tuple[tuple[str, ...], Callable[[Asked, Desk], None]]
#: What each action takes, and does.
_ACTIONS: Mapping[str, _Action] = {
    "show": (("NAME",), _show),
    "save": (("NAME",), _save),
    "start": (("NAME",), _start),
    "copy": (("NAME",), _copy),
    "rename": (("NAME", "NAME"), _rename),
    "delete": (("NAME",), _delete),
    "export": (("NAME", "FILE"), _export),
    "import": (("FILE",), _import),
}

TEMPLATE_COMMANDS: Mapping[str, Behaviour] = {
    "templates": Behaviour(_templates_arguments, _templates),
    "template": Behaviour(_template_arguments, _template),
}
