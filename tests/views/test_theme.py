"""Words can be read on every surface they stand on, in both themes."""

from itertools import product

import flet as ft
import pytest

from models.goal import GoalColor
from tests.rig.contrast import READABLE, contrast, field_of, over, rgb
from views import theme

SCHEMES = {"light": theme.LIGHT, "dark": theme.DARK}
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


@pytest.mark.parametrize(
    ("name", "word", "surface"),
    [(name, *pair) for name in SCHEMES for pair in (*product(WORDS, SURFACES), *PAIRS)],
)
def test_words_can_be_read(name: str, word: str, surface: str):
    scheme = SCHEMES[name]
    assert contrast(rgb(getattr(scheme, word)), rgb(getattr(scheme, surface))) >= READABLE


@pytest.mark.parametrize(("name", "surface"), list(product(SCHEMES, SURFACES)))
def test_words_can_be_read_where_the_focus_is(name: str, surface: str):
    scheme = SCHEMES[name]
    ground = rgb(getattr(scheme, surface))
    lit = over(rgb(str(scheme.primary)), theme.FOCUS, ground)
    assert contrast(lit, ground) >= 1.3
    for word in ("on_surface", "on_surface_variant"):
        assert contrast(rgb(getattr(scheme, word)), lit) >= READABLE


@pytest.mark.parametrize(("name", "color"), list(product(SCHEMES, GoalColor)))
def test_a_goal_can_be_read_on_the_page_and_in_its_own_colour(name: str, color: GoalColor):
    scheme = SCHEMES[name]
    tint = theme.tint_of(color)
    line, container, on_container = (
        getattr(scheme, field_of(role)) for role in (tint.line, tint.container, tint.on_container)
    )
    assert contrast(rgb(on_container), rgb(container)) >= READABLE
    for surface in SURFACES:
        assert contrast(rgb(line), rgb(getattr(scheme, surface))) >= READABLE


@pytest.mark.parametrize(("name", "priority"), list(product(SCHEMES, (0, 1, 5, 9))))
def test_a_ring_can_be_seen(name: str, priority: int):
    scheme = SCHEMES[name]
    ring = getattr(scheme, field_of(theme.priority_ring(priority)))
    for surface in SURFACES:
        assert contrast(rgb(ring), rgb(getattr(scheme, surface))) >= VISIBLE


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
