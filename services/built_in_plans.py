"""The shape of the templates that come with DoCheck: days, times, spans, in no language.

`built_in_id` and `built_in_en` hold their words. Knows no storage and no clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from models.goal import GoalColor
from models.template import Anchor

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
#: What is published must be ready an hour before.
LEAD = HOUR


@dataclass(frozen=True, slots=True)
class Said:
    """A title, and the note under it."""

    summary: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Texts:
    """A template in one language.

    Attributes:
        tasks: by the keys of the plan's items and their steps; a bare title has no note.
        tags: what a tag is called where that is not its key.
    """

    name: str
    description: str
    category: str
    tasks: Mapping[str, Said | str]
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A step, due by its offset from its task; without one it has no day."""

    key: str
    offset: timedelta | None = None
    estimate: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A task: `day` days after the first one at `at`, or on the whole day."""

    key: str
    day: int
    at: time | None = None
    estimate: timedelta | None = None
    lead: timedelta | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    rrule: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A template without its words; `target` is the day that it leads up to."""

    uid: str
    color: GoalColor
    icon: str
    anchor: Anchor
    target: int
    items: tuple[Item, ...]


_REEL = (
    Step("script", -5 * DAY, 90 * MINUTE),
    Step("shoot", -3 * DAY, 2 * HOUR),
    Step("edit", -2 * DAY, 2 * HOUR),
    Step("review", -1 * DAY, 30 * MINUTE),
)
_POST = (
    Step("copy", -3 * DAY, HOUR),
    Step("design", -2 * DAY, 90 * MINUTE),
    Step("review", -1 * DAY, 30 * MINUTE),
)

# fmt: off
CONTENT = Plan("content-campaign", GoalColor.PRIMARY, "campaign", Anchor.START, 27, (
    Item("brief", 0, time(10), HOUR, priority=1),
    Item("audience", 1, time(11), 2 * HOUR),
    Item("calendar", 2, time(15), 90 * MINUTE, steps=(Step("owners"), Step("hours"))),
    Item("kit", 3, time(15), 2 * HOUR),
    Item("teaser", 8, time(16), 45 * MINUTE, LEAD, 5, ("reels", "ig"), steps=_REEL),
    Item("replies", 8, time(18, 30), 30 * MINUTE, rrule="FREQ=DAILY;COUNT=18"),
    Item("carousel", 10, time(16, 30), 30 * MINUTE, LEAD, 0, ("carousel", "ig"), steps=_POST),
    Item("poll", 12, time(17), 15 * MINUTE, LEAD, 9, ("story", "ig")),
    Item("launch", 14, time(16), HOUR, LEAD, 1, ("reels", "ig"), steps=_REEL),
    Item("tiktok", 16, time(17, 30), 45 * MINUTE, LEAD, 5, ("tiktok",), steps=_REEL),
    Item("checkpoint", 17, time(10), HOUR),
    Item("thread", 18, time(16), 30 * MINUTE, LEAD, 0, ("thread",)),
    Item("testimonials", 21, time(16, 30), 30 * MINUTE, LEAD, 0, ("carousel", "ig"), steps=_POST),
    Item("last_call", 25, time(16), 30 * MINUTE, LEAD, 5, ("reels", "ig")),
    Item("report", 27, time(10), 2 * HOUR, steps=(Step("numbers"), Step("lessons"))),
))

QUIZ = Plan("quiz", GoalColor.TERTIARY, "star", Anchor.START, 17, (
    Item("aim", 0, time(10), 45 * MINUTE, priority=1),
    Item("prizes", 1, time(14), HOUR, steps=(Step("budget"), Step("stock"))),
    Item("rules", 2, time(11), 90 * MINUTE, priority=1,
         steps=(Step("terms"), Step("platform"), Step("fairness"))),
    Item("form", 3, time(15), HOUR),
    Item("visuals", 4, time(15), 2 * HOUR),
    Item("teaser", 6, time(17), 20 * MINUTE, LEAD, 0, ("story", "quiz")),
    Item("launch", 7, time(16), HOUR, LEAD, 1, ("reels", "quiz"), steps=_REEL),
    Item("replies", 7, time(18, 30), 30 * MINUTE, rrule="FREQ=DAILY;COUNT=8"),
    Item("samples", 10, time(16, 30), 30 * MINUTE, LEAD, 0, ("carousel", "quiz")),
    Item("reminder", 12, time(17), 15 * MINUTE, LEAD, 5, ("story", "quiz")),
    Item("closing", 14, time(18), 15 * MINUTE, LEAD, 1, ("story", "quiz")),
    Item("scoring", 15, time(15), 2 * HOUR),
    Item("contact", 16, time(11), 30 * MINUTE),
    Item("winners", 17, time(16), 45 * MINUTE, LEAD, 1, ("reels", "quiz"), steps=_POST),
    Item("shipping", 19, time(14), HOUR),
    Item("report", 21, time(10), 90 * MINUTE),
))

EVENT = Plan("event", GoalColor.VIOLET, "people", Anchor.END, 42, (
    Item("concept", 0, time(10), 2 * HOUR, priority=1,
         steps=(Step("aim"), Step("budget"), Step("team"))),
    Item("venue", 4, time(15), 3 * HOUR, priority=1,
         steps=(Step("survey"), Step("compare"), Step("deposit"))),
    Item("permits", 7, time(12), 2 * HOUR),
    Item("speakers", 9, time(16), 2 * HOUR, steps=(Step("invite", -4 * DAY), Step("confirm"))),
    Item("sponsors", 12, time(16), 3 * HOUR),
    Item("registration", 16, time(16), HOUR, LEAD, 1, steps=(Step("page", -3 * DAY, 2 * HOUR),)),
    Item("promotion", 17, time(16, 30), 45 * MINUTE, LEAD, rrule="FREQ=WEEKLY;COUNT=4"),
    Item("rundown", 26, time(15), 2 * HOUR),
    Item("crew", 28, time(19), 90 * MINUTE),
    Item("orders", 33, time(12), 2 * HOUR,
         steps=(Step("catering"), Step("sound"), Step("prints"))),
    Item("briefing", 39, time(19), HOUR),
    Item("remind_guests", 40, time(16), 30 * MINUTE, LEAD),
    Item("rehearsal", 41, time(15), 3 * HOUR, priority=1),
    Item("day", 42, time(9), 8 * HOUR, 30 * MINUTE, 1,
         steps=(Step("set_up", -3 * HOUR, 2 * HOUR), Step("check", -1 * HOUR, 30 * MINUTE),
                Step("desk", -30 * MINUTE))),
    Item("thanks", 43, time(16), HOUR, LEAD),
    Item("bills", 46, time(15), 90 * MINUTE),
    Item("evaluation", 49, time(19), 90 * MINUTE),
))

THESIS = Plan("thesis", GoalColor.BLUE, "book", Anchor.END, 147, (
    Item("topic", 0, None, 4 * HOUR, priority=1, steps=(Step("ideas"), Step("gap"), Step("talk"))),
    Item("supervision", 3, time(10), HOUR, rrule="FREQ=WEEKLY;COUNT=20"),
    Item("literature", 14, None, 12 * HOUR),
    Item("proposal", 28, time(16), 16 * HOUR, DAY, 1,
         steps=(Step("background", -14 * DAY), Step("theory", -9 * DAY), Step("method", -5 * DAY))),
    Item("seminar", 35, time(9), 2 * HOUR, HOUR, 1, steps=(Step("slides", -4 * DAY, 3 * HOUR),)),
    Item("instrument", 49, None, 8 * HOUR),
    Item("collection", 70, None, 20 * HOUR),
    Item("analysis", 91, None, 20 * HOUR),
    Item("results", 105, time(16), 16 * HOUR, priority=1),
    Item("conclusion", 112, time(16), 8 * HOUR),
    Item("draft", 119, time(16), 6 * HOUR, DAY, 1,
         steps=(Step("references", -3 * DAY, 3 * HOUR), Step("layout", -2 * DAY, 2 * HOUR),
                Step("similarity", -2 * DAY, HOUR))),
    Item("revision", 133, None, 10 * HOUR),
    Item("register", 136, time(12), 2 * HOUR),
    Item("rehearsal", 144, time(10), 2 * HOUR),
    Item("defence", 147, time(9), 3 * HOUR, HOUR, 1,
         steps=(Step("slides", -6 * DAY, 4 * HOUR), Step("questions", -3 * DAY, 2 * HOUR),
                Step("prints", -1 * DAY))),
    Item("final", 161, time(15), 6 * HOUR),
))

MOVE = Plan("house-move", GoalColor.AMBER, "home", Anchor.END, 42, (
    Item("declutter", 0, None, 4 * HOUR, steps=(Step("sell"), Step("donate"), Step("throw"))),
    Item("budget", 2, time(19), HOUR, priority=5),
    Item("movers", 9, time(15), 2 * HOUR, priority=1,
         steps=(Step("quotes", -4 * DAY), Step("insurance"), Step("book"))),
    Item("landlord", 12, time(12), HOUR),
    Item("measure", 14, None, 2 * HOUR),
    Item("boxes", 18, None, HOUR),
    Item("utilities", 24, time(12), 90 * MINUTE, priority=5,
         steps=(Step("power"), Step("water"), Step("internet"))),
    Item("addresses", 28, time(19), 2 * HOUR,
         steps=(Step("bank"), Step("work"), Step("shops"))),
    Item("pack_rare", 30, None, 5 * HOUR),
    Item("repairs", 35, None, 3 * HOUR),
    Item("pack_rest", 39, None, 6 * HOUR, priority=1,
         steps=(Step("kitchen"), Step("clothes"), Step("labels"))),
    Item("first_box", 41, time(19), HOUR, priority=1),
    Item("day", 42, time(8), 8 * HOUR, 30 * MINUTE, 1,
         steps=(Step("meters", -1 * HOUR, 15 * MINUTE), Step("rooms"), Step("keys", 6 * HOUR))),
    Item("unpack", 44, None, 6 * HOUR),
    Item("neighbours", 46, time(17), HOUR),
    Item("deposit", 56, time(12), 30 * MINUTE, priority=5),
))
# fmt: on

PLANS = (CONTENT, QUIZ, EVENT, THESIS, MOVE)
