"""What Home shows: the next deadline, what was missed, and today."""

from __future__ import annotations

from models.lists import HomeView
from models.storage import lines
from services.calendar import BEGINNING, bounds
from services.workspace import Workspace


def home(desk: Workspace) -> HomeView:
    """Everything on Home, as of one instant."""
    now, today = desk.now(), desk.today()
    start, end = bounds(today, today, desk.zone)
    with desk.reading() as unit:
        kept = lines.kept_between(unit, start, end)
        done = {line.uid: line for line in kept if line.is_done}
        done |= {line.uid: line for line in lines.done_between(unit, start, end)}
        return HomeView(
            now=now,
            next_deadline=lines.next_deadline(unit, now),
            missed=lines.count_between(unit, BEGINNING, now),
            today=tuple(line for line in kept if not line.is_done),
            done_today=tuple(done.values()),
        )
