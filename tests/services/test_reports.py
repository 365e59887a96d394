"""Home's card of the month: as the record has it, and the streak as one reading would find it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from models.ledger import LedgerEntry, LedgerKind
from models.storage import ledger_rows, promise_rows
from models.streak import streak_of
from services import record, reports
from services.calendar import bounds, month_of
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, ScratchDesk

ZONE = ZoneInfo(JAKARTA)
DAY = timedelta(days=1)
#: For how many days before today something was promised, and whether that was kept.
DAYS = st.dictionaries(st.integers(0, 120), st.booleans(), max_size=40)


def entry(task: str, day: date, kind: LedgerKind, at: datetime) -> LedgerEntry:
    due = datetime.combine(day, time(9), ZONE)
    return LedgerEntry(
        gesture=f"{kind}-{task}",
        at=at,
        kind=kind,
        task_uid=task,
        goal_uid=None,
        summary="Reels",
        due_date=day,
        due_time=time(9),
        due_zone=None,
        due_at=due,
        ready_at=due,
        zone=JAKARTA,
    )


def promise(desk: Workspace, days: dict[int, bool]) -> None:
    """A promise for 09:00 of each day, that many before today, kept or a day late."""
    entries: list[LedgerEntry] = []
    for ago, is_kept in days.items():
        day, task = TODAY - ago * DAY, f"task-{ago}"
        due = datetime.combine(day, time(9), ZONE)
        entries.append(entry(task, day, LedgerKind.PROMISED, due - 7 * DAY))
        if is_kept:
            entries.append(entry(task, day, LedgerKind.DONE, due - timedelta(minutes=5)))
        elif due + DAY < NOW:
            entries.append(entry(task, day, LedgerKind.DONE, due + DAY))
    with desk.writing() as unit:
        promise_rows.write(unit, entries)
        unit.commit()


@settings(max_examples=25)
@given(days=DAYS)
def test_a_month_has_the_record_that_its_ledger_comes_to(
    scratch: ScratchDesk, days: dict[int, bool]
) -> None:
    with scratch() as desk:
        promise(desk, days)
        month = record.record_between(desk, *month_of(TODAY.year, TODAY.month))
        assert reports.on_time(desk).rate == month.original
        assert reports.report(desk, *month_of(TODAY.year, TODAY.month)).report.record == month


@settings(max_examples=40)
@given(days=DAYS)
def test_the_streak_is_found_month_by_month_as_in_one_piece(
    scratch: ScratchDesk, days: dict[int, bool]
) -> None:
    with scratch() as desk:
        promise(desk, days)
        kept = {TODAY - ago * DAY: is_kept for ago, is_kept in days.items()}
        found = reports.on_time(desk).streak
        whole = streak_of(kept, TODAY - 365 * DAY, TODAY, desk.settings.work_week)
        # After weeks without a promise nothing older is looked for.
        assert found == whole or (found.days <= whole.days and not found.is_broken)


def test_a_streak_goes_on_before_the_month(desk: Workspace) -> None:
    promise(desk, {0: True, 30: True, 60: True, 80: False})
    assert reports.on_time(desk).streak.days == 3


def test_after_weeks_without_a_promise_no_more_is_looked_for(desk: Workspace) -> None:
    promise(desk, {0: True, 100: True})
    assert reports.on_time(desk).streak.days == 1


def test_all_of_a_task_is_read_that_was_ever_promised_for_the_days(desk: Workspace) -> None:
    moved = entry("moved", TODAY + 60 * DAY, LedgerKind.RE_PROMISED, NOW)
    promise(desk, {0: True, 90: True})
    with desk.writing() as unit:
        promise_rows.write(unit, [entry("moved", TODAY, LedgerKind.PROMISED, NOW - DAY), moved])
        unit.commit()
    with desk.reading() as unit:
        found = ledger_rows.promised_between(unit, *bounds(TODAY, TODAY, desk.zone))
        every = ledger_rows.everything(unit)
    assert set(found) == {each for each in every if each.task_uid != "task-90"}
    assert [each for each in found if each.task_uid == "moved"][-1] == moved
