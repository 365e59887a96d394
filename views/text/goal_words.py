"""What is said of a goal and the tasks that it holds."""

from __future__ import annotations

from models.goal import GoalColor
from views.text.words import Words, mark, mark_in

_COLORS = {
    GoalColor.PRIMARY: mark("Green"),
    GoalColor.SECONDARY: mark("Sage"),
    GoalColor.TERTIARY: mark("Clay"),
    GoalColor.AMBER: mark("Amber"),
    GoalColor.BLUE: mark("Blue"),
    GoalColor.VIOLET: mark("Violet"),
    GoalColor.ROSE: mark("Rose"),
}
_ICONS = {
    "flag": mark_in("icon", "Flag"),
    "video": mark_in("icon", "Film"),
    "camera": mark_in("icon", "Camera"),
    "campaign": mark_in("icon", "Megaphone"),
    "people": mark_in("icon", "People"),
    "chart": mark_in("icon", "Chart"),
    "star": mark_in("icon", "Star"),
    "heart": mark_in("icon", "Heart"),
    "book": mark_in("icon", "Book"),
    "home": mark_in("icon", "House"),
    "work": mark_in("icon", "Briefcase"),
    "idea": mark_in("icon", "Light bulb"),
    "school": mark_in("icon", "Graduation cap"),
    "fitness": mark_in("icon", "Dumbbell"),
    "food": mark_in("icon", "Cutlery"),
    "travel": mark_in("icon", "Aeroplane"),
    "money": mark_in("icon", "Piggy bank"),
    "shopping": mark_in("icon", "Shopping bag"),
    "music": mark_in("icon", "Note"),
    "art": mark_in("icon", "Brush"),
    "code": mark_in("icon", "Code"),
    "rocket": mark_in("icon", "Rocket"),
    "health": mark_in("icon", "Health"),
    "pray": mark_in("icon", "Mosque"),
}


def color_name(words: Words, color: GoalColor) -> str:
    """``Ungu``: what a goal's colour is called."""
    return words.say(_COLORS[color])


def icon_name(words: Words, icon: str) -> str:
    """``Kamera``: what a goal's icon shows; a flag for one that this version does not know."""
    return words.say_in("icon", _ICONS.get(icon, _ICONS["flag"]))


def held_text(words: Words, count: int) -> str:
    """``Goal ini berisi 12 tugas.``: said before it is deleted."""
    if not count:
        return words.say("This goal holds no tasks.")
    return words.count("This goal holds {count} task.", "This goal holds {count} tasks.", count)


def fate_text(words: Words, count: int, *, with_tasks: bool) -> str:
    """What became of a deleted goal's `count` tasks: ``12 tugas tetap ada, tanpa goal``."""
    if with_tasks:
        return words.count(
            "{count} task moved to the trash", "{count} tasks moved to the trash", count
        )
    return words.count(
        "{count} task stays, without a goal", "{count} tasks stay, without a goal", count
    )
