"""Colours and fonts on paper: those of the light theme, without Flet.

Owns colours as red, green and blue (0 to 255). A test holds them to `views.theme.LIGHT`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Color = tuple[int, int, int]

WHITE: Color = (255, 255, 255)
#: What a ring on the primary colour leaves open.
RING_TRACK: Color = (64, 141, 127)
PRIMARY: Color = (0, 107, 91)
PRIMARY_CONTAINER: Color = (159, 242, 222)
TERTIARY: Color = (179, 84, 30)
ERROR: Color = (186, 26, 26)
AMBER: Color = (122, 89, 0)
BLUE: Color = (53, 97, 142)
VIOLET: Color = (108, 75, 166)
SURFACE: Color = (246, 251, 247)
AREA: Color = (239, 245, 241)
TRACK: Color = (221, 228, 224)
INK: Color = (23, 29, 27)
QUIET: Color = (74, 85, 81)

#: What became of promises; the words stand beside each.
FATES: Mapping[str, Color] = {
    "done_on_time": PRIMARY,
    "done_late": AMBER,
    "missed": ERROR,
    "replaced": BLUE,
    "handed_over": TERTIARY,
    "let_go": QUIET,
    "ahead": TRACK,
}

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
TEXT_FONT = FONTS / "PlusJakartaSans.ttf"
NUMBER_FONT = FONTS / "PlusJakartaSansTabular.ttf"
ARABIC_FONT = FONTS / "NotoSansArabic.ttf"
EMOJI_FONT = FONTS / "TwemojiMozilla.ttf"
