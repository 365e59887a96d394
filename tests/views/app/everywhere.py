"""Every screen and every sheet of the app, in-process, one after the other.

Owns the data they stand on and how each is reached. Checks nothing: tests do, with `visit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import flet as ft
import pytest

from models.lists import ListName
from models.task import TaskLine
from services import (
    filters,
    goals,
    lists,
    people,
    slips,
    tags,
    tasks,
    templates,
    time_spent,
)
from services.clock import FixedClock
from services.example import load_example
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession as Driver
from tests.rig.flet_session import run_app
from views.app import app, overlays
from views.app.overlays import Sheet
from views.app.session import AppSession

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta: 47 minutes before something of the example must be ready.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)

Look = Callable[[str, Driver], None]
"""Called with the name of each place and the app that stands there."""


def example(folder: Path, language: str) -> Workspace:
    """The example plan, and one of each thing that it has none of."""
    desk = open_workspace(folder, clock=FixedClock(NOW), zone=ZONE)
    load_example(desk, language)
    change_settings(desk, language=language, is_welcomed=True)
    templates.save_goal_as_template(desk, goals.goals(desk)[0].uid, "Bulan konten")
    filters.save_filter(desk, "Reels", "reels")
    people.add_person(desk, name="Raka", language="id")
    slips.hand_over(desk, lists.every_line(desk, ListName.TOMORROW)[0].uid, "Raka")
    tasks.delete(desk, lists.every_line(desk, ListName.WEEK)[-1].uid)
    return desk


def visit(desk: Workspace, look: Look, *, width: float = 390, text_scale: float = 1) -> None:
    """Go everywhere, with text so much larger than usual; `look` is called at each place."""
    with pytest.MonkeyPatch.context() as patch:
        sessions: list[AppSession] = []

        class Kept(AppSession):
            def start(self) -> None:
                sessions.append(self)
                super().start()

        patch.setattr(app, "AppSession", Kept)

        async def walk() -> None:
            async with Driver(app.app_for(desk), width=width) as driver:
                (session,) = sessions
                await _scale_text(driver, text_scale)
                for name, route in _routes(desk):
                    await driver.navigate(route)
                    look(name, driver)
                await driver.navigate("/todo/week")
                for sheet in _sheets(desk):
                    session.overlay.open(sheet)
                    await driver.settle()
                    (dialog,) = (
                        *driver.find_all(ft.BottomSheet),
                        *driver.find_all(ft.AlertDialog),
                    )
                    look(type(sheet).__name__, driver)
                    await driver.dismiss(dialog)
                    assert session.overlay.sheet is None, sheet
                time_spent.start(desk, _with_steps(desk).uid)
                await driver.settle()
                look("a timer that runs", driver)

        run_app(walk)


async def _scale_text(driver: Driver, scale: float) -> None:
    """What the client tells of the line by which text is measured."""
    (line,) = (each for each in driver.find_all(ft.Text) if each.on_size_change)
    assert line.style is not None
    await driver.fire(line, "size_change", {"w": 0.0, "h": (line.style.size or 0) * scale})
    await driver.settle()


def _with_steps(desk: Workspace) -> TaskLine:
    return next(line for line in lists.every_line(desk, ListName.ALL) if line.steps_total)


def _routes(desk: Workspace) -> Iterator[tuple[str, str]]:
    yield "Home", "/"
    for name in ListName:
        yield f"To-do {name.value}", f"/todo/{name.value}"
    yield "To-do filter", f"/todo/filter/{filters.filters(desk)[0].uid}"
    for mode in ("agenda", "day/2026-11-23", "week", "2026-11"):
        yield f"Timeline {mode}", f"/timeline/{mode}"
    for line in lists.every_line(desk, ListName.WEEK)[:3]:
        yield f"Task {line.summary}", f"/task/{line.uid}"
    yield "Task with steps", f"/task/{_with_steps(desk).uid}"
    yield "Goals", "/goals"
    yield "Goal", f"/goal/{goals.goals(desk)[0].uid}"
    yield "Templates", "/templates"
    yield "People", "/people"
    yield "Report", "/report"
    yield "Plan", "/plan/2026-12"
    yield "Evening", "/review/evening"
    yield "Morning", "/review/morning"
    yield "Tags", "/tags"
    yield "Tag", f"/tags/{tags.tags(desk)[0].name}"
    yield "Search", "/search"
    yield "Search for something", "/search?q=reels"
    yield "Settings", "/settings"
    yield "Welcome", "/welcome"
    yield "Nowhere", "/nowhere"


def _sheets(desk: Workspace) -> Iterator[Sheet]:
    line = _with_steps(desk)
    missed = lists.every_line(desk, ListName.MISSED)[0]
    goal = goals.goals(desk)[0]
    own, *_, made = sorted(templates.templates(desk, "id"), key=lambda each: each.is_built_in)
    tag = tags.tags(desk)[0].name
    yield overlays.AddTask()
    yield overlays.Reschedule((line.uid,))
    yield overlays.Reschedule((missed.uid,))
    yield overlays.Reschedule((line.uid, missed.uid))
    yield overlays.KeyList()
    yield overlays.EmptyTrash()
    yield overlays.DeleteGoal(goal.uid, goal.name)
    yield overlays.StartTemplate(made.uid)
    yield overlays.EditTemplate(own.uid, own.name, own.description)
    yield overlays.OpenSteps((line.uid,), line.steps_total, line.summary)
    yield overlays.MoveUnder(line.uid, line.summary)
    yield overlays.GoalForm()
    yield overlays.GoalForm(goal.uid)
    yield overlays.Assign((line.uid,))
    yield overlays.Tagging((line.uid,))
    yield overlays.Prioritise((line.uid,))
    yield overlays.Slip((missed.uid,))
    yield overlays.AskAgain(missed.uid)
    yield overlays.PlanBackwards(line.uid)
    yield overlays.FillSlot(date(2026, 12, 3), time(16), "reels")
    yield overlays.BalanceMonth(date(2026, 12, 1))
    yield overlays.TasksBehind("Planned", (line.uid, missed.uid))
    yield overlays.PickSpan(date(2026, 11, 1), date(2026, 11, 30))
    yield overlays.PickDay(date(2026, 11, 23))
    yield overlays.BlockSheet(line.uid)
    yield overlays.PersonForm()
    yield overlays.PersonForm("Raka")
    yield overlays.RenameTag(tag)
    yield overlays.MergeTag(tag)
    yield overlays.SaveFilter("reels")
    yield overlays.EditFilter(filters.filters(desk)[0].uid)
