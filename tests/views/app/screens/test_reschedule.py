"""Rescheduling: what is offered, of which kind the new moment is, and that it can be undone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import flet as ft
import pytest

from models.moment import Moment
from models.recipe import Gap, Recipe, RecipeStep
from models.slips import later_today, moment_on
from services import plans, tasks, undo
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import (
    JAKARTA,
    NEW_YORK,
    NOW,
    TODAY,
    add,
    at,
    clock,
    desk,
    folder,
    open_desk,
    template,
)
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, press, run_on
from views.app.screens.reschedule_options import (
    NEVER,
    moves_of,
    offers,
    same_time_on,
)

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

HOME = ZoneInfo(JAKARTA)
FRIDAY = TODAY - timedelta(days=3)
TOMORROW = TODAY + timedelta(days=1)
MONDAY = TODAY + timedelta(days=7)
#: More work than fits between today and tomorrow.
LONG = Recipe("long", "Film", (RecipeStep("Syuting", Gap(-2), timedelta(hours=40)),))


@pytest.mark.parametrize(
    ("utc", "offered"),
    [
        ((3, 0), time(11)),
        ((7, 13), time(16)),
        ((12, 50), time(21)),
        ((14, 1), None),
        ((16, 30), None),
    ],
)
def test_later_today_is_a_full_hour_with_time_to_work_in(
    utc: tuple[int, int], offered: time | None
):
    assert later_today(datetime(2026, 11, 23, *utc, tzinfo=UTC), HOME) == offered


def test_the_new_moment_is_of_the_kind_that_it_was():
    assert moment_on(TOMORROW, time(10), Moment(TODAY), HOME) == Moment(TOMORROW, time(10))
    floating = Moment(TODAY, time(16))
    assert moment_on(TOMORROW, time(10), floating, HOME).is_floating
    here = Moment(TODAY, time(16), JAKARTA)
    assert moment_on(TOMORROW, time(10), here, HOME) == Moment(TOMORROW, time(10), JAKARTA)
    abroad = Moment(TODAY, time(4), NEW_YORK)
    moved = moment_on(TOMORROW, time(10), abroad, HOME)
    assert moved.zone == NEW_YORK
    assert moved.local(HOME).time() == time(10)
    assert moment_on(TOMORROW, None, here, HOME) == Moment(TOMORROW)
    assert same_time_on(TOMORROW, None, HOME) == Moment(TOMORROW)
    assert same_time_on(TOMORROW, abroad, HOME).local(HOME).time() == abroad.local(HOME).time()


def test_only_what_makes_a_difference_is_offered():
    whole_day = offers({"a": Moment(TODAY)}, NOW, HOME, 0, time(10))
    assert whole_day.same_time is None
    assert whole_day.next_week == {"a": Moment(MONDAY)}
    assert not offers({"a": None}, NOW, HOME, 0, time(10)).can_clear
    two = offers({"a": Moment(TODAY, time(16)), "b": None}, NOW, HOME, 6, time(10))
    assert two.same_time == {"a": Moment(TOMORROW, time(16)), "b": Moment(TOMORROW)}
    assert two.next_week["b"].date == TODAY + timedelta(days=6)


def test_moves_are_counted_without_those_that_were_undone(desk: Workspace):
    task = add(desk, due=at(FRIDAY))
    assert moves_of(tasks.history(desk, task.uid)) == NEVER
    tasks.reschedule(desk, task.uid, at(TODAY))
    tasks.reschedule(desk, task.uid, at(TOMORROW))
    undo.undo(desk)
    tasks.edit(desk, task.uid, {"summary": "Lain"})
    moves = moves_of(tasks.history(desk, task.uid))
    assert (moves.count, moves.first) == (1, FRIDAY)


def test_one_tap_moves_a_task_to_tomorrow_and_undo_moves_it_back(desk: Workspace):
    task = add(desk, "Kirim brief", due=at(FRIDAY, "16:00", JAKARTA))
    tasks.reschedule(desk, task.uid, at(TODAY, "09:00", JAKARTA))

    async def check(app: AppSession) -> None:
        await press(app, "J", "R")
        assert app.shows("Terlewat · seharusnya hari ini 09.00")
        assert app.shows("Sudah 1× digeser sejak 20 Nov")
        # Its name says which day that is.
        assert app.shows("Sel 24 Nov 10.00")
        assert not app.shows("Besok 10.00")
        await app.click("Besok pagi")
        assert tasks.task(desk, task.uid).due == Moment(TOMORROW, time(10), JAKARTA)
        assert not app.find_all(ft.BottomSheet)
        await app.click("Urungkan")
        assert tasks.task(desk, task.uid).due == Moment(TODAY, time(9), JAKARTA)

    run_on(desk, check, route="/todo/today")


def test_several_tasks_keep_their_own_times_in_one_undo_step(desk: Workspace):
    first = add(desk, "Satu", due=at(TODAY, "14:00"))
    second = add(desk, "Dua", due=at(TODAY, "16:00"))

    async def check(app: AppSession) -> None:
        await hold(app, "Satu")
        await app.click(app.named_all("Dua", ft.Container)[0])
        await app.click("Reschedule")
        assert app.shows("2 tasks")
        await app.click("Tomorrow, same time")
        assert tasks.task(desk, first.uid).due == Moment(TOMORROW, time(14))
        assert tasks.task(desk, second.uid).due == Moment(TOMORROW, time(16))
        assert app.shows("2 tasks rescheduled")
        await app.click("Undo")
        assert tasks.task(desk, first.uid).due == Moment(TODAY, time(14))
        assert tasks.task(desk, second.uid).due == Moment(TODAY, time(16))

    run_on(desk, check, route="/todo/today", language="en")


def test_any_day_and_time_can_be_picked(desk: Workspace):
    task = add(desk, "Kirim brief", due=at(TODAY, "16:00"))

    async def check(app: AppSession) -> None:
        await press(app, "J", "R")
        await app.click("Pilih…")
        await app.click("Jumat, 27 November")
        await app.click("18.00")
        await app.click("Pindah ke Jum 27 Nov 18.00")
        assert tasks.task(desk, task.uid).due == Moment(TODAY + timedelta(days=4), time(18))

    run_on(desk, check, route="/todo/today")


def test_the_date_can_be_removed(desk: Workspace):
    task = add(desk, "Kirim brief", due=at(TODAY))

    async def check(app: AppSession) -> None:
        await press(app, "J", "R")
        await app.click("Hapus tanggal")
        assert tasks.task(desk, task.uid).due is None

    run_on(desk, check, route="/todo/today")


def test_later_today_is_not_offered_at_night(desk: Workspace):
    add(desk, "Kirim brief", due=at(TODAY))
    desk.clock = FixedClock(datetime(2026, 11, 23, 15, 30, tzinfo=UTC))

    async def check(app: AppSession) -> None:
        await press(app, "J", "R")
        assert app.shows("Besok pagi")
        assert not app.shows("Nanti hari ini")

    run_on(desk, check, route="/todo/today")


def test_a_planned_step_that_has_no_time_then_is_named_with_why(desk: Workspace):
    task = add(desk, "Film", due=at(TODAY + timedelta(days=21), "16:00", JAKARTA))
    plans.apply(desk, task.uid, LONG)

    async def check(app: AppSession) -> None:
        await app.click("Atur ulang")
        await app.click("Besok pagi")
        assert app.shows(
            "Diatur ulang: Film → besok 10.00 · "
            "“Syuting” tidak muat: jam kerja yang tersisa kurang dari 40 j."
        )
        await app.click("Urungkan")
        assert tasks.steps(desk, task.uid)[0].due is not None

    run_on(desk, check, route=f"/task/{task.uid}")
