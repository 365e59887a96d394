"""The tables of searching: the words that tasks are found by, and the searches that were kept."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, Text, UniqueConstraint

from models.storage.table_base import account_id, metadata
from models.storage.types import UtcDateTime

#: What a search finds a task by, folded (`models.folding`): its own words, and its steps' titles.
#: Each tag stands between line ends. `models.storage.sqlite_search` keeps an index of it.
task_words = Table(
    "task_words",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    account_id(is_key=False),
    Column("task_uid", String(255), nullable=False),
    Column("summary", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("categories", Text, nullable=False),
    Column("steps", Text, nullable=False),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    UniqueConstraint("account_id", "task_uid"),
)

saved_filters = Table(
    "saved_filters",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("query", Text, nullable=False),
    Column("position", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
)
