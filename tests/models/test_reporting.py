"""A report follows from the record: its parts add up, and every number has its tasks."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.ledger import LedgerEntry, LedgerKind, Reason
from models.promise import promises_of
from models.record import COUNTS
from models.reporting import Report, Span, figure_of_part, figure_of_reason, report_of
from models.time_spent import TimeEntry, Worked
from tests.models.test_record import DAY, HOUR, NOON, NOW, done, entry, moved

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
BEGIN = datetime(2026, 10, 31, 17, tzinfo=UTC)
SPAN = Span(FIRST, LAST, BEGIN, BEGIN + 30 * DAY)


def promised(task: str = "t", due: datetime = NOON, goal: str | None = None) -> LedgerEntry:
    return entry(LedgerKind.PROMISED, due - 3 * DAY, due, task=task, goal=goal, lead=HOUR)


def report(*entries: LedgerEntry, worked: tuple[Worked, ...] = (), span: Span = SPAN) -> Report:
    return report_of(promises_of(entries), worked, span, NOW)


def worked(task: str, goal: str | None, start: datetime, span: timedelta) -> Worked:
    return Worked(TimeEntry(f"e-{task}", task, start, start + span), task, goal)


def test_each_number_has_the_tasks_behind_it():
    found = report(
        promised("kept", goal="g"),
        done(NOON - HOUR, task="kept", goal="g"),
        promised("late"),
        moved(NOON + DAY, task="late", reason=Reason.TEAM.value),
        done(NOON + 2 * HOUR, task="late", reason=None),
        promised("open"),
    )
    assert found.tasks("done_on_time") == ("kept",)
    assert found.tasks("done_late") == ("late",)
    assert found.tasks("missed") == ("open",)
    assert found.tasks("goal:g") == ("kept",)
    assert found.tasks("re_promised") == ("late",)
    assert found.tasks("slipped") == ("late", "open")
    assert found.tasks(figure_of_reason(Reason.TEAM)) == ("late",)
    assert found.tasks("nothing-of-the-kind") == ()


def test_rows_tell_each_promise_in_full():
    (row,) = report(
        promised(),
        moved(NOON + DAY, reason=Reason.OTHER.value, reason_text="rain"),
        done(NOON + 2 * HOUR),
        worked=(worked("t", None, NOON, HOUR),),
    ).rows()
    assert (row.fate, row.slip, row.moves, row.spent) == ("done_late", 2 * HOUR, 1, HOUR)
    assert (row.reason, row.reason_text) == (Reason.OTHER, "rain")


def test_time_is_counted_within_the_days_only():
    found = report(
        worked=(
            worked("before", "g", SPAN.begin - HOUR, 2 * HOUR),
            worked("after", None, SPAN.end - HOUR, 3 * HOUR),
            worked("outside", None, SPAN.end + HOUR, HOUR),
        )
    )
    assert found.spent == HOUR + min(HOUR, max(NOW - (SPAN.end - HOUR), timedelta(0)) or HOUR)
    assert found.tasks("time:g") == ("before",)
    assert not found.is_empty


def test_a_report_without_anything_is_empty():
    found = report()
    assert found.is_empty
    assert len(found.parts) == 30
    assert sum(part.planned for part in found.parts) == 0


@given(st.integers(0, 900))
def test_the_parts_cover_the_span_without_gap_or_overlap(length: int):
    last = FIRST + timedelta(days=length)
    span = Span(FIRST, last, SPAN.begin, SPAN.begin + timedelta(days=length + 1))
    parts = report(span=span).parts
    assert parts[0].first == FIRST
    assert parts[-1].last == last
    for before, after in pairwise(parts):
        assert before.first <= before.last
        assert after.first == before.last + timedelta(days=1)
    assert len(parts) <= 62


ends = st.sampled_from((LedgerKind.DONE, LedgerKind.LET_GO, LedgerKind.REPLACED, None))
tasks = st.lists(
    st.tuples(st.integers(-40, 40), ends, st.integers(-72, 72), st.sampled_from((None, "a", "b"))),
    max_size=20,
)


@given(tasks)
def test_the_numbers_add_up(found: list[tuple[int, LedgerKind | None, int, str | None]]):
    entries: list[LedgerEntry] = []
    for number, (days, end, hours, goal) in enumerate(found):
        uid, due = f"t{number}", NOON + days * DAY
        entries.append(promised(uid, due, goal))
        if end is not None:
            entries.append(entry(end, due + hours * HOUR, due, task=uid, goal=goal))
    told = report(*entries)
    record = told.record
    assert record.planned == sum(getattr(record, name) for name in COUNTS)
    assert record.planned == len(told.tasks("planned")) == len(list(told.rows()))
    assert record.planned == sum(part.planned for part in told.parts)
    assert record.planned == sum(goal.planned for goal in told.goals)
    assert record.original.judged == len(told.tasks("original"))
    assert record.original.kept == sum(part.on_time for part in told.parts)
    slipped = record.original.judged - record.original.kept
    assert slipped == sum(part.slipped for part in told.parts) == len(told.tasks("slipped"))
    assert slipped == sum(record.by_weekday.values()) == sum(record.by_reason.values())
    for name in COUNTS:
        assert getattr(record, name) == len(told.tasks(name))
        assert getattr(record, name) == sum(part.fates.get(name, 0) for part in told.parts)
    for part in told.parts:
        assert part.planned == len(told.tasks(figure_of_part(part)))
