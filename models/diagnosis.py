"""What an examination of the data file found: kinds and details, no prose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Problem(StrEnum):
    """What can be wrong with the data file."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_A_DATABASE = "not-a-database"
    FOREIGN = "foreign"
    NEWER_SCHEMA = "newer-schema"
    OLDER_SCHEMA = "older-schema"
    DAMAGED = "damaged"
    LOOSE_REFERENCE = "loose-reference"
    WRONG_SHELF = "wrong-shelf"
    WRONG_INSTANT = "wrong-instant"
    CIRCULAR_PARENT = "circular-parent"
    NO_CAPTURE = "no-capture"
    WRONG_WORDS = "wrong-words"
    WRONG_PROMISE = "wrong-promise"
    NOT_WRITE_AHEAD = "not-write-ahead"


class Finding(NamedTuple):
    """One thing that is wrong; `detail` names the row, file or value, for whoever mends it."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the file holds, all accounts together; `tasks` includes the trash."""

    tasks: int = 0
    open: int = 0
    done: int = 0
    trash: int = 0
    goals: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The state of one data folder.

    Attributes:
        problems: what is wrong, the gravest first; empty when the file is sound.
        revision: the file's schema revision; None where it could not be read.
        expected: the revision that this program speaks.
        database, size: the data file and its bytes, write-ahead log included.
        backups: how many copies the folder keeps.
        newest_backup: the newest of them that is sound.
        zone: the zone that the stored instants were worked out for.
    """

    problems: tuple[Finding, ...]
    revision: str | None
    expected: str
    counts: Counts
    database: Path
    size: int
    backups: int
    newest_backup: Path | None
    zone: str | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems
