"""Days of a repeat rule in words: ``Senin dan Kamis``, ``last Friday``, ``the 1st and 15th``.

Owns how days are ordered, counted and joined in a sentence; `views.text.repeats` says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.recurrence import Rule, WeekdayOf
from views.text.dates import Dates
from views.text.words import mark_in

WORKDAYS = frozenset(range(5))
WEEKEND = frozenset((5, 6))
WHOLE_WEEK = frozenset(range(7))
_KINDS = {
    WORKDAYS: mark_in("rule", "weekday"),
    WEEKEND: mark_in("rule", "weekend day"),
    WHOLE_WEEK: mark_in("rule", "day"),
}
_PLACES = {
    1: mark_in("rule", "first {day}"),
    2: mark_in("rule", "second {day}"),
    3: mark_in("rule", "third {day}"),
    4: mark_in("rule", "fourth {day}"),
    5: mark_in("rule", "fifth {day}"),
    -1: mark_in("rule", "last {day}"),
    -2: mark_in("rule", "second last {day}"),
    -3: mark_in("rule", "third last {day}"),
}


class TooOdd(Exception):
    """The rule makes no sentence."""


class Days:
    """Says days in the language of `dates`."""

    def __init__(self, dates: Dates) -> None:
        self.dates, self.words = dates, dates.words

    def from_the_end(self, number: int) -> str:
        """``the last day`` for 1, ``the 3rd last day`` for 3."""
        if number == 1:
            return self.words.say_in("rule", "the last day")
        return self.words.say_in("rule", "the {place} last day", place=self.ordinal(number))

    def date(self, month: int, day: int) -> str:
        """``25 December``; a negative day is counted from the month's end."""
        name = self.dates.month_name(month)
        if day > 0:
            return f"{day} {name}"
        return self.words.say_in(
            "rule", "{day} of {month}", day=self.from_the_end(-day), month=name
        )

    def placed_days(self, rule: Rule) -> str:
        """The weekdays of a month or year by their places: ``last Friday``.

        Raises:
            TooOdd: there is no word for these days together.
        """
        days = frozenset(day.weekday for day in rule.by_day)
        if not rule.by_set_pos:
            if not any(day.number for day in rule.by_day):
                return self.named(days)
            return self.joined([self._placed_day(day) for day in rule.by_day])
        if any(day.number for day in rule.by_day) or (len(days) > 1 and days not in _KINDS):
            raise TooOdd
        said = _KINDS.get(days)
        name = self.words.say_in("rule", said) if said else self.weekday(min(days))
        return self.joined([self._placed(place, name) for place in rule.by_set_pos])

    def _placed_day(self, day: WeekdayOf) -> str:
        name = self.weekday(day.weekday)
        if day.number:
            return self._placed(day.number, name)
        return self.words.say_in("rule", "every {days}", days=name)

    def _placed(self, place: int, name: str) -> str:
        if place in _PLACES:
            return self.words.say_in("rule", _PLACES[place], day=name)
        number = self.ordinal(abs(place))
        if place > 0:
            return self.words.say_in("rule", "{place} {day}", place=number, day=name)
        return self.words.say_in("rule", "{place} last {day}", place=number, day=name)

    def named(self, days: frozenset[int]) -> str:
        """``Monday and Thursday``, from the reader's first day of the week on."""
        first = self.dates.first_weekday
        ordered = sorted(days, key=lambda day: (day - first) % 7)
        return self.joined([self.weekday(day) for day in ordered])

    def weekday(self, day: int) -> str:
        """``Senin`` for 0."""
        return self.dates.long_weekday_names()[(day - self.dates.first_weekday) % 7]

    def ordinal(self, number: int) -> str:
        """``1st`` in English; in Indonesian the number, which the sentence makes ordinal."""
        if self.words.language == "id":
            return str(number)
        if number % 100 in (11, 12, 13):
            return f"{number}th"
        endings = {1: "st", 2: "nd", 3: "rd"}
        return f"{number}{endings.get(number % 10, 'th')}"

    def joined(self, told: Sequence[str]) -> str:
        """``one, two and three``."""
        if len(told) < 2:
            return "".join(told)
        several, last = ", ".join(told[:-1]), told[-1]
        if len(told) == 2:
            return self.words.say_in("rule", "{one} and {other}", one=several, other=last)
        return self.words.say_in("rule", "{several} and {last}", several=several, last=last)
