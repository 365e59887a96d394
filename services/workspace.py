"""Everything a service needs, for one account: the bootstrap and its bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from models.errors import UnknownZone
from models.moment import zone_named
from models.storage import derived_instants, setting_rows
from models.storage.store import Store
from models.storage.unit import UnitOfWork
from services import settings as choices
from services.changes import Changed, Changes
from services.clock import Clock, SystemClock
from services.ids import Ids, uuid7
from services.paths import Paths

#: The zone that the derived instants in the file were worked out for; not a choice.
_RECKONED = "reckoned_zone"


class Workspace:
    """One account's data, the clock, and who listens. Threads may share it."""

    def __init__(
        self,
        store: Store,
        account_id: int,
        *,
        paths: Paths,
        clock: Clock,
        ids: Ids,
        zone: str | None,
        language: str | None = None,
        origin: str | None = None,
    ) -> None:
        self.paths = paths
        self.origin = origin
        self.clock = clock
        self.ids = ids
        self.changes = Changes()
        self._store = store
        self._account_id = account_id
        self._asked_zone = zone
        self._asked_language = language
        with self.reading() as unit:
            kept = setting_rows.read(unit)
        self.settings = self._settings(kept)
        self.zone = self._zone()
        self._reckon(kept.get(_RECKONED))

    def reading(self) -> UnitOfWork:
        """A look at the account's rows."""
        return self._store.reading(self._account_id)

    def writing(self) -> UnitOfWork:
        """A change to the account's rows; lasts only after its `commit`."""
        return self._store.writing(self._account_id)

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The calendar day in the account's zone."""
        return self.now().astimezone(self.zone).date()

    def take_settings(self, settings: choices.Settings) -> None:
        """Go on with these choices; a new zone moves whatever floats."""
        if settings.language != self.settings.language:
            self._asked_language = None
        self.settings = settings
        before, self.zone = self.zone, self._zone()
        if self.zone.key != before.key:
            self._reckon(before.key)

    def poll(self) -> bool:
        """Whether another process wrote since the last call; if so, tells who listens.

        Cheap enough to be asked every second.
        """
        if not self._store.has_news():
            return False
        with self.reading() as unit:
            kept = setting_rows.read(unit)
        settings = self._settings(kept)
        has_settings, self.settings = settings != self.settings, settings
        self.zone = self._zone()
        if self._asked_zone is None:
            self._reckon(kept.get(_RECKONED))
        self.changes.announce(Changed(has_settings=has_settings, is_everything=True))
        return True

    def close(self) -> None:
        """Let go of the data file."""
        self._store.close()

    def _settings(self, kept: Mapping[str, Any]) -> choices.Settings:
        """The choices in the file, but for the language that was asked for instead."""
        settings = choices.from_json(kept)
        if self._asked_language is None:
            return settings
        return replace(settings, language=self._asked_language)

    def _zone(self) -> ZoneInfo:
        if self._asked_zone is not None:
            return zone_named(self._asked_zone)
        if self.settings.zone is not None:
            return zone_named(self.settings.zone)
        return system_zone()

    def _reckon(self, reckoned: str | None) -> None:
        """Work out anew what depends on the zone, when it is another than last time."""
        if reckoned == self.zone.key:
            return
        with self.writing() as unit:
            derived_instants.rederive(unit, self.zone)
            setting_rows.write(unit, {_RECKONED: self.zone.key})
            unit.commit()


def system_zone() -> ZoneInfo:
    """The machine's zone; UTC where it cannot be told."""
    import tzlocal

    try:
        return zone_named(tzlocal.get_localzone_name() or "UTC")
    except (UnknownZone, LookupError):
        return zone_named("UTC")


def open_workspace(
    folder: Path,
    *,
    clock: Clock | None = None,
    zone: str | None = None,
    language: str | None = None,
    ids: Ids = uuid7,
    origin: str | None = None,
) -> Workspace:
    """Open the data in `folder`, made on first use, for the device's own account.

    `zone` overrides the account's for as long as the workspace is open, `language` until another
    is chosen. `origin` (`app`, `command`) is written beside each gesture: where it was made.

    Raises:
        StorageRefusal: the data cannot be used; nothing was changed.
        UnknownZone: there is no zone of that name.
    """
    clock = clock or SystemClock()
    paths = Paths(folder)
    now = clock.now()
    if zone is not None:
        zone_named(zone)
    store = Store.open(paths.database, paths.backups, now)
    try:
        account_id = store.local_account(ids(now), now)
        return Workspace(
            store,
            account_id,
            paths=paths,
            clock=clock,
            ids=ids,
            zone=zone,
            language=language,
            origin=origin,
        )
    except BaseException:
        store.close()
        raise
