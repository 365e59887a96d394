"""People: added, changed, taken out, and every step undone."""

from datetime import timedelta

import pytest

from models.errors import ImpossibleValue, PersonExists, TextTooLong, UnknownPerson
from models.lists import ListName
from models.person import ProposalKind
from models.series import Scope
from services import (
    filters,
    lists,
    people,
    people_reading,
    slip_reading,
    slips,
    tasks,
    undo,
)
from services.series import edit_series
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at

DAY = timedelta(days=1)


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


def test_a_new_name_is_taken_over_wherever_the_old_one_stands_and_undone_as_one(
    desk: Workspace,
) -> None:
    raka = people.add_person(desk, name="Raka")
    handed = add(desk, "Carousel", due=at(TODAY + DAY))
    done = add(desk, "Naskah", attendees=("raka", "Sinta"))
    tasks.complete(desk, done.uid)
    saved = filters.save_filter(desk, "Raka", "with:Raka")
    slips.hand_over(desk, handed.uid, "Raka")

    people.change_person(desk, raka.uid, name="Raka P")
    task = tasks.task(desk, handed.uid)
    assert (task.attendees, task.waiting_for) == (("Raka P",), "Raka P")
    assert tasks.task(desk, done.uid).attendees == ("Raka P", "Sinta")
    (talk,) = slip_reading.talks(desk, handed.uid)
    assert talk.proposal.person == "Raka P"
    assert talk.person is not None
    assert filters.filter_named(desk, saved.name).query == 'with:"Raka P"'

    assert undo.undo(desk).summary == "Raka P"
    assert tasks.task(desk, handed.uid).waiting_for == "Raka"
    assert tasks.task(desk, done.uid).attendees == ("Sinta", "raka")
    assert slip_reading.talks(desk, handed.uid)[0].proposal.person == "Raka"
    assert filters.filter_named(desk, saved.name).query == "with:Raka"


def test_the_next_time_of_a_series_comes_with_the_new_name(desk: Workspace) -> None:
    series = add(desk, "Rapat", due=at(TODAY), rrule="FREQ=WEEKLY", attendees=("Raka",))
    edit_series(desk, series.uid, {"attendees": ("Raka", "Sinta")}, Scope.THIS)
    people.change_named(desk, "Raka", name="Raka P")
    tasks.complete(desk, series.uid)
    (coming,) = (line for line in lists.every_line(desk, ListName.ALL) if not line.is_done)
    assert coming.attendees == ("Raka P",)


def test_whom_only_tasks_name_becomes_a_contact_once_something_is_said_of_them(
    desk: Workspace,
) -> None:
    task = add(desk, "Poster", attendees=("Sinta",))
    made = people.change_named(desk, "Sinta", name="Sinta W", language="en")
    assert people.people(desk) == (made,)
    assert tasks.task(desk, task.uid).attendees == ("Sinta W",)
    assert people.change_named(desk, "sinta w", language=None).uid == made.uid
    with pytest.raises(PersonExists):
        people.change_named(desk, "Raka", name="SINTA W")
    undo.undo(desk)
    undo.undo(desk)
    assert people.people(desk) == ()
    assert tasks.task(desk, task.uid).attendees == ("Sinta",)


def test_everybody_is_shown_with_what_they_have(desk: Workspace) -> None:
    raka = people.add_person(desk, name="Raka")
    later = add(desk, "Reels", due=at(TODAY + DAY))
    sooner = add(desk, "Carousel", due=at(TODAY + DAY))
    add(desk, "Poster", attendees=("Sinta", "RAKA"))
    gone = add(desk, "Thread", due=at(TODAY + DAY), attendees=("Budi",))
    slips.hand_over(desk, later.uid, "raka", follow_up=TODAY + 5 * DAY)
    slips.propose(desk, sooner.uid, "Raka", at(TODAY + 2 * DAY), follow_up=TODAY)
    slips.hand_over(desk, gone.uid, "Raka", follow_up=TODAY)
    tasks.complete(desk, gone.uid)

    first, second = people_reading.everybody(desk)
    assert (first.name, first.person, first.open_count) == ("Raka", raka, 3)
    told = [(each.line.summary, each.is_waiting, each.follow_up) for each in first.business]
    assert told == [("Carousel", True, TODAY), ("Reels", True, TODAY + 5 * DAY)]
    kinds = [each.proposal.kind for each in first.business if each.proposal]
    assert kinds == [ProposalKind.NEW_DUE, ProposalKind.HAND_OVER]
    assert (second.name, second.person, second.open_count, second.business) == (
        "Sinta",
        None,
        1,
        (),
    )


def test_what_was_proposed_to_somebody_stays_theirs_where_it_waits_for_another(
    desk: Workspace,
) -> None:
    task = add(desk, "Reels", due=at(TODAY + DAY))
    slips.propose(desk, task.uid, "Raka", at(TODAY + 2 * DAY))
    tasks.edit(desk, task.uid, {"waiting_for": "Sinta"})
    found = {each.name: each.business for each in people_reading.everybody(desk)}
    assert [each.is_waiting for each in found["Raka"]] == [False]
    assert [(each.is_waiting, each.proposal) for each in found["Sinta"]] == [(True, None)]
