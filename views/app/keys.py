"""Keyboard: which keys do what just now, and whether a key is a shortcut or typing.

Owns the registry of one session and the hook by which screens take part. Must know no task.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass

import flet as ft

#: How long the second key of a pair such as G H may take, in seconds: on its way it may have to
#: wait until a busy server has drawn where the first pair led.
PAIR_S = 2.5
#: A press that the client makes of a key arrives right after the key; so long it may take, in
#: seconds, where the server was busy between the two.
STRAY_S = 0.5

_SHIFT = "Shift-"
#: Keys that go to the next control or the one before, and those that press it.
_TABS = ("Tab", "Shift-Tab")
_PRESSES = ("Enter", "Space")
#: Flutter's names of keys, and ours.
_NAMES = {
    " ": "Space",
    "Arrow Up": "Up",
    "Arrow Down": "Down",
    "Arrow Left": "Left",
    "Arrow Right": "Right",
    "Backspace": "Delete",
    "Context Menu": "Menu",
}


@dataclass(frozen=True, slots=True)
class KeyAction:
    """What a key does: a few words for the list of keys, and the async handler.

    One that `walks` goes from row to row: from then on keys are meant for the row, and no
    longer for what was come to by Tab.
    """

    label: str
    run: Callable[[], Awaitable[None]]
    walks: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """One key as it came from the client."""

    key: str
    ctrl: bool = False
    alt: bool = False
    shift: bool = False


def key_name(pressed: Pressed) -> str:
    """``N``, ``Ctrl-Z``, ``Shift-J``, ``Alt-Shift-Up``, ``?``: how the registry writes a key."""
    name = _NAMES.get(pressed.key, pressed.key)
    if name == "/" and pressed.shift:
        name = "?"
    if len(name) == 1:
        name = name.upper()
    if pressed.shift and not pressed.ctrl and not pressed.alt and _tells_shift(name):
        name = f"{_SHIFT}{name}"
    if pressed.ctrl:
        name = f"Ctrl-Shift-{name}" if pressed.shift else f"Ctrl-{name}"
    if pressed.alt:
        name = f"Alt-Shift-{name}" if pressed.shift and not pressed.ctrl else f"Alt-{name}"
    return name


def _tells_shift(name: str) -> bool:
    """Whether the key is another one with Shift; a sign that stands above another is itself."""
    return len(name) > 1 or name.isalpha()


class Tabbing(ft.Observable):
    """Whether one goes from control to control, by Tab; whoever watches renders again.

    Which control one is at only the client knows. Enter and Space press it.
    """

    def __init__(self) -> None:
        self.is_on = False


@dataclass(frozen=True, slots=True)
class _Held:
    own: Mapping[str, KeyAction]
    leads_on: bool


class KeyRegistry:
    """The keys of one session. The map taken up last wins; typing silences all of them.

    Attributes:
        tabbing: whether Enter and Space are meant for what Tab came to.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self.tabbing = Tabbing()
        self._seconds = seconds
        self._maps: dict[object, Mapping[str, KeyAction]] = {}
        self._holders: dict[object, _Held] = {}
        self._first: tuple[str, float] | None = None
        self._is_leaving = False
        self._stray_until = float("-inf")

    def take_up(self, owner: object, actions: Mapping[str, KeyAction]) -> None:
        """Add or replace `owner`'s keys, on top of everyone's before."""
        self._maps.pop(owner, None)
        self._maps[owner] = actions

    def replace(self, owner: object, actions: Mapping[str, KeyAction]) -> None:
        """Renew `owner`'s keys where they stand; nothing when it has none."""
        if owner in self._maps:
            self._maps[owner] = actions

    def let_go(self, owner: object) -> None:
        """Take `owner`'s keys away."""
        self._maps.pop(owner, None)

    def hold(
        self,
        holder: object,
        own: Mapping[str, KeyAction] | None = None,
        *,
        leads_on: bool = False,
    ) -> None:
        """Silence the keys: `holder` (a focused field, an open sheet) wants them for itself.

        Those of its `own` work, as the arrows do that walk through what a field has found,
        until another holds the keys. With `leads_on` Tab goes on from it to what stands on the
        screen, as from a field; from a sheet it does not.
        """
        self._holders.pop(holder, None)
        self._holders[holder] = _Held(own or {}, leads_on)

    def release(self, holder: object) -> None:
        """Undo one holder's `hold`."""
        self._holders.pop(holder, None)

    @property
    def is_held(self) -> bool:
        """Whether someone is typing, or a sheet is open."""
        return bool(self._holders)

    def in_force(self) -> Iterator[tuple[str, KeyAction]]:
        """Each key that works now and what it does, in the order in which they were taken up."""
        seen: dict[str, KeyAction] = {}
        for actions in self._maps.values():
            seen.update(actions)
        yield from seen.items()

    def find(self, pressed: Pressed) -> KeyAction | None:
        """What this key press does; None for nothing, or for the first half of a pair."""
        first, self._first = self._first, None
        name = key_name(pressed)
        if name in _TABS and all(held.leads_on for held in self._holders.values()):
            self.tabbing.is_on = True
            self._is_leaving = False
        if self.tabbing.is_on and name in _PRESSES:
            return None
        action = self._action(name, first)
        if action is not None and action.walks and self.tabbing.is_on:
            self.tabbing.is_on = False
            self._is_leaving = True
        if self._is_leaving and name in _PRESSES:
            self._stray_until = self._seconds() + STRAY_S
        return action

    def rested(self) -> None:
        """The client's focus has left what Tab came to: no key presses that any more."""
        self._is_leaving = False

    def is_stray(self) -> bool:
        """Whether a press that has just arrived was made of a key that was meant for a row.

        The client pressed what Tab had come to before it heard that one walks on by rows.
        """
        is_stray = self._seconds() <= self._stray_until
        if is_stray:
            self._stray_until = float("-inf")
        return is_stray

    def _action(self, name: str, first: tuple[str, float] | None) -> KeyAction | None:
        if self._holders:
            return next(reversed(self._holders.values())).own.get(name)
        actions = dict(self.in_force())
        if name not in actions:
            # Capitals are written without minding the key that makes them.
            name = name.removeprefix(_SHIFT)
        if first is not None and self._seconds() - first[1] <= PAIR_S:
            both = actions.get(f"{first[0]} {name}")
            if both is not None:
                return both
        if any(known.startswith(f"{name} ") for known in actions):
            self._first = (name, self._seconds())
            return None
        return actions.get(name)


def use_keys(registry: KeyRegistry, actions: Mapping[str, KeyAction]) -> None:
    """Offer `actions` (by key: ``"N"``, ``"Ctrl-Z"``, ``"G H"``) while the component is shown."""
    owner = ft.use_ref(object)
    latest = ft.use_ref(dict[str, KeyAction])
    latest.current = dict(actions)
    if owner.current is not None:
        registry.replace(owner.current, latest.current)
    ft.use_effect(
        lambda: registry.take_up(owner.current, latest.current or {}),
        [],
        cleanup=lambda: registry.let_go(owner.current),
    )
