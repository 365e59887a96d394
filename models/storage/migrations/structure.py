"""The schema that the migrations leave, as SQL.

``uv run python -m models.storage.migrations.structure`` writes `STRUCTURE`, of which new files are
made: a first start neither imports Alembic nor goes through years of migrations. To be run after
each new migration; a test compares.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from models.storage import migrations, sqlite
from models.storage.schema import STRUCTURE

_HEAD = "-- What the migrations leave: written by models.storage.migrations.structure.\n"


def structure() -> str:
    """The statements that make what a migrated file holds, in the order they were made."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "new.db"
        sqlite.make_ready(database)
        migrations.upgrade(database)
        with contextlib.closing(sqlite3.connect(database)) as connection:
            # SQLite makes its own tables and those of an index for words by itself.
            own = {
                name
                for _, name, kind, *_ in connection.execute("PRAGMA table_list")
                if kind == "shadow" or name.startswith("sqlite_")
            }
            made = connection.execute(
                "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
            ).fetchall()
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    statements = [sql for table, sql in made if table not in own]
    statements.append(f"INSERT INTO alembic_version (version_num) VALUES ('{revision}')")
    return _HEAD + "".join(f"{statement};\n" for statement in statements)


if __name__ == "__main__":
    STRUCTURE.write_text(structure(), encoding="utf-8")
