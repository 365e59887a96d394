"""Which action a key press is for."""

import pytest

from views.app.keys import PAIR_S, STRAY_S, KeyAction, KeyRegistry, Pressed, key_name


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


async def nothing() -> None:
    pass


def action(label: str) -> KeyAction:
    return KeyAction(label, nothing)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def keys(watch: Watch) -> KeyRegistry:
    registry = KeyRegistry(watch)
    registry.take_up(
        "shell",
        {
            "N": action("new"),
            "G H": action("home"),
            "H": action("help"),
            "Ctrl-Z": action("undo"),
            "?": action("keys"),
        },
    )
    return registry


def found(keys: KeyRegistry, *presses: Pressed) -> str | None:
    what = None
    for press in presses:
        what = keys.find(press)
    return what.label if what else None


@pytest.mark.parametrize(
    ("pressed", "name"),
    [
        (Pressed("n"), "N"),
        (Pressed("Z", ctrl=True), "Ctrl-Z"),
        (Pressed("Z", ctrl=True, shift=True), "Ctrl-Shift-Z"),
        (Pressed("Y", ctrl=True), "Ctrl-Y"),
        (Pressed("/", shift=True), "?"),
        (Pressed("?", shift=True), "?"),
        (Pressed(" "), "Space"),
        (Pressed("Backspace"), "Delete"),
        (Pressed("Delete"), "Delete"),
        (Pressed("j", shift=True), "Shift-J"),
        (Pressed("Arrow Down", shift=True), "Shift-Down"),
        (Pressed("F10", shift=True), "Shift-F10"),
        (Pressed("Z", ctrl=True, alt=True), "Alt-Ctrl-Z"),
    ],
)
def test_keys_have_one_name(pressed: Pressed, name: str):
    assert key_name(pressed) == name


def test_a_key_does_its_action(keys: KeyRegistry):
    assert found(keys, Pressed("N")) == "new"
    assert found(keys, Pressed("Z", ctrl=True)) == "undo"
    assert found(keys, Pressed("Z")) is None


def test_two_keys_in_a_row_are_a_pair(keys: KeyRegistry, watch: Watch):
    assert found(keys, Pressed("G")) is None
    watch.at += PAIR_S
    assert found(keys, Pressed("H")) == "home"
    assert found(keys, Pressed("H")) == "help"


def test_the_second_key_of_a_pair_must_not_tarry(keys: KeyRegistry, watch: Watch):
    keys.find(Pressed("G"))
    watch.at += PAIR_S + 0.1
    assert found(keys, Pressed("H")) == "help"


def test_typing_silences_every_key(keys: KeyRegistry):
    keys.find(Pressed("G"))
    keys.hold("field")
    assert found(keys, Pressed("H")) is None
    keys.hold("sheet")
    keys.release("field")
    assert found(keys, Pressed("N")) is None
    keys.release("sheet")
    assert found(keys, Pressed("N")) == "new"


def test_the_screen_that_came_last_wins_and_gives_back(keys: KeyRegistry):
    keys.take_up("list", {"N": action("new here"), "J": action("down")})
    assert found(keys, Pressed("N")) == "new here"
    keys.replace("list", {"J": action("down")})
    assert found(keys, Pressed("N")) == "new"
    keys.let_go("list")
    keys.replace("list", {"J": action("ghost")})
    assert found(keys, Pressed("J")) is None


def test_the_list_of_keys_is_what_works(keys: KeyRegistry):
    keys.take_up("list", {"N": action("new here")})
    assert dict(keys.in_force())["N"].label == "new here"
    assert [key for key, _ in keys.in_force()] == ["N", "G H", "H", "Ctrl-Z", "?"]


def test_who_holds_the_keys_may_keep_some_of_its_own(keys: KeyRegistry):
    keys.hold("search", {"Down": action("next")})
    assert found(keys, Pressed("Arrow Down")) == "next"
    assert found(keys, Pressed("n")) is None
    keys.hold("sheet")
    assert found(keys, Pressed("Arrow Down")) is None
    keys.release("sheet")
    assert found(keys, Pressed("Arrow Down")) == "next"


def test_a_key_with_shift_is_the_key_itself_where_shift_is_not_minded(keys: KeyRegistry):
    keys.take_up("list", {"J": action("down"), "Shift-J": action("span")})
    assert found(keys, Pressed("j", shift=True)) == "span"
    assert found(keys, Pressed("n", shift=True)) == "new"


def test_enter_and_space_press_what_tab_came_to_until_rows_are_walked(keys: KeyRegistry):
    row = {
        "Space": action("complete"),
        "Enter": action("open"),
        "J": KeyAction("down", nothing, walks=True),
    }
    keys.take_up("list", row)
    assert found(keys, Pressed(" ")) == "complete"
    for tab in (Pressed("Tab"), Pressed("Tab", shift=True)):
        assert found(keys, tab, Pressed(" ")) is None
        assert found(keys, Pressed("Enter")) is None
        assert found(keys, Pressed("n")) == "new"
        assert keys.tabbing.is_on
        assert found(keys, Pressed("j"), Pressed(" ")) == "complete"
        assert not keys.tabbing.is_on


def test_tab_within_what_holds_the_keys_says_nothing_of_the_screen(keys: KeyRegistry):
    keys.hold("sheet")
    assert found(keys, Pressed("Tab")) is None
    assert not keys.tabbing.is_on


def walking(keys: KeyRegistry) -> None:
    keys.take_up("list", {"J": KeyAction("next", nothing, walks=True), "Enter": action("open")})
    keys.find(Pressed("Tab"))
    keys.find(Pressed("j"))


def test_a_press_right_after_enter_is_stray_until_the_focus_has_come_to_rest(keys: KeyRegistry):
    walking(keys)
    assert not keys.is_stray()
    assert found(keys, Pressed("Enter")) == "open"
    assert keys.is_stray()
    assert not keys.is_stray()
    keys.rested()
    keys.find(Pressed("Enter"))
    assert not keys.is_stray()


def test_a_press_long_after_enter_is_one_of_its_own(keys: KeyRegistry, watch: Watch):
    walking(keys)
    keys.find(Pressed("Enter"))
    watch.at += STRAY_S + 0.01
    assert not keys.is_stray()


def test_going_on_by_tab_enter_presses_again(keys: KeyRegistry):
    walking(keys)
    assert found(keys, Pressed("Tab"), Pressed("Enter")) is None
    assert not keys.is_stray()


def test_tab_leads_on_from_a_field_but_not_from_one_in_a_sheet(keys: KeyRegistry):
    keys.hold("sheet")
    keys.hold("field", leads_on=True)
    keys.find(Pressed("Tab"))
    assert not keys.tabbing.is_on
    keys.release("sheet")
    keys.find(Pressed("Tab"))
    assert keys.tabbing.is_on
