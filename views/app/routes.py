"""Every route of the app: its builders, and what place a route leads to.

Owns all route text; nothing else writes one. Pure: knows no page and no session.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from models.lists import ListName
from services.calendar import month_of
from services.reports import LONGEST


class Screen(StrEnum):
    """The screens, each shown at one or more routes."""

    HOME = "home"
    TODO = "todo"
    TIMELINE = "timeline"
    PLAN = "plan"
    TASK = "task"
    GOALS = "goals"
    GOAL = "goal"
    TEMPLATES = "templates"
    TAGS = "tags"
    TAG = "tag"
    PEOPLE = "people"
    REPORT = "report"
    REVIEW = "review"
    SETTINGS = "settings"
    SEARCH = "search"
    ADD = "add"
    WELCOME = "welcome"
    NOT_FOUND = "not-found"


class ReviewPart(StrEnum):
    """Which of the day's two reviews."""

    EVENING = "evening"
    MORNING = "morning"


class TimelineMode(StrEnum):
    """How the timeline lays its days out."""

    AGENDA = "agenda"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Shared:
    """What another program hands over to be done: each may be empty."""

    title: str = ""
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a route leads.

    Attributes:
        list_name: of the To-do screen.
        mode: of the timeline.
        day: of the timeline: the day shown, or the first of the month shown; None is today.
            Of the plan the first of its month; None is the next month.
        uid: of the task, or of the goal; of a tag its name; of the To-do screen a saved filter's,
            in place of a list.
        text: what is searched for; of the settings the row to show.
        shared: what quick add begins with.
        last: of the report: its last day, `day` being its first; None of both is this month.
        part: of the review.
    """

    screen: Screen
    list_name: ListName = ListName.TODAY
    mode: TimelineMode = TimelineMode.DAY
    day: date | None = None
    uid: str = ""
    text: str = ""
    shared: Shared = Shared()
    last: date | None = None
    part: ReviewPart = ReviewPart.EVENING


HOME = "/"
GOALS = "/goals"
TEMPLATES = "/templates"
TAGS = "/tags"
PEOPLE = "/people"
SETTINGS = "/settings"
WELCOME = "/welcome"
TIMELINE = "/timeline"
PLAN = "/plan"
REPORT = "/report"


def todo_route(name: ListName = ListName.TODAY) -> str:
    """The To-do screen with one of its lists."""
    return f"/todo/{name.value}"


def filter_route(uid: str) -> str:
    """The To-do screen with what a saved filter finds."""
    return f"/todo/filter/{quote(uid, safe='')}"


def search_route(text: str = "") -> str:
    """The search, with `text` in its field."""
    return f"/search?{urlencode({'q': text})}" if text else "/search"


def settings_route(row: str = "") -> str:
    """The settings, scrolled to the row of that name in the session's language."""
    return f"{SETTINGS}?{urlencode({'at': row})}" if row else SETTINGS


def add_route(shared: Shared = Shared()) -> str:
    """Quick add, over whatever is shown, with what was shared in its field.

    The web app's manifest (`share_target`) and links of other programs spell it out.
    """
    named = {"title": shared.title, "text": shared.text, "url": shared.url}
    query = urlencode({name: value for name, value in named.items() if value})
    return f"/add?{query}" if query else "/add"


def agenda_route(day: date | None = None) -> str:
    """The timeline as a list from a day on; without one from today."""
    return f"/timeline/agenda/{day.isoformat()}" if day else "/timeline/agenda"


def week_route(day: date | None = None) -> str:
    """The timeline of the week that holds a day; without one this week's."""
    return f"/timeline/week/{day.isoformat()}" if day else "/timeline/week"


def day_route(day: date) -> str:
    """The timeline of one day."""
    return f"/timeline/day/{day.isoformat()}"


def month_route(year: int, month: int) -> str:
    """The timeline of one month."""
    return f"/timeline/{year:04d}-{month:02d}"


def plan_route(year: int, month: int) -> str:
    """The board of one month's publishing slots."""
    return f"/plan/{year:04d}-{month:02d}"


def task_route(uid: str) -> str:
    """The detail of one task; a uid from a file may hold any character."""
    return f"/task/{quote(uid, safe='')}"


def goal_route(uid: str) -> str:
    """One goal and its tasks."""
    return f"/goal/{quote(uid, safe='')}"


def tag_route(name: str) -> str:
    """One tag and its tasks."""
    return f"/tags/{quote(name, safe='')}"


def report_route(first: date, last: date) -> str:
    """The report of some days; a whole month's is short."""
    if (first, last) == month_of(first.year, first.month):
        return f"/report/{first:%Y-%m}"
    return f"/report/{first.isoformat()}/{last.isoformat()}"


def review_route(part: ReviewPart) -> str:
    """The evening's or the morning's review."""
    return f"/review/{part.value}"


def route_of(place: Place) -> str:
    """The route that leads to `place`; home for one that no route leads to."""
    match place:
        case Place(screen=Screen.TODO, uid=str(uid)) if uid:
            return filter_route(uid)
        case Place(screen=Screen.TODO):
            return todo_route(place.list_name)
        case Place(screen=Screen.TIMELINE, mode=TimelineMode.AGENDA):
            return agenda_route(place.day)
        case Place(screen=Screen.TIMELINE, mode=TimelineMode.WEEK):
            return week_route(place.day)
        case Place(screen=Screen.TIMELINE, mode=TimelineMode.MONTH, day=date() as day):
            return month_route(day.year, day.month)
        case Place(screen=Screen.TIMELINE, day=date() as day):
            return day_route(day)
        case Place(screen=Screen.TIMELINE):
            return TIMELINE
        case Place(screen=Screen.PLAN, day=date() as day):
            return plan_route(day.year, day.month)
        case Place(screen=Screen.PLAN):
            return PLAN
        case Place(screen=Screen.TASK):
            return task_route(place.uid)
        case Place(screen=Screen.GOALS):
            return GOALS
        case Place(screen=Screen.GOAL):
            return goal_route(place.uid)
        case Place(screen=Screen.TEMPLATES):
            return TEMPLATES
        case Place(screen=Screen.TAGS):
            return TAGS
        case Place(screen=Screen.TAG):
            return tag_route(place.uid)
        case Place(screen=Screen.PEOPLE):
            return PEOPLE
        case Place(screen=Screen.REPORT, day=date() as first, last=date() as last):
            return report_route(first, last)
        case Place(screen=Screen.REPORT):
            return REPORT
        case Place(screen=Screen.REVIEW):
            return review_route(place.part)
        case Place(screen=Screen.SETTINGS):
            return settings_route(place.text)
        case Place(screen=Screen.SEARCH):
            return search_route(place.text)
        case Place(screen=Screen.ADD):
            return add_route(place.shared)
        case Place(screen=Screen.WELCOME):
            return WELCOME
        case _:
            return HOME


def place_of(route: str) -> Place:
    """Where `route` leads; `Screen.NOT_FOUND` for one that is no route of ours. Never raises."""
    try:
        path, query = urlsplit(route)[2:4]
    except ValueError:
        return Place(Screen.NOT_FOUND)
    parts = [unquote(part) for part in path.split("/") if part]
    match parts:
        case []:
            return Place(Screen.HOME)
        case ["todo"]:
            return Place(Screen.TODO)
        case ["todo", name] if name in set(ListName):
            return Place(Screen.TODO, list_name=ListName(name))
        case ["todo", "filter", uid]:
            return Place(Screen.TODO, uid=uid)
        case ["search"]:
            return Place(Screen.SEARCH, text=_asked(query, "q"))
        case ["add"]:
            named = (_asked(query, name) for name in ("title", "text", "url"))
            return Place(Screen.ADD, shared=Shared(*named))
        case ["timeline", *rest]:
            return _timeline(rest)
        case ["plan"]:
            return Place(Screen.PLAN)
        case ["plan", text]:
            month = _day(f"{text}-01")
            return Place(Screen.NOT_FOUND) if month is None else Place(Screen.PLAN, day=month)
        case ["task", uid]:
            return Place(Screen.TASK, uid=uid)
        case ["goals"]:
            return Place(Screen.GOALS)
        case ["goal", uid]:
            return Place(Screen.GOAL, uid=uid)
        case ["templates"]:
            return Place(Screen.TEMPLATES)
        case ["tags"]:
            return Place(Screen.TAGS)
        case ["tags", name]:
            return Place(Screen.TAG, uid=name)
        case ["people"]:
            return Place(Screen.PEOPLE)
        case ["report", *rest]:
            return _report(rest)
        case ["review", part] if part in set(ReviewPart):
            return Place(Screen.REVIEW, part=ReviewPart(part))
        case ["settings"]:
            return Place(Screen.SETTINGS, text=_asked(query, "at"))
        case ["welcome"]:
            return Place(Screen.WELCOME)
        case _:
            return Place(Screen.NOT_FOUND)


def _timeline(rest: list[str]) -> Place:
    match rest:
        case []:
            return Place(Screen.TIMELINE)
        case ["agenda" | "week" as mode]:
            return Place(Screen.TIMELINE, mode=TimelineMode(mode))
        case ["agenda" | "day" | "week" as mode, text]:
            day = _day(text)
            if day is None:
                return Place(Screen.NOT_FOUND)
            return Place(Screen.TIMELINE, mode=TimelineMode(mode), day=day)
        case [text] if len(text) == len("2026-12"):
            day = _day(f"{text}-01")
            if day is None:
                return Place(Screen.NOT_FOUND)
            return Place(Screen.TIMELINE, mode=TimelineMode.MONTH, day=day)
        case _:
            return Place(Screen.NOT_FOUND)


def _report(rest: list[str]) -> Place:
    match rest:
        case []:
            return Place(Screen.REPORT)
        case [text] if len(text) == len("2026-11") and (day := _day(f"{text}-01")):
            first, last = month_of(day.year, day.month)
            return Place(Screen.REPORT, day=first, last=last)
        case [begin, end]:
            first, last = _day(begin), _day(end)
            if first is not None and last is not None and timedelta(0) <= last - first <= LONGEST:
                return Place(Screen.REPORT, day=first, last=last)
    return Place(Screen.NOT_FOUND)


def _asked(query: str, name: str) -> str:
    """What a route's query says under `name`; empty for nothing."""
    try:
        return parse_qs(query).get(name, [""])[0]
    except ValueError:
        return ""


def _day(text: str) -> date | None:
    """A day between 1970 and 9000, written ``2026-11-24``; else None."""
    if len(text) != len("2026-11-24"):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year <= 9000 else None
