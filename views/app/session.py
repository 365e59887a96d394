"""One page's session: what it shows things with, where it is, and when it reads again.

Owns the words, dates and settings in force, the observables that components watch, the page's
events, and telling queries to read again; `views.app.acting` owns what it does. Knows the page
it serves and no other; must know no screen.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar, cast

import flet as ft

from models.errors import Refusal
from services import trash
from services.changes import Changed
from services.settings import Settings
from services.workspace import Workspace
from views.app import look, motion, routes
from views.app.acting import Acting
from views.app.address import Address
from views.app.flet_mends import refuse_presses
from views.app.haptics import Haptics
from views.app.keys import KeyRegistry, Pressed
from views.app.observed import Frame, Minute, PlaceNow, Pulse, Reminded
from views.app.overlays import Overlay
from views.app.routes import Screen
from views.app.running import run_db
from views.app.sharing import add_shared
from views.app.struck import Struck
from views.text import Dates, Language, Words, chosen_language

if TYPE_CHECKING:
    from views.app.alarming import Alarming
    from views.app.left_place import LeftPlace

log = logging.getLogger(__name__)

T = TypeVar("T")
#: What a change says of itself is painted before the screens read again, this many seconds later.
PAINT_FIRST_S = 0.02
#: How often other processes' changes are looked for, in seconds.
WATCH_S = 2.0


class AppSession(Acting):
    """Everything that one browser tab, phone or window has for itself.

    Attributes:
        settings, words, dates: in force now; they change together.
        here, minute, frame, notices, reminded, overlay, look: what components watch.
        revision: beats when all is to be drawn afresh, state and all.
        absences: beats when the client has gone, and may come back.
        struck: what was completed a moment ago, and the rows that show it.
        phone: the alarm clock of the phone it runs on, if it does.
        left: keeps where the app is left, where nothing else does.
        kept: what a screen wants to find again when one comes back to it, by the screen's name.
    """

    settings: Settings

    def __init__(self, page: ft.Page, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.page = page
        self._haptics = Haptics(page)
        self._accessibility = ft.SemanticsService()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._readers: dict[object, Callable[[], None]] = {}
        self.kept: dict[str, Any] = {}
        self.phone: Alarming | None = None
        self.left: LeftPlace | None = None
        self._wish: str | None = None
        self._shared = ""
        self._is_away = False
        self._is_closed = False
        self.here = PlaceNow(page.route or routes.HOME)
        self._address = Address(page, self.spawn)
        self.minute = Minute(workspace.now())
        self.frame = Frame(page.width, page.height)
        self.reminded = Reminded()
        self.look = Pulse()
        self.revision = Pulse()
        self.absences = Pulse()
        self.struck = Struck(self._loop.time)
        self._soon: asyncio.TimerHandle | None = None
        self.overlay = Overlay()
        self.keys = KeyRegistry(self._loop.time)
        self._take_settings()
        self._unsubscribe = workspace.changes.subscribe(self._announced)

    # --- life ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Listen to the page and let the clock run."""
        page = self.page
        page.on_route_change = self._on_route
        page.on_resize = self._on_resize
        page.on_keyboard_event = self._on_key
        page.on_locale_change = self._on_locale
        page.on_connect = self._on_connect
        page.on_disconnect = self._on_disconnect
        page.on_close = self._on_close
        refuse_presses(page, self.keys.is_stray)
        self.spawn(self._tick())
        self.spawn(self._watch())
        self.spawn(self._heed_motion())

    @property
    def is_away(self) -> bool:
        """Whether the client has gone, and may come back: nobody sees what is shown."""
        return self._is_away

    def close(self) -> None:
        """Let go of the workspace and stop the clock; the page is gone."""
        self._is_closed = True
        self._unsubscribe()
        self._readers.clear()
        if self._soon is not None:
            self._soon.cancel()
        for task in list(self._tasks):
            task.cancel()

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run `work` on the loop for as long as the session lives; what it raises is logged."""
        task = self._loop.create_task(work, context=self._context.copy())
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background work failed", exc_info=error)

    async def _tick(self) -> None:
        day = self.workspace.today()
        while True:
            now = self.workspace.now()
            await asyncio.sleep(60.05 - now.second - now.microsecond / 1e6)
            if (today := self.workspace.today()) != day:
                day = today
                await self.let_trash_go()
            if not self._is_away:
                self.minute.now = self.workspace.now()
                self.read_again()

    async def let_trash_go(self) -> None:
        """Have the trash let go of what has expired: done on each new day, as at the start."""
        try:
            await run_db(lambda: trash.expire(self.workspace))
        except Refusal as error:
            log.warning("the trash could not let go of what has expired: %s", error)

    async def _watch(self) -> None:
        """Notice what other processes write (a command, another window), and have it told."""
        while True:
            await asyncio.sleep(WATCH_S)
            if not self._is_away:
                try:
                    await run_db(self.workspace.poll)
                except Refusal as error:
                    log.warning("could not look for changes: %s", error)

    async def _heed_motion(self) -> None:
        if await motion.heed(self.page, self._accessibility):
            self.revision.beat()

    # --- settings ------------------------------------------------------------------------------

    def _take_settings(self) -> None:
        settings = self.settings = self.workspace.settings
        self.words = Words(chosen_language(cast(Language | None, settings.language), self._wish))
        self.dates = Dates(self.words.language, self.workspace.zone, settings.first_weekday)
        self.frame.pane_chosen = settings.pane_width
        self.page.theme_mode = look.theme_mode_of(settings.theme)
        self.page.locale_configuration = look.locale_of(self.words.language, settings.first_weekday)

    def _settings_changed(self) -> None:
        before = (self.words, self.dates, self.settings)
        self._take_settings()
        if before != (self.words, self.dates, self.settings):
            self.page.schedule_update()
            self.look.beat()

    # --- going places --------------------------------------------------------------------------

    async def go(self, route: str) -> None:
        """Go to a route of `views.app.routes`."""
        self._arrive(route)
        self._address.follow(route)

    async def open_task(self, uid: str) -> None:
        """Show a task: beside the list where there is room, else as a page of its own."""
        await self.go(routes.task_route(uid))

    async def close_task(self) -> None:
        """Go back to where the task was opened."""
        await self.go(routes.route_of(self.here.found_in or self.here.behind))

    async def close_search(self) -> None:
        """Go back to what the search stands over."""
        self.here.search = None
        await self.go(routes.route_of(self.here.place))

    async def take_shared(self, route: str) -> None:
        """Open quick add where `route` asks for it, once, and have the address say where one is.

        Back from there the route comes by again; what it shared has been seen by then.
        """
        place = routes.place_of(route)
        if place.screen is Screen.ADD:
            if route != self._shared:
                self._shared = route
                self.overlay.open(add_shared(place.shared))
            await self.go(routes.route_of(self.here.place))

    def _arrive(self, route: str) -> None:
        self.here.arrive(routes.place_of(route), is_covering=not self.frame.is_roomy)
        if self.left is not None and self.here.search is None:
            self.left.arrived(self.here.place)

    def felt(self, _: object = None) -> None:
        """A phone's light tap: something was done, held or lifted."""
        self.spawn(self._haptics.tap())

    # --- reading -------------------------------------------------------------------------------

    def on_reading(self, reader: object, read: Callable[[], None]) -> None:
        """Have `read` called on the loop whenever data may have changed, until `no_reading`."""
        self._readers[reader] = read

    def no_reading(self, reader: object) -> None:
        """Undo `on_reading`."""
        self._readers.pop(reader, None)

    def read_again(self) -> None:
        """Have every query on the screen read again."""
        for read in list(self._readers.values()):
            read()

    async def read(self, query: Callable[[Workspace], T]) -> T:
        """`query(workspace)` off the loop."""
        return await run_db(lambda: query(self.workspace))

    async def sent(self) -> None:
        """Let what was just told the screen leave for the client, before any other work."""
        # One turn of the loop draws it, the next one sends it.
        for _ in range(2):
            await asyncio.sleep(0)

    # --- events --------------------------------------------------------------------------------

    def soon(self, call: Callable[[T], None], value: T) -> None:
        """Have `call(value)` run on this session's loop; from any thread."""
        try:
            self._loop.call_soon_threadsafe(call, value, context=self._context)
        except RuntimeError:
            log.debug("something was told after the session's loop had ended")

    def _announced(self, changed: Changed) -> None:
        """Called by whoever committed, in their thread: go over to this session's loop."""
        self.soon(self._changed, changed)

    def _changed(self, changed: Changed) -> None:
        if self._is_closed or self._is_away:
            return
        if changed.has_settings or changed.is_everything:
            self._settings_changed()
        self.struck.take(changed)
        if self._soon is None:
            self._soon = self._loop.call_later(
                PAINT_FIRST_S, self._read_after_change, context=self._context
            )

    def _read_after_change(self) -> None:
        """Read again once for all that changed meanwhile."""
        self._soon = None
        if self._is_closed or self._is_away:
            return
        # Within the minute it stays: every list would be drawn for it once more.
        now = self.workspace.now()
        if now.replace(second=0, microsecond=0) != self.minute.now.replace(second=0, microsecond=0):
            self.minute.now = now
        self.read_again()

    async def _on_route(self, event: ft.RouteChangeEvent) -> None:
        if self._address.is_news(event.route):
            self._arrive(event.route)
            await self.take_shared(event.route)

    async def _on_resize(self, _: ft.PageResizeEvent) -> None:
        self.frame.resize(self.page.width, self.page.height)

    async def _on_key(self, event: ft.KeyboardEvent) -> None:
        if self.overlay.sheet is not None:
            # Also while it is still on its way to the screen: what one types is meant for it.
            return
        pressed = Pressed(event.key, event.ctrl or event.meta, event.alt, event.shift)
        action = self.keys.find(pressed)
        if action is not None:
            await action.run()

    async def _on_locale(self, event: ft.LocaleChangeEvent) -> None:
        self._wish = ",".join(
            "-".join(filter(None, (each.language_code, each.country_code)))
            for each in event.locales
        )
        self._settings_changed()

    async def _on_connect(self, _: ft.Event[ft.Page]) -> None:
        self._is_away = False
        self.spawn(self._heed_motion())
        self.frame.resize(self.page.width, self.page.height)
        if not self._address.resume():
            self._arrive(self.page.route)
        self._settings_changed()
        self.minute.now = self.workspace.now()
        self.look.beat()
        self.read_again()

    async def _on_disconnect(self, _: ft.Event[ft.Page]) -> None:
        # The client may be back before this is heard.
        self._is_away = self.page.session.connection is None
        self.absences.beat()

    async def _on_close(self, _: ft.Event[ft.Page]) -> None:
        self.close()
