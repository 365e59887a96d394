"""Notices on a Linux desktop, through the ``notify-send`` that desktops bring along.

It speaks the freedesktop notification protocol for us, so there is no D-Bus library to install.
Since libnotify 0.8 it also offers answers: it waits until the notification is closed and prints
the one that was pressed. An older one is asked without. Where the program or the desktop's service
is not there, that is logged once and the app's own banner stays. Must know no session.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from models.reminding import Notice, Snooze, snooze_until
from views.text import Dates
from views.text.notices import notice_text, notices_lines, notices_title

log = logging.getLogger(__name__)

PROGRAM = "notify-send"
#: A desktop that takes longer than this, in seconds, to show what waits for no answer is given up.
LIMIT_S = 5
#: How many of several notices are named.
NAMED = 4
#: How long the desktop snoozes.
SNOOZE = Snooze.TEN_MINUTES


class Answer(StrEnum):
    """What somebody pressed, as the protocol names it: the notification itself is its default."""

    OPEN = "default"
    DONE = "done"
    SNOOZE = "snooze"


class DesktopNotifier:
    """Says notices on the desktop of one window; `reader` gives its dates and the present."""

    def __init__(self, reader: Callable[[], tuple[Dates, datetime]]) -> None:
        self._reader = reader
        self._has_failed = False
        self._has_answers = True

    async def ask(self, notices: tuple[Notice, ...]) -> Answer | None:
        """Say them as one notification, and wait for what is pressed; None: it was closed.

        One task is opened, done or snoozed for `SNOOZE`, several are opened. Cancelled, it waits
        no more, and the notification has no answers left.
        """
        if (program := shutil.which(PROGRAM)) is None:
            self._say_once(f"there is no {PROGRAM}")
            return None
        dates, now = self._reader()
        said = ["--app-name=DoCheck", "--category=reminder", "--", *_said(dates, notices, now)]
        if self._has_answers:
            code, pressed, _ = await _run([program, *_answers(dates, notices, now), *said], None)
            if code == 0:
                return Answer(pressed) if pressed in list(Answer) else None
        code, _, why = await _run([program, *said], LIMIT_S)
        if code == 0:
            self._has_answers = False
        else:
            self._say_once(why)
        return None

    def _say_once(self, why: str) -> None:
        if not self._has_failed:
            self._has_failed = True
            log.warning("no notices on the desktop, only in the app: %s", why)


def _said(dates: Dates, notices: tuple[Notice, ...], now: datetime) -> tuple[str, str]:
    """The title and the body."""
    if len(notices) == 1:
        body = notice_text(dates, notices[0], now)
    else:
        body = "\n".join(notices_lines(dates.words, notices, NAMED))
    # A body is markup to the desktop, and notify-send reads backslashes in it.
    body = html.escape(body, quote=False).replace("\\", "\\\\")
    return notices_title(dates.words, notices), body


def _answers(dates: Dates, notices: tuple[Notice, ...], now: datetime) -> list[str]:
    say = dates.words.say
    if len(notices) > 1:
        offered = {Answer.OPEN: say("Show them")}
    else:
        span = dates.duration(snooze_until(SNOOZE, now, dates.zone) - now)
        offered = {
            Answer.OPEN: say("Open"),
            Answer.DONE: say("Done"),
            Answer.SNOOZE: say("Snooze {span}", span=span),
        }
    return [f"--action={answer}={text}" for answer, text in offered.items()]


async def _run(command: Sequence[str], limit: float | None) -> tuple[int, str, str]:
    """The exit code, what it printed, and why it failed; it does not outlive the call."""
    pipe = asyncio.subprocess.PIPE
    try:
        running = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )
    except OSError as error:
        return 1, "", str(error)
    try:
        async with asyncio.timeout(limit):
            printed, why = await running.communicate()
    except TimeoutError:
        return 1, "", f"no answer within {limit:g} s"
    finally:
        if running.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                running.kill()
            await running.wait()
    return running.returncode or 0, _text(printed), _text(why)


def _text(printed: bytes) -> str:
    return printed.decode("utf-8", "replace").strip()
