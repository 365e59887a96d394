"""Search: the words of every task with their index, and saved filters."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from models.folding import folded
from models.storage.sqlite_search import index_statements
from models.storage.types import UtcDateTime
from models.storage.word_rows import steps_text, tags_text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_Key = tuple[int, str]


def upgrade() -> None:
    """Make both tables, write the words of the tasks that there are, then the index of them."""
    op.create_table(
        "saved_filters",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("position", sa.String(length=64), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("last_modified", UtcDateTime(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_saved_filters_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_saved_filters")),
    )
    words = op.create_table(
        "task_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_task_words_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_task_words_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_words")),
        sa.UniqueConstraint(
            "account_id", "task_uid", name=op.f("uq_task_words_account_id_task_uid")
        ),
    )
    connection = op.get_bind()
    if rows := list(_words(connection)):
        connection.execute(words.insert(), rows)
    if connection.dialect.name == "sqlite":
        for statement in index_statements():
            op.execute(statement)


def _words(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    tags: dict[_Key, list[str]] = {}
    named = "SELECT account_id, task_uid, name FROM task_categories ORDER BY name"
    for account_id, uid, name in connection.execute(sa.text(named)):
        tags.setdefault((account_id, uid), []).append(name)
    told = connection.execute(
        sa.text(
            "SELECT account_id, uid, parent_uid, shelf, summary, description FROM tasks"
            " ORDER BY position, uid"
        )
    ).all()
    titles: dict[_Key, str] = {}
    steps: dict[_Key, list[_Key]] = {}
    for row in told:
        titles[row.account_id, row.uid] = folded(row.summary)
        if row.parent_uid is not None and row.shelf < 2:
            steps.setdefault((row.account_id, row.parent_uid), []).append((row.account_id, row.uid))
    for row in told:
        key = (row.account_id, row.uid)
        yield {
            "account_id": row.account_id,
            "task_uid": row.uid,
            "summary": titles[key],
            "description": folded(row.description),
            "categories": tags_text(tags.get(key, ())),
            "steps": _below(key, titles, steps, frozenset({key})),
        }


def _below(
    key: _Key, titles: dict[_Key, str], steps: dict[_Key, list[_Key]], above: frozenset[_Key]
) -> str:
    return steps_text(
        (titles[step], _below(step, titles, steps, above | {step}))
        for step in steps.get(key, ())
        if step not in above
    )
