"""What is kept of the ledger in memory is what reading it anew would find."""

import shutil
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ledger import Commitment, LedgerEntry, LedgerKind
from models.record import counted_of
from models.storage import ledger_rows
from services import ledger_memory
from services.calendar import bounds
from services.ledger_memory import LedgerMemory
from services.workspace import Workspace, open_workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, ScratchDesk

ZONE = ZoneInfo(JAKARTA)
DAY = timedelta(days=1)
SPAN = (TODAY, TODAY + 9 * DAY)

KINDS = st.sampled_from(
    [
        LedgerKind.PROMISED,
        LedgerKind.RE_PROMISED,
        LedgerKind.DONE,
        LedgerKind.REOPENED,
        LedgerKind.TRASHED,
        LedgerKind.WITHDRAWN,
    ]
)
#: What is written between two readings: of which task, what, and for a day how far from today.
WRITTEN = st.lists(st.tuples(st.integers(0, 5), KINDS, st.integers(-3, 14)), max_size=6)


def write(
    desk: Workspace, written: list[tuple[int, LedgerKind, int]], serial: Iterator[int]
) -> None:
    entries: list[LedgerEntry] = []
    for task, kind, days in written:
        number = next(serial)
        due = datetime.combine(TODAY + days * DAY, time(9), ZONE)
        has_due = kind in (LedgerKind.PROMISED, LedgerKind.RE_PROMISED)
        entries.append(
            LedgerEntry(
                gesture=f"gesture-{number}",
                at=NOW + timedelta(seconds=number),
                kind=kind,
                task_uid=f"task-{task}",
                goal_uid=None,
                summary="Reels",
                due_date=due.date() if has_due else None,
                due_time=due.time() if has_due else None,
                due_zone=None,
                due_at=due if has_due else None,
                ready_at=due if has_due else None,
                zone=JAKARTA,
                withdraws=f"gesture-{number - 1}" if kind is LedgerKind.WITHDRAWN else None,
            )
        )
    with desk.writing() as unit:
        ledger_rows.add(unit, entries)
        unit.commit()


def known(desk: Workspace, memory: LedgerMemory) -> tuple[Commitment, ...]:
    with desk.reading() as unit:
        return memory.counted(unit, *bounds(*SPAN, desk.zone))


def anew(desk: Workspace) -> tuple[Commitment, ...]:
    with desk.reading() as unit:
        return tuple(counted_of(ledger_rows.promised_between(unit, *bounds(*SPAN, desk.zone))))


@settings(max_examples=60)
@given(times=st.lists(WRITTEN, min_size=1, max_size=6), several=st.sampled_from([1, 200]))
def test_it_follows_whatever_is_written(
    scratch: ScratchDesk, times: list[list[tuple[int, LedgerKind, int]]], several: int
) -> None:
    memory, serial = LedgerMemory(), iter(range(1, 1_000))
    with scratch() as desk, pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger_memory, "SEVERAL", several)
        for written in times:
            write(desk, written, serial)
            assert known(desk, memory) == anew(desk)


def test_what_has_not_changed_is_not_read_again(
    scratch: ScratchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, serial = LedgerMemory(), iter(range(1, 1_000))
    with scratch() as desk:
        write(desk, [(1, LedgerKind.PROMISED, 2), (2, LedgerKind.PROMISED, 3)], serial)
        before = known(desk, memory)
        write(desk, [(2, LedgerKind.DONE, 0)], serial)
        expected = anew(desk)

        def refuse(*_: object) -> None:
            raise AssertionError("the whole span was read again")

        monkeypatch.setattr(ledger_rows, "promised_between", refuse)
        after = known(desk, memory)
        assert after == expected != before
        assert after[0] is before[0]


def test_older_data_put_back_in_its_place_is_read_anew(scratch: ScratchDesk) -> None:
    memory, serial = LedgerMemory(), iter(range(1, 1_000))
    with scratch() as desk:
        write(desk, [(1, LedgerKind.PROMISED, 2)], serial)
        folder = desk.paths.folder
        kept = folder.with_name("kept")
        desk.close()
        shutil.copytree(folder, kept)
        one, other = (open_workspace(each, zone=JAKARTA) for each in (folder, kept))
        write(one, [(1, LedgerKind.DONE, 0)], iter([50]))
        write(other, [(2, LedgerKind.PROMISED, 3)], iter([60]))
        assert known(one, memory) == anew(one)
        assert known(other, memory) == anew(other)
        one.close()
        other.close()


def test_spans_asked_for_long_ago_are_forgotten(
    scratch: ScratchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, serial = LedgerMemory(), iter(range(1, 1_000))
    monkeypatch.setattr(ledger_memory, "MOST", 2)
    with scratch() as desk:
        write(desk, [(task, LedgerKind.PROMISED, task) for task in range(4)], serial)
        read = 0
        plain = ledger_rows.promised_between

        def count(*args: object) -> object:
            nonlocal read
            read += 1
            return plain(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(ledger_rows, "promised_between", count)
        days = [bounds(TODAY + at * DAY, TODAY + at * DAY, desk.zone) for at in range(4)]
        with desk.reading() as unit:
            for day in (*days, days[3], days[2], days[0]):
                assert len(memory.counted(unit, *day)) == 1
        assert read == 5
