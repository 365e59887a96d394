"""Every command by its name: what it is for, its arguments, and what does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from views.cli.parser import Arguments
from views.cli.start import Place


@dataclass(frozen=True)
class Asked:
    """What one run was asked for, and where its answer goes."""

    options: argparse.Namespace
    place: Place
    out: TextIO
    environ: Mapping[str, str]


@dataclass(frozen=True)
class Command:
    """One command; `summary` is an English msgid, `do` gives the exit code."""

    summary: str
    arguments: Arguments
    do: Callable[[Asked], int]


COMMANDS: Mapping[str, Command] = {}
