"""Promises: what the ledger comes to, a row for each."""

import sqlalchemy as sa
from alembic import op

from models.storage import promise_rows
from models.storage.connections import Lent
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and fill it from the ledger.

    A later revision that gives it other columns makes it anew and fills it, in place of this one.
    """
    op.create_table(
        "promises",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("goal_uid", sa.String(length=255), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("due_zone", sa.String(length=64), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("ready_at", UtcDateTime(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("last_time", sa.Time(), nullable=True),
        sa.Column("last_zone", sa.String(length=64), nullable=True),
        sa.Column("last_at", UtcDateTime(), nullable=True),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("reason_text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("settled", UtcDateTime(), nullable=True),
        sa.Column("trashed", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_promises_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "task_uid", "number", name=op.f("pk_promises")),
    )
    op.create_index(op.f("ix_promises_account_id_due_at"), "promises", ["account_id", "due_at"])
    op.create_index(
        "ix_promises_moved",
        "promises",
        ["account_id", "last_at"],
        sqlite_where=sa.text("last_at <> due_at"),
    )
    connection = op.get_bind()
    for (account_id,) in connection.exec_driver_sql("SELECT id FROM accounts").fetchall():
        with UnitOfWork(Lent(connection), account_id) as unit:
            promise_rows.renew_all(unit)
