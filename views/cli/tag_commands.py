"""The command about tags: showing all, renaming one or merging two, taking one off all tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.tag import TagCount
from services import tags
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.terminal import Style, Terminal, cells, harmless, padded
from views.text import Words
from views.text.actions import action_text

#: How many names each action takes.
_NAMES: Mapping[str, int] = {"list": 0, "rename": 2, "delete": 1}


def _tags_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "action",
        nargs="?",
        choices=list(_NAMES),
        default="list",
        metavar=say("ACTION"),
        help=say("one of: {names}", names=", ".join(_NAMES)),
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar=say("NAME"),
        help=say("the tag's name; to rename or merge, its new name behind it"),
    )


def _tags(asked: Asked) -> int:
    action, names = asked.options.action, asked.options.names
    with asked.desk() as desk:
        _require_names(desk.words, action, names)
        if action == "list":
            every = tags.tags(desk.workspace)
            asked.answer(
                [{"name": tag.name, "open": tag.open, "total": tag.total} for tag in every],
                lambda: _lines(desk, asked.terminal, every),
            )
        elif action == "rename":
            name, new_name = names
            count = tags.rename_tag(desk.workspace, name, new_name)
            asked.answer(
                {"name": name, "new_name": new_name, "tasks": count},
                lambda: [action_text(desk.words, "tag.rename", count=count)],
            )
        else:
            (name,) = names
            count = tags.delete_tag(desk.workspace, name)
            asked.answer(
                {"name": name, "tasks": count},
                lambda: [action_text(desk.words, "tag.delete", count=count)],
            )
    return 0


def _require_names(words: Words, action: str, names: list[str]) -> None:
    """A name of two words without its quotes must not be taken for another tag.

    Raises:
        Misused: there are too few names, or too many.
    """
    wanted = _NAMES[action]
    if len(names) == wanted:
        return
    said = [words.say("NAME")] * wanted
    usage = " ".join((f"{words.say('Usage: ')}{PROGRAM} tags {action}", *said))
    if len(names) < wanted:
        raise Misused(words.say("missing: {what}", what=words.say("NAME")), usage)
    raise Misused(words.say("not understood: {what}", what=" ".join(names[wanted:])), usage)


def _lines(desk: Desk, terminal: Terminal, every: tuple[TagCount, ...]) -> Iterator[str]:
    words = desk.words
    if not every:
        yield words.say("No tags yet.")
        return
    names = [f"#{harmless(tag.name)}" for tag in every]
    width = max(map(cells, names))
    for tag, name in zip(every, names, strict=True):
        number = words.say(
            "{open} of {total} open", open=words.number(tag.open), total=words.number(tag.total)
        )
        yield f"{padded(name, width)}  {terminal.paint(number, Style.QUIET)}"


TAG_COMMANDS: Mapping[str, Behaviour] = {"tags": Behaviour(_tags_arguments, _tags)}
