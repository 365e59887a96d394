"""The recipes that come with DoCheck, in each language.

They are no rows: they are there always, and a copy of one is the account's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from models.errors import ImpossibleValue
from models.recipe import Recipe, RecipeStep, gap_of

#: The one that is chosen at first.
USUAL = "reels"
#: By key: gap and minutes of each step.
_PLANS: Mapping[str, tuple[tuple[str, str, int], ...]] = {
    "reels": (
        ("brainstorm", "-14d", 45),
        ("script", "-7d", 60),
        ("design", "-3d", 90),
        ("review", "-1d", 30),
        ("ready", "-1h", 15),
    ),
    "carousel": (
        ("brainstorm", "-10d", 30),
        ("copy", "-5d", 60),
        ("design", "-3d", 120),
        ("review", "-1d", 30),
        ("ready", "-1h", 15),
    ),
    "quiz": (
        ("idea", "-14d", 45),
        ("rules", "-10d", 60),
        ("design", "-5d", 90),
        ("review", "-2w", 30),
        ("ready", "-1h", 15),
        ("replies", "+1w", 60),
    ),
    "event": (
        ("brief", "-30d", 90),
        ("partners", "-21d", 120),
        ("teaser", "-10d", 90),
        ("rehearsal", "-2w", 60),
        ("check", "-2h", 30),
        ("thanks", "+1w", 45),
    ),
    "article": (
        ("outline", "-7w", 45),
        ("draft", "-5w", 180),
        ("edit", "-3w", 90),
        ("picture", "-2w", 45),
        ("ready", "-1h", 15),
    ),
}
_TITLES: Mapping[str, Mapping[str, str]] = {
    "id": {
        "reels": "Konten Reels",
        "carousel": "Carousel",
        "quiz": "Kuis",
        "event": "Acara",
        "article": "Artikel",
        "brainstorm": "Brainstorming ide",
        "script": "Tulis naskah",
        "design": "Desain",
        "review": "Review tim",
        "ready": "Siap di scheduling tool",
        "copy": "Tulis teks slide",
        "idea": "Ide kuis dan hadiah",
        "rules": "Tulis aturan main",
        "replies": "Umumkan pemenang",
        "brief": "Susun brief acara",
        "partners": "Hubungi partner",
        "teaser": "Buat konten teaser",
        "rehearsal": "Gladi bersih",
        "check": "Cek terakhir",
        "thanks": "Ucapan terima kasih",
        "outline": "Buat kerangka",
        "draft": "Tulis draf",
        "edit": "Sunting",
        "picture": "Siapkan gambar",
    },
    "en": {
        "reels": "Reels content",
        "carousel": "Carousel",
        "quiz": "Quiz",
        "event": "Event",
        "article": "Article",
        "brainstorm": "Brainstorm ideas",
        "script": "Write the script",
        "design": "Design",
        "review": "Team review",
        "ready": "Ready in the scheduling tool",
        "copy": "Write the slides’ text",
        "idea": "Idea of the quiz and its prize",
        "rules": "Write the rules",
        "replies": "Announce the winners",
        "brief": "Write the event’s brief",
        "partners": "Call the partners",
        "teaser": "Make teaser content",
        "rehearsal": "Rehearsal",
        "check": "Last check",
        "thanks": "Say thank you",
        "outline": "Make an outline",
        "draft": "Write the draft",
        "edit": "Edit",
        "picture": "Prepare the pictures",
    },
}


@cache
def built_in_recipes(language: str) -> tuple[Recipe, ...]:
    """All of them in `language` (``id`` or ``en``).

    Raises:
        ImpossibleValue: they are not told in that language.
    """
    if (titles := _TITLES.get(language)) is None:
        raise ImpossibleValue("language", language)
    return tuple(
        Recipe(
            uid=key,
            name=titles[key],
            steps=tuple(
                RecipeStep(titles[step], gap_of(gap), timedelta(minutes=minutes))
                for step, gap, minutes in steps
            ),
            is_built_in=True,
        )
        for key, steps in _PLANS.items()
    )
