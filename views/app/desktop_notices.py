"""Notices on a Linux desktop, through the ``notify-send`` that desktops bring along.

It speaks the freedesktop notification protocol for us, so there is no D-Bus library to install.
A press on the notification does nothing of ours; Done and Snooze are in the app's own banner.
Where the program or the desktop's service is not there, that is logged once and the banner stays.
Must know no session.
"""

from __future__ import annotations

import html
import logging
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime

from models.reminding import Notice
from views.text import Dates
from views.text.notices import notice_text, notices_title

log = logging.getLogger(__name__)

PROGRAM = "notify-send"
#: A desktop that takes longer than this, in seconds, is not waited for.
LIMIT_S = 5
#: How many of several notices are named.
NAMED = 4


class DesktopNotifier:
    """A `services.reminders.Notifier` for one window; `reader` gives its dates and the present."""

    def __init__(self, reader: Callable[[], tuple[Dates, datetime]]) -> None:
        self._reader = reader
        self._has_failed = False

    def give(self, notices: tuple[Notice, ...]) -> None:
        """Say them as one notification, in the calling thread, in at most `LIMIT_S`."""
        if (program := shutil.which(PROGRAM)) is None:
            self._say_once(f"there is no {PROGRAM}")
            return
        dates, now = self._reader()
        title = notices_title(dates.words, notices)
        if len(notices) == 1:
            body = notice_text(dates, notices[0], now)
        else:
            body = "\n".join(notice.summary for notice in notices[:NAMED])
        # A body is markup to the desktop, and notify-send reads backslashes in it.
        body = html.escape(body, quote=False).replace("\\", "\\\\")
        command = [program, "--app-name=DoCheck", "--category=reminder", "--", title, body]
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LIMIT_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            self._say_once(str(error))
            return
        if done.returncode != 0:
            self._say_once(done.stderr.decode("utf-8", "replace").strip())

    def _say_once(self, why: str) -> None:
        if not self._has_failed:
            self._has_failed = True
            log.warning("no notices on the desktop, only in the app: %s", why)
