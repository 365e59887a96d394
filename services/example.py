"""Loads the example: Dhila's month as a social media specialist, around the present day.

Owns how the plan becomes tasks and goals. When things are due is in
`example_plan`, what they are called in a module for each language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from models.errors import HasTasks, ImpossibleValue
from models.goal import Goal, GoalColor
from models.moment import Moment
from models.storage import line_counts, setting_rows, task_rows
from models.storage.tables import Shelf
from models.storage.unit import UnitOfWork
from models.task import Reminder, ReminderAnchor, Status, Task
from services import example_plan as plan
from services import goals, ledger
from services.changes import Changed
from services.example_plan_en import ENGLISH
from services.example_plan_id import INDONESIAN
from services.example_plan_texts import Said, Texts
from services.gesture import Gesture
from services.ids import position_at
from services.settings import to_json
from services.workspace import Workspace

LANGUAGES: Mapping[str, Texts] = {"id": INDONESIAN, "en": ENGLISH}
NAME = "Dhila"

#: Before publishing things must be ready, and a while before that one is reminded.
_REMINDERS = (Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),)
_PLANNED_AHEAD = timedelta(days=30)


def load_example(desk: Workspace, language: str, *, force: bool = False) -> int:
    """Make the example in `language` (``id`` or ``en``); how many tasks it has.

    One gesture, ``example``: undoing it takes every task and goal away. The
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


class _Loader:
    """Writes the plan, each thing after the one it belongs to."""

    def __init__(self, unit: UnitOfWork, gesture: Gesture, texts: Texts) -> None:
        self._unit, self._gesture, self._texts = unit, gesture, texts
        self._zone = gesture.desk.zone
        self._now = gesture.now.astimezone(self._zone)
        self._today = self._now.date()
        self._month = texts.months[plan.month_after(self._today) - 1]
        self._made = 0
        self._early_ones = 0

    def load(self) -> int:
        """Write everything; how many tasks that were."""
        self._content = self._goal(self._texts.content_goal, GoalColor.PRIMARY, "flag", 1)
        self._quiz = self._goal(self._texts.quiz_goal, GoalColor.TERTIARY, "campaign", 2)
        self._load_content()
        self._load_hero()
        self._load_quiz()
        self._load_routine()
        self._load_today()
        return self._made

    def _load_content(self) -> None:
        texts = self._texts
        for number, (kind, said) in enumerate(
            zip(plan.PAST_FORMATS, texts.published, strict=True), 1
        ):
            due = self._at(plan.weekday_after(self._today, -number), kind.publish)
            completed = due
            if number == plan.SLIPPED:
                completed = self._at(due.date + plan.DAY, time(10))
            self._publish(said, kind, due, self._content, completed=self._instant(completed))
        for number, (kind, said) in enumerate(zip(plan.FORMATS, texts.contents, strict=True), 1):
            # Publishing begins on the working day after the hero's.
            day = plan.weekday_after(plan.hero_day(self._now), number)
            task = self._publish(said, kind, self._at(day, kind.publish), self._content)
            self._prepare(task, day, kind)

    def _load_hero(self) -> None:
        texts, day = self._texts, plan.hero_day(self._now)
        hero = self._publish(
            texts.hero,
            plan.REELS,
            self._at(day, plan.PUBLISH),
            self._content,
            attendees=(plan.DESIGNER, plan.EDITOR),
            pinned=True,
        )
        # All of it was made; only the last step, on the day itself, is left.
        self._prepare(hero, day, plan.REELS, is_done=True)
        self._add(Said(texts.steps["schedule"]), parent=hero)
        finishing = self._add(
            texts.today["finishing"],
            due=self._at(day, plan.LAST_CALL),
            estimate=timedelta(minutes=45),
            priority=2,
            categories=("reels",),
            goal=self._content,
            planned=timedelta(days=7),
        )
        for summary in texts.finishing:
            is_last = summary == texts.finishing[-1]
            yesterday = self._gesture.now - plan.DAY
            self._add(Said(summary), parent=finishing, completed=None if is_last else yesterday)
        self._add(
            texts.today["visuals"],
            due=self._at(day, time(15, 15)),
            estimate=timedelta(minutes=30),
            priority=5,
            attendees=(plan.DESIGNER,),
            planned=timedelta(days=3),
        )

    def _load_quiz(self) -> None:
        for one in plan.QUIZ:
            due = self._at(plan.weekday_after(self._today, one.weekdays), one.due)
            self._add(
                self._texts.quiz[one.key],
                due=due,
                lead=plan.LEAD if one.is_published else None,
                estimate=one.estimate,
                priority=one.priority,
                attendees=one.attendees,
                categories=(self._texts.quiz_tag,),
                reminders=_REMINDERS if one.is_published else (),
                goal=self._quiz,
                completed=self._instant(due) if one.weekdays < 0 else None,
            )
        self._add(
            self._texts.today["brief"],
            due=self._at(self._today - 3 * plan.DAY, None),
            estimate=timedelta(minutes=30),
            priority=1,
            attendees=(plan.DESIGNER, plan.EDITOR),
            goal=self._quiz,
        )

    def _load_routine(self) -> None:
        for chore in plan.CHORES:
            day = plan.next_of(chore, self._now)
            routine: dict[str, Any] = {
                "estimate": chore.estimate,
                "priority": chore.priority,
                "categories": chore.tags,
                "attendees": chore.attendees,
            }
            said = self._texts.chores[chore.key]
            is_over = chore.rrule == plan.WEEKDAYS and day != self._today
            if is_over:
                due = self._at(self._today, chore.due)
                self._add(said, due=due, completed=self._early(), **routine)
            self._add(said, due=self._at(day, chore.due), rrule=chore.rrule, **routine)
        yesterday = self._today - plan.DAY
        self._add(
            self._texts.today["recap"],
            due=self._at(yesterday, time(17)),
            rrule=f"FREQ=WEEKLY;BYDAY={plan.DAY_NAMES[yesterday.weekday()]}",
            estimate=plan.HOUR,
        )

    def _load_today(self) -> None:
        today = self._at(self._today, None)
        self._add(
            self._texts.today["plan"],
            due=today,
            estimate=2 * plan.HOUR,
            priority=5,
            goal=self._content,
        )
        self._add(self._texts.today["ideas"], due=today, estimate=timedelta(minutes=20))
        for said in self._texts.someday:
            self._add(said)

    def _publish(
        self,
        said: Said,
        kind: plan.Format,
        due: Moment,
        goal: Goal,
        **more: Any,
    ) -> Task:
        """Something to be published: ready an hour before, with a reminder before that."""
        return self._add(
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
            due = self._at(plan.working_day(day - step.days * plan.DAY), step.due)
            is_over = is_done or due.date <= self._today
            self._add(
                Said(self._texts.steps[step.key]),
                parent=task,
                due=due,
                estimate=step.estimate,
                attendees=(step.attendee,) if step.attendee else (),
                goal=task.goal,
                completed=min(self._instant(due), self._early()) if is_over else None,
            )

    def _add(
        self,
        said: Said,
        *,
        due: Moment | None = None,
        goal: Goal | str | None = None,
        parent: Task | None = None,
        completed: datetime | None = None,
        planned: timedelta = _PLANNED_AHEAD,
        **more: Any,
    ) -> Task:
        """Write one task, created `planned` ahead; its tags and people sorted, as ever."""
        self._made += 1
        latest = completed or self._gesture.now
        if due is not None:
            latest = min(latest, self._instant(due))
        created = latest - planned + self._made * timedelta(seconds=97)
        if parent is not None:
            created = parent.created + self._made * timedelta(seconds=97)
        # Each in a millisecond of its own, so that a few characters of its uid tell it apart.
        created = min(created, latest, self._gesture.now - timedelta(seconds=1))
        created = created.replace(microsecond=self._made * 1000)
        uid = self._gesture.desk.ids(created)
        values: dict[str, Any] = {
            "summary": said.summary.format(month=self._month),
            "description": said.note.format(month=self._month),
            "url": said.url,
            "due": due,
            "goal": goal.uid if isinstance(goal, Goal) else goal,
            "parent": parent.uid if parent else None,
            "position": position_at(created, uid),
            **more,
        }
        for names in ("categories", "attendees"):
            values[names] = tuple(sorted(values.get(names, ())))
        if completed is not None:
            values |= {
                "status": Status.COMPLETED,
                "completed": completed,
                "percent_complete": 100,
            }
        task = Task(uid=uid, created=created, last_modified=self._gesture.now, **values)
        task_rows.add(self._unit, task, self._zone)
        self._gesture.task_changed(uid, None, {"created": created, **values})
        ledger.note(self._gesture, None, task)
        return task

    def _goal(self, words: tuple[str, str, str], color: GoalColor, icon: str, place: int) -> Goal:
        name, description, category = (text.format(month=self._month) for text in words)
        return goals.create_in(
            self._unit,
            self._gesture,
            {
                "name": name,
                "description": description,
                "category": category,
                "color": color,
                "icon": icon,
                "pinned": True,
                "position": position_at(
                    self._gesture.now + place * timedelta(microseconds=1), self._gesture.uid
                ),
            },
        )

    def _at(self, day: date, at: time | None) -> Moment:
        return Moment(day, at, self._zone.key)

    def _instant(self, moment: Moment) -> datetime:
        return min(moment.instant(self._zone), self._gesture.now)

    def _early(self) -> datetime:
        """Some time ago, and still today: what is done today was done by then."""
        is_morning_over = self._now.time() > plan.MORNING
        began = Moment(self._today, plan.MORNING if is_morning_over else time(), self._zone.key)
        start = began.instant(self._zone)
        self._early_ones += 1
        return start + (self._gesture.now - start) * (self._early_ones % 8) / 8
