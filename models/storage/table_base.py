"""What every table is made with: the one metadata, and the column that says whose a row is."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def account_id(*, is_key: bool = True) -> Column[int]:
    """The column that says whose a row is; `is_key`: as a part of the primary key."""
    return Column(
        "account_id",
        ForeignKey("accounts.id", ondelete="CASCADE"),
        primary_key=is_key,
        nullable=False,
    )
