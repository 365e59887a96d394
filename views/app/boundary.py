"""The error boundary: a component that raises shows that it is broken, and the app lives on.

Flet's update loop ends for good when a component's body raises. So every component of the app
is made with `component` from here, never with `ft.component`. Must know no screen.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any, ParamSpec, cast

import flet as ft

from views import theme
from views.app.session import AppSession

log = logging.getLogger(__name__)

P = ParamSpec("P")


def component(body: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A Flet component whose body may fail: then it is logged, and said in its place."""

    @functools.wraps(body)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.Control:
        try:
            return body(*args, **kwargs)
        except Exception:
            log.exception("%s could not be drawn", getattr(body, "__qualname__", body))
            return _broken(args[0] if args and isinstance(args[0], AppSession) else None)

    return ft.component(guarded)


def memoised(made: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A component that is drawn again only when an argument is another one.

    Arguments are compared with ``==``: pass frozen values, and callbacks that stay the same
    (bound methods of the session, or `ft.use_callback`), never fresh lambdas.
    """
    return ft.memo(made)


def keyed(key: str, made: Callable[P, ft.Control], *args: P.args, **kwargs: P.kwargs) -> ft.Control:
    """The component `made(*args, **kwargs)` under a key: rows of a list keep who they are."""
    return cast(Any, made)(*args, key=key, **kwargs)


def _broken(session: AppSession | None) -> ft.Control:
    parts: list[ft.Control] = [ft.Icon(ft.Icons.ERROR_OUTLINE_ROUNDED, color=ft.Colors.ERROR)]
    if session is not None:
        say = session.words.say
        parts.append(
            ft.Text(
                say("This part could not be shown. Your data is safe."),
                style=theme.BODY,
                expand=True,
            )
        )
        parts.append(ft.TextButton(say("Try again"), on_click=_draw_again(session)))
    return ft.Container(padding=theme.CARD_PADDING, content=ft.Row(parts))


def _draw_again(session: AppSession) -> Callable[[ft.Event[ft.TextButton]], None]:
    def draw(_: ft.Event[ft.TextButton]) -> None:
        session.revision.beat()

    return draw
