"""The commands about recipes and plans: showing, keeping, and planning a task backwards."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from models.errors import EmptyRecipe, ImpossibleValue
from models.recipe import Recipe, RecipeStep, gap_of
from services import plans, recipes, tasks
from services.plans import Plan
from views.cli.asked import Asked, Behaviour, Desk
from views.cli.parser import PROGRAM, Misused, Parser
from views.cli.records import Record, span_record
from views.cli.terminal import Style, cells, harmless, padded
from views.cli.values import read_span
from views.text import Words
from views.text.actions import action_text
from views.text.plan_words import (
    gap_text,
    plan_problems,
    planned_text,
    recipe_size,
    step_note,
    step_time,
)

_GAP = "  "


def _plan_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument("uid", metavar="UID", help=say("the task's uid, or how it begins"))
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--recipe", metavar=say("NAME"), help=say("the recipe's name"))
    how.add_argument(
        "--again",
        action="store_true",
        help=say("plan those steps anew that a recipe has planned; locked ones stay"),
    )
    parser.add_argument("--dry-run", action="store_true", help=say("show the plan, change nothing"))


def _plan(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        workspace = desk.workspace
        uid = tasks.resolve(workspace, options.uid)
        if options.again:
            show = plans.standing_plan if options.dry_run else plans.replan
            found = show(workspace, uid)
            if found is None:
                raise EmptyRecipe(tasks.task(workspace, uid).summary)
        else:
            recipe = recipes.recipe_named(workspace, options.recipe, desk.words.language)
            do = plans.preview if options.dry_run else plans.apply
            found = do(workspace, uid, recipe)
        summary = tasks.task(workspace, uid).summary
        asked.answer(
            plan_record(desk, found),
            lambda: _plan_lines(asked, desk, summary, found, is_made=not options.dry_run),
        )
    return 0


def _plan_lines(
    asked: Asked, desk: Desk, summary: str, plan: Plan, *, is_made: bool
) -> Iterator[str]:
    dates = desk.dates
    if is_made:
        yield harmless(planned_text(desk.words, summary, plan))
    rows = [
        (step_time(dates, step.planned, dates.today(desk.now)) or "–", step) for step in plan.steps
    ]
    width = max((cells(when) for when, _ in rows), default=0)
    for when, step in rows:
        note = step_note(desk.words, step.planned)
        facts = " · ".join(filter(None, (gap_text(dates, step.planned.gap), note)))
        yield (
            f"{padded(when, width)}{_GAP}{harmless(step.summary)}{_GAP}"
            f"{asked.terminal.paint(facts, Style.QUIET)}"
        )
    for each in plan_problems(dates, plan, desk.workspace.settings.holiday_country):
        yield asked.terminal.paint(harmless(each), Style.MISSED)


def plan_record(desk: Desk, plan: Plan) -> Record:
    """A plan; instants are UTC, its problems are also said in words."""
    return {
        "due": plan.due.isoformat(),
        "steps": [
            {
                "uid": step.uid or None,
                "summary": step.summary,
                "gap": step.planned.gap.text,
                **span_record("estimate", step.planned.estimate),
                "start": step.planned.start.isoformat() if step.planned.start else None,
                "end": step.planned.end.isoformat() if step.planned.end else None,
                "due": step.due.isoformat() if step.due else None,
                "is_fixed": step.planned.is_fixed,
                "shift": step.planned.shift.value if step.planned.shift else None,
                "problem": step.planned.problem.value if step.planned.problem else None,
            }
            for step in plan.steps
        ],
        "days": [
            {
                "day": each.day.isoformat(),
                **span_record("load", each.load),
                **span_record("capacity", each.capacity),
                "is_over": each.is_over,
            }
            for each in plan.days
        ],
        "is_on_holiday": plan.is_on_holiday,
        "is_day_off": plan.is_day_off,
        "problems": list(plan_problems(desk.dates, plan, desk.workspace.settings.holiday_country)),
    }


def _recipes_arguments(parser: Parser, words: Words) -> None:
    say = words.say
    parser.add_argument(
        "action",
        nargs="?",
        choices=["list", *_ACTIONS],
        default="list",
        metavar=say("ACTION"),
        help=say("one of: {names}", names=", ".join(["list", *_ACTIONS])),
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar=say("NAME"),
        help=say("the recipe's name, to save the task's uid; a new name or steps behind it"),
    )
    parser.add_argument(
        "--step",
        action="append",
        default=[],
        metavar=say("STEP"),
        help=say("add, change: a step as “Script:-7d:1h”; d days, w working days, h hours"),
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--after", metavar=say("NAME"), help=say("move: right behind this one"))
    where.add_argument("--before", metavar=say("NAME"), help=say("move: right before this one"))


def _recipes(asked: Asked) -> int:
    options = asked.options
    with asked.desk() as desk:
        if options.action == "list":
            found = recipes.recipes(desk.workspace, desk.words.language)
            asked.answer([_record(each) for each in found], lambda: _list_lines(asked, desk, found))
            return 0
        least, most, action, do = _ACTIONS[options.action]
        if not least <= len(options.names) <= most:
            usage = f"{desk.words.say('Usage: ')}{PROGRAM} recipes {options.action}"
            if len(options.names) < least:
                raise Misused(desk.words.say("missing: {what}", what=desk.words.say("NAME")), usage)
            rest = " ".join(options.names[most:])
            raise Misused(desk.words.say("not understood: {what}", what=rest), usage)
        recipe = do(desk, options)

        def lines() -> Iterator[str]:
            if action:
                yield harmless(action_text(desk.words, action, recipe.name))
            else:
                yield from _show_lines(asked, desk, recipe)

        asked.answer(_record(recipe), lines)
    return 0


def _list_lines(asked: Asked, desk: Desk, found: Sequence[Recipe]) -> Iterator[str]:
    names = [harmless(each.name) for each in found]
    width = max(map(cells, names))
    for each, name in zip(found, names, strict=True):
        origin = desk.words.say("From DoCheck") if each.is_built_in else ""
        meta = " · ".join(filter(None, (recipe_size(desk.dates, each), origin)))
        yield f"{padded(name, width)}{_GAP}{asked.terminal.paint(meta, Style.QUIET)}"


def _show_lines(asked: Asked, desk: Desk, recipe: Recipe) -> Iterator[str]:
    yield asked.terminal.paint(harmless(recipe.name), Style.STRONG)
    rows = [(gap_text(desk.dates, step.gap), step) for step in recipe.steps]
    width = max(cells(when) for when, _ in rows)
    for when, step in rows:
        work = desk.dates.compact(step.estimate) if step.estimate else ""
        line = f"{asked.terminal.paint(padded(when, width), Style.QUIET)}{_GAP}"
        yield f"{line}{harmless(step.summary)} {asked.terminal.paint(work, Style.QUIET)}".rstrip()


def _record(recipe: Recipe) -> Record:
    return {
        "uid": recipe.uid,
        "name": recipe.name,
        "is_built_in": recipe.is_built_in,
        "steps": [
            {
                "summary": step.summary,
                "gap": step.gap.text,
                **span_record("estimate", step.estimate),
            }
            for step in recipe.steps
        ],
    }


def _step(text: str) -> RecipeStep:
    """``Script:-7d:1h``: the title may hold colons itself.

    Raises:
        ImpossibleValue: it is no step.
    """
    parts = text.rsplit(":", 2)
    if len(parts) < 2:
        raise ImpossibleValue("step", text)
    try:
        title, gap, work = parts if len(parts) == 3 else (*parts, "")
        return RecipeStep(title, gap_of(gap), _work(work))
    except ImpossibleValue:
        # Without an estimate the gap stands last.
        title, gap = text.rsplit(":", 1)
        return RecipeStep(title, gap_of(gap))


def _work(text: str) -> timedelta | None:
    return read_span("estimate", text) if text else None


def _show(desk: Desk, options: Namespace) -> Recipe:
    return recipes.recipe_named(desk.workspace, options.names[0], desk.words.language)


def _save(desk: Desk, options: Namespace) -> Recipe:
    uid, *more = options.names
    name = more[0] if more else None
    return recipes.save_steps_as_recipe(desk.workspace, tasks.resolve(desk.workspace, uid), name)


def _add(desk: Desk, options: Namespace) -> Recipe:
    return recipes.save_recipe(desk.workspace, options.names[0], _steps(options))


def _change(desk: Desk, options: Namespace) -> Recipe:
    uid = _uid(desk, options.names[0])
    return recipes.change_recipe(desk.workspace, uid, steps=_steps(options))


def _rename(desk: Desk, options: Namespace) -> Recipe:
    uid = _uid(desk, options.names[0])
    return recipes.change_recipe(desk.workspace, uid, name=options.names[1])


def _move(desk: Desk, options: Namespace) -> Recipe:
    if options.after is None and options.before is None:
        usage = f"{desk.words.say('Usage: ')}{PROGRAM} recipes move"
        usage += f" {desk.words.say('NAME')} --after {desk.words.say('NAME')}"
        raise Misused(desk.words.say("missing: {what}", what="--after, --before"), usage)
    uid = _uid(desk, options.names[0])
    after, before = (
        _uid(desk, name) if name is not None else None for name in (options.after, options.before)
    )
    return recipes.reorder_recipe(desk.workspace, uid, after=after, before=before)


def _uid(desk: Desk, name: str) -> str:
    return recipes.recipe_named(desk.workspace, name, desk.words.language).uid


def _steps(options: Namespace) -> list[RecipeStep]:
    return [_step(each) for each in options.step]


def _delete(desk: Desk, options: Namespace) -> Recipe:
    return recipes.delete_recipe(desk.workspace, _uid(desk, options.names[0]))


_Do = Callable[[Desk, Namespace], Recipe]
#: How many names each takes, the action that it is, and what it does.
_ACTIONS: Mapping[str, tuple[int, int, str, _Do]] = {
    "show": (1, 1, "", _show),
    "save": (1, 2, "recipe.save", _save),
    "add": (1, 1, "recipe.save", _add),
    "change": (1, 1, "recipe.edit", _change),
    "rename": (2, 2, "recipe.edit", _rename),
    "move": (1, 1, "recipe.reorder", _move),
    "delete": (1, 1, "recipe.delete", _delete),
}

PLAN_COMMANDS: Mapping[str, Behaviour] = {
    "plan": Behaviour(_plan_arguments, _plan),
    "recipes": Behaviour(_recipes_arguments, _recipes),
}
