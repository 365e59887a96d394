"""What the user chose, kept with the account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from models.errors import ImpossibleValue, TextTooLong
from models.moment import zone_named
from models.storage import setting_rows
from models.task import NAME_LIMIT
from services.changes import Changed

if TYPE_CHECKING:
    from services.workspace import Workspace

LANGUAGES = ("id", "en")
THEMES = ("light", "dark", "system")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice, with what holds until one is made.

    Attributes:
        language: ``id`` or ``en``; None follows the system.
        theme: ``light``, ``dark`` or ``system``.
        zone: IANA name; None follows the system.
        first_weekday: 0 is Monday.
        name: how Home greets; empty when not told.
        default_lead: how long before its time a new task must be ready.
        best_start, best_end: the best hours to publish, local.
        daily_capacity: hours of work that a day holds.
        is_welcomed: whether the first-run screen was left.
        last_route: where the app was left.
    """

    language: str | None = None
    theme: str = "system"
    zone: str | None = None
    first_weekday: int = 0
    name: str = ""
    default_lead: timedelta = timedelta(hours=1)
    best_start: time = time(16)
    best_end: time = time(18)
    daily_capacity: timedelta = timedelta(hours=6)
    is_welcomed: bool = False
    last_route: str = "/"


class SettingsFields(TypedDict, total=False):
    """What `change_settings` may set; an absent key is left alone."""

    language: str | None
    theme: str
    zone: str | None
    first_weekday: int
    name: str
    default_lead: timedelta
    best_start: time
    best_end: time
    daily_capacity: timedelta
    is_welcomed: bool
    last_route: str


def change_settings(desk: Workspace, **chosen: Unpack[SettingsFields]) -> Settings:
    """Choose, and keep the choice.

    Raises:
        ImpossibleValue, UnknownZone, TextTooLong: the choice cannot be kept.
    """
    changed = _checked(replace(desk.settings, **chosen))
    images = to_json(changed)
    with desk.writing() as unit:
        setting_rows.write(unit, {name: images[name] for name in chosen})
        unit.commit()
    desk.take_settings(changed)
    desk.changes.announce(Changed(action="settings", has_settings=True))
    return changed


def to_json(settings: Settings) -> dict[str, Any]:
    """Every choice as a JSON value: spans in seconds, times as ISO 8601."""
    return {
        name: int(value.total_seconds())
        if isinstance(value, timedelta)
        else value.isoformat()
        if isinstance(value, time)
        else value
        for name, value in asdict(settings).items()
    }


def from_json(values: Mapping[str, Any]) -> Settings:
    """The settings from their stored values; an unreadable one falls back to its default."""
    settings = Settings()
    for field in fields(Settings):
        if field.name not in values:
            continue
        value, default = values[field.name], getattr(settings, field.name)
        try:
            if isinstance(default, timedelta):
                value = timedelta(seconds=value)
            elif isinstance(default, time):
                value = time.fromisoformat(value)
            settings = _checked(replace(settings, **{field.name: value}))
        except (TypeError, ValueError, ImpossibleValue, TextTooLong):
            continue
    return settings


def _checked(settings: Settings) -> Settings:
    if settings.language is not None and settings.language not in LANGUAGES:
        raise ImpossibleValue("language", settings.language)
    if settings.theme not in THEMES:
        raise ImpossibleValue("theme", settings.theme)
    if settings.first_weekday not in range(7):
        raise ImpossibleValue("first_weekday", settings.first_weekday)
    if len(settings.name) > NAME_LIMIT:
        raise TextTooLong("name", len(settings.name), NAME_LIMIT)
    if not timedelta(0) <= settings.default_lead <= timedelta(days=365):
        raise ImpossibleValue("lead", settings.default_lead)
    if not timedelta(0) < settings.daily_capacity <= timedelta(days=1):
        raise ImpossibleValue("daily_capacity", settings.daily_capacity)
    if settings.best_start >= settings.best_end:
        raise ImpossibleValue("best_hours", settings.best_start)
    if settings.zone is not None:
        zone_named(settings.zone)
    return settings
