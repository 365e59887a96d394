"""The sheet "Plan backwards": a recipe, the dated steps that it comes to, and Apply.

Of a task that a recipe has planned already it shows where its steps would go now, with their
locks. Owns the choice until Apply is pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from models.recipe import Recipe
from models.task import Task, TaskFields
from services import plans, recipes, tasks
from services.plans import Plan, StepOfPlan
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import MenuItem, Press, column_of, menu_button
from views.app.kit.chips import list_chip
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.plan_track import plan_track
from views.app.screens.recipe_form import RecipeForm
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.plan_words import plan_problems, planned_text, recipe_size

#: Chosen instead of a recipe: the steps that are there.
STANDING = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    task: Task
    recipes: tuple[Recipe, ...]
    standing: Plan | None
    chosen: str
    plan: Plan | None
    steps: int
    has_dated_steps: bool


@component
def PlanSheet(session: AppSession, uid: str, recipe: str = "") -> ft.Control:
    """Everything that is chosen before the task `uid` is planned; `recipe` is chosen at first."""
    chosen, choose = ft.use_state(recipe)
    is_chosen, settle = ft.use_state(bool(recipe))
    edited, edit = ft.use_state("")
    language = session.words.language

    def read(desk: Workspace) -> _Shown:
        return _read(desk, uid, language, chosen if is_chosen else None)

    def take(uid_of_recipe: str) -> None:
        choose(uid_of_recipe)
        settle(True)

    def leave() -> None:
        edit("")

    reading = use_query(session, read, uid, language, chosen, is_chosen)

    def draw(shown: _Shown) -> ft.Control:
        recipe = next((each for each in shown.recipes if each.uid == edited), None)
        if recipe is not None:
            own = [each.uid for each in shown.recipes if not each.is_built_in]
            return keyed(f"form-{edited}", RecipeForm, session, recipe, own, leave)
        return keyed("choices", _Choices, session, shown, take, edit)

    return SheetOver(
        session,
        session.words.say("Edit recipe") if edited else session.words.say("Plan backwards"),
        show_reading(session, reading, draw, rows=4),
        session.overlay.close,
        is_footed=True,
    )


def _read(desk: Workspace, uid: str, language: str, chosen: str | None) -> _Shown:
    task = tasks.task(desk, uid)
    every = recipes.recipes(desk, language)
    standing = plans.standing_plan(desk, uid)
    if chosen is None:
        chosen = STANDING if standing is not None else every[0].uid
    plan = standing
    if task.due is None:
        plan = None
    elif chosen != STANDING:
        recipe = next((each for each in every if each.uid == chosen), every[0])
        chosen = recipe.uid
        plan = plans.preview(desk, uid, recipe)
    steps = tasks.steps(desk, uid)
    has_dated = task.due is not None and any(step.due is not None for step in steps)
    return _Shown(task, every, standing, chosen, plan, len(steps), has_dated)


@component
def _Choices(
    session: AppSession, shown: _Shown, take: Press, edit_recipe: Callable[[str], None]
) -> ft.Control:
    say = session.words.say
    task, plan = shown.task, shown.plan
    recipe = next((each for each in shown.recipes if each.uid == shown.chosen), None)

    def press(uid: str) -> Press:
        async def pressed(_: object) -> None:
            take(uid)

        return pressed

    async def apply(_: object) -> None:
        if recipe is None:
            again = await session.act(plans.replan, task.uid)
            if again is not None:
                session.overlay.close()
                said = action_text(session.words, "replan", task.summary)
                session.say(_with_problems(session, said, again), has_undo=True)
            return
        made = await session.act(plans.apply, task.uid, recipe)
        if made is not None:
            session.overlay.close()
            session.say(planned_text(session.words, task.summary, made), has_undo=True)

    async def save(_: object) -> None:
        saved = await session.act(recipes.save_steps_as_recipe, task.uid)
        if saved is not None:
            take(saved.uid)
            session.say(action_text(session.words, "recipe.save", saved.name), has_undo=True)

    async def delete(_: object) -> None:
        if recipe is None or recipe.is_built_in:
            return
        if await session.act(recipes.delete_recipe, recipe.uid) is not None:
            take(STANDING if shown.standing else shown.recipes[-1].uid)
            session.say(action_text(session.words, "recipe.delete", recipe.name), has_undo=True)

    async def edit(_: object) -> None:
        if recipe is not None:
            edit_recipe(recipe.uid)

    def lock(step: StepOfPlan) -> Press:
        async def pressed(_: object) -> None:
            fields = TaskFields(is_locked=not step.planned.is_fixed)
            await session.act(tasks.edit, step.uid, fields)

        return pressed

    chips = [
        list_chip(each.name, None, each.uid == shown.chosen, press(each.uid))
        for each in shown.recipes
    ]
    if shown.standing is not None:
        chips.insert(
            0,
            list_chip(
                say("Planned now"),
                None,
                shown.chosen == STANDING,
                press(STANDING),
                icon=ft.Icons.PUSH_PIN_ROUNDED,
            ),
        )
    parts: list[ft.Control] = [ft.Row(chips, spacing=8, run_spacing=0, wrap=True)]
    items: list[MenuItem] = []
    if shown.has_dated_steps:
        items.append(
            MenuItem(say("Save these steps as a recipe"), save, ft.Icons.BOOKMARK_ADD_OUTLINED)
        )
    if recipe is not None and not recipe.is_built_in:
        items += [
            MenuItem(say("Edit recipe"), edit, ft.Icons.EDIT_OUTLINED),
            MenuItem(say("Delete recipe"), delete, ft.Icons.DELETE_OUTLINE_ROUNDED),
        ]
    size = recipe_size(session.dates, recipe) if recipe is not None else ""
    head: list[ft.Control] = [
        ft.Text(size, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT, expand=True)
    ]
    if items:
        head.append(menu_button(say("More about recipes"), items))
    if size or items:
        parts.append(ft.Row(head))
    if plan is None:
        parts.append(
            ft.Text(
                say(
                    "Give “{title}” a due date first: steps are counted from it.",
                    title=task.summary,
                ),
                style=theme.BODY,
                color=ft.Colors.ON_SURFACE_VARIANT,
            )
        )
        return footed(column_of(parts, spacing=12))
    parts.append(plan_track(session, plan, task.summary, lock if recipe is None else None))
    label = (
        say("Plan again")
        if recipe is None
        else session.words.count("Make {count} step", "Make {count} steps", len(plan.steps))
    )
    if recipe is not None and shown.steps:
        parts.append(
            ft.Text(
                session.words.count(
                    "Beside the {count} step that is there.",
                    "Beside the {count} steps that are there.",
                    shown.steps,
                ),
                style=theme.META,
                color=ft.Colors.ON_SURFACE_VARIANT,
            )
        )
    return footed(
        column_of(parts, spacing=12),
        ft.FilledButton(label, icon=ft.Icons.EVENT_REPEAT_ROUNDED, on_click=apply),
    )


def _with_problems(session: AppSession, said: str, plan: Plan) -> str:
    problems = plan_problems(session.dates, plan, session.settings.holiday_country)
    return f"{said} · {problems[0]}" if problems else said
