"""One run of the command line, from its arguments to its exit code.

Owns where refusals become a message, and that no fault of ours shows a traceback.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

from models.errors import Refusal
from views.cli.asked import Asked
from views.cli.commands import COMMANDS
from views.cli.parser import Misused, Stop, build, language_asked, place_of, wish_of
from views.cli.start import AppWish, Place

DONE, REFUSED, MISUSED, STOPPED = 0, 1, 2, 130


def run(
    argv: Sequence[str],
    *,
    show: Callable[[AppWish], int],
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    stdin: TextIO | None = None,
    environ: Mapping[str, str] = os.environ,
) -> int:
    """Do what `argv` asks for; `show` shows the app where no command is named.

    Returns:
        0 done, 1 refused with a message on `stderr`, 2 misused, 130 stopped by the user.
    """
    streams = (stdout or sys.stdout, stderr or sys.stderr, stdin or sys.stdin)
    one = _Run(argv, show, *streams, environ)
    try:
        code = one.code()
        one.out.flush()
    except BrokenPipeError:
        # Whoever read has enough. What is still buffered must not fail at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), one.out.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    return code


class _Run:
    def __init__(
        self,
        argv: Sequence[str],
        show: Callable[[AppWish], int],
        out: TextIO,
        err: TextIO,
        stdin: TextIO,
        environ: Mapping[str, str],
    ) -> None:
        self.argv = argv
        self.show = show
        self.out, self.err, self.stdin = out, err, stdin
        self.environ = environ
        self.place = Place(environ, language=language_asked(argv))
        self.words = self.place.words()
        for stream in (out, err):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if isinstance(stdin, TextIOWrapper):
            stdin.reconfigure(encoding="utf-8", errors="replace")

    def code(self) -> int:
        try:
            return self._done()
        except Stop as stop:
            return stop.code
        except Misused as misused:
            self.err.write(f"{misused.usage}\n")
            return self._told("Usage", misused.message, MISUSED)
        except Refusal as refusal:
            return self._told(type(refusal).__name__, self._said(refusal), REFUSED)
        except BrokenPipeError:
            raise
        except Exception as fault:
            self._keep(fault)
            return self._told("Fault", self._said(fault), REFUSED)

    def _done(self) -> int:
        options = build(self.argv, self.out, COMMANDS, self.words).parse_args(self.argv)
        self.place = place_of(options, self.environ)
        if options.command is None:
            return self.show(wish_of(options, self.place))
        asked = Asked(options, self.place, self.out, self.stdin)
        try:
            return COMMANDS[options.command].load().do(asked)
        finally:
            self.words = asked.words

    def _said(self, refusal: Exception) -> str:
        # Most runs are not refused, and the sentences need half of the words of the program.
        from views.text.refusals import refusal_text

        return refusal_text(self.words, refusal)

    def _told(self, kind: str, message: str, code: int) -> int:
        """Say why not: always on stderr, and to a program that reads JSON on stdout too."""
        self.err.write(f"{message}\n")
        if "--json" in self.argv:
            self.out.write(json.dumps({"error": kind, "message": message}, ensure_ascii=False))
            self.out.write("\n")
        return code

    def _keep(self, fault: Exception) -> None:
        """Write the fault down beside the data, where there is such a place."""
        text = "".join(traceback.format_exception(fault))
        anything = contextlib.suppress(OSError, ValueError, RuntimeError)
        with anything, self.place.paths.log.open("a", encoding="utf-8") as log:
            log.write(text)
