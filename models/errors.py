"""What DoCheck refuses, by kind. No prose: `views.text` says each in the user's language.

A `Refusal` is expected and is told to the user; anything else that is raised is
a fault of ours and goes to the log.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Refusal(Exception):
    """Something was asked that cannot be done; nothing was changed."""


class EmptySummary(Refusal):
    """A task or goal needs at least one visible character for a title."""


class SummaryTooLong(Refusal):
    """A title is longer than `limit` characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class TextTooLong(Refusal):
    """A note, link or name is longer than `limit` characters."""

    def __init__(self, field: str, length: int, limit: int) -> None:
        super().__init__(field, length, limit)
        self.field = field
        self.length = length
        self.limit = limit


class ImpossibleDate(Refusal):
    """There is no such day or time, or it lies outside 1970 to 9000."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnknownZone(Refusal):
    """There is no time zone of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ImpossibleValue(Refusal):
    """A field was given something that it cannot hold."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(field, str(value))
        self.field = field
        self.value = str(value)


class RuleFault(StrEnum):
    """Why a recurrence rule is refused."""

    UNREADABLE = "unreadable"
    UNKNOWN_PART = "unknown-part"
    REPEATED_PART = "repeated-part"
    IMPOSSIBLE_VALUE = "impossible-value"
    TOO_OFTEN = "too-often"
    COUNT_AND_UNTIL = "count-and-until"
    MISPLACED_PART = "misplaced-part"
    NEVER = "never"
    NEEDS_TIME = "needs-time"
    TOO_LONG = "too-long"


class ImpossibleRule(Refusal):
    """A recurrence rule cannot be followed; `part` is what of it is at fault."""

    def __init__(self, fault: RuleFault, part: str) -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


class NotRepeating(Refusal):
    """Only an open task that repeats can be skipped or stopped from repeating."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class NothingToCountFrom(Refusal):
    """A reminder counts from `field` (``due``, ``lead`` or ``dtstart``), which is not set."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class UnknownTask(Refusal):
    """No task of this account has that uid."""

    def __init__(self, uid: str) -> None:
        super().__init__(uid)
        self.uid = uid


class AmbiguousUid(Refusal):
    """More than one task has a uid that begins like this."""

    def __init__(self, uid: str) -> None:
        super().__init__(uid)
        self.uid = uid


class UnknownGoal(Refusal):
    """No goal of this account has that uid or name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownTag(Refusal):
    """No task of this account has that tag."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CircularParent(Refusal):
    """A task cannot be a step of itself or of one of its own steps."""


class StepsOpen(Refusal):
    """A task with `count` open steps is to be done, and nobody said what becomes of them."""

    def __init__(self, summary: str, count: int) -> None:
        super().__init__(summary, count)
        self.summary = summary
        self.count = count


class NotAStep(Refusal):
    """Only a step has an offset: the task has no parent whose due it could count from."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class NothingToUndo(Refusal):
    """No change is left to take back."""


class NothingToRedo(Refusal):
    """No undone change is left to do again, or another change came after it."""


class ChangedSince(Refusal):
    """What the gesture left was changed afterwards, so it cannot be taken back or done again.

    `summary` is the title of the task or goal, empty where it has none any more.
    """

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class NotInTrash(Refusal):
    """Only what is in the trash is deleted for good."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class NoTimer(Refusal):
    """No timer runs that could be stopped."""


class TaskClosed(Refusal):
    """A task that is done or in the trash takes no timer; one in the trash is not copied."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class UnknownTimeEntry(Refusal):
    """No time entry of this task has that uid, or several have one that begins like it."""

    def __init__(self, uid: str) -> None:
        super().__init__(uid)
        self.uid = uid


class HasTasks(Refusal):
    """The example is for an empty app, and there are tasks already."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class QueryFault(StrEnum):
    """Why a query cannot be read."""

    NO_DAY = "no-day"
    NO_SPAN = "no-span"
    NO_PRIORITY = "no-priority"
    NO_STATE = "no-state"
    NO_PART = "no-part"
    NOT_CLOSED = "not-closed"
    TOO_DEEP = "too-deep"


class UnreadableQuery(Refusal):
    """`text`, at the character `position` (0 is the first) of a query, cannot be read."""

    def __init__(self, fault: QueryFault, text: str, position: int) -> None:
        super().__init__(fault, text, position)
        self.fault = fault
        self.text = text
        self.position = position


class EmptyQuery(Refusal):
    """A saved filter needs something to look for."""


class UnknownFilter(Refusal):
    """No saved filter of this account has that uid or name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class FilterExists(Refusal):
    """Another saved filter has that name already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownPerson(Refusal):
    """Nobody of this account has that uid or name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PersonExists(Refusal):
    """Somebody else has that name already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DeadlinePassed(Refusal):
    """A new deadline, or the day to ask again, is to lie ahead; this one has passed."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NothingProposed(Refusal):
    """Nothing is proposed about the task `title` that an answer could be for."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class UnknownTemplate(Refusal):
    """No template has that uid or name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownRecipe(Refusal):
    """No recipe has that uid or name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RecipeExists(Refusal):
    """Another recipe has that name already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BuiltInRecipe(Refusal):
    """A recipe that comes with DoCheck cannot be changed or deleted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class EmptyRecipe(Refusal):
    """There are no steps that a recipe could have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoDueTime(Refusal):
    """A task without a due has nothing that could be planned towards."""

    def __init__(self, summary: str) -> None:
        super().__init__(summary)
        self.summary = summary


class TemplateExists(Refusal):
    """Another template of this account has that name already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BuiltInTemplate(Refusal):
    """A template that comes with DoCheck stays as it is; a copy of it can be changed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class EmptyTemplate(Refusal):
    """A template needs a task, and the goal `name` has none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TemplateTooLarge(Refusal):
    """A template would have more than `limit` tasks, levels of steps (``depth``) or bytes.

    Attributes:
        measure: ``tasks``, ``depth`` or ``size``.
    """

    def __init__(self, measure: str, count: int, limit: int) -> None:
        super().__init__(measure, count, limit)
        self.measure = measure
        self.count = count
        self.limit = limit


class TemplateFault(StrEnum):
    """Why a file is refused as a template."""

    NOT_JSON = "not-json"
    NOT_A_TEMPLATE = "not-a-template"
    NEWER = "newer"
    IMPOSSIBLE_VALUE = "impossible-value"


class UnreadableTemplate(Refusal):
    """A file holds no template that could be read; `part` is what of it is at fault."""

    def __init__(self, fault: TemplateFault, part: str) -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


class StorageRefusal(Refusal):
    """The data file cannot be used as asked; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class StorageReadOnly(StorageRefusal):
    """The data folder or file may not be written."""


class StorageFull(StorageRefusal):
    """The disk that holds the data is full."""


class StorageBusy(StorageRefusal):
    """Another program holds the data file for too long."""


class StorageUnreachable(StorageRefusal):
    """The data folder or file cannot be opened."""


class StorageNewer(StorageRefusal):
    """The data was written by a newer DoCheck."""


class StorageForeign(StorageRefusal):
    """The file is a database, but not one of DoCheck's."""


class StorageDamaged(StorageRefusal):
    """The file is not a sound database. `backup` is the newest good copy, if any."""

    def __init__(self, path: Path, backup: Path | None = None) -> None:
        super().__init__(path)
        self.backup = backup


class FileExists(StorageRefusal):
    """A backup would overwrite a file that is there."""


class FileMissing(StorageRefusal):
    """There is no file of that name."""
