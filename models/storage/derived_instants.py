"""The instants that follow from a task's dates and from where its reader is.

They stand beside the dates for indexes and sorting only, and are worked out
anew when the account's zone changes.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update

from models.moment import Moment
from models.storage.guard import ACCOUNT
from models.storage.tables import tasks
from models.storage.unit import UnitOfWork

_MINE = tasks.c.account_id == bindparam(ACCOUNT)
_THIS = tasks.c.uid == bindparam("this")
_EPHEMERAL = select(
    tasks.c.uid,
    tasks.c.lead,
    *(
        tasks.c[f"{name}_{part}"]
        for name in ("dtstart", "due")
        for part in ("date", "time", "zone")
    ),
).where(
    _MINE,
    (tasks.c.due_date.is_not(None) & tasks.c.due_zone.is_(None))
    | (tasks.c.dtstart_date.is_not(None) & tasks.c.dtstart_zone.is_(None)),
)
_REDERIVE = (
    update(tasks)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}") for name in ("start_at", "due_at", "ready_at")})
)


def instants(
    dtstart: Moment | None, due: Moment | None, lead: Any, home: ZoneInfo
) -> dict[str, Any]:
    """The UTC instants of these, by column, for a reader in `home`."""
    due_at = due.instant(home) if due else None
    ready_at = due_at
    if due_at is not None and lead is not None and due is not None and due.time is not None:
        ready_at = due_at - lead
    return {
        "start_at": dtstart.instant(home) if dtstart else None,
        "due_at": due_at,
        "ready_at": ready_at,
    }


def rederive(unit: UnitOfWork, home: ZoneInfo) -> int:
    """Work out anew, for a reader in `home`, the instants that depend on where one is."""
    rows = [
        {
            "this": row.uid,
            **{
                f"new_{name}": value
                for name, value in instants(
                    Moment(row.dtstart_date, row.dtstart_time, row.dtstart_zone)
                    if row.dtstart_date
                    else None,
                    Moment(row.due_date, row.due_time, row.due_zone) if row.due_date else None,
                    row.lead,
                    home,
                ).items()
            },
        }
        for row in unit.execute(_EPHEMERAL)
    ]
    if rows:
        unit.execute(_REDERIVE, rows)
    return len(rows)
