"""How long before or after its task a step is due."""

import sqlalchemy as sa
from alembic import op

from models.storage.types import Seconds

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, in place: rebuilding the table would cost its children and triggers."""
    op.add_column("tasks", sa.Column("offset", Seconds(), nullable=True))
