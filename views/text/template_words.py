"""What is said of goal templates: how large one is, which day is which, what is wrong with a file.

Knows no storage and no clock.
"""

from __future__ import annotations

from datetime import date

from models import errors
from models.template import Anchor, GoalTemplate
from views.text.fields import shortened
from views.text.words import Words

_WEEK = 7
#: From so many days on a span is told in weeks.
_WEEKS_FROM = 14


def size_text(words: Words, template: GoalTemplate) -> str:
    """``16 tugas · 7 minggu``; without dates only how many tasks it makes."""
    tasks = words.count("{count} task", "{count} tasks", template.count)
    return " · ".join(filter(None, (tasks, span_text(words, template.span))))


def span_text(words: Words, days: int) -> str:
    """``10 hari`` or ``7 minggu`` (to the nearest week); nothing for no days."""
    if not days:
        return ""
    if days < _WEEKS_FROM:
        return words.count("{count} day", "{count} days", days)
    return words.count("{count} week", "{count} weeks", round(days / _WEEK))


def day_text(words: Words, template: GoalTemplate, day: date) -> str:
    """Which day of the plan `day` is: ``Hari 3``; of one that leads up to a day ``H−7``."""
    number = (day - template.first_day).days
    if template.anchor is Anchor.START:
        return words.say("Day {number}", number=words.number(number + 1))
    before = template.target - number
    if not before:
        return words.say("The day")
    if before > 0:
        return words.say("D−{number}", number=words.number(before))
    return words.say("D+{number}", number=words.number(-before))


def template_refusal_text(
    words: Words, refusal: errors.TemplateTooLarge | errors.UnreadableTemplate
) -> str:
    """Why a goal or a file cannot be a template, and what to do about it."""
    say = words.say
    if isinstance(refusal, errors.TemplateTooLarge):
        count, limit = words.number(refusal.count), words.number(refusal.limit)
        match refusal.measure:
            case "tasks":
                return say(
                    "This has {count} tasks, and a template holds {limit}. Take some away.",
                    count=count,
                    limit=limit,
                )
            case "depth":
                return say(
                    "Steps of a template go {limit} levels deep at most. Move some further up.",
                    limit=limit,
                )
            case _:
                return say(
                    "This is {count} bytes large, and a template holds {limit}. Shorten its notes.",
                    count=count,
                    limit=limit,
                )
    match refusal.fault:
        case errors.TemplateFault.NOT_JSON:
            return say("This file is not JSON. Choose one that DoCheck has exported.")
        case errors.TemplateFault.NOT_A_TEMPLATE:
            return say("This file holds no template. Choose one that DoCheck has exported.")
        case errors.TemplateFault.NEWER:
            return say("This template comes from a newer DoCheck. Update DoCheck to use it.")
        case errors.TemplateFault.IMPOSSIBLE_VALUE:
            return say(
                "“{part}” in this template cannot be read. Put it right, or export it anew.",
                part=shortened(refusal.part),
            )
