"""People whom tasks are handed to, and what is proposed to them, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.moment import Moment

CHANNEL_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to work with. Tasks name people; this says more of one.

    Attributes:
        name: as in `Task.attendees` and `Task.waiting_for`.
        channel: how to reach them, in free text.
        language: what they are written to in, ``id`` or ``en``; None: the user's own.
        position: fractional key of the manual order.
        created, last_modified: aware UTC instants.
    """

    uid: str
    name: str
    created: datetime
    last_modified: datetime
    channel: str = ""
    language: str | None = None
    position: str = ""
    sequence: int = 0


class ProposalKind(StrEnum):
    """What is asked of somebody."""

    HAND_OVER = "hand-over"
    NEW_DUE = "new-due"


class Answer(StrEnum):
    """What they said to it."""

    ACCEPTED = "accepted"
    COUNTERED = "countered"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was proposed to a person about a task, and their answer once it came.

    Attributes:
        person: their name.
        due: what was proposed; None where nothing about the due was.
        made, answered: aware UTC instants.
        counter: what they propose instead.
    """

    uid: str
    task: str
    person: str
    kind: ProposalKind
    made: datetime
    due: Moment | None = None
    answer: Answer | None = None
    answered: datetime | None = None
    counter: Moment | None = None
