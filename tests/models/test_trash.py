"""How long the trash keeps what is in it."""

from datetime import UTC, datetime, timedelta

import pytest

from models.trash import KEPT, days_left, expiry

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("since", "left"),
    [
        (timedelta(0), 30),
        (SECOND, 30),
        (timedelta(days=18), 12),
        (timedelta(days=29, seconds=1), 1),
        (KEPT - SECOND, 1),
        (KEPT, 0),
        (timedelta(days=400), 0),
    ],
)
def test_begun_days_count(since: timedelta, left: int) -> None:
    assert days_left(NOW - since, NOW) == left


def test_what_expires_has_no_day_left() -> None:
    assert days_left(expiry(NOW), NOW) == 0
    assert days_left(expiry(NOW) + SECOND, NOW) == 1
