"""Words can be read on every surface they stand on, in both themes."""

from itertools import product

import flet as ft
import pytest

from models.goal import GoalColor
from views import theme

SCHEMES = {"light": theme.LIGHT, "dark": theme.DARK}
READABLE = 4.5
VISIBLE = 3.0

SURFACES = (
    "surface",
    "surface_container_low",
    "surface_container",
    "surface_container_high",
)
WORDS = ("on_surface", "on_surface_variant", "primary", "error", "surface_tint")
PAIRS = (
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_secondary", "secondary"),
    ("on_secondary_container", "secondary_container"),
    ("on_tertiary", "tertiary"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error", "error"),
    ("on_error_container", "error_container"),
    ("on_inverse_surface", "inverse_surface"),
    ("surface_dim", "surface_bright"),
    ("inverse_primary", "surface_bright"),
    ("on_primary", "inverse_surface"),
)


def field_of(role: str) -> str:
    """The scheme's field of a role's name: `onprimaryfixed` is `on_primary_fixed`."""
    names = {name.replace("_", ""): name for name in theme.LIGHT.__dataclass_fields__}
    return names[ft.Colors(role).value]


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("name", "word", "surface"),
    [(name, *pair) for name in SCHEMES for pair in (*product(WORDS, SURFACES), *PAIRS)],
)
def test_words_can_be_read(name: str, word: str, surface: str):
    scheme = SCHEMES[name]
    assert contrast(getattr(scheme, word), getattr(scheme, surface)) >= READABLE


@pytest.mark.parametrize(("name", "color"), list(product(SCHEMES, GoalColor)))
def test_a_goal_can_be_read_on_the_page_and_in_its_own_colour(name: str, color: GoalColor):
    scheme = SCHEMES[name]
    tint = theme.tint_of(color)
    line, container, on_container = (
        getattr(scheme, field_of(role)) for role in (tint.line, tint.container, tint.on_container)
    )
    assert contrast(on_container, container) >= READABLE
    for surface in SURFACES:
        assert contrast(line, getattr(scheme, surface)) >= READABLE


@pytest.mark.parametrize(("name", "priority"), list(product(SCHEMES, (0, 1, 5, 9))))
def test_a_ring_can_be_seen(name: str, priority: int):
    scheme = SCHEMES[name]
    ring = getattr(scheme, field_of(theme.priority_ring(priority)))
    for surface in SURFACES:
        assert contrast(ring, getattr(scheme, surface)) >= VISIBLE


def test_both_schemes_say_every_role():
    for name in theme.LIGHT.__dataclass_fields__:
        assert getattr(theme.LIGHT, name), name
        assert getattr(theme.DARK, name), name


def test_what_is_unknown_has_a_look_too():
    assert theme.tint_of(None) == theme.tint_of("no such colour") == theme.tint_of("primary")
    assert theme.goal_icon("no such icon") == ft.Icons.FLAG_ROUNDED


@pytest.mark.parametrize(
    ("priority", "word"), [(1, "High"), (4, "High"), (5, "Medium"), (9, "Low")]
)
def test_a_priority_is_said_in_words(priority: int, word: str):
    assert theme.priority_word(priority).startswith(word)


def test_no_priority_says_nothing():
    assert theme.priority_word(0) == ""
