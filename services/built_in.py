"""The templates that come with DoCheck, in each language: plans and words put together.

They are no rows: they are there always, and a copy of one is the account's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from models.errors import ImpossibleValue
from models.moment import Moment
from models.steps import due_of_step
from models.template import NO_DAY, GoalTemplate, TemplateTask
from services.built_in_en import ENGLISH
from services.built_in_id import INDONESIAN
from services.built_in_plans import PLANS, Item, Plan, Said, Step, Texts

LANGUAGES: Mapping[str, Mapping[str, Texts]] = {"id": INDONESIAN, "en": ENGLISH}


@cache
def built_in_templates(language: str) -> tuple[GoalTemplate, ...]:
    """All of them in `language` (``id`` or ``en``); their times float.

    Raises:
        ImpossibleValue: they are not told in that language.
    """
    if (texts := LANGUAGES.get(language)) is None:
        raise ImpossibleValue("language", language)
    return tuple(_template(plan, texts[plan.uid]) for plan in PLANS)


def _template(plan: Plan, texts: Texts) -> GoalTemplate:
    return GoalTemplate(
        uid=plan.uid,
        name=texts.name,
        first_day=NO_DAY,
        target=plan.target,
        tasks=tuple(_task(item, texts) for item in plan.items),
        description=texts.description,
        category=texts.category,
        color=plan.color,
        icon=plan.icon,
        anchor=plan.anchor,
        is_built_in=True,
    )


def _task(item: Item, texts: Texts) -> TemplateTask:
    said = _said(texts, item.key)
    due = Moment(NO_DAY + timedelta(days=item.day), item.at)
    return TemplateTask(
        summary=said.summary,
        description=said.note,
        priority=item.priority,
        due=due,
        lead=item.lead,
        estimate=item.estimate,
        rrule=item.rrule,
        categories=tuple(sorted(texts.tags.get(tag, tag) for tag in item.tags)),
        steps=tuple(_step(step, due, _said(texts, step.key, item.key)) for step in item.steps),
    )


def _step(step: Step, due: Moment, said: Said) -> TemplateTask:
    return TemplateTask(
        summary=said.summary,
        description=said.note,
        due=None if step.offset is None else due_of_step(due, step.offset),
        offset=step.offset,
        estimate=step.estimate,
    )


def _said(texts: Texts, key: str, within: str = "") -> Said:
    """What a task is called; a step may be called otherwise within its task."""
    said = texts.tasks.get(f"{within}.{key}") if within else None
    said = said or texts.tasks[key]
    return said if isinstance(said, Said) else Said(said)
