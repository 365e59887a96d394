"""The options that say what a task is, and what they make of it.

Owns how options become `TaskFields`; `add` and `edit` share it.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from models.errors import NothingToCountFrom, Refusal
from models.moment import Moment, zone_named
from models.recurrence import parse
from models.series import Scope
from models.task import Reminder, ReminderAnchor, RepeatFrom, Task, TaskFields
from services import goals, series, tasks, undo
from services.workspace import Workspace
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.values import read_day, read_offset, read_priority, read_span, read_time, read_when
from views.text import Words

#: Options that take a field away, by the field.
_CLEARED: dict[str, object] = {
    "due": None,
    "lead": None,
    "estimate": None,
    "goal": None,
    "parent": None,
    "offset": None,
    "waiting_for": None,
    "follow_up": None,
    "is_locked": False,
    "priority": 0,
    "description": "",
    "url": None,
    "dtstart": None,
    "rrule": None,
    "categories": (),
    "attendees": (),
    "reminders": (),
}
#: What a cleared field's option is called, where that is not the field's name.
_OPTION_NAMES = {
    "waiting_for": "waiting-for",
    "follow_up": "follow-up",
    "is_locked": "lock",
    "description": "note",
    "dtstart": "start",
    "rrule": "repeat",
    "categories": "tag",
    "attendees": "with",
    "reminders": "remind",
}


def add_task_options(parser: Parser, words: Words, *, is_edit: bool) -> None:
    """The options of a task; for `edit` also those that take a field away."""
    say = words.say
    parser.add_argument("--due", metavar=say("DAY"), help=say("2026-11-24, today, besok, lusa…"))
    parser.add_argument("--time", metavar=say("TIME"), help=say("time of the due day, as 16:00"))
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--zone", metavar=say("ZONE"), help=say("zone of the times; else yours"))
    place.add_argument(
        "--floating", action="store_true", help=say("the same wall clock wherever you are")
    )
    lead = parser if is_edit else parser.add_mutually_exclusive_group()
    lead.add_argument(
        "--lead", metavar=say("SPAN"), help=say("ready how long before, as 1h or PT1H")
    )
    if not is_edit:
        # What is new has one without a word of it, where it is a goal's.
        _add_taking_away(lead, words, "lead")
    parser.add_argument("--start", metavar=say("DAY"), help=say("when work begins"))
    parser.add_argument("--estimate", metavar=say("SPAN"), help=say("how much work, as 90 or 2h"))
    parser.add_argument(
        "--repeat", metavar="RRULE", help=say("how it repeats, as FREQ=WEEKLY;BYDAY=MO (RFC 5545)")
    )
    parser.add_argument(
        "--repeat-from",
        choices=[each.value for each in RepeatFrom],
        help=say("what the next time is counted from"),
    )
    parser.add_argument("--goal", metavar=say("NAME"), help=say("goal; made if it is new"))
    parser.add_argument(
        "--priority", metavar=say("LEVEL"), help=say("high, medium, low, p1–p4 or 0–9")
    )
    parser.add_argument(
        "--tag", action="append", metavar=say("TAG"), help=say("tag; may be repeated")
    )
    parser.add_argument(
        "--with", dest="attendees", action="append", metavar=say("NAME"), help=say("who helps")
    )
    parser.add_argument(
        "--remind",
        action="append",
        metavar=say("SPAN"),
        help=say("remind how long before it must be ready or is due; may be repeated"),
    )
    parser.add_argument("--note", metavar=say("TEXT"), help=say("notes"))
    parser.add_argument("--url", metavar=say("LINK"), help=say("link"))
    parser.add_argument("--parent", metavar="UID", help=say("make it a step of this task"))
    parser.add_argument(
        "--offset",
        metavar=say("SPAN"),
        help=say("of a step: due how long before or after its task, as --offset=-7d"),
    )
    parser.add_argument("--waiting-for", metavar=say("NAME"), help=say("whom it waits for"))
    parser.add_argument("--follow-up", metavar=say("DAY"), help=say("when to ask them again"))
    parser.add_argument(
        "--lock",
        action="store_true",
        help=say("stays where it is when its task is moved or planned"),
    )
    if is_edit:
        parser.add_argument(
            "--scope",
            choices=[each.value for each in Scope],
            help=say("of a repeating task: this time alone, those that follow too, or all"),
        )
        clear = parser.add_argument_group(say("taking away"))
        clear.add_argument("--no-time", action="store_true", help=say("due on the whole day"))
        for field in _CLEARED:
            _add_taking_away(clear, words, field)


def _add_taking_away(parser: argparse._ActionsContainer, words: Words, field: str) -> None:
    name = _OPTION_NAMES.get(field, field)
    parser.add_argument(
        f"--no-{name}",
        dest="cleared",
        action="append_const",
        const=field,
        help=words.say("no {option}", option=f"--{name}"),
    )


def fields_from(
    options: argparse.Namespace,
    desk: Workspace,
    task: Task | None = None,
    said: Moment | None = None,
) -> TaskFields:
    """What the options set; the goal is not among it.

    Args:
        task: the one to be edited.
        said: the due that a new task's text says; `--time` and `--zone` change it.

    Raises:
        Refusal: an option cannot be that.
    """
    fields: TaskFields = {}
    today = desk.today()
    for name in getattr(options, "cleared", None) or ():
        if name != "goal":
            fields[name] = _CLEARED[name]
    before = task.due if task else said
    due = _due(options, desk, today, None if "due" in fields else before)
    if due is not None:
        fields["due"] = due
    if options.start is not None:
        fields["dtstart"] = Moment(*read_when(options.start, today), _zone(options, desk))
    elif task and task.dtstart and _is_rezoned(options) and "dtstart" not in fields:
        fields["dtstart"] = replace(task.dtstart, zone=_zone(options, desk))
    if options.lead is not None:
        fields["lead"] = read_span("lead", options.lead)
    if options.estimate is not None:
        fields["estimate"] = read_span("estimate", options.estimate)
    if options.offset is not None:
        fields["offset"] = read_offset(options.offset)
    if options.repeat is not None:
        fields["rrule"] = parse(options.repeat).text
    if options.repeat_from is not None:
        fields["repeat_from"] = RepeatFrom(options.repeat_from)
    if options.priority is not None:
        fields["priority"] = read_priority(options.priority)
    if options.tag is not None:
        fields["categories"] = tuple(options.tag)
    if options.attendees is not None:
        fields["attendees"] = tuple(options.attendees)
    if options.remind is not None:
        fields["reminders"] = _reminders(options, fields, task)
    if options.note is not None:
        fields["description"] = options.note
    if options.url is not None:
        fields["url"] = options.url
    if options.waiting_for is not None:
        fields["waiting_for"] = options.waiting_for
    if options.follow_up is not None:
        fields["follow_up"] = read_day(options.follow_up, today)
    if options.lock:
        fields["is_locked"] = True
    if options.parent is not None:
        fields["parent"] = tasks.resolve(desk, options.parent)
    return fields


def keep(
    desk: Workspace,
    options: argparse.Namespace,
    words: Words,
    fields: TaskFields,
    uid: str | None = None,
) -> Task:
    """Capture the fields, or edit the task `uid`; a goal that is new is made first.

    Raises:
        Refusal: it cannot be kept; a goal made for it is gone again.
        Misused: it is to be due in two ways.
    """
    if fields.get("offset") is not None and fields.get("due") is not None:
        usage = f"{words.say('Usage: ')}{PROGRAM} {options.command} … --offset=-7d"
        due = words.say("{what} does not go with {other}", what="--offset", other="--due")
        raise Misused(due, usage)
    made: str | None = None
    if "goal" in (getattr(options, "cleared", None) or ()):
        fields["goal"] = None
    elif options.goal is not None:
        with desk.changes.collected() as changes:
            fields["goal"] = goals.goal_named(desk, options.goal, create=True).uid
        made = changes[0].gesture if changes else None
    try:
        if uid is None:
            return tasks.capture(desk, fields)
        if options.scope is not None:
            return series.edit_series(desk, uid, fields, Scope(options.scope))
        return tasks.edit(desk, uid, fields)
    except Refusal:
        if made is not None:
            undo.undo(desk, made)
        raise


def _reminders(
    options: argparse.Namespace, fields: TaskFields, task: Task | None
) -> tuple[Reminder, ...]:
    """Those that the task keeps, and the new ones: before its ready-by, else before its due.

    Raises:
        ImpossibleValue: one is no span.
        NothingToCountFrom: the task has no due.
    """
    if fields.get("due", task and task.due) is None:
        raise NothingToCountFrom("due")
    has_lead = fields.get("lead", task and task.lead) is not None
    anchor = ReminderAnchor.READY if has_lead else ReminderAnchor.DUE
    kept = fields.get("reminders", task.reminders if task else ())
    spans = (read_span("reminders", text) for text in options.remind)
    return (*kept, *(Reminder(anchor, -span) for span in spans))


def _due(
    options: argparse.Namespace, desk: Workspace, today: date, before: Moment | None
) -> Moment | None:
    """The due that the options give, what they leave out taken from `before`; None: unchanged."""
    has_no_time = getattr(options, "no_time", False)
    is_rezoned = _is_rezoned(options) and before is not None
    if options.due is None and options.time is None and not has_no_time and not is_rezoned:
        return None
    day = before.date if before else today
    at = before.time if before else None
    if options.due is not None:
        day, said_time = read_when(options.due, today)
        at = said_time or at
    if options.time is not None:
        at = read_time(options.time)
    if has_no_time:
        if options.due is None and before is None:
            return None
        at = None
    keeps_zone = before is not None and before.time is not None and not _is_rezoned(options)
    zone = before.zone if before and keeps_zone else _zone(options, desk)
    return Moment(day, at, zone)


def _is_rezoned(options: argparse.Namespace) -> bool:
    return options.floating or options.zone is not None


def _zone(options: argparse.Namespace, desk: Workspace) -> str | None:
    if options.floating:
        return None
    return zone_named(options.zone).key if options.zone is not None else desk.zone.key
