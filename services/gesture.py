"""One thing that the user did: what it changed, written down with it, told after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from models.ledger import LedgerEntry, Why
from models.storage import history_rows, images, promise_rows
from models.storage.history_rows import Entry
from models.storage.unit import UnitOfWork
from models.task import Status
from services.changes import Changed
from services.workspace import Workspace

T = TypeVar("T")


class Gesture:
    """Collects the changes of one action; `commit` writes them into the history.

    History, ledger, task and goals are written in the same transaction: there is no
    change without its entry, and no entry without its change. `why` is what the ledger
    keeps of the reason; `ledger` what it gets. `is_next` says that the tasks
    that it moves go on to their next occurrence: those are other promises.
    """

    def __init__(
        self,
        desk: Workspace,
        action: str,
        *,
        undoes: str | None = None,
        why: Why | None = None,
    ) -> None:
        self.desk = desk
        self.action = action
        self.now = desk.now()
        self.uid = desk.ids(self.now)
        self.why = why
        self.is_next = False
        self.ledger: list[LedgerEntry] = []
        self._undoes = undoes  # also of a gesture that is done again: see `history_rows`
        self._entries: list[Entry] = []

    def task_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a task; `before` None: it is new, `after` None: it was purged.

        A purge notes the whole task, so that undoing can bring it back.
        """
        self._note("task", uid, before, after)

    def goal_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a goal, likewise."""
        self._note("goal", uid, before, after)

    def filter_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a saved filter, likewise; to the history it is a setting with a uid."""
        self._note("setting", uid, before, after)

    def template_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a goal template, likewise."""
        self._note("setting", uid, before, after)

    def recipe_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a recipe, likewise."""
        self._note("setting", uid, before, after)

    def person_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a person, likewise."""
        self._note("setting", uid, before, after)

    def proposal_changed(
        self, uid: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Note fields of a proposal, likewise."""
        self._note("setting", uid, before, after)

    def nothing_changed(self, kind: str, uid: str) -> None:
        """Note that the thing was left as it was, so that an undoing is on record."""
        self._note(kind, uid, {}, {})

    @property
    def is_switch(self) -> bool:
        """Whether it takes a gesture back, or does it again."""
        return self._undoes is not None

    @property
    def changed_tasks(self) -> frozenset[str]:
        """The uids of the tasks that were noted."""
        return self._subjects("task")

    @property
    def has_changes(self) -> bool:
        """Whether anything was noted."""
        return bool(self._entries)

    def commit(self, unit: UnitOfWork, result: T) -> T:
        """Make it last, tell who listens, and hand back `result`."""
        self.write(unit)
        unit.commit()
        self.announce()
        return result

    def write(self, unit: UnitOfWork) -> None:
        """Write what it has noted; it lasts once the unit is committed."""
        history_rows.add(unit, self._entries)
        promise_rows.write(unit, self.ledger)

    def announce(self) -> None:
        """Tell who listens, once it lasts."""
        if self._entries:
            self.desk.changes.announce(
                Changed(
                    gesture=self.uid,
                    action=self.action,
                    tasks=self.changed_tasks,
                    goals=self._subjects("goal"),
                    completed=frozenset(_completed(self._entries)),
                    has_settings=bool(self._subjects("setting")),
                )
            )

    def _subjects(self, kind: str) -> frozenset[str]:
        return frozenset(entry.subject_uid for entry in self._entries if entry.subject == kind)

    def _note(
        self,
        kind: str,
        uid: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        self._entries.append(
            Entry(
                gesture=self.uid,
                action=self.action,
                at=self.now,
                undoes=self._undoes,
                subject=kind,
                subject_uid=uid,
                before=None if before is None else images.to_json(before),
                after=None if after is None else images.to_json(after),
                origin=self.desk.origin,
            )
        )


def _completed(entries: Iterable[Entry]) -> Iterator[str]:
    """The tasks that were open before these entries and are done after them."""
    for entry in entries:
        before = (entry.before or {}).get("status", Status.COMPLETED)
        after = (entry.after or {}).get("status")
        if entry.subject == "task" and before != after == Status.COMPLETED:
            yield entry.subject_uid
