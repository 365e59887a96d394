"""What Home shows: the next deadline, what was missed, whom to ask again, and today."""

from __future__ import annotations

from datetime import timedelta

from models.lists import HomeView
from models.storage import line_counts, lines
from services.calendar import BEGINNING, bounds
from services.workspace import Workspace


def home(desk: Workspace) -> HomeView:
    """Everything on Home, as of one instant.

    The next deadline is what must be ready first of that which has a ready-by
    and is due today or tomorrow: what is to be published goes before a chore
    that happens to be due earlier. Without any it is what is due next.
    """
    now, today = desk.now(), desk.today()
    start, end = bounds(today, today, desk.zone)
    _, tomorrow_ends = bounds(today, today + timedelta(days=1), desk.zone)
    with desk.reading() as unit:
        kept = lines.kept_between(unit, start, end)
        done = {line.uid: line for line in kept if line.is_done}
        done |= {line.uid: line for line in lines.done_between(unit, start, end)}
        return HomeView(
            now=now,
            next_deadline=lines.next_ready(unit, now, tomorrow_ends) or lines.next_due(unit, now),
            missed=line_counts.count_missed(unit, now),
            due_missed=line_counts.count_due_missed(unit, BEGINNING, now),
            today=tuple(line for line in kept if not line.is_done),
            done_today=tuple(done.values()),
            follow_ups=tuple(lines.to_follow_up(unit, today)),
        )
