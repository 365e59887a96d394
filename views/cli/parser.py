"""The command line's grammar: which commands and options there are, told in the reader's words.

Owns the parser and the translation of argparse's own sentences. What a command
does is not known here; `views.cli.commands` says that.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TextIO

from views.cli.asked import Commands
from views.cli.start import AppWish, Place
from views.text import Language, Words, mark
from views.version import VERSION

PROGRAM = "main.py"


class Stop(Exception):
    """Help or the version was printed; nothing else is asked."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Misused(Exception):
    """The arguments make no sense: `message` says why, `usage` how it is meant."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


#: argparse's own sentences, as patterns; the groups fill the message's arguments.
_SENTENCES: Mapping[str, str] = {
    r"unrecognized arguments: (?P<what>.*)": mark("not understood: {what}"),
    r"the following arguments are required: (?P<what>.*)": mark("missing: {what}"),
    r"argument (?P<what>[^:]*): expected (?:one|at least one) argument": mark(
        "{what} needs a value"
    ),
    r"argument (?P<what>[^:]*): (?:invalid choice|unknown parser): '?(?P<value>.*?)'?"
    r" \((?:choose from|choices:) (?P<choices>.*)\)": mark(
        "{what}: “{value}” is none of these: {choices}"
    ),
    r"argument (?P<what>[^:]*): invalid \w+ value: '(?P<value>.*)'": mark(
        "{what}: “{value}” is not a number"
    ),
    r"argument (?P<what>[^:]*): not allowed with argument (?P<other>.*)": mark(
        "{what} does not go with {other}"
    ),
    r"argument (?P<what>[^:]*): ignored explicit argument '(?P<value>.*)'": mark(
        "{what} takes no value, but got “{value}”"
    ),
}


class _Help(argparse.HelpFormatter):
    """argparse's layout with a translated first word."""

    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog, max_help_position=28)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Any,
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        said = self._words.say("Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


class Parser(argparse.ArgumentParser):
    """An argparse parser that prints to `out` and never leaves the process."""

    def __init__(self, words: Words, out: TextIO, **more: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog, **_: _Help(words, prog),
            **more,
        )
        self.words = words
        self._out = out
        self._positionals.title = words.say("arguments")
        self._optionals.title = words.say("options")
        self.add_argument(
            "-h", "--help", action="help", help=words.say("show this help and do nothing else")
        )

    def _print_message(self, message: str, file: Any = None) -> None:
        self._out.write(message)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise Stop(status)

    def error(self, message: str) -> NoReturn:
        raise Misused(self._translated(message), self.format_usage().rstrip())

    def _translated(self, message: str) -> str:
        for pattern, said in _SENTENCES.items():
            if match := re.fullmatch(pattern, message, re.DOTALL):
                found = {name: text.replace("'", "") for name, text in match.groupdict().items()}
                return self.words.say(said, **found)
        return message


def language_asked(argv: Sequence[str]) -> Language | None:
    """The language that ``--lang`` names: needed before anything can be said."""
    asked = ""
    for place, word in enumerate(argv, 1):
        if word == "--lang":
            asked = argv[place] if place < len(argv) else ""
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "id" if asked == "id" else "en" if asked == "en" else None


def build(argv: Sequence[str], out: TextIO, commands: Commands, words: Words) -> Parser:
    """The whole grammar; of the commands only those that `argv` mentions get their options."""
    say = words.say
    parser = Parser(
        words,
        out,
        prog=PROGRAM,
        description=say("DoCheck: a to-do list and timeline. Without a command it opens the app."),
    )
    parser.add_argument(
        "--version", action="version", version=VERSION, help=say("print the version")
    )
    _add_place(parser, words, is_top=True)
    app = parser.add_argument_group(say("how the app opens"))
    surface = app.add_mutually_exclusive_group()
    surface.add_argument(
        "--web", action="store_const", dest="surface", const="web", help=say("in the browser")
    )
    surface.add_argument(
        "--desktop",
        action="store_const",
        dest="surface",
        const="desktop",
        help=say("in a window of its own"),
    )
    app.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=say("ADDRESS"),
        help=say("address of this computer to listen on"),
    )
    app.add_argument(
        "--port", type=int, metavar=say("NUMBER"), help=say("port to listen on; 0: any free one")
    )
    app.add_argument(
        "--no-open", action="store_true", help=say("print the address, open no browser")
    )
    chosen = parser.add_subparsers(
        dest="command", metavar=say("COMMAND"), title=say("commands"), prog=PROGRAM
    )
    for name, command in commands.items():
        said = say(command.summary)
        one: Parser = chosen.add_parser(name, help=said, description=said, words=words, out=out)
        if name in argv:
            command.load().arguments(one, words)
            _add_place(one, words, is_top=False)
            one.add_argument(
                "--json", action="store_true", help=say("answer with one JSON document")
            )
    return parser


def _add_place(parser: Parser, words: Words, *, is_top: bool) -> None:
    """The options that every command and the app have, before or after the command's name."""
    say = words.say
    absent: Any = None if is_top else argparse.SUPPRESS
    group = parser.add_argument_group(say("where and when"))
    group.add_argument(
        "--data-dir",
        type=Path,
        default=absent,
        metavar=say("FOLDER"),
        help=say("where the data is (or DOCHECK_DATA_DIR)"),
    )
    group.add_argument(
        "--lang", choices=("id", "en"), default=absent, help=say("language of the answer")
    )
    group.add_argument(
        "--now",
        default=absent,
        metavar=say("TIME"),
        help=say("take this for the present, such as 2026-11-23T14:13"),
    )
    group.add_argument(
        "--tz",
        default=absent,
        metavar=say("ZONE"),
        help=say("time zone, such as Asia/Jakarta"),
    )


def place_of(options: argparse.Namespace, environ: Mapping[str, str]) -> Place:
    """The place that the options name."""
    return Place(environ, options.data_dir, options.now, options.tz, options.lang)


def wish_of(options: argparse.Namespace, place: Place) -> AppWish:
    """The app that the options wish for."""
    return AppWish(
        place, options.surface or "auto", options.host, options.port, not options.no_open
    )
