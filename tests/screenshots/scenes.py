"""The scenes: how each screen is reached, and what must be seen before its picture is taken.

Names of controls come from the catalogue, so that one scene serves both languages.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from playwright.sync_api import expect

from tests.rig.browser import WAIT_MS, AppPage, Role
from tests.screenshots.data_folders import Found
from views.text import Words

#: A finger rests for longer than half a second to select.
HOLD_MS = 800


class Stage(StrEnum):
    """What the app is standing on; in the order in which one folder goes through them."""

    EXAMPLE = "example"
    TALKED = "talked"
    FINISHED = "finished"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class View:
    """A page in the app's language, and what is known of its example."""

    page: AppPage
    words: Words
    found: Found

    @property
    def is_wide(self) -> bool:
        return not self.page.device.is_touch

    def start(self) -> bytes:
        """Go where no scene is, so that each is seen to arrive; that place's picture."""
        self.go("/nowhere")
        self.says(self.words.say("This page does not exist"))
        return self.page.picture()

    def go(self, route: str) -> None:
        self.page.go(route)

    def shows(self, role: Role, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Wait for a control."""
        expect(self.page.role(role, name, exact=exact).first).to_be_attached(timeout=WAIT_MS)

    def says(self, text: str) -> None:
        """Wait for a text."""
        self.page.sees(text)

    def press(self, name: str, *, exact: bool = True) -> None:
        self.page.role("button", name, exact=exact).first.click()

    def hold(self, title: str) -> None:
        """Rest on a row until it is selected."""
        box = self.page.role("button", title, exact=False).first.bounding_box()
        assert box is not None
        mouse = self.page.page.mouse
        mouse.move(box["x"] + 60, box["y"] + 20)
        mouse.down()
        self.says(self.words.count("{count} selected", "{count} selected", 1))
        mouse.up()


@dataclass(frozen=True)
class Scene:
    """One picture of a screen.

    Attributes:
        reach: goes there from anywhere in the app and waits until it is all there.
        leaves: a sheet is left open: Escape puts it away.
        leave: leaves everything as it was found, where that takes more.
    """

    name: str
    stage: Stage
    reach: Callable[[View], None]
    leaves: bool = False
    leave: Callable[[View], None] | None = None
    on_phone: bool = True
    on_desktop: bool = True


def _home(view: View) -> None:
    view.go("/")
    view.shows("button", view.found.task_title)
    view.shows("heading", view.words.say("Pinned goals"))


def _list(name: str, sees: Callable[[View], str]) -> Callable[[View], None]:
    def reach(view: View) -> None:
        view.go(f"/todo/{name}")
        view.shows("button", sees(view))

    return reach


def _task_title(view: View) -> str:
    return view.found.task_title


def _missed_title(view: View) -> str:
    return view.found.missed_title


def _selection(view: View) -> None:
    view.go("/todo/tomorrow")
    first, second = view.found.tomorrow_titles[:2]
    view.shows("button", first)
    view.hold(first)
    view.page.role("checkbox", second).first.click()
    view.says(view.words.count("{count} selected", "{count} selected", 2))


def _open_quick_add(view: View) -> None:
    view.go("/todo/today")
    view.shows("button", view.found.task_title)
    view.press(view.words.say("New task"))
    view.shows("button", view.words.say("Add"), exact=True)


def _quick_add(view: View) -> None:
    _open_quick_add(view)
    typed = {
        "id": "Siapkan thumbnail 🎬 besok jam 10 pagi p1 #reels",
        "en": "Prepare the thumbnail 🎬 tomorrow 10am p1 #reels",
    }
    view.page.press("ControlOrMeta+A")
    view.page.page.keyboard.type(typed[view.words.language])


def _reschedule(view: View) -> None:
    view.go("/todo/today")
    view.shows("button", view.found.missed_title)
    view.page.press("j")
    view.page.press("r")
    view.shows("button", view.words.say("Tomorrow morning"))


def _slip(view: View) -> None:
    view.go("/")
    view.press(view.words.say("Decide"))
    view.says(view.words.say("Why did it slip?"))


def _slip_team(view: View) -> None:
    _slip(view)
    view.press(view.words.say("Compromise with the team"), exact=False)
    view.says(view.words.say("When to ask again?"))


def _slip_replace(view: View) -> None:
    _slip(view)
    view.press(view.words.say("Replace with something simpler"), exact=False)
    view.says(view.words.say("When today?"))


def _slip_pick(view: View) -> None:
    _slip(view)
    view.press(view.words.say("Pick…"))
    view.says(view.words.say("Pick a deadline"))


def _slip_propose(view: View) -> None:
    _slip_team(view)
    view.press(view.words.say("Propose a deadline"))
    view.says(view.words.say("Which deadline?"))


def _slip_message(view: View) -> None:
    _slip_propose(view)
    view.press(view.words.say("Save and write the message"))
    view.shows("button", view.words.say("Calendar file"))


def _undo(view: View) -> None:
    view.page.press("Escape")
    view.start()
    view.page.press("ControlOrMeta+Z")
    view.says(view.words.say("Undone: {title}", title=view.found.missed_title))


def _slip_end(view: View) -> None:
    _slip(view)
    for _ in range(2):
        view.press(view.words.say("Save"))
    view.shows("button", view.words.say("Undo all"))


def _slip_let_go(view: View) -> None:
    _slip(view)
    for number in (1, 2):
        view.says(view.words.say("{number} of {total}", number=number, total=2))
        view.press(view.words.say("Let go"), exact=False)
    view.shows("button", view.words.say("Undo all"))


def _undo_all(view: View) -> None:
    view.press(view.words.say("Undo all"))
    view.says(view.words.count("{count} change undone", "{count} changes undone", 2))


def _ask_again(view: View) -> None:
    view.go("/")
    view.press(view.words.say("Ask again"))
    view.shows("button", view.words.say("I have asked"))


def _ask_again_plain(view: View) -> None:
    view.go("/")
    view.shows("button", view.words.say("Ask again"))
    view.page.role("button", view.words.say("Ask again"), exact=True).last.click()
    view.shows("button", view.words.say("I have asked"))


def _follow_ups(view: View) -> None:
    view.go("/")
    view.shows("button", view.words.say("Ask again"))


def _people(view: View) -> None:
    view.go("/people")
    view.shows("button", re.compile(view.words.say("More about {name}", name="Raka")))


def _people_empty(view: View) -> None:
    view.go("/people")
    view.says(view.words.say("Nobody here yet"))


def _person(view: View) -> None:
    _people(view)
    view.press(view.words.say("More about {name}", name="Tom"))
    view.page.role("menuitem", view.words.say("Name, language and more")).first.click()
    view.says(view.words.say("Language of messages"))


def _timeline(path: str, *, sees_task: bool = True) -> Callable[[View], None]:
    def reach(view: View) -> None:
        view.go(f"/timeline/{path}")
        if sees_task:
            view.shows("button", view.found.task_title)
        else:
            view.shows("button", view.words.say("Agenda"), exact=True)

    return reach


def _plan_month(view: View) -> None:
    view.go("/plan")
    view.shows("button", view.words.say("Later"))
    view.shows("button", view.words.say("Recipe for what is dropped on a slot"))


def _made_steps(view: View) -> re.Pattern[str]:
    many = view.words.count("Make {count} step", "Make {count} steps", 9)
    return re.compile(many.replace("9", r"\d"))


def _plan_backwards(view: View) -> None:
    view.go("/todo/today")
    view.press(view.found.task_title, exact=False)
    view.press(view.words.say("Plan backwards"))
    view.shows("heading", view.words.say("Plan backwards"))
    view.shows("button", _made_steps(view))


def _plan_slot(view: View) -> None:
    _plan_month(view)
    fill = re.escape(view.words.say("Fill the slot of {day}, {time}", day="@", time="@"))
    view.page.role("button", re.compile(fill.replace("@", ".*"))).first.click()
    view.says(view.words.say("Publishing slot"))
    view.shows("textbox", view.words.say("New idea"))


def _plan_balance(view: View) -> None:
    _plan_month(view)
    view.press(view.words.say("Suggest moves"))
    view.says(view.words.say("Load after the moves"))


def _plan_fits(view: View) -> None:
    view.go(f"/task/{view.found.far}")
    view.shows("textbox", view.words.say_in("field", "Title"))
    view.press(view.words.say("Plan backwards"))
    view.shows("heading", view.words.say("Plan backwards"))
    view.shows("button", _made_steps(view))


def _recipe_form(view: View) -> None:
    _plan_backwards(view)
    view.press(view.found.task_title)
    view.press(view.words.say("More about recipes"))
    view.page.role("menuitem", view.words.say("Edit recipe")).first.click()
    view.shows("button", view.words.say("Back to the plan"))


def _month(view: View) -> None:
    view.go("/timeline/2026-12")
    view.shows("button", re.compile(r"\b31\b"))


def _task(view: View) -> None:
    view.go(f"/task/{view.found.task}")
    view.shows("textbox", view.words.say_in("field", "Title"))
    view.says(view.found.task_title)


def _step_offset(view: View) -> None:
    _task(view)
    when = re.escape(view.words.say("When “{title}” is due", title="@")).replace("@", ".*")
    view.page.role("button", re.compile(when)).first.click()
    view.shows("button", view.words.say("A date of its own…"))


def _open_steps(view: View) -> None:
    _task(view)
    view.press(view.words.say("Done"))
    view.shows("button", view.words.say("Only this task"))


def _task_beside_week(view: View) -> None:
    view.go("/timeline/week")
    view.shows("button", view.found.task_title)
    block = view.page.role("button", view.found.task_title, exact=False).first
    box = block.bounding_box()
    assert box is not None
    # In its lower corner: names of narrow blocks beside its window run out over its middle.
    block.click(position={"x": 12, "y": box["height"] - 12})
    view.shows("textbox", view.words.say_in("field", "Title"))


def _goals(view: View) -> None:
    view.go("/goals")
    view.shows("button", view.words.say("New goal"))
    view.shows("button", re.compile(r"\d+ .* \d+"))


def _goal(view: View) -> None:
    view.go(f"/goal/{view.found.goal}")
    view.shows("checkbox", re.compile("."))


def _templates(view: View) -> None:
    view.go("/templates")
    view.shows("button", re.compile(view.words.say("Start {name}", name="")))


def _template_start(view: View) -> None:
    _templates(view)
    view.page.role("button", re.compile(view.words.say("Start {name}", name=""))).first.click()
    view.shows("button", view.words.say("Start the goal"))


def _goals_empty(view: View) -> None:
    view.go("/goals")
    view.shows("button", view.words.say("Start from a template"))


def _settings(view: View) -> None:
    view.go("/settings")
    view.shows("heading", view.words.say("Settings"))


def _settings_end(view: View) -> None:
    _settings(view)
    at = view.page.page.mouse
    at.move(view.page.device.width / 2, view.page.device.height / 2)
    at.wheel(0, 5000)
    view.shows("button", view.words.say("Licences"))


def _keys(view: View) -> None:
    _home(view)
    view.page.press("Shift+?")
    view.says(view.words.say("Show these keys"))


def _not_found(view: View) -> None:
    # Every scene starts there: it arrives like the others, from elsewhere.
    _home(view)
    view.start()


def _welcome(view: View) -> None:
    view.go("/welcome")
    view.shows("button", view.words.say("Start empty"))


def _home_empty(view: View) -> None:
    view.go("/")
    view.says(view.words.say("A clear start"))


def _todo_empty(view: View) -> None:
    view.go("/todo/today")
    view.says(view.words.say("Nothing left for today"))


def _all_done(route: str) -> Callable[[View], None]:
    def reach(view: View) -> None:
        view.go(route)
        view.says(view.words.say("All done for today"))

    return reach


def _unreadable(route: str) -> Callable[[View], None]:
    def reach(view: View) -> None:
        view.go(route)
        view.shows("button", view.words.say("Try again"))

    return reach


def _refused(view: View) -> None:
    view.shows("button", view.words.say("Restore the newest backup"))


def _report(view: View) -> None:
    view.go("/report")
    view.says(view.words.say("What became of it"))


def _report_end(view: View) -> None:
    _report(view)
    at = view.page.page.mouse
    at.move(view.page.device.width / 2, view.page.device.height / 2)
    at.wheel(0, 5000)
    view.says(view.words.say("Time spent"))


def _report_hours(view: View) -> None:
    _report_end(view)
    view.says(view.words.say("Your best hours"))


def _report_week(view: View) -> None:
    view.go("/report/2026-11-16/2026-11-22")
    view.says(view.words.say("What became of it"))


def _report_empty(view: View) -> None:
    view.go("/report")
    view.says(view.words.say("Nothing was planned for these days"))


def _report_export(view: View) -> None:
    _report(view)
    view.press(view.words.say("Save or share"))
    view.says(view.words.say("PDF, to print or send"))


def _report_days(view: View) -> None:
    _report(view)
    view.press(view.words.say("Days"))
    view.says(view.words.say("First day"))


def _report_behind(view: View) -> None:
    _report(view)
    label = view.words.say_in("record", "Done on time")
    view.page.role("button", re.compile(f"^{label}")).first.click()
    view.shows("heading", label)


def _settings_planning(view: View) -> None:
    _settings(view)
    at = view.page.page.mouse
    at.move(view.page.device.width / 2, view.page.device.height / 2)
    at.wheel(0, 620)
    view.says(view.words.say("Publishing days"))


def _review(part: str, heading: str) -> Callable[[View], None]:
    def reach(view: View) -> None:
        view.go(f"/review/{part}")
        leave = "Start the day" if part == "morning" else "Finished"
        view.shows("button", view.words.say(leave))
        view.says(view.words.say(heading))

    return reach


SCENES = (
    Scene("home", Stage.EXAMPLE, _home),
    Scene("todo-today", Stage.EXAMPLE, _list("today", _task_title)),
    Scene("todo-week", Stage.EXAMPLE, _list("week", _task_title)),
    Scene("todo-missed", Stage.EXAMPLE, _list("missed", _missed_title)),
    Scene("todo-selection", Stage.EXAMPLE, _selection, leaves=True),
    Scene("quick-add", Stage.EXAMPLE, _quick_add, leaves=True),
    Scene("reschedule", Stage.EXAMPLE, _reschedule, leaves=True),
    Scene("slip", Stage.EXAMPLE, _slip, leaves=True),
    Scene("slip-team", Stage.EXAMPLE, _slip_team, leaves=True),
    Scene("slip-replace", Stage.EXAMPLE, _slip_replace, leaves=True),
    Scene("slip-pick", Stage.EXAMPLE, _slip_pick, leaves=True),
    Scene("slip-propose", Stage.EXAMPLE, _slip_propose, leaves=True),
    Scene("slip-message", Stage.EXAMPLE, _slip_message, leave=_undo),
    Scene("slip-let-go", Stage.EXAMPLE, _slip_let_go, leave=_undo_all),
    Scene("slip-end", Stage.EXAMPLE, _slip_end, leave=_undo_all),
    Scene("timeline-agenda", Stage.EXAMPLE, _timeline("agenda")),
    Scene("timeline-day", Stage.EXAMPLE, _timeline("day/2026-11-23")),
    Scene("timeline-week", Stage.EXAMPLE, _timeline("week"), on_phone=False),
    Scene("timeline-month", Stage.EXAMPLE, _month),
    Scene("plan-month", Stage.EXAMPLE, _plan_month),
    Scene("plan-slot", Stage.EXAMPLE, _plan_slot, leaves=True),
    Scene("plan-balance", Stage.EXAMPLE, _plan_balance, leaves=True),
    Scene("plan-fits", Stage.EXAMPLE, _plan_fits, leaves=True),
    Scene("recipe-form", Stage.EXAMPLE, _recipe_form, leaves=True),
    Scene("plan-backwards", Stage.EXAMPLE, _plan_backwards, leaves=True),
    Scene("task", Stage.EXAMPLE, _task),
    Scene("step-offset", Stage.EXAMPLE, _step_offset, leaves=True),
    Scene("open-steps", Stage.EXAMPLE, _open_steps, leaves=True),
    Scene("task-beside-week", Stage.EXAMPLE, _task_beside_week, on_phone=False),
    Scene("goals", Stage.EXAMPLE, _goals),
    Scene("goal", Stage.EXAMPLE, _goal),
    Scene("templates", Stage.EXAMPLE, _templates),
    Scene("template-start", Stage.EXAMPLE, _template_start, leaves=True),
    Scene("report", Stage.EXAMPLE, _report),
    Scene("report-end", Stage.EXAMPLE, _report_end),
    Scene("report-week", Stage.EXAMPLE, _report_week),
    Scene("report-export", Stage.EXAMPLE, _report_export, leaves=True),
    Scene("report-days", Stage.EXAMPLE, _report_days, leaves=True),
    Scene("report-behind", Stage.EXAMPLE, _report_behind, leaves=True),
    Scene("review-evening", Stage.EXAMPLE, _review("evening", "How the day went")),
    Scene("review-morning", Stage.EXAMPLE, _review("morning", "What today holds")),
    Scene("settings", Stage.EXAMPLE, _settings),
    Scene("settings-planning", Stage.EXAMPLE, _settings_planning),
    Scene("settings-end", Stage.EXAMPLE, _settings_end),
    Scene("keys", Stage.EXAMPLE, _keys, leaves=True, on_phone=False),
    Scene("not-found", Stage.EXAMPLE, _not_found),
    Scene("home-follow-ups", Stage.TALKED, _follow_ups),
    Scene("ask-again", Stage.TALKED, _ask_again, leaves=True),
    Scene("ask-again-plain", Stage.TALKED, _ask_again_plain, leaves=True),
    Scene("report-hours", Stage.TALKED, _report_hours),
    Scene("people", Stage.TALKED, _people),
    Scene("person", Stage.TALKED, _person, leaves=True),
    Scene("home-all-done", Stage.FINISHED, _all_done("/")),
    Scene("todo-all-done", Stage.FINISHED, _all_done("/todo/today")),
    Scene("home-error", Stage.UNREADABLE, _unreadable("/")),
    Scene("todo-error", Stage.UNREADABLE, _unreadable("/todo/today")),
    Scene("welcome", Stage.EMPTY, _welcome),
    Scene("home-empty", Stage.EMPTY, _home_empty),
    Scene("todo-empty", Stage.EMPTY, _todo_empty),
    Scene("timeline-empty", Stage.EMPTY, _timeline("day/2026-11-23", sees_task=False)),
    Scene("report-empty", Stage.EMPTY, _report_empty),
    Scene("people-empty", Stage.EMPTY, _people_empty),
    Scene("goals-empty", Stage.EMPTY, _goals_empty),
    Scene("refused", Stage.DAMAGED, _refused),
)
