"""What the user chose, kept with the account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, cast

from models.errors import ImpossibleValue, Refusal, TextTooLong
from models.list_view import View, view_of
from models.moment import zone_named
from models.storage import setting_rows
from models.task import NAME_LIMIT
from models.workdays import WorkWeek, has_holidays
from services.changes import Changed
from services.fields import clean_line

if TYPE_CHECKING:
    from services.workspace import Workspace

LANGUAGES = ("id", "en")
THEMES = ("light", "dark", "system")
REVIEWS = ("offered", "on", "off")
#: Most publishing times of a day.
SLOTS_LIMIT = 12
#: Longest lead that new tasks may get.
LEAD_LIMIT = timedelta(days=365)
#: The settings that say which time a part of the day means, in the order of the day.
PARTS_OF_DAY = (
    "dawn",
    "morning",
    "midday",
    "afternoon",
    "late_afternoon",
    "dusk",
    "night",
)
#: Longest time before its ready-by at which a task may be almost due.
ALMOST_LIMIT = timedelta(days=7)

#: No window is that wide.
PANE_LIMIT = 10_000

#: So many lists are remembered as they were laid out.
VIEWS_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice, with what holds until one is made.

    Attributes:
        language: ``id`` or ``en``; None follows the system.
        theme: ``light``, ``dark`` or ``system``.
        zone: IANA name; None follows the system.
        first_weekday: 0 is Monday.
        is_day_first: whether 5/12 is the fifth of December.
        dawn, morning, midday, afternoon, late_afternoon, dusk, night: the time that a part of the
            day means where no number is said, local; "sore" is `late_afternoon`.
        name: how Home greets; empty when not told.
        default_lead: how long before its time a new task of a goal must be ready.
        best_start, best_end: the best hours to publish, local.
        daily_capacity: hours of work that a day holds.
        has_reminders: whether anything reminds at all.
        almost_due: how long before its ready-by, else its due, a task is almost due.
        day_reminder: when a whole day reminds, local.
        has_quiet_hours: whether reminders wait from `quiet_start` until `quiet_end`, local; these
            may cross midnight, and two equal times are no hours.
        slip_hour: when what slipped is suggested for the next day, local.
        capacities: hours of work that each weekday holds, Monday first; None: `daily_capacity`.
        work_start, work_end: the hours in which work is planned, local.
        days_off: weekdays without work, sorted; 0 is Monday.
        holiday_country: ISO 3166-1 code whose public holidays are free; empty for none.
        slot_weekdays, slot_times: when one publishes, both sorted.
        review: whether the daily review is ``offered``, ``on`` or ``off``.
        is_welcomed: whether the first-run screen was left.
        last_route: where the app was left.
        pane_width: how wide an open task is beside its list, in logical pixels.
        list_views: how lists are laid out, `models.list_view.View.text` by the list's name; one
            that is not there is as a new one.
    """

    language: str | None = None
    theme: str = "system"
    zone: str | None = None
    first_weekday: int = 0
    is_day_first: bool = True
    dawn: time = time(5)
    morning: time = time(9)
    midday: time = time(13)
    afternoon: time = time(15)
    late_afternoon: time = time(16)
    dusk: time = time(18)
    night: time = time(19)
    name: str = ""
    default_lead: timedelta = timedelta(hours=1)
    best_start: time = time(16)
    best_end: time = time(18)
    daily_capacity: timedelta = timedelta(hours=6)
    has_reminders: bool = True
    almost_due: timedelta = timedelta(minutes=30)
    day_reminder: time = time(9)
    has_quiet_hours: bool = True
    quiet_start: time = time(22)
    quiet_end: time = time(6)
    slip_hour: time = time(10)
    capacities: tuple[timedelta | None, ...] = (None,) * 7
    work_start: time = time(9)
    work_end: time = time(18)
    days_off: tuple[int, ...] = (5, 6)
    holiday_country: str = "ID"
    slot_weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    slot_times: tuple[time, ...] = (time(16),)
    review: str = "offered"
    is_welcomed: bool = False
    last_route: str = "/"
    pane_width: int = 340
    list_views: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def work_week(self) -> WorkWeek:
        """When one works."""
        return WorkWeek(
            self.work_start, self.work_end, frozenset(self.days_off), self.holiday_country
        )

    def capacity_of(self, weekday: int) -> timedelta:
        """How much work a day of this weekday holds; 0 is Monday."""
        own = self.capacities[weekday]
        return self.daily_capacity if own is None else own


class SettingsFields(TypedDict, total=False):
    """What `change_settings` may set; an absent key is left alone."""

    language: str | None
    theme: str
    zone: str | None
    first_weekday: int
    is_day_first: bool
    dawn: time
    morning: time
    midday: time
    afternoon: time
    late_afternoon: time
    dusk: time
    night: time
    name: str
    default_lead: timedelta
    best_start: time
    best_end: time
    daily_capacity: timedelta
    has_reminders: bool
    almost_due: timedelta
    day_reminder: time
    has_quiet_hours: bool
    quiet_start: time
    quiet_end: time
    slip_hour: time
    capacities: tuple[timedelta | None, ...]
    work_start: time
    work_end: time
    days_off: tuple[int, ...]
    holiday_country: str
    slot_weekdays: tuple[int, ...]
    slot_times: tuple[time, ...]
    review: str
    is_welcomed: bool
    last_route: str
    pane_width: int
    list_views: Mapping[str, str]


def change_settings(desk: Workspace, **chosen: Unpack[SettingsFields]) -> Settings:
    """Choose, and keep the choice.

    Raises:
        ImpossibleValue, UnknownZone, TextTooLong: the choice cannot be kept.
    """
    changed = _checked(replace(desk.settings, **chosen))
    if (country := chosen.get("holiday_country")) and not has_holidays(country):
        raise ImpossibleValue("holiday_country", country)
    images = to_json(changed)
    with desk.writing() as unit:
        setting_rows.write(unit, {name: images[name] for name in chosen})
        unit.commit()
    desk.take_settings(changed)
    desk.changes.announce(Changed(action="settings", has_settings=True))
    return changed


def remember_place(desk: Workspace, route: str) -> None:
    """Keep where the app is, for its next start. Nobody is told: no screen depends on it."""
    if route == desk.settings.last_route:
        return
    changed = replace(desk.settings, last_route=route)
    with desk.writing() as unit:
        setting_rows.write(unit, {"last_route": route})
        unit.commit()
    desk.take_settings(changed)


def view_of_list(settings: Settings, name: str, usual: View | None = None) -> View:
    """How the list of that name is laid out; `usual` until something was chosen."""
    text = settings.list_views.get(name)
    return (usual or View()) if text is None else view_of(text)


def choose_view(desk: Workspace, name: str, view: View) -> Settings:
    """Lay a list out so from now on; only the last `VIEWS_LIMIT` that were chosen are kept."""
    kept = {each: text for each, text in desk.settings.list_views.items() if each != name}
    kept[name] = view.text
    return change_settings(desk, list_views=dict(list(kept.items())[-VIEWS_LIMIT:]))


def to_json(settings: Settings) -> dict[str, Any]:
    """Every choice as a JSON value: spans in seconds, times as ISO 8601."""
    return {name: _stored(value) for name, value in asdict(settings).items()}


def from_json(values: Mapping[str, Any]) -> Settings:
    """The settings from their stored values; an unreadable one falls back to its default."""
    settings = Settings()
    for names in _TOGETHER:
        kept = [name for name in names if name in values]
        try:
            chosen = {name: _value(name, values[name]) for name in kept}
            settings = _checked(replace(settings, **chosen))
        except (TypeError, ValueError, OverflowError, Refusal):
            continue
    return settings


def _stored(value: Any) -> Any:
    if isinstance(value, timedelta):
        return int(value.total_seconds())
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_stored(each) for each in cast(tuple[Any, ...], value)]
    return value


def _value(name: str, stored: Any) -> Any:
    default = getattr(_DEFAULTS, name)
    if (read := _EACH.get(name)) is not None:
        return tuple(read(each) for each in stored)
    if isinstance(default, timedelta):
        return timedelta(seconds=stored)
    if isinstance(default, time):
        return time.fromisoformat(stored)
    if not isinstance(stored, str if default is None else type(default)):
        return default
    return stored


_DEFAULTS = Settings()
_BOUND = (("best_start", "best_end"), ("work_start", "work_end"))
#: Fields that are read one by one, but those that bound each other.
_TOGETHER = (
    *_BOUND,
    *((f.name,) for f in fields(Settings) if not any(f.name in pair for pair in _BOUND)),
)
#: How each value of those fields is read that hold several.
_EACH: Mapping[str, Callable[[Any], Any]] = {
    "capacities": lambda stored: None if stored is None else timedelta(seconds=stored),
    "days_off": int,
    "slot_weekdays": int,
    "slot_times": time.fromisoformat,
}


def _checked(settings: Settings) -> Settings:
    if settings.language is not None and settings.language not in LANGUAGES:
        raise ImpossibleValue("language", settings.language)
    if settings.theme not in THEMES:
        raise ImpossibleValue("theme", settings.theme)
    if settings.first_weekday not in range(7):
        raise ImpossibleValue("first_weekday", settings.first_weekday)
    settings = replace(settings, name=clean_line(settings.name))
    if len(settings.name) > NAME_LIMIT:
        raise TextTooLong("name", len(settings.name), NAME_LIMIT)
    if not timedelta(0) <= settings.default_lead <= LEAD_LIMIT:
        raise ImpossibleValue("lead", settings.default_lead)
    if not timedelta(0) < settings.daily_capacity <= timedelta(days=1):
        raise ImpossibleValue("daily_capacity", settings.daily_capacity)
    if settings.best_start.tzinfo or settings.best_end.tzinfo:
        raise ImpossibleValue("best_hours", settings.best_start)
    if settings.best_start >= settings.best_end:
        raise ImpossibleValue("best_hours", settings.best_start)
    if not timedelta(0) <= settings.almost_due <= ALMOST_LIMIT:
        raise ImpossibleValue("almost_due", settings.almost_due)
    for name in ("day_reminder", "quiet_start", "quiet_end", "slip_hour", *PARTS_OF_DAY):
        if getattr(settings, name).tzinfo:
            raise ImpossibleValue(name, getattr(settings, name))
    if not 0 < settings.pane_width <= PANE_LIMIT:
        raise ImpossibleValue("pane_width", settings.pane_width)
    for name, text in settings.list_views.items():
        try:
            view_of(text)
        except ValueError as error:
            raise ImpossibleValue("list_views", f"{name}: {text}") from error
    if settings.zone is not None:
        zone_named(settings.zone)
    return _checked_plan(settings)


def _checked_plan(settings: Settings) -> Settings:
    """What planning goes by: weekdays and times sorted, each once."""
    if settings.work_start.tzinfo or settings.work_end.tzinfo:
        raise ImpossibleValue("work_hours", settings.work_start)
    if settings.work_start >= settings.work_end:
        raise ImpossibleValue("work_hours", settings.work_start)
    for span in settings.capacities:
        if span is not None and not timedelta(0) <= span <= timedelta(days=1):
            raise ImpossibleValue("capacities", span)
    if len(settings.capacities) != 7:
        raise ImpossibleValue("capacities", len(settings.capacities))
    for name in ("days_off", "slot_weekdays"):
        if any(day not in range(7) for day in getattr(settings, name)):
            raise ImpossibleValue(name, getattr(settings, name))
    if len(settings.slot_times) > SLOTS_LIMIT or any(at.tzinfo for at in settings.slot_times):
        raise ImpossibleValue("slot_times", len(settings.slot_times))
    country = settings.holiday_country
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise ImpossibleValue("holiday_country", country)
    if settings.review not in REVIEWS:
        raise ImpossibleValue("review", settings.review)
    return replace(
        settings,
        days_off=tuple(sorted(set(settings.days_off))),
        slot_weekdays=tuple(sorted(set(settings.slot_weekdays))),
        slot_times=tuple(sorted(set(settings.slot_times))),
    )
