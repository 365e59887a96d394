"""The shape of the example: when each thing of Dhila's plan is due, relative to today.

Owns kinds, times and spans, in no language; `example_plan_id` and
`example_plan_en` hold the words. Knows no storage and no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

#: RFC 5545's names of the days, from Monday.
DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
LEAD = timedelta(hours=1)
#: So long before it went live what was published was ready, and the rest of the past was done.
BEFORE = LEAD + timedelta(minutes=10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

#: When her day begins: what is done today was done after it, unless it is earlier still.
MORNING = time(7)
#: From here on the next deadline is tomorrow's: today's could no longer be met.
LAST_CALL = time(15)
PUBLISH = time(16)

DESIGNER = "Raka"
EDITOR = "Sinta"


@dataclass(frozen=True, slots=True)
class StepKind:
    """A step before publishing: `days` before it, due at `due`, and who helps."""

    key: str
    days: int
    due: time
    estimate: timedelta
    attendee: str | None = None


STEP_KINDS = (
    StepKind("brainstorm", 14, time(10, 30), timedelta(minutes=45)),
    StepKind("script", 7, time(11, 30), timedelta(hours=1)),
    StepKind("design", 3, time(14), timedelta(minutes=90), DESIGNER),
    StepKind("review", 1, time(15), timedelta(minutes=30), EDITOR),
)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of content: its tags, its hour, the work on the day and its steps."""

    tags: tuple[str, ...]
    publish: time
    estimate: timedelta
    steps: tuple[str, ...]
    priority: int = 0


_ALL_STEPS = ("brainstorm", "script", "design", "review")
REELS = Format(("reels", "ig"), PUBLISH, timedelta(minutes=45), _ALL_STEPS, 1)
CAROUSEL = Format(("carousel", "ig"), time(16, 30), timedelta(minutes=30), _ALL_STEPS, 5)
TIKTOK = Format(("tiktok",), time(17), timedelta(minutes=45), _ALL_STEPS, 5)
STORY = Format(("story", "ig"), time(17, 30), timedelta(minutes=15), ("script", "review"))
THREAD = Format(("thread", "x"), time(18), timedelta(minutes=20), ("script", "review"), 9)

#: One for each weekday to come, in the order of the words' `contents`.
# fmt: off
FORMATS = (
    CAROUSEL, STORY, THREAD, REELS, TIKTOK,
    CAROUSEL, REELS, STORY, THREAD, TIKTOK,
    CAROUSEL, REELS, STORY, CAROUSEL, TIKTOK,
    THREAD, REELS, CAROUSEL, STORY, REELS,
    TIKTOK, CAROUSEL,
)
#: One for each weekday that passed, the latest first, in the order of the words' `published`.
PAST_FORMATS = (
    TIKTOK, CAROUSEL, STORY, REELS, CAROUSEL,
    TIKTOK, THREAD, REELS, STORY, CAROUSEL,
)
# fmt: on
#: Which of the past ones slipped to ten the next morning.
SLIPPED = 4


@dataclass(frozen=True, slots=True)
class Chore:
    """A routine: the rule it repeats by, when it is due, how long it takes.

    `is_done_today`: today's was done already, and the next one is open.
    """

    key: str
    rrule: str
    due: time
    estimate: timedelta
    is_done_today: bool = False
    priority: int = 0
    tags: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()


CHORES = (
    Chore("analytics", WEEKDAYS, time(9, 30), HOUR, is_done_today=True),
    Chore("trends", WEEKDAYS, time(11), timedelta(minutes=30), is_done_today=True),
    Chore("queue", WEEKDAYS, time(14, 30), timedelta(minutes=15), is_done_today=True),
    Chore("replies", WEEKDAYS, time(17, 30), timedelta(minutes=45), tags=("ig", "tiktok")),
    Chore("meeting", "FREQ=WEEKLY;BYDAY=MO", time(10), HOUR, attendees=(DESIGNER, EDITOR)),
    Chore("report", "FREQ=MONTHLY;BYMONTHDAY=-1", time(13), 2 * HOUR, priority=5),
)


@dataclass(frozen=True, slots=True)
class QuizTask:
    """A task of the quiz, `weekdays` from today; past ones are done but for the missed brief.

    `due` None is the whole day; `is_published` ones must be ready before.
    """

    key: str
    weekdays: int
    due: time | None
    estimate: timedelta
    priority: int = 0
    attendees: tuple[str, ...] = ()
    is_published: bool = False


QUIZ = (
    QuizTask("prizes", -6, time(15), HOUR),
    QuizTask("rules", -5, time(13), HOUR, attendees=(EDITOR,)),
    QuizTask("teaser", -2, PUBLISH, HOUR, attendees=(DESIGNER,), is_published=True),
    QuizTask("poster", 3, time(14), 2 * HOUR, 5, (DESIGNER,)),
    QuizTask("launch", 5, PUBLISH, HOUR, 1, (DESIGNER, EDITOR), is_published=True),
    QuizTask("reminder", 9, time(17, 30), HOUR / 2, is_published=True),
    QuizTask("answers", 11, time(13), 2 * HOUR, attendees=(EDITOR,)),
    QuizTask("winners", 12, time(17), HOUR, 1, is_published=True),
)


def is_weekday(day: date) -> bool:
    """Whether Dhila works on it."""
    return day.weekday() < 5


def weekday_after(day: date, count: int) -> date:
    """The weekday `count` weekdays after `day`; before it where `count` is negative."""
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_weekday(day):
            day += step
    return day


def working_day(day: date) -> date:
    """`day`, or the Friday before it."""
    return day if is_weekday(day) else weekday_after(day, -1)


def hero_day(now: datetime) -> date:
    """The day of the next deadline: today while it can be met, else tomorrow (local `now`)."""
    return now.date() if now.time() < LAST_CALL else now.date() + DAY


def next_of(chore: Chore, now: datetime) -> date:
    """The day on which a routine is next due, after local `now`."""
    today = now.date()
    if chore.key == "report":
        day = _month_end(today)
        return day if day > today else _month_end(today + DAY)
    if chore.key == "meeting":
        return today + DAY * (7 - today.weekday())
    is_open_today = not chore.is_done_today and now.time() < LAST_CALL and is_weekday(today)
    return today if is_open_today else weekday_after(today, 1)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + 31 * DAY).replace(day=1) - DAY


def month_after(day: date) -> int:
    """The number of the next month, 1 to 12."""
    return day.month % 12 + 1
