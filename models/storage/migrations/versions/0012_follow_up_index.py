"""An index of the tasks that wait for somebody and are to be asked after on a day."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make `ix_tasks_follow_up`: few tasks wait, and Home asks for them."""
    op.create_index(
        "ix_tasks_follow_up",
        "tasks",
        ["account_id", "shelf", "follow_up"],
        unique=False,
        sqlite_where=sa.text("follow_up IS NOT NULL"),
    )
