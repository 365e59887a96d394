"""Blocks of the timeline moved by hand, by keys and by their menu; the tray; swipes; any date."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from models.moment import Moment
from models.recipe import Gap, Recipe, RecipeStep
from services import plans, tasks
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import press_at_once
from views.app.app import app_for
from views.app.overlays import BlockSheet

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)
HOUR = timedelta(hours=1)
DESKTOP = {"width": 1440, "height": 900, "route": "/timeline/week"}
#: Pixels of an hour in a week, and about those of a day where the window is 1440 wide.
WEEK_HOUR, WEEK_DAY = 58, 178


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=ZONE)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def at(hour: int, minute: int = 0, day: date = DAY) -> Moment:
    return Moment(day, time(hour, minute), ZONE)


def add(desk: Workspace, summary: str, due: Moment | None, **fields: Any) -> str:
    values: Any = {"summary": summary, "due": due, **fields}
    return tasks.capture(desk, values).uid


def on_app(desk: Workspace, do: Callable[[AppSession], Awaitable[None]], **options: Any) -> None:
    async def test() -> None:
        options.setdefault("route", "/timeline")
        async with AppSession(app_for(desk), **options) as app:
            await do(app)

    run_app(test)


def named(app: AppSession, start: str) -> list[str]:
    """The names of the controls on the screen that begin with `start`."""
    labels = [each.label for each in app.find_all(ft.Semantics) if isinstance(each.label, str)]
    return [label for label in labels if label.startswith(start)]


async def press(app: AppSession, key: str, *, alt: bool = False, shift: bool = False) -> None:
    event = {"key": key, "shift": shift, "ctrl": False, "alt": alt, "meta": False}
    await app.fire(app.page, "keyboard_event", event)


def find_session(app: AppSession) -> Any:
    """The app's own session, as its components hold it."""
    for component in app.find_all(ft.Component):
        for argument in component.args:
            if hasattr(argument, "overlay"):
                return argument
    raise AssertionError("no session")


def spot(x: float, y: float, local: tuple[float, float] = (20, 5)) -> dict[str, Any]:
    """Where a pointer is in the window and in what it holds, as the client tells."""
    return {"l": {"x": local[0], "y": local[1]}, "g": {"x": x, "y": y}}


def by_mouse(app: AppSession, place: int = 0) -> ft.GestureDetector:
    return [each for each in app.find_all(ft.GestureDetector) if each.on_pan_start][place]


def by_finger(app: AppSession) -> ft.GestureDetector:
    return next(each for each in app.find_all(ft.GestureDetector) if each.on_long_press_start)


def again(app: AppSession, what: ft.GestureDetector) -> ft.GestureDetector:
    """The same control of the client, after it was drawn again."""
    return next(each for each in app.find_all(ft.GestureDetector) if each._i == what._i)


async def take(app: AppSession, what: ft.GestureDetector, **where: Any) -> None:
    await app.fire(what, "pan_start", {"k": "mouse", **spot(400, 400, **where)})


async def carry(app: AppSession, what: ft.GestureDetector, dx: float, dy: float) -> None:
    await app.fire(again(app, what), "pan_update", spot(400 + dx, 400 + dy))


async def drop(app: AppSession, what: ft.GestureDetector, dx: float, dy: float) -> None:
    await app.fire(
        again(app, what), "pan_end", {**spot(400 + dx, 400 + dy), "v": {"x": 0, "y": 0}, "pv": 0}
    )


class TestDragging:
    def test_a_block_goes_to_another_day_and_hour_in_quarters(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR, estimate=HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block)
            await carry(app, block, WEEK_DAY, WEEK_HOUR + 5)
            # Where it would land, and the publish time that it would have.
            assert app.shows("17.00 – 18.00")
            assert tasks.task(desk, uid).due == at(16)
            await drop(app, block, WEEK_DAY, WEEK_HOUR + 5)
            assert tasks.task(desk, uid).due == at(17, day=date(2026, 11, 24))
            assert app.shows("Dipindah ke besok 17.00")
            await app.click("Urungkan")
            assert tasks.task(desk, uid).due == at(16)

        on_app(desk, do, **DESKTOP)

    def test_escape_lets_it_stay(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block)
            await carry(app, block, 0, WEEK_HOUR)
            await press(app, "Escape")
            assert not app.shows("17.00 – 18.00")
            await drop(app, block, 0, WEEK_HOUR)
            assert tasks.task(desk, uid).due == at(16)

        on_app(desk, do, **DESKTOP)

    def test_dropped_where_it_was_nothing_is_written(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block)
            await carry(app, block, 0, WEEK_HOUR)
            await drop(app, block, 0, 3)
            assert len(tasks.history(desk, uid)) == 1
            assert not app.shows("Urungkan")

        on_app(desk, do, **DESKTOP)

    def test_its_lower_edge_makes_it_longer(self, desk: Workspace) -> None:
        uid = add(desk, "Rapat", at(11), estimate=2 * HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block, local=(20, 2 * WEEK_HOUR - 4))
            await drop(app, block, WEEK_DAY, WEEK_HOUR / 2)
            task = tasks.task(desk, uid)
            assert (task.due, task.estimate) == (at(11, 30), HOUR * 5 / 2)
            assert app.shows("Sekarang 2 j 30 mnt · hari ini 09.00 – 11.30")

        on_app(desk, do, **DESKTOP)

    def test_it_is_never_shorter_than_a_quarter(self, desk: Workspace) -> None:
        uid = add(desk, "Rapat", at(11), estimate=2 * HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block, local=(20, 2 * WEEK_HOUR - 4))
            await drop(app, block, 0, -300)
            assert tasks.task(desk, uid).estimate == timedelta(minutes=15)

        on_app(desk, do, **DESKTOP)

    def test_what_is_done_stays(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)
        tasks.complete(desk, uid)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block)
            await drop(app, block, 0, WEEK_HOUR)
            assert tasks.task(desk, uid).due == at(16)

        on_app(desk, do, **DESKTOP)

    def test_a_finger_holds_first_and_then_drags(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            finger = by_finger(app)
            await app.fire(finger, "long_press_start", spot(100, 400))
            # The client leaves out how far it went; 52 pixels are an hour.
            await app.fire(finger, "long_press_move_update", spot(100, 426))
            finger = again(app, finger)
            await app.fire(finger, "long_press_end", {**spot(100, 426), "v": {"x": 0, "y": 0}})
            assert tasks.task(desk, uid).due == at(16, 30)

        on_app(desk, do)

    def test_a_finger_that_trembles_asks_for_the_menu(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            finger = by_finger(app)
            await app.fire(finger, "long_press_start", spot(100, 400))
            await app.fire(finger, "long_press_move_update", spot(103, 404))
            await app.fire(finger, "long_press_end", {**spot(103, 404), "v": {"x": 0, "y": 0}})
            assert find_session(app).overlay.sheet == BlockSheet(uid)

        on_app(desk, do)

    def test_the_hours_scroll_where_it_is_near_an_end(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            block = by_mouse(app)
            await take(app, block)
            before = len([call for call in app.client.calls if call.name == "scroll_to"])
            await carry(app, block, 0, -900)
            await press(app, "Escape")
            after = [call for call in app.client.calls if call.name == "scroll_to"]
            assert len(after) > before
            assert after[-1].arguments["delta"] < 0

        on_app(desk, do, **DESKTOP)


class TestTray:
    def test_a_task_without_a_date_is_dragged_to_an_hour(self, desk: Workspace) -> None:
        uid = add(desk, "Ide Ramadan", None, estimate=HOUR)

        async def do(app: AppSession) -> None:
            chip = by_mouse(app)
            # The tray's 44 pixels below the pointer, then the hours: 06:00 is 10 pixels down.
            start = {"k": "mouse", **spot(400, 208, local=(20, 8))}
            await app.fire(chip, "pan_start", start)
            top = 208 - 8 - 8 + 52 + 1
            await app.fire(chip, "pan_update", spot(400, top - 20))
            assert not app.shows("07.00 – 08.00")
            tuesday = 88 + 20 + 56 + WEEK_DAY * 1.5
            there = spot(tuesday, top + 10 + 2 * WEEK_HOUR)
            await app.fire(again(app, chip), "pan_update", there)
            assert app.shows("07.00 – 08.00")
            await app.fire(again(app, chip), "pan_end", {**there, "v": {"x": 0, "y": 0}, "pv": 0})
            assert tasks.task(desk, uid).due == at(8, day=date(2026, 11, 24))
            assert app.shows("Dipindah ke besok 07.00 – 08.00")

        on_app(desk, do, **DESKTOP)

    def test_a_tap_asks_what_to_do(self, desk: Workspace) -> None:
        uid = add(desk, "Ide Ramadan", None)

        async def do(app: AppSession) -> None:
            await app.click("Ide Ramadan, tanpa tanggal")
            assert find_session(app).overlay.sheet == BlockSheet(uid)

        on_app(desk, do)

    def test_there_is_none_when_every_task_has_a_date(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16))

        async def do(app: AppSession) -> None:
            assert not app.shows("Tanpa tanggal")

        on_app(desk, do)


class TestKeys:
    def test_the_block_with_the_focus_is_moved(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR, estimate=HOUR)

        async def do(app: AppSession) -> None:
            await press(app, "Arrow Down", alt=True)
            assert app.shows("Pilih dulu satu blok dengan Tab.")
            await app.fire(app.button(named(app, "Reels")[0]), "focus")
            await press(app, "Arrow Down", alt=True)
            await press(app, "Arrow Right", alt=True)
            assert tasks.task(desk, uid).due == at(16, 15, date(2026, 11, 24))
            await press(app, "Arrow Left", alt=True)
            await press(app, "Arrow Up", alt=True)
            assert tasks.task(desk, uid).due == at(16)
            await press(app, "Arrow Down", alt=True, shift=True)
            assert tasks.task(desk, uid).estimate == timedelta(minutes=75)
            await press(app, "Arrow Up", alt=True, shift=True)
            assert tasks.task(desk, uid).estimate == HOUR
            await press(app, ".")
            assert find_session(app).overlay.sheet == BlockSheet(uid)

        on_app(desk, do, **DESKTOP)

    def test_each_of_several_fast_keys_counts(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR, estimate=HOUR)

        async def do(app: AppSession) -> None:
            await app.fire(app.button(named(app, "Reels")[0]), "focus")
            await press_at_once(app, *["Alt-Arrow Down"] * 3)
            assert tasks.task(desk, uid).due == at(16, 45)
            await press_at_once(app, "Arrow Right", "Arrow Right", "K", "J", "J")
            assert app.page.route == "/timeline/week/2026-12-14"

        on_app(desk, do, **DESKTOP)

    def test_what_becomes_of_its_steps_is_said(self, desk: Workspace) -> None:
        uid = add(desk, "Film", at(16, day=date(2026, 11, 25)), lead=HOUR)
        steps = (RecipeStep("Syuting", Gap(-1), 16 * HOUR), RecipeStep("Cek", Gap(0)))
        plans.apply(desk, uid, Recipe("own", "Film", steps))

        async def do(app: AppSession) -> None:
            await app.click(named(app, "Film")[0])
            await press(app, "Arrow Left", alt=True)
            assert app.shows("Dipindah ke besok 16.00, beserta 1 langkah · “Syuting” tidak muat")

        on_app(desk, do, **DESKTOP)

    def test_so_is_the_one_that_is_open_beside(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            await app.click(named(app, "Reels")[0])
            await press(app, "Arrow Down", alt=True)
            assert tasks.task(desk, uid).due == at(16, 15)

        on_app(desk, do, **DESKTOP)

    @pytest.mark.parametrize(
        ("key", "route"),
        [
            ("A", "/timeline/agenda"),
            ("D", "/timeline"),
            ("W", "/timeline/week"),
            ("M", "/timeline/2026-11"),
        ],
    )
    def test_letters_lead_to_the_modes(self, desk: Workspace, key: str, route: str) -> None:
        async def do(app: AppSession) -> None:
            await press(app, key)
            assert app.page.route == route

        on_app(desk, do, **DESKTOP)


class TestMenu:
    def test_move_asks_for_a_day_and_a_time(self, desk: Workspace) -> None:
        uid = add(desk, "Rapat", at(15), dtstart=at(14))

        async def do(app: AppSession) -> None:
            await app.click("Menu Rapat")
            await app.click("Pindah…")
            await app.click("Selasa, 24 November")
            await app.click("10.00")
            await app.click("Pindah ke besok 10.00")
            task = tasks.task(desk, uid)
            day = date(2026, 11, 24)
            assert (task.dtstart, task.due) == (at(9, day=day), at(10, day=day))
            assert app.shows("Dipindah ke besok 09.00 – 10.00")

        on_app(desk, do)

    def test_its_length_is_chosen(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR, estimate=HOUR)

        async def do(app: AppSession) -> None:
            await app.click("Menu Reels")
            await app.click("Ubah durasi…")
            assert app.shows("Waktu tayangnya tetap.")
            await app.click("1 j 30 mnt")
            assert tasks.task(desk, uid).estimate == HOUR * 3 / 2

        on_app(desk, do)

    def test_it_opens_and_completes(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16), lead=HOUR, estimate=HOUR)

        async def do(app: AppSession) -> None:
            await app.click("Menu Reels")
            await app.click("Selesaikan")
            assert tasks.task(desk, uid).completed is not None
            await app.click("Menu Reels")
            assert not app.shows("Pindah…")
            await app.click("Buka lagi")
            assert tasks.task(desk, uid).completed is None
            await app.click("Menu Reels")
            await app.click("Buka")
            assert app.page.route == f"/task/{uid}"

        on_app(desk, do)


class TestGoingOn:
    @pytest.mark.parametrize(
        ("route", "later"),
        [
            ("/timeline/week", "/timeline/week/2026-11-30"),
            ("/timeline/2026-11", "/timeline/2026-12"),
            ("/timeline", "/timeline/day/2026-11-24"),
        ],
    )
    def test_a_swipe_leads_on_and_back(self, desk: Workspace, route: str, later: str) -> None:
        async def swipe(app: AppSession, by: float) -> None:
            over = next(
                each for each in app.find_all(ft.GestureDetector) if each.on_horizontal_drag_end
            )
            await app.fire(over, "horizontal_drag_start", {"k": "touch", **spot(200, 400)})
            end = {**spot(200 + by, 400), "v": {"x": 0, "y": 0}, "pv": 0}
            await app.fire(over, "horizontal_drag_end", end)

        async def do(app: AppSession) -> None:
            await swipe(app, -20)
            assert app.page.route == route
            await swipe(app, -120)
            assert app.page.route == later
            await swipe(app, 120)
            assert app.page.route == route

        on_app(desk, do, route=route)

    @pytest.mark.parametrize(
        ("route", "there"),
        [
            ("/timeline", "/timeline/day/2026-11-27"),
            ("/timeline/week", "/timeline/week/2026-11-27"),
            ("/timeline/agenda", "/timeline/agenda/2026-11-27"),
            ("/timeline/2026-12", "/timeline/2026-12"),
        ],
    )
    def test_any_day_can_be_chosen(self, desk: Workspace, route: str, there: str) -> None:
        async def do(app: AppSession) -> None:
            await app.click("Pilih hari")
            label = "Jumat, 4 Desember" if "12" in route else "Jumat, 27 November"
            cell = [each for each in app.find_all(ft.Semantics) if each.label == label][-1]
            assert cell.content is not None
            await app.click(cell.content)
            assert app.page.route == there

        on_app(desk, do, route=route)


def at_scroll(pixels: float, most: float = 4000) -> dict[str, Any]:
    return {
        "t": "update",
        "event_type": "update",
        "pixels": pixels,
        "p": pixels,
        "min_scroll_extent": 0.0,
        "minse": 0.0,
        "max_scroll_extent": most,
        "maxse": most,
        "viewport_dimension": 600.0,
        "vd": 600.0,
    }


class TestAgendaScroll:
    def test_the_heading_of_the_day_on_top_stays(self, desk: Workspace) -> None:
        for hour in range(8, 20):
            add(desk, f"Tugas {hour}", at(hour))

        async def do(app: AppSession) -> None:
            assert app.texts().count("Hari ini") == 1
            await app.fire(app.find(ft.ListView), "scroll", at_scroll(300))
            assert app.texts().count("Hari ini") == 2

        on_app(desk, do, route="/timeline/agenda")

    def test_scrolling_up_reads_what_was_before_and_stays_where_it_was(
        self, desk: Workspace
    ) -> None:
        add(desk, "Lama", at(10, day=date(2026, 11, 12)))
        add(desk, "Baru", at(10))

        async def do(app: AppSession) -> None:
            assert not app.shows("Lama")
            days = app.find(ft.ListView)
            await app.fire(days, "scroll", at_scroll(90))
            await app.fire(days, "scroll", at_scroll(20))
            assert app.shows("Lama")
            call = [call for call in app.client.calls if call.name == "scroll_to"][-1]
            assert call.arguments["offset"] > 100

        on_app(desk, do, route="/timeline/agenda")

    def test_days_far_behind_are_let_go(self, desk: Workspace) -> None:
        add(desk, "Lama", at(10))
        add(desk, "Nanti", at(10, day=date(2027, 6, 1)))

        async def do(app: AppSession) -> None:
            for _ in range(8):
                await app.fire(app.find(ft.ListView), "scroll", at_scroll(3900))
            assert app.shows("Nanti")
            assert not app.shows("Lama")

        on_app(desk, do, route="/timeline/agenda")
