"""What one run was asked for, the account it works on, and how it answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from views.cli.start import Place
from views.cli.terminal import Terminal
from views.text import Dates, Words

if TYPE_CHECKING:
    from services.workspace import Workspace
    from views.cli.parser import Parser


@dataclass
class Asked:
    """The options, where the data is, and where the answer goes.

    Attributes:
        stdin: what a command reads that is asked to (``-``).
        words: the reader's; once the account is open, in the language chosen there.
    """

    options: argparse.Namespace
    place: Place
    out: TextIO
    stdin: TextIO
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.place.words()

    @property
    def terminal(self) -> Terminal:
        """What the answer is shown on."""
        return Terminal.of(self.out, self.place.environ)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The account, open for as long as the block lasts.

        Raises:
            StorageRefusal, UnknownZone, ImpossibleDate: it cannot be opened.
        """
        workspace = self.place.open()
        try:
            self.words = self.place.words(workspace)
            dates = Dates(self.words.language, workspace.zone, workspace.settings.first_weekday)
            yield Desk(workspace, self.words, dates, workspace.now())
        finally:
            workspace.close()

    def answer(self, record: object, lines: Callable[[], Iterable[str]]) -> None:
        """Write `record` as JSON where that is wished for, else the `lines` for people."""
        if self.options.json:
            self.out.write(json.dumps(record, ensure_ascii=False, indent=2))
            self.out.write("\n")
        else:
            self.out.writelines(f"{line}\n" for line in lines())


@dataclass(frozen=True)
class Desk:
    """The open account and how its reader says things; `now` is one instant for all of it."""

    workspace: Workspace
    words: Words
    dates: Dates
    now: datetime


#: Adds a command's arguments to its parser.
Arguments = Callable[["Parser", Words], None]


@dataclass(frozen=True)
class Behaviour:
    """What a command takes and does; `do` gives the exit code."""

    arguments: Arguments
    do: Callable[[Asked], int]


@dataclass(frozen=True)
class Command:
    """One command: what it is for (an English msgid), and where its behaviour is had from."""

    summary: str
    load: Callable[[], Behaviour]


Commands = Mapping[str, Command]
