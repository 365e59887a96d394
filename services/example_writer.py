"""How the example is written: tasks with a past, the work timed on them, goals, saved filters.

Owns when things of the plan were made, done and timed; the plan itself stands in
`services.example` and the modules that it names.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from models.errors import FilterExists
from models.goal import Goal, GoalColor
from models.moment import Moment
from models.storage import task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from models.time_spent import TimeEntry
from services import example_plan as plan
from services import filters, goals, ledger
from services.example_plan_texts import Said, Texts
from services.gesture import Gesture
from services.ids import position_at
from services.timing import set_entry

_PLANNED_AHEAD = timedelta(days=30)
#: What work took of what was planned for it, one after the other.
_TAKEN = (0.9, 1.2, 1.0, 0.75, 1.1, 1.4, 0.85)


class ExampleWriter:
    """Writes one thing after the other into a gesture.

    Attributes:
        now, today: the present in the desk's zone.
        month: the name of the next month.
        made: how many tasks were written.
    """

    def __init__(self, unit: UnitOfWork, gesture: Gesture, texts: Texts) -> None:
        self.unit, self.gesture, self.texts = unit, gesture, texts
        self.zone = gesture.desk.zone
        self.now = gesture.now.astimezone(self.zone)
        self.today = self.now.date()
        self.month = texts.months[plan.month_after(self.today) - 1]
        self.made = 0
        self._early_ones = 0

    def add(
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
        self.made += 1
        latest = completed or self.gesture.now
        if due is not None:
            latest = min(latest, self.instant(due))
        created = latest - planned + self.made * timedelta(seconds=97)
        if parent is not None:
            created = parent.created + self.made * timedelta(seconds=97)
        # Each in a millisecond of its own, so that a few characters of its uid tell it apart.
        created = min(created, latest, self.gesture.now - timedelta(seconds=1))
        created = created.replace(microsecond=self.made * 1000)
        uid = self.gesture.desk.ids(created)
        values: dict[str, Any] = {
            "summary": said.summary.format(month=self.month),
            "description": said.note.format(month=self.month),
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
        task = Task(uid=uid, created=created, last_modified=self.gesture.now, **values)
        task_rows.add(self.unit, task, self.zone)
        self.gesture.task_changed(uid, None, {"created": created, **values})
        ledger.note(self.gesture, None, task)
        if completed is not None and task.estimate is not None:
            self._spend(task, completed)
        return task

    def filter(self, name: str, query: str) -> None:
        """Keep a search, unless there is one of that name."""
        try:
            filters.save_in(self.unit, self.gesture, name, query)
        except FilterExists:
            return

    def goal(self, words: tuple[str, str, str], color: GoalColor, icon: str, place: int) -> Goal:
        name, description, category = (text.format(month=self.month) for text in words)
        return goals.create_in(
            self.unit,
            self.gesture,
            {
                "name": name,
                "description": description,
                "category": category,
                "color": color,
                "icon": icon,
                "pinned": True,
                "position": position_at(
                    self.gesture.now + place * timedelta(microseconds=1), self.gesture.uid
                ),
            },
        )

    def _spend(self, task: Task, ended: datetime) -> None:
        """Work on a done task was timed up to its completion, a little over or under its plan."""
        assert task.estimate is not None
        taken = task.estimate * _TAKEN[self.made % len(_TAKEN)]
        span = timedelta(minutes=round(taken / timedelta(minutes=1)))
        started = max(ended - span, task.created)
        entry = TimeEntry(self.gesture.desk.ids(started), task.uid, started, ended)
        set_entry(self.unit, self.gesture, None, entry)

    def at(self, day: date, at: time | None) -> Moment:
        return Moment(day, at, self.zone.key)

    def instant(self, moment: Moment) -> datetime:
        return min(moment.instant(self.zone), self.gesture.now)

    def early(self) -> datetime:
        """Some time ago, and still today: what is done today was done by then."""
        is_morning_over = self.now.time() > plan.MORNING
        began = Moment(self.today, plan.MORNING if is_morning_over else time(), self.zone.key)
        start = began.instant(self.zone)
        self._early_ones += 1
        return start + (self.gesture.now - start) * (self._early_ones % 8) / 8
