"""Says each refusal of `models.errors` in the reader's language, and what to do about it.

Nothing here blames the reader, and nothing shows a traceback.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

from models import errors
from views.text.dates import Dates, clock
from views.text.fields import field_label, shortened
from views.text.template_words import template_refusal_text
from views.text.words import Words, mark

RULE_FAULTS: Mapping[errors.RuleFault, str] = {
    errors.RuleFault.UNREADABLE: mark(
        "“{part}” is not a repeat rule. Write one such as FREQ=WEEKLY;BYDAY=MO."
    ),
    errors.RuleFault.UNKNOWN_PART: mark(
        "A repeat rule has no part “{part}”. Leave it out, or check its spelling."
    ),
    errors.RuleFault.REPEATED_PART: mark("The repeat rule has {part} twice. Keep one of them."),
    errors.RuleFault.IMPOSSIBLE_VALUE: mark(
        "“{part}” is not possible in a repeat rule. Choose another value."
    ),
    errors.RuleFault.TOO_OFTEN: mark(
        "“{part}” comes too often to be a task. Repeat it by the hour or more seldom."
    ),
    errors.RuleFault.COUNT_AND_UNTIL: mark(
        "A repeat rule ends after a number of times or on a day. Keep either COUNT or UNTIL."
    ),
    errors.RuleFault.MISPLACED_PART: mark(
        "{part} does not go with the rest of the repeat rule. Leave it out, or change FREQ."
    ),
    errors.RuleFault.NEVER: mark(
        "No calendar has the dates of “{part}”. Choose days that come, such as the last of a month."
    ),
    errors.RuleFault.NEEDS_TIME: mark(
        "Repeating by the hour needs a time. Give the task one, or repeat it by the day."
    ),
    errors.RuleFault.TOO_LONG: mark("The repeat rule is too long. Say it with fewer days."),
}

_DAY_IN_NAME = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def refusal_text(words: Words, refusal: BaseException, dates: Dates | None = None) -> str:
    """One or two short sentences: what was refused and what to do.

    Args:
        refusal: a fault that is no `Refusal` gets a general sentence.
        dates: lets a backup be told by its day, where its name holds one.
    """
    if isinstance(refusal, errors.StorageRefusal):
        return _storage(words, refusal, dates)
    if isinstance(refusal, errors.Refusal):
        return _asked(words, refusal)
    return words.say(
        "Something went wrong on our side. Try again; if it happens again, restart DoCheck."
    )


def _asked(words: Words, refusal: errors.Refusal) -> str:
    say = words.say
    match refusal:
        case errors.EmptySummary():
            return say("Give it a title first.")
        case errors.SummaryTooLong(length=length, limit=limit):
            return say(
                "The title has {length} characters, and {limit} fit. "
                "Shorten it, or move the rest to the notes.",
                length=words.number(length),
                limit=words.number(limit),
            )
        case errors.TextTooLong(field=field, length=length, limit=limit):
            return say(
                "{field}: {length} characters, and {limit} fit. Please shorten it.",
                field=field_label(words, field),
                length=words.number(length),
                limit=words.number(limit),
            )
        case errors.ImpossibleDate(text=text):
            return say(
                "“{text}” is not a day or time that exists. Try 2026-11-24 or {time}.",
                text=shortened(text),
                time=clock(words.language, time(16)),
            )
        case errors.UnknownZone(name=name):
            return say(
                "There is no time zone “{name}”. Try a name such as Asia/Jakarta.",
                name=shortened(name),
            )
        case errors.ImpossibleValue(field=field, value=value):
            return say(
                "{field} cannot be “{value}”. Choose another value.",
                field=field_label(words, field),
                value=shortened(value),
            )
        case errors.ImpossibleRule(fault=fault, part=part):
            return say(RULE_FAULTS[fault], part=shortened(part, 40))
        case errors.NotRepeating(summary=summary):
            return say(
                "“{summary}” does not repeat, or is done. Choose an open task that repeats.",
                summary=shortened(summary),
            )
        case errors.NothingToCountFrom(field=field):
            return say(
                "{field} is not set, and the reminder counts from it. Set it first.",
                field=field_label(words, field),
            )
        case errors.UnknownTask(uid=uid):
            return say(
                "Task “{uid}” is not here. Look in the list or in the trash.",
                uid=shortened(uid, 14),
            )
        case errors.AmbiguousUid(uid=uid):
            return say(
                "More than one task begins with “{uid}”. Type a few more characters.",
                uid=shortened(uid),
            )
        case errors.UnknownGoal(name=name):
            return say(
                "There is no goal “{name}”. Check its name, or create it first.",
                name=shortened(name),
            )
        case errors.UnknownTag(name=name):
            return say("No task has the tag “{name}”. Check its name.", name=shortened(name))
        case errors.CircularParent():
            return say("A task cannot be a step of itself. Choose another task.")
        case errors.StepsOpen(summary=summary, count=count):
            return words.count(
                "“{summary}” has {count} open step. Say --with-steps or --alone.",
                "“{summary}” has {count} open steps. Say --with-steps or --alone.",
                count,
                summary=shortened(summary),
            )
        case errors.NotAStep(summary=summary):
            return say(
                "“{summary}” is no step, so it has no offset. Make it a step of a task first.",
                summary=shortened(summary),
            )
        case errors.NothingToUndo():
            return say("There is nothing left to undo.")
        case errors.UnreadableQuery():
            return _query(words, refusal)
        case errors.EmptyQuery():
            return say("Say what the filter looks for, such as due:today or #reels.")
        case errors.UnknownPerson(name=name):
            return say(
                "There is nobody called “{name}”. Look at the people, or add them.",
                name=shortened(name),
            )
        case errors.PersonExists(name=name):
            return say("There is a {name} already. Choose another name.", name=shortened(name))
        case errors.DeadlinePassed(text=text):
            return say("{when} has passed. Choose a later time.", when=shortened(text))
        case errors.NothingProposed(title=title):
            return say(
                "Nobody is asked about “{title}” at the moment, so there is no answer to write"
                " down.",
                title=shortened(title),
            )
        case errors.UnknownFilter(name=name):
            return say(
                "There is no filter “{name}”. Check its name, or save it first.",
                name=shortened(name),
            )
        case errors.FilterExists(name=name):
            return say(
                "There is a filter “{name}” already. Choose another name.", name=shortened(name)
            )
        case errors.UnknownTemplate(name=name):
            return say("There is no template “{name}”. Check its name.", name=shortened(name))
        case errors.TemplateExists(name=name):
            return say(
                "There is a template “{name}” already. Choose another name.", name=shortened(name)
            )
        case errors.BuiltInTemplate(name=name):
            return say(
                "“{name}” comes with DoCheck and stays as it is. Copy it, and change the copy.",
                name=shortened(name),
            )
        case errors.EmptyTemplate(name=name):
            return say(
                "“{name}” has no task that a template could keep. Add one first.",
                name=shortened(name),
            )
        case errors.TemplateTooLarge() | errors.UnreadableTemplate():
            return template_refusal_text(words, refusal)
        case errors.UnknownRecipe(name=name):
            return say("There is no recipe “{name}”. Check its name.", name=shortened(name))
        case errors.RecipeExists(name=name):
            return say(
                "There is a recipe “{name}” already. Choose another name.", name=shortened(name)
            )
        case errors.BuiltInRecipe(name=name):
            return say(
                "The recipe “{name}” comes with DoCheck and stays as it is. Save one of your own.",
                name=shortened(name),
            )
        case errors.EmptyRecipe(name=name):
            return say(
                "“{name}” has no step with a time that a recipe could keep.", name=shortened(name)
            )
        case errors.NoDueTime(summary=summary):
            return say(
                "“{title}” has no due date to plan towards. Give it one first.",
                title=shortened(summary),
            )
        case errors.NothingToRedo():
            return say("There is nothing left to do again.")
        case errors.ChangedSince(summary=""):
            return say("This was changed or deleted since then, so it was left as it is.")
        case errors.ChangedSince(summary=summary):
            return say(
                "“{title}” was changed since then, so this was left as it is. "
                "Look at it, and change it by hand if you like.",
                title=shortened(summary),
            )
        case errors.NotInTrash(summary=summary):
            return say(
                "“{title}” is not in the trash. Move it there first.", title=shortened(summary)
            )
        case errors.NoTimer():
            return say("No timer is running. Start one on a task.")
        case errors.TaskClosed(summary=summary):
            return say(
                "“{title}” is done or in the trash. Reopen or restore it first.",
                title=shortened(summary),
            )
        case errors.UnknownTimeEntry(uid=uid):
            return say(
                "There is no one time entry “{uid}”. Look at the task's list of them.",
                uid=shortened(uid, 14),
            )
        case errors.HasTasks(count=count):
            return words.count(
                "The example is for an empty list, and you have {count} task already. "
                "Carry on with yours; nothing was changed.",
                "The example is for an empty list, and you have {count} tasks already. "
                "Carry on with yours; nothing was changed.",
                count,
            )
    return say("That cannot be done like this. Nothing was changed; try another way.")


def _query(words: Words, refusal: errors.UnreadableQuery) -> str:
    """What of a query cannot be read, where, and what can stand there."""
    place = {"text": shortened(refusal.text, 40), "at": words.number(refusal.position + 1)}
    say = words.say
    match refusal.fault:
        case errors.QueryFault.NO_DAY:
            return say(
                "Character {at}: “{text}” names no day. "
                "Try today, this-week or 2026-12-01; quotes make it text to find.",
                **place,
            )
        case errors.QueryFault.NO_SPAN:
            return say("Character {at}: “{text}” is no length of time. Try 30m, 1h or 2d.", **place)
        case errors.QueryFault.NO_PRIORITY:
            return say("Character {at}: “{text}” is no priority. Try p1, p2, p3 or p4.", **place)
        case errors.QueryFault.NO_STATE:
            return say(
                "Character {at}: no task can be “{text}”. "
                "Try open, done, missed, pinned, repeating, step or trashed.",
                **place,
            )
        case errors.QueryFault.NO_PART:
            return say(
                "Character {at}: no task can have “{text}”. "
                "Try date, goal, tag, notes, link, people, steps, lead or estimate.",
                **place,
            )
        case errors.QueryFault.NOT_CLOSED:
            return say(
                "Character {at}: the parenthesis is not closed. "
                "Add “)”, or put it in quotes to find it.",
                **place,
            )
        case errors.QueryFault.TOO_DEEP:
            return say(
                "Character {at}: too many parentheses in each other. Take some away.", **place
            )


def _storage(words: Words, refusal: errors.StorageRefusal, dates: Dates | None) -> str:
    say = words.say
    path = refusal.path
    match refusal:
        case errors.StorageReadOnly():
            return say(
                "DoCheck may not write to {path}. Allow it there, or choose another data folder.",
                path=path,
            )
        case errors.StorageFull():
            return say("There is no space left for {path}. Free some, then try again.", path=path)
        case errors.StorageBusy():
            return say(
                "Another program is using {path}. Close it or wait a moment, then try again.",
                path=path,
            )
        case errors.StorageUnreachable():
            return say(
                "{path} cannot be opened. Check that the folder is there and the disk connected.",
                path=path,
            )
        case errors.StorageNewer():
            return say("{path} comes from a newer DoCheck. Update DoCheck to open it.", path=path)
        case errors.StorageForeign():
            return say("{path} does not belong to DoCheck. Choose another file.", path=path)
        case errors.StorageDamaged(backup=None):
            return say(
                "{path} is damaged and was left as it is. "
                "Restore a backup of your own, or choose another data folder.",
                path=path,
            )
        case errors.StorageDamaged(backup=Path() as backup):
            return say(
                "{path} is damaged and was left as it is. Restore the good backup {backup}.",
                path=path,
                backup=_backup_name(backup, dates),
            )
        case errors.FileExists():
            return say("{path} is already there. Choose another name.", path=path)
        case errors.FileMissing():
            return say("There is no file {path}. Check its name and folder.", path=path)
    return say(
        "{path} cannot be used like this and was left as it is. Try another folder.", path=path
    )


def _backup_name(backup: Path, dates: Dates | None) -> str:
    """The backup's path; with the day that its name holds, where `dates` can tell it."""
    match = _DAY_IN_NAME.search(backup.name)
    if dates is None or match is None:
        return str(backup)
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return str(backup)
    return f"{backup} ({dates.day_and_month(day)} {day.year})"
