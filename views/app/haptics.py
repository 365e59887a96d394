"""What a hand feels of a gesture, on a phone.

Owns that nothing but a phone is asked. Must know no session and no screen.
"""

from __future__ import annotations

import logging

import flet as ft

log = logging.getLogger(__name__)


class Haptics:
    """A phone's motor; everywhere else nothing. Made once for a page."""

    def __init__(self, page: ft.Page) -> None:
        is_phone = page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
        self._motor = ft.HapticFeedback() if is_phone and not page.web else None

    async def tap(self) -> None:
        """A light tap: something is done, held or lifted. A phone that cannot is none the worse."""
        if self._motor is None:
            return
        try:
            await self._motor.light_impact()
        except (RuntimeError, TimeoutError) as error:
            log.warning("nothing could be felt: %s", error)
