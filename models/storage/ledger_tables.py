"""The tables of promises: what was promised and kept, whom to ask, and what was proposed."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    text,
)

from models.ledger import Outcome, Reason
from models.storage.table_base import account_id, metadata
from models.storage.types import UtcDateTime, Worded

#: Append-only, as the history is. One row for each thing that befell a promise: see
#: `models.ledger`. The instants are those of then, for the zone of then.
ledger = Table(
    "ledger",
    metadata,
    Column(
        "id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    ),
    account_id(is_key=False),
    Column("gesture", String(36), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("task_uid", String(255), nullable=False),
    Column("goal_uid", String(255)),
    Column("summary", Text, nullable=False),
    Column("due_date", Date),
    Column("due_time", Time),
    Column("due_zone", String(64)),
    Column("due_at", UtcDateTime),
    Column("ready_at", UtcDateTime),
    Column("zone", String(64), nullable=False),
    Column("reason", String(16)),
    Column("reason_text", Text),
    # The uid of the task that stands in for this one.
    Column("other", String(255)),
    Column("person", String(120)),
    # The gesture whose rows about this task no longer hold.
    Column("withdraws", String(36)),
    CheckConstraint(
        "kind IN ('promised', 're-promised', 'replaced', 'handed-over', 'done', 'let-go',"
        " 'reopened', 'trashed', 'restored', 'withdrawn')",
        name="kind",
    ),
    CheckConstraint("(kind = 'withdrawn') = (withdraws IS NOT NULL)", name="withdraws"),
    Index(None, "account_id", "at"),
    # With the task behind it: what was promised for some days is found in the index alone.
    Index(None, "account_id", "due_at", "task_uid"),
    Index(None, "account_id", "task_uid", "id"),
    Index(None, "account_id", "gesture"),
    sqlite_autoincrement=True,
)

#: What the ledger comes to: a row for each promise on record, see `models.promise`. Worked out anew
#: from the ledger in each transaction that adds to it.
promises = Table(
    "promises",
    metadata,
    account_id(),
    Column("task_uid", String(255), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("goal_uid", String(255)),
    Column("summary", Text, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("due_time", Time),
    Column("due_zone", String(64)),
    Column("due_at", UtcDateTime, nullable=False),
    Column("ready_at", UtcDateTime),
    Column("day", Date, nullable=False),
    Column("last_date", Date),
    Column("last_time", Time),
    Column("last_zone", String(64)),
    Column("last_at", UtcDateTime),
    Column("moves", Integer, nullable=False),
    Column("reason", Worded(Reason)),
    Column("reason_text", Text, nullable=False),
    Column("outcome", Worded(Outcome), nullable=False),
    Column("settled", UtcDateTime),
    Column("trashed", UtcDateTime),
    Index(None, "account_id", "due_at"),
    # Reports ask by the last due only for those that have another first one.
    Index("ix_promises_moved", "account_id", "last_at", sqlite_where=text("last_at <> due_at")),
)

#: Whom tasks are handed to and compromises are made with.
people = Table(
    "people",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("channel", Text, nullable=False),
    Column("language", String(2)),
    Column("position", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
    CheckConstraint("language IN ('id', 'en')", name="language"),
)

#: What was proposed to a person about a task, and what they said.
proposals = Table(
    "proposals",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("task_uid", String(255), nullable=False),
    Column("person", String(120), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("due_date", Date),
    Column("due_time", Time),
    Column("due_zone", String(64)),
    Column("made", UtcDateTime, nullable=False),
    Column("answer", String(16)),
    Column("answered", UtcDateTime),
    Column("counter_date", Date),
    Column("counter_time", Time),
    Column("counter_zone", String(64)),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    CheckConstraint("kind IN ('hand-over', 'new-due')", name="kind"),
    CheckConstraint("answer IN ('accepted', 'countered', 'declined')", name="answer"),
    CheckConstraint("(answer IS NULL) = (answered IS NULL)", name="answered"),
    CheckConstraint("counter_time IS NULL OR counter_date IS NOT NULL", name="counter"),
    CheckConstraint("due_time IS NULL OR due_date IS NOT NULL", name="due"),
    Index(None, "account_id", "task_uid", "made"),
)
