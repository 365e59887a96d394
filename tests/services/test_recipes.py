"""Recipes of one's own: kept, changed, forgotten, and all of it taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import (
    BuiltInRecipe,
    EmptyRecipe,
    EmptySummary,
    ImpossibleValue,
    NoDueTime,
    RecipeExists,
    TextTooLong,
    UnknownRecipe,
)
from models.recipe import Gap, GapUnit, RecipeStep
from services import recipes, undo
from services.built_in_recipes import built_in_recipes
from services.workspace import Workspace
from tests.rig.desk import OpenDesk, ScratchDesk, add, at, second_account

STEPS = (
    RecipeStep("Draf", Gap(-2, GapUnit.WORKING_DAYS), timedelta(hours=2)),
    RecipeStep("Terbit", Gap(0)),
)


def _names(desk: Workspace) -> list[str]:
    return [recipe.name for recipe in recipes.recipes(desk, "id") if not recipe.is_built_in]


def test_a_recipe_is_kept(desk: Workspace, open_desk: OpenDesk) -> None:
    saved = recipes.save_recipe(desk, " Utas  X ", STEPS)
    assert (saved.name, saved.steps) == ("Utas X", STEPS)
    desk.close()
    again = open_desk()
    assert recipes.recipe_named(again, "UTAS x", "id") == saved
    assert recipes.recipe_named(again, saved.uid, "en") == saved


@pytest.mark.parametrize("language", ["id", "en"])
def test_some_come_with_docheck(desk: Workspace, language: str) -> None:
    found = recipes.recipes(desk, language)
    assert [each.uid for each in found] == ["reels", "carousel", "quiz", "event", "article"]
    assert all(step.summary and step.estimate for each in found for step in each.steps)


def test_built_in_ones_are_told_in_no_other_language() -> None:
    with pytest.raises(ImpossibleValue):
        built_in_recipes("fr")


@pytest.mark.parametrize(
    ("name", "steps", "refusal"),
    [
        (" ", STEPS, EmptySummary),
        ("x" * 61, STEPS, TextTooLong),
        ("UTAS", STEPS, RecipeExists),
        ("x", (), EmptyRecipe),
        ("x", STEPS * 26, ImpossibleValue),
        ("x", (RecipeStep(" ", Gap(0)),), EmptySummary),
        ("x", (RecipeStep("x", Gap(0), timedelta(days=400)),), ImpossibleValue),
    ],
)
def test_what_cannot_be_kept_is_refused(
    desk: Workspace, name: str, steps: tuple[RecipeStep, ...], refusal: type[Exception]
) -> None:
    recipes.save_recipe(desk, "Utas", STEPS)
    with pytest.raises(refusal):
        recipes.save_recipe(desk, name, steps)
    assert _names(desk) == ["Utas"]


def test_name_and_steps_change_and_go_back(desk: Workspace) -> None:
    saved = recipes.save_recipe(desk, "Utas", STEPS)
    recipes.change_recipe(desk, saved.uid, name="Utas X", steps=STEPS[:1])
    changed = recipes.recipe_named(desk, "utas x", "id")
    assert (changed.steps, changed.sequence) == (STEPS[:1], 1)
    assert undo.undo(desk).action == "recipe.edit"
    back = recipes.recipe_named(desk, "Utas", "id")
    assert back.steps == STEPS
    undo.redo(desk)
    assert recipes.recipe_named(desk, "utas x", "id").steps == STEPS[:1]


def test_what_is_deleted_comes_back(desk: Workspace) -> None:
    saved = recipes.save_recipe(desk, "Utas", STEPS)
    recipes.delete_recipe(desk, saved.uid)
    assert _names(desk) == []
    undone = undo.undo(desk)
    assert (undone.action, undone.summary) == ("recipe.delete", "Utas")
    assert recipes.recipe_named(desk, "Utas", "id").steps == STEPS
    undo.undo(desk)
    assert _names(desk) == []


def test_those_of_docheck_stay_as_they_are(desk: Workspace) -> None:
    for change in (recipes.delete_recipe, lambda d, uid: recipes.change_recipe(d, uid, name="x")):
        with pytest.raises(BuiltInRecipe):
            change(desk, "reels")
        with pytest.raises(UnknownRecipe):
            change(desk, "none")
    with pytest.raises(UnknownRecipe):
        recipes.recipe_named(desk, "none", "id")


def test_a_tasks_own_steps_become_a_recipe(desk: Workspace) -> None:
    task = add(desk, "Podcast", due=at(date(2026, 12, 11), "16:00"))
    add(desk, "Tamu", parent=task.uid, due=at(date(2026, 12, 1), "10:00"))
    add(desk, "Rekam", parent=task.uid, offset=timedelta(hours=-30), estimate=timedelta(hours=2))
    add(desk, "Cek mikrofon", parent=task.uid, due=at(date(2026, 12, 11), "15:10"))
    add(desk, "Kapan-kapan", parent=task.uid)
    saved = recipes.save_steps_as_recipe(desk, task.uid)
    assert saved.name == "Podcast"
    assert [(step.summary, step.gap.text) for step in saved.steps] == [
        ("Tamu", "-10d"),
        ("Rekam", "-30h"),
        ("Cek mikrofon", "-50m"),
    ]
    assert saved.steps[1].estimate == timedelta(hours=2)


def test_a_recipe_needs_a_due_and_dated_steps(desk: Workspace) -> None:
    with pytest.raises(NoDueTime):
        recipes.save_steps_as_recipe(desk, add(desk).uid)
    with pytest.raises(EmptyRecipe):
        recipes.save_steps_as_recipe(desk, add(desk, due=at(date(2026, 12, 1))).uid)


def test_another_account_has_its_own(desk: Workspace) -> None:
    recipes.save_recipe(desk, "Utas", STEPS)
    assert _names(second_account(desk)) == []


@settings(max_examples=25)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=8))
def test_recipes_are_put_in_an_order_of_ones_own(
    scratch: ScratchDesk, moves: list[tuple[int, int, bool]]
) -> None:
    with scratch() as desk:
        order = [recipes.save_recipe(desk, name, STEPS).uid for name in "ABCD"]
        by_place = tuple(order)
        for moved, other, is_behind in moves:
            uid, beside = by_place[moved], by_place[other]
            if uid == beside:
                continue
            order.remove(uid)
            order.insert(order.index(beside) + is_behind, uid)
            where = {"after" if is_behind else "before": beside}
            recipes.reorder_recipe(desk, uid, **where)
            found = [each.uid for each in recipes.recipes(desk, "id") if not each.is_built_in]
            assert found == order


def test_an_order_is_taken_back_and_only_among_ones_own(desk: Workspace) -> None:
    first, last = (recipes.save_recipe(desk, name, STEPS).uid for name in ("Utas", "Siaran"))
    recipes.reorder_recipe(desk, last, before=first)
    assert _names(desk) == ["Siaran", "Utas"]
    undo.undo(desk)
    assert _names(desk) == ["Utas", "Siaran"]
    with pytest.raises(BuiltInRecipe):
        recipes.reorder_recipe(desk, last, before="reels")
    with pytest.raises(UnknownRecipe):
        recipes.reorder_recipe(desk, "none", before=first)
    for wrong in ({}, {"after": last}):
        with pytest.raises(ImpossibleValue):
            recipes.reorder_recipe(desk, last, **wrong)
