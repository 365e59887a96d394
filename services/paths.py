"""Where on this device the data lives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folder that holds everything, and the places in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The data file."""
        return self.folder / "docheck.db"

    @property
    def backups(self) -> Path:
        """The folder of automatic copies."""
        return self.folder / "backups"

    @property
    def log(self) -> Path:
        """Where faults are written down."""
        return self.folder / "docheck.log"


def data_folder(explicit: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The data folder, absolute.

    In this order: `explicit`; ``DOCHECK_DATA_DIR``; what Flet gives an app on a
    device (``FLET_APP_STORAGE_DATA``: the bundle itself is read-only); the
    platform's folder for the user's data.
    """
    if explicit is None:
        for name in ("DOCHECK_DATA_DIR", "FLET_APP_STORAGE_DATA"):
            if environment.get(name):
                explicit = Path(environment[name])
                break
    if explicit is None:
        import platformdirs

        explicit = platformdirs.user_data_path("docheck", appauthor=False)
    return explicit.expanduser().absolute()
