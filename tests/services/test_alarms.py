"""What the app remembers of what a phone's alarm clock was told."""

from datetime import timedelta
from pathlib import Path

from models.alarms import ALARMS_LIMIT, HORIZON
from models.reminding import Notice, NoticeKind
from services import alarms
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, at, rows

DAY = timedelta(days=1)


def notice(after: timedelta) -> Notice:
    return Notice(NOW + after, NoticeKind.REMINDER, "a", "Reels", None, None, NOW + after)


def test_what_is_set_is_what_comes_next(desk: Workspace):
    for days in (90, 1, 2):
        add(desk, f"Tugas {days}", due=at(TODAY + days * DAY, "16:00", JAKARTA))
    found = alarms.to_arm(desk)
    assert [each.summary for each in found] == ["Tugas 1", "Tugas 1", "Tugas 2", "Tugas 2"]
    assert all(desk.now() < each.give_at <= desk.now() + HORIZON for each in found)
    change_settings(desk, has_reminders=False)
    assert alarms.to_arm(desk) == ()


def test_the_banner_says_what_lies_behind_the_last_one_that_fits(desk: Workspace):
    full = tuple(notice(timedelta(hours=hour)) for hour in range(ALARMS_LIMIT))
    later = notice(timedelta(days=30))
    assert alarms.unsaid(desk, (*full, later)) == (*full, later)
    alarms.armed(desk, full)
    assert alarms.unsaid(desk, (*full, later)) == (later,)
    alarms.armed(desk, full[:-1])
    assert alarms.unsaid(desk, (*full, later)) == ()
    alarms.disarmed(desk)
    assert alarms.unsaid(desk, (later,)) == (later,)


def test_it_is_not_written_down_every_minute(desk: Workspace, clock: FixedClock, folder: Path):
    def told() -> object:
        return rows(folder, "SELECT value FROM settings WHERE name = 'system_reminds_until'")

    alarms.armed(desk, ())
    before = told()
    clock.advance(timedelta(minutes=1))
    alarms.armed(desk, ())
    assert told() == before
    clock.advance(DAY)
    alarms.armed(desk, ())
    assert told() != before


def test_asking_is_remembered(desk: Workspace):
    assert not alarms.was_asked(desk)
    alarms.asked(desk)
    assert alarms.was_asked(desk)
