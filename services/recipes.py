"""Recipes: those that come with DoCheck, and one's own, made from a task's steps or by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.errors import (
    BuiltInRecipe,
    EmptyRecipe,
    ImpossibleValue,
    NoDueTime,
    RecipeExists,
    TextTooLong,
    UnknownRecipe,
)
from models.folding import folded
from models.recipe import (
    ESTIMATE_LIMIT,
    RECIPE_NAME_LIMIT,
    RECIPE_STEPS_LIMIT,
    Gap,
    GapUnit,
    Recipe,
    RecipeStep,
    gap_of,
)
from models.storage import images, recipe_rows, task_rows
from models.storage.unit import UnitOfWork
from models.task import SUMMARY_LIMIT, Task
from services.amending import read_task
from services.built_in_recipes import built_in_recipes
from services.fields import checked_summary
from services.gesture import Gesture
from services.ids import position_behind
from services.ordering import placed_among, require_other
from services.workspace import Workspace

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def recipes(desk: Workspace, language: str) -> tuple[Recipe, ...]:
    """One's own in their order, then those that come with DoCheck, in `language`."""
    with desk.reading() as unit:
        return (*recipe_rows.read_all(unit), *built_in_recipes(language))


def recipe_named(desk: Workspace, name: str, language: str) -> Recipe:
    """The one of that name or uid, letter case and accents aside; an own one comes first.

    Raises:
        UnknownRecipe: there is none.
    """
    wanted = folded(name)
    every = recipes(desk, language)
    for recipe in every:
        if recipe.uid == name or folded(recipe.name) == wanted:
            return recipe
    raise UnknownRecipe(name)


def save_recipe(desk: Workspace, name: str, steps: Sequence[RecipeStep]) -> Recipe:
    """Keep a recipe under a name, behind the others.

    Raises:
        EmptySummary, TextTooLong, RecipeExists: it cannot have that name, or those steps.
        EmptyRecipe, ImpossibleValue: it cannot have those steps.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "recipe.save")
        return gesture.commit(unit, _save_in(unit, gesture, name, steps))


def save_steps_as_recipe(desk: Workspace, uid: str, name: str | None = None) -> Recipe:
    """Make a recipe of a task's own steps, as far from its due as they are; without a name its own.

    Steps that are not dated are left out, and so is what is in the trash.

    Raises:
        UnknownTask: there is no such task.
        NoDueTime: it has no due.
        EmptyRecipe: no step of it is dated.
        EmptySummary, TextTooLong, RecipeExists: the recipe cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "recipe.save")
        task = read_task(unit, uid, with_parts=False)
        if task.due is None:
            raise NoDueTime(task.summary)
        below = (
            read_task(unit, each, with_parts=False) for each in task_rows.subtree(unit, uid)[1:]
        )
        kept = sorted(
            (step for step in below if step.parent == uid and step.deleted is None and step.due),
            key=lambda step: (
                step.due.instant(desk.zone) if step.due else gesture.now,
                step.position,
            ),
        )
        made = [
            RecipeStep(step.summary[:SUMMARY_LIMIT], _gap_of(desk, task, step), step.estimate)
            for step in kept
        ]
        named = task.summary[:RECIPE_NAME_LIMIT] if name is None else name
        return gesture.commit(unit, _save_in(unit, gesture, named, made))


def change_recipe(
    desk: Workspace,
    uid: str,
    *,
    name: str | None = None,
    steps: Sequence[RecipeStep] | None = None,
) -> Recipe:
    """Give it another name, other steps, or both; None leaves it as it is.

    Raises:
        UnknownRecipe, BuiltInRecipe: there is none of one's own.
        EmptySummary, TextTooLong, RecipeExists, EmptyRecipe, ImpossibleValue: see `save_recipe`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "recipe.edit")
        recipe = _read(unit, uid)
        values: dict[str, Any] = {}
        if name is not None:
            values["name"] = _checked_name(unit, name, uid)
        if steps is not None:
            values["steps"] = _checked_steps(recipe.name, steps)
        return gesture.commit(unit, _change(unit, gesture, recipe, values))


def reorder_recipe(
    desk: Workspace, uid: str, *, after: str | None = None, before: str | None = None
) -> Recipe:
    """Put an own recipe right behind `after`, or right in front of `before`, as goals are.

    Raises:
        UnknownRecipe, BuiltInRecipe: one of them is none of one's own.
        ImpossibleValue: neither was given, or the recipe itself was.
    """
    require_other(uid, after, before)
    with desk.writing() as unit:
        gesture = Gesture(desk, "recipe.reorder")
        every = {recipe.uid: recipe for recipe in recipe_rows.read_all(unit)}
        for each in filter(None, (uid, after, before)):
            every.setdefault(each, _read(unit, each))
        positions = {each: recipe.position for each, recipe in every.items()}
        anew = placed_among(gesture, positions, uid, after=after, before=before)
        for each, position in anew.items():
            _change(unit, gesture, every[each], {"position": position})
        return gesture.commit(unit, _read(unit, uid))


def delete_recipe(desk: Workspace, uid: str) -> Recipe:
    """Forget it, until that is undone; what it planned stays.

    Raises:
        UnknownRecipe, BuiltInRecipe: there is none of one's own.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "recipe.delete")
        recipe = _read(unit, uid)
        _take(unit, gesture, recipe)
        return gesture.commit(unit, recipe)


def is_recipe(unit: UnitOfWork, uid: str, image: Mapping[str, Any] | None) -> bool:
    """Whether a setting of the history is a recipe: there is one, or `image` is one's."""
    return "recipe_steps" in (image or ()) or recipe_rows.read(unit, uid) is not None


def recipe_name(unit: UnitOfWork, uid: str) -> str:
    """What an own one is called; empty where it is gone."""
    recipe = recipe_rows.read(unit, uid)
    return recipe.name if recipe else ""


def take_recipe_back(
    unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any] | None
) -> None:
    """Leave the recipe as an undone gesture found it; None: there was none."""
    recipe = recipe_rows.read(unit, uid)
    if image is None:
        if recipe is not None:
            _take(unit, gesture, recipe)
        return
    values = images.from_json(image)
    if "recipe_steps" in values:
        values["steps"] = values.pop("recipe_steps")
    if recipe is not None:
        values.pop("created", None)
        _change(unit, gesture, recipe, values)
    elif "created" in values:
        recipe = Recipe(uid=uid, last_modified=gesture.now, **values)
        recipe_rows.add(unit, recipe)
        gesture.recipe_changed(uid, None, _image(recipe))


def _save_in(unit: UnitOfWork, gesture: Gesture, name: str, steps: Sequence[RecipeStep]) -> Recipe:
    now = gesture.now
    uid = gesture.desk.ids(now)
    every = recipe_rows.read_all(unit)
    position = position_behind(every[-1].position if every else None, now, uid)
    recipe = Recipe(
        uid=uid,
        name=_checked_name(unit, name, uid),
        steps=_checked_steps(name, steps),
        position=position,
        created=now,
        last_modified=now,
    )
    recipe_rows.add(unit, recipe)
    gesture.recipe_changed(uid, None, _image(recipe))
    return recipe


def _take(unit: UnitOfWork, gesture: Gesture, recipe: Recipe) -> None:
    recipe_rows.take(unit, recipe.uid)
    gesture.recipe_changed(recipe.uid, _image(recipe), None)


def _change(
    unit: UnitOfWork, gesture: Gesture, recipe: Recipe, values: Mapping[str, Any]
) -> Recipe:
    differing = {name: value for name, value in values.items() if getattr(recipe, name) != value}
    if not differing:
        return recipe
    before = {name: getattr(recipe, name) for name in differing}
    changed = replace(recipe, **differing, last_modified=gesture.now, sequence=recipe.sequence + 1)
    recipe_rows.change(unit, changed)
    gesture.recipe_changed(recipe.uid, _imaged(before), _imaged(differing))
    return changed


def _image(recipe: Recipe) -> dict[str, Any]:
    kept = {name: getattr(recipe, name) for name in ("created", "name", "steps", "position")}
    return _imaged(kept)


def _imaged(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the history names them."""
    return {"recipe_steps" if name == "steps" else name: each for name, each in values.items()}


def _read(unit: UnitOfWork, uid: str) -> Recipe:
    if (found := recipe_rows.read(unit, uid)) is not None:
        return found
    if any(recipe.uid == uid for recipe in built_in_recipes("en")):
        raise BuiltInRecipe(uid)
    raise UnknownRecipe(uid)


def _checked_name(unit: UnitOfWork, text: str, uid: str) -> str:
    name = checked_summary(text)
    if len(name) > RECIPE_NAME_LIMIT:
        raise TextTooLong("name", len(name), RECIPE_NAME_LIMIT)
    wanted = folded(name)
    for other in recipe_rows.read_all(unit):
        if other.uid != uid and folded(other.name) == wanted:
            raise RecipeExists(name)
    return name


def _checked_steps(name: str, steps: Sequence[RecipeStep]) -> tuple[RecipeStep, ...]:
    if not steps:
        raise EmptyRecipe(name)
    if len(steps) > RECIPE_STEPS_LIMIT:
        raise ImpossibleValue("steps", len(steps))
    for step in steps:
        if step.estimate is not None and not timedelta(0) <= step.estimate <= ESTIMATE_LIMIT:
            raise ImpossibleValue("estimate", step.estimate)
    return tuple(replace(step, summary=checked_summary(step.summary)) for step in steps)


def _gap_of(desk: Workspace, task: Task, step: Task) -> Gap:
    """How far a step is from its task, in the largest unit that says it."""
    if step.gap is not None:
        return gap_of(step.gap)
    assert task.due is not None
    assert step.due is not None
    span = step.offset
    if span is None:
        days = step.due.day(desk.zone) - task.due.day(desk.zone)
        span = days or step.due.instant(desk.zone) - task.due.instant(desk.zone)
    for unit, size in ((GapUnit.DAYS, _DAY), (GapUnit.HOURS, _HOUR), (GapUnit.MINUTES, _MINUTE)):
        if not span % size:
            return Gap(span // size, unit)
    return Gap(round(span / _MINUTE), GapUnit.MINUTES)
