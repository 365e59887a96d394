"""Slips as gestures: what each writes, in tasks, proposals and the ledger, and takes back."""

from datetime import timedelta

import pytest

from models.errors import (
    ChangedSince,
    DeadlinePassed,
    EmptySummary,
    ImpossibleValue,
    NothingProposed,
    NothingToUndo,
    TaskClosed,
    TextTooLong,
)
from models.ledger import LedgerKind, Outcome, Reason, Why, commitment
from models.person import Answer, ProposalKind
from models.recipe import Gap, Recipe, RecipeStep
from models.series import Scope
from models.slips import NewDue
from models.task import Status, Task
from services import daily_review, people, plans, record, slip_reading, slips, tasks, trash, undo
from services.clock import FixedClock
from services.home import home
from services.workspace import Workspace, open_workspace
from tests.rig.desk import JAKARTA, NEW_YORK, TODAY, add, at, plain

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TOMORROW = TODAY + DAY
DUE = at(TODAY, "09:00", JAKARTA)
AT_TEN = at(TOMORROW, "10:00", JAKARTA)
TEAM = Why(Reason.TEAM)


@pytest.fixture
def missed(desk: Workspace) -> Task:
    """Due an hour ago."""
    return add(desk, "Carousel", due=DUE, lead=HOUR)


def last(desk: Workspace, task: Task):
    return record.entries(desk, task.uid)[-1]


def outcome(desk: Workspace, task: Task) -> Outcome:
    one = commitment(record.entries(desk, task.uid))
    assert one is not None
    return one.outcome


def test_a_new_deadline_is_one_step_with_its_reason(desk: Workspace, missed: Task) -> None:
    slips.new_deadline(desk, missed.uid, AT_TEN, Why(Reason.OTHER, " Power\ncut "))
    entry = last(desk, missed)
    assert (entry.kind, entry.reason, entry.reason_text) == ("re-promised", "other", "Power cut")
    assert slip_reading.slip(desk, missed.uid).moves == slip_reading.Moves(1, TODAY)
    undo.undo(desk)
    assert plain(tasks.task(desk, missed.uid)) == plain(missed)
    assert slip_reading.slip(desk, missed.uid).moves.count == 0


def test_unlocked_steps_move_along_and_locked_or_done_ones_stay(
    desk: Workspace, missed: Task
) -> None:
    own = at(TODAY - DAY, "15:00", JAKARTA)
    follows = add(desk, "Naskah", parent=missed.uid, offset=-DAY)
    free = add(desk, "Desain", parent=missed.uid, due=own)
    deep = add(desk, "Foto", parent=free.uid, due=own)
    locked = add(desk, "Syuting", parent=missed.uid, offset=-DAY, is_locked=True)
    below = add(desk, "Kru", parent=locked.uid, due=own)
    done = add(desk, "Ide", parent=missed.uid, due=own)
    tasks.complete(desk, done.uid)
    before = [tasks.task(desk, each.uid).due for each in (locked, below, done)]
    slips.new_deadline(desk, missed.uid, AT_TEN)
    assert tasks.task(desk, follows.uid).due == at(TODAY, "10:00", JAKARTA)
    assert tasks.task(desk, free.uid).due == at(TODAY, "16:00", JAKARTA)
    assert tasks.task(desk, deep.uid).due == at(TODAY, "16:00", JAKARTA)
    assert [tasks.task(desk, each.uid).due for each in (locked, below, done)] == before
    tasks.edit(desk, locked.uid, {"is_locked": False})
    assert tasks.task(desk, locked.uid).due == at(TODAY, "10:00", JAKARTA)
    undo.undo(desk)
    undo.undo(desk)
    assert tasks.task(desk, deep.uid).due == own


@pytest.mark.parametrize(("scope", "rule"), [("this", "MO"), ("following", "TU")])
def test_a_repeating_task_moves_alone_or_with_those_that_follow(
    desk: Workspace, scope: str, rule: str
) -> None:
    task = add(desk, "Rekap", due=DUE, rrule="FREQ=WEEKLY;BYDAY=MO")
    slips.new_deadline(desk, task.uid, AT_TEN, TEAM, Scope(scope))
    moved = tasks.task(desk, task.uid)
    assert (moved.due, moved.rrule) == (AT_TEN, f"FREQ=WEEKLY;BYDAY={rule}")


def test_letting_go_of_a_repeating_task_is_for_this_time_or_for_ever(desk: Workspace) -> None:
    task = add(desk, "Rekap", due=DUE, rrule="FREQ=WEEKLY;BYDAY=MO", waiting_for="Raka")
    slips.let_go(desk, task.uid, TEAM)
    went_on = tasks.task(desk, task.uid)
    assert went_on.is_open
    assert (went_on.due, went_on.waiting_for) == (at(TODAY + 7 * DAY, "09:00", JAKARTA), None)
    kinds = [(each.kind, each.reason) for each in record.entries(desk, task.uid)]
    assert kinds == [("promised", None), ("let-go", "team"), ("promised", None)]
    slips.let_go(desk, task.uid, scope=Scope.FOLLOWING)
    assert tasks.task(desk, task.uid).status is Status.CANCELLED
    undo.undo(desk)
    undo.undo(desk)
    assert plain(tasks.task(desk, task.uid)) == plain(task)
    assert outcome(desk, task) is Outcome.OPEN


def test_letting_go_takes_its_open_steps_along(desk: Workspace, missed: Task) -> None:
    step = add(desk, "Naskah", parent=missed.uid, due=DUE)
    slips.let_go(desk, missed.uid, Why(Reason.NOT_IMPORTANT))
    assert tasks.task(desk, step.uid).status is Status.CANCELLED
    assert last(desk, step).reason == "not-important"
    assert outcome(desk, missed) is Outcome.LET_GO
    undo.undo(desk)
    assert tasks.task(desk, step.uid).is_open


def test_a_stand_in_takes_over_what_it_is_for(desk: Workspace, missed: Task) -> None:
    tasks.edit(desk, missed.uid, {"categories": ("ig",), "priority": 1})
    made = slips.replace_task(desk, missed.uid, "Satu foto", why=TEAM)
    assert (made.replaces, made.due) == (missed.uid, at(TODAY, "12:00", JAKARTA))
    assert (made.categories, made.priority, made.lead) == (("ig",), 1, HOUR)
    entry = last(desk, missed)
    assert (entry.kind, entry.other, entry.reason) == (LedgerKind.REPLACED, made.uid, "team")
    assert outcome(desk, missed) is Outcome.REPLACED
    assert [line.uid for line in slip_reading.replaced_by(desk, missed.uid)] == [made.uid]
    undo.undo(desk)
    assert outcome(desk, missed) is Outcome.OPEN
    assert slip_reading.replaced_by(desk, missed.uid) == ()


def test_the_original_can_be_put_off_instead(desk: Workspace, missed: Task) -> None:
    made = slips.replace_task(desk, missed.uid, "Satu foto", postponed=AT_TEN)
    assert tasks.task(desk, missed.uid).due == AT_TEN
    assert (last(desk, missed).kind, last(desk, missed).other) == ("re-promised", made.uid)


def test_in_the_evening_a_stand_in_is_for_the_day_without_a_lead(
    desk: Workspace, missed: Task, clock: FixedClock
) -> None:
    clock.advance(13 * HOUR)
    made = slips.replace_task(desk, missed.uid, "Satu foto")
    assert (made.due, made.lead) == (at(TODAY), None)


def test_of_a_repeating_task_this_time_is_replaced(desk: Workspace) -> None:
    task = add(desk, "Rekap", due=DUE, rrule="FREQ=WEEKLY;BYDAY=MO")
    slips.replace_task(desk, task.uid, "Singkat saja")
    kinds = [each.kind for each in record.entries(desk, task.uid)]
    assert kinds == ["promised", "replaced", "promised"]
    assert tasks.task(desk, task.uid).is_open


def test_handing_over_waits_until_they_accept(desk: Workspace, missed: Task) -> None:
    made = slips.hand_over(desk, missed.uid, " @Raka ", why=TEAM)
    task = tasks.task(desk, missed.uid)
    assert (made.kind, made.person) == (ProposalKind.HAND_OVER, "Raka")
    assert (task.waiting_for, task.follow_up, task.attendees) == ("Raka", TOMORROW, ("Raka",))
    assert outcome(desk, missed) is Outcome.OPEN
    assert last(desk, missed).reason == "team"
    # The promise is what it was: talking about it moves nothing.
    assert slip_reading.slip(desk, missed.uid).moves.count == 0
    slips.answer(desk, missed.uid, Answer.ACCEPTED)
    assert outcome(desk, missed) is Outcome.HANDED_OVER
    assert last(desk, missed).person == "Raka"
    assert tasks.task(desk, missed.uid).waiting_for == "Raka"
    for take, expected in ((undo.undo, Outcome.OPEN), (undo.redo, Outcome.HANDED_OVER)):
        take(desk)
        assert outcome(desk, missed) is expected


def test_a_deadline_that_is_accepted_holds(desk: Workspace, missed: Task) -> None:
    slips.propose(desk, missed.uid, "Raka", AT_TEN)
    assert tasks.task(desk, missed.uid).due == DUE
    slips.answer(desk, missed.uid, Answer.ACCEPTED)
    task = tasks.task(desk, missed.uid)
    assert (task.due, task.waiting_for, task.follow_up) == (AT_TEN, None, None)
    assert last(desk, missed).person == "Raka"
    with pytest.raises(NothingProposed):
        slips.answer(desk, missed.uid, Answer.DECLINED)


def test_what_is_countered_can_be_agreed_to(desk: Workspace, missed: Task) -> None:
    slips.propose(desk, missed.uid, "Raka", AT_TEN)
    later = at(TODAY + 3 * DAY, "10:00", JAKARTA)
    countered = slips.answer(desk, missed.uid, Answer.COUNTERED, later)
    assert (countered.answer, countered.counter) == (Answer.COUNTERED, later)
    assert tasks.task(desk, missed.uid).waiting_for is None
    slips.answer(desk, missed.uid, Answer.ACCEPTED)
    assert tasks.task(desk, missed.uid).due == later
    undo.undo(desk)
    undo.undo(desk)
    (talk,) = slip_reading.talks(desk, missed.uid)
    assert talk.proposal.answer is None
    assert talk.task.waiting_for == "Raka"


def test_what_is_declined_changes_nothing_but_the_waiting(desk: Workspace, missed: Task) -> None:
    slips.hand_over(desk, missed.uid, "Raka")
    slips.answer(desk, missed.uid, Answer.DECLINED)
    assert tasks.task(desk, missed.uid).waiting_for is None
    assert outcome(desk, missed) is Outcome.OPEN


def test_a_new_proposal_takes_the_place_of_one_without_an_answer(
    desk: Workspace, missed: Task
) -> None:
    slips.propose(desk, missed.uid, "Raka", AT_TEN)
    slips.hand_over(desk, missed.uid, "Sinta")
    assert [each.proposal.person for each in slip_reading.talks(desk, missed.uid)] == ["Sinta"]
    undo.undo(desk)
    assert [each.proposal.person for each in slip_reading.talks(desk, missed.uid)] == ["Raka"]


def test_home_asks_again_on_the_day_and_counts_what_waits_as_decided(
    desk: Workspace, missed: Task, clock: FixedClock
) -> None:
    assert home(desk).missed == 1
    slips.hand_over(desk, missed.uid, "Raka", TODAY)
    assert home(desk).missed == home(desk).due_missed == 0
    assert slip_reading.to_triage(desk) == ()
    assert [line.uid for line in home(desk).follow_ups] == [missed.uid]
    slips.ask_again(desk, missed.uid)
    assert home(desk).follow_ups == ()
    clock.advance(DAY)
    assert [line.uid for line in home(desk).follow_ups] == [missed.uid]


def test_friday_asks_again_on_monday(desk: Workspace, missed: Task, clock: FixedClock) -> None:
    clock.advance(4 * DAY)
    slips.hand_over(desk, missed.uid, "Raka")
    assert tasks.task(desk, missed.uid).follow_up == TODAY + 7 * DAY


def test_triage_goes_by_the_time_to_be_ready(desk: Workspace, missed: Task) -> None:
    earlier = add(desk, "Brief", due=at(TODAY - DAY))
    ready = add(desk, "Reels", due=at(TODAY, "10:30", JAKARTA), lead=HOUR)
    add(desk, "Nanti", due=AT_TEN)
    assert slip_reading.to_triage(desk) == (earlier.uid, missed.uid, ready.uid)


def test_several_decisions_are_taken_back_as_one_act(desk: Workspace, missed: Task) -> None:
    other = add(desk, "Reels", due=DUE)
    with desk.changes.collected() as made:
        slips.new_deadline(desk, missed.uid, AT_TEN)
        slips.hand_over(desk, other.uid, "Raka")
        slips.new_deadline(desk, missed.uid, at(TODAY + 2 * DAY, "10:00", JAKARTA))
    gestures = [each.gesture for each in made]
    assert len(undo.undo_each(desk, gestures)) == 3
    assert plain(tasks.task(desk, missed.uid)) == plain(missed)
    assert tasks.task(desk, other.uid).waiting_for is None
    assert slip_reading.talks(desk, other.uid) == ()
    with pytest.raises(NothingToUndo):
        undo.undo_each(desk, gestures)
    undo.redo(desk, gestures[0])
    assert tasks.task(desk, missed.uid).due == AT_TEN


def test_all_or_none_of_them_are_taken_back(desk: Workspace, missed: Task) -> None:
    other = add(desk, "Reels", due=DUE)
    with desk.changes.collected() as made:
        slips.new_deadline(desk, missed.uid, AT_TEN)
        slips.new_deadline(desk, other.uid, AT_TEN)
    tasks.reschedule(desk, missed.uid, at(TODAY + 5 * DAY))
    with pytest.raises(ChangedSince):
        undo.undo_each(desk, [each.gesture for each in made])
    assert tasks.task(desk, other.uid).due == AT_TEN


def test_an_undo_after_a_restart_brings_the_talk_back(
    desk: Workspace, missed: Task, clock: FixedClock
) -> None:
    slips.hand_over(desk, missed.uid, "Raka")
    tasks.delete(desk, missed.uid)
    trash.delete_for_good(desk, missed.uid)
    desk.close()
    again = open_workspace(desk.paths.folder, clock=clock, zone=JAKARTA)
    undo.undo(again)
    undo.undo(again)
    assert [each.proposal.person for each in slip_reading.talks(again, missed.uid)] == ["Raka"]
    again.close()


def test_whom_one_could_ask_comes_from_people_and_tasks(desk: Workspace, missed: Task) -> None:
    people.add_person(desk, name="Sinta")
    add(desk, "a", attendees=("Raka", "sinta"))
    add(desk, "b", attendees=("Raka",), waiting_for="Dewi", follow_up=TODAY)
    names = slip_reading.slip(desk, missed.uid).names
    assert names == ("Sinta", "Raka", "Dewi")
    tasks.edit(desk, missed.uid, {"attendees": ("Dewi",)})
    assert slip_reading.slip(desk, missed.uid).names[0] == "Dewi"


def test_the_work_that_days_hold_moves_the_slot_on(desk: Workspace, missed: Task) -> None:
    offered = slip_reading.slip(desk, missed.uid).offered
    assert offered[NewDue.SLOT] == at(TODAY, "16:00", JAKARTA)
    add(desk, "penuh", due=at(TODAY, "20:00", JAKARTA), estimate=8 * HOUR)
    add(desk, "tayang", due=at(TOMORROW, "16:00", JAKARTA))
    offered = slip_reading.slip(desk, missed.uid).offered
    assert offered[NewDue.SLOT] == at(TODAY + 2 * DAY, "16:00", JAKARTA)


def test_what_cannot_be_is_refused_and_nothing_is_written(desk: Workspace, missed: Task) -> None:
    uid, entries = missed.uid, record.entries(desk)
    for refusal, ask in (
        (DeadlinePassed, lambda: slips.new_deadline(desk, uid, DUE)),
        (DeadlinePassed, lambda: slips.propose(desk, uid, "Raka", DUE)),
        (DeadlinePassed, lambda: slips.hand_over(desk, uid, "Raka", TODAY - DAY)),
        (DeadlinePassed, lambda: slips.replace_task(desk, uid, "x", postponed=DUE)),
        (EmptySummary, lambda: slips.replace_task(desk, uid, "  ")),
        (ImpossibleValue, lambda: slips.hand_over(desk, uid, " @ ")),
        (TextTooLong, lambda: slips.let_go(desk, uid, Why(text="x" * 1_001))),
        (NothingProposed, lambda: slips.answer(desk, uid, Answer.ACCEPTED)),
        (NothingProposed, lambda: slips.ask_again(desk, uid)),
    ):
        with pytest.raises(refusal):
            ask()
    assert plain(tasks.task(desk, uid)) == plain(missed)
    assert record.entries(desk) == entries
    tasks.complete(desk, uid)
    with pytest.raises(TaskClosed):
        slips.new_deadline(desk, uid, AT_TEN)


def test_steps_that_a_recipe_planned_are_planned_anew_and_not_moved_as_far(desk: Workspace) -> None:
    # At four in the morning each step is put before the end of the day before.
    task, other = (add(desk, "Live", due=at(TODAY + 21 * DAY, "04:00")) for _ in range(2))
    recipe = Recipe("own", "Live", (RecipeStep("Naskah", Gap(0), HOUR),))
    for each in (task, other):
        plans.apply(desk, each.uid, recipe)
    due = at(TODAY + 23 * DAY, "04:00")
    slips.new_deadline(desk, task.uid, due)
    tasks.reschedule(desk, other.uid, due)
    slipped, moved = (
        tasks.task(desk, tasks.steps(desk, each.uid)[0].uid) for each in (task, other)
    )
    assert slipped.gap == "0d"
    assert slipped.due == moved.due


def test_what_is_put_off_until_tomorrow_is_a_new_deadline(desk: Workspace, missed: Task) -> None:
    daily_review.put_off(desk, missed.uid, Reason.TEAM, "Raka sakit")
    entry = last(desk, missed)
    assert (entry.reason, entry.reason_text) == ("team", "Raka sakit")
    assert tasks.task(desk, missed.uid).due == AT_TEN
    assert tasks.history(desk, missed.uid)[0].action == "slip.new-due"
    whole = add(desk, "Laporan", due=at(TODAY - DAY))
    daily_review.put_off(desk, whole.uid, None)
    assert tasks.task(desk, whole.uid).due == at(TOMORROW)


def test_what_is_put_off_leaves_time_to_be_ready(desk: Workspace, missed: Task) -> None:
    tasks.edit(desk, missed.uid, {"lead": 2 * DAY})
    daily_review.put_off(desk, missed.uid, None)
    # Ready by the day after tomorrow: tomorrow's deadline would be missed as it is promised.
    assert tasks.task(desk, missed.uid).due == at(TODAY + 3 * DAY, "10:00", JAKARTA)


def test_what_no_day_leaves_time_for_is_not_put_off(desk: Workspace, missed: Task) -> None:
    tasks.edit(desk, missed.uid, {"lead": 90 * DAY})
    assert daily_review.put_off_to(desk, tasks.task(desk, missed.uid)) is None
    with pytest.raises(ImpossibleValue):
        daily_review.put_off(desk, missed.uid, None)


def test_what_is_put_off_stays_in_the_zone_of_its_due(desk: Workspace) -> None:
    task = add(desk, "Siaran", due=at(TODAY, "09:00", NEW_YORK))
    daily_review.put_off(desk, task.uid, None)
    due = tasks.task(desk, task.uid).due
    assert due == at(TODAY, "22:00", NEW_YORK)
    assert due is not None
    assert due.instant(desk.zone) == at(TOMORROW, "10:00").instant(desk.zone)
