"""A promise is what its entries come to: by example."""

from datetime import time

from models.ledger import LedgerKind, Outcome, Reason
from models.moment import Moment
from models.promise import Promise, promises_of
from tests.models.test_record import DAY, HOUR, JAKARTA, NOON, PROMISED, done, entry, moved

NEW_YORK = "America/New_York"


def only(*entries: object) -> Promise:
    (found,) = promises_of(entries)  # pyright: ignore[reportArgumentType]
    return found


def test_it_has_the_first_due_and_the_last_and_what_was_said_last() -> None:
    found = only(
        PROMISED,
        moved(NOON + DAY, NOON, reason=Reason.TEAM.value, reason_text="Raka"),
        moved(NOON + DAY, NOON, lead=HOUR),
        moved(NOON + 2 * DAY, NOON + HOUR, goal="g"),
        done(NOON + DAY, goal="g")._replace(summary="Carousel"),
    )
    assert (found.due_at, found.ready_at) == (NOON, NOON - HOUR)
    assert found.original == Moment(NOON.date(), time(12), JAKARTA)
    assert found.renegotiated == Moment((NOON + 2 * DAY).date(), time(12), JAKARTA)
    assert (found.moves, found.reason, found.reason_text) == (2, Reason.TEAM, "Raka")
    assert (found.goal_uid, found.summary) == ("g", "Carousel")
    assert (found.outcome, found.settled, found.trashed) == (Outcome.DONE, NOON + DAY, None)


def test_a_due_that_was_taken_away_is_no_last_one() -> None:
    found = only(PROMISED, moved(None, NOON))
    assert (found.renegotiated, found.last_at, found.moves) == (None, None, 1)


def test_a_series_has_one_for_each_occurrence() -> None:
    following = entry(LedgerKind.PROMISED, NOON, NOON + DAY)
    found = list(promises_of([PROMISED, done(NOON), following]))
    assert [(each.number, each.outcome) for each in found] == [
        (0, Outcome.DONE),
        (1, Outcome.OPEN),
    ]


def test_what_was_never_promised_is_none() -> None:
    assert list(promises_of([entry(LedgerKind.DONE, NOON, None)])) == []


def test_its_day_is_the_one_its_reader_saw() -> None:
    night = NOON.replace(hour=18)
    abroad = entry(LedgerKind.PROMISED, NOON - DAY, night)._replace(zone=NEW_YORK)
    # An hour after midnight in Jakarta it is the day before in New York.
    assert abroad.due_date == (night + DAY).date()
    assert only(abroad).day == night.date()


def test_a_zone_that_is_known_no_more_costs_no_promise() -> None:
    lost = PROMISED._replace(zone="Mars/Olympus")
    assert only(lost).day == lost.due_date
