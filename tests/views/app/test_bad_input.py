"""What no one plans for: endless titles and tags, strange letters, midnight, two who edit."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import flet as ft
import pytest

from models.lists import ListName
from services import goals, lists, steps, tasks
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import field, press, run_on
from views.app.app import app_for
from views.app.routes import goal_route, search_route, tag_route, task_route

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

Check = Callable[[AppSession], Awaitable[None]]

LONG = ("Sangat panjang " * 667)[:9_999] + "."
TITLES = {
    "long": LONG,
    "emoji": "Ulang tahun 👩‍👩‍👧‍👦 🎂🎉",
    "rtl": "اجتماع الفريق غدًا",
    "zero-width": "tanpa\u200blebar\u200d\ufeffsama",
    "override": "\u202eterbalik\u202c",
    "combining": "z" + "\u0300" * 200,
}
WEEK = "/timeline/week"
PLACES = ("/", "/todo/today", "/todo/all", "/timeline/agenda", "/timeline", WEEK)
MONTH = "/timeline/2026-11"
#: A second before midnight of the desk's Monday in Jakarta, near enough for the next minute.
LATE = datetime(2026, 11, 23, 16, 59, 59, 800_000, tzinfo=UTC)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_is_shown_cut_off_in_every_list(desk: Workspace, title: str):
    goal = goals.create_goal(desk, {"name": "Kampanye"})
    task = add(desk, title, due=at(TODAY, "14:00"), goal=goal.uid, categories=("reels",))
    add(desk, "Naskah", parent=task.uid, due=at(TODAY))
    others = (goal_route(goal.uid), tag_route("reels"), search_route("reels"), MONTH)

    async def check(app: AppSession) -> None:
        for place in (*PLACES, *others, task_route(task.uid)):
            await app.navigate(place)
            await app.settle()
            # A phone's week has its words in lines of their own.
            part = title.split()[0] if place == WEEK else title
            shown = [each for each in app.find_all(ft.Text) if part in str(each.value)]
            assert shown or place in (MONTH, task_route(task.uid)), place
            for text in shown:
                assert text.max_lines, place
                assert text.overflow is ft.TextOverflow.ELLIPSIS, place
        assert field(app).value == title

    run_on(desk, check, route="/")
    assert tasks.task(desk, task.uid).summary == title


def test_a_task_of_500_tags_tells_some_of_them(desk: Workspace):
    tags = tuple(f"tag-{at:03d}" for at in range(500))
    task = add(desk, "Naskah", due=at(TODAY), categories=tags)

    async def check(app: AppSession) -> None:
        assert app.shows("#tag-004")
        assert app.shows("+495")
        assert not app.shows("#tag-005")
        await app.navigate(task_route(task.uid))
        line = next(each for each in app.find_all(ft.Text) if "#tag-499" in str(each.value))
        assert line.max_lines
        await app.navigate("/tags")
        assert app.shows("tag-000")

    run_on(desk, check, route="/todo/today")


def test_a_task_of_300_steps_is_shown_and_checked(desk: Workspace):
    task = add(desk, "Besar", due=at(TODAY))
    made = tasks.capture_many(
        desk, [{"summary": f"Langkah {at}", "parent": task.uid} for at in range(300)]
    )

    async def check(app: AppSession) -> None:
        assert app.shows("0/300")
        await app.navigate(task_route(task.uid))
        assert app.shows("Persiapan 0/300")
        assert app.shows("Langkah 49")
        assert not app.shows("Langkah 50")
        await app.click("Tampilkan lagi")
        assert app.shows("Langkah 99")
        ring = app.find(ft.Semantics, label="Langkah 99")
        assert ring.content is not None
        await app.click(ring.content)
        assert not tasks.task(desk, made[99].uid).is_open
        assert steps.count_open_steps(desk, (task.uid,)) == 299

    run_on(desk, check, route="/todo/today")


class TestMidnight:
    """The app is open as the day ends: nobody touches it."""

    @pytest.mark.parametrize(
        ("route", "before", "after"),
        [
            ("/", "Senin, 23 November", "Selasa, 24 November"),
            ("/todo/today", "Hari ini · 1", "Terlewat · 1"),
            ("/timeline", "Naskah", "Caption"),
            ("/timeline/agenda", "Naskah", "Caption"),
        ],
    )
    def test_today_becomes_yesterday(
        self, desk: Workspace, clock: FixedClock, route: str, before: str, after: str
    ):
        clock.instant = LATE
        add(desk, "Naskah", due=at(TODAY))
        add(desk, "Caption", due=at(TODAY + timedelta(days=1)))

        async def check(app: AppSession) -> None:
            assert app.shows(before)
            clock.instant = LATE + timedelta(seconds=1)
            await app.settle(soon=0.5)
            assert app.shows(after)

        run_on(desk, check, route=route)

    @pytest.mark.parametrize("route", ["/timeline/week", MONTH])
    def test_week_and_month_mark_the_new_day(self, desk: Workspace, clock: FixedClock, route: str):
        clock.instant = LATE

        async def check(app: AppSession) -> None:
            before = app.texts(), _marked(app)
            clock.instant = LATE + timedelta(seconds=1)
            await app.settle(soon=0.5)
            assert (app.texts(), _marked(app)) != before

        run_on(desk, check, route=route)

    def test_what_quick_add_gives_is_of_the_new_day(self, desk: Workspace, clock: FixedClock):
        clock.instant = LATE

        async def check(app: AppSession) -> None:
            clock.instant = LATE + timedelta(seconds=1)
            await app.settle(soon=0.5)
            await press(app, "N")
            await app.submit(field(app), "Naskah")
            (line,) = lists.every_line(desk, ListName.TODAY)
            assert line.due_date == TODAY + timedelta(days=1)

        run_on(desk, check, route="/todo/today")


def _marked(app: AppSession) -> list[str]:
    """The colours of what is on the screen, in order."""
    return [str(each.bgcolor) for each in app.find_all(ft.Container)]


class TestTwoTabs:
    """Two tabs look at the same task, and both change it."""

    def test_the_later_title_wins_and_the_earlier_is_in_the_history(self, desk: Workspace):
        change_settings(desk, language="id", is_welcomed=True)
        task = add(desk, "Naskah", due=at(TODAY))

        async def check() -> None:
            route = task_route(task.uid)
            main = app_for(desk)
            async with (
                AppSession(main, route=route) as one,
                AppSession(main, route=route) as other,
            ):
                await other.fire(field(other), "focus")
                await other.change(field(other), "Naskah kedua")
                await one.submit(field(one), "Naskah pertama")
                await other.settle()
                assert field(other).value != "Naskah pertama"
                await other.fire(field(other), "blur")
                await one.settle()
                assert field(one).value == "Naskah kedua"

        run_app(check)
        assert tasks.task(desk, task.uid).summary == "Naskah kedua"
        titles = [change.after.get("summary") for change in tasks.history(desk, task.uid)]
        assert titles[:2] == ["Naskah kedua", "Naskah pertama"]

    def test_other_fields_of_both_are_kept(self, desk: Workspace):
        change_settings(desk, language="id", is_welcomed=True)
        task = add(desk, "Naskah", due=at(TODAY))

        async def check() -> None:
            route = task_route(task.uid)
            main = app_for(desk)
            async with (
                AppSession(main, route=route) as one,
                AppSession(main, route=route) as other,
            ):
                await one.submit(field(one), "Naskah reels")
                await other.settle()
                assert field(other).value == "Naskah reels"
                await other.click("Sematkan")
                await one.settle()
                assert one.button("Disematkan")

        run_app(check)
        kept = tasks.task(desk, task.uid)
        assert (kept.summary, kept.pinned) == ("Naskah reels", True)
