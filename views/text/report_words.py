"""A report in words: its title, short friendly sentences, and its numbers with their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from models.habits import BestHours, Habits, UsualSpan
from models.ledger import Reason
from models.record import COUNTS
from models.reporting import (
    GoalPart,
    Part,
    Report,
    figure_of_goal,
    figure_of_part,
    figure_of_reason,
    figure_of_time,
    figure_of_weekday,
)
from models.streak import Streak
from services.calendar import month_of
from views.text.dates import Dates
from views.text.ledger_words import COUNT_LABELS, rate_text, reason_label, slip_label
from views.text.words import Words

#: Streaks are told from so many days on.
STREAK_LEAST = 2
#: From so many late tasks on there is something that is usual.
_USUAL_FROM = 3


class Told(NamedTuple):
    """A number of a report: its name, how it is said, and the figure of the tasks behind it.

    `amount` is how long its bar is, zero where it has none; of `whole`, else of the longest.
    """

    label: str
    value: str
    figure: str
    amount: int = 0
    whole: int = 0


def title(dates: Dates, first: date, last: date) -> str:
    """``November 2026``, else the first and last day."""
    if (first, last) == month_of(first.year, first.month):
        return dates.month_title(first.year, first.month)
    return dates.day_range(first, last)


def sentences(
    dates: Dates, report: Report, goals: Mapping[str, str], *, has_rate: bool = True
) -> Iterator[str]:
    """What the report comes to, the best first; never whose fault anything was.

    Args:
        has_rate: whether to say how many were on time; not where a number above says so.
    """
    words, record = dates.words, report.record
    say, count, number = words.say, words.count, words.number
    if report.is_empty:
        yield say("Nothing was planned for these days.")
        return
    if record.original.judged:
        if has_rate:
            yield say(
                "{kept} of {total} were on time.",
                kept=number(record.original.kept),
                total=number(record.original.judged),
            )
    elif record.planned:
        yield count("{count} is still ahead.", "{count} are still ahead.", record.planned)
    if record.original.judged and record.original.kept == record.original.judged:
        yield say("Everything on time: well done!")
    if record.renegotiated.kept > record.original.kept:
        yield say(
            "With the time agreed on later it was {kept} of {total}.",
            kept=number(record.renegotiated.kept),
            total=number(record.renegotiated.judged),
        )
    if record.median_slip is not None:
        yield _lateness(dates, record.done_late, record.median_slip)
    if said := reasons(words, report):
        known = [each for each in said if each.figure != figure_of_reason(None)]
        if known:
            yield say("Mostly because: {reason}.", reason=known[0].label.lower())
    if record.by_weekday:
        day, most = max(record.by_weekday.items(), key=lambda each: (each[1], -each[0]))
        if most > 1:
            yield say(
                "{day} was the fullest: maybe plan a little less for it.",
                day=dates.long_weekday_names()[(day - dates.first_weekday) % 7],
            )
    best = max(
        (part for part in report.goals if part.goal in goals and part.on_time),
        key=lambda part: part.on_time,
        default=None,
    )
    if best is not None and best.goal is not None:
        yield say(
            "Most was done on time for {goal} ({count}).",
            goal=goals[best.goal],
            count=number(best.on_time),
        )
    if report.spent:
        yield say("You spent {span} on tasks.", span=dates.compact(report.spent))


def _lateness(dates: Dates, late: int, median: timedelta) -> str:
    """How late those came that were done late; `late` is how many."""
    say, span = dates.words.say, dates.duration(median)
    if late >= _USUAL_FROM:
        return say("What came later usually came {span} later.", span=span)
    if late == 1:
        return say("One task was done {span} late.", span=span)
    return say("Two tasks were done late, by {span} on average.", span=span)


def counts(words: Words, report: Report) -> tuple[Told, ...]:
    """How much was planned, and every way in which it ended that happened."""
    record = report.record
    told = [Told(words.say_in("record", "Planned"), words.number(record.planned), "planned")]
    for name in COUNTS:
        if found := getattr(record, name):
            told.append(
                Told(words.say_in("record", COUNT_LABELS[name]), words.number(found), name, found)
            )
    if record.re_promised:
        label = words.say_in("record", "Moved to another time")
        told.append(Told(label, words.number(record.re_promised), "re_promised"))
    return tuple(told)


def rates(dates: Dates, report: Report) -> tuple[Told, ...]:
    """The shares that were on time, and how late things usually were."""
    words, record = dates.words, report.record
    told = [
        Told(
            words.say_in("record", "On time, first promise"),
            rate_text(words, record.original),
            "original",
        ),
        Told(
            words.say_in("record", "On time, last promise"),
            rate_text(words, record.renegotiated),
            "renegotiated",
        ),
    ]
    if record.ready.judged:
        label = words.say_in("record", "Ready on time")
        told.append(Told(label, rate_text(words, record.ready), "ready"))
    if record.median_slip is not None:
        label = slip_label(words, record)
        told.append(Told(label, dates.duration(record.median_slip), "done_late"))
    return tuple(told)


def reasons(words: Words, report: Report) -> tuple[Told, ...]:
    """Why things slipped, the most frequent first."""
    ordered = sorted(report.record.by_reason.items(), key=lambda each: (-each[1], each[0] or "~"))
    return tuple(
        Told(reason_name(words, reason), words.number(found), figure_of_reason(reason), found)
        for reason, found in ordered
    )


def reason_name(words: Words, reason: Reason | None) -> str:
    """The reason, or that none was given."""
    return reason_label(words, reason) if reason else words.say("No reason given")


def weekdays(dates: Dates, report: Report) -> tuple[Told, ...]:
    """How much slipped on each weekday, the week's first one first."""
    slipped = report.record.by_weekday
    days = [(dates.first_weekday + step) % 7 for step in range(7)]
    return tuple(
        Told(
            name,
            dates.words.number(slipped.get(day, 0)),
            figure_of_weekday(day),
            slipped.get(day, 0),
        )
        for name, day in zip(dates.weekday_names(), days, strict=True)
    )


def goal_parts(words: Words, report: Report, goals: Mapping[str, str]) -> tuple[Told, ...]:
    """How much of each goal was on time, of what can be told of; nothing of what lies ahead."""
    return tuple(
        Told(
            goal_name(words, part.goal, goals),
            words.say(
                "{done} of {total}",
                done=words.number(part.on_time),
                total=words.number(part.on_time + part.slipped),
            ),
            figure_of_goal(part.goal),
            part.on_time,
            part.on_time + part.slipped,
        )
        for part in report.goals
        if part.on_time or part.slipped
    )


def times(dates: Dates, report: Report, goals: Mapping[str, str]) -> tuple[Told, ...]:
    """Time spent for each goal, the most first; `amount` is minutes."""
    spent = sorted((part for part in report.goals if part.spent), key=_by_time)
    return tuple(
        Told(
            goal_name(dates.words, part.goal, goals),
            dates.compact(part.spent),
            figure_of_time(part.goal),
            max(1, part.spent // timedelta(minutes=1)),
        )
        for part in spent
    )


def _by_time(part: GoalPart) -> tuple[timedelta, str]:
    return -part.spent, part.goal or ""


def goal_name(words: Words, goal: str | None, goals: Mapping[str, str]) -> str:
    """The goal's name; of none, or of one that is gone, that there is none."""
    return goals.get(goal or "", "") or words.say("No goal")


def part_told(dates: Dates, part: Part) -> Told:
    """A day, week or month of a report: when, and how much of it was on time."""
    words = dates.words
    when = dates.day_and_month(part.first, part.first)
    if part.last != part.first:
        when = dates.day_range(part.first, part.last, part.first)
    value = words.say(
        "{done} of {total} on time",
        done=words.number(part.on_time),
        total=words.number(part.planned),
    )
    return Told(when, value, figure_of_part(part), part.planned)


def streak_text(words: Words, streak: Streak) -> str:
    """``6 days in a row on time``; empty where that is no streak yet."""
    if streak.days < STREAK_LEAST:
        return ""
    return words.count("{count} day in a row on time", "{count} days in a row on time", streak.days)


def best_hours_text(dates: Dates, best: BestHours) -> str:
    """``Most is done on time between 9 and 11 (from 34 tasks).``"""
    start, end = dates.hour_ends(best.start, best.end)
    return dates.words.count(
        "Most is done on time between {start} and {end} (from {count} task).",
        "Most is done on time between {start} and {end} (from {count} tasks).",
        best.samples,
        start=start,
        end=end,
    )


def best_hours_of_kinds(
    dates: Dates, habits: Habits, goals: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """``Konten Desember``, ``#reels``: each with its hours and how many tasks they are from.

    Goals that are gone have no name and are left out.
    """
    words = dates.words
    found = [(goals.get(goal, ""), best) for goal, best in habits.by_goal.items()]
    found += [(f"#{tag}", best) for tag, best in habits.by_tag.items()]
    return tuple(
        (
            name,
            words.count(
                "{hours} (from {count} task)",
                "{hours} (from {count} tasks)",
                best.samples,
                hours=dates.hours(best.start, best.end),
            ),
        )
        for name, best in found
        if name
    )


def usual_span_text(dates: Dates, usual: UsualSpan) -> str:
    """``1 h 30 min · from 24 tasks``."""
    samples = dates.words.count("from {count} task", "from {count} tasks", usual.samples)
    return f"{dates.duration(usual.span)} · {samples}"


def file_name(report: Report, ending: str) -> str:
    """``docheck-2026-11.pdf``, or with the first and last day."""
    first, last = report.first, report.last
    is_month = (first, last) == month_of(first.year, first.month)
    days = f"{first:%Y-%m}" if is_month else f"{first:%Y-%m-%d}--{last:%Y-%m-%d}"
    return f"docheck-{days}.{ending}"
