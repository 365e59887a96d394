"""Dhila's plan: what holds of it on every day and at every hour."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from models.errors import HasTasks, ImpossibleValue, NothingToUndo
from models.lists import ListName
from models.moment import utc_of_wall, zone_named
from models.task import Task, TaskLine
from services import example_plan as plan
from services import filters, goals, home, lists, search, tasks, time_spent, timeline, undo
from services.changes import Changed
from services.clock import FixedClock
from services.example import load_example
from services.example_plan_en import ENGLISH
from services.example_plan_id import INDONESIAN
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, OpenDesk, ScratchDesk, add

Loaded = Callable[..., Workspace]

MONDAY = date(2026, 11, 23)
HOURS = ("00:00", "06:59", "14:59", "15:00", "18:00", "23:59")
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]
#: Month and year ends, a leap day, and the days on which clocks change in New York.
ODD_DAYS = [
    date(2026, 11, 30),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 1, 31),
    date(2028, 2, 29),
    date(2026, 3, 8),
    date(2026, 11, 1),
]
GOALS = {
    "id": ("Konten Desember", "Kuis 10k followers"),
    "en": ("December content", "10k followers quiz"),
}


@pytest.fixture
def loaded(open_desk: OpenDesk, clock: FixedClock) -> Loaded:
    """A desk with the example."""

    def load(day: date = MONDAY, language: str = "id") -> Workspace:
        clock.instant = instant_of(day, "14:13", JAKARTA)
        desk = open_desk(zone=JAKARTA)
        load_example(desk, language)
        return desk

    return load


def instant_of(day: date, hour: str, zone: str) -> datetime:
    wall = datetime.combine(day, time.fromisoformat(hour))
    return utc_of_wall(wall, zone_named(zone)).astimezone(UTC)


def check_at(scratch: ScratchDesk, day: date, hour: str, zone: str = JAKARTA) -> None:
    """Load the example on a day, at an hour of a zone, and check what always holds of it."""
    with scratch(zone=zone) as desk:
        desk.clock = FixedClock(instant_of(day, hour, zone))
        load_example(desk, "id")
        check(desk)


def every_task(desk: Workspace) -> list[Task]:
    """All of the example, steps without a date too."""
    lines = [*lists.every_line(desk, ListName.ALL), *lists.every_line(desk, ListName.DONE)]
    uids = dict.fromkeys(line.uid for line in lines)
    for line in (each for each in lines if each.steps_total):
        uids |= dict.fromkeys(step.uid for step in tasks.steps(desk, line.uid))
    return [tasks.task(desk, uid) for uid in uids]


def published(desk: Workspace) -> list[Task]:
    """What goes out to the followers: it has to be ready before."""
    return [task for task in every_task(desk) if task.lead is not None]


def hero_of(desk: Workspace, words: str = INDONESIAN.hero.summary) -> Task:
    (hero,) = (task for task in every_task(desk) if task.summary == words)
    return hero


def check(desk: Workspace) -> None:
    """What holds of the plan whenever it is loaded."""
    now, today = desk.now(), desk.today()
    local = now.astimezone(desk.zone)
    shown = home.home(desk)

    missed = {line.summary for line in lists.every_line(desk, ListName.MISSED)}
    assert missed == {"Kirim brief kuis ke tim", "Rekap insight mingguan"}
    assert shown.missed == 2

    # The next deadline comes soon, and today has both open and done things.
    assert shown.next_deadline is not None
    assert shown.next_deadline.due_date is not None
    is_in_time = local.time() < plan.LAST_CALL
    every = every_task(desk)
    (hero,) = (task for task in every if task.summary == INDONESIAN.hero.summary)
    assert hero.due is not None
    assert hero.due.date == (today if is_in_time else today + timedelta(days=1))
    if is_in_time:
        assert shown.next_deadline.uid == hero.uid
    else:
        assert shown.next_deadline.due_date > today
    assert 2 <= len(shown.today) <= 8
    assert 3 <= len(shown.done_today) <= 9

    for task in (each for each in every if each.lead is not None):
        assert task.due is not None
        assert task.due.time is not None
        assert task.ready_by == task.due.moved_by(timedelta(hours=-1))
        assert time(16) <= task.due.time <= time(18)
        assert plan.is_weekday(task.due.date) or task.uid == hero.uid

    for task in every:
        assert task.created <= now
        if task.completed is not None:
            assert task.created <= task.completed <= now
        if task.parent is not None and task.due is not None:
            assert (task.completed is not None) == (task.due.date <= today) or (
                task.parent == hero.uid
            )
            assert plan.is_weekday(task.due.date)


@pytest.mark.parametrize("hour", HOURS)
@pytest.mark.parametrize("day", WEEK, ids=str)
def test_every_hour_of_every_weekday(scratch: ScratchDesk, day: date, hour: str):
    check_at(scratch, day, hour)


@pytest.mark.parametrize("zone", [JAKARTA, "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("day", ODD_DAYS, ids=str)
def test_odd_days(scratch: ScratchDesk, day: date, zone: str):
    check_at(scratch, day, "10:00", zone)


@pytest.mark.parametrize("language", ["id", "en"])
def test_two_pinned_goals_on_their_way(loaded: Loaded, language: str):
    content, quiz = goals.goals(loaded(language=language))
    assert (content.name, quiz.name) == GOALS[language]
    for goal in (content, quiz):
        assert goal.pinned
        assert goal.category
        assert 0 < goal.tasks_done < goal.tasks_total
    assert content.color != quiz.color


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 12, 31), "Konten Januari"), (date(2027, 1, 31), "Konten Februari")],
)
def test_the_goal_is_the_next_months(loaded: Loaded, day: date, name: str):
    assert goals.goals(loaded(day))[0].name == name


def test_both_languages_hold_the_same_plan(loaded: Loaded, open_desk: OpenDesk):
    for texts in (INDONESIAN, ENGLISH):
        assert len(texts.months) == 12
        assert len(texts.contents) == len(plan.FORMATS)
        assert len(texts.published) == len(plan.PAST_FORMATS)
        assert set(texts.steps) == {kind.key for kind in plan.STEP_KINDS} | {"schedule"}
        assert set(texts.chores) == {chore.key for chore in plan.CHORES}
        assert set(texts.quiz) == {each.key for each in plan.QUIZ}
    assert set(INDONESIAN.today) == set(ENGLISH.today)
    assert len(INDONESIAN.someday) == len(ENGLISH.someday)
    assert len(INDONESIAN.filters) == len(ENGLISH.filters)


def test_the_routine_repeats(loaded: Loaded):
    desk = loaded()
    repeating = {task.summary: task for task in every_task(desk) if task.rrule}
    assert {name: task.rrule for name, task in repeating.items()} == {
        "Cek analitik pagi": plan.WEEKDAYS,
        "Riset tren & audio": plan.WEEKDAYS,
        "Cek jadwal unggahan hari ini": plan.WEEKDAYS,
        "Balas komentar & DM": plan.WEEKDAYS,
        "Rapat konten mingguan": "FREQ=WEEKLY;BYDAY=MO",
        "Laporan bulanan media sosial": "FREQ=MONTHLY;BYMONTHDAY=-1",
        "Rekap insight mingguan": "FREQ=WEEKLY;BYDAY=SU",
    }
    assert all(task.is_open for task in repeating.values())
    today = {line.summary for line in home.home(desk).done_today}
    assert {"Cek analitik pagi", "Riset tren & audio"} <= today


def test_a_month_of_content_is_prepared_step_by_step(loaded: Loaded):
    desk = loaded()
    reels = hero_of(desk, "Reels: sehari bersama social media specialist")
    assert reels.due is not None
    assert reels.due.date == date(2026, 11, 27)
    assert reels.categories == ("ig", "reels")
    steps: list[tuple[str, date | None, tuple[str, ...]]] = [
        (step.summary, step.due_date, step.attendees) for step in tasks.steps(desk, reels.uid)
    ]
    assert steps == [
        ("Brainstorming ide", date(2026, 11, 13), ()),
        ("Tulis skrip & caption", date(2026, 11, 20), ()),
        ("Desain visual", date(2026, 11, 24), ("Raka",)),
        ("Review bareng tim", date(2026, 11, 26), ("Sinta",)),
    ]
    last = max(task.due.date for task in published(desk) if task.due)
    assert last == plan.weekday_after(MONDAY, len(plan.FORMATS))


def test_the_hero_has_all_but_its_last_step(loaded: Loaded):
    line = home.home(loaded()).next_deadline
    assert isinstance(line, TaskLine)
    assert (line.steps_done, line.steps_total) == (4, 5)
    assert line.attendees == ("Raka", "Sinta")
    assert line.goal_name == "Konten Desember"


def test_some_days_are_too_full_and_most_are_not(loaded: Loaded):
    desk = loaded()
    load = timeline.load(desk, MONDAY, MONDAY + timedelta(days=11))
    over = [day for day, work in load.items() if work > desk.settings.daily_capacity]
    assert 1 <= len(over) <= 4


def test_a_few_characters_tell_its_uids_apart(loaded: Loaded):
    uids = [task.uid for task in every_task(loaded())]
    assert len({uid[:13] for uid in uids}) == len(uids)


@pytest.mark.parametrize("language", ["id", "en"])
def test_its_filters_find_something(loaded: Loaded, language: str):
    desk = loaded(language=language)
    reels, waiting = filters.filters(desk)
    assert reels.name == {"id": "Reels minggu ini", "en": "Reels this week"}[language]
    found = search.search(desk, reels.query).lines
    week = {MONDAY + timedelta(days=n) for n in range(7)}
    assert len(found) >= 2
    assert all("reels" in line.categories and line.due_date in week for line in found)
    found = search.search(desk, waiting.query).lines
    assert found
    assert all(plan.DESIGNER in line.attendees and line.completed is None for line in found)


def test_what_is_done_and_was_planned_for_was_timed(loaded: Loaded):
    desk = loaded()
    done = [task for task in every_task(desk) if task.completed and task.estimate]
    assert len(done) > 20
    for task in done:
        (entry,) = time_spent.of_task(desk, task.uid)
        assert entry.ended == task.completed
        assert task.estimate is not None
        assert 0.7 <= entry.span(desk.now()) / task.estimate <= 1.5
    assert time_spent.running(desk) is None


def test_by_force_a_filter_of_that_name_stays_as_it_is(desk: Workspace):
    mine = filters.save_filter(desk, "reels minggu ini", "#punyaku")
    load_example(desk, "id", force=True)
    kept = {saved.name: saved.query for saved in filters.filters(desk)}
    assert kept[mine.name] == mine.query
    assert len(kept) == len(INDONESIAN.filters)


def test_it_is_one_gesture_and_undoing_it_empties_the_app(loaded: Loaded):
    desk = loaded()
    undone = undo.undo(desk)
    assert undone.action == "example"
    assert every_task(desk) == []
    assert goals.goals(desk) == ()
    assert filters.filters(desk) == ()
    with pytest.raises(NothingToUndo):
        undo.undo(desk)
    assert load_example(desk, "en") == len(undone.tasks)


def test_it_is_told_once_with_everything_in_it(desk: Workspace):
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    made = load_example(desk, "id")
    example, settings = told
    assert (example.action, len(example.tasks), len(example.goals)) == ("example", made, 2)
    assert settings.has_settings


def test_it_greets_dhila_unless_the_account_has_a_name(open_desk: OpenDesk):
    desk = open_desk()
    change_settings(desk, name="Rani")
    load_example(desk, "id")
    assert (desk.settings.name, desk.settings.is_welcomed) == ("Rani", True)
    again = open_desk()
    assert (again.settings.name, again.settings.is_welcomed) == ("Rani", True)


def test_the_name(loaded: Loaded, open_desk: OpenDesk):
    loaded()
    assert open_desk().settings.name == "Dhila"


def test_tasks_that_are_there_are_left_alone(desk: Workspace):
    mine = add(desk)
    with pytest.raises(HasTasks) as refused:
        load_example(desk, "id")
    assert refused.value.count == 1
    assert every_task(desk) == [mine]
    assert goals.goals(desk) == ()
    assert not desk.settings.is_welcomed


def test_done_tasks_count_and_trashed_ones_do_not(desk: Workspace):
    mine = add(desk)
    tasks.complete(desk, mine.uid)
    with pytest.raises(HasTasks):
        load_example(desk, "id")
    tasks.delete(desk, mine.uid)
    assert load_example(desk, "id") > 100


def test_by_force_it_comes_beside_them(desk: Workspace):
    mine = add(desk)
    made = load_example(desk, "id", force=True)
    assert len(every_task(desk)) == made + 1
    assert tasks.task(desk, mine.uid) == mine


def test_a_language_that_it_does_not_speak(desk: Workspace):
    with pytest.raises(ImpossibleValue):
        load_example(desk, "fr")
    assert every_task(desk) == []
