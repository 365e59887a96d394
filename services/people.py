"""People: whom tasks are handed to and compromises are made with. Simple contacts.

Owns their names and their history; undoing comes by here too. Tasks name people: they take a
new name over, and keep the name of a contact that is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypedDict, Unpack

from models.errors import ImpossibleValue, PersonExists, TextTooLong, UnknownPerson
from models.folding import folded
from models.person import CHANNEL_LIMIT, Person
from models.storage import images, people_rows
from models.storage.unit import UnitOfWork
from services.fields import checked_names, clean_line
from services.gesture import Gesture
from services.ids import position_at
from services.people_renaming import follow_person
from services.settings import LANGUAGES
from services.workspace import Workspace

#: So many names are suggested.
SUGGESTED = 12
_IMAGED = ("name", "channel", "language", "position")


class PersonFields(TypedDict, total=False):
    """What may be said of a person; an absent key is left alone."""

    name: str
    channel: str
    language: str | None


def people(desk: Workspace) -> tuple[Person, ...]:
    """Everybody, in manual order."""
    with desk.reading() as unit:
        return people_rows.read_all(unit)


def person_named(desk: Workspace, said: str) -> Person:
    """The one of that name, letter case aside, or whose uid begins so.

    Raises:
        UnknownPerson: there is nobody, or are several.
    """
    with desk.reading() as unit:
        every = people_rows.read_all(unit)
    wanted = folded(said.strip())
    by_name = [each for each in every if folded(each.name) == wanted]
    by_uid = [each for each in every if wanted and each.uid.startswith(wanted)]
    match by_name or by_uid:
        case [found]:
            return found
        case _:
            raise UnknownPerson(said)


def name_of(desk: Workspace, said: str) -> str:
    """As `person_named`, also of whom only tasks name: what they are called there.

    Raises:
        UnknownPerson: there is nobody, or are several.
    """
    try:
        return person_named(desk, said).name
    except UnknownPerson:
        wanted = folded(said.strip())
        with desk.reading() as unit:
            named = people_rows.every_name(unit)
        found = next((each for each in named if wanted and folded(each) == wanted), None)
        if found is None:
            raise
        return found


def suggested(desk: Workspace) -> tuple[str, ...]:
    """Names to choose from: the people, then whom tasks name, those named most first."""
    with desk.reading() as unit:
        return suggested_in(unit)


def suggested_in(unit: UnitOfWork) -> tuple[str, ...]:
    """`suggested` as a part of a larger reading."""
    names: dict[str, str] = {}
    for name in (
        *(each.name for each in people_rows.read_all(unit)),
        *people_rows.names_in_tasks(unit, SUGGESTED),
    ):
        names.setdefault(folded(name), name)
    return tuple(names.values())[:SUGGESTED]


def add_person(desk: Workspace, **fields: Unpack[PersonFields]) -> Person:
    """Add somebody; only `name` is required.

    Raises:
        ImpossibleValue, TextTooLong, PersonExists: they cannot be called or reached so.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "person.add")
        return gesture.commit(unit, _add(unit, gesture, {"name": "", **fields}))


def change_person(desk: Workspace, uid: str, **fields: Unpack[PersonFields]) -> Person:
    """Say something else of somebody; a new name is taken over wherever the old one stands.

    Raises:
        UnknownPerson: there is no such person.
        ImpossibleValue, TextTooLong, PersonExists: they cannot be called or reached so.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "person.edit")
        person = _read(unit, uid)
        changed = _change(unit, gesture, person, _checked(unit, fields, uid))
        if changed.name != person.name:
            follow_person(unit, gesture, person.name, changed.name)
        return gesture.commit(unit, changed)


def change_named(desk: Workspace, said: str, /, **fields: Unpack[PersonFields]) -> Person:
    """Say something of whoever tasks call `said`; who is no contact yet becomes one.

    Raises:
        ImpossibleValue, TextTooLong, PersonExists: they cannot be called or reached so.
    """
    with desk.writing() as unit:
        if (person := people_rows.named(unit, said)) is None:
            gesture = Gesture(desk, "person.edit")
            person = _add(unit, gesture, {"name": said, **fields})
            if person.name != said:
                follow_person(unit, gesture, said, person.name)
            return gesture.commit(unit, person)
    return change_person(desk, person.uid, **fields)


def delete_person(desk: Workspace, uid: str) -> Person:
    """Take somebody out; tasks keep the name.

    Raises:
        UnknownPerson: there is no such person.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "person.delete")
        person = _read(unit, uid)
        _take(unit, gesture, person)
        return gesture.commit(unit, person)


def take_person_back(
    unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any] | None
) -> None:
    """Leave the person as an undone gesture found them; None: there was none."""
    person = people_rows.read(unit, uid)
    if image is None:
        if person is not None:
            _take(unit, gesture, person)
        return
    values = images.from_json(image)
    if person is not None:
        values.pop("created", None)
        _change(unit, gesture, person, values)
    elif "created" in values:
        person = Person(uid=uid, last_modified=gesture.now, **values)
        people_rows.add(unit, person)
        gesture.person_changed(uid, None, _image(person))


def is_person(unit: UnitOfWork, uid: str, image: Mapping[str, Any] | None) -> bool:
    """Whether a setting of the history is a person: there is one, or `image` is one's."""
    return "channel" in (image or ()) or people_rows.read(unit, uid) is not None


def person_name(unit: UnitOfWork, uid: str) -> str:
    """What they are called; empty where they are gone."""
    person = people_rows.read(unit, uid)
    return person.name if person else ""


def checked_name(text: str) -> str:
    """A name as it will be kept, as in `Task.attendees`.

    Raises:
        ImpossibleValue, TextTooLong: it cannot be one.
    """
    names = checked_names("name", (text,))
    if not names:
        raise ImpossibleValue("name", text)
    return names[0]


def _add(unit: UnitOfWork, gesture: Gesture, fields: PersonFields) -> Person:
    uid = gesture.desk.ids(gesture.now)
    person = Person(
        uid=uid,
        created=gesture.now,
        last_modified=gesture.now,
        position=position_at(gesture.now, uid),
        **_checked(unit, fields, uid),
    )
    people_rows.add(unit, person)
    gesture.person_changed(uid, None, _image(person))
    return person


def _take(unit: UnitOfWork, gesture: Gesture, person: Person) -> None:
    people_rows.take(unit, person.uid)
    gesture.person_changed(person.uid, _image(person), None)


def _change(
    unit: UnitOfWork, gesture: Gesture, person: Person, values: Mapping[str, Any]
) -> Person:
    differing = {name: value for name, value in values.items() if getattr(person, name) != value}
    if not differing:
        return person
    before = {name: getattr(person, name) for name in differing}
    changed = replace(person, **differing, last_modified=gesture.now, sequence=person.sequence + 1)
    people_rows.change(unit, changed)
    gesture.person_changed(person.uid, before, differing)
    return changed


def _read(unit: UnitOfWork, uid: str) -> Person:
    if (found := people_rows.read(unit, uid)) is None:
        raise UnknownPerson(uid)
    return found


def _image(person: Person) -> dict[str, Any]:
    return {"created": person.created, **{name: getattr(person, name) for name in _IMAGED}}


def _checked(unit: UnitOfWork, fields: PersonFields, uid: str) -> dict[str, Any]:
    values: dict[str, Any] = dict(fields)
    if "name" in values:
        name = values["name"] = checked_name(values["name"])
        wanted = folded(name)
        for other in people_rows.read_all(unit):
            if other.uid != uid and folded(other.name) == wanted:
                raise PersonExists(name)
    if "channel" in values:
        channel = values["channel"] = clean_line(values["channel"])
        if len(channel) > CHANNEL_LIMIT:
            raise TextTooLong("channel", len(channel), CHANNEL_LIMIT)
    if values.get("language") is not None and values["language"] not in LANGUAGES:
        raise ImpossibleValue("language", values["language"])
    return values
