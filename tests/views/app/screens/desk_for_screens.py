"""What tests of Home, Welcome and Settings share: a real workspace at a fixed afternoon."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from models.moment import Moment
from models.task import TaskFields
from services import tasks
from services.settings import change_settings
from services.workspace import Workspace, open_workspace

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = NOW

    def now(self) -> datetime:
        """The present, aware UTC."""
        return self.instant


def new_desk(
    folder: Path, *, language: str = "id", clock: HandClock | None = None, is_welcomed: bool = True
) -> Workspace:
    """An empty workspace in `folder`."""
    desk = open_workspace(folder, clock=clock or HandClock(), zone=ZONE)
    change_settings(desk, language=language, is_welcomed=is_welcomed)
    return desk


def at(day: int, clock: time | None = None) -> Moment:
    """A moment of November 2026 in Jakarta."""
    return Moment(date(2026, 11, day), clock, ZONE if clock else None)


def add(
    desk: Workspace, title: str, due: Moment | None = None, *, lead: int = 0, **fields: object
) -> str:
    """A task's uid; `lead` is in minutes."""
    given: TaskFields = {"summary": title, "due": due}
    if lead:
        given["lead"] = timedelta(minutes=lead)
    return tasks.capture(desk, given | fields).uid  # type: ignore[operator]
