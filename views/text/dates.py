"""Dates, times and spans of time as the reader says them: the one module that tells them.

It knows no clock: `now` (aware) and today are arguments. Names of days and
months are Babel's, everything else is in the message catalogues. What people
type is read by `views.text.typed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from models.moment import Moment
from views.text.words import Language, Words, sentence

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EN_DASH = "–"
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class _Names:
    """A language's names; weekdays from Monday, months from January."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    narrow_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]


@cache
def _names(language: Language) -> _Names:
    # Babel takes a while to import; a command that tells no day does without.
    from babel.dates import get_day_names, get_month_names

    def weekdays(width: str) -> tuple[str, ...]:
        return tuple(get_day_names(width, "stand-alone", language)[day] for day in range(7))  # pyright: ignore[reportArgumentType]

    def months(width: str) -> tuple[str, ...]:
        return tuple(get_month_names(width, "format", language)[month] for month in range(1, 13))  # pyright: ignore[reportArgumentType]

    return _Names(
        weekdays("wide"),
        weekdays("abbreviated"),
        weekdays("narrow"),
        months("wide"),
        months("abbreviated"),
    )


def clock(language: Language, value: time) -> str:
    """A wall-clock time: ``16.00`` or ``16:00``."""
    return f"{value.hour:02}{'.' if language == 'id' else ':'}{value.minute:02}"


@dataclass(frozen=True, slots=True)
class Dates:
    """How one session's reader says dates and times.

    Attributes:
        zone: where the reader is; every instant is told on this wall clock.
        first_weekday: 0 is Monday.
    """

    language: Language
    zone: ZoneInfo
    first_weekday: int = 0

    @property
    def words(self) -> Words:
        """The messages of the same language."""
        return Words(self.language)

    def today(self, now: datetime) -> date:
        """The reader's day at the instant `now`."""
        return now.astimezone(self.zone).date()

    # Times

    def time(self, value: time | datetime) -> str:
        """``16.00`` or ``16:00``; an aware instant is told in the reader's zone."""
        if isinstance(value, datetime) and value.tzinfo is not None:
            value = value.astimezone(self.zone)
        return clock(self.language, value.time() if isinstance(value, datetime) else value)

    def time_range(self, start: time | datetime, end: time | datetime) -> str:
        """``09.30 – 10.30``."""
        return f"{self.time(start)} {EN_DASH} {self.time(end)}"

    def hours(self, start: time, end: time) -> str:
        """``16–18`` for whole hours, else ``16.00–18.30``."""
        return EN_DASH.join(self.hour_ends(start, end))

    def hour_ends(self, start: time, end: time) -> tuple[str, str]:
        """``16`` and ``18`` for whole hours, else ``16.00`` and ``18.30``."""
        if start.minute == end.minute == 0:
            return str(start.hour), str(end.hour)
        return self.time(start), self.time(end)

    # Days

    def short_day(self, day: date, today: date | None = None) -> str:
        """``Sen 23 Nov``; with its year when it is not the year of `today`."""
        names = _names(self.language)
        text = (
            f"{names.short_weekdays[day.weekday()]} {day.day} {names.short_months[day.month - 1]}"
        )
        return text if today is None or day.year == today.year else f"{text} {day.year}"

    def long_day(self, day: date, today: date | None = None) -> str:
        """``Senin, 23 November``; with its year when it is not the year of `today`."""
        names = _names(self.language)
        text = f"{names.weekdays[day.weekday()]}, {day.day} {names.months[day.month - 1]}"
        return text if today is None or day.year == today.year else f"{text} {day.year}"

    def weekday_and_number(self, day: date) -> str:
        """``Senin 23``: the head of one day's timeline."""
        return f"{_names(self.language).weekdays[day.weekday()]} {day.day}"

    def day_and_month(self, day: date, today: date | None = None) -> str:
        """``23 Nov``; with its year when it is not the year of `today`."""
        text = f"{day.day} {_names(self.language).short_months[day.month - 1]}"
        return text if today is None or day.year == today.year else f"{text} {day.year}"

    def day_range(self, first: date, last: date, today: date | None = None) -> str:
        """``23–29 Nov`` or ``30 Nov – 6 Des``, each with a year where it needs one."""
        if first == last:
            return self.day_and_month(last, today)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}{EN_DASH}{self.day_and_month(last, today)}"
        reference = today or last
        if first.year != last.year:
            end = f"{self.day_and_month(last)} {last.year}"
            return f"{self.day_and_month(first)} {first.year} {EN_DASH} {end}"
        return f"{self.day_and_month(first)} {EN_DASH} {self.day_and_month(last, reference)}"

    def relative_day(self, day: date, today: date) -> str:
        """``kemarin``, ``hari ini``, ``besok``, ``lusa``, else the short day."""
        return self._near_day(day, today) or self.short_day(day, today)

    def heading(self, day: date, today: date) -> str:
        """The relative day as a title: ``Hari ini``, ``Besok``, ``Sen 30 Nov``."""
        return sentence(self.relative_day(day, today))

    def _near_day(self, day: date, today: date) -> str:
        say = self.words.say
        match (day - today).days:
            case -1:
                return say("yesterday")
            case 0:
                return say("today")
            case 1:
                return say("tomorrow")
            case 2 if self.language == "id":  # English has no word for it.
                return "lusa"
        return ""

    def month_title(self, year: int, month: int) -> str:
        """``November 2026``."""
        return f"{_names(self.language).months[month - 1]} {year}"

    def month_name(self, month: int) -> str:
        """``November``."""
        return _names(self.language).months[month - 1]

    def weekday_letters(self) -> tuple[str, ...]:
        """S S R K J S M: one letter for each day, from the first weekday on."""
        return self._week(_names(self.language).narrow_weekdays)

    def weekday_names(self) -> tuple[str, ...]:
        """Sen, Sel, Rab…: short, from the first weekday on."""
        return self._week(_names(self.language).short_weekdays)

    def long_weekday_names(self) -> tuple[str, ...]:
        """Senin, Selasa, Rabu…: whole, from the first weekday on."""
        return self._week(_names(self.language).weekdays)

    def _week(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return names[self.first_weekday :] + names[: self.first_weekday]

    # Moments of tasks

    def due(self, moment: Moment, now: datetime) -> str:
        """A row's due label: ``14.30`` today, ``besok 10.00``, ``Jum 20 Nov`` for a whole day."""
        if moment.time is not None and moment.day(self.zone) == self.today(now):
            return self.time(moment.local(self.zone))
        return self.spoken(moment, now)

    def spoken(self, moment: Moment, now: datetime) -> str:
        """The moment with its day, also today's: ``hari ini 16.00``, ``Sel 24 Nov 10.00``."""
        return self._with_time(self.relative_day(moment.day(self.zone), self.today(now)), moment)

    def exact(self, moment: Moment, now: datetime) -> str:
        """The moment by its date: ``Sel 24 Nov 10.00``, ``Tue 24 Nov, 10:00``."""
        comma = "," if self.language == "en" and moment.time is not None else ""
        day = self.short_day(moment.day(self.zone), self.today(now))
        return self._with_time(day + comma, moment)

    def instant(self, instant: datetime, now: datetime) -> str:
        """An aware instant as `spoken` tells a moment: ``kemarin 17.00``."""
        return f"{self.relative_day(self.today(instant), self.today(now))} {self.time(instant)}"

    def _with_time(self, day: str, moment: Moment) -> str:
        return day if moment.time is None else f"{day} {self.time(moment.local(self.zone))}"

    def lead(self, due: Moment, lead: timedelta) -> str:
        """``siap 1 j sebelumnya · 15.00``; with its day where that is not the due day."""
        if not lead:
            return self.words.say("ready at the time itself")
        text = self.words.say("ready {duration} before", duration=self.duration(lead))
        if due.time is None:
            return text
        ready = due.moved_by(-lead)
        day = ready.day(self.zone)
        when = self.time(ready.local(self.zone))
        if day != due.day(self.zone):
            when = f"{self.short_day(day, due.day(self.zone))} {when}"
        return f"{text} · {when}"

    # Spans

    def duration(self, span: timedelta) -> str:
        """``47 mnt``, ``2 j 10 mnt``, ``1 hari 3 j``; whole minutes, whole hours from a day on."""
        say = self.words.say
        minutes = abs(span) // MINUTE
        if abs(span) >= DAY:
            days, hours = divmod(minutes // 60, 24)
            return say("{days} d {hours} h", days=days, hours=hours) if hours else self._days(days)
        hours, rest = divmod(minutes, 60)
        if not hours:
            return say("{minutes} min", minutes=rest)
        if not rest:
            return say("{hours} h", hours=hours)
        return say("{hours} h {minutes} min", hours=hours, minutes=rest)

    def _days(self, days: int) -> str:
        return self.words.say("{days} d", days=self.words.number(days))

    def offset(self, span: timedelta) -> str:
        """A step's place before or after its task: ``−7 hari``, ``+2 j``, ``0 mnt``."""
        sign = MINUS if span < timedelta(0) else "+" if span else ""
        return sign + self.duration(span)

    def compact(self, span: timedelta) -> str:
        """Hours of work in little room: ``5 j 30 m``, ``5 h 30``; a dash for none."""
        hours, minutes = divmod(max(span, timedelta(0)) // MINUTE, 60)
        if not hours and not minutes:
            return "—"
        if not hours:
            return self.words.say_in("compact", "{minutes} min", minutes=minutes)
        if not minutes:
            return self.words.say("{hours} h", hours=hours)
        return self.words.say("{hours} h {minutes:02}", hours=hours, minutes=minutes)

    def load(self, planned: timedelta, capacity: timedelta) -> str:
        """A day's work against what fits: ``5 j 30 m dari 6 j``, ``5 h 30 / 6 h``."""
        none = self.words.say("{hours} h", hours=0)
        return self.words.say(
            "{planned} / {capacity}",
            planned=self.compact(planned),
            capacity=self.compact(capacity) if capacity else none,
        )

    def countdown(self, until: datetime, now: datetime) -> str:
        """``47 mnt`` left of begun minutes, ``sekarang``, or ``lewat 12 mnt``; both aware."""
        left = until.astimezone(UTC) - now.astimezone(UTC)
        if left > timedelta(0):
            return self.duration(-(-left // MINUTE) * MINUTE)
        if -left < MINUTE:
            return self.words.say("now")
        return self.words.say("{duration} past", duration=self.duration(left))

    def ago(self, then: datetime, now: datetime) -> str:
        """``baru saja``, ``5 mnt lalu``, ``2 j lalu``, then the day and time; both aware."""
        passed = now.astimezone(UTC) - then.astimezone(UTC)
        if passed < MINUTE:
            return self.words.say("just now")
        if passed < HOUR or (passed < DAY / 2 and self.today(then) == self.today(now)):
            whole = passed if passed < HOUR else passed // HOUR * HOUR
            return self.words.say("{duration} ago", duration=self.duration(whole))
        return self.instant(then, now)

    def greeting(self, now: datetime, name: str = "") -> str:
        """``Sore, Dhila`` by the reader's hour; without a name ``Selamat sore``."""
        hour = now.astimezone(self.zone).hour
        say = self.words.say
        if self.language == "id" and 11 <= hour < 14:  # English has no such time of day.
            return f"Siang, {name}" if name else "Selamat siang"
        if 4 <= hour < 12:
            return say("Good morning, {name}", name=name) if name else say("Good morning")
        if 12 <= hour < 18:
            return say("Good afternoon, {name}", name=name) if name else say("Good afternoon")
        return say("Good evening, {name}", name=name) if name else say("Good evening")
