"""What the record suggests, read from a real one: the best hours, of all and of each kind."""

from datetime import time, timedelta

from services import goals, tasks
from services.clock import FixedClock
from services.habits import habits
from services.workspace import Workspace
from tests.rig.desk import add, at

DAY = timedelta(days=1)


def _finish(desk: Workspace, clock: FixedClock, count: int, **fields: object) -> None:
    """So many tasks, one a day, each done when the clock stands."""
    for _ in range(count):
        tasks.complete(desk, add(desk, due=at(desk.today()), **fields).uid)  # type: ignore[arg-type]
        clock.advance(DAY)


def test_goals_and_tags_with_enough_of_their_own_have_hours(
    desk: Workspace, clock: FixedClock
) -> None:
    content = goals.create_goal(desk, {"name": "Konten"}).uid
    house = goals.create_goal(desk, {"name": "Rumah"}).uid
    # Ten in the morning; from then on four in the afternoon.
    _finish(desk, clock, 19, goal=house, categories=("cuci",))
    assert habits(desk).best_hours is None
    clock.advance(timedelta(hours=6))
    _finish(desk, clock, 22, goal=content, categories=("reels",))
    found = habits(desk)
    assert list(found.by_goal) == [content]
    assert list(found.by_tag) == ["reels"]
    best = found.by_goal[content]
    assert (best.start, best.end, best.samples) == (time(15), time(17), 22)
    assert found.best_hours is not None
    assert found.best_hours.samples == 41


def test_what_was_done_late_or_taken_back_is_no_sample(desk: Workspace, clock: FixedClock) -> None:
    _finish(desk, clock, 19)
    tasks.complete(desk, add(desk, due=at(desk.today() - DAY)).uid)
    again = add(desk, due=at(desk.today())).uid
    tasks.complete(desk, again)
    tasks.reopen(desk, again)
    assert habits(desk).best_hours is None
