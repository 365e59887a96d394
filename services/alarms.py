"""What this phone's alarm clock was told, as far as the app has to remember it.

Must not know how an alarm is set: `views.app.alarming` does that.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from models.alarms import ALARMS_LIMIT, HORIZON
from models.reminding import Notice
from models.storage import setting_rows
from models.storage.unit import UnitOfWork
from services.reminders import upcoming
from services.workspace import Workspace

#: Up to where the system says every notice, in UTC; not a choice.
_TOLD = "system_reminds_until"
#: Whether the system was asked to let the app remind; not a choice.
_ASKED = "system_was_asked"
_REST = timedelta(days=1)


def to_arm(desk: Workspace) -> tuple[Notice, ...]:
    """The next notices, as many as the system takes, by `give_at`; only what is still ahead."""
    now = desk.now()
    ahead = (notice for notice in upcoming(desk, HORIZON) if notice.give_at > now)
    return tuple(ahead)[:ALARMS_LIMIT]


def armed(desk: Workspace, notices: tuple[Notice, ...]) -> None:
    """Remember up to where the system says everything, now that it was told of `notices`."""
    full = len(notices) == ALARMS_LIMIT
    until = notices[-1].give_at if full else desk.now() + HORIZON
    with desk.writing() as unit:
        told = _told(unit)
        # The horizon moves with the clock: it is not written down every minute.
        if full or told is None or not until - _REST < told <= until:
            setting_rows.write(unit, {_TOLD: until.astimezone(UTC).isoformat()})
            unit.commit()


def disarmed(desk: Workspace) -> None:
    """Remember that the system says nothing from now on."""
    with desk.writing() as unit:
        if _told(unit) is not None:
            setting_rows.write(unit, {_TOLD: None})
            unit.commit()


def unsaid(desk: Workspace, notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Those of `notices` that the system does not say: it was told of no more than it takes."""
    with desk.reading() as unit:
        told = _told(unit)
    return tuple(notice for notice in notices if told is None or notice.give_at > told)


def was_asked(desk: Workspace) -> bool:
    """Whether the system was asked already to let the app remind."""
    with desk.reading() as unit:
        return bool(setting_rows.read(unit).get(_ASKED))


def asked(desk: Workspace) -> None:
    """Remember that it was."""
    with desk.writing() as unit:
        setting_rows.write(unit, {_ASKED: True})
        unit.commit()


def _told(unit: UnitOfWork) -> datetime | None:
    kept = setting_rows.read(unit).get(_TOLD)
    return None if kept is None else datetime.fromisoformat(kept)
