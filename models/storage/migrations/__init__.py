"""Brings a SQLite file to the current schema with Alembic, in one transaction.

Imported only when the schema is behind. Foreign keys are off while it runs,
because rebuilding a parent table would delete its children; they are checked
before the commit.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from models.storage import sqlite


class BrokenReferences(Exception):
    """A fault of ours: a migration left rows that refer to nothing."""


def configuration() -> Config:
    """Alembic's settings; `sourceless` finds migrations that a phone build ships as ``.pyc``."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("sourceless", "true")
    return config


def upgrade(database: Path, revision: str = "head") -> None:
    """Migrate the file at `database` up to `revision`: all of it or nothing."""
    engine = sqlite.engine_for(database)
    config = configuration()
    try:
        with sqlite.for_writing(engine.connect()) as connection:
            sqlite.switch_foreign_keys_off(connection)
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, revision)
                if broken := sqlite.loose_references(connection):
                    raise BrokenReferences("; ".join(broken))
    finally:
        engine.dispose()
