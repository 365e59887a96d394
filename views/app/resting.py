"""Where the focus rests while the keyboard goes from row to row: on nothing that can be pressed.

The client has a focus of its own, which Tab moves and which Enter and Space press. Rows are
walked by other keys; what Tab had come to would be pressed along with them.
"""

from __future__ import annotations

import flet as ft

from views.app.boundary import component, keyed
from views.app.session import AppSession


@component
def Resting(session: AppSession) -> ft.Control:
    """Takes the focus from what Tab came to when one walks on by rows; else nothing at all."""
    tabbing, _ = ft.use_state(session.keys.tabbing)
    was_tabbing = ft.use_ref(False)
    was_tabbing.current = was_tabbing.current or tabbing.is_on
    if tabbing.is_on or not was_tabbing.current:
        return ft.Container(width=0, height=0)
    return keyed("rest", _Rest, session)


@component
def _Rest(session: AppSession) -> ft.Control:
    rest = ft.use_ref(lambda: ft.Ref[ft.KeyboardListener]()).current
    assert rest is not None

    async def take() -> None:
        if rest.current is not None:
            await rest.current.focus()
        session.keys.rested()

    def came() -> None:
        session.spawn(take())

    ft.use_effect(came, [])
    # It stands there only while it has the focus: Tab never comes to it.
    return ft.KeyboardListener(ft.Container(width=0, height=0), ref=rest, include_semantics=False)
