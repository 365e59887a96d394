"""Which texts are rules, how a rule is written, and why the others are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleRule, RuleFault
from models.recurrence import RULE_LIMIT, parse


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
        (" freq=weekly;byday=mo ", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=DAILY;", "FREQ=DAILY"),
        ("FREQ=DAILY;INTERVAL=1;WKST=MO", "FREQ=DAILY"),
        ("WKST=SU;BYDAY=TH,MO,MO;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU"),
        ("FREQ=MONTHLY;BYDAY=+1MO,-1FR", "FREQ=MONTHLY;BYDAY=1MO,-1FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,+2,1", "FREQ=MONTHLY;BYMONTHDAY=1,2,-1"),
        ("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"),
        ("FREQ=DAILY;UNTIL=20261231T235959", "FREQ=DAILY;UNTIL=20261231T235959"),
        ("FREQ=DAILY;UNTIL=20261231T170000Z", "FREQ=DAILY;UNTIL=20261231T170000Z"),
        ("FREQ=DAILY;BYSECOND=60", "FREQ=DAILY;BYSECOND=59"),
        ("FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1"),
        (
            "FREQ=YEARLY;COUNT=3;INTERVAL=2;BYWEEKNO=1;BYDAY=MO;BYMONTH=1",
            "FREQ=YEARLY;INTERVAL=2;COUNT=3;BYMONTH=1;BYWEEKNO=1;BYDAY=MO",
        ),
        ("FREQ=HOURLY;BYYEARDAY=1;BYHOUR=9", "FREQ=HOURLY;BYYEARDAY=1;BYHOUR=9"),
    ],
)
def test_a_rule_has_one_text(text: str, canonical: str) -> None:
    assert parse(text).text == canonical
    assert parse(canonical) == parse(text)


@pytest.mark.parametrize(
    ("text", "fault", "part"),
    [
        ("", RuleFault.UNREADABLE, ""),
        ("every day", RuleFault.UNREADABLE, "EVERY DAY"),
        ("FREQ", RuleFault.UNREADABLE, "FREQ"),
        ("FREQ=DAILY;;COUNT=2", RuleFault.UNREADABLE, "FREQ=DAILY;;COUNT=2"),
        ("INTERVAL=2", RuleFault.UNREADABLE, "INTERVAL=2"),
        ("FREQ=DAILY;BYEASTER=0", RuleFault.UNKNOWN_PART, "BYEASTER"),
        ("FREQ=DAILY;RSCALE=GREGORIAN", RuleFault.UNKNOWN_PART, "RSCALE"),
        ("FREQ=DAILY;FREQ=DAILY", RuleFault.REPEATED_PART, "FREQ"),
        ("FREQ=FORTNIGHTLY", RuleFault.IMPOSSIBLE_VALUE, "FREQ=FORTNIGHTLY"),
        ("FREQ=DAILY;INTERVAL=0", RuleFault.IMPOSSIBLE_VALUE, "INTERVAL=0"),
        ("FREQ=DAILY;INTERVAL=-1", RuleFault.IMPOSSIBLE_VALUE, "INTERVAL=-1"),
        ("FREQ=DAILY;INTERVAL=100000", RuleFault.IMPOSSIBLE_VALUE, "INTERVAL=100000"),
        ("FREQ=DAILY;INTERVAL=1.5", RuleFault.IMPOSSIBLE_VALUE, "INTERVAL=1.5"),
        ("FREQ=DAILY;INTERVAL=٣", RuleFault.IMPOSSIBLE_VALUE, "INTERVAL=٣"),
        ("FREQ=DAILY;COUNT=0", RuleFault.IMPOSSIBLE_VALUE, "COUNT=0"),
        ("FREQ=DAILY;COUNT=99999999999", RuleFault.IMPOSSIBLE_VALUE, "COUNT=99999999999"),
        ("FREQ=DAILY;UNTIL=20260230", RuleFault.IMPOSSIBLE_VALUE, "UNTIL=20260230"),
        ("FREQ=DAILY;UNTIL=2026-12-31", RuleFault.IMPOSSIBLE_VALUE, "UNTIL=2026-12-31"),
        ("FREQ=DAILY;UNTIL=20261231T250000Z", RuleFault.IMPOSSIBLE_VALUE, "UNTIL=20261231T250000Z"),
        ("FREQ=WEEKLY;BYDAY=XX", RuleFault.IMPOSSIBLE_VALUE, "BYDAY=XX"),
        ("FREQ=MONTHLY;BYDAY=0MO", RuleFault.IMPOSSIBLE_VALUE, "BYDAY=0MO"),
        ("FREQ=YEARLY;BYDAY=54MO", RuleFault.IMPOSSIBLE_VALUE, "BYDAY=54MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", RuleFault.IMPOSSIBLE_VALUE, "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", RuleFault.IMPOSSIBLE_VALUE, "BYMONTHDAY=0"),
        ("FREQ=YEARLY;BYMONTH=13", RuleFault.IMPOSSIBLE_VALUE, "BYMONTH=13"),
        ("FREQ=DAILY;BYHOUR=24", RuleFault.IMPOSSIBLE_VALUE, "BYHOUR=24"),
        ("FREQ=WEEKLY;WKST=1MO", RuleFault.IMPOSSIBLE_VALUE, "WKST=1MO"),
        ("FREQ=SECONDLY", RuleFault.TOO_OFTEN, "FREQ=SECONDLY"),
        ("FREQ=MINUTELY;INTERVAL=90", RuleFault.TOO_OFTEN, "FREQ=MINUTELY"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", RuleFault.COUNT_AND_UNTIL, "COUNT, UNTIL"),
        ("FREQ=MONTHLY;BYWEEKNO=1", RuleFault.MISPLACED_PART, "BYWEEKNO"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", RuleFault.MISPLACED_PART, "BYMONTHDAY"),
        ("FREQ=DAILY;BYYEARDAY=1", RuleFault.MISPLACED_PART, "BYYEARDAY"),
        ("FREQ=WEEKLY;BYDAY=1MO", RuleFault.MISPLACED_PART, "BYDAY"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", RuleFault.MISPLACED_PART, "BYDAY"),
        ("FREQ=DAILY;BYSETPOS=1", RuleFault.MISPLACED_PART, "BYSETPOS"),
    ],
)
def test_what_is_no_rule_is_refused_and_named(text: str, fault: RuleFault, part: str) -> None:
    with pytest.raises(ImpossibleRule) as caught:
        parse(text)
    assert (caught.value.fault, caught.value.part) == (fault, part)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=4,6,9,11;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-30",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=20MO",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
        "FREQ=YEARLY;BYMONTH=12;BYYEARDAY=1",
        "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=20",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=DAILY;BYHOUR=9;BYSETPOS=2",
    ],
)
def test_dates_that_no_calendar_has_are_refused(text: str) -> None:
    with pytest.raises(ImpossibleRule) as caught:
        parse(text)
    assert caught.value.fault is RuleFault.NEVER


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=53;BYMONTHDAY=3;BYDAY=SU",
        "FREQ=YEARLY;BYYEARDAY=366",
        "FREQ=MONTHLY;BYMONTH=2;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=6MO,1TU",
    ],
)
def test_dates_that_are_merely_rare_are_not(text: str) -> None:
    assert parse(text).text == text


def test_seconds_in_disguise_are_too_often() -> None:
    sixty = ",".join(map(str, range(60)))
    for text in (f"FREQ=HOURLY;BYMINUTE={sixty}", f"FREQ=DAILY;BYMINUTE={sixty};BYSECOND={sixty}"):
        with pytest.raises(ImpossibleRule) as caught:
            parse(text)
        assert caught.value.fault is RuleFault.TOO_OFTEN


def test_a_place_among_too_many_times_is_too_often() -> None:
    hours = ",".join(map(str, range(24)))
    with pytest.raises(ImpossibleRule) as caught:
        parse(f"FREQ=YEARLY;BYDAY=MO,TU;BYHOUR={hours};BYSETPOS=-1")
    assert caught.value.fault is RuleFault.TOO_OFTEN


def test_a_text_that_is_too_long_is_refused_unread() -> None:
    with pytest.raises(ImpossibleRule) as caught:
        parse("FREQ=DAILY;" + "X" * RULE_LIMIT)
    assert caught.value.fault is RuleFault.TOO_LONG


@given(st.text() | st.text("FREQDAILYWKMONTHBYUNICSEP=;,:-+0123456789TZ", max_size=80))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        rule = parse(text)
    except ImpossibleRule:
        return
    assert parse(rule.text) == rule
