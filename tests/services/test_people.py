"""People: added, changed, taken out, and every step undone."""

import pytest

from models.errors import ImpossibleValue, PersonExists, TextTooLong, UnknownPerson
from services import people, undo
from services.workspace import Workspace


def test_somebody_is_added_changed_and_taken_out_and_all_of_it_undone(desk: Workspace) -> None:
    raka = people.add_person(desk, name=" @Raka ", channel="WA\n+62", language="en")
    assert (raka.name, raka.channel, raka.language) == ("Raka", "WA +62", "en")
    changed = people.change_person(desk, raka.uid, name="Raka P", language=None)
    assert (changed.name, changed.channel, changed.language) == ("Raka P", "WA +62", None)
    assert people.change_person(desk, raka.uid, name="Raka P") == changed
    people.delete_person(desk, raka.uid)
    assert people.people(desk) == ()
    assert undo.undo(desk).summary == "Raka P"
    undo.undo(desk)
    assert [each.name for each in people.people(desk)] == ["Raka"]
    undo.undo(desk)
    assert people.people(desk) == ()
    undo.redo(desk)
    assert people.people(desk)[0].language == "en"


def test_they_are_found_by_name_or_uid(desk: Workspace) -> None:
    raka = people.add_person(desk, name="Raka")
    assert people.person_named(desk, "RAKA ") == raka
    assert people.person_named(desk, raka.uid[:13]) == raka
    for said in ("Sinta", "", raka.uid[:1] + "x"):
        with pytest.raises(UnknownPerson):
            people.person_named(desk, said)


def test_who_cannot_be_is_refused(desk: Workspace) -> None:
    raka = people.add_person(desk, name="Raka")
    with pytest.raises(PersonExists):
        people.add_person(desk, name="rAKA")
    with pytest.raises(ImpossibleValue):
        people.add_person(desk, name=" ")
    with pytest.raises(TextTooLong):
        people.add_person(desk, name="x" * 200)
    with pytest.raises(TextTooLong):
        people.change_person(desk, raka.uid, channel="x" * 501)
    with pytest.raises(ImpossibleValue):
        people.change_person(desk, raka.uid, language="de")
    with pytest.raises(UnknownPerson):
        people.delete_person(desk, "nobody")
    assert people.change_person(desk, raka.uid, name="RAKA").name == "RAKA"
