"""The command about people: who there is and what they have, added, changed, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.person import Person
from services import people
from services.people import PersonFields
from services.people_reading import Business, PersonView, everybody
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import Parser
from views.cli.records import Record, line_record, person_record, proposal_record
from views.cli.terminal import harmless
from views.text import Words
from views.text.actions import action_text
from views.text.people_words import business_text, person_text


def _people_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar=say("NAME"), help=say("add somebody"))
    what.add_argument("--edit", metavar=say("NAME"), help=say("say something else of somebody"))
    what.add_argument("--delete", metavar=say("NAME"), help=say("take somebody out"))
    parser.add_argument("--name", metavar=say("NAME"), help=say("another name"))
    parser.add_argument("--language", choices=["id", "en", "own"], help=say("of their messages"))
    parser.add_argument("--channel", metavar=say("TEXT"), help=say("how to reach them"))


def _people(asked: Asked) -> int:
    options = asked.options
    fields: PersonFields = {}
    if options.name is not None:
        fields["name"] = options.name
    if options.channel is not None:
        fields["channel"] = options.channel
    if options.language is not None:
        fields["language"] = None if options.language == "own" else options.language
    with asked.desk() as desk:
        workspace = desk.workspace
        if options.add is not None:
            fields["name"] = options.add
            _told(asked, desk, "person.add", people.add_person(workspace, **fields))
        elif options.edit is not None:
            named = people.name_of(workspace, options.edit)
            changed = people.change_named(workspace, named, **fields)
            _told(asked, desk, "person.edit", changed)
        elif options.delete is not None:
            uid = people.person_named(workspace, options.delete).uid
            _told(asked, desk, "person.delete", people.delete_person(workspace, uid))
        else:
            found = everybody(workspace)
            records = [_record(desk, each) for each in found]
            asked.answer(records, lambda: _lines(desk, found))
    return 0


def _told(asked: Asked, desk: Desk, action: str, person: Person) -> None:
    text = harmless(action_text(desk.words, action, person.name))
    asked.answer(person_record(person), lambda: [text])


def _record(desk: Desk, view: PersonView) -> Record:
    known = {"uid": None, "name": view.name, "channel": "", "language": None}
    return {
        **(person_record(view.person) if view.person else known),
        "open": view.open_count,
        "tasks": [_business_record(desk, each) for each in view.business],
    }


def _business_record(desk: Desk, business: Business) -> Record:
    proposal = business.proposal
    return {
        **line_record(business.line, desk.workspace.zone, desk.now),
        "is_waiting": business.is_waiting,
        "follow_up": business.follow_up.isoformat() if business.follow_up else None,
        "proposal": proposal_record(proposal) if proposal else None,
    }


def _lines(desk: Desk, found: tuple[PersonView, ...]) -> Iterable[str]:
    if not found:
        yield desk.words.say("Nobody is here yet. Add somebody with --add.")
    for view in found:
        channel = view.person.channel if view.person else ""
        known = filter(None, (view.name, person_text(desk.words, view), channel))
        yield harmless(" · ".join(known))
        for each in view.business:
            told = business_text(desk.dates, each, desk.now)
            yield harmless(f"  {each.line.summary} · {told} · {each.line.uid[:13]}")


PEOPLE_COMMANDS: Mapping[str, Behaviour] = {"people": Behaviour(_people_arguments, _people)}
