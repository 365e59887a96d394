"""The tables. Every row but an account's own belongs to one account.

Keys are ``(account_id, uid)``: a uid comes from a calendar file as often as from
us, so two accounts may hold the same one, and no row can refer to another
account's. The columns named ``*_at`` beside a date, time and zone are derived
from them for the account's zone, for indexes and sorting only. `shelf` is
derived from status and deleted.

The tables of searching, of what was done, of promises and of planning stand in modules of their
own; all are to be had from here, so that whoever asks for the schema gets the whole of it.
"""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    text,
)

from models.storage.ledger_tables import ledger, people, promises, proposals
from models.storage.plan_tables import recipes
from models.storage.record_tables import history, time_entries
from models.storage.search_tables import saved_filters, task_words
from models.storage.table_base import account_id, metadata
from models.storage.types import MomentsText, MomentText, Seconds, UtcDateTime

__all__ = [
    "Shelf",
    "accounts",
    "goal_members",
    "goal_templates",
    "goals",
    "held_notices",
    "history",
    "ledger",
    "metadata",
    "people",
    "promises",
    "proposals",
    "recipes",
    "saved_filters",
    "settings",
    "task_attendees",
    "task_categories",
    "task_reminders",
    "task_words",
    "tasks",
    "time_entries",
]


class Shelf(IntEnum):
    """Where a task stands, as indexes see it."""

    OPEN = 0
    CLOSED = 1
    TRASH = 2


accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String(36), nullable=False, unique=True),
    Column("name", String(120), nullable=False, default=""),
    Column("kind", String(16), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    CheckConstraint("kind IN ('local', 'server')", name="kind"),
)

settings = Table(
    "settings",
    metadata,
    account_id(),
    Column("name", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)

goals = Table(
    "goals",
    metadata,
    account_id(),
    Column("uid", String(255), primary_key=True),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("category", Text),
    Column("color", String(16), nullable=False),
    Column("icon", String(32), nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("position", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("deleted", UtcDateTime),
    Column("default_lead", Seconds),
)

goal_members = Table(
    "goal_members",
    metadata,
    account_id(),
    Column("goal_uid", String(255), primary_key=True),
    Column("member_id", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(8), nullable=False),
    ForeignKeyConstraint(
        ["account_id", "goal_uid"], ["goals.account_id", "goals.uid"], ondelete="CASCADE"
    ),
    CheckConstraint("role IN ('owner', 'editor', 'viewer')", name="role"),
)

tasks = Table(
    "tasks",
    metadata,
    account_id(),
    Column("uid", String(255), primary_key=True),
    Column("summary", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("status", String(12), nullable=False),
    Column("shelf", SmallInteger, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("dtstart_date", Date),
    Column("dtstart_time", Time),
    Column("dtstart_zone", String(64)),
    Column("start_at", UtcDateTime),
    Column("due_date", Date),
    Column("due_time", Time),
    Column("due_zone", String(64)),
    Column("due_at", UtcDateTime),
    Column("lead", Seconds),
    Column("ready_at", UtcDateTime),
    Column("estimate", Seconds),
    Column("rrule", Text),
    Column("repeat_from", String(10), nullable=False),
    Column("percent_complete", SmallInteger, nullable=False),
    Column("goal_uid", String(255)),
    Column("parent_uid", String(255)),
    Column("position", String(64), nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("url", Text),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("completed", UtcDateTime),
    Column("sequence", Integer, nullable=False),
    Column("deleted", UtcDateTime),
    Column("series", String(255)),
    Column("recurrence_id", MomentText),
    Column("series_start", MomentText),
    Column("exdates", MomentsText),
    Column("series_fields", JSON(none_as_null=True)),
    Column("passed_over", Integer, nullable=False, server_default="0"),
    Column("is_locked", Boolean, nullable=False, server_default="0"),
    Column("replaces", String(255)),
    Column("waiting_for", String(120)),
    Column("follow_up", Date),
    Column("offset", Seconds),
    Column("gap", String(12)),
    ForeignKeyConstraint(["account_id", "goal_uid"], ["goals.account_id", "goals.uid"]),
    ForeignKeyConstraint(["account_id", "parent_uid"], ["tasks.account_id", "tasks.uid"]),
    CheckConstraint(
        "status IN ('NEEDS-ACTION', 'IN-PROCESS', 'COMPLETED', 'CANCELLED')", name="status"
    ),
    CheckConstraint("priority BETWEEN 0 AND 9", name="priority"),
    CheckConstraint("percent_complete BETWEEN 0 AND 100", name="percent_complete"),
    CheckConstraint("repeat_from IN ('due', 'completion')", name="repeat_from"),
    CheckConstraint("due_time IS NULL OR due_date IS NOT NULL", name="due"),
    CheckConstraint("dtstart_time IS NULL OR dtstart_date IS NOT NULL", name="dtstart"),
    Index(None, "account_id", "shelf", "due_at", "position", "uid"),
    Index(None, "account_id", "shelf", "ready_at", "position", "uid"),
    Index(None, "account_id", "shelf", "completed", "uid"),
    # Its NULL columns are there for SQLite, which goes by the number of equal columns and would
    # otherwise take the index by due and look up each task's parent. A `postgresql_where` here
    # would import that dialect at every start.
    Index(
        "ix_tasks_undated",
        "account_id",
        "shelf",
        "due_at",
        "parent_uid",
        "position",
        "uid",
        sqlite_where=text("due_at IS NULL AND parent_uid IS NULL"),
    ),
    Index(None, "account_id", "goal_uid", "parent_uid", "shelf", "status", "position"),
    Index(None, "account_id", "parent_uid", "shelf", "position"),
    Index(
        "ix_tasks_pinned",
        "account_id",
        "shelf",
        "due_at",
        sqlite_where=text("pinned = 1"),
    ),
    Index(
        "ix_tasks_series",
        "account_id",
        "series",
        "shelf",
        sqlite_where=text("series IS NOT NULL"),
    ),
    Index(
        "ix_tasks_replaces",
        "account_id",
        "replaces",
        sqlite_where=text("replaces IS NOT NULL"),
    ),
    Index(
        "ix_tasks_follow_up",
        "account_id",
        "shelf",
        "follow_up",
        sqlite_where=text("follow_up IS NOT NULL"),
    ),
)

task_categories = Table(
    "task_categories",
    metadata,
    account_id(),
    Column("task_uid", String(255), primary_key=True),
    Column("name", String(120), primary_key=True),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    Index(None, "account_id", "name"),
)

task_attendees = Table(
    "task_attendees",
    metadata,
    account_id(),
    Column("task_uid", String(255), primary_key=True),
    Column("name", String(120), primary_key=True),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
)

task_reminders = Table(
    "task_reminders",
    metadata,
    account_id(),
    Column("task_uid", String(255), primary_key=True),
    Column("place", SmallInteger, primary_key=True),
    Column("anchor", String(8), nullable=False),
    Column("offset", Seconds, nullable=False),
    Column("at", UtcDateTime),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    CheckConstraint("anchor IN ('due', 'ready', 'start', 'at')", name="anchor"),
)

#: Notices that quiet hours or a snooze hold back until an instant: at most one a task.
held_notices = Table(
    "held_notices",
    metadata,
    account_id(),
    Column("task_uid", String(255), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("is_snoozed", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["account_id", "task_uid"], ["tasks.account_id", "tasks.uid"], ondelete="CASCADE"
    ),
    CheckConstraint(
        "kind IN ('reminder', 'almost-due', 'ready-missed', 'due-missed')", name="kind"
    ),
)

#: Goals to be started on a date; `body` is what `models.template_json` makes of one.
goal_templates = Table(
    "goal_templates",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("body", JSON, nullable=False),
    Column("position", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
)
