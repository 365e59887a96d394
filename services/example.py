"""Loads the example: Dhila's month as a social media specialist, around the present day.

Owns how the plan becomes tasks, goals and filters. When things are due is in
`example_plan`, what they are called in a module for each language, and how they
are written in `example_writer`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from models.errors import HasTasks, ImpossibleValue
from models.goal import Goal, GoalColor
from models.moment import Moment
from models.steps import offset_of_step
from models.storage import line_counts, setting_rows
from models.storage.tables import Shelf
from models.task import Reminder, ReminderAnchor, Task
from services import example_plan as plan
from services.changes import Changed
from services.example_plan_en import ENGLISH
from services.example_plan_id import INDONESIAN
from services.example_plan_texts import Said, Texts
from services.example_writer import ExampleWriter
from services.gesture import Gesture
from services.settings import to_json
from services.workspace import Workspace

LANGUAGES: Mapping[str, Texts] = {"id": INDONESIAN, "en": ENGLISH}
NAME = "Dhila"

#: Before publishing things must be ready, and a while before that one is reminded.
_REMINDERS = (Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),)


def load_example(desk: Workspace, language: str, *, force: bool = False) -> int:
    """Make the example in `language` (``id`` or ``en``); how many tasks it has.

    One gesture, ``example``: undoing it takes every task, goal and filter away. The
    account is called Dhila unless it has a name, and is welcomed.

    Raises:
        HasTasks: there are tasks, done ones included, and `force` is not set.
        ImpossibleValue: there is no example in that language.
    """
    if (texts := LANGUAGES.get(language)) is None:
        raise ImpossibleValue("language", language)
    with desk.writing() as unit:
        kept = sum(line_counts.count_shelf(unit, shelf) for shelf in (Shelf.OPEN, Shelf.CLOSED))
        if kept and not force:
            raise HasTasks(kept)
        settings = replace(desk.settings, name=desk.settings.name or NAME, is_welcomed=True)
        images = to_json(settings)
        setting_rows.write(unit, {name: images[name] for name in ("name", "is_welcomed")})
        gesture = Gesture(desk, "example")
        made = _Loader(unit, gesture, texts).load()
        gesture.commit(unit, made)
    desk.take_settings(settings)
    desk.changes.announce(Changed(action="settings", has_settings=True))
    return made


class _Loader(ExampleWriter):
    """Writes the plan, each thing after the one it belongs to."""

    def load(self) -> int:
        """Write everything; how many tasks that were."""
        self._content = self.goal(self.texts.content_goal, GoalColor.PRIMARY, "flag", 1)
        self._quiz = self.goal(self.texts.quiz_goal, GoalColor.TERTIARY, "campaign", 2)
        self._load_content()
        self._load_hero()
        self._load_quiz()
        self._load_routine()
        self._load_today()
        for name, query in self.texts.filters:
            self.filter(name, query)
        return self.made

    def _load_content(self) -> None:
        texts = self.texts
        for number, (kind, said) in enumerate(
            zip(plan.PAST_FORMATS, texts.published, strict=True), 1
        ):
            due = self.at(plan.weekday_after(self.today, -number), kind.publish)
            completed = self.instant(due) - plan.BEFORE
            if number == plan.SLIPPED:
                completed = self.instant(self.at(due.date + plan.DAY, time(10)))
            self._publish(said, kind, due, self._content, completed=completed)
        for number, (kind, said) in enumerate(zip(plan.FORMATS, texts.contents, strict=True), 1):
            # Publishing begins on the working day after the hero's.
            day = plan.weekday_after(plan.hero_day(self.now), number)
            task = self._publish(said, kind, self.at(day, kind.publish), self._content)
            self._prepare(task, day, kind)

    def _load_hero(self) -> None:
        texts, day = self.texts, plan.hero_day(self.now)
        hero = self._publish(
            texts.hero,
            plan.REELS,
            self.at(day, plan.PUBLISH),
            self._content,
            attendees=(plan.DESIGNER, plan.EDITOR),
            pinned=True,
        )
        # All of it was made; only the last step, on the day itself, is left.
        self._prepare(hero, day, plan.REELS, is_done=True)
        self.add(Said(texts.steps["schedule"]), parent=hero)
        finishing = self.add(
            texts.today["finishing"],
            due=self.at(day, plan.LAST_CALL),
            estimate=timedelta(minutes=45),
            priority=2,
            categories=("reels",),
            goal=self._content,
            planned=timedelta(days=7),
        )
        for summary in texts.finishing:
            is_last = summary == texts.finishing[-1]
            yesterday = self.gesture.now - plan.DAY
            self.add(Said(summary), parent=finishing, completed=None if is_last else yesterday)
        self.add(
            texts.today["visuals"],
            due=self.at(day, time(15, 15)),
            estimate=timedelta(minutes=30),
            priority=5,
            attendees=(plan.DESIGNER,),
            planned=timedelta(days=3),
        )

    def _load_quiz(self) -> None:
        for one in plan.QUIZ:
            due = self.at(plan.weekday_after(self.today, one.weekdays), one.due)
            self.add(
                self.texts.quiz[one.key],
                due=due,
                lead=plan.LEAD if one.is_published else None,
                estimate=one.estimate,
                priority=one.priority,
                attendees=one.attendees,
                categories=(self.texts.quiz_tag,),
                reminders=_REMINDERS if one.is_published else (),
                goal=self._quiz,
                completed=self.instant(due) - plan.BEFORE if one.weekdays < 0 else None,
            )
        self.add(
            self.texts.today["brief"],
            due=self.at(self.today - 3 * plan.DAY, None),
            estimate=timedelta(minutes=30),
            priority=1,
            attendees=(plan.DESIGNER, plan.EDITOR),
            goal=self._quiz,
        )

    def _load_routine(self) -> None:
        for chore in plan.CHORES:
            day = plan.next_of(chore, self.now)
            routine: dict[str, Any] = {
                "estimate": chore.estimate,
                "priority": chore.priority,
                "categories": chore.tags,
                "attendees": chore.attendees,
            }
            said = self.texts.chores[chore.key]
            is_over = chore.rrule == plan.WEEKDAYS and day != self.today
            if is_over:
                due = self.at(self.today, chore.due)
                self.add(said, due=due, completed=self.early(), **routine)
            self.add(said, due=self.at(day, chore.due), rrule=chore.rrule, **routine)
        yesterday = self.today - plan.DAY
        self.add(
            self.texts.today["recap"],
            due=self.at(yesterday, time(17)),
            rrule=f"FREQ=WEEKLY;BYDAY={plan.DAY_NAMES[yesterday.weekday()]}",
            estimate=plan.HOUR,
        )

    def _load_today(self) -> None:
        today = self.at(self.today, None)
        self.add(
            self.texts.today["plan"],
            due=today,
            estimate=2 * plan.HOUR,
            priority=5,
            goal=self._content,
        )
        self.add(self.texts.today["ideas"], due=today, estimate=timedelta(minutes=20))
        for said in self.texts.someday:
            self.add(said)

    def _publish(
        self,
        said: Said,
        kind: plan.Format,
        due: Moment,
        goal: Goal,
        **more: Any,
    ) -> Task:
        """Something to be published: ready an hour before, with a reminder before that."""
        return self.add(
            said,
            due=due,
            lead=plan.LEAD,
            estimate=kind.estimate,
            priority=kind.priority,
            categories=kind.tags,
            reminders=_REMINDERS,
            goal=goal,
            **more,
        )

    def _prepare(self, task: Task, day: date, kind: plan.Format, *, is_done: bool = False) -> None:
        """The steps before publishing on `day`: those of today and earlier are done."""
        for step in plan.STEP_KINDS:
            if step.key not in kind.steps:
                continue
            due = self.at(plan.working_day(day - step.days * plan.DAY), step.due)
            is_over = is_done or due.date <= self.today
            self.add(
                Said(self.texts.steps[step.key]),
                parent=task,
                due=due,
                offset=offset_of_step(task.due, due, self.zone) if task.due else None,
                estimate=step.estimate,
                attendees=(step.attendee,) if step.attendee else (),
                goal=task.goal,
                completed=min(self.instant(due), self.early()) if is_over else None,
            )
