"""Time spent on tasks, and where each gesture of the history was made."""

import sqlalchemy as sa
from alembic import op

from models.storage.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make `time_entries`; the history gets a column, in place, so that its triggers stay."""
    op.add_column("history", sa.Column("origin", sa.String(length=16), nullable=True))
    op.create_table(
        "time_entries",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("started", UtcDateTime(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("ended IS NULL OR ended >= started", name=op.f("ck_time_entries_span")),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_time_entries_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_time_entries_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_time_entries")),
    )
    op.create_index(
        op.f("ix_time_entries_account_id_task_uid_started"),
        "time_entries",
        ["account_id", "task_uid", "started"],
        unique=False,
    )
    op.create_index(
        "uq_time_entries_running",
        "time_entries",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("ended IS NULL"),
    )
