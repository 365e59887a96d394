"""What a session's components watch: small values that re-render whoever holds them.

One set per session, never shared. A component watches by `ft.use_state(…)` of one of these.
Must know no page and no service.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import flet as ft

from models import reminding
from views import theme
from views.app.routes import Place, Screen, place_of

#: The tabs, and the one that the board of a month is always a part of.
_TAB_OF = {
    Screen.HOME: Screen.HOME,
    Screen.TODO: Screen.TODO,
    Screen.TIMELINE: Screen.TIMELINE,
    Screen.PLAN: Screen.TIMELINE,
}
_LARGE = 1.3


class PlaceNow(ft.Observable):
    """Where the user is, and where they were before a task was opened.

    Attributes:
        place: of the current route.
        behind: the last place that was not a task's: a task stands on or beside it.
        search: the search that stands over the place, if one does; it is no place of its own.
        found_in: the search from which a task was opened that covers the whole screen.
        tab: the destination of the bottom bar that one came through: what has none of its own
            stands under that one.
    """

    def __init__(self, route: str) -> None:
        self.tab = Screen.HOME
        self.place = self.behind = Place(Screen.HOME)
        self.search: Place | None = None
        self.found_in: Place | None = None
        place = place_of(route)
        if place.screen is Screen.TASK:
            self.behind = Place(Screen.TODO)
        if place.screen in (Screen.TASK, Screen.TAGS, Screen.TAG):
            self.tab = Screen.TODO
        self.arrive(place)

    def arrive(self, place: Place, *, is_covering: bool = False) -> None:
        """Take over the place that one has come to.

        Args:
            is_covering: whether a task covers what is behind it.
        """
        if place.screen is Screen.ADD:
            # Quick add is no place: one stays where one is.
            return
        if place.screen is Screen.SEARCH:
            if self.found_in is not None:
                # Back from what was found: the search does not stand over that.
                self.place, self.found_in = self.behind, None
            self.search = place
            return
        if place.screen is Screen.TASK:
            self.found_in = (self.search or self.found_in) if is_covering else None
            if self.behind.screen is Screen.NOT_FOUND:
                # What is not there is nothing to stand beside, or to go back to.
                self.behind = Place(Screen.TODO)
        else:
            self.behind, self.found_in = place, None
            self.tab = _TAB_OF.get(place.screen, self.tab)
        self.place, self.search = place, None


class Minute(ft.Observable):
    """The time as screens tell it.

    Attributes:
        now: aware UTC; moves on each minute.
    """

    def __init__(self, now: datetime) -> None:
        self.now = now


class Frame(ft.Observable):
    """How much room there is, in the steps that matter to a layout.

    Attributes:
        is_wide: a rail instead of a bottom bar.
        is_roomy: detail stands beside the list.
        width, height: logical pixels, rounded to `STEP`.
        pane_chosen: how wide the pane beside a list was pulled.
        text_scale: how much larger than usual the system has text drawn; 1 until it is measured.
    """

    STEP = 20

    def __init__(self, width: float | None, height: float | None) -> None:
        self.is_wide = False
        self.is_roomy = False
        self.width = 0
        self.height = 0
        self.pane_chosen = theme.PANE_WIDTH
        self.text_scale = 1.0
        self.resize(width, height)

    def resize(self, width: float | None, height: float | None) -> None:
        """Take over the window's size."""
        wide = width or 390
        self.width = round(wide / self.STEP) * self.STEP
        self.height = round((height or 844) / self.STEP) * self.STEP
        self.is_wide = wide >= theme.RAIL_FROM
        self.is_roomy = wide >= theme.PANE_FROM

    @property
    def has_large_text(self) -> bool:
        """Whether words need more room than the layout gives them side by side."""
        return self.text_scale >= _LARGE

    @property
    def pane_width(self) -> int:
        """How wide the pane beside a list is: as was chosen, where there is room for that."""
        return self.pane_within(self.pane_chosen)

    def pane_within(self, wanted: float) -> int:
        """`wanted`, in the bounds of what pane and list need in this window."""
        most = self.width - theme.RAIL_WIDTH - theme.LIST_LEAST
        return round(max(theme.PANE_LEAST, min(wanted, most)))


def room_of(frame: Frame, here: PlaceNow) -> int:
    """How wide a screen may be: what the rail and an open task's pane leave of the window."""
    room = frame.width
    if frame.is_wide and here.behind.screen is not Screen.WELCOME:
        room -= theme.RAIL_WIDTH
    if frame.is_roomy and here.place.screen is Screen.TASK:
        room -= frame.pane_width
    return room


def left_of(frame: Frame) -> int:
    """Where the screen begins: right of the rail, where there is one."""
    return theme.RAIL_WIDTH if frame.is_wide else 0


class Offer(StrEnum):
    """What a notice offers to do with its gesture."""

    NONE = ""
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Further:
    """What suggests itself after a gesture: a few words, and the async handler."""

    label: str
    run: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence at the foot of the screen; `serial` tells two alike apart.

    It may offer to take `gesture` back, or to do it again, and to go on with `further`.
    """

    text: str
    serial: int
    is_error: bool = False
    offer: Offer = Offer.NONE
    gesture: str = ""
    further: Further | None = None

    @property
    def has_undo(self) -> bool:
        """Whether it offers to take its gesture back."""
        return self.offer is Offer.UNDO


class Notices(ft.Observable):
    """The one notice that is shown, if any."""

    def __init__(self) -> None:
        self.current: Notice | None = None


class Reminded(ft.Observable):
    """The notices that this session was given and that nobody has answered yet.

    Attributes:
        notices: of each task the latest, the earliest first.
    """

    def __init__(self) -> None:
        self.notices: tuple[reminding.Notice, ...] = ()

    def take(self, notices: tuple[reminding.Notice, ...]) -> None:
        """Show these too."""
        self.notices = reminding.latest_of_each((*self.notices, *notices))

    def let_go(self, gone: Container[reminding.Notice]) -> None:
        """Show these no longer."""
        if any(one in gone for one in self.notices):
            self.notices = tuple(one for one in self.notices if one not in gone)

    def clear(self) -> None:
        """Show none."""
        self.notices = ()


class Pulse(ft.Observable):
    """A number that only ever grows: whoever watches renders again."""

    def __init__(self) -> None:
        self.count = 0

    def beat(self) -> None:
        """Render the watchers again."""
        self.count += 1
