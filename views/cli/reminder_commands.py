"""The commands about reminding: what reminds when, one more reminder, once more later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta

from models.errors import ImpossibleValue
from models.moment import LAST_MOMENT_OF_DAY
from models.reminding import Notice
from models.task import Reminder, ReminderAnchor
from services import goals, reminders, tasks
from services.fields import SPAN_LIMIT
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import notice_record, task_record
from views.cli.rows import distinct_length
from views.cli.terminal import Style, cells, harmless, padded
from views.cli.values import read_instant, read_span
from views.text import Words
from views.text.notices import notice_text, reminder_text

_USUAL_SPAN = timedelta(days=7)
_ANCHORS = (ReminderAnchor.DUE, ReminderAnchor.READY, ReminderAnchor.START)


def _reminders_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "--from", dest="since", metavar=say("TIME"), help=say("a day or time; now by default")
    )
    parser.add_argument(
        "--to",
        dest="until",
        metavar=say("TIME"),
        help=say("up to the end of a day, or a time; a week by default"),
    )


def _reminders(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        since, until = desk.now, desk.now + _USUAL_SPAN
        if options.since is not None:
            since = _instant(desk, options.since, time())
            until = since + _USUAL_SPAN
        if options.until is not None:
            until = _instant(desk, options.until, LAST_MOMENT_OF_DAY)
        found = reminders.notices_between(desk.workspace, since, until)
        asked.answer(
            [notice_record(notice) for notice in found], lambda: _notice_lines(asked, desk, found)
        )
    return 0


def _notice_lines(asked: Asked, desk: Desk, found: tuple[Notice, ...]) -> Iterator[str]:
    if not found:
        yield desk.words.say("Nothing reminds in that time.")
        return
    terminal, dates = asked.terminal, desk.dates
    uid_width = distinct_length(list({notice.uid for notice in found}))
    instants = [dates.instant(notice.give_at, desk.now) for notice in found]
    width = max(cells(text) for text in instants)
    for notice, instant in zip(found, instants, strict=True):
        style = Style.MISSED if notice.kind.is_missed else None
        said = harmless(notice_text(dates, notice, desk.now))
        yield "  ".join(
            (
                terminal.paint(notice.uid[:uid_width], Style.QUIET),
                terminal.paint(padded(instant, width), style),
                harmless(notice.summary),
                terminal.paint(said, Style.QUIET),
            )
        )


def _uid_argument(parser: Parser, words: Words) -> None:
    parser.add_argument("uid", metavar="UID", help=words.say("the task's uid, or how it begins"))


def _remind_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    _uid_argument(parser, words)
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument(
        "--before",
        metavar=say("SPAN"),
        help=say("how long before, as 30m, 2h or P1D; 0: just then"),
    )
    when.add_argument("--at", metavar=say("TIME"), help=say("at a fixed time"))
    parser.add_argument(
        "--of",
        choices=[anchor.value for anchor in _ANCHORS],
        default=ReminderAnchor.DUE.value,
        help=say("what it counts from: the due, the ready-by or the start"),
    )


def _remind(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, options.uid)
        if options.at is not None:
            reminder = Reminder(ReminderAnchor.AT, at=_instant(desk, options.at))
        else:
            span = read_span("reminders", options.before)
            reminder = Reminder(ReminderAnchor(options.of), -span)
        task = reminders.remind(desk.workspace, uid, reminder)
        goal = goals.goal(desk.workspace, task.goal).name if task.goal else None
        steps = tasks.steps(desk.workspace, uid)
        asked.answer(
            task_record(
                task,
                tasks.line(desk.workspace, uid),
                desk.workspace.zone,
                desk.now,
                goal_name=goal,
                steps=steps,
            ),
            lambda: [
                harmless(
                    desk.words.say(
                        "“{summary}” reminds: {when}",
                        summary=task.summary,
                        when=reminder_text(desk.dates, reminder, desk.now),
                    )
                )
            ],
        )
    return 0


def _snooze_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    _uid_argument(parser, words)
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument(
        "--for", dest="span", metavar=say("SPAN"), help=say("for how long, as 10m or 1h")
    )
    when.add_argument("--until", metavar=say("TIME"), help=say("until when"))
    when.add_argument("--off", action="store_true", help=say("no snooze any longer"))


def _snooze(asked: Asked) -> int:
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, asked.options.uid)
        until = _snoozed_until(asked, desk)
        if until is None:
            reminders.dismiss(desk.workspace, uid)
        else:
            reminders.snooze(desk.workspace, uid, until)
        summary = tasks.task(desk.workspace, uid).summary
        record = {
            "uid": uid,
            "summary": summary,
            "until": until.isoformat(timespec="seconds") if until else None,
        }
        asked.answer(record, lambda: [harmless(_snooze_line(desk, summary, until))])
    return 0


def _snoozed_until(asked: Asked, desk: Desk) -> datetime | None:
    """The instant that the options name; None: no snooze any longer."""
    options = asked.options
    if options.off:
        return None
    if options.until is not None:
        return _instant(desk, options.until)
    span = read_span("snooze", options.span)
    if span > SPAN_LIMIT:
        raise ImpossibleValue("snooze", options.span)
    return desk.now + span


def _snooze_line(desk: Desk, summary: str, until: datetime | None) -> str:
    if until is None:
        return desk.words.say("“{summary}” is no longer snoozed", summary=summary)
    return desk.words.say(
        "“{summary}” reminds again: {when}",
        summary=summary,
        when=desk.dates.instant(until, desk.now),
    )


def _instant(desk: Desk, text: str, day_time: time | None = None) -> datetime:
    """The instant that somebody typed; of a day alone its `day_time`, else when days remind."""
    workspace = desk.workspace
    usual = workspace.settings.day_reminder
    at = usual if day_time is None else day_time
    return read_instant(text, workspace.today(), workspace.zone, at)


REMINDER_COMMANDS: Mapping[str, Behaviour] = {
    "reminders": Behaviour(_reminders_arguments, _reminders),
    "remind": Behaviour(_remind_arguments, _remind),
    "snooze": Behaviour(_snooze_arguments, _snooze),
}
