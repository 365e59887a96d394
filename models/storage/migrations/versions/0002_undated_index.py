"""The index of undated tasks as SQLite's planner takes it: the old one was never used."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make `ix_tasks_undated` anew, with the columns that are NULL in all of its rows."""
    op.drop_index("ix_tasks_undated", "tasks")
    op.create_index(
        "ix_tasks_undated",
        "tasks",
        ["account_id", "shelf", "due_at", "parent_uid", "position", "uid"],
        unique=False,
        sqlite_where=sa.text("due_at IS NULL AND parent_uid IS NULL"),
    )
