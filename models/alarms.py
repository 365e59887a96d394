"""What a phone's alarm clock is told, and what to change in it: pure rules over values.

A phone says notices when the app is closed, so it is told ahead of time. It keeps a number, a
title, a line and a payload of each, and never tells the instant: the payload carries it, so that
whoever asks what is set sees what was moved.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from models.reminding import Notice

#: How many the system takes: iOS keeps 64 of an app and drops the others without a word.
ALARMS_LIMIT = 64
#: How far ahead they are set; the app sets them anew whenever it runs.
HORIZON = timedelta(days=60)
_NUMBERS = 2**31 - 1
_STAMP = "%Y%m%dT%H%M%S.%fZ"


class Alarm(NamedTuple):
    """A notice as the system keeps it: `payload` says when it comes and of which task."""

    number: int
    title: str
    line: str
    payload: str


class Difference(NamedTuple):
    """What brings the system's alarms to what they should be, in this order."""

    cancelled: tuple[int, ...]
    added: tuple[Alarm, ...]


def payload_of(notice: Notice) -> str:
    """``20261123T080000.000000Z UID``: no two alarms of a task have the same, at any time."""
    return f"{notice.give_at.astimezone(UTC).strftime(_STAMP)} {notice.uid}"


def instant_and_task(payload: str) -> tuple[datetime, str] | None:
    """When (UTC) and of which task an alarm comes; None where the payload is not ours."""
    stamp, _, uid = payload.partition(" ")
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), uid
    except ValueError:
        return None


def numbered(notices: Iterable[Notice]) -> Mapping[int, Notice]:
    """A number of each, from its task, its kind and which of these it is, within 31 bits.

    The same notice keeps its number when it is moved, as long as it stays the task's first,
    second … of its kind.
    """
    found: dict[int, Notice] = {}
    places = Counter[tuple[str, str]]()
    for notice in sorted(notices, key=lambda one: (one.give_at, *one.order)):
        of_kind = (notice.uid, notice.kind.value)
        name = f"{notice.uid} {notice.kind.value} {places[of_kind]}"
        places[of_kind] += 1
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % _NUMBERS
        while number in found:
            number = (number + 1) % _NUMBERS
        found[number] = notice
    return found


def difference(armed: Iterable[Alarm], wanted: Iterable[Alarm]) -> Difference:
    """What is gone is cancelled, what is new or says something else is set.

    Setting a number anew takes the old one's place.
    """
    before = {alarm.number: alarm for alarm in armed}
    after = {alarm.number: alarm for alarm in wanted}
    return Difference(
        tuple(number for number in before if number not in after),
        tuple(alarm for number, alarm in after.items() if before.get(number) != alarm),
    )
