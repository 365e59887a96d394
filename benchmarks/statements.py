"""What SQL an action sends, word for word: the measure of what raw sqlite3 has to do too.

Owns the listening on new sqlite3 connections. It must know no benchmark and no table.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import dbapi2
from typing import Any
from unittest import mock

from benchmarks.data_folder import open_population
from services.workspace import Workspace

_FRAMES = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "--")


def statements_of(folder: Path, action: Callable[[Workspace], object]) -> list[str]:
    """The statements of one `action` on a workspace of its own, with their values in them.

    What frames a transaction is left out. The action runs twice and the second run counts, as
    the first may prepare something.
    """
    with _listening() as heard:
        desk = open_population(folder)
        try:
            action(desk)
            heard.clear()
            action(desk)
        finally:
            desk.close()
    sent = [text for text in heard if not text.lstrip().upper().startswith(_FRAMES)]
    if not sent:
        raise RuntimeError("no statement was heard: is the database reached in another way?")
    return sent


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    """Hears every statement of the connections that are made inside the block."""
    heard: list[str] = []
    connect = sqlite3.connect

    def connect_and_listen(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(heard.append)
        return connection

    # SQLAlchemy takes the one of dbapi2.
    with (
        mock.patch.object(sqlite3, "connect", connect_and_listen),
        mock.patch.object(dbapi2, "connect", connect_and_listen),
    ):
        yield heard
