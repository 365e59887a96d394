"""The examples of RFC 5545 section 3.8.5.3, one by one; those that come every minute are refused.

All begin at nine o'clock in New York.
"""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from models.errors import ImpossibleRule
from models.moment import Moment
from models.recurrence import occurrences, parse

NEW_YORK = "America/New_York"
HOME = ZoneInfo("Asia/Jakarta")

#: The rule, when it begins, and the days that the RFC names (the first of them, where they go on).
EXAMPLES = [
    ("FREQ=DAILY;COUNT=10", "970902", "970902 03 04 05 06 07 08 09 10 11"),
    ("FREQ=DAILY;INTERVAL=2", "970902", "970902 04 06 08 10 12 14 16 18 20 22 24 26 28 30 971002"),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "970902", "970902 12 22 971002 12"),
    ("FREQ=WEEKLY;COUNT=10", "970902", "970902 09 16 23 30 971007 14 21 28 971104"),
    (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        "970902",
        "970902 09 16 23 30 971007 14 21 28 971104 11 18 25 971202 09 16 23",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "970902",
        "970902 16 30 971014 28 971111 25 971209 23 980106 20 980203",
    ),
    (
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        "970902",
        "970902 04 09 11 16 18 23 25 30 971002",
    ),
    (
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "970902",
        "970902 04 09 11 16 18 23 25 30 971002",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "970901",
        "970901 03 05 15 17 19 29 971001 03 13 15 17 27 29 31 971110 12 14 24 26 28 "
        "971208 10 12 22",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "970902",
        "970902 04 16 18 30 971002 14 16",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "970905",
        "970905 971003 971107 971205 980102 980206 980306 980403 980501 980605",
    ),
    ("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "970905", "970905 971003 971107 971205"),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "970907",
        "970907 28 971102 30 980104 25 980301 29 980503 31",
    ),
    (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "970922",
        "970922 971020 971117 971222 980119 980216",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "970928", "970928 971029 971128 971229 980129 980226"),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "970902",
        "970902 15 971002 15 971102 15 971202 15 980102 15",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "970930",
        "970930 971001 31 971101 30 971201 31 980101 31 980201",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "970910",
        "970910 11 12 13 14 15 990310 11 12 13",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "970902",
        "970902 09 16 23 30 971104 11 18 25 980106 13 20 27 980303 10 17 24 31",
    ),
    (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "970610",
        "970610 970710 980610 980710 990610 990710 000610 000710 010610 010710",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "970310",
        "970310 990110 990210 990310 010110 010210 010310 030110 030210 030310",
    ),
    (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "970101",
        "970101 970410 970719 000101 000409 000718 030101 030410 030719 060101",
    ),
    ("FREQ=YEARLY;BYDAY=20MO", "970519", "970519 980518 990517"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "970512", "970512 980511 990517"),
    (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "970313",
        "970313 20 27 980305 12 19 26 990304 11 18 25",
    ),
    (
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "970605",
        "970605 12 19 26 970703 10 17 24 31 970807 14 21 28 980604 11 18 25 980702",
    ),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "970902", "980213 980313 981113 990813 001013"),
    (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "970913",
        "970913 971011 971108 971213 980110 980207 980307 980411 980509 980613",
    ),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "961105",
        "961105 001107 041102",
    ),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "970904", "970904 971007 971106"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "970929",
        "970929 971030 971127 971230 980129 980226 980330",
    ),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "970805", "970805 10 19 24"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "970805", "970805 17 19 31"),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "070115", "070115 30 070215 070315 30"),
]


def _day(text: str) -> date:
    year = int(text[:2])
    return date(year + (1900 if year > 50 else 2000), int(text[2:4]), int(text[4:]))


def _days(text: str) -> list[date]:
    """The days of ``970902 04``: what is left out is as in the one before."""
    found: list[date] = []
    for each in text.split():
        found.append(_day(each) if len(each) == 6 else found[-1].replace(day=int(each)))
    return found


@pytest.mark.parametrize(("rule", "first", "said"), EXAMPLES)
def test_an_example_of_the_rfc(rule: str, first: str, said: str) -> None:
    expected = _days(said)
    start = Moment(_day(first), time(9), NEW_YORK)
    goes_on = "COUNT" not in rule and "UNTIL" not in rule
    limit = len(expected) if goes_on else None
    found = list(occurrences(parse(rule), start, home=HOME, limit=limit))
    assert [moment.date for moment in found] == expected
    assert {(moment.time, moment.zone) for moment in found} == {(time(9), NEW_YORK)}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    ],
)
def test_every_day_in_january_for_three_years(rule: str) -> None:
    start = Moment(date(1998, 1, 1), time(9), NEW_YORK)
    found = [moment.date for moment in occurrences(parse(rule), start, home=HOME)]
    assert found == [date(year, 1, day) for year in (1998, 1999, 2000) for day in range(1, 32)]


def test_daily_until_christmas_eve() -> None:
    start = Moment(date(1997, 9, 2), time(9), NEW_YORK)
    rule = parse("FREQ=DAILY;UNTIL=19971224T000000Z")
    found = list(occurrences(rule, start, home=HOME))
    assert (len(found), found[-1].date) == (113, date(1997, 12, 23))


def test_every_three_hours_until_five() -> None:
    start = Moment(date(1997, 9, 2), time(9), NEW_YORK)
    rule = parse("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z")
    found = [moment.time for moment in occurrences(rule, start, home=HOME)]
    assert found == [time(9), time(12), time(15)]


def test_every_twenty_minutes_of_a_working_day_said_by_the_day() -> None:
    start = Moment(date(1997, 9, 2), time(9), NEW_YORK)
    rule = parse("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40")
    found = list(occurrences(rule, start, home=HOME, limit=25))
    assert [moment.time for moment in found[:4]] == [time(9), time(9, 20), time(9, 40), time(10)]
    assert (found[23].time, found[24].date) == (time(16, 40), date(1997, 9, 3))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ],
)
def test_the_examples_by_the_minute_are_refused(rule: str) -> None:
    with pytest.raises(ImpossibleRule):
        parse(rule)
