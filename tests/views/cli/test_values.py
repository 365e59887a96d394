"""Spans both ways; the other values are read through the commands."""

from datetime import timedelta

import pytest

from models.errors import ImpossibleValue
from views.cli.values import read_span, span_text


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("PT1H", timedelta(hours=1)),
        ("pt90m", timedelta(minutes=90)),
        ("P1DT2H", timedelta(days=1, hours=2)),
        ("P2W", timedelta(weeks=2)),
        ("PT0S", timedelta(0)),
        ("45", timedelta(minutes=45)),
        ("1 j 30", timedelta(minutes=90)),
        ("2 jam", timedelta(hours=2)),
        ("0", timedelta(0)),
    ],
)
def test_reading_spans(text: str, span: timedelta):
    assert read_span("lead", text) == span


@pytest.mark.parametrize("text", ["", "P", "PT", "P1", "1 year", "-PT1H", "PT1H1H", "٣"])
def test_what_is_no_span(text: str):
    with pytest.raises(ImpossibleValue):
        read_span("lead", text)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(hours=1), "PT1H"),
        (timedelta(days=3), "P3D"),
        (timedelta(days=1, minutes=30), "P1DT30M"),
        (timedelta(seconds=3_661), "PT1H1M1S"),
    ],
)
def test_telling_spans(span: timedelta, text: str):
    assert span_text(span) == text
    assert read_span("lead", text) == span
