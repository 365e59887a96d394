"""What the To-do lists are called, and what each says when it is empty."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from models.lists import ListName
from views.text import Words

#: Lists that stand apart: reached by the menu, not by a chip.
APART = (ListName.DONE, ListName.TRASH)


def list_label(words: Words, name: ListName) -> str:
    """A list's name, as its chip or its title says it."""
    say = words.say
    match name:
        case ListName.TODAY:
            return say("Today")
        case ListName.TOMORROW:
            return say("Tomorrow")
        case ListName.WEEK:
            return say("This week")
        case ListName.NEXT_WEEK:
            return words.say_in("list", "Next week")
        case ListName.MISSED:
            return say("Missed")
        case ListName.NO_DATE:
            return say("No date")
        case ListName.ALL:
            return say("All")
        case ListName.DONE:
            return say("Done")
        case ListName.TRASH:
            return say("Trash")


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What an empty list says; `adds` tells whether its button adds a task or leads to Today."""

    icon: ft.IconData
    title: str
    line: str
    action: str
    adds: bool = True


def emptiness(words: Words, name: ListName) -> Emptiness:
    """The empty state of a list: what it means, and the next step."""
    say = words.say
    add = say("Add a task")
    match name:
        case ListName.TODAY:
            return Emptiness(
                ft.Icons.WB_SUNNY_ROUNDED,
                say("Nothing left for today"),
                say("Add what you want to get done, or look ahead to tomorrow."),
                add,
            )
        case ListName.TOMORROW:
            return Emptiness(
                ft.Icons.WB_TWILIGHT_ROUNDED,
                say("Tomorrow is still open"),
                say("Put one thing there tonight, and the morning starts by itself."),
                add,
            )
        case ListName.WEEK | ListName.NEXT_WEEK:
            return Emptiness(
                ft.Icons.DATE_RANGE_ROUNDED,
                say("This week is still open")
                if name is ListName.WEEK
                else say("Next week is still open"),
                say("Plan one deadline, and the days before it fill in."),
                add,
            )
        case ListName.MISSED:
            return Emptiness(
                ft.Icons.CELEBRATION_ROUNDED,
                say("Nothing missed"),
                say("What passes its deadline waits here until you decide."),
                say("See today"),
                adds=False,
            )
        case ListName.NO_DATE:
            return Emptiness(
                ft.Icons.INBOX_ROUNDED,
                say("Everything has a date"),
                say("Ideas without a deadline wait here. Write one down before it slips away."),
                add,
            )
        case ListName.ALL:
            return Emptiness(
                ft.Icons.CHECKLIST_ROUNDED,
                say("No tasks yet"),
                say("Write down the first one; the rest follows."),
                add,
            )
        case ListName.DONE:
            return Emptiness(
                ft.Icons.TASK_ALT_ROUNDED,
                say("Nothing done yet"),
                say("Check a task, and it comes to rest here."),
                say("See today"),
                adds=False,
            )
        case ListName.TRASH:
            return Emptiness(
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                say("The trash is empty"),
                say("What you delete waits here, and can be restored."),
                say("See today"),
                adds=False,
            )
