"""Every route of the app: its builders, and what place a route leads to.

Owns all route text; nothing else writes one. Pure: knows no page and no session.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from models.lists import ListName


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
    SETTINGS = "settings"
    SEARCH = "search"
    WELCOME = "welcome"
    NOT_FOUND = "not-found"


class TimelineMode(StrEnum):
    """How the timeline lays its days out."""

    AGENDA = "agenda"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


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
        text: what is searched for.
    """

    screen: Screen
    list_name: ListName = ListName.TODAY
    mode: TimelineMode = TimelineMode.DAY
    day: date | None = None
    uid: str = ""
    text: str = ""


HOME = "/"
GOALS = "/goals"
TEMPLATES = "/templates"
TAGS = "/tags"
SETTINGS = "/settings"
WELCOME = "/welcome"
TIMELINE = "/timeline"
PLAN = "/plan"


def todo_route(name: ListName = ListName.TODAY) -> str:
    """The To-do screen with one of its lists."""
    return f"/todo/{name.value}"


def filter_route(uid: str) -> str:
    """The To-do screen with what a saved filter finds."""
    return f"/todo/filter/{quote(uid, safe='')}"


def search_route(text: str = "") -> str:
    """The search, with `text` in its field."""
    return f"/search?{urlencode({'q': text})}" if text else "/search"


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
        case Place(screen=Screen.SETTINGS):
            return SETTINGS
        case Place(screen=Screen.SEARCH):
            return search_route(place.text)
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
            return Place(Screen.SEARCH, text=_asked(query))
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
        case ["settings"]:
            return Place(Screen.SETTINGS)
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


def _asked(query: str) -> str:
    """What a search's route asks for."""
    try:
        return parse_qs(query).get("q", [""])[0]
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
