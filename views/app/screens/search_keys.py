"""The keys of a search: those that do not disturb typing, and a list's once one has left the field.

Must know no control.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from views.app.keys import KeyAction
from views.app.screens.list_acting import Act, acting_keys

if TYPE_CHECKING:
    from views.app.screens.search_finding import Finding


def keys_of(finding: Finding) -> dict[str, KeyAction]:
    """What keys do just now: letters are for the field while one is in it."""
    return _in_the_field(finding) if finding.state.is_typing else _on_rows(finding)


def _in_the_field(finding: Finding) -> dict[str, KeyAction]:
    """No key with Shift: the field selects what is typed by it."""
    say = finding.session.words.say

    async def menu() -> None:
        if (line := finding.here()) is not None:
            await finding.menu(line.uid)

    return {
        "Up": KeyAction(say("Previous row"), _stepping(finding, -1)),
        "Down": KeyAction(say("Next row"), _stepping(finding, 1)),
        "Escape": KeyAction(say("Close"), finding.escape),
        "Shift-F10": KeyAction(say("Menu of the row"), menu),
        "Menu": KeyAction(say("Menu of the row"), menu),
    }


def _on_rows(finding: Finding) -> dict[str, KeyAction]:
    session, say = finding.session, finding.session.words.say
    following = KeyAction(say("Next row"), _stepping(finding, 1), walks=True)
    previous = KeyAction(say("Previous row"), _stepping(finding, -1), walks=True)
    further = KeyAction(say("Select further down"), _extending(finding, 1), walks=True)
    back = KeyAction(say("Select further up"), _extending(finding, -1), walks=True)
    opens = KeyAction(say("Open"), finding.enter)
    return (
        _in_the_field(finding)
        | acting_keys(session, finding.memory, finding.gestures, finding.here)
        | {"J": following, "Down": following, "K": previous, "Up": previous}
        | {"Shift-J": further, "Shift-Down": further, "Shift-K": back, "Shift-Up": back}
        | {"Enter": opens, "E": opens}
    )


def _stepping(finding: Finding, by: int) -> Act:
    async def stepped() -> None:
        await finding.step(by)

    return stepped


def _extending(finding: Finding, by: int) -> Act:
    async def extended() -> None:
        await finding.extend(by)

    return extended
