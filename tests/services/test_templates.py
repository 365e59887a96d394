"""Goal templates: kept from goals, started on a date, shared, and all of it taken back."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from models.errors import (
    BuiltInTemplate,
    EmptySummary,
    EmptyTemplate,
    ImpossibleDate,
    ImpossibleValue,
    TemplateExists,
    TemplateTooLarge,
    TextTooLong,
    UnknownGoal,
    UnknownTemplate,
    UnreadableTemplate,
)
from models.goal import Goal, GoalColor
from models.moment import Moment
from models.storage import goal_rows, task_rows
from models.task import Reminder, ReminderAnchor, Status, Task
from models.template import TASKS_LIMIT, Anchor, GoalTemplate
from models.template_json import SIZE_LIMIT
from services import goals, series, tasks, templates, undo
from services.built_in import LANGUAGES
from services.changes import Changed
from services.clock import FixedClock
from services.template_start import start_template
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, TODAY, OpenDesk, add, at, plain, second_account

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def goal(desk: Workspace) -> Goal:
    """A goal of three tasks: one published with prep steps, a routine, and one without a date."""
    made = goals.create_goal(
        desk,
        {
            "name": "Konten Desember",
            "description": "Semua konten",
            "category": "Konten",
            "color": GoalColor.VIOLET,
            "icon": "video",
        },
    )
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    reels = add(
        desk,
        "Reels",
        goal=made.uid,
        due=at(TODAY + 7 * DAY, "16:00", JAKARTA),
        dtstart=at(TODAY + 5 * DAY),
        lead=HOUR,
        estimate=2 * HOUR,
        priority=1,
        categories=("ig", "reels"),
        attendees=("Raka",),
        url="https://docheck.id",
        description="Hook dulu",
        reminders=(Reminder(ReminderAnchor.READY, -HOUR / 4),),
    )
    script = add(desk, "Skrip", parent=reels.uid, offset=-3 * DAY, estimate=HOUR)
    add(desk, "Paragraf", parent=script.uid)
    # What is made at one instant stands in any order.
    clock.advance(timedelta(seconds=1))
    add(desk, "Bahas", goal=made.uid, due=at(TODAY, "10:00"), rrule="FREQ=WEEKLY;BYDAY=MO")
    clock.advance(timedelta(seconds=1))
    add(desk, "Ide", goal=made.uid)
    return goals.goal(desk, made.uid)


def _tasks(desk: Workspace, goal: str) -> list[Task]:
    """All tasks of a goal, steps behind what they are steps of, each list in manual order."""
    with desk.reading() as unit:
        uids = [
            uid for each in goal_rows.tasks_of(unit, goal) for uid in task_rows.subtree(unit, each)
        ]
    found = {uid: tasks.task(desk, uid) for uid in uids}

    def below(parent: str | None) -> list[Task]:
        own = [task for task in found.values() if task.parent == parent]
        own.sort(key=lambda task: (task.position, task.uid))
        return [each for task in own for each in (task, *below(task.uid))]

    return below(None)


def _said(desk: Workspace, goal: str) -> list[dict[str, object]]:
    """What the tasks of a goal say, apart from what each has for itself."""
    own = {"uid", "created", "position", "parent", "goal"}
    return [
        {name: value for name, value in plain(task).items() if name not in own}
        for task in _tasks(desk, goal)
    ]


def test_a_goal_started_on_its_own_first_day_is_the_same_goal(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    assert (saved.first_day, saved.target, saved.span, saved.count) == (TODAY, 7, 8, 3)
    again = start_template(desk, saved.uid, "id", TODAY)
    assert _said(desk, again.uid) == _said(desk, goal.uid)
    kept = ("name", "description", "category", "color", "icon", "tasks_total")
    assert [getattr(again, name) for name in kept] == [getattr(goal, name) for name in kept]
    assert again.pinned


def test_dates_move_with_the_chosen_day_and_steps_follow(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    on = date(2028, 2, 22)
    again = start_template(desk, saved.uid, "id", on, name="Februari")
    assert again.name == "Februari"
    dues = {task.summary: task.due for task in _tasks(desk, again.uid)}
    assert dues == {
        "Reels": at(date(2028, 2, 29), "16:00", JAKARTA),
        "Skrip": at(date(2028, 2, 26), "16:00", JAKARTA),
        "Paragraf": None,
        # The meeting is on Mondays, and 22 February 2028 is a Tuesday.
        "Bahas": at(date(2028, 2, 28), "10:00"),
        "Ide": None,
    }


def test_a_chosen_last_day_is_the_target(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    again = start_template(desk, saved.uid, "id", date(2027, 3, 8), Anchor.END)
    reels = _tasks(desk, again.uid)[0]
    assert reels.due == at(date(2027, 3, 8), "16:00", JAKARTA)


def test_starting_is_one_step_that_is_taken_back_and_done_again(
    desk: Workspace, goal: Goal
) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    heard: list[Changed] = []
    desk.changes.subscribe(heard.append)
    again = start_template(desk, saved.uid, "id", TODAY + DAY)
    assert [(each.action, len(each.tasks), len(each.goals)) for each in heard] == [
        ("template.start", 5, 1)
    ]
    before = _said(desk, again.uid)
    undone = undo.undo(desk)
    assert (undone.action, undone.summary) == ("template.start", goal.name)
    assert [each.uid for each in goals.goals(desk)] == [goal.uid]
    undo.redo(desk)
    assert _said(desk, again.uid) == before


def test_done_tasks_come_open_and_what_was_left_stays_behind(desk: Workspace) -> None:
    made = goals.create_goal(desk, {"name": "Konten"})
    done = add(desk, "Selesai", goal=made.uid, due=at(TODAY))
    tasks.complete(desk, done.uid)
    gone = add(desk, "Sampah", goal=made.uid, due=at(TODAY - 9 * DAY))
    add(desk, "Langkah sampah", parent=gone.uid)
    tasks.delete(desk, gone.uid)
    let_go = add(desk, "Batal", goal=made.uid, due=at(TODAY - 8 * DAY))
    tasks.edit(desk, let_go.uid, {"status": Status.CANCELLED})
    saved = templates.save_goal_as_template(desk, made.uid)
    assert [task.summary for task in saved.tasks] == ["Selesai"]
    again = start_template(desk, saved.uid, "id", TODAY)
    assert [(task.is_open, task.completed) for task in _tasks(desk, again.uid)] == [(True, None)]


def test_of_a_series_comes_one_task_from_where_it_began(desk: Workspace, goal: Goal) -> None:
    meeting = next(task for task in _tasks(desk, goal.uid) if task.summary == "Bahas")
    tasks.complete(desk, meeting.uid)
    saved = templates.save_goal_as_template(desk, goal.uid)
    (found,) = [task for task in saved.tasks if task.summary == "Bahas"]
    assert (found.due, found.rrule) == (at(TODAY, "10:00"), "FREQ=WEEKLY;BYDAY=MO")
    again = start_template(desk, saved.uid, "id", TODAY + 7 * DAY)
    (begun,) = [task for task in _tasks(desk, again.uid) if task.summary == "Bahas"]
    assert begun.due == at(TODAY + 7 * DAY, "10:00")
    assert begun.series is None
    assert series.next_dates(desk, begun.rrule or "", begun.due, 1) == (begun.due,)


def test_a_step_that_was_done_before_its_task_moved_follows_again(
    desk: Workspace, goal: Goal
) -> None:
    reels, script, *_ = _tasks(desk, goal.uid)
    tasks.complete(desk, script.uid)
    tasks.reschedule(desk, reels.uid, at(TODAY + 20 * DAY, "16:00", JAKARTA))
    saved = templates.save_goal_as_template(desk, goal.uid)
    (step,) = saved.tasks[0].steps
    assert step.due == at(TODAY + 17 * DAY, "16:00", JAKARTA)


def test_the_same_goal_is_kept_again_under_another_name(desk: Workspace, goal: Goal) -> None:
    names = [templates.save_goal_as_template(desk, goal.uid).name for _ in range(3)]
    assert names == ["Konten Desember", "Konten Desember (2)", "Konten Desember (3)"]
    every = templates.templates(desk, "id")
    assert [each.name for each in every][:3] == names
    assert [each.is_built_in for each in every] == [False] * 3 + [True] * 5


def test_what_cannot_be_kept_is_refused(desk: Workspace, goal: Goal) -> None:
    templates.save_goal_as_template(desk, goal.uid, "Ada")
    for name, refusal in ((" ", EmptySummary), ("ÁDA", TemplateExists), ("x" * 121, TextTooLong)):
        with pytest.raises(refusal):
            templates.save_goal_as_template(desk, goal.uid, name)
    with pytest.raises(EmptyTemplate):
        templates.save_goal_as_template(desk, goals.create_goal(desk, {"name": "Kosong"}).uid)
    goals.delete_goal(desk, goal.uid)
    for uid in (goal.uid, "nobody's"):
        with pytest.raises(UnknownGoal):
            templates.save_goal_as_template(desk, uid)
    assert len(templates.templates(desk, "id")) == 6


def test_names_and_descriptions_change_and_go_back(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    edited = templates.edit_template(desk, saved.uid, name="Bulanan", description="Tiap bulan")
    assert (edited.name, edited.description, edited.tasks) == ("Bulanan", "Tiap bulan", saved.tasks)
    assert templates.edit_template(desk, saved.uid, name="bulanan").name == "bulanan"
    templates.delete_template(desk, saved.uid)
    assert len(templates.templates(desk, "id")) == 5
    for action in ("template.delete", "template.edit", "template.edit"):
        undone = undo.undo(desk)
        assert undone.action == action
    assert templates.template(desk, saved.uid, "id") == saved
    assert undo.undo(desk).summary == "Konten Desember"
    assert len(templates.templates(desk, "id")) == 5
    undo.redo(desk)
    assert templates.template(desk, saved.uid, "id") == saved


def test_a_template_outlives_its_goal_and_a_restart(
    desk: Workspace, goal: Goal, open_desk: OpenDesk
) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    goals.delete_goal(desk, goal.uid, with_tasks=True)
    desk.close()
    again = open_desk()
    assert templates.template_named(again, "KONTEN desember", "id") == saved


def test_an_account_has_templates_of_its_own(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    other = second_account(desk)
    assert all(each.is_built_in for each in templates.templates(other, "id"))
    with pytest.raises(UnknownTemplate):
        templates.delete_template(other, saved.uid)
    with pytest.raises(UnknownTemplate):
        start_template(other, saved.uid, "id", TODAY)
    other.close()


def test_a_day_outside_the_calendar_is_refused_and_nothing_is_made(
    desk: Workspace, goal: Goal
) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    for on, anchor in ((date(9000, 12, 28), Anchor.START), (date(1970, 1, 3), Anchor.END)):
        with pytest.raises(ImpossibleDate):
            start_template(desk, saved.uid, "id", on, anchor)
    with pytest.raises(ImpossibleDate):
        start_template(desk, "thesis", "id", date(9999, 12, 31), Anchor.START)
    assert [each.uid for each in goals.goals(desk)] == [goal.uid]


# --- those that come with DoCheck --------------------------------------------------------------


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_each_that_comes_with_docheck_starts_whole(desk: Workspace, language: str) -> None:
    built_in = templates.templates(desk, language)
    assert [each.uid for each in built_in] == [
        "content-campaign",
        "quiz",
        "event",
        "thesis",
        "house-move",
    ]
    for each in built_in:
        assert 8 <= each.count <= 17
        goal = start_template(desk, each.uid, language, TODAY)
        assert (goal.name, goal.tasks_total) == (each.name, each.count)
        dues = [task.due for task in _tasks(desk, goal.uid) if task.due is not None]
        assert (
            max(due.date for due in dues) - min(due.date for due in dues) == (each.span - 1) * DAY
        )


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_content_goes_out_in_the_best_hours_and_is_ready_an_hour_before(
    desk: Workspace, language: str
) -> None:
    for uid in ("content-campaign", "quiz"):
        published = [
            task for task in templates.template(desk, uid, language).tasks if task.categories
        ]
        assert len(published) >= 6
        for task in published:
            assert task.due is not None
            assert task.due.time is not None
            assert time(16) <= task.due.time <= time(18)
            assert task.lead == HOUR


def test_both_languages_say_the_same_plan_with_no_word_left_over(desk: Workspace) -> None:
    def shape(template: GoalTemplate) -> object:
        return [
            (task.due, task.rrule, task.estimate, [(step.due, step.offset) for step in task.steps])
            for task in template.tasks
        ]

    for one, other in zip(
        templates.templates(desk, "id"), templates.templates(desk, "en"), strict=True
    ):
        assert shape(one) == shape(other)
        assert one.name != other.name
        assert LANGUAGES["id"][one.uid].tasks.keys() == LANGUAGES["en"][one.uid].tasks.keys()
    with pytest.raises(ImpossibleValue):
        templates.templates(desk, "fr")


def test_one_that_comes_with_docheck_is_copied_never_changed(desk: Workspace) -> None:
    for change in (
        lambda: templates.delete_template(desk, "thesis"),
        lambda: templates.edit_template(desk, "thesis", name="x"),
    ):
        with pytest.raises(BuiltInTemplate):
            change()
    copied = templates.copy_template(desk, "thesis", "en")
    original = templates.template(desk, "thesis", "en")
    assert copied == replace(original, uid=copied.uid, is_built_in=False)
    assert templates.template_named(desk, "thesis", "en") == copied
    assert templates.edit_template(desk, copied.uid, name="Mine").name == "Mine"


# --- files -------------------------------------------------------------------------------------


def test_a_file_brings_a_template_to_somebody_else(desk: Workspace, goal: Goal) -> None:
    saved = templates.save_goal_as_template(desk, goal.uid)
    text = templates.export_template(desk, saved.uid, "id")
    other = second_account(desk)
    brought = templates.import_template(other, text.encode())
    assert brought == replace(saved, uid=brought.uid)
    with pytest.raises(TemplateExists):
        templates.import_template(other, text.encode())
    assert templates.import_template(other, text.encode(), "Lain").name == "Lain"
    assert undo.undo(other).summary == "Lain"
    other.close()


@pytest.mark.parametrize(
    ("task", "refusal"),
    [
        ('{"summary": " "}', EmptySummary),
        ('{"summary": "x", "lead": -60}', ImpossibleValue),
        ('{"summary": "x", "url": "javascript:alert(1)"}', ImpossibleValue),
        ('{"summary": "x", "steps": [{"summary": ""}]}', EmptySummary),
    ],
)
def test_what_could_not_be_started_is_not_imported(
    desk: Workspace, task: str, refusal: type[Exception]
) -> None:
    text = (
        '{"docheck": "goal-template", "version": 1, "name": "X", "first_day": "2026-11-23", '
        f'"target_day": 0, "tasks": [{{"summary": "baik"}}, {task}]}}'
    )
    with pytest.raises(refusal):
        templates.import_template(desk, text.encode())
    assert all(each.is_built_in for each in templates.templates(desk, "id"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b"null", b'{"a": 1}'])
def test_a_file_of_another_kind_is_refused(desk: Workspace, content: bytes) -> None:
    with pytest.raises(UnreadableTemplate):
        templates.import_template(desk, content)


def test_what_is_too_large_is_refused(desk: Workspace) -> None:
    with pytest.raises(TemplateTooLarge):
        templates.import_template(desk, b" " * (SIZE_LIMIT + 1))
    many = ", ".join(['{"summary": "x"}'] * (TASKS_LIMIT + 1))
    text = (
        '{"docheck": "goal-template", "version": 1, "name": "X", "first_day": "2026-11-23", '
        f'"target_day": 0, "tasks": [{many}]}}'
    )
    with pytest.raises(TemplateTooLarge):
        templates.import_template(desk, text.encode())
    goal = goals.create_goal(desk, {"name": "Dalam"})
    parent = add(desk, "0", goal=goal.uid)
    for level in range(1, 22):
        parent = add(desk, str(level), parent=parent.uid)
    with pytest.raises(TemplateTooLarge):
        templates.save_goal_as_template(desk, goal.uid)


def test_an_empty_file_of_ours_makes_no_template(desk: Workspace) -> None:
    text = (
        '{"docheck": "goal-template", "version": 1, "name": "X", "first_day": "2026-11-23", '
        '"target_day": 0, "tasks": []}'
    )
    with pytest.raises(EmptyTemplate):
        templates.import_template(desk, text.encode())


def test_a_fixed_reminder_and_an_end_move_along(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Rutin"})
    remind = at(TODAY, "08:00", JAKARTA).instant(desk.zone)
    add(
        desk,
        "Senam",
        goal=goal.uid,
        due=Moment(TODAY, time(9)),
        rrule="FREQ=DAILY;UNTIL=20261130T020000Z",
        reminders=(Reminder(ReminderAnchor.AT, at=remind),),
    )
    saved = templates.save_goal_as_template(desk, goal.uid)
    again = start_template(desk, saved.uid, "id", date(2027, 1, 4))
    (task,) = _tasks(desk, again.uid)
    assert task.rrule == "FREQ=DAILY;UNTIL=20270111T020000Z"
    moved = at(date(2027, 1, 4), "08:00", JAKARTA).instant(desk.zone)
    assert task.reminders == (Reminder(ReminderAnchor.AT, at=moved),)
