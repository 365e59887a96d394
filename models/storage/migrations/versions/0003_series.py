"""Series: what ties the occurrences of a repeating task together, and what its rule counts from."""

import sqlalchemy as sa
from alembic import op

from models.storage.types import MomentsText, MomentText

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; a task that repeats already is the first of its series until it goes on."""
    # Added one by one: rebuilding the table would cost its children and triggers.
    op.add_column("tasks", sa.Column("series", sa.String(length=255), nullable=True))
    op.add_column("tasks", sa.Column("recurrence_id", MomentText(), nullable=True))
    op.add_column("tasks", sa.Column("series_start", MomentText(), nullable=True))
    op.add_column("tasks", sa.Column("exdates", MomentsText(), nullable=True))
    op.add_column("tasks", sa.Column("series_fields", sa.JSON(none_as_null=True), nullable=True))
    op.add_column(
        "tasks", sa.Column("passed_over", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_index(
        "ix_tasks_series",
        "tasks",
        ["account_id", "series", "shelf"],
        unique=False,
        sqlite_where=sa.text("series IS NOT NULL"),
    )
