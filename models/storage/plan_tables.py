"""The tables of planning: the recipes that an account has made."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Integer, String, Table

from models.storage.table_base import account_id, metadata
from models.storage.types import UtcDateTime

#: `steps` is what `models.recipe.steps_to_json` makes of them.
recipes = Table(
    "recipes",
    metadata,
    account_id(),
    Column("uid", String(36), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("steps", JSON, nullable=False),
    Column("position", String(64), nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("last_modified", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
)
