"""Gaps in words, said and read."""

from zoneinfo import ZoneInfo

import pytest

from models.recipe import Gap, GapUnit
from views.text.dates import Dates
from views.text.plan_words import gap_text, parse_gap

GAPS = (
    Gap(-14),
    Gap(-1),
    Gap(2),
    Gap(-1, GapUnit.HOURS),
    Gap(-90, GapUnit.MINUTES),
    Gap(-3001, GapUnit.MINUTES),
    Gap(-5, GapUnit.WORKING_DAYS),
    Gap(1, GapUnit.WORKING_DAYS),
)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.text)
def test_a_gap_is_read_as_it_is_said(gap: Gap, language: str) -> None:
    dates = Dates(language, ZoneInfo("Asia/Jakarta"))  # type: ignore[arg-type]
    assert parse_gap(gap_text(dates, gap)) == gap
    assert parse_gap(gap.text) == gap


@pytest.mark.parametrize("text", ["", "entah", "7 hari", "99999 hari kerja sebelumnya"])
def test_what_says_no_distance_is_no_gap(text: str) -> None:
    assert parse_gap(text) is None
