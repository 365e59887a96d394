"""What was done, in words: the undo bar's messages and a task's history.

Actions are the keys that services write to the history. Fields and values are
named by `views.text.fields`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from models.task import TaskChange
from views.text.dates import Dates
from views.text.fields import field_label, shortened, value_text
from views.text.spent import entry_change_text
from views.text.words import Words, mark_in

ACTION_LABELS: Mapping[str, str] = {
    "capture": mark_in("history", "Added"),
    "duplicate": mark_in("history", "Duplicated"),
    "edit": mark_in("history", "Edited"),
    "complete": mark_in("history", "Completed"),
    "reopen": mark_in("history", "Reopened"),
    "delete": mark_in("history", "Moved to the trash"),
    "restore": mark_in("history", "Restored"),
    "reschedule": mark_in("history", "Rescheduled"),
    "move": mark_in("history", "Moved elsewhere"),
    "skip": mark_in("history", "Skipped"),
    "stop": mark_in("history", "Stopped repeating"),
    "reorder": mark_in("history", "Moved in the order"),
    "pin": mark_in("history", "Pinned"),
    "unpin": mark_in("history", "Unpinned"),
    "assign": mark_in("history", "Moved to a goal"),
    "prioritise": mark_in("history", "Priority changed"),
    "tag": mark_in("history", "Tags changed"),
    "undo": mark_in("history", "Undone"),
    "redo": mark_in("history", "Done again"),
    "delete-for-good": mark_in("history", "Deleted for good"),
    "empty-trash": mark_in("history", "Trash emptied"),
    "expire": mark_in("history", "Deleted for good after 30 days"),
    "timer.start": mark_in("history", "Timer started"),
    "timer.stop": mark_in("history", "Timer stopped"),
    "time.add": mark_in("history", "Time added"),
    "time.edit": mark_in("history", "Time changed"),
    "time.delete": mark_in("history", "Time removed"),
    "example": mark_in("history", "Added with the example"),
    "goal.create": mark_in("history", "Goal created"),
    "goal.edit": mark_in("history", "Goal edited"),
    "goal.archive": mark_in("history", "Goal archived"),
    "goal.unarchive": mark_in("history", "Goal taken out of the archive"),
    "goal.reorder": mark_in("history", "Goals reordered"),
    "goal.delete": mark_in("history", "Goal deleted"),
    "tag.rename": mark_in("history", "Tag renamed"),
    "tag.delete": mark_in("history", "Tag taken off"),
    "filter.save": mark_in("history", "Filter saved"),
    "filter.edit": mark_in("history", "Filter changed"),
    "filter.reorder": mark_in("history", "Filters reordered"),
    "filter.delete": mark_in("history", "Filter deleted"),
    "template.save": mark_in("history", "Template saved"),
    "template.edit": mark_in("history", "Template changed"),
    "template.delete": mark_in("history", "Template deleted"),
    "template.start": mark_in("history", "Started from a template"),
    "slip.new-due": mark_in("history", "New deadline"),
    "slip.replace": mark_in("history", "Replaced"),
    "slip.let-go": mark_in("history", "Let go"),
    "slip.hand-over": mark_in("history", "Handing over"),
    "slip.propose": mark_in("history", "Deadline proposed"),
    "slip.answer": mark_in("history", "Answered"),
    "slip.ask-again": mark_in("history", "Asked again"),
    "person.add": mark_in("history", "Person added"),
    "person.edit": mark_in("history", "Person changed"),
    "person.delete": mark_in("history", "Person deleted"),
    "recipe.save": mark_in("history", "Recipe saved"),
    "recipe.edit": mark_in("history", "Recipe changed"),
    "recipe.reorder": mark_in("history", "Recipes reordered"),
    "recipe.delete": mark_in("history", "Recipe deleted"),
    "plan": mark_in("history", "Planned by a recipe"),
    "replan": mark_in("history", "Planned anew"),
    "balance": mark_in("history", "Moved to lighten a day"),
    "settings": mark_in("history", "Settings changed"),
}

_ONE: Mapping[str, Callable[[Words, str], str]] = {
    "capture": lambda words, it: words.say("Added “{summary}”", summary=it),
    "duplicate": lambda words, it: words.say("Duplicated “{summary}”", summary=it),
    "edit": lambda words, it: words.say("Saved “{summary}”", summary=it),
    "complete": lambda words, it: words.say("Completed “{summary}”", summary=it),
    "reopen": lambda words, it: words.say("Reopened “{summary}”", summary=it),
    "delete": lambda words, it: words.say("Moved “{summary}” to the trash", summary=it),
    "restore": lambda words, it: words.say("Restored “{summary}”", summary=it),
    "reschedule": lambda words, it: words.say("Rescheduled “{summary}”", summary=it),
    "move": lambda words, it: words.say("Moved “{summary}”", summary=it),
    "skip": lambda words, it: words.say("Skipped “{summary}” this time", summary=it),
    "stop": lambda words, it: words.say("“{summary}” no longer repeats", summary=it),
    "reorder": lambda words, it: words.say("Moved “{summary}” in the order", summary=it),
    "pin": lambda words, it: words.say("Pinned “{summary}”", summary=it),
    "unpin": lambda words, it: words.say("Unpinned “{summary}”", summary=it),
    "assign": lambda words, it: words.say("Moved “{summary}”", summary=it),
    "prioritise": lambda words, it: words.say("Changed the priority of “{summary}”", summary=it),
    "tag": lambda words, it: words.say("Changed the tags of “{summary}”", summary=it),
    "undo": lambda words, it: words.say("Undone: “{summary}”", summary=it),
    "redo": lambda words, it: words.say("Done again: “{summary}”", summary=it),
    "delete-for-good": lambda words, it: words.say("Deleted “{summary}” for good", summary=it),
    "timer.start": lambda words, it: words.say("Timer started: “{summary}”", summary=it),
    "timer.stop": lambda words, it: words.say("Timer stopped: “{summary}”", summary=it),
    "time.add": lambda words, it: words.say("Time added: “{summary}”", summary=it),
    "time.edit": lambda words, it: words.say("Time changed: “{summary}”", summary=it),
    "time.delete": lambda words, it: words.say("Time removed: “{summary}”", summary=it),
    "goal.create": lambda words, it: words.say("Created goal “{summary}”", summary=it),
    "goal.edit": lambda words, it: words.say("Saved goal “{summary}”", summary=it),
    "goal.archive": lambda words, it: words.say("Archived goal “{summary}”", summary=it),
    "goal.unarchive": lambda words, it: words.say(
        "Took goal “{summary}” out of the archive", summary=it
    ),
    "goal.reorder": lambda words, it: words.say("Moved goal “{summary}”", summary=it),
    "goal.delete": lambda words, it: words.say("Deleted goal “{summary}”", summary=it),
    "tag.rename": lambda words, it: words.say("Renamed the tag of “{summary}”", summary=it),
    "tag.delete": lambda words, it: words.say("Took the tag off “{summary}”", summary=it),
    "filter.save": lambda words, it: words.say("Saved filter “{summary}”", summary=it),
    "filter.edit": lambda words, it: words.say("Changed filter “{summary}”", summary=it),
    "filter.delete": lambda words, it: words.say("Deleted filter “{summary}”", summary=it),
    "slip.new-due": lambda words, it: words.say("New deadline: “{summary}”", summary=it),
    "slip.replace": lambda words, it: words.say("Replaced “{summary}”", summary=it),
    "slip.let-go": lambda words, it: words.say("Let go of “{summary}”", summary=it),
    "slip.hand-over": lambda words, it: words.say("Handing over “{summary}”", summary=it),
    "slip.propose": lambda words, it: words.say("Proposed for “{summary}”", summary=it),
    "slip.answer": lambda words, it: words.say("Answer for “{summary}”", summary=it),
    "slip.ask-again": lambda words, it: words.say("Asked again: “{summary}”", summary=it),
    "person.add": lambda words, it: words.say("Added {name}", name=it),
    "person.edit": lambda words, it: words.say("Saved {name}", name=it),
    "person.delete": lambda words, it: words.say("Deleted {name}", name=it),
    "template.save": lambda words, it: words.say("Saved template “{summary}”", summary=it),
    "template.edit": lambda words, it: words.say("Changed template “{summary}”", summary=it),
    "template.delete": lambda words, it: words.say("Deleted template “{summary}”", summary=it),
    "template.start": lambda words, it: words.say(
        "Started “{summary}” from a template", summary=it
    ),
    "recipe.save": lambda words, it: words.say("Saved recipe “{summary}”", summary=it),
    "recipe.edit": lambda words, it: words.say("Changed recipe “{summary}”", summary=it),
    "recipe.reorder": lambda words, it: words.say("Moved recipe “{summary}”", summary=it),
    "recipe.delete": lambda words, it: words.say("Deleted recipe “{summary}”", summary=it),
    "plan": lambda words, it: words.say("Planned “{summary}”", summary=it),
    "replan": lambda words, it: words.say("Planned “{summary}” anew", summary=it),
    "balance": lambda words, it: words.say("Moved “{summary}” to a day with room", summary=it),
}

_MANY: Mapping[str, Callable[[Words, int], str]] = {
    "capture": lambda words, n: words.count("{count} task added", "{count} tasks added", n),
    "edit": lambda words, n: words.count("{count} task saved", "{count} tasks saved", n),
    "complete": lambda words, n: words.count(
        "{count} task completed", "{count} tasks completed", n
    ),
    "reopen": lambda words, n: words.count("{count} task reopened", "{count} tasks reopened", n),
    "delete": lambda words, n: words.count(
        "{count} task moved to the trash", "{count} tasks moved to the trash", n
    ),
    "restore": lambda words, n: words.count("{count} task restored", "{count} tasks restored", n),
    "delete-for-good": lambda words, n: words.count(
        "{count} task deleted for good", "{count} tasks deleted for good", n
    ),
    "empty-trash": lambda words, n: words.count(
        "{count} task deleted for good", "{count} tasks deleted for good", n
    ),
    "reschedule": lambda words, n: words.count(
        "{count} task rescheduled", "{count} tasks rescheduled", n
    ),
    "balance": lambda words, n: words.count(
        "{count} task moved to a day with room", "{count} tasks moved to days with room", n
    ),
    "duplicate": lambda words, n: words.count(
        "{count} task duplicated", "{count} tasks duplicated", n
    ),
    "pin": lambda words, n: words.count("{count} task pinned", "{count} tasks pinned", n),
    "unpin": lambda words, n: words.count("{count} task unpinned", "{count} tasks unpinned", n),
    "assign": lambda words, n: words.count("{count} task moved", "{count} tasks moved", n),
    "prioritise": lambda words, n: words.count(
        "Priority of {count} task changed", "Priority of {count} tasks changed", n
    ),
    "tag": lambda words, n: words.count(
        "Tags of {count} task changed", "Tags of {count} tasks changed", n
    ),
    "tag.rename": lambda words, n: words.count(
        "Tag renamed on {count} task", "Tag renamed on {count} tasks", n
    ),
    "tag.delete": lambda words, n: words.count(
        "Tag taken off {count} task", "Tag taken off {count} tasks", n
    ),
    "example": lambda words, n: words.count(
        "{count} example task added", "{count} example tasks added", n
    ),
}

#: Fields that change along with others, or that a reader has no word for.
_QUIET = frozenset(
    {"uid", "created", "last_modified", "sequence", "completed"}
    | {"gap", "series", "series_start", "series_fields", "recurrence_id", "exdates"}
)
#: Fields that an action's label already tells of.
_TOLD: Mapping[str, frozenset[str]] = {
    "complete": frozenset({"status", "percent_complete"}),
    "reopen": frozenset({"status", "percent_complete"}),
    "delete": frozenset({"deleted"}),
    "restore": frozenset({"deleted"}),
    "reorder": frozenset({"position"}),
    "pin": frozenset({"pinned"}),
    "unpin": frozenset({"pinned"}),
    "goal.delete": frozenset({"deleted"}),
}
#: Actions that make a thing or take it away by switching an earlier one.
_SWITCHES = frozenset({"undo", "redo"})


def action_label(words: Words, action: str) -> str:
    """``Diatur ulang`` or ``Rescheduled``: a history line's first words."""
    label = ACTION_LABELS.get(action)
    return words.say_in("history", "Changed" if label is None else label)


def action_text(words: Words, action: str, summary: str = "", count: int = 1) -> str:
    """What the undo bar says: of one thing by its `summary`, else by how many they are."""
    if action in _MANY and (count != 1 or not summary):
        return _MANY[action](words, count)
    if summary and action in _ONE:
        return _ONE[action](words, shortened(summary))
    return action_label(words, action)


def open_steps_text(words: Words, summary: str, count: int) -> str:
    """``2 langkah dari “Reel” masih terbuka.``; without a summary it is of several tasks."""
    if not summary:
        return words.count("{count} step is still open.", "{count} steps are still open.", count)
    return words.count(
        "{count} step of “{summary}” is still open.",
        "{count} steps of “{summary}” are still open.",
        count,
        summary=shortened(summary),
    )


def with_steps_text(words: Words, said: str, steps: int) -> str:
    """`said`, and how many steps went along: ``Diatur ulang: “Reel”, beserta 3 langkah``."""
    if not steps:
        return said
    return words.count("{said}, with {count} step", "{said}, with {count} steps", steps, said=said)


def undone_text(words: Words, action: str, summary: str = "", count: int = 1) -> str:
    """What is said after undoing: ``Dibatalkan · Selesai: Balas komentar``."""
    return f"{words.say_in('history', 'Undone')} · {action_text(words, action, summary, count)}"


def redone_text(words: Words, action: str, summary: str = "", count: int = 1) -> str:
    """What is said after doing again: ``Diulangi · Selesai: Balas komentar``."""
    return f"{words.say_in('history', 'Done again')} · {action_text(words, action, summary, count)}"


def origin_text(words: Words, origin: str) -> str:
    """Where a gesture was made: ``di aplikasi``; nothing where that is not known."""
    match origin:
        case "app":
            return words.say("in the app")
        case "command":
            return words.say("on the command line")
    return ""


def change_lines(
    words: Words,
    dates: Dates,
    change: TaskChange,
    now: datetime,
    names: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Each field that `change` changed, a line each; none where the label tells all of it.

    Args:
        names: goals' names and tasks' summaries by uid; without one only the field is named.
    """
    if change.action in _SWITCHES and change.is_made:
        return (words.say("The task is back."),)
    if change.action in _SWITCHES and change.is_purged:
        return (words.say("The task is gone."),)
    if not change.before or not change.after:
        return ()
    told = _QUIET | _TOLD.get(change.action, frozenset())
    lines: list[str] = []
    for field, after in change.after.items():
        before = change.before.get(field)
        if field in told or before == after:
            continue
        if field == "time_entry":
            lines.append(entry_change_text(dates, before, after, now))
            continue
        old = value_text(words, dates, field, before, now, names)
        new = value_text(words, dates, field, after, now, names)
        label = field_label(words, field)
        # Long notes may differ only behind what is shown of them.
        if old is None or new is None or old == new:
            lines.append(words.say("{field} changed", field=label))
        else:
            lines.append(f"{label}: {old} → {new}")
    return tuple(lines)


def change_text(
    words: Words,
    dates: Dates,
    change: TaskChange,
    now: datetime,
    names: Mapping[str, str] | None = None,
) -> str:
    """A change on one line: ``Diatur ulang · Deadline: Rab 18 Nov → Sen 23 Nov``."""
    lines = change_lines(words, dates, change, now, names)
    return " · ".join((action_label(words, change.action), *lines))
