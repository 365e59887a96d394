"""Goal templates: keeping a goal as one, starting one on a date, changing and sharing them.

Owns the templates of the account, and that those which come with DoCheck stand beside them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from models.errors import (
    BuiltInTemplate,
    EmptyTemplate,
    TemplateTooLarge,
    UnknownGoal,
    UnknownTemplate,
)
from models.folding import folded
from models.laying_out import laid_task
from models.moment import Moment
from models.storage import goal_rows, task_rows, template_rows
from models.storage.template_rows import KeptTemplate
from models.storage.unit import UnitOfWork
from models.template import (
    DEPTH_LIMIT,
    TASKS_LIMIT,
    GoalTemplate,
    TemplateTask,
    depth,
    every_task,
)
from models.template_json import from_text, to_text
from models.templating import template_of
from services.amending import read_task
from services.fields import checked_fields, clean_line, is_storable
from services.gesture import Gesture
from services.succession import as_series
from services.template_keeping import (
    add_template,
    change_template,
    checked_description,
    checked_name,
    free_name,
    take_template,
)
from services.workspace import Workspace


def templates(desk: Workspace, language: str) -> tuple[GoalTemplate, ...]:
    """The account's own templates in manual order, then those that come with DoCheck."""
    with desk.reading() as unit:
        own = tuple(kept.template for kept in template_rows.read_all(unit))
    return (*own, *_built_in(language))


def template(desk: Workspace, uid: str, language: str) -> GoalTemplate:
    """The template `uid`, in `language` where it comes with DoCheck.

    Raises:
        UnknownTemplate: there is none.
    """
    with desk.reading() as unit:
        return find_template(unit, uid, language)


def template_named(desk: Workspace, name: str, language: str) -> GoalTemplate:
    """The template of that name or uid, letter case and accents aside; an own one first.

    Raises:
        UnknownTemplate: there is none.
    """
    wanted = folded(clean_line(name))
    for each in templates(desk, language):
        if wanted in (folded(each.name), folded(each.uid)):
            return each
    raise UnknownTemplate(name)


def save_goal_as_template(desk: Workspace, goal: str, name: str | None = None) -> GoalTemplate:
    """Keep the goal `goal` with its tasks as a template; see `models.templating.template_of`.

    Without a name it is called like the goal, with a number behind it where that is taken.

    Raises:
        UnknownGoal: there is no such goal, or it is in the trash.
        EmptyTemplate: it has no task that a template could keep.
        TemplateTooLarge: it has too many.
        EmptySummary, TextTooLong, TemplateExists: it cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.save")
        found = goal_rows.read(unit, goal) if is_storable(goal) else None
        if found is None or found.deleted is not None:
            raise UnknownGoal(goal)
        trees = [task_rows.subtree(unit, each) for each in goal_rows.tasks_of(unit, goal)]
        uids = dict.fromkeys(uid for tree in trees for uid in tree)
        tasks = [as_series(read_task(unit, uid)) for uid in uids]
        made = template_of(found, tasks, desk.ids(gesture.now), desk.zone)
        _require_size(made)
        if not made.tasks:
            raise EmptyTemplate(found.name)
        made = replace(made, name=free_name(unit, made.name) if name is None else name)
        return gesture.commit(unit, add_template(unit, gesture, made))


def copy_template(
    desk: Workspace, uid: str, language: str, name: str | None = None
) -> GoalTemplate:
    """Make an own template of another, such as one that comes with DoCheck.

    Raises:
        UnknownTemplate: there is no such template.
        EmptySummary, TextTooLong, TemplateExists: it cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.save")
        found = find_template(unit, uid, language)
        called = free_name(unit, found.name) if name is None else name
        made = replace(found, uid=desk.ids(gesture.now), name=called, is_built_in=False)
        return gesture.commit(unit, add_template(unit, gesture, made))


def import_template(desk: Workspace, content: bytes, name: str | None = None) -> GoalTemplate:
    """Make an own template of what a file holds; see `models.template_json`.

    Everything in it is checked as if it were typed: what can be kept can be started.

    Raises:
        UnreadableTemplate, TemplateTooLarge, …: the file holds none that could be kept.
        EmptySummary, TextTooLong, TemplateExists: it cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.save")
        read = from_text(content, desk.ids(gesture.now))
        if name is not None:
            read = replace(read, name=name)
        if not read.tasks:
            raise EmptyTemplate(read.name)
        made = replace(
            read, tasks=tuple(_checked_task(unit, each, desk.zone) for each in read.tasks)
        )
        return gesture.commit(unit, add_template(unit, gesture, made))


def export_template(desk: Workspace, uid: str, language: str) -> str:
    """The template as the text of a JSON file, which `import_template` takes.

    Raises:
        UnknownTemplate: there is no such template.
    """
    return to_text(template(desk, uid, language))


def edit_template(
    desk: Workspace, uid: str, *, name: str | None = None, description: str | None = None
) -> GoalTemplate:
    """Give it another name or description; None leaves either as it is.

    Raises:
        UnknownTemplate, BuiltInTemplate: it is no template of the account's own.
        EmptySummary, TextTooLong, TemplateExists: it cannot have that name or description.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.edit")
        kept = _read(unit, uid)
        values: dict[str, Any] = {}
        if name is not None:
            values["name"] = checked_name(unit, name, uid)
        if description is not None:
            values["body"] = {**kept.body, "description": checked_description(description)}
        return gesture.commit(unit, change_template(unit, gesture, kept, values).template)


def delete_template(desk: Workspace, uid: str) -> GoalTemplate:
    """Forget it, until that is undone. What was started from it stays.

    Raises:
        UnknownTemplate, BuiltInTemplate: it is no template of the account's own.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.delete")
        kept = _read(unit, uid)
        take_template(unit, gesture, kept)
        return gesture.commit(unit, kept.template)


def _built_in(language: str) -> tuple[GoalTemplate, ...]:
    # Only who looks at templates needs their words.
    from services.built_in import built_in_templates

    return built_in_templates(language)


def find_template(unit: UnitOfWork, uid: str, language: str) -> GoalTemplate:
    """`template` as a part of a larger gesture."""
    kept = template_rows.read(unit, uid) if is_storable(uid) else None
    if kept is not None:
        return kept.template
    for each in _built_in(language):
        if each.uid == uid:
            return each
    raise UnknownTemplate(uid)


def _read(unit: UnitOfWork, uid: str) -> KeptTemplate:
    """The account's own template `uid`."""
    if is_storable(uid) and (kept := template_rows.read(unit, uid)) is not None:
        return kept
    for each in _built_in("en"):
        if each.uid == uid:
            raise BuiltInTemplate(each.name)
    raise UnknownTemplate(uid)


def _require_size(made: GoalTemplate) -> None:
    if (tasks := sum(1 for _ in every_task(made.tasks))) > TASKS_LIMIT:
        raise TemplateTooLarge("tasks", tasks, TASKS_LIMIT)
    if (levels := depth(made.tasks)) > DEPTH_LIMIT:
        raise TemplateTooLarge("depth", levels, DEPTH_LIMIT)


def _checked_task(
    unit: UnitOfWork, task: TemplateTask, home: ZoneInfo, parent: Moment | None = None
) -> TemplateTask:
    """The task as capturing would keep it, and its steps."""
    laid = laid_task(replace(task, steps=()), 0, home, parent)
    values = checked_fields(unit, laid.fields, uid="", is_new=True)
    due = values["due"]
    steps = tuple(_checked_task(unit, step, home, due) for step in task.steps)
    return TemplateTask(**values, steps=steps)
