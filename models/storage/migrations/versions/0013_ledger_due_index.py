"""The ledger's index by due leads to the tasks: reports find theirs without looking at rows."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the task behind the due in the index of the ledger that reports go by."""
    op.drop_index("ix_ledger_account_id_due_at", "ledger")
    op.create_index(
        "ix_ledger_account_id_due_at_task_uid",
        "ledger",
        ["account_id", "due_at", "task_uid"],
        unique=False,
    )
