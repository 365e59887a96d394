"""What a search lists: one entry for each thing that can be gone to or done.

Owns the entries' faces and what each does when it is chosen. Must know no control.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import flet as ft

from models.folding import folded
from models.goal import Goal
from models.lists import CHIP_LISTS, ListName
from models.saved_filter import SavedFilter
from models.task import TaskLine
from services.settings import change_settings
from views import theme
from views.app import routes
from views.app.adding import add_here
from views.app.kit.row_face import face_of
from views.app.overlays import KeyList
from views.app.routes import ReviewPart, TimelineMode
from views.app.screens.todo_names import list_label
from views.app.session import AppSession
from views.text import Words

Run = Callable[[], Awaitable[None]]


class Kind(StrEnum):
    """What an entry is; entries of a kind stand under one heading."""

    RECENT = "recent"
    COMMAND = "command"
    GOAL = "goal"
    FILTER = "filter"
    SETTING = "setting"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Face:
    """What an entry shows.

    Attributes:
        key: tells it from all others.
        keys: the keys that do the same, as the registry writes them.
        uid: of a task; empty for all else.
    """

    key: str
    kind: Kind
    title: str
    icon: ft.IconData
    note: str = ""
    color: str = ft.Colors.ON_SURFACE_VARIANT
    keys: str = ""
    uid: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose.

    Attributes:
        said: what it is called, in both languages, folded.
        line: of a task that is not in the trash; None for all else.
    """

    face: Face
    run: Run
    said: str = ""
    line: TaskLine | None = None


def kind_title(words: Words, kind: Kind) -> str:
    """The heading over a kind's entries."""
    match kind:
        case Kind.RECENT:
            return words.say("Searched before")
        case Kind.COMMAND:
            return words.say("Commands")
        case Kind.GOAL:
            return words.say("Goals")
        case Kind.FILTER:
            return words.say("Saved filters")
        case Kind.SETTING:
            return words.say("Settings")
        case Kind.TASK:
            return words.say("Tasks")


def matching(entries: Iterable[Entry], text: str, limit: int) -> list[Entry]:
    """Those in whose name each word of `text` begins a word; at most `limit`."""
    wanted = folded(text).split()
    found = [
        entry
        for entry in entries
        if wanted and all(f" {word}" in f" {entry.said}" for word in wanted)
    ]
    return found[:limit]


def task_entry(session: AppSession, line: TaskLine) -> Entry:
    """A task that was found; choosing it shows it."""
    face = face_of(line, session.dates, session.minute.now)
    note = " · ".join(
        filter(None, (face.due, face.parent, face.goal, *(f"#{tag}" for tag in face.tags)))
    )

    async def show() -> None:
        await session.open_task(line.uid)

    shown = Face(
        task_key(line.uid),
        Kind.TASK,
        line.summary,
        ft.Icons.CHECK_CIRCLE_ROUNDED if line.is_done else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
        note,
        theme.DONE if line.is_done else theme.priority_ring(line.priority),
        is_done=line.is_done,
        uid=line.uid,
    )
    return Entry(shown, show, line=line if line.deleted is None else None)


def task_key(uid: str) -> str:
    """The key of a task's entry."""
    return f"task-{uid}"


def goal_entry(session: AppSession, goal: Goal) -> Entry:
    """A goal; choosing it shows it and its tasks."""
    icon, color = theme.goal_icon(goal.icon), theme.tint_of(goal.color).line
    face = Face(f"goal-{goal.uid}", Kind.GOAL, goal.name, icon, goal.category or "", color)
    return Entry(face, _going(session, routes.goal_route(goal.uid)), folded(goal.name))


def filter_entry(session: AppSession, saved: SavedFilter) -> Entry:
    """A saved filter; choosing it shows its list."""
    icon = ft.Icons.FILTER_LIST_ROUNDED
    face = Face(f"filter-{saved.uid}", Kind.FILTER, saved.name, icon, saved.query)
    return Entry(face, _going(session, routes.filter_route(saved.uid)), folded(saved.name))


def recent_entry(text: str, run: Run) -> Entry:
    """A search of before; choosing it searches again."""
    return Entry(Face(f"recent-{text}", Kind.RECENT, text, ft.Icons.HISTORY_ROUNDED), run)


def commands(session: AppSession) -> tuple[Entry, ...]:
    """What can be done from anywhere, and the settings."""
    here = (*_commands(session, session.words), *_settings(session, session.words))
    other = Words("en" if session.words.language == "id" else "id")
    there = (*_commands(session, other), *_settings(session, other))
    # Whoever knows a command by its name in the other language finds it too.
    return tuple(
        replace(one, said=folded(f"{one.face.title} {same.face.title} {one.face.note}"))
        for one, same in zip(here, there, strict=True)
    )


def _going(session: AppSession, route: str) -> Run:
    async def go() -> None:
        await session.go(route)

    return go


def _doing(session: AppSession, do: Run) -> Run:
    """Put the search away, then `do`."""

    async def done() -> None:
        await session.close_search()
        await do()

    return done


def _commands(session: AppSession, words: Words) -> list[Entry]:
    say = words.say

    def entry(name: str, title: str, icon: ft.IconData, run: Run, keys: str = "") -> Entry:
        return Entry(Face(f"command-{name}", Kind.COMMAND, title, icon, keys=keys), run)

    def going(name: str, title: str, icon: ft.IconData, route: str, keys: str = "") -> Entry:
        return entry(name, title, icon, _going(session, route), keys)

    async def add() -> None:
        session.overlay.open(add_here(session))

    async def show_keys() -> None:
        session.overlay.open(KeyList())

    def choosing(**choice: str | None) -> Run:
        async def choose() -> None:
            await session.act(change_settings, **choice)  # type: ignore[arg-type]

        return _doing(session, choose)

    listed = (*CHIP_LISTS, ListName.DONE, ListName.TRASH)
    today = session.dates.today(session.minute.now)
    modes = (
        (TimelineMode.AGENDA, say("Agenda"), routes.agenda_route()),
        (TimelineMode.DAY, say("Day"), routes.TIMELINE),
        (TimelineMode.WEEK, say("Week"), routes.week_route()),
        (TimelineMode.MONTH, say("Month"), routes.month_route(today.year, today.month)),
    )
    looks = (
        ("light", say("Light"), ft.Icons.LIGHT_MODE_OUTLINED),
        ("dark", say("Dark"), ft.Icons.DARK_MODE_OUTLINED),
        ("system", say("System"), ft.Icons.BRIGHTNESS_AUTO_OUTLINED),
    )
    languages = (("id", "Indonesia"), ("en", "English"), (None, say("System")))
    look, language = say("Appearance"), say("Language")
    return [
        entry("add", say("New task"), ft.Icons.ADD_TASK_ROUNDED, _doing(session, add), "N"),
        going("home", say("Go to Home"), ft.Icons.HOME_OUTLINED, routes.HOME, "G H"),
        going(
            "todo",
            say("Go to the to-do lists"),
            ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED,
            routes.todo_route(),
            "G L",
        ),
        going(
            "timeline",
            say("Go to the timeline"),
            ft.Icons.VIEW_DAY_OUTLINED,
            routes.TIMELINE,
            "G T",
        ),
        going("plan", say("Plan the month ahead"), ft.Icons.EVENT_REPEAT_ROUNDED, routes.PLAN),
        going("goals", say("Go to the goals"), ft.Icons.FLAG_OUTLINED, routes.GOALS, "G G"),
        going("people", say("People"), ft.Icons.GROUPS_OUTLINED, routes.PEOPLE),
        going("report", say("Go to the report"), ft.Icons.INSIGHTS_ROUNDED, routes.REPORT, "G R"),
        going(
            "evening",
            say("Review the day"),
            ft.Icons.NIGHTS_STAY_OUTLINED,
            routes.review_route(ReviewPart.EVENING),
        ),
        going(
            "morning",
            say("Look at today"),
            ft.Icons.WB_TWILIGHT_ROUNDED,
            routes.review_route(ReviewPart.MORNING),
        ),
        going("settings", say("Settings"), ft.Icons.SETTINGS_OUTLINED, routes.SETTINGS),
        entry("undo", say("Undo"), ft.Icons.UNDO_ROUNDED, _doing(session, session.undo), "Ctrl-Z"),
        entry("redo", say("Redo"), ft.Icons.REDO_ROUNDED, _doing(session, session.redo), "Ctrl-Y"),
        entry(
            "keys",
            say("Show these keys"),
            ft.Icons.KEYBOARD_OUTLINED,
            _doing(session, show_keys),
            "?",
        ),
        *(
            going(
                f"list-{name}",
                f"{say('To-do')} · {list_label(words, name)}",
                ft.Icons.CHECKLIST_ROUNDED,
                routes.todo_route(name),
            )
            for name in listed
        ),
        *(
            going(
                f"timeline-{mode}",
                f"{say('Timeline')} · {title}",
                ft.Icons.VIEW_DAY_OUTLINED,
                route,
            )
            for mode, title, route in modes
        ),
        *(
            entry(f"look-{name}", f"{look} · {title}", icon, choosing(theme=name))
            for name, title, icon in looks
        ),
        *(
            entry(
                f"language-{code}",
                f"{language} · {title}",
                ft.Icons.TRANSLATE_ROUNDED,
                choosing(language=code),
            )
            for code, title in languages
        ),
    ]


def _settings(session: AppSession, words: Words) -> list[Entry]:
    say = words.say
    names = (
        say("What you are called"),
        say("Time zone"),
        say("The week begins on"),
        say("Ready before it is published"),
        say("Best hours"),
        say("Work that fits in a day"),
        say("Reminders"),
        say("Almost due"),
        say("Quiet hours"),
        say("Back up now"),
        say("Load the example"),
        say("Licences"),
    )
    icon = ft.Icons.SETTINGS_OUTLINED
    return [
        Entry(
            Face(f"setting-{at}", Kind.SETTING, name, icon),
            _going(session, routes.settings_route(name)),
        )
        for at, name in enumerate(names)
    ]
