"""Tasks as lines of text for people: aligned, in their language, as wide as the terminal.

Owns the columns of a list and the card of one task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from models.moment import Moment
from models.task import Priority, Task, TaskLine
from views.cli.asked import Desk
from views.cli.terminal import Style, Terminal, cells, fitted, harmless, padded
from views.text.fields import field_label, priority_label, status_label
from views.text.notices import reminder_text
from views.text.offsets import offset_text
from views.text.standings import standing_text

OPEN, DONE, CANCELLED = "○", "✓", "×"
#: Up to here a uid tells the millisecond in which it was made: seldom shared, so it resolves.
_SHORTEST_UID = 13
#: A title gives up none of this for what else there is to know.
_NARROW_TITLE = 20
_NARROWEST_TITLE = 8
#: The title comes first: what else there is to know gets this much where room is short.
_SHORT_META = 22
_GAP = "  "

When = Callable[[TaskLine], str]


def rows(
    lines: Sequence[TaskLine],
    desk: Desk,
    terminal: Terminal,
    when: When,
    uid_width: int | None = None,
    within: str | None = None,
) -> Iterator[str]:
    """A line for each task: check, uid, when, title and what else there is to know.

    Args:
        uid_width: how much of a uid is shown; by default what tells these tasks apart.
        within: uid of the task whose steps these are: it is not named again.
    """
    if not lines:
        return
    if uid_width is None:
        uid_width = distinct_length([line.uid for line in lines])
    moments = [when(line) for line in lines]
    when_width = max(cells(text) for text in moments)
    titles = [harmless(_title(line, within)) for line in lines]
    metas = [harmless(_meta(line, desk)) for line in lines]
    before = 2 + uid_width + len(_GAP) + (when_width + len(_GAP) if when_width else 0)
    title_width = max(cells(title) for title in titles)
    if terminal.width is not None:
        room = terminal.width - before
        wanted = min(_SHORT_META, max(cells(meta) for meta in metas)) + len(_GAP)
        rest = room - wanted if room - wanted >= _NARROW_TITLE else room
        # Long uids, of tasks made at once, may leave a narrow terminal even less than that.
        title_width = min(title_width, max(min(_NARROWEST_TITLE, room), rest, 1))
    for line, moment, title, meta in zip(lines, moments, titles, metas, strict=True):
        meta_room = None
        if terminal.width is not None:
            meta_room = terminal.width - before - title_width - len(_GAP)
        style = _style(line, desk)
        parts = [
            terminal.paint(_mark(line.status), style),
            " ",
            terminal.paint(line.uid[:uid_width], Style.QUIET),
            _GAP,
        ]
        if when_width:
            parts += [terminal.paint(padded(moment, when_width), style), _GAP]
        shown = fitted(title, title_width)
        rest = fitted(meta, meta_room) if meta_room is None or meta_room > 3 else ""
        parts.append(padded(shown, title_width) if rest else shown)
        if rest:
            parts += [_GAP, terminal.paint(rest, Style.QUIET)]
        yield "".join(parts)


def rows_by_day(lines: Sequence[TaskLine], desk: Desk, terminal: Terminal) -> Iterator[str]:
    """The tasks under a heading for each day on which they are due."""
    dates, today = desk.dates, desk.workspace.today()
    uid_width = distinct_length([line.uid for line in lines])

    def day_of(line: TaskLine) -> object:
        return line.due.day(dates.zone) if line.due else None

    for number, (_, group) in enumerate(groupby(lines, day_of)):
        of_day = list(group)
        if number:
            yield ""
        due = of_day[0].due
        if due is not None:
            heading = dates.heading(due.day(dates.zone), today)
            yield terminal.paint(f"{heading} · {len(of_day)}", Style.STRONG)
        yield from rows(of_day, desk, terminal, clock_of(desk), uid_width)


def clock_of(desk: Desk) -> When:
    """Tells the time of a due, where it has one."""
    return lambda line: _time(line.due, desk)


def card(
    task: Task,
    desk: Desk,
    terminal: Terminal,
    goal_name: str | None,
    steps: Sequence[TaskLine],
    progress: float | None,
) -> Iterator[str]:
    """One task, whole: its title, then a line for each field that says something."""
    words, dates, now = desk.words, desk.dates, desk.now
    yield terminal.paint(f"{_mark(task.status)} {harmless(task.summary)}", Style.STRONG)
    shown = [("uid", task.uid), ("status", status_label(words, task.status))]
    if task.due is not None:
        shown.append(("due", dates.exact(task.due, now)))
        if task.due.zone and task.due.zone != dates.zone.key:
            shown[-1] = ("due", f"{shown[-1][1]} ({task.due.isoformat()} {task.due.zone})")
        if task.lead is not None:
            shown.append(("lead", dates.lead(task.due, task.lead)))
    if task.offset is not None and task.parent is not None:
        shown.append(("offset", offset_text(dates, task.offset)))
    if task.dtstart is not None:
        shown.append(("dtstart", dates.exact(task.dtstart, now)))
    if task.estimate is not None:
        shown.append(("estimate", dates.duration(task.estimate)))
    if task.priority != Priority.NONE:
        shown.append(("priority", priority_label(words, task.priority)))
    shown += [
        ("goal", goal_name or ""),
        ("categories", ", ".join(f"#{name}" for name in task.categories)),
        ("attendees", ", ".join(task.attendees)),
        ("rrule", _repeat(task, desk)),
        ("reminders", "; ".join(reminder_text(dates, one, now) for one in task.reminders)),
        ("url", task.url or ""),
        ("completed", dates.instant(task.completed, now) if task.completed else ""),
        ("deleted", dates.instant(task.deleted, now) if task.deleted else ""),
    ]
    labelled = [(_label(desk, name), text) for name, text in shown if text]
    width = max(cells(label) for label, _ in labelled)
    for label, text in labelled:
        yield f"  {terminal.paint(padded(label, width), Style.QUIET)}{_GAP}{harmless(text)}"
    if task.description:
        yield ""
        yield from (f"  {harmless(line)}" for line in task.description.split("\n"))
    if steps:
        yield ""
        done = sum(step.is_done for step in steps)
        heading = words.say("Prep {done}/{total}", done=done, total=len(steps))
        if progress is not None:
            percent = words.say("{percent}%", percent=words.number(int(100 * progress)))
            heading = f"{heading} · {percent}"
        yield terminal.paint(heading, Style.STRONG)
        yield from rows(steps, desk, terminal, spoken_due(desk), within=task.uid)


def _repeat(task: Task, desk: Desk) -> str:
    if not task.rrule:
        return ""
    # Rules are read for a card only: a list does without.
    from views.text.repeats import repeat_text

    return repeat_text(task.rrule, desk.dates, task.repeat_from)


def spoken_due(desk: Desk) -> When:
    """Tells a due with its day, today's by its time alone."""
    return lambda line: desk.dates.due(line.due, desk.now) if line.due else ""


def distinct_length(uids: Sequence[str]) -> int:
    """How many characters of each uid tell these apart; never less than thirteen."""
    longest = _SHORTEST_UID
    ordered = sorted(uids)
    for one, other in pairwise(ordered):
        common = next(
            (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
            min(len(one), len(other)),
        )
        longest = max(longest, common + 1)
    return longest


def _label(desk: Desk, name: str) -> str:
    return name.upper() if name == "uid" else field_label(desk.words, name)


def _mark(status: str) -> str:
    if status == "CANCELLED":
        return CANCELLED
    return DONE if status == "COMPLETED" else OPEN


def _style(line: TaskLine, desk: Desk) -> Style | None:
    if line.is_done:
        return Style.DONE
    if line.standing(desk.now).is_missed:
        return Style.MISSED
    return Style.SOON if Priority.level(line.priority) == 1 else None


def _time(due: Moment | None, desk: Desk) -> str:
    if due is None or due.time is None:
        return ""
    return desk.dates.time(due.local(desk.dates.zone))


def _title(line: TaskLine, within: str | None) -> str:
    """The title; of a step its task's too."""
    is_told = not line.parent_summary or line.parent == within
    return line.summary if is_told else f"{line.summary} ‹ {line.parent_summary}"


def _meta(line: TaskLine, desk: Desk) -> str:
    """What a row of the app shows after the title, priority first as it has no colour here."""
    level = Priority.level(line.priority)
    parts = [f"P{level}"] if level < 4 else []
    if said := standing_text(desk.words, line.standing(desk.now), line.waiting_for):
        parts.append(said)
    if line.ready_at is not None and line.lead and line.due_time is not None and not line.is_done:
        ready = desk.dates.time(line.ready_at)
        parts.append(desk.words.say("ready by {time}", time=ready))
    if line.steps_total:
        parts.append(f"{line.steps_done}/{line.steps_total}")
    if line.rrule:
        parts.append("↻")
    if line.goal_name and not line.parent:
        parts.append(line.goal_name)
    if line.categories:
        parts.append(" ".join(f"#{name}" for name in line.categories))
    if line.attendees:
        parts.append(", ".join(line.attendees))
    return " · ".join(parts)
