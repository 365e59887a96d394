"""Recipes and plans in words: how far from publishing, what moved a step, what does not fit.

It knows no clock and no screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from models.errors import ImpossibleValue
from models.planned import PlannedStep, Problem, Shift
from models.recipe import Gap, GapUnit, Recipe, gap_of
from models.workdays import holiday_name
from services.plans import DayOfPlan, Plan, StepOfPlan
from views.text.dates import Dates
from views.text.fields import shortened
from views.text.offsets import offset_text
from views.text.typed import parse_duration
from views.text.words import Words, mark_in

_SHIFTS: Mapping[Shift, str] = {
    Shift.HOLIDAY: mark_in("plan", "earlier: public holiday"),
    Shift.DAY_OFF: mark_in("plan", "earlier: day off"),
    Shift.OFF_HOURS: mark_in("plan", "earlier: outside working hours"),
    Shift.FULL_DAY: mark_in("plan", "earlier: the day is full"),
    Shift.NEXT_STEP: mark_in("plan", "earlier: before the next step"),
    Shift.LATE_START: mark_in("plan", "later: little time is left"),
}


_SAME = ("at the same time", "bersamaan")
_DISTANCE = re.compile(
    r"(?:(?P<working>\d{1,5}) (?:working days?|hari kerja)|(?P<span>.+?))"
    r" (?:before|sebelumnya|(?P<after>after|sesudahnya))"
)
_SIZES = (
    (GapUnit.DAYS, timedelta(days=1)),
    (GapUnit.HOURS, timedelta(hours=1)),
    (GapUnit.MINUTES, timedelta(minutes=1)),
)


def gap_text(dates: Dates, gap: Gap) -> str:
    """``7 hari sebelumnya``, ``2 hari kerja sebelumnya``."""
    if (span := gap.span) is not None:
        return offset_text(dates, span)
    words, days = dates.words, abs(gap.count)
    if not days:
        return words.say("at the same time")
    if gap.count < 0:
        return words.count("{count} working day before", "{count} working days before", days)
    return words.count("{count} working day after", "{count} working days after", days)


def parse_gap(text: str) -> Gap | None:
    """A gap as `gap_text` says it in either language, or as ``-7d``; None for anything else."""
    said = " ".join(text.casefold().split())
    try:
        return gap_of(said)
    except ImpossibleValue:
        pass
    if said in _SAME:
        return Gap(0)
    match = _DISTANCE.fullmatch(said)
    if match is None:
        return None
    sign = 1 if match["after"] else -1
    try:
        if match["working"]:
            return Gap(sign * int(match["working"]), GapUnit.WORKING_DAYS)
        span = parse_duration(match["span"])
        if span is None:
            return None
        for unit, size in _SIZES:
            if not span % size:
                return Gap(sign * (span // size), unit)
    except ImpossibleValue:
        return None
    return None


def recipe_size(dates: Dates, recipe: Recipe) -> str:
    """``5 langkah · 4 j``."""
    steps = dates.words.count("{count} step", "{count} steps", len(recipe.steps))
    return f"{steps} · {dates.compact(recipe.work)}" if recipe.work else steps


def step_time(dates: Dates, step: PlannedStep, today: date) -> str:
    """``Jum 27 Nov · 15.15 – 16.00``; without a time nothing."""
    if step.start is None or step.end is None:
        return ""
    first, last = (each.astimezone(dates.zone).date() for each in (step.start, step.end))
    if first == last:
        hours = dates.time_range(step.start, step.end) if step.estimate else dates.time(step.end)
        return f"{dates.short_day(last, today)} · {hours}"
    begun = f"{dates.short_day(first, today)} {dates.time(step.start)}"
    return f"{begun} – {dates.short_day(last, today)} {dates.time(step.end)}"


def step_note(words: Words, step: PlannedStep) -> str:
    """Why a step is not when its recipe says, or why it stays; nothing where it is."""
    if step.is_done:
        return words.say_in("plan", "done or without a time: stays")
    if step.is_fixed:
        return words.say_in("plan", "locked: stays")
    return words.say_in("plan", _SHIFTS[step.shift]) if step.shift is not None else ""


def problem_text(dates: Dates, summary: str, step: PlannedStep) -> str:
    """What is wrong with a step, as a sentence; nothing where all is well."""
    say, title = dates.words.say, shortened(summary)
    match step.problem:
        case Problem.DUE_PASSED:
            return say("“{title}” gets no time: publishing is past.", title=title)
        case Problem.OUTSIDE:
            return say("“{title}” would lie outside the calendar.", title=title)
        case Problem.NO_ROOM:
            return say(
                "“{title}” does not fit: there are not {span} of working time left for it.",
                title=title,
                span=dates.compact(step.estimate),
            )
        case Problem.OVER_CAPACITY:
            return say("“{title}” fits only on a day that is full already.", title=title)
        case None:
            return ""


def misfit_text(dates: Dates, step: PlannedStep) -> str:
    """What is wrong with a step, said beside its title; nothing where all is well.

    That publishing is past is no step's own: `publishing_problems` says it, once.
    """
    say = dates.words.say
    match step.problem:
        case Problem.DUE_PASSED:
            return say("Does not fit")
        case Problem.OUTSIDE:
            return say("Does not fit: outside the calendar")
        case Problem.NO_ROOM:
            return say(
                "Does not fit: less than {span} of working time is left",
                span=dates.compact(step.estimate),
            )
        case Problem.OVER_CAPACITY:
            return say("the day is full already")
        case None:
            return ""


def publishing_problems(dates: Dates, plan: Plan, country: str) -> tuple[str, ...]:
    """What is to be said against the publish time of a plan."""
    words = dates.words
    found: list[str] = []
    if plan.is_on_holiday:
        name = holiday_name(country, plan.due.day(dates.zone), words.language) or ""
        found.append(words.say("Publishing falls on a public holiday: {name}.", name=name))
    elif plan.is_day_off:
        found.append(words.say("Publishing falls on a day off."))
    if any(step.planned.problem is Problem.DUE_PASSED for step in plan.problems):
        found.append(words.say("Publishing is past: steps before it get no time."))
    return tuple(found)


def plan_problems(dates: Dates, plan: Plan, country: str) -> tuple[str, ...]:
    """All that is to be said against a plan: of its publish time first, then of its steps."""
    steps = (
        problem_text(dates, step.summary, step.planned)
        for step in plan.problems
        if step.planned.problem is not Problem.DUE_PASSED
    )
    return (*publishing_problems(dates, plan, country), *steps)


def day_load(dates: Dates, day: DayOfPlan) -> str:
    """``Jum 27 Nov 5 j / 6 j``."""
    return f"{dates.short_day(day.day)} {dates.load(day.load, day.capacity)}"


def unplaced_text(dates: Dates, steps: Sequence[StepOfPlan]) -> str:
    """Why a step has no time, as a sentence; of several how many, and why the first has none."""
    if not steps:
        return ""
    why = problem_text(dates, steps[0].summary, steps[0].planned)
    if len(steps) == 1:
        return why
    count = dates.words.count("{count} does not fit", "{count} do not fit", len(steps))
    return f"{count} · {why}"


def planned_text(words: Words, summary: str, plan: Plan) -> str:
    """What is said once steps are made: how many, and how many have no time."""
    made = words.count(
        "{count} step planned for “{title}”",
        "{count} steps planned for “{title}”",
        len(plan.steps),
        title=shortened(summary),
    )
    if not plan.left_out:
        return made
    left = words.count("{count} does not fit", "{count} do not fit", len(plan.left_out))
    return f"{made} · {left}"
