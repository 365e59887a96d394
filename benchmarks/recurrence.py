"""How long a rule takes to tell its next moments: `uv run benchmarks/recurrence.py`.

A daily rule of ten years against python-dateutil, which begins at the beginning; and hostile
rules, each read and worked out from scratch, refused or not.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
from datetime import date, datetime, time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateutil import rrule as dateutil

from benchmarks.measure import Result, interleaved, seconds
from benchmarks.population import HOME, NOW, ZONE
from benchmarks.report import report
from models.errors import ImpossibleRule
from models.moment import Moment
from models.recurrence import expansion, occurrences, parse

DAILY_LIMIT_MS = 1.0
HOSTILE_LIMIT_MS = 50.0
#: As many as are shown before a rule is saved.
SHOWN = 5
_TEN_YEARS_AGO = Moment(date(2016, 11, 24), time(9), ZONE)
_HOURS = ",".join(map(str, range(24)))
_SIXTY = ",".join(map(str, range(60)))
_DAYS = "MO,TU,WE,TH,FR,SA,SU"
HOSTILE = (
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=SECONDLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
    "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1",
    f"FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY={_DAYS}",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;INTERVAL=1461;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;INTERVAL=99999",
    "FREQ=HOURLY;INTERVAL=24;BYHOUR=3",
    "FREQ=HOURLY;INTERVAL=99999;BYHOUR=3;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
    f"FREQ=DAILY;BYHOUR={_HOURS};BYMINUTE={_SIXTY};BYSECOND={_SIXTY}",
    f"FREQ=YEARLY;BYDAY={_DAYS};BYHOUR=0,1,2,3,4,5,6,7,8,9;BYSETPOS=-1",
    "FREQ=WEEKLY;BYDAY=MO;BYSECOND=1,2,3,4;BYSETPOS=300",
    f"FREQ=DAILY;BYDAY={_DAYS};COUNT=9999",
)
#: The first moments that people's files have, and the last there is.
_FIRST = (Moment(date(1970, 1, 1), time(3)), Moment(date(2025, 1, 1)), Moment(date(9000, 12, 31)))


def next_of_ten_years() -> Moment:
    """The next moment of a daily rule that began ten years ago."""
    return next(occurrences(parse("FREQ=DAILY"), _TEN_YEARS_AGO, home=HOME, after=NOW))


def next_by_dateutil() -> datetime | None:
    """The same from python-dateutil, on the wall clock."""
    first = datetime.combine(_TEN_YEARS_AGO.date, time(9))
    return dateutil.rrule(dateutil.DAILY, dtstart=first).after(
        NOW.astimezone(HOME).replace(tzinfo=None)
    )


def follow(rule: str, first: Moment) -> None:
    """Read the rule and its next moments as if it had never been seen, or have it refused."""
    parse.cache_clear()
    expansion.is_possible.cache_clear()
    with contextlib.suppress(ImpossibleRule):
        list(occurrences(parse(rule), first, home=HOME, after=NOW, limit=SHOWN))


def measure_recurrence(*, rounds: int = 9) -> list[Result]:
    """Two lines of the table: the old daily rule, and the slowest of the hostile ones."""
    pair = interleaved(next_of_ten_years, next_by_dateutil, rounds * 10)
    slowest, named = 0.0, ""
    for rule in HOSTILE:
        for first in _FIRST:
            follow(rule, first)
            taken = statistics.median(
                seconds(lambda r=rule, f=first: follow(r, f)) for _ in range(rounds)
            )
            if taken > slowest:
                slowest, named = taken, rule
    return [
        Result(
            "next of a ten-year-old daily rule",
            1,
            pair.ours * 1_000,
            pair.other * 1_000,
            "dateutil",
            f"<= {DAILY_LIMIT_MS:g} ms",
            pair.ours * 1_000 <= DAILY_LIMIT_MS,
        ),
        Result(
            "slowest hostile rule",
            len(HOSTILE),
            slowest * 1_000,
            target=f"<= {HOSTILE_LIMIT_MS:g} ms",
            is_met=slowest * 1_000 <= HOSTILE_LIMIT_MS,
            note=named[:48],
        ),
    ]


def main() -> int:
    """Measure, print the table, and tell by the exit code whether the targets were met."""
    return report(__doc__, lambda _, asked: measure_recurrence(rounds=asked.rounds), rounds=9)


if __name__ == "__main__":
    sys.exit(main())
