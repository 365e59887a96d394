"""How long things move on a page; not at all where its user's system asks for little motion.

Owns which pages keep still. Flutter shortens its own transitions where the system says so; what
DoCheck moves by itself asks here. Must know no session and no screen.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from weakref import WeakSet

import flet as ft

log = logging.getLogger(__name__)

_still: WeakSet[ft.Page] = WeakSet()


async def heed(page: ft.Page, service: ft.SemanticsService) -> bool:
    """Ask the page's system whether it wants little motion; whether that is news.

    What is drawn from now on keeps to it.
    """
    try:
        features = await service.get_accessibility_features()
    except (RuntimeError, TimeoutError) as error:
        log.warning("could not ask how much may move: %s", error)
        return False
    is_still = features.disable_animations or features.reduce_motion
    if is_still == (page in _still):
        return False
    (_still.add if is_still else _still.discard)(page)
    for name in ("theme", "dark_theme"):
        dressed = getattr(page, name)
        if dressed is not None:
            moving = None if is_still else dressed.page_transitions
            setattr(page, name, replace(dressed, page_transitions=moving or _NONE))
    page.schedule_update()
    return True


_NONE = ft.PageTransitionsTheme(
    **dict.fromkeys(("android", "ios", "macos", "linux", "windows"), ft.PageTransitionTheme.NONE)
)


def lasting(milliseconds: int) -> int:
    """How long a movement of that length lasts on the page that is drawn now."""
    return 0 if is_still() else milliseconds


def eased(milliseconds: int) -> ft.Animation | None:
    """The animation of that length; None on a page that keeps still."""
    return None if is_still() else ft.Animation(milliseconds, ft.AnimationCurve.EASE_OUT)


def is_still() -> bool:
    """Whether the page that is drawn now, or whose event is heard, keeps still."""
    return ft.context.page in _still
