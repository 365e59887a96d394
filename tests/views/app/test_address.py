"""What is shown comes first; the client's address follows it, and never leads back."""

import asyncio
from typing import Any

import flet as ft
import pytest

from services.workspace import Workspace
from tests.rig.client_double import UNANSWERED
from tests.rig.desk import clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import run_on
from views.app import routes
from views.app.address import Address

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


def _pushed(app: AppSession) -> list[str]:
    return [call.arguments["route"] for call in app.client.calls if call.name == "push_route"]


async def _tab(app: AppSession, at: int) -> None:
    """Tap a destination, and look before the address has followed."""
    bar = app.find(ft.NavigationBar)
    app.session.apply_patch(bar._i, {"selected_index": at})
    await app.client.event(bar, "change", at)
    await app.settle(soon=0.1)


def test_a_place_is_shown_before_the_client_is_told(desk: Workspace) -> None:
    async def check(app: AppSession) -> None:
        await _tab(app, 1)
        assert app.shows("Hari ini")
        assert _pushed(app) == []
        assert app.page.route == routes.HOME
        await app.settle()
        assert _pushed(app) == [app.page.route] == [routes.todo_route()]

    run_on(desk, check, route=routes.HOME)


def test_places_passed_in_haste_are_steps_of_the_history_and_the_last_stays(
    desk: Workspace,
) -> None:
    async def check(app: AppSession) -> None:
        await _tab(app, 1)
        await _tab(app, 2)
        await app.settle()
        assert _pushed(app) == [routes.todo_route(), routes.TIMELINE]
        assert app.page.route == routes.TIMELINE
        assert app.shows("Agenda")

    run_on(desk, check, route=routes.HOME)


def test_where_the_client_goes_by_itself_is_gone_to_and_nothing_leads_away(
    desk: Workspace,
) -> None:
    async def check(app: AppSession) -> None:
        await _tab(app, 1)
        await app.navigate(routes.GOALS)
        await app.settle()
        assert _pushed(app) == []
        assert app.page.route == routes.GOALS

    run_on(desk, check, route=routes.HOME)


@pytest.mark.parametrize("is_told", [False, True], ids=["before", "while"])
def test_a_connection_that_breaks_before_the_client_knows_leads_nowhere_else(
    desk: Workspace, is_told: bool
) -> None:
    async def check(app: AppSession) -> None:
        app.client.replies["push_route"] = UNANSWERED
        await _tab(app, 1)
        if is_told:
            await app.settle()
        await app.leave()
        del app.client.replies["push_route"]
        await app.come_back()
        assert app.shows("Hari ini")
        assert app.page.route == routes.todo_route()

    run_on(desk, check, route=routes.HOME)


def test_whoever_goes_elsewhere_while_the_client_is_told_is_led_back_there() -> None:
    told: list[str] = []

    class Client:
        """A page whose client takes its time over where it is sent."""

        route = "/"

        async def push_route(self, route: str) -> None:
            told.append(route)
            await asyncio.sleep(0.01)
            if len(told) == 1:
                # Browser's Back, pressed before the client heard: then it is led on all the same.
                assert address.is_news("/goals")
                assert not address.is_news("/todo/today")

    async def check() -> None:
        address.follow("/todo/today")
        await asyncio.sleep(0.5)

    page: Any = Client()
    address = Address(page, lambda work: asyncio.get_running_loop().create_task(work))
    run_app(check)
    assert told == ["/todo/today", "/goals"]
    assert not address.is_news("/goals")
