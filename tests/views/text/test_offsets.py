"""A step's distance from its task, in both languages."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from views.text import Dates
from views.text.offsets import offset_note, offset_text

ID, EN = (Dates(language, ZoneInfo("Asia/Jakarta"), 0) for language in ("id", "en"))
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("offset", "indonesian", "english"),
    [
        (-7 * DAY, "7 hari sebelumnya", "7 days before"),
        (-DAY, "1 hari sebelumnya", "1 day before"),
        (2 * DAY, "2 hari sesudahnya", "2 days after"),
        (-2 * HOUR, "2 jam sebelumnya", "2 hours before"),
        (HOUR, "1 jam sesudahnya", "1 hour after"),
        (-90 * MINUTE, "1 j 30 mnt sebelumnya", "1 h 30 min before"),
        (15 * MINUTE, "15 mnt sesudahnya", "15 min after"),
        (0 * DAY, "bersamaan", "at the same time"),
    ],
)
def test_it_is_said_before_or_after(offset: timedelta, indonesian: str, english: str) -> None:
    assert (offset_text(ID, offset), offset_text(EN, offset)) == (indonesian, english)
    assert (offset_note(ID, offset), offset_note(EN, offset)) == (indonesian, english)


def test_a_note_counts_whole_days_from_a_day_on() -> None:
    odd = -14 * DAY - 5 * HOUR
    assert offset_text(EN, odd) == "14 days 5 h before"
    assert offset_note(EN, odd) == "14 days before"


def test_minutes_of_a_distance_of_days_are_told() -> None:
    odd = 14 * DAY + 5 * HOUR + 30 * MINUTE
    assert offset_text(EN, -odd) == "14 days 5 h 30 min before"
    assert offset_text(ID, odd) == "14 hari 5 j 30 mnt sesudahnya"
    assert offset_text(EN, DAY + MINUTE) == "1 day 1 min after"
