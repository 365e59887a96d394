"""The record holds whatever clocks and zones do: a trip, a clock that is set back, a DST change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.record import Record
from services import plans, record, slip_reading, slips, tasks, undo
from services.built_in_recipes import built_in_recipes
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NEW_YORK, TODAY, OpenDesk, add, at

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _recorded(desk: Workspace) -> Record:
    return record.record_between(desk, TODAY - 30 * DAY, TODAY + 30 * DAY)


def test_a_trip_leaves_what_was_promised_at_home(
    desk: Workspace, open_desk: OpenDesk, clock: FixedClock
) -> None:
    whole = add(desk, "Seharian", due=at(TODAY))
    floating = add(desk, "Sore", due=at(TODAY, "16:00"), lead=HOUR)
    before = record.entries(desk)
    abroad = open_desk(zone=NEW_YORK)
    assert record.entries(abroad) == before
    # Eleven at night in Jakarta is eleven in the morning in New York.
    clock.advance(13 * HOUR)
    tasks.complete(abroad, whole.uid)
    tasks.complete(abroad, floating.uid)
    told = _recorded(abroad)
    assert told.tasks["done_on_time"] == (whole.uid,)
    assert told.tasks["done_late"] == (floating.uid,)
    assert told.median_slip == 7 * HOUR
    assert _recorded(open_desk()) == told


def test_a_deadline_that_is_promised_abroad_is_of_there(
    desk: Workspace, open_desk: OpenDesk, clock: FixedClock
) -> None:
    task = add(desk, "Seharian", due=at(TODAY))
    abroad = open_desk(zone=NEW_YORK)
    slips.new_deadline(abroad, task.uid, at(TODAY + DAY))
    # Past midnight in Jakarta, and still that day in New York.
    clock.advance(2 * DAY)
    tasks.complete(abroad, task.uid)
    told = _recorded(abroad)
    assert (told.original.kept, told.renegotiated.kept) == (0, 1)
    zones = [each.zone for each in record.entries(abroad, task.uid)]
    assert zones == [JAKARTA, NEW_YORK, NEW_YORK]


def test_a_clock_that_is_set_back_breaks_no_promise(desk: Workspace, clock: FixedClock) -> None:
    task = add(desk, "Reels", due=at(TODAY, "16:00"))
    clock.advance(-3 * DAY)
    tasks.complete(desk, task.uid)
    assert [each.kind for each in record.entries(desk, task.uid)] == ["promised", "done"]
    told = _recorded(desk)
    assert (told.planned, told.done_on_time, told.median_slip) == (1, 1, None)
    undo.undo(desk)
    assert _recorded(desk).ahead == 1
    undo.redo(desk)
    assert _recorded(desk) == told


def test_with_the_clock_set_back_suggestions_and_plans_lie_ahead_of_it(
    desk: Workspace, clock: FixedClock
) -> None:
    task = add(desk, "Reels", due=at(TODAY + 2 * DAY, "16:00"))
    clock.advance(-5 * DAY)
    offered = slip_reading.slip(desk, task.uid).offered
    assert offered
    before = task.due.instant(desk.zone) if task.due else desk.now()
    assert all(due.instant(desk.zone) > before for due in offered.values())
    planned = plans.apply(desk, task.uid, built_in_recipes("id")[0])
    starts = [step.planned.start for step in planned.steps if step.planned.start]
    assert starts
    assert all(start >= desk.now() for start in starts)
    undo.undo(desk)
    assert tasks.steps(desk, task.uid) == ()


def test_an_hour_that_a_dst_change_skips_or_repeats_is_kept_by_the_instant(
    open_desk: OpenDesk, clock: FixedClock
) -> None:
    desk = open_desk(zone=NEW_YORK)
    clock.instant = datetime(2026, 10, 31, 12, tzinfo=ZoneInfo(NEW_YORK))
    sunday = date(2026, 11, 1)
    # Half past one comes twice that night: the first one is meant.
    task = add(desk, "Rilis", due=Moment(sunday, at(sunday, "01:30").time, NEW_YORK), lead=3 * HOUR)
    (promised,) = record.entries(desk, task.uid)
    assert promised.due_at is not None
    assert promised.ready_at == promised.due_at - 3 * HOUR
    clock.instant = promised.due_at + HOUR / 2
    tasks.complete(desk, task.uid)
    told = record.record_between(desk, sunday, sunday)
    assert (told.done_late, told.median_slip) == (1, HOUR / 2)
