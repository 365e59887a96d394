"""An index of the pinned tasks, which stand first in every list."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make `ix_tasks_pinned`: few tasks are pinned, and each list asks for them."""
    op.create_index(
        "ix_tasks_pinned",
        "tasks",
        ["account_id", "shelf", "due_at"],
        unique=False,
        sqlite_where=sa.text("pinned = 1"),
    )
