"""How long an entry took, and what several make together."""

from datetime import UTC, datetime, timedelta

from models.time_spent import TimeEntry, spent

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_running_entry_is_as_long_as_it_is_now() -> None:
    entry = TimeEntry("e", "t", NOW - HOUR)
    assert entry.is_running
    assert entry.span(NOW) == HOUR
    assert entry.span(NOW + HOUR) == 2 * HOUR


def test_a_clock_that_was_set_back_gives_no_negative_time() -> None:
    assert TimeEntry("e", "t", NOW).span(NOW - HOUR) == timedelta(0)


def test_entries_are_summed() -> None:
    ended = TimeEntry("e", "t", NOW - 3 * HOUR, NOW - 2 * HOUR)
    assert spent([ended, TimeEntry("f", "t", NOW - HOUR)], NOW) == 2 * HOUR
    assert spent([], NOW) == timedelta(0)
