"""Which notices are given now and which wait, for quiet hours or because they were snoozed.

Pure rules over what `models.reminding` tells. A task has at most one notice that waits: later
ones take its place, so that what was held back is given once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from models.reminding import (
    Notice,
    NoticeKind,
    Reminded,
    Rules,
    after_quiet,
    is_quiet,
    latest_of_each,
    notices_of,
)
from models.task import ready_by


class Held(NamedTuple):
    """A notice that waits until `until`; `is_snoozed`: because somebody asked for that.

    Its `at` says which of the task's notices it is; `until` itself: none, somebody just wishes to
    be reminded then.
    """

    uid: str
    kind: NoticeKind
    at: datetime
    until: datetime
    is_snoozed: bool


class Waiting(NamedTuple):
    """What was not given yet: `fresh` fell due, `held` was held back; open tasks by uid."""

    fresh: tuple[Notice, ...]
    held: Mapping[str, Held]
    tasks: Mapping[str, Reminded]


class Settled(NamedTuple):
    """What is given now, and what is held back from now on, by the task's uid."""

    given: tuple[Notice, ...]
    held: Mapping[str, Held]


def settle(waiting: Waiting, now: datetime, rules: Rules, home: ZoneInfo) -> Settled:
    """Give what may be given at `now` (aware), of each task the latest; hold back the rest.

    In quiet hours everything waits for their end but what was set to an exact time: a reminder
    at an instant, and the end of a snooze. A snoozed task's other notices wait with it.
    """
    given: list[Notice] = []
    held = {uid: one for uid, one in waiting.held.items() if one.until > now}
    is_silent = is_quiet(now, rules, home)
    quiet_end = after_quiet(now, rules, home)
    ready: list[tuple[Notice, bool]] = []
    for uid, one in waiting.held.items():
        if uid in held or (task := waiting.tasks.get(uid)) is None:
            continue
        if (notice := notice_of(one, task, now, rules, home)) is not None:
            ready.append((notice, one.is_snoozed))
    ready += ((notice, notice.is_exact) for notice in waiting.fresh)
    for notice, is_exact in ready:
        before = held.get(notice.uid)
        if is_exact:
            given.append(notice)
        elif before is not None and before.is_snoozed:
            held[notice.uid] = before._replace(kind=notice.kind, at=notice.at)
        elif is_silent:
            held[notice.uid] = Held(notice.uid, notice.kind, notice.at, quiet_end, is_snoozed=False)
        else:
            held.pop(notice.uid, None)
            given.append(notice)
    return Settled(latest_of_each(given), held)


def planned(waiting: Waiting, now: datetime, rules: Rules, home: ZoneInfo) -> tuple[Notice, ...]:
    """Everything that waits, with the instant at which `settle` will give it, by that instant."""
    at_their_time = [_at_its_time(notice, waiting, now, rules, home) for notice in waiting.fresh]
    for one in waiting.held.values():
        if (task := waiting.tasks.get(one.uid)) is None:
            continue
        until = max(one.until, now)
        if (notice := notice_of(one, task, until, rules, home)) is not None:
            at_their_time.append(notice._replace(give_at=until))
    by_instant: dict[datetime, list[Notice]] = {}
    for notice in at_their_time:
        by_instant.setdefault(notice.give_at, []).append(notice)
    return tuple(notice for at in sorted(by_instant) for notice in latest_of_each(by_instant[at]))


def notice_of(
    one: Held, task: Reminded, now: datetime, rules: Rules, home: ZoneInfo
) -> Notice | None:
    """What a notice that was held back says at `now` of its open task; None when it is void.

    That is when the task was given another due, also by the next occurrence of its series: one to
    which it is not yet close, or from which its reminder counts anew.
    """
    if one.at == one.until:
        ready = ready_by(task.due, task.lead)
        return Notice(one.at, one.kind, task.uid, task.summary, task.due, ready, one.until)
    every = notices_of(task, rules, home)
    if one.kind is NoticeKind.REMINDER:
        return next((each for each in every if (each.kind, each.at) == (one.kind, one.at)), None)
    passed = [each for each in every if each.at <= now and each.kind is not NoticeKind.REMINDER]
    return passed[-1] if passed else None


def _at_its_time(
    notice: Notice, waiting: Waiting, now: datetime, rules: Rules, home: ZoneInfo
) -> Notice:
    give_at = max(notice.at, now)
    if not notice.is_exact:
        before = waiting.held.get(notice.uid)
        if before is not None and before.is_snoozed and before.until > give_at:
            give_at = before.until
        else:
            give_at = after_quiet(give_at, rules, home)
    return notice._replace(give_at=give_at)
