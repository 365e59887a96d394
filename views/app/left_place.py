"""Where the app was left: kept as one goes, and where it opens the next time.

A browser's address says where one is; an app on a phone or a desk has none, so only there. Must
know no screen.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import date

import flet as ft

from models.errors import Refusal
from services.settings import remember_place
from views.app import routes
from views.app.routes import Place, Screen, TimelineMode
from views.app.running import run_db
from views.app.session import AppSession

log = logging.getLogger(__name__)

#: Passed through, or stands over another place: nothing to come back to.
_PASSING = frozenset({Screen.WELCOME, Screen.NOT_FOUND, Screen.SEARCH})
#: Only a place that one stays at is written down: this long, in seconds.
_STAYS_S = 0.5


def has_no_address(page: ft.Page) -> bool:
    """Whether nothing but the app itself can say where it was left."""
    return not page.web or bool(page.pwa)


def route_to_keep(place: Place, today: date) -> str:
    """The route of a place; today's timeline is that of the day on which one comes back."""
    if place.screen is Screen.TIMELINE and place.mode is not TimelineMode.MONTH:
        place = replace(place, day=None) if place.day == today else place
    return routes.route_of(place)


class LeftPlace:
    """Of one session: writes down each place at which one stays."""

    def __init__(self, session: AppSession) -> None:
        self._session = session
        self._writing: asyncio.Task[None] | None = None

    async def return_to_it(self) -> None:
        """Go where the app was left, unless it was opened somewhere itself."""
        session = self._session
        left = session.settings.last_route
        is_known = routes.place_of(left).screen not in _PASSING
        if session.here.place.screen is Screen.HOME and is_known and left != routes.HOME:
            await session.go(left)

    def arrived(self, place: Place) -> None:
        """Have `place` written down, if one is still there in a moment."""
        if self._writing is not None:
            self._writing.cancel()
        self._writing = None
        if place.screen not in _PASSING:
            self._writing = self._session.spawn(self._keep(place))

    async def _keep(self, place: Place) -> None:
        await asyncio.sleep(_STAYS_S)
        desk = self._session.workspace
        route = route_to_keep(place, desk.today())
        try:
            await run_db(lambda: remember_place(desk, route))
        except Refusal as error:
            log.warning("where the app is could not be kept: %s", error)
