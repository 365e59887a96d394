"""Every screen says what happened when it cannot be read, and what to do where there is nothing."""

from pathlib import Path

import flet as ft
import pytest

from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, rows, template
from tests.rig.flet_session import AppSession
from tests.screenshots.data_folders import make_unreadable
from tests.views.app.screens.opened import run_on
from views.app import routes

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

READ = (
    routes.HOME,
    routes.todo_route(),
    routes.agenda_route(),
    routes.day_route(TODAY),
    routes.week_route(),
    routes.month_route(2026, 11),
    routes.GOALS,
    routes.goal_route("a"),
    routes.task_route("a"),
    routes.TAGS,
    routes.tag_route("reels"),
    routes.search_route("reels"),
)
#: What stands elsewhere in a wide window.
BESIDE = (
    (routes.day_route(TODAY), 1440),
    (routes.task_route("a"), 1440),
    (routes.search_route("reels"), 1440),
)
#: What teaches the next step, and the button that takes it.
EMPTY = (
    (routes.HOME, "A clear start", "Add a task"),
    (routes.todo_route(), "Nothing left for today", "Add a task"),
    ("/todo/missed", "Nothing missed", "See today"),
    ("/todo/done", "Nothing done yet", "See today"),
    ("/todo/trash", "The trash is empty", "See today"),
    (routes.agenda_route(), "These weeks are free", "Plan"),
    (routes.GOALS, "No goals yet", "Make a goal"),
    (routes.goal_route("a"), "This goal is not here any more", "All goals"),
    (routes.task_route("a"), "This task is not here", "Back to the list"),
    (routes.TAGS, "No tag yet", "To the to-do list"),
    ("/nowhere", "This page does not exist", "Go to Home"),
)


@pytest.mark.parametrize(("route", "width"), [*((each, 390) for each in READ), *BESIDE])
def test_what_cannot_be_read_says_so_and_is_tried_again(
    desk: Workspace, folder: Path, route: str, width: int
) -> None:
    add(desk, "Balas komentar", due=at(TODAY), categories=("reels",))

    async def check(app: AppSession) -> None:
        with app.expecting_errors():
            make_unreadable(folder)
            await app.navigate(route)
            assert app.shows("This could not be read")
            rows(folder, "ALTER TABLE tasks_taken_away RENAME TO tasks")
            # Beside a day stand those that follow, read by themselves.
            for _ in range(3):
                for again in app.named_all("Try again", ft.FilledButton)[:1]:
                    await app.click(again)
        assert not app.shows("This could not be read")

    run_on(desk, check, route=routes.SETTINGS, language="en", width=width)


@pytest.mark.parametrize(("route", "title", "button"), EMPTY)
def test_an_empty_screen_teaches_one_step_with_one_button(
    desk: Workspace, route: str, title: str, button: str
) -> None:
    async def check(app: AppSession) -> None:
        assert app.shows(title)
        assert len(app.named_all(button, ft.FilledButton)) == 1

    run_on(desk, check, route=route, language="en")


@pytest.mark.parametrize("route", [routes.goal_route("a"), routes.task_route("a")])
def test_a_page_that_cannot_be_read_has_a_way_back(
    desk: Workspace, folder: Path, route: str
) -> None:
    async def check(app: AppSession) -> None:
        with app.expecting_errors():
            make_unreadable(folder)
            await app.navigate(route)
            await app.click("All goals" if route.startswith("/goal") else "Back")
        assert app.page.route in (routes.GOALS, routes.SETTINGS)

    run_on(desk, check, route=routes.SETTINGS, language="en")
