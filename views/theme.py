"""How DoCheck looks: colours, type, space, and the names that screens use for them.

Owns every hex value, both colour schemes and the mapping from what the models name (goal
colours, goal icons, priorities) to roles. Screens name roles, never colours, so a role follows
light and dark by itself. Must know no page, no session and no task: `views.app.look` turns this
into Flet themes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import flet as ft

from models.goal import GoalColor
from models.task import Priority
from views.text import mark

SEED: Final = "#006B5B"

# Material's "fixed" roles are used by none of its own controls, so DoCheck's further colours
# live there, three to a colour: one for lines and words, one for areas, one for words on areas.
AMBER: Final = ft.Colors.PRIMARY_FIXED_DIM
AMBER_CONTAINER: Final = ft.Colors.PRIMARY_FIXED
ON_AMBER_CONTAINER: Final = ft.Colors.ON_PRIMARY_FIXED
BLUE: Final = ft.Colors.SECONDARY_FIXED_DIM
BLUE_CONTAINER: Final = ft.Colors.SECONDARY_FIXED
ON_BLUE_CONTAINER: Final = ft.Colors.ON_SECONDARY_FIXED
VIOLET: Final = ft.Colors.TERTIARY_FIXED_DIM
VIOLET_CONTAINER: Final = ft.Colors.TERTIARY_FIXED
ON_VIOLET_CONTAINER: Final = ft.Colors.ON_TERTIARY_FIXED
ROSE: Final = ft.Colors.ON_PRIMARY_FIXED_VARIANT
ROSE_CONTAINER: Final = ft.Colors.ON_SECONDARY_FIXED_VARIANT
ON_ROSE_CONTAINER: Final = ft.Colors.ON_TERTIARY_FIXED_VARIANT
#: Clay for words: the tertiary colour, deep enough to be read on every surface.
SOON: Final = ft.Colors.SURFACE_TINT
MISSED: Final = ft.Colors.ERROR
DONE: Final = ft.Colors.PRIMARY
#: The card that says what comes next, and the ring's track and quiet words on it.
HERO: Final = ft.Colors.SURFACE_BRIGHT
ON_HERO: Final = ft.Colors.SURFACE_DIM
ON_HERO_QUIET: Final = ft.Colors.INVERSE_PRIMARY
ON_HERO_RING: Final = ft.Colors.SURFACE_CONTAINER_LOWEST
#: Behind the hours in which most people look (a band over the surface).
BEST_HOURS: Final = ft.Colors.with_opacity(0.40, AMBER_CONTAINER)

LIGHT: Final = ft.ColorScheme(
    primary=SEED,
    on_primary="#FFFFFF",
    primary_container="#9FF2DE",
    on_primary_container="#00201A",
    secondary="#4A635C",
    on_secondary="#FFFFFF",
    secondary_container="#CDE8DF",
    on_secondary_container="#06201A",
    tertiary="#B3541E",
    on_tertiary="#FFFFFF",
    tertiary_container="#FFDBCB",
    on_tertiary_container="#341100",
    error="#BA1A1A",
    on_error="#FFFFFF",
    error_container="#FFDAD6",
    on_error_container="#410002",
    surface="#F6FBF7",
    on_surface="#171D1B",
    on_surface_variant="#4A5551",
    outline="#6F7975",
    outline_variant="#BFC9C4",
    shadow="#000000",
    scrim="#000000",
    inverse_surface="#2B3230",
    on_inverse_surface="#ECF2EE",
    inverse_primary="#D9EFE9",
    surface_tint="#A94C17",
    surface_bright=SEED,
    surface_dim="#FFFFFF",
    surface_container_lowest="#9FF2DE",
    surface_container_low="#EFF5F1",
    surface_container="#E9EFEB",
    surface_container_high="#E3EAE6",
    surface_container_highest="#DDE4E0",
    primary_fixed="#FFE3A8",
    primary_fixed_dim="#7A5900",
    on_primary_fixed="#261900",
    secondary_fixed="#D6E3FF",
    secondary_fixed_dim="#35618E",
    on_secondary_fixed="#001B3D",
    tertiary_fixed="#EBDDFF",
    tertiary_fixed_dim="#6C4BA6",
    on_tertiary_fixed="#250059",
    on_primary_fixed_variant="#9C3D63",
    on_secondary_fixed_variant="#FFD9E4",
    on_tertiary_fixed_variant="#3E001F",
)

DARK: Final = ft.ColorScheme(
    primary="#83D5C2",
    on_primary="#00382E",
    primary_container="#005143",
    on_primary_container="#9FF2DE",
    secondary="#B1CCC3",
    on_secondary="#1C352F",
    secondary_container="#334B45",
    on_secondary_container="#CDE8DF",
    tertiary="#FFB77C",
    on_tertiary="#552000",
    tertiary_container="#7A2F00",
    on_tertiary_container="#FFDBCB",
    error="#FF8F85",
    on_error="#690005",
    error_container="#93000A",
    on_error_container="#FFDAD6",
    surface="#0F1513",
    on_surface="#DEE4E0",
    on_surface_variant="#BFC9C4",
    outline="#89938F",
    outline_variant="#3F4946",
    shadow="#000000",
    scrim="#000000",
    inverse_surface="#DEE4E0",
    on_inverse_surface="#2B3230",
    inverse_primary="#B5DFD3",
    surface_tint="#FFB77C",
    surface_bright="#005143",
    surface_dim="#F2FFFA",
    surface_container_lowest="#9FF2DE",
    surface_container_low="#171D1B",
    surface_container="#1B211F",
    surface_container_high="#252B29",
    surface_container_highest="#303634",
    primary_fixed="#4F3D00",
    primary_fixed_dim="#F2BF48",
    on_primary_fixed="#FFE3A8",
    secondary_fixed="#164974",
    secondary_fixed_dim="#A1C9FD",
    on_secondary_fixed="#D6E3FF",
    tertiary_fixed="#53338C",
    tertiary_fixed_dim="#D5BBFF",
    on_tertiary_fixed="#EBDDFF",
    on_primary_fixed_variant="#FFB0CB",
    on_secondary_fixed_variant="#7D254B",
    on_tertiary_fixed_variant="#FFD9E4",
)


@dataclass(frozen=True, slots=True)
class Tint:
    """One colour in its three uses: words and lines, areas, words on those areas."""

    line: str
    container: str
    on_container: str


_TINTS: Final[dict[GoalColor, Tint]] = {
    GoalColor.PRIMARY: Tint(
        ft.Colors.PRIMARY, ft.Colors.SURFACE_CONTAINER_LOW, ft.Colors.ON_SURFACE
    ),
    GoalColor.SECONDARY: Tint(
        ft.Colors.SECONDARY, ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER
    ),
    GoalColor.TERTIARY: Tint(SOON, ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER),
    GoalColor.AMBER: Tint(AMBER, AMBER_CONTAINER, ON_AMBER_CONTAINER),
    GoalColor.BLUE: Tint(BLUE, BLUE_CONTAINER, ON_BLUE_CONTAINER),
    GoalColor.VIOLET: Tint(VIOLET, VIOLET_CONTAINER, ON_VIOLET_CONTAINER),
    GoalColor.ROSE: Tint(ROSE, ROSE_CONTAINER, ON_ROSE_CONTAINER),
}


def tint_of(color: str | None) -> Tint:
    """How a goal of that colour name looks; an unknown or missing name is the first colour."""
    try:
        return _TINTS[GoalColor(color or GoalColor.PRIMARY)]
    except ValueError:
        return _TINTS[GoalColor.PRIMARY]


GOAL_ICONS: Final[dict[str, ft.IconData]] = {
    "flag": ft.Icons.FLAG_ROUNDED,
    "video": ft.Icons.MOVIE_ROUNDED,
    "camera": ft.Icons.PHOTO_CAMERA_ROUNDED,
    "campaign": ft.Icons.CAMPAIGN_ROUNDED,
    "people": ft.Icons.GROUPS_ROUNDED,
    "chart": ft.Icons.INSIGHTS_ROUNDED,
    "star": ft.Icons.STAR_ROUNDED,
    "heart": ft.Icons.FAVORITE_ROUNDED,
    "book": ft.Icons.MENU_BOOK_ROUNDED,
    "home": ft.Icons.HOME_ROUNDED,
    "work": ft.Icons.WORK_ROUNDED,
    "idea": ft.Icons.LIGHTBULB_ROUNDED,
    "school": ft.Icons.SCHOOL_ROUNDED,
    "fitness": ft.Icons.FITNESS_CENTER_ROUNDED,
    "food": ft.Icons.RESTAURANT_ROUNDED,
    "travel": ft.Icons.FLIGHT_ROUNDED,
    "money": ft.Icons.SAVINGS_ROUNDED,
    "shopping": ft.Icons.SHOPPING_BAG_ROUNDED,
    "music": ft.Icons.MUSIC_NOTE_ROUNDED,
    "art": ft.Icons.BRUSH_ROUNDED,
    "code": ft.Icons.CODE_ROUNDED,
    "rocket": ft.Icons.ROCKET_LAUNCH_ROUNDED,
    "health": ft.Icons.HEALTH_AND_SAFETY_ROUNDED,
    "pray": ft.Icons.MOSQUE_ROUNDED,
}


def goal_icon(name: str) -> ft.IconData:
    """The icon of that name; a flag for one that this version does not know."""
    return GOAL_ICONS.get(name, ft.Icons.FLAG_ROUNDED)


#: By `Priority.level`: the ring's colour, and the word (an English msgid) that says it too.
_PRIORITY_RING: Final = {
    1: ft.Colors.ERROR,
    2: ft.Colors.TERTIARY,
    3: BLUE,
    4: ft.Colors.ON_SURFACE_VARIANT,
}
_PRIORITY_WORD: Final = {
    1: mark("High priority"),
    2: mark("Medium priority"),
    3: mark("Low priority"),
    4: "",
}


def priority_ring(priority: int) -> str:
    """The colour of a task's ring, of an RFC 5545 priority (0 to 9)."""
    return _PRIORITY_RING[Priority.level(priority)]


def priority_word(priority: int) -> str:
    """The msgid that says a priority, empty for none."""
    return _PRIORITY_WORD[Priority.level(priority)]


FAMILY: Final = "Plus Jakarta Sans"
#: The same with figures of one width: for numbers that stand in columns or count down.
TABULAR: Final = "Plus Jakarta Sans Tabular"
EMOJI: Final = "Twemoji"
ARABIC: Final = "Noto Sans Arabic"
FONT_FILES: Final[dict[str, str]] = {
    FAMILY: "fonts/PlusJakartaSans.ttf",
    TABULAR: "fonts/PlusJakartaSansTabular.ttf",
    EMOJI: "fonts/TwemojiMozilla.ttf",
    ARABIC: "fonts/NotoSansArabic.ttf",
}


def type_style(
    size: float,
    weight: int = 500,
    *,
    height: float = 1.35,
    spacing: float = 0,
    color: str | None = None,
    is_tabular: bool = False,
    is_struck: bool = False,
) -> ft.TextStyle:
    """A text style of the type scale: weight 500, 600, 700 or 800, emoji included."""
    return ft.TextStyle(
        size=size,
        weight=ft.FontWeight(f"w{weight}"),
        height=height,
        letter_spacing=spacing,
        color=color,
        font_family=TABULAR if is_tabular else FAMILY,
        font_family_fallback=[FAMILY, EMOJI, ARABIC] if is_tabular else [EMOJI, ARABIC],
        decoration=ft.TextDecoration.LINE_THROUGH if is_struck else None,
    )


def inherited(style: ft.TextStyle) -> ft.TextStyle:
    """The style without what an `ft.Text` has of the page's text theme, which names every font.

    For texts of which there are hundreds: what is sent of one is half as long. What is no
    `ft.Text`, such as a button's style, takes nothing over and needs the whole style.
    """
    return replace(
        style,
        font_family=TABULAR if style.font_family == TABULAR else None,
        font_family_fallback=None,
        letter_spacing=style.letter_spacing or None,
    )


DISPLAY: Final = type_style(28, 800, height=1.15, spacing=-0.4)
PAGE_TITLE: Final = type_style(26, 800, height=1.2, spacing=-0.4)
CARD_TITLE: Final = type_style(20, 700, height=1.25, spacing=-0.1)
SECTION: Final = type_style(17, 700, height=1.3)
TASK: Final = type_style(15, 600, height=1.35)
BODY: Final = type_style(15, 500, height=1.45)
LABEL: Final = type_style(13.5, 600, height=1.3)
META: Final = type_style(12.5, 500, height=1.35)
META_NUMBER: Final = type_style(12.5, 500, height=1.35, is_tabular=True)
META_STRONG: Final = type_style(12.5, 600, height=1.35)
OVERLINE: Final = type_style(13, 700, height=1.3)

GAP: Final = 4
PAGE_MARGIN: Final = 20
CARD_PADDING: Final = 16
CARD_GAP: Final = 12
TOUCH: Final = 48
RADIUS_BLOCK: Final = 12
RADIUS_CHIP: Final = 10
RADIUS_BANNER: Final = 16
RADIUS_CARD: Final = 20
RADIUS_SHEET: Final = 28

#: Widths (logical pixels) from which the shell shows a rail, and detail beside the list.
RAIL_FROM: Final = 600
PANE_FROM: Final = 1100
RAIL_WIDTH: Final = 88
#: How wide the pane beside a list is until it is pulled, and what is left to both at the least.
PANE_WIDTH: Final = 340
PANE_LEAST: Final = 300
LIST_LEAST: Final = 520
#: What can be taken hold of between the two.
DIVIDER_WIDTH: Final = 12
READING_WIDTH: Final = 760
#: How wide a page of two columns is at the most.
PAGE_WIDTH: Final = 1120
SHEET_WIDTH: Final = 520
PALETTE_WIDTH: Final = 640

#: How much of the primary colour lights up what has the focus, and how much is left of a day
#: that is outside the month shown.
FOCUS: Final = 0.23
OUTSIDE: Final = 0.85
#: How much of its colour is left of what cannot be chosen.
DISABLED: Final = 0.38
#: How wide the line is that marks the row the keyboard is at, and the ring of a focused button.
CURSOR: Final = 4
RING: Final = 2

# Motion, in milliseconds.
QUICK_MS: Final = 150
CALM_MS: Final = 200
#: How long a completed task stays, struck through, before it folds away.
DONE_PAUSE_MS: Final = 1000
#: How long Undo is offered.
UNDO_MS: Final = 6000
#: How long loading may take before a skeleton says so.
SKELETON_AFTER_MS: Final = 150
