"""The ledger of promises, people, proposals; planning's columns of tasks, a lead for each goal."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

from models.errors import Refusal
from models.moment import Moment, zone_named
from models.storage.sqlite import LEDGER_TRIGGERS
from models.storage.types import EPOCH, MICROSECOND, Seconds, UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_WRITTEN_BY = "migration-0010"
_CLOSED = {"COMPLETED": "done", "CANCELLED": "let-go"}
_CHUNK = 5_000
_NAMED = [
    "account_id",
    "gesture",
    "at",
    "kind",
    "task_uid",
    "goal_uid",
    "summary",
    "due_date",
    "due_time",
    "due_zone",
    "due_at",
    "ready_at",
    "zone",
    "withdraws",
]


def upgrade() -> None:
    """Add columns in place, make the tables, and write the ledger of what has been so far."""
    op.add_column("tasks", sa.Column("is_locked", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("tasks", sa.Column("replaces", sa.String(length=255), nullable=True))
    op.add_column("tasks", sa.Column("waiting_for", sa.String(length=120), nullable=True))
    op.add_column("tasks", sa.Column("follow_up", sa.Date(), nullable=True))
    op.add_column("goals", sa.Column("default_lead", Seconds(), nullable=True))
    op.create_index(
        op.f("ix_tasks_account_id_shelf_ready_at_position_uid"),
        "tasks",
        ["account_id", "shelf", "ready_at", "position", "uid"],
        unique=False,
    )
    op.create_index(
        "ix_tasks_replaces",
        "tasks",
        ["account_id", "replaces"],
        unique=False,
        sqlite_where=sa.text("replaces IS NOT NULL"),
    )
    _make_people()
    _make_ledger()
    _fill()
    for trigger in LEDGER_TRIGGERS:
        op.execute(trigger)


def _account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id"],
        ["accounts.id"],
        name=op.f(f"fk_{table}_account_id"),
        ondelete="CASCADE",
    )


def _make_people() -> None:
    op.create_table(
        "people",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("position", sa.String(length=64), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("last_modified", UtcDateTime(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.CheckConstraint("language IN ('id', 'en')", name=op.f("ck_people_language")),
        _account("people"),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_people")),
    )
    op.create_table(
        "proposals",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("due_zone", sa.String(length=64), nullable=True),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.Column("answered", UtcDateTime(), nullable=True),
        sa.Column("counter_date", sa.Date(), nullable=True),
        sa.Column("counter_time", sa.Time(), nullable=True),
        sa.Column("counter_zone", sa.String(length=64), nullable=True),
        sa.CheckConstraint("kind IN ('hand-over', 'new-due')", name=op.f("ck_proposals_kind")),
        sa.CheckConstraint(
            "answer IN ('accepted', 'countered', 'declined')", name=op.f("ck_proposals_answer")
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered IS NULL)", name=op.f("ck_proposals_answered")
        ),
        sa.CheckConstraint(
            "counter_time IS NULL OR counter_date IS NOT NULL", name=op.f("ck_proposals_counter")
        ),
        sa.CheckConstraint(
            "due_time IS NULL OR due_date IS NOT NULL", name=op.f("ck_proposals_due")
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "task_uid"],
            ["tasks.account_id", "tasks.uid"],
            name=op.f("fk_proposals_account_id_task_uid"),
            ondelete="CASCADE",
        ),
        _account("proposals"),
        sa.PrimaryKeyConstraint("account_id", "uid", name=op.f("pk_proposals")),
    )
    op.create_index(
        op.f("ix_proposals_account_id_task_uid_made"),
        "proposals",
        ["account_id", "task_uid", "made"],
        unique=False,
    )


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("gesture", sa.String(length=36), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("task_uid", sa.String(length=255), nullable=False),
        sa.Column("goal_uid", sa.String(length=255), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("due_zone", sa.String(length=64), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("ready_at", UtcDateTime(), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("reason_text", sa.Text(), nullable=True),
        sa.Column("other", sa.String(length=255), nullable=True),
        sa.Column("person", sa.String(length=120), nullable=True),
        sa.Column("withdraws", sa.String(length=36), nullable=True),
        sa.CheckConstraint(
            "kind IN ('promised', 're-promised', 'replaced', 'handed-over', 'done', 'let-go',"
            " 'reopened', 'trashed', 'restored', 'withdrawn')",
            name=op.f("ck_ledger_kind"),
        ),
        sa.CheckConstraint(
            "(kind = 'withdrawn') = (withdraws IS NOT NULL)", name=op.f("ck_ledger_withdraws")
        ),
        _account("ledger"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sqlite_autoincrement=True,
    )
    for columns in (["at"], ["due_at"], ["task_uid", "id"], ["gesture"]):
        names = ["account_id", *columns]
        op.create_index(op.f(f"ix_ledger_{'_'.join(names)}"), "ledger", names, unique=False)


def _fill() -> None:
    connection = op.get_bind()
    marks = ", ".join("?" for _ in _NAMED)
    statement = f"INSERT INTO ledger ({', '.join(_NAMED)}) VALUES ({marks})"
    for (account,) in connection.exec_driver_sql("SELECT id FROM accounts").fetchall():
        chunk: list[tuple[Any, ...]] = []
        for entry in _Past(connection, account).entries():
            chunk.append(tuple(entry[name] for name in _NAMED))
            if len(chunk) == _CHUNK:
                connection.exec_driver_sql(statement, chunk)
                chunk = []
        if chunk:
            connection.exec_driver_sql(statement, chunk)


class _Past:
    """What the history of one account says of its promises, then what the tasks say beyond it."""

    def __init__(self, connection: sa.Connection, account: int) -> None:
        self._connection = connection
        self._account = account
        self._zone = self._home()
        self._home_zone = zone_named(self._zone)
        #: What each task was by then, as the history keeps it.
        self._tasks: dict[str, dict[str, Any]] = {}
        #: The gesture that last did or undid each one, and the tasks that it wrote of.
        self._newest: dict[str, str] = {}
        self._told: dict[str, set[str]] = {}

    def entries(self) -> Iterator[dict[str, Any]]:
        rows = self._connection.exec_driver_sql(
            'SELECT gesture, at, undoes, subject_uid, "before", "after" FROM history'
            " WHERE account_id = ? AND subject = 'task' ORDER BY id",
            (self._account,),
        ).fetchall()
        switched: tuple[str, str] | None = None
        gesture: str
        undoes: str | None
        for gesture, at, undoes, uid, before, after in rows:
            if undoes is not None and (switched is None or switched[0] != gesture):
                switched = (gesture, self._newest.get(undoes) or undoes)
            self._newest[undoes or gesture] = gesture
            image = None if after is None else json.loads(after)
            found = self._changed(uid, None if before is None else json.loads(before), image, at)
            if undoes is None:
                for entry in found:
                    self._told.setdefault(gesture, set()).add(uid)
                    yield {**entry, "gesture": gesture}
                continue
            told = self._told.setdefault(gesture, set())
            if switched and uid in self._told.get(switched[1], ()) and uid not in told:
                told.add(uid)
                entry = self._entry("withdrawn", uid, at)
                yield {**entry, "gesture": gesture, "withdraws": switched[1]}
        yield from self._beyond()

    def _changed(
        self,
        uid: str,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
        at: int,
    ) -> list[dict[str, Any]]:
        was = self._tasks.get(uid, {}) if before is None else {**self._tasks.get(uid, {}), **before}
        if after is None:
            is_kept = was.get("deleted") is None
            return [self._entry("trashed", uid, at)] if is_kept and uid in self._tasks else []
        task = self._tasks[uid] = {**was, **after}
        kinds: list[tuple[str, int]] = []
        due, old = _promised(task), _promised(was)
        if due != old or (old and task.get("lead") != was.get("lead")):
            made = before is None and task.get("created")
            kinds.append(("re-promised", at) if old else ("promised", _count(made) or at))
        kinds += _of_status(was.get("status"), task, at)
        if (was.get("deleted") is None) is not (task.get("deleted") is None):
            kinds.append(("restored" if task.get("deleted") is None else "trashed", at))
        return [self._entry(kind, uid, then) for kind, then in kinds]

    def _beyond(self) -> Iterator[dict[str, Any]]:
        """What stands in the tasks and was never written into the history, as of the task."""
        for row in self._connection.exec_driver_sql(
            'SELECT uid, summary, status, due_date, due_time, due_zone, lead, "offset", goal_uid,'
            " created, last_modified, completed, deleted FROM tasks WHERE account_id = ?"
            " ORDER BY uid",
            (self._account,),
        ).fetchall():
            known = self._tasks.get(row.uid, {})
            due = row.due_date and {
                "date": row.due_date,
                "time": _short(row.due_time),
                "zone": row.due_zone,
            }
            task = {
                "summary": row.summary,
                "goal": row.goal_uid,
                "due": due,
                "offset": row.offset,
                "lead": row.lead,
                "status": row.status,
                "deleted": row.deleted,
            }
            kinds: list[tuple[str, int]] = []
            if _moment(_promised(task)) != _moment(_promised(known)):
                is_first = _promised(known) is None
                kinds.append(
                    ("promised", row.created) if is_first else ("re-promised", row.last_modified)
                )
            done = row.completed or row.last_modified
            kinds += [(kind, done) for kind, _ in _of_status(known.get("status"), task, done)]
            if (known.get("deleted") is None) is not (row.deleted is None):
                kinds.append(
                    ("restored", row.last_modified)
                    if row.deleted is None
                    else ("trashed", row.deleted)
                )
            self._tasks[row.uid] = task
            for kind, at in kinds:
                yield {**self._entry(kind, row.uid, at), "gesture": _WRITTEN_BY}

    def _entry(self, kind: str, uid: str, at: int) -> dict[str, Any]:
        task = self._tasks[uid]
        due = _moment(_promised(task))
        due_at = due.instant(self._home_zone) if due else None
        ready_at = due_at
        if due is not None and due_at is not None and due.time is not None and task.get("lead"):
            ready_at = due_at - timedelta(seconds=task["lead"])
        return {
            "account_id": self._account,
            "at": at,
            "kind": kind,
            "task_uid": uid,
            "goal_uid": task.get("goal"),
            "summary": task.get("summary") or "",
            "due_date": due.date.isoformat() if due else None,
            "due_time": due.time.isoformat("microseconds") if due and due.time else None,
            "due_zone": due.zone if due else None,
            "due_at": _count(due_at),
            "ready_at": _count(ready_at),
            "zone": self._zone,
            "withdraws": None,
        }

    def _home(self) -> str:
        found = {
            name: json.loads(value)
            for name, value in self._connection.exec_driver_sql(
                "SELECT name, value FROM settings WHERE account_id = ?"
                " AND name IN ('zone', 'reckoned_zone')",
                (self._account,),
            )
        }
        for name in (found.get("zone"), found.get("reckoned_zone")):
            try:
                if isinstance(name, str):
                    return zone_named(name).key
            except Refusal:
                continue
        return "UTC"


def _of_status(was: str | None, task: dict[str, Any], at: int) -> list[tuple[str, int]]:
    status = task.get("status") or "NEEDS-ACTION"
    before = was or "NEEDS-ACTION"
    if status == before:
        return []
    if status in _CLOSED:
        return [(_CLOSED[status], _count(task.get("completed")) or at)]
    return [("reopened", at)] if before in _CLOSED else []


def _count(instant: Any) -> Any:
    """An instant, also as the history writes it, in microseconds since 1970."""
    if isinstance(instant, str):
        instant = datetime.fromisoformat(instant)
    return (instant.astimezone(UTC) - EPOCH) // MICROSECOND if instant else None


def _promised(task: dict[str, Any]) -> Any:
    """The due of a task; none of a step that only follows its task."""
    return None if task.get("offset") is not None else task.get("due")


def _moment(image: Any) -> Moment | None:
    """A moment as the history writes it; None too where it is none that there can be."""
    if not image:
        return None
    clock = image.get("time")
    try:
        return Moment(
            date.fromisoformat(image["date"]),
            time.fromisoformat(clock) if clock else None,
            image.get("zone") and zone_named(image["zone"]).key,
        )
    except (Refusal, ValueError):
        return None


def _short(clock: str | None) -> str | None:
    return time.fromisoformat(clock).isoformat() if clock else None
