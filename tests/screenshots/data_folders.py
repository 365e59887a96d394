"""The data that pictures are taken of: the example, an empty app, a finished day, broken files.

Owns what stands in those folders. Knows no browser and no screen.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.habits import SAMPLES_LEAST
from models.lists import ListName
from models.moment import Moment
from services import care, home, lists, people, recipes, slips, tasks
from services.clock import FixedClock
from services.example import NAME, load_example
from services.goals import goals
from services.paths import Paths
from services.settings import change_settings
from services.workspace import Workspace, open_workspace

#: When the pictures are taken: a Monday, 47 minutes before something must be ready.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
NOW_TYPED = "2026-11-23T14:13"
ZONE = "Asia/Jakarta"


@dataclass(frozen=True)
class Found:
    """What scenes must know of the example: uids, and titles in its language."""

    task: str
    task_title: str
    missed_title: str
    tomorrow_titles: tuple[str, ...]
    goal: str
    far: str


@contextmanager
def _desk(folder: Path) -> Iterator[Workspace]:
    desk = open_workspace(folder, clock=FixedClock(NOW), zone=ZONE)
    try:
        yield desk
    finally:
        desk.close()


def example(folder: Path, language: str) -> Found:
    """Fill `folder` with the example plan."""
    with _desk(folder) as desk:
        load_example(desk, language)
        next_one = home.home(desk).next_deadline
        assert next_one is not None
        missed = lists.every_line(desk, ListName.MISSED)
        tomorrow = lists.every_line(desk, ListName.TOMORROW)
        published = [line for line in lists.every_line(desk, ListName.ALL) if line.lead]
        far = max(published, key=lambda line: line.due_at or NOW)
        recipes.save_steps_as_recipe(desk, next_one.uid)
        return Found(
            task=next_one.uid,
            task_title=next_one.summary,
            missed_title=missed[0].summary,
            tomorrow_titles=tuple(line.summary for line in tomorrow),
            goal=goals(desk)[0].uid,
            far=far.uid,
        )


def empty(folder: Path) -> None:
    """Make `folder` an app that was welcomed and holds no task."""
    with _desk(folder) as desk:
        change_settings(desk, is_welcomed=True, name=NAME)


def talk(folder: Path) -> None:
    """Compromise with people: one has not answered, some are to be asked again."""
    with _desk(folder) as desk:
        people.add_person(desk, name="Raka", channel="0812 3456 7890", language="id")
        people.add_person(desk, name="Tom", channel="tom@example.com", language="en")
        week = [line for line in lists.every_line(desk, ListName.WEEK) if line.lead][1:4]
        today = desk.today()
        first, second, third = (line.uid for line in week)
        slips.hand_over(desk, first, "Raka", today)
        slips.propose(desk, second, "Tom", Moment(today + timedelta(days=9)))
        slips.propose(desk, third, "Sinta", Moment(today + timedelta(days=8)), today)
        # Of this one nothing was proposed: it only waits.
        plain = next(each for each in lists.every_line(desk, ListName.WEEK) if not each.lead)
        tasks.edit(desk, plain.uid, {"waiting_for": "Tom", "follow_up": today})


def accustom(folder: Path) -> None:
    """Finish something of the first goal each afternoon of the weeks before, with a tag."""
    clock = FixedClock(NOW - timedelta(days=30, hours=-2))
    desk = open_workspace(folder, clock=clock, zone=ZONE)
    goal = goals(desk)[0].uid
    for _ in range(SAMPLES_LEAST + 4):
        made = tasks.capture(
            desk,
            {
                "summary": "Story",
                "goal": goal,
                "categories": ("story",),
                "due": Moment(desk.today()),
            },
        )
        tasks.complete(desk, made.uid)
        clock.advance(timedelta(days=1))
    desk.close()


def finish_today(folder: Path) -> None:
    """Complete everything that is missed or due today."""
    with _desk(folder) as desk:
        for name in (ListName.MISSED, ListName.TODAY):
            tasks.complete_many(desk, [line.uid for line in lists.every_line(desk, name)])


def make_unreadable(folder: Path) -> None:
    """Take away what every list reads, under a running app."""
    with closing(sqlite3.connect(Paths(folder).database)) as connection:
        connection.execute("ALTER TABLE tasks RENAME TO tasks_taken_away")
        connection.commit()


def damage(folder: Path) -> None:
    """Leave a data file that no longer opens, and a good backup of it."""
    with _desk(folder) as desk:
        load_example(desk, "id")
        care.daily_backup(desk)
    database = Paths(folder).database
    for beside in folder.glob(f"{database.name}-*"):
        beside.unlink()
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 40_000)


def uid_of(folder: Path, title: str) -> str:
    """The uid of the first task of that title, in whatever list it stands."""
    with _desk(folder) as desk:
        for name in (ListName.ALL, ListName.DONE, ListName.TRASH):
            for line in lists.every_line(desk, name):
                if line.summary == title:
                    return line.uid
    raise LookupError(title)


def goal_uid_of(folder: Path, name: str) -> str:
    """The uid of the goal of that name."""
    with _desk(folder) as desk:
        return next(goal.uid for goal in goals(desk) if goal.name == name)


def add_today(folder: Path, titles: Iterable[str]) -> None:
    """Write down a task of each title, due today."""
    with _desk(folder) as desk:
        for title in titles:
            tasks.capture(desk, {"summary": title, "due": Moment(desk.today())})
