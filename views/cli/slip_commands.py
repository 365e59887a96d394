"""The commands about slips: what becomes of a missed task, and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from models.errors import FileExists, ImpossibleDate
from models.ledger import Reason, Why
from models.moment import Moment
from models.person import Answer, Proposal
from models.series import Scope
from models.task import Task
from services import slip_reading, slips, tasks
from services.plans import StepOfPlan
from services.slip_reading import SlipView, Talk
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, line_record, proposal_record
from views.cli.terminal import harmless
from views.cli.unplaced import unplaced_lines, unplaced_of, unplaced_record
from views.cli.values import read_day, read_when
from views.text import Words
from views.text.actions import action_text
from views.text.slip_words import (
    answer_label,
    message_text,
    moved_text,
    offer_text,
    proposal_text,
    slipped_text,
    their_dates,
)
from views.text.words import sentence

#: How answers are typed.
_ANSWERS = {
    "accept": Answer.ACCEPTED,
    "counter": Answer.COUNTERED,
    "decline": Answer.DECLINED,
}


def _slip_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("uid", metavar="UID", help=say("the task's uid, or how it begins"))
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--suggest", action="store_true", help=say("show what is suggested and change nothing")
    )
    way.add_argument("--new", metavar=say("DAY"), help=say("another deadline, as besok 10.00"))
    way.add_argument("--replace", metavar=say("TEXT"), help=say("a simpler task for today instead"))
    way.add_argument("--hand-over", metavar=say("NAME"), help=say("ask somebody to take it over"))
    way.add_argument(
        "--propose", metavar=say("DAY"), help=say("propose a deadline to somebody, with --to")
    )
    way.add_argument("--let-go", action="store_true", help=say("cancel it; the history keeps it"))
    way.add_argument(
        "--ask-again", action="store_true", help=say("note that who it waits for was asked again")
    )
    parser.add_argument("--to", metavar=say("NAME"), help=say("whom the deadline is proposed to"))
    parser.add_argument(
        "--until", metavar=say("DAY"), help=say("with --replace: put the original off to this day")
    )
    parser.add_argument(
        "--follow-up", metavar=say("DAY"), help=say("when to ask again; else the next working day")
    )
    _why_and_scope_arguments(parser, words)
    parser.add_argument(
        "--ics", metavar=say("FILE"), help=say("write the request for a calendar into this file")
    )


def _reschedule_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("uid", metavar="UID", help=say("the task's uid, or how it begins"))
    parser.add_argument(
        "day",
        nargs="*",
        metavar=say("DAY"),
        help=say("another deadline, as besok 10.00; else the one that is suggested"),
    )
    _why_and_scope_arguments(parser, words)


def _why_and_scope_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "--reason", choices=[each.value for each in Reason], help=say("why it slipped")
    )
    parser.add_argument("--text", metavar=say("TEXT"), help=say("the reason in your own words"))
    parser.add_argument(
        "--scope",
        choices=[Scope.THIS.value, Scope.FOLLOWING.value],
        default=Scope.THIS.value,
        help=say("of a repeating task: this time alone, or those that follow too"),
    )


def _slip(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, options.uid)
        if options.suggest:
            return _suggest(asked, desk, uid)
        why = _why(asked)
        if options.hand_over is not None or options.propose is not None:
            return _ask(asked, desk, uid, why)
        with desk.workspace.changes.collected() as changes:
            action, task = _decided(asked, desk, uid, why)
        moves = options.new is not None or options.until is not None
        left = unplaced_of(desk, uid, changes) if moves else ()
        _tell(asked, desk, uid, action, task, left)
    return 0


def _reschedule(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, options.uid)
        due = _moment(desk, " ".join(options.day)) if options.day else _suggested(desk, uid)
        with desk.workspace.changes.collected() as changes:
            scope = Scope(options.scope)
            task = slips.new_deadline(desk.workspace, uid, due, _why(asked), scope)
        _tell(asked, desk, uid, "slip.new-due", task, unplaced_of(desk, uid, changes))
    return 0


def _suggested(desk: Desk, uid: str) -> Moment:
    """The deadline that the slip sheet has chosen when it opens."""
    view = slip_reading.slip(desk.workspace, uid)
    if view.suggested is None:
        usage = f"{desk.words.say('Usage: ')}{PROGRAM} reschedule UID …"
        raise Misused(desk.words.say("missing: {what}", what=desk.words.say("DAY")), usage)
    return view.offered[view.suggested]


def _why(asked: Asked) -> Why:
    """The reason that was given; words alone are another one."""
    options = asked.options
    reason = Reason(options.reason) if options.reason else None
    return Why(reason or (Reason.OTHER if options.text else None), options.text or "")


def _tell(
    asked: Asked, desk: Desk, uid: str, action: str, task: Task, left: tuple[StepOfPlan, ...]
) -> None:
    """Answer what became of the task `uid`: it is now as `task`, or `task` stands in for it."""
    line = tasks.line(desk.workspace, task.uid)
    record = line_record(line, desk.workspace.zone, desk.now)
    record |= {"replaces": task.replaces, "decision": action.removeprefix("slip.")}
    record |= unplaced_record(desk, left)
    original = tasks.task(desk.workspace, uid).summary

    def lines() -> Iterable[str]:
        said = [action_text(desk.words, action, original)]
        if task.uid != uid:
            said.append(f"“{task.summary}”")
        if task.due is not None and task.is_open:
            said.append(desk.dates.spoken(task.due, desk.now))
        yield harmless(" · ".join((*said, task.uid[:13])))
        yield from unplaced_lines(asked, desk, left)

    asked.answer(record, lines)


def _decided(asked: Asked, desk: Desk, uid: str, why: Why) -> tuple[str, Task]:
    options, workspace, scope = asked.options, desk.workspace, Scope(asked.options.scope)
    if options.new is not None:
        due = _moment(desk, options.new)
        return "slip.new-due", slips.new_deadline(workspace, uid, due, why, scope)
    if options.replace is not None:
        until = _moment(desk, options.until) if options.until is not None else None
        made = slips.replace_task(workspace, uid, options.replace, None, until, why)
        return "slip.replace", made
    if options.ask_again:
        return "slip.ask-again", slips.ask_again(workspace, uid, _follow_up(asked, desk))
    return "slip.let-go", slips.let_go(workspace, uid, why, scope)


def _suggest(asked: Asked, desk: Desk, uid: str) -> int:
    view = slip_reading.slip(desk.workspace, uid)
    record: Record = {
        "uid": uid,
        "summary": view.line.summary,
        "standing": view.standing.value,
        "moved": view.moves.count,
        "moved_since": view.moves.since.isoformat() if view.moves.since else None,
        "suggested": view.suggested,
        "offered": {way.value: due.isoformat() for way, due in view.offered.items()},
        "people": list(view.names),
        "follow_up": view.follow_up.isoformat(),
    }
    asked.answer(record, lambda: _suggested_lines(desk, view))
    return 0


def _suggested_lines(desk: Desk, view: SlipView) -> Iterable[str]:
    dates, now = desk.dates, desk.now
    yield harmless(view.line.summary)
    yield slipped_text(dates, view.standing, view.line.due, now)
    for way, due in view.offered.items():
        mark = "*" if way is view.suggested else " "
        yield f"{mark} {sentence(offer_text(dates, way, due, now))}"
    yield moved_text(dates, view.moves, now)


def _ask(asked: Asked, desk: Desk, uid: str, why: Why) -> int:
    options, workspace = asked.options, desk.workspace
    target = Path(options.ics) if options.ics is not None else None
    if target is not None and target.exists():
        raise FileExists(target)
    day = _follow_up(asked, desk)
    if options.hand_over is not None:
        action = "slip.hand-over"
        slips.hand_over(workspace, uid, options.hand_over, day, why)
    else:
        if options.to is None:
            usage = f"{desk.words.say('Usage: ')}{PROGRAM} slip UID --propose … --to …"
            raise Misused(desk.words.say("missing: {what}", what="--to"), usage)
        action = "slip.propose"
        slips.propose(workspace, uid, options.to, _moment(desk, options.propose), day, why)
    talk = slip_reading.talks(workspace, uid)[0]
    text = message_text(their_dates(desk.dates, talk), talk, desk.now)
    if target is not None:
        target.write_bytes(slip_reading.request_file(workspace, talk, text).encode())
    record = _talk_record(talk) | {"message": text}
    asked.answer(record, lambda: _talk_lines(desk, action, talk, text))
    return 0


def _talk_record(talk: Talk) -> Record:
    follow_up = talk.task.follow_up
    return {
        **proposal_record(talk.proposal),
        "waiting_for": talk.task.waiting_for,
        "follow_up": follow_up.isoformat() if follow_up else None,
    }


def _talk_lines(desk: Desk, action: str, talk: Talk, text: str) -> Iterable[str]:
    done = action_text(desk.words, action, talk.task.summary)
    told = proposal_text(desk.dates, talk.proposal, desk.now)
    yield harmless(f"{done} · {told}")
    yield ""
    yield harmless(text)


def _answer_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("uid", metavar="UID", help=say("the task's uid, or how it begins"))
    parser.add_argument("said", choices=list(_ANSWERS), help=say("what was said to the proposal"))
    parser.add_argument("--when", metavar=say("DAY"), help=say("what they propose instead"))


def _answer(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        uid = tasks.resolve(desk.workspace, options.uid)
        counter = _moment(desk, options.when) if options.when is not None else None
        proposal = slips.answer(desk.workspace, uid, _ANSWERS[options.said], counter)
        line = tasks.line(desk.workspace, uid)
        record = {
            **proposal_record(proposal),
            "task": line_record(line, desk.workspace.zone, desk.now),
        }
        asked.answer(record, lambda: [_answered(desk, line.summary, proposal)])
    return 0


def _answered(desk: Desk, title: str, proposal: Proposal) -> str:
    parts = [action_text(desk.words, "slip.answer", title)]
    if proposal.answer is not None:
        parts.append(answer_label(desk.words, proposal.answer))
    if proposal.counter is not None:
        parts.append(desk.dates.exact(proposal.counter, desk.now))
    return harmless(" · ".join(parts))


def _moment(desk: Desk, text: str) -> Moment:
    """A moment that was typed, in the account's zone.

    Raises:
        ImpossibleDate: there is none.
    """
    from services.quick_add import understand

    try:
        day, at = read_when(text, desk.workspace.today())
    except ImpossibleDate:
        # Weekdays and other words are known to quick add.
        parsed = understand(desk.workspace, text, desk.words.language)
        due = parsed.fields(desk.workspace.zone).get("due")
        if due is None or parsed.title:
            raise
        return due
    return Moment(day, at, desk.workspace.zone.key if at is not None else None)


def _follow_up(asked: Asked, desk: Desk) -> date | None:
    text = asked.options.follow_up
    return read_day(text, desk.workspace.today()) if text is not None else None


SLIP_COMMANDS: Mapping[str, Behaviour] = {
    "slip": Behaviour(_slip_arguments, _slip),
    "reschedule": Behaviour(_reschedule_arguments, _reschedule),
    "answer": Behaviour(_answer_arguments, _answer),
}
