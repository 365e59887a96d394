"""The time zones that one can choose, with how far each is from UTC just now.

Pure: the present is an argument. Whether a name is a zone says `models.moment.zone_named`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from models.moment import zone_named

#: First in the list: Indonesia's three.
HOME_ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
_REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia"}
    | {"Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone.

    Attributes:
        name: IANA name.
        short: ``WIB``; empty where people have no short name for it.
        offset: ahead of UTC at the instant asked about.
    """

    name: str
    short: str
    offset: timedelta

    @property
    def place(self) -> str:
        """The city or island: the name's last part."""
        return self.name.rpartition("/")[2].replace("_", " ")


def zones(now: datetime) -> tuple[Zone, ...]:
    """Every zone that is called after a place, Indonesia's first; `now` is aware."""
    return tuple(zone_at(name, now) for name in _names())


def zone_at(name: str, now: datetime) -> Zone:
    """One zone at the instant `now` (aware).

    Raises:
        UnknownZone: there is no such zone.
    """
    local = now.astimezone(zone_named(name))
    short = local.tzname() or ""
    return Zone(name, short if short.isalpha() else "", local.utcoffset() or timedelta(0))


def matching(known: tuple[Zone, ...], text: str) -> tuple[Zone, ...]:
    """Those of `known` that hold every word of `text` in their name or short name."""
    words = text.casefold().replace("_", " ").split()
    return tuple(zone for zone in known if all(word in _searched(zone) for word in words))


def _searched(zone: Zone) -> str:
    return f"{zone.name} {zone.short}".replace("_", " ").casefold()


@cache
def _names() -> tuple[str, ...]:
    places = {name for name in available_timezones() if name.split("/")[0] in _REGIONS}
    return *HOME_ZONES, *sorted(places - set(HOME_ZONES)), "UTC"
