"""The record follows from the ledger: by example, and for any ledger."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ledger import LedgerEntry, LedgerKind, Outcome, Reason, commitment, holding
from models.moment import Moment, zone_named
from models.record import COUNTS, Rate, record_of

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
FIRST, LAST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 28, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JAKARTA = "Asia/Jakarta"


def entry(
    kind: LedgerKind | str,
    at: datetime,
    due: datetime | None = NOON,
    *,
    task: str = "t",
    gesture: str = "",
    lead: timedelta = timedelta(0),
    **more: Any,
) -> LedgerEntry:
    """An entry whose due is an instant on Jakarta's clock."""
    moment = Moment.at(due, JAKARTA) if due else None
    return LedgerEntry(
        gesture=gesture or f"{kind}-{at.isoformat()}",
        at=at,
        kind=str(kind),
        task_uid=task,
        goal_uid=more.pop("goal", None),
        summary="Reels",
        due_date=moment.date if moment else None,
        due_time=moment.time if moment else None,
        due_zone=moment.zone if moment else None,
        due_at=due,
        ready_at=due - lead if due else None,
        zone=JAKARTA,
        **more,
    )


PROMISED = entry(LedgerKind.PROMISED, NOON - DAY, lead=HOUR)


def moved(due: datetime | None, at: datetime = NOON, **more: Any) -> LedgerEntry:
    return entry(LedgerKind.RE_PROMISED, at, due, **more)


def done(at: datetime, **more: Any) -> LedgerEntry:
    return entry(LedgerKind.DONE, at, **more)


def fate_of(*entries: LedgerEntry, now: datetime = NOW) -> list[str]:
    record = record_of(entries, FIRST, LAST, now)
    return [name for name in COUNTS if getattr(record, name)]


@pytest.mark.parametrize(
    ("entries", "fate"),
    [
        ([], "missed"),
        ([done(NOON)], "done_on_time"),
        ([done(NOON + HOUR)], "done_late"),
        ([moved(NOON + DAY), done(NOON + HOUR)], "done_late"),
        ([entry(LedgerKind.LET_GO, NOON - HOUR)], "let_go"),
        ([entry(LedgerKind.REPLACED, NOON + HOUR)], "replaced"),
        ([entry(LedgerKind.HANDED_OVER, NOON + HOUR)], "handed_over"),
        ([done(NOON - HOUR), entry(LedgerKind.REOPENED, NOON)], "missed"),
        ([entry(LedgerKind.TRASHED, NOON + HOUR)], "let_go"),
        ([moved(None), done(NOON - HOUR)], "done_on_time"),
    ],
)
def test_each_promise_has_one_fate(entries: list[LedgerEntry], fate: str) -> None:
    assert fate_of(PROMISED, *entries) == [fate]


def test_before_its_due_it_lies_ahead() -> None:
    assert fate_of(PROMISED, now=NOON) == ["ahead"]
    assert record_of([PROMISED], FIRST, LAST, NOON).original == Rate(0, 0)


def test_what_went_to_the_trash_in_time_was_a_mistake() -> None:
    trashed = entry(LedgerKind.TRASHED, NOON - HOUR)
    assert fate_of(PROMISED, trashed) == []
    restored = entry(LedgerKind.RESTORED, NOON - HOUR / 2)
    assert fate_of(PROMISED, trashed, restored) == ["missed"]
    assert fate_of(PROMISED, done(NOON - 2 * HOUR), trashed) == ["done_on_time"]


def test_editing_a_due_never_changes_the_past() -> None:
    late = [PROMISED, moved(NOON + 2 * DAY, reason=Reason.TEAM.value), done(NOON + DAY)]
    record = record_of(late, FIRST, LAST, NOW)
    assert (record.original, record.renegotiated) == (Rate(0, 1), Rate(1, 1))
    assert (record.re_promised, record.median_slip) == (1, DAY)
    assert record.by_reason == {Reason.TEAM: 1}
    assert record.by_weekday == {0: 1}
    assert record.by_goal == {None: 1}


def test_another_due_in_another_month_counts_there() -> None:
    entries = [PROMISED, moved(NOON + 10 * DAY)]
    following = record_of(entries, LAST, LAST + 30 * DAY, LAST + 30 * DAY)
    assert (following.planned, following.renegotiated) == (0, Rate(0, 1))


def test_ready_in_time_is_told_apart() -> None:
    assert record_of([PROMISED, done(NOON - HOUR)], FIRST, LAST, NOW).ready == Rate(1, 1)
    assert record_of([PROMISED, done(NOON)], FIRST, LAST, NOW).ready == Rate(0, 1)
    without = entry(LedgerKind.PROMISED, NOON - DAY)
    assert record_of([without, done(NOON)], FIRST, LAST, NOW).ready == Rate(0, 0)


def test_an_occurrence_that_was_left_out_was_let_go_and_the_next_is_a_promise_of_its_own() -> None:
    skipped = [PROMISED, entry(LedgerKind.PROMISED, NOON - HOUR, NOON + DAY), done(NOON + HOUR)]
    record = record_of(skipped, FIRST, LAST, NOW)
    assert (record.planned, record.let_go, record.done_on_time) == (2, 1, 1)
    assert record.original == Rate(1, 1)


def test_what_was_withdrawn_does_not_hold_and_what_was_done_again_does() -> None:
    finished = done(NOON, gesture="g")
    undone = entry(LedgerKind.WITHDRAWN, NOON + HOUR, gesture="u", withdraws="g")
    redone = entry(LedgerKind.WITHDRAWN, NOON + DAY, gesture="r", withdraws="u")
    assert holding([PROMISED, finished, undone]) == (PROMISED,)
    assert fate_of(PROMISED, finished, undone) == ["missed"]
    assert fate_of(PROMISED, finished, undone, redone) == ["done_on_time"]
    found = commitment([PROMISED, finished, undone, redone])
    assert found is not None
    assert (found.outcome, found.settled) == (Outcome.DONE, NOON)


instants = st.integers(0, 60 * 24 * 30).map(lambda minutes: FIRST + timedelta(minutes=minutes))
any_entry = st.builds(
    entry,
    st.sampled_from([kind for kind in LedgerKind if kind is not LedgerKind.WITHDRAWN]),
    instants,
    st.none() | instants,
    task=st.sampled_from("abc"),
    lead=st.sampled_from([timedelta(0), HOUR]),
    goal=st.sampled_from([None, "g"]),
    reason=st.sampled_from([None, *(reason.value for reason in Reason)]),
)
ledgers = st.lists(any_entry, max_size=25).map(
    lambda found: [one._replace(gesture=f"g{place}") for place, one in enumerate(found)]
)


@given(ledgers, instants)
def test_every_promise_is_counted_once_and_every_slip_thrice(
    entries: list[LedgerEntry], now: datetime
) -> None:
    record = record_of(entries, FIRST, LAST, now)
    assert sum(getattr(record, name) for name in COUNTS) == record.planned
    assert {name: len(record.tasks[name]) for name in COUNTS} == {
        name: getattr(record, name) for name in COUNTS
    }
    slips = record.original.judged - record.original.kept
    for counted in (record.by_reason, record.by_goal, record.by_weekday):
        assert sum(counted.values()) == slips
    assert record.original.kept == record.done_on_time
    assert record.done_late + record.missed <= slips
    assert (record.median_slip is None) is (record.done_late == 0)
    assert all(
        rate.share is None or 0 <= rate.share <= 1
        for rate in (record.original, record.renegotiated, record.ready)
    )


@given(ledgers, instants, st.data())
def test_what_is_withdrawn_might_as_well_never_have_been_written(
    entries: list[LedgerEntry], now: datetime, data: st.DataObject
) -> None:
    if not entries:
        return
    gone = data.draw(st.sampled_from(entries))
    undone = gone._replace(gesture="u", kind="withdrawn", withdraws=gone.gesture)
    redone = undone._replace(gesture="r", withdraws="u")
    without = [one for one in entries if one is not gone]
    assert record_of([*entries, undone], FIRST, LAST, now) == record_of(without, FIRST, LAST, now)
    assert record_of([*entries, undone, redone], FIRST, LAST, now) == record_of(
        entries, FIRST, LAST, now
    )


@given(ledgers, instants)
def test_a_later_due_leaves_the_original_as_it_was(
    entries: list[LedgerEntry], later: datetime
) -> None:
    before = record_of(entries, FIRST, LAST, NOW)
    moves = [
        moved(later, NOW, task=uid, gesture=f"m{uid}", goal=None)
        for uid in {one.task_uid for one in entries if one.due_at}
        if (found := commitment([each for each in entries if each.task_uid == uid]))
        and found.original
    ]
    after = record_of([*entries, *moves], FIRST, LAST, NOW)
    assert (after.original, after.ready, after.median_slip) == (
        before.original,
        before.ready,
        before.median_slip,
    )


def test_a_whole_day_is_kept_until_it_is_over_where_its_reader_was() -> None:
    day = Moment(NOON.date())
    end = day.instant(zone_named(JAKARTA))
    promised = PROMISED._replace(due_time=None, due_zone=None, due_at=end, ready_at=end)
    assert fate_of(promised, done(end)) == ["done_on_time"]
    assert fate_of(promised, done(end + timedelta(microseconds=1))) == ["done_late"]
