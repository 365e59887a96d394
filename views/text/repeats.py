"""A repeat rule in full, as the reader would say it: ``setiap 2 minggu pada Senin dan Kamis``.

What is too odd for a sentence is told by its text, which is true all the same.
Knows no task and no screen; a row's short label is `views.app.kit.repeat_label`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from models.errors import ImpossibleRule
from models.recurrence import Frequency, Rule, parse
from models.task import RepeatFrom
from views.text.dates import Dates
from views.text.repeat_days import WHOLE_WEEK, WORKDAYS, Days, TooOdd
from views.text.words import Words, mark_in

#: More times of day, or dates of a year, than this make no sentence.
_MOST = 6
_EACH = {
    Frequency.HOURLY: mark_in("rule", "every hour"),
    Frequency.DAILY: mark_in("rule", "every day"),
    Frequency.WEEKLY: mark_in("rule", "every week"),
    Frequency.MONTHLY: mark_in("rule", "every month"),
    Frequency.YEARLY: mark_in("rule", "every year"),
}
_EACH_OF = {
    Frequency.HOURLY: mark_in("rule", "every {count} hours"),
    Frequency.DAILY: mark_in("rule", "every {count} days"),
    Frequency.WEEKLY: mark_in("rule", "every {count} weeks"),
    Frequency.MONTHLY: mark_in("rule", "every {count} months"),
    Frequency.YEARLY: mark_in("rule", "every {count} years"),
}


def repeat_text(rule: Rule | str, dates: Dates, repeat_from: RepeatFrom = RepeatFrom.DUE) -> str:
    """``every last Friday of the month, 10 times``; of any rule something that is true.

    Args:
        rule: a text that is no rule is told as it is.
        dates: the reader's; a UTC end is told by the day in their zone.
    """
    if (said := said_repeat(rule, dates, repeat_from)) is not None:
        return said
    text = rule if isinstance(rule, str) else rule.text
    return dates.words.say_in("rule", "repeats by a rule of its own: {rule}", rule=text)


def said_repeat(
    rule: Rule | str, dates: Dates, repeat_from: RepeatFrom = RepeatFrom.DUE
) -> str | None:
    """The same in words alone; None for what is too odd for a sentence, or no rule."""
    try:
        parsed = parse(rule) if isinstance(rule, str) else rule
        return _Sentence(parsed, dates).text(repeat_from)
    except (ImpossibleRule, TooOdd):
        return None


class _Sentence:
    def __init__(self, rule: Rule, dates: Dates) -> None:
        self.rule, self.dates, self.words = rule, dates, dates.words
        self.days = Days(dates)

    def text(self, repeat_from: RepeatFrom) -> str:
        parts = [self._core() + self._times()]
        if repeat_from is RepeatFrom.COMPLETION:
            if self._is_plain():
                parts = [_after_completion(self.words, self.rule)]
            else:
                parts.append(self.words.say_in("rule", "counted from completion"))
        if self.rule.wkst and self.rule.freq is Frequency.WEEKLY and self.rule.interval > 1:
            weekday = self.days.weekday(self.rule.wkst)
            parts.append(self.words.say_in("rule", "weeks from {weekday} on", weekday=weekday))
        parts += self._end()
        return ", ".join(parts)

    def _is_plain(self) -> bool:
        rule = self.rule
        return rule == Rule(rule.freq, rule.interval, rule.count, rule.until, wkst=rule.wkst)

    # What comes again

    def _core(self) -> str:
        rule = self.rule
        if rule.by_year_day or rule.by_week_no:
            return self._of_the_year()
        match rule.freq:
            case Frequency.MONTHLY:
                return self._monthly() + self._months()
            case Frequency.YEARLY:
                return self._yearly()
            case Frequency.WEEKLY:
                return self._weekly() + self._months()
            case Frequency.DAILY if rule.interval == 1 and not rule.by_set_pos:
                if rule.by_month_day:
                    return self._monthly() + self._months()
                return self._weekly() + self._months()
            case _:
                self._require_none(rule.by_day, rule.by_month_day, rule.by_set_pos)
                return self._each() + self._months()

    def _each(self) -> str:
        freq, interval = self.rule.freq, self.rule.interval
        if interval == 1:
            return self.words.say_in("rule", _EACH[freq])
        return self.words.say_in("rule", _EACH_OF[freq], count=self.words.number(interval))

    def _weekly(self) -> str:
        rule = self.rule
        self._require_none(rule.by_set_pos)
        days = frozenset(day.weekday for day in rule.by_day)
        if rule.interval > 1:
            if not days:
                return self._each()
            return self.words.say_in(
                "rule", "{every} on {days}", every=self._each(), days=self.days.named(days)
            )
        if not days:
            return self._each()
        if days == WHOLE_WEEK:
            return self.words.say_in("rule", "every day")
        if days == WORKDAYS:
            return self.words.say_in("rule", "every weekday")
        return self.words.say_in("rule", "every {days}", days=self.days.named(days))

    def _monthly(self) -> str:
        rule = self.rule
        if rule.by_month_day:
            self._require_none(rule.by_day, rule.by_set_pos)
            is_daily = rule.freq is Frequency.DAILY
            every = self.words.say_in("rule", "every month") if is_daily else self._each()
            days = self._month_days()
            return self.words.say_in("rule", "{every} on {days}", every=every, days=days)
        if not rule.by_day:
            self._require_none(rule.by_set_pos)
            return self._each()
        days = self.days.placed_days(rule)
        if rule.interval > 1:
            each = self._each()
            if not (rule.by_set_pos or any(day.number for day in rule.by_day)):
                days = self.words.say_in("rule", "every {days}", days=days)
                return self.words.say_in("rule", "{every} on {days}", every=each, days=days)
            return self.words.say_in("rule", "{every} on the {days}", every=each, days=days)
        return self.words.say_in("rule", "every {days} of the month", days=days)

    def _yearly(self) -> str:
        rule = self.rule
        if rule.by_month_day:
            self._require_none(rule.by_day, rule.by_set_pos)
            if not rule.by_month:
                raise TooOdd
            days = [
                self.days.date(month, day) for month in rule.by_month for day in rule.by_month_day
            ]
            if len(days) > _MOST:
                raise TooOdd
            return self.words.say_in(
                "rule", "{every} on {days}", every=self._each(), days=self.days.joined(days)
            )
        if not rule.by_day:
            self._require_none(rule.by_set_pos)
            return self._each() + self._months()
        if not rule.by_set_pos and not any(day.number for day in rule.by_day):
            if rule.interval > 1:
                raise TooOdd
            return self._weekly() + self._months()
        every, days = self._each(), self.days.placed_days(rule)
        if not rule.by_month:
            return self.words.say_in(
                "rule", "{every} on the {days} of the year", every=every, days=days
            )
        months = self.days.joined([self.dates.month_name(month) for month in rule.by_month])
        return self.words.say_in(
            "rule", "{every} on the {days} of {months}", every=every, days=days, months=months
        )

    def _of_the_year(self) -> str:
        rule = self.rule
        self._require_none(rule.by_month, rule.by_month_day, rule.by_set_pos)
        if rule.freq is not Frequency.YEARLY or min(*rule.by_year_day, *rule.by_week_no, 1) < 1:
            raise TooOdd
        if rule.by_year_day:
            self._require_none(rule.by_day, rule.by_week_no)
            days = self.days.joined([str(day) for day in rule.by_year_day])
            return self.words.say_in(
                "rule", "{every} on day {days} of the year", every=self._each(), days=days
            )
        weeks = self.days.joined([str(week) for week in rule.by_week_no])
        if not rule.by_day:
            return self.words.say_in(
                "rule", "{every} in week {weeks}", every=self._each(), weeks=weeks
            )
        days = self.days.named(frozenset(day.weekday for day in rule.by_day))
        return self.words.say_in(
            "rule", "{every} on {days} of week {weeks}", every=self._each(), days=days, weeks=weeks
        )

    # Its parts

    def _require_none(self, *parts: Sequence[object]) -> None:
        if any(parts):
            raise TooOdd

    def _months(self) -> str:
        if not self.rule.by_month:
            return ""
        months = self.days.joined([self.dates.month_name(month) for month in self.rule.by_month])
        return " " + self.words.say_in("rule", "in {months}", months=months)

    def _month_days(self) -> str:
        days = [day for day in self.rule.by_month_day if day > 0]
        told: list[str] = []
        if days:
            numbers = self.days.joined([self.days.ordinal(day) for day in days])
            told.append(self.words.say_in("rule", "the {days}", days=numbers))
        told += (self.days.from_the_end(-day) for day in self.rule.by_month_day if day < 0)
        return self.days.joined(told)

    def _times(self) -> str:
        rule = self.rule
        if not (rule.by_hour or rule.by_minute or rule.by_second):
            return ""
        if rule.by_second or not (rule.by_hour and rule.by_minute) or rule.by_set_pos:
            raise TooOdd
        times = [time(hour, minute) for hour in rule.by_hour for minute in rule.by_minute]
        if rule.freq is Frequency.HOURLY or len(times) > _MOST:
            raise TooOdd
        told = self.days.joined([self.dates.time(at) for at in times])
        return " " + self.words.say_in("rule", "at {times}", times=told)

    def _end(self) -> list[str]:
        rule = self.rule
        if rule.count is not None:
            return [self.words.count("{count} time", "{count} times", rule.count)]
        if rule.until is None:
            return []
        until = rule.until
        if isinstance(until, datetime):
            is_utc = until.tzinfo is not None and 1 < until.year < 9_999
            until = (until.astimezone(self.dates.zone) if is_utc else until).date()
        return [self.words.say_in("rule", "until {day}", day=self._day(until))]

    def _day(self, day: date) -> str:
        return f"{self.dates.day_and_month(day)} {day.year}"


def _after_completion(words: Words, rule: Rule) -> str:
    count = rule.interval
    match rule.freq:
        case Frequency.HOURLY:
            return words.count(
                "{count} hour after completion", "{count} hours after completion", count
            )
        case Frequency.DAILY:
            return words.count(
                "{count} day after completion", "{count} days after completion", count
            )
        case Frequency.WEEKLY:
            return words.count(
                "{count} week after completion", "{count} weeks after completion", count
            )
        case Frequency.MONTHLY:
            return words.count(
                "{count} month after completion", "{count} months after completion", count
            )
        case Frequency.YEARLY:
            return words.count(
                "{count} year after completion", "{count} years after completion", count
            )
