"""What every command and the app start with: the data folder, the clock, the zone, the language.

Owns how those options are read and the workspace opened. Nothing here knows a
command or a screen.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal

from models.errors import ImpossibleDate
from models.moment import utc_of_wall, zone_named
from services.clock import FixedClock, ShiftedClock
from services.paths import Paths, data_folder
from views.text import Language, Words, system_language, system_zone

if TYPE_CHECKING:
    from services.workspace import Workspace

Surface = Literal["auto", "web", "desktop"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """Where the data is, and what is to be taken for the present, the zone and the language.

    Attributes:
        folder: as it was asked for; None: `services.paths.data_folder` decides.
        now: an ISO 8601 text; without an offset it is in `zone`. None: the machine's clock.
        zone: IANA name; None: the account's.
        language: None: the account's, else the system's.
    """

    environ: Mapping[str, str]
    folder: Path | None = None
    now: str | None = None
    zone: str | None = None
    language: Language | None = None

    @property
    def paths(self) -> Paths:
        """The data folder and the places in it."""
        return Paths(data_folder(self.folder, self.environ))

    def instant(self) -> datetime | None:
        """The asked-for present in UTC, if any.

        Raises:
            ImpossibleDate, UnknownZone: there is no such time or zone.
        """
        if self.now is None:
            return None
        try:
            moment = datetime.fromisoformat(self.now)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
            zone = zone_named(self.zone or system_zone())
            return utc_of_wall(moment, zone)
        except (ValueError, OverflowError) as error:
            raise ImpossibleDate(self.now) from error

    def words(self, desk: Workspace | None = None) -> Words:
        """The reader's words; `desk` None: nothing could be opened that would say more."""
        kept = desk.settings.language if desk else None
        wished: Language | None = "id" if kept == "id" else "en" if kept == "en" else None
        return Words(self.language or wished or system_language(self.environ))

    def open(self) -> Workspace:
        """The workspace for one command: its clock stands still.

        Raises:
            StorageRefusal, ImpossibleDate, UnknownZone: it cannot be opened like this.
        """
        # Storage takes longer to import than a command that opens nothing takes altogether.
        from services.workspace import open_workspace

        instant = self.instant()
        clock = FixedClock(instant) if instant else None
        return open_workspace(self.paths.folder, clock=clock, zone=self.zone, origin="command")


@dataclass(frozen=True)
class AppWish:
    """That the app be shown, and how."""

    place: Place
    surface: Surface = "auto"
    host: str = "127.0.0.1"
    port: int | None = None
    opens_browser: bool = True

    def words(self, desk: Workspace | None = None) -> Words:
        """The reader's words."""
        return self.place.words(desk)

    def open(self) -> Workspace:
        """The workspace for the app: its clock runs, faults go to the log, copies are kept.

        Raises:
            StorageRefusal, ImpossibleDate, UnknownZone: it cannot be opened like this.
        """
        from services.workspace import open_workspace

        place = self.place
        instant = place.instant()
        clock = ShiftedClock(instant) if instant else None
        desk = open_workspace(
            place.paths.folder,
            clock=clock,
            zone=place.zone,
            language=place.language,
            origin="app",
        )
        _keep_log(desk.paths.log)
        # Not a daemon: a copy that was begun is finished.
        Thread(target=_keep_house, args=(desk,), name="daily-backup").start()
        return desk


def _keep_house(desk: Workspace) -> None:
    """Make the day's backup, if it is not there, then let the trash go of what has expired.

    The app does not wait for it.
    """
    from services.care import daily_backup
    from services.trash import expire

    for work in (daily_backup, expire):
        try:
            work(desk)
        except Exception:
            _log.exception("%s failed", work.__name__)


def _keep_log(file: Path) -> None:
    """Write warnings and faults down in `file` too, at most a megabyte."""
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(
        file, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    logging.getLogger().addHandler(logging.StreamHandler())
