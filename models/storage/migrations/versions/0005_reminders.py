"""Notices that were held back, by quiet hours or a snooze: one a task."""

import sqlalchemy as sa
from alembic import op

from models.storage.types import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; what is there already stays as it is."""
    op.create_table(
        "held_notices",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("is_snoozed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('reminder', 'almost-due', 'ready-missed', 'due-missed')",
            name=op.f("ck_held_notices_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_held_notices_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_held_notices_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "task_uid", name=op.f("pk_held_notices")),
    )
