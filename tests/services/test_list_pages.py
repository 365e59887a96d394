"""Whatever the tasks are: pages make up the list, counts are lengths, days part the tasks."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.lists import ListName, Page
from models.moment import Moment
from models.storage import task_rows
from models.task import Status, Task, TaskLine
from services import goals, lists, timeline
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NEW_YORK, NOW, TODAY, ScratchDesk, at

DAY = timedelta(days=1)

dues = st.builds(
    lambda days, clock, zone: at(TODAY + timedelta(days=days), clock, zone),
    st.integers(-3, 16),
    st.sampled_from([None, "00:00", "09:59", "10:00", "23:59"]),
    st.sampled_from([None, JAKARTA, NEW_YORK]),
)
instants = st.integers(0, 3).map(lambda minutes: NOW - timedelta(minutes=minutes))


@st.composite
def several(draw: st.DrawFn) -> list[Task]:
    """Tasks with many equal dues, positions and instants; some are steps."""
    made: list[Task] = []
    for number in range(draw(st.integers(0, 14))):
        status = draw(st.sampled_from([*Status, Status.NEEDS_ACTION, Status.NEEDS_ACTION]))
        roots = [task.uid for task in made if task.parent is None]
        made.append(
            Task(
                uid=f"{draw(st.integers(0, 99)):02}/{number}",
                summary="x",
                created=NOW,
                last_modified=NOW,
                status=status,
                due=draw(st.none() | dues),
                position=draw(st.sampled_from(["a", "b"])),
                completed=draw(instants) if status is Status.COMPLETED else None,
                deleted=draw(st.none() | st.none() | instants),
                parent=draw(st.none() | st.sampled_from(roots)) if roots else None,
            )
        )
    return made


def _write(desk: Workspace, made: list[Task]) -> None:
    with desk.writing() as unit:
        for task in made:
            task_rows.add(unit, task, desk.zone)
        unit.commit()


def _all_pages(first: Page, more: list[Page]) -> tuple[TaskLine, ...]:
    return sum((page.lines for page in more), first.lines)


@settings(max_examples=40)
@given(several(), st.integers(1, 5))
def test_the_pages_of_every_list_make_up_the_list(
    scratch: ScratchDesk, made: list[Task], limit: int
) -> None:
    with scratch() as desk:
        _write(desk, made)
        for name in ListName:
            pages = [lists.page(desk, name, limit=limit)]
            while pages[-1].cursor is not None:
                pages.append(lists.page(desk, name, cursor=pages[-1].cursor, limit=limit))
                assert 0 < len(pages[-1].lines) <= limit
            whole = lists.every_line(desk, name)
            assert _all_pages(pages[0], pages[1:]) == whole
            assert len({line.uid for line in whole}) == len(whole)
        for name, count in lists.counts(desk).items():
            assert count == len(lists.every_line(desk, name))


@settings(max_examples=40)
@given(several(), st.sampled_from([JAKARTA, NEW_YORK, "Pacific/Kiritimati"]))
def test_every_open_dated_task_is_in_exactly_the_right_lists(
    scratch: ScratchDesk, made: list[Task], zone: str
) -> None:
    with scratch(zone) as desk:
        _write(desk, made)
        held = {name: {line.uid for line in lists.every_line(desk, name)} for name in ListName}
        today = desk.today()
        monday = today - today.weekday() * DAY
        for task in made:
            day = task.due.day(desk.zone) if task.due else None
            is_open = task.is_open
            expected = {
                ListName.TODAY: is_open and day == today,
                ListName.TOMORROW: is_open and day == today + DAY,
                ListName.WEEK: is_open and day is not None and monday <= day < monday + 7 * DAY,
                ListName.NEXT_WEEK: is_open
                and day is not None
                and monday + 7 * DAY <= day < monday + 14 * DAY,
                ListName.MISSED: is_open
                and task.due is not None
                and task.due.instant(desk.zone) < NOW,
                ListName.NO_DATE: is_open and day is None and task.parent is None,
                ListName.ALL: is_open and (day is not None or task.parent is None),
                ListName.DONE: task.deleted is None and task.status is Status.COMPLETED,
                ListName.TRASH: task.deleted is not None,
            }
            assert {name: task.uid in held[name] for name in ListName} == expected


@settings(max_examples=40)
@given(several())
def test_the_timeline_holds_each_dated_task_on_its_day_once(
    scratch: ScratchDesk, made: list[Task]
) -> None:
    with scratch() as desk:
        _write(desk, made)
        shown = timeline.days(desk, TODAY - 30 * DAY, TODAY + 30 * DAY)
        assert [each.day for each in shown] == [TODAY + n * DAY for n in range(-30, 31)]
        found = {line.uid: each.day for each in shown for line in each.lines}
        assert found == {
            task.uid: task.due.day(desk.zone)
            for task in made
            if task.due is not None and task.deleted is None
        }
        assert sum(len(each.lines) for each in shown) == len(found)


@settings(max_examples=30)
@given(several(), st.integers(1, 4))
def test_a_goals_pages_and_progress_count_its_own_tasks(
    scratch: ScratchDesk, made: list[Task], limit: int
) -> None:
    with scratch() as desk:
        goal = goals.create_goal(desk, {"name": "Peluncuran"}).uid
        _write(desk, [_with_goal(task, goal) for task in made])
        page = lists.goal_page(desk, goal, limit=limit)
        found = list(page.lines)
        while page.cursor is not None:
            page = lists.goal_page(desk, goal, cursor=page.cursor, limit=limit)
            found += page.lines
        roots = [task for task in made if task.parent is None and task.deleted is None]
        expected = sorted((task.position, task.uid) for task in roots if task.is_open)
        assert [(line.position, line.uid) for line in found] == expected
        progress = goals.goal(desk, goal)
        done = [task for task in roots if task.status is Status.COMPLETED]
        counted = [task for task in roots if task.status is not Status.CANCELLED]
        assert (progress.tasks_done, progress.tasks_total) == (len(done), len(counted))


def _with_goal(task: Task, goal: str) -> Task:
    return replace(task, goal=goal)


def test_a_moment_far_away_stands_on_its_day(scratch: ScratchDesk) -> None:
    with scratch() as desk:
        far = Moment(TODAY.replace(year=8999))
        _write(desk, [Task("x", "x", NOW, NOW, due=far)])
        (day,) = timeline.days(desk, far.date, far.date)
        assert [line.uid for line in day.lines] == ["x"]
