"""Days of the calendar by arithmetic: weeks, months, edges. Knows no words and no clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted_months(day: date, months: int) -> date:
    """`months` later; a day that the month lacks becomes its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, 9000)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week that holds `day`."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def weekday_in_week(day: date, weekday: int, first_weekday: int, weeks: int = 0) -> date:
    """The weekday of the week that lies `weeks` after the week of `day`."""
    start = week_start(day, first_weekday) + timedelta(weeks=weeks)
    return start + timedelta(days=(weekday - first_weekday) % 7)


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday strictly after `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def next_day_of_month(today: date, number: int) -> date | None:
    """The first day on or after `today` that has this number in its month."""
    if not 1 <= number <= 31:
        return None
    month = today.replace(day=1)
    for _ in range(12):
        day = safe_date(month.year, month.month, number)
        if day is not None and day >= today:
            return day
        month = shifted_months(month, 1)
    return None


def next_day_of_year(today: date, month: int, number: int) -> date | None:
    """The first day on or after `today` of this month and number: of 29 February the next there
    is; None for a day that no year has."""
    for year in range(today.year, today.year + 9):
        day = safe_date(year, month, number)
        if day is not None and day >= today:
            return day
    return None


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date | None:
    """The `number`-th such weekday of a month, -1 for the last; None where there is none."""
    if number < 0:
        last = last_of_month(date(year, month, 1))
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return day if day.month == month else None
