"""Two years of someone's tasks, the same each time: what every benchmark runs on.

Owns the shape of the population, as values. It must know no file and no benchmark.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from models.goal import Goal, GoalColor
from models.moment import Moment, zone_named
from models.storage.types import EPOCH
from models.task import Status, Task
from services.ids import position_at

#: A Tuesday morning, 9:00 where the tasks are.
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ZONE = "Asia/Jakarta"
TODAY = date(2026, 11, 24)

HALF_SPAN = timedelta(days=365)
DATED_SHARE = 0.70
DONE_SHARE_OF_PAST = 0.90
RECURRING_SHARE = 0.05
GOALS = 10
TAGS = 20

HOME = zone_named(ZONE)
_SEED = 20_261_124
_VERBS = ("Tulis", "Kirim", "Periksa", "Rapikan", "Bahas", "Unggah", "Baca", "Susun")
_THINGS = ("laporan", "naskah", "foto", "anggaran", "undangan", "artikel", "jadwal", "kontrak")
_RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY", "FREQ=WEEKLY;INTERVAL=2")
_PEOPLE = ("Ayu", "Bima", "Citra", "Dewi")


@dataclass(frozen=True)
class Population:
    """Goals and tasks, by value."""

    goals: tuple[Goal, ...]
    tasks: tuple[Task, ...]


def population(size: int, *, crowd: int = 0, seed: int = _SEED) -> Population:
    """`size` tasks around `NOW`; `crowd` more are due tomorrow, open, for the first goal."""
    chance = random.Random(seed)
    goals = tuple(_goal(chance, n) for n in range(GOALS))
    tags = tuple(f"label-{n:02d}" for n in range(TAGS))
    dated = set(chance.sample(range(size), round(size * DATED_SHARE)))
    recurring = set(chance.sample(sorted(dated), round(size * RECURRING_SHARE)))
    dues = {n: _due(chance) for n in sorted(dated)}
    past = [n for n, due in dues.items() if due.instant(HOME) < NOW]
    done = set(chance.sample(past, round(len(past) * DONE_SHARE_OF_PAST)))
    tasks: list[Task] = []
    for n in range(size):
        due = dues.get(n)
        task = _task(chance, f"{n:06d}", due, is_done=n in done)
        parent = chance.choice(tasks) if tasks and chance.random() < 0.03 else None
        tasks.append(
            _with(
                task,
                rrule=chance.choice(_RULES) if n in recurring else None,
                categories=tuple(sorted(chance.sample(tags, chance.choice((0, 1, 1, 2, 3))))),
                goal=chance.choice(goals).uid if chance.random() < 0.6 else None,
                parent=parent.uid if parent and parent.parent is None else None,
                attendees=(chance.choice(_PEOPLE),) if chance.random() < 0.05 else (),
            )
        )
    for n in range(crowd):
        due = Moment(TODAY + timedelta(days=1), time(8 + n % 12, n % 60))
        one = _task(chance, f"besok-{n:04d}", due, is_done=False)
        tasks.append(_with(one, goal=goals[0].uid))
    return Population(goals, tuple(tasks))


def _uid(chance: random.Random, instant: datetime) -> str:
    stamp = (instant - EPOCH) // timedelta(milliseconds=1)
    number = stamp << 80 | 0x7 << 76 | chance.getrandbits(12) << 64
    return str(UUID(int=number | 0b10 << 62 | chance.getrandbits(62)))


def _due(chance: random.Random) -> Moment:
    day = TODAY + timedelta(days=chance.randint(-HALF_SPAN.days, HALF_SPAN.days))
    if chance.random() < 0.3:
        return Moment(day)
    zone = ZONE if chance.random() < 0.1 else None
    return Moment(day, time(chance.randint(7, 20), chance.choice((0, 15, 30, 45))), zone)


def _task(chance: random.Random, number: str, due: Moment | None, *, is_done: bool) -> Task:
    latest = min(NOW, due.instant(HOME)) if due else NOW
    created = latest - timedelta(minutes=chance.randint(60, 60 * 24 * 60))
    completed = latest - timedelta(minutes=chance.randint(0, 50)) if is_done else None
    uid = _uid(chance, created)
    return Task(
        uid=uid,
        summary=f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} {number}",
        created=created,
        last_modified=completed or created,
        description="Catatan singkat." if chance.random() < 0.2 else "",
        status=Status.COMPLETED if is_done else Status.NEEDS_ACTION,
        priority=chance.choice((0, 0, 0, 1, 5, 9)),
        due=due,
        lead=timedelta(hours=1) if due and due.time and chance.random() < 0.5 else None,
        estimate=timedelta(minutes=chance.choice((15, 30, 60))) if chance.random() < 0.4 else None,
        percent_complete=100 if is_done else 0,
        position=position_at(created, uid),
        completed=completed,
        sequence=1 if is_done else 0,
    )


def _with(task: Task, **values: Any) -> Task:
    # `dataclasses.replace` would do, at thrice the time.
    for name, value in values.items():
        object.__setattr__(task, name, value)
    return task


def _goal(chance: random.Random, number: int) -> Goal:
    made = NOW - HALF_SPAN + timedelta(days=number)
    uid = _uid(chance, made)
    return Goal(
        uid=uid,
        name=f"Tujuan {number + 1}",
        created=made,
        last_modified=made,
        color=list(GoalColor)[number % len(GoalColor)],
        position=position_at(made, uid),
    )
