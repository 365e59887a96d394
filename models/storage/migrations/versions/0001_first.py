"""The first schema: accounts, goals and their members, tasks and their parts, history."""

import sqlalchemy as sa
from alembic import op

from models.storage.sqlite import HISTORY_TRIGGERS
from models.storage.types import Seconds, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table; the history refuses changes from the start."""
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('local', 'server')", name=op.f("ck_accounts_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("uid", name=op.f("uq_accounts_uid")),
    )
    op.create_table(
        "goals",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=255), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("color", sa.String(length=16), nullable=False),
        sa.Column("icon", sa.String(length=32), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("position", sa.String(length=64), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("last_modified", UtcDateTime(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("deleted", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_goals_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_goals")),
    )
    op.create_table(
        "history",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("gesture", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.Column("subject", sa.String(length=8), nullable=False),
        sa.Column("subject_uid", sa.String(length=255), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "subject IN ('task', 'goal', 'setting')", name=op.f("ck_history_subject")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_history_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_history_account_id_gesture"), "history", ["account_id", "gesture"], unique=False
    )
    op.create_index(
        op.f("ix_history_account_id_subject_uid"),
        "history",
        ["account_id", "subject_uid"],
        unique=False,
    )
    op.create_index(
        op.f("ix_history_account_id_undoes"), "history", ["account_id", "undoes"], unique=False
    )
    op.create_table(
        "settings",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_settings_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "name", name=op.f("pk_settings")),
    )
    op.create_table(
        "goal_members",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("goal_uid", sa.String(length=255), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "role IN ('owner', 'editor', 'viewer')", name=op.f("ck_goal_members_role")
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "goal_uid"],
            ["goals.account_id", "goals.uid"],
            name=op.f("fk_goal_members_account_id_goal_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_goal_members_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["accounts.id"],
            name=op.f("fk_goal_members_member_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "goal_uid", "member_id", name=op.f("pk_goal_members")
        ),
    )
    op.create_table(
        "tasks",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=255), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("shelf", sa.SmallInteger(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("dtstart_date", sa.Date(), nullable=True),
        sa.Column("dtstart_time", sa.Time(), nullable=True),
        sa.Column("dtstart_zone", sa.String(length=64), nullable=True),
        sa.Column("start_at", UtcDateTime(), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("due_zone", sa.String(length=64), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("lead", Seconds(), nullable=True),
        sa.Column("ready_at", UtcDateTime(), nullable=True),
        sa.Column("estimate", Seconds(), nullable=True),
        sa.Column("rrule", sa.Text(), nullable=True),
        sa.Column("repeat_from", sa.String(length=10), nullable=False),
        sa.Column("percent_complete", sa.SmallInteger(), nullable=False),
        sa.Column("goal_uid", sa.String(length=255), nullable=True),
        sa.Column("parent_uid", sa.String(length=255), nullable=True),
        sa.Column("position", sa.String(length=64), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("last_modified", UtcDateTime(), nullable=False),
        sa.Column("completed", UtcDateTime(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("deleted", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "repeat_from IN ('due', 'completion')", name=op.f("ck_tasks_repeat_from")
        ),
        sa.CheckConstraint(
            "status IN ('NEEDS-ACTION', 'IN-PROCESS', 'COMPLETED', 'CANCELLED')",
            name=op.f("ck_tasks_status"),
        ),
        sa.CheckConstraint(
            "dtstart_time IS NULL OR dtstart_date IS NOT NULL", name=op.f("ck_tasks_dtstart")
        ),
        sa.CheckConstraint("due_time IS NULL OR due_date IS NOT NULL", name=op.f("ck_tasks_due")),
        sa.CheckConstraint(
            "percent_complete BETWEEN 0 AND 100", name=op.f("ck_tasks_percent_complete")
        ),
        sa.CheckConstraint("priority BETWEEN 0 AND 9", name=op.f("ck_tasks_priority")),
        sa.ForeignKeyConstraint(
            ["account_id", "goal_uid"],
            ["goals.account_id", "goals.uid"],
            name=op.f("fk_tasks_account_id_goal_uid"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "parent_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_tasks_account_id_parent_uid"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_tasks_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_tasks")),
    )
    op.create_index(
        op.f("ix_tasks_account_id_goal_uid_parent_uid_shelf_status_position"),
        "tasks",
        ["account_id", "goal_uid", "parent_uid", "shelf", "status", "position"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tasks_account_id_parent_uid_shelf_position"),
        "tasks",
        ["account_id", "parent_uid", "shelf", "position"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tasks_account_id_shelf_completed_uid"),
        "tasks",
        ["account_id", "shelf", "completed", "uid"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tasks_account_id_shelf_due_at_position_uid"),
        "tasks",
        ["account_id", "shelf", "due_at", "position", "uid"],
        unique=False,
    )
    op.create_index(
        "ix_tasks_undated",
        "tasks",
        ["account_id", "shelf", "position", "uid"],
        unique=False,
        sqlite_where=sa.text("due_at IS NULL AND parent_uid IS NULL"),
    )
    op.create_table(
        "task_attendees",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_task_attendees_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_task_attendees_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "task_uid", "name", name=op.f("pk_task_attendees")),
    )
    op.create_table(
        "task_categories",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_task_categories_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_task_categories_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "task_uid", "name", name=op.f("pk_task_categories")),
    )
    op.create_index(
        op.f("ix_task_categories_account_id_name"),
        "task_categories",
        ["account_id", "name"],
        unique=False,
    )
    op.create_table(
        "task_reminders",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("anchor", sa.String(length=8), nullable=False),
        sa.Column("offset", Seconds(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "anchor IN ('due', 'ready', 'start', 'at')", name=op.f("ck_task_reminders_anchor")
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_task_reminders_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_task_reminders_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "task_uid", "place", name=op.f("pk_task_reminders")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for trigger in HISTORY_TRIGGERS:
            op.execute(trigger)
