"""The tables of what was done: work as it was timed, and the history of all changes."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from models.storage.table_base import account_id, metadata
from models.storage.types import UtcDateTime

#: Work as it was timed. At most one entry of an account runs: its `ended` is NULL.
time_entries = Table(
    "time_entries",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("task_uid", String(255), nullable=False),
    Column("started", UtcDateTime, nullable=False),
    Column("ended", UtcDateTime),
    Column("note", Text, nullable=False),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    CheckConstraint("ended IS NULL OR ended >= started", name="span"),
    Index(None, "account_id", "task_uid", "started"),
    Index("uq_time_entries_running", "account_id", unique=True, sqlite_where=text("ended IS NULL")),
)

#: Append-only: triggers refuse UPDATE and DELETE. One row for each thing that a gesture changed.
history = Table(
    "history",
    metadata,
    Column(
        "id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    ),
    account_id(is_key=False),
    Column("gesture", String(36), nullable=False),
    Column("action", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undoes", String(36)),
    Column("subject", String(8), nullable=False),
    Column("subject_uid", String(255), nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    # Where the gesture was made; NULL where that was not written down yet.
    Column("origin", String(16)),
    CheckConstraint("subject IN ('task', 'goal', 'setting')", name="subject"),
    Index(None, "account_id", "gesture"),
    Index(None, "account_id", "undoes"),
    Index(None, "account_id", "subject_uid"),
    sqlite_autoincrement=True,
)
