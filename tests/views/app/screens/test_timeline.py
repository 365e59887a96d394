"""The timeline: a day by its hours, the week, the month, the agenda."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import flet as ft
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleDate
from models.moment import Moment
from services import tasks
from services import timeline as timeline_service
from services.clock import FixedClock
from services.day_layout import DayScale
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.client_double import UNANSWERED
from tests.rig.flet_session import AppSession, run_app
from tests.rig.held import hold, until
from views.app.app import app_for
from views.app.overlays import BlockSheet
from views.app.routes import TimelineMode
from views.app.screens.timeline_agenda import FreeDays, entries
from views.app.screens.timeline_block import (
    SLIM_CHARACTER,
    SLIM_LEAST,
    draw_block,
    hatching,
    slim_lines,
)
from views.app.screens.timeline_column import hours_of, scroll_target
from views.app.screens.timeline_day import NOTHING_HEIGHT, nothing_top
from views.app.screens.timeline_face import BlockFace, BlockKind, kind_of
from views.app.screens.timeline_measure import LEAST_HEIGHT
from views.app.screens.timeline_reading import Days
from views.app.screens.timeline_shown import Shown, route_to, step

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)
HOUR = timedelta(hours=1)
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=ZONE)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def at(hour: int, minute: int = 0, day: date = DAY) -> Moment:
    return Moment(day, time(hour, minute), ZONE)


def add(desk: Workspace, summary: str, due: Moment, **fields: Any) -> str:
    values: Any = {"summary": summary, "due": due, **fields}
    return tasks.capture(desk, values).uid


def on_app(desk: Workspace, do: Callable[[AppSession], Awaitable[None]], **options: Any) -> None:
    async def test() -> None:
        options.setdefault("route", "/timeline")
        async with AppSession(app_for(desk), **options) as app:
            await do(app)

    run_app(test)


def pointer(x: float, y: float, top: float = 0) -> dict[str, Any]:
    """Where a pointer is, as the client tells; `top` of the control in the window."""
    return {"l": {"x": x, "y": y - top}, "g": {"x": x, "y": y}}


def named(app: AppSession, start: str) -> list[str]:
    """The names of the controls on the screen that begin with `start`."""
    labels = [each.label for each in app.find_all(ft.Semantics) if isinstance(each.label, str)]
    return [label for label in labels if label.startswith(start)]


async def press(app: AppSession, key: str) -> None:
    event = {"key": key, "shift": False, "ctrl": False, "alt": False, "meta": False}
    await app.fire(app.page, "keyboard_event", event)


class TestDay:
    def test_it_tells_the_day_its_load_and_its_blocks(self, desk: Workspace) -> None:
        add(desk, "Rencana konten", at(22), estimate=2 * HOUR)
        add(desk, "Reels", at(16), lead=HOUR, estimate=3 * HOUR + HOUR / 2)

        async def do(app: AppSession) -> None:
            assert app.shows("Senin 23")
            assert app.shows("5 j 30 m dari 6 j")
            assert app.shows("20.00 – 22.00")
            assert app.shows("tayang 16.00")
            assert app.shows("Siap tayang")
            assert app.shows("persiapan 1 j")
            assert named(app, "Reels") == [
                "Reels, berisiko telat · tayang 16.00 · jam ramai 16–18, siap sebelum 15.00"
            ]

        on_app(desk, do)

    def test_it_speaks_english(self, desk: Workspace) -> None:
        change_settings(desk, language="en")
        add(desk, "Reels", at(16), lead=HOUR, estimate=7 * HOUR)

        async def do(app: AppSession) -> None:
            assert app.shows("Monday 23")
            assert app.shows("7 h / 6 h")
            assert app.shows("Ready window")
            assert named(app, "Reels") == [
                "Reels, at risk · publish 16:00 · best hours 16–18, ready by 15:00"
            ]

        on_app(desk, do)

    def test_done_and_missed_are_told_in_words(self, desk: Workspace) -> None:
        tasks.complete(desk, add(desk, "Cek analitik", at(10, 30), estimate=HOUR))
        add(desk, "Laporan", at(12), estimate=HOUR)

        async def do(app: AppSession) -> None:
            assert named(app, "Cek analitik") == ["Cek analitik, 09.30 – 10.30 · selesai"]
            assert named(app, "Laporan") == ["Laporan, 11.00 – 12.00 · terlewat"]
            assert app.find_all(ft.Icon, icon=ft.Icons.EVENT_BUSY_ROUNDED)

        on_app(desk, do)

    def test_whole_days_and_lasting_work_stand_over_the_hours(self, desk: Workspace) -> None:
        add(desk, "Kirim laporan", Moment(DAY))
        add(desk, "Kampanye", Moment(date(2026, 11, 27)), dtstart=Moment(date(2026, 11, 20)))

        async def do(app: AppSession) -> None:
            assert named(app, "Kirim laporan") == ["Kirim laporan, seharian"]
            assert named(app, "Kampanye") == ["Kampanye, sampai Jum 27 Nov"]

        on_app(desk, do)

    def test_undated_tasks_lie_in_the_tray(self, desk: Workspace) -> None:
        tasks.capture(desk, {"summary": "Kapan-kapan"})

        async def do(app: AppSession) -> None:
            assert app.shows("Belum ada rencana")
            assert app.shows("Tanpa tanggal · 1")
            assert named(app, "Kapan") == ["Kapan-kapan, tanpa tanggal"]
            await app.click("Tanpa tanggal · 1")
            assert app.page.route == "/todo/no-date"

        on_app(desk, do)

    def test_work_due_after_midnight_stands_on_both_days(self, desk: Workspace) -> None:
        add(desk, "Rekap", at(0, 15, DAY + timedelta(days=1)), estimate=2 * HOUR)

        async def do(app: AppSession) -> None:
            assert named(app, "Rekap") == ["Rekap, 22.15 – 00.15"]
            await app.click("Hari berikutnya")
            assert named(app, "Rekap") == ["Rekap, 22.15 – 00.15"]

        on_app(desk, do)

    def test_forty_tasks_at_once_leave_blocks_that_can_be_read(self, desk: Workspace) -> None:
        for number in range(40):
            add(desk, f"Tugas {number:02}", at(16))

        async def do(app: AppSession) -> None:
            assert len([name for name in named(app, "Tugas") if name.endswith(", 16.00")]) == 2
            await app.click(next(iter(named(app, "38 lainnya"))))
            assert app.page.route == "/timeline/agenda/2026-11-23"
            assert app.shows("Tugas 39")

        on_app(desk, do)

    def test_a_right_to_left_title_is_shown(self, desk: Workspace) -> None:
        add(desk, "اجتماع الفريق الأسبوعي", at(15))

        async def do(app: AppSession) -> None:
            assert app.shows("اجتماع الفريق الأسبوعي")

        on_app(desk, do)

    def test_a_block_opens_its_task_and_a_long_press_its_menu(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16))

        async def do(app: AppSession) -> None:
            (name,) = named(app, "Reels")
            finger = next(
                each for each in app.find_all(ft.GestureDetector) if each.on_long_press_start
            )
            await app.fire(finger, "long_press_start", pointer(20, 400))
            await app.fire(finger, "long_press_end", {**pointer(20, 400), "v": {"x": 0, "y": 0}})
            assert find_session(app).overlay.sheet == BlockSheet(uid)
            await app.dismiss(app.find_all(ft.DialogControl)[0])
            await app.click(name)
            assert app.page.route == f"/task/{uid}"

        on_app(desk, do)

    def test_a_day_with_a_skipped_hour_has_no_such_label(self, tmp_path: Path) -> None:
        desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone="Europe/Berlin")
        change_settings(desk, language="id", is_welcomed=True)
        add(desk, "Malam", Moment(date(2026, 3, 29), time(1, 30), "Europe/Berlin"), estimate=HOUR)

        async def do(app: AppSession) -> None:
            assert app.shows("01.00")
            assert not app.shows("02.00")
            assert app.shows("03.00")

        on_app(desk, do, route="/timeline/day/2026-03-29")

    def test_days_are_told_in_the_accounts_zone(self, desk: Workspace) -> None:
        add(desk, "Live", Moment(DAY, time(20), "Europe/London"))

        async def do(app: AppSession) -> None:
            assert not named(app, "Live")
            await app.click("Hari berikutnya")
            assert named(app, "Live") == ["Live, 03.00"]

        on_app(desk, do)

    def test_the_best_hours_are_those_of_the_settings(self, desk: Workspace) -> None:
        change_settings(desk, best_start=time(9), best_end=time(11, 30))

        async def do(app: AppSession) -> None:
            assert app.shows("jam ramai 09.00–11.30")

        on_app(desk, do)

    def test_a_finger_close_to_a_low_block_opens_it_and_a_mouse_plans_there(
        self, desk: Workspace
    ) -> None:
        uid = add(desk, "Story", at(10, 15), estimate=HOUR / 4)
        seen: list[object] = []

        async def do(app: AppSession) -> None:
            session = find_session(app)
            layer = next(each for each in app.find_all(ft.GestureDetector) if each.on_tap_up)
            # The block begins at 10:00, 218 pixels down, and is 28 high: a finger is 48.
            await app.fire(layer, "tap_up", {"k": "mouse", **pointer(20, 252)})
            seen.append(session.overlay.sheet.preset["due"])
            session.overlay.close()
            await app.fire(layer, "tap_up", {"k": "touch", **pointer(20, 252)})
            seen.append(session.here.place.uid)

        on_app(desk, do)
        assert seen == [at(10, 30), uid]

    def test_a_tap_on_an_hour_plans_then(self, desk: Workspace) -> None:
        opened: list[Moment | None] = []

        async def do(app: AppSession) -> None:
            session = find_session(app)
            # 52 pixels an hour from 06:00, 10 pixels down: 10:30.
            layer = next(each for each in app.find_all(ft.GestureDetector) if each.on_tap_up)
            await app.fire(layer, "tap_up", {"k": "touch", **pointer(20, 249)})
            opened.append(session.overlay.sheet.preset["due"])

        on_app(desk, do)
        assert opened == [at(10, 30)]

    @pytest.mark.parametrize("hour", [0, 7, 14, 21, 23])
    def test_the_card_of_a_free_day_stands_clear_of_the_line_of_now(self, hour: int) -> None:
        now = datetime(2026, 11, 23, hour, 40, tzinfo=ZoneInfo(ZONE))
        scale = DayScale.of(DAY, ZoneInfo(ZONE))
        (hours,) = hours_of(Days(DAY, DAY, ()), [scale], now, 52, 300)
        line = hours.measure.top(scale.minute(now))
        target = scroll_target([hours], now, 84)
        top = nothing_top(hours, now, target)
        assert top > line + 8 or top + NOTHING_HEIGHT < line - 8
        # Of 400 pixels at least are seen, and there is no scrolling beyond the last hour.
        seen = min(target, hours.measure.height - 400)
        assert seen <= top < top + NOTHING_HEIGHT <= seen + 400

    def test_the_hours_are_asked_again_where_the_client_never_answered(
        self, desk: Workspace
    ) -> None:
        add(desk, "Reels", at(16))

        async def do(app: AppSession) -> None:
            await app.settle(soon=3)
            assert len([call for call in app.client.calls if call.name == "scroll_to"]) > 1

        on_app(desk, do, replies={"scroll_to": UNANSWERED})


def find_session(app: AppSession) -> Any:
    """The app's own session, as its components hold it."""
    for component in app.find_all(ft.Component):
        for argument in component.args:
            if hasattr(argument, "overlay"):
                return argument
    raise AssertionError("no session")


class TestMovingThroughDays:
    def test_the_strip_shows_the_week_and_leads_to_its_days(self, desk: Workspace) -> None:
        for hour in range(9, 16):
            add(desk, f"T{hour}", at(hour, day=date(2026, 11, 27)), estimate=HOUR)

        async def do(app: AppSession) -> None:
            assert named(app, "Senin, 23 November")
            (friday,) = named(app, "Jumat, 27 November")
            assert friday == "Jumat, 27 November, 7 tugas, terlalu banyak untuk sehari"
            await app.click(friday)
            assert app.page.route == "/timeline/day/2026-11-27"
            assert app.shows("Jumat 27")
            await app.click("Hari ini")
            assert app.page.route == "/timeline"

        on_app(desk, do)

    def test_keys_move_by_a_day_and_back_to_today(self, desk: Workspace) -> None:
        async def do(app: AppSession) -> None:
            await press(app, "Arrow Right")
            await press(app, "J")
            assert app.page.route == "/timeline/day/2026-11-25"
            await press(app, "K")
            await press(app, "Arrow Left")
            assert app.page.route == "/timeline"
            await press(app, "J")
            await press(app, "T")
            assert app.page.route == "/timeline"

        on_app(desk, do, **DESKTOP)

    def test_new_tasks_are_for_the_day_shown(self, desk: Workspace) -> None:
        async def do(app: AppSession) -> None:
            await press(app, "N")
            assert find_session(app).overlay.sheet.preset == {"due": Moment(date(2026, 11, 25))}

        on_app(desk, do, route="/timeline/day/2026-11-25", **DESKTOP)

    def test_midnight_moves_today(self, desk: Workspace) -> None:
        async def do(app: AppSession) -> None:
            clock = desk.clock
            assert isinstance(clock, FixedClock)
            clock.advance(timedelta(hours=10))
            add(desk, "Baru", at(9, day=date(2026, 11, 24)))
            await app.settle()
            assert app.shows("Selasa 24")

        on_app(desk, do)

    @pytest.mark.parametrize(
        ("mode", "day", "later"),
        [
            (TimelineMode.DAY, date(2026, 12, 31), "/timeline/day/2027-01-01"),
            (TimelineMode.WEEK, date(2026, 12, 28), "/timeline/week/2027-01-04"),
            (TimelineMode.MONTH, date(2026, 12, 31), "/timeline/2027-01"),
            (TimelineMode.AGENDA, date(2026, 12, 28), "/timeline/agenda/2027-01-04"),
        ],
    )
    def test_each_mode_steps_by_its_own_length(
        self, mode: TimelineMode, day: date, later: str
    ) -> None:
        shown = Shown(mode, day, DAY)
        assert route_to(shown, step(shown, 1)) == later


class TestWeek:
    def test_seven_days_stand_side_by_side(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16), lead=HOUR)
        add(desk, "Kuis", at(16, day=date(2026, 11, 26)), lead=HOUR)

        async def do(app: AppSession) -> None:
            assert app.shows("November 2026")
            assert named(app, "Senin, 23") == ["Senin, 23 November, — dari 6 j"]
            assert named(app, "Minggu, 29")
            assert len(named(app, "Reels")) == len(named(app, "Kuis")) == 1
            await app.click(named(app, "Kamis, 26 November")[0])
            assert app.page.route == "/timeline/day/2026-11-26"

        on_app(desk, do, route="/timeline/week", **DESKTOP)

    def test_a_phone_shows_seven_days_too_and_overlapping_tasks_as_one(
        self, desk: Workspace
    ) -> None:
        add(desk, "Reels", at(16), estimate=HOUR)
        add(desk, "Kuis", at(16, 30), estimate=HOUR)
        add(desk, "Carousel", at(16, day=date(2026, 11, 26)), estimate=7 * HOUR)

        async def do(app: AppSession) -> None:
            assert app.shows("November")
            assert app.shows("!7 j")
            assert named(app, "Kamis, 26 November") == [
                "Kamis, 26 November, 7 j dari 6 j, terlalu banyak untuk sehari"
            ]
            assert named(app, "2 tugas") == ["2 tugas: Reels, Kuis"]
            assert named(app, "Carousel") == ["Carousel, 09.00 – 16.00"]

        on_app(desk, do, route="/timeline/week/2026-11-25")


@pytest.mark.parametrize(
    "route", ["/timeline", "/timeline/agenda", "/timeline/week/2026-11-23", "/timeline/2026-11"]
)
@pytest.mark.parametrize("holds", [2, 0])
def test_a_day_holds_what_its_weekday_does(desk: Workspace, route: str, holds: int) -> None:
    change_settings(desk, capacities=(holds * HOUR, *(None,) * 6))
    add(desk, "Reels", at(16), lead=HOUR, estimate=3 * HOUR)

    async def do(app: AppSession) -> None:
        told = [*app.texts(), *named(app, "Senin, 23 November")]
        assert any(f"3 j dari {holds} j" in each for each in told)

    on_app(desk, do, route=route, **DESKTOP)


class TestMonth:
    def test_days_tell_tasks_load_and_free_best_hours(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16), lead=HOUR, estimate=7 * HOUR)

        async def do(app: AppSession) -> None:
            assert named(app, "Senin, 23 November") == [
                "Senin, 23 November, 1 tugas, 7 j dari 6 j, terlalu banyak untuk sehari"
            ]
            assert named(app, "Selasa, 24 November") == ["Selasa, 24 November, 0 tugas"]
            await app.click("Bulan berikutnya")
            assert app.page.route == "/timeline/2026-12"

        on_app(desk, do, route="/timeline/2026-11")

    def test_empty_slots_of_weekdays_ahead_are_filled_by_a_tap(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16), lead=HOUR)

        async def do(app: AppSession) -> None:
            slots = named(app, "Slot kosong")
            # From Tuesday on, on weekdays; today has its publication.
            assert slots[0] == "Slot kosong Selasa, 24 November 16.00"
            assert not [each for each in slots if "Sabtu" in each or "Minggu" in each]
            await app.click(slots[0])
            await app.submit("Ide baru", "Kuis akhir tahun")
            assert named(app, "Slot kosong")[0] == "Slot kosong Rabu, 25 November 16.00"

        on_app(desk, do, route="/timeline/2026-11")

    def test_slots_are_those_of_the_settings_on_working_days(self, desk: Workspace) -> None:
        change_settings(
            desk, slot_weekdays=(1, 4, 5), slot_times=(time(9), time(19)), days_off=(5, 6)
        )
        add(desk, "Reels", at(9, 30, day=date(2026, 12, 18)), lead=HOUR)
        clock = desk.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(days=23))

        async def do(app: AppSession) -> None:
            # A slot that is filled leaves the next one; Saturday is a day off, Christmas too.
            assert named(app, "Slot kosong") == [
                "Slot kosong Jumat, 18 Desember 19.00",
                "Slot kosong Selasa, 22 Desember 09.00",
                "Slot kosong Selasa, 29 Desember 09.00",
            ]

        on_app(desk, do, route="/timeline/2026-12")

    def test_a_public_holiday_is_named(self, desk: Workspace) -> None:
        async def do(app: AppSession) -> None:
            (christmas,) = named(app, "Jumat, 25 Desember")
            name = christmas.split(", ")[2]
            assert "Natal" in name
            # In the wide window it stands beside the number, and no weekend is one.
            assert app.shows(name)
            assert named(app, "Sabtu, 26 Desember") == ["Sabtu, 26 Desember, 0 tugas"]

        on_app(desk, do, route="/timeline/2026-12", **DESKTOP)

    def test_a_slot_that_is_past_is_none(self, desk: Workspace) -> None:
        clock = desk.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(hours=3))

        async def do(app: AppSession) -> None:
            assert named(app, "Slot kosong")[0].startswith("Slot kosong Selasa, 24")

        on_app(desk, do, route="/timeline/2026-11")

    def test_done_and_missed_are_counted(self, desk: Workspace) -> None:
        tasks.complete(desk, add(desk, "Cek", at(10)))
        add(desk, "Laporan", at(12))

        async def do(app: AppSession) -> None:
            assert named(app, "Senin, 23 November") == [
                "Senin, 23 November, 2 tugas, 1 terlewat, 1 selesai"
            ]

        on_app(desk, do, route="/timeline/2026-11")

    def test_titles_stand_in_it_where_there_is_room(self, desk: Workspace) -> None:
        for hour in range(9, 19):
            add(desk, f"Tugas {hour}", at(hour))

        async def do(app: AppSession) -> None:
            assert app.shows("09.00 Tugas 9")
            assert app.shows("lainnya")

        on_app(desk, do, route="/timeline/2026-11", **DESKTOP)

    def test_a_capacity_that_another_window_changed_is_followed(self, desk: Workspace) -> None:
        add(desk, "Carousel tips hemat waktu", at(16), estimate=2 * HOUR)

        async def look(app: AppSession) -> None:
            assert app.find(ft.ProgressBar).value == pytest.approx(2 / 6)
            change_settings(desk, daily_capacity=4 * HOUR)
            await app.settle()
            assert app.find(ft.ProgressBar).value == pytest.approx(2 / 4)

        on_app(desk, look, route="/timeline/2026-11")


class TestAgenda:
    def test_days_have_headings_and_rows(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16), lead=HOUR, estimate=2 * HOUR)
        add(desk, "Kuis", at(10, day=date(2026, 11, 25)))

        async def do(app: AppSession) -> None:
            texts = app.texts()
            assert texts.index("Reels") < texts.index("Lusa") < texts.index("Kuis")
            assert app.shows("siap sebelum 15.00 · tayang 16.00")
            assert app.shows("2 j dari 6 j")
            assert app.shows("24 Nov kosong")

        on_app(desk, do, route="/timeline/agenda")

    def test_how_long_it_takes_has_the_same_mark_as_in_any_list(self, desk: Workspace) -> None:
        add(desk, "Kuis", at(10, day=date(2026, 11, 25)), estimate=2 * HOUR)

        async def do(app: AppSession) -> None:
            (piece,) = [each for each in app.find_all(ft.Row) if each.key == "estimate"]
            assert isinstance(mark := piece.controls[0], ft.Icon)
            assert mark.icon is ft.Icons.TIMER_OUTLINED
            assert app.shows("2 j")

        on_app(desk, do, route="/timeline/agenda")

    def test_free_days_are_told_in_one_line(self, desk: Workspace) -> None:
        add(desk, "Kuis", at(10, day=date(2026, 11, 30)))

        async def do(app: AppSession) -> None:
            assert app.shows("24–29 Nov kosong")
            assert app.shows("1–20 Des kosong")

        on_app(desk, do, route="/timeline/agenda")

    def test_it_opens_at_a_day_and_goes_on_both_ways(self, desk: Workspace) -> None:
        add(desk, "Lama", at(10, day=date(2026, 11, 28)))
        add(desk, "Nanti", at(10, day=date(2027, 1, 5)))
        add(desk, "Desember", at(10, day=date(2026, 12, 5)))

        async def do(app: AppSession) -> None:
            assert app.shows("Desember")
            assert not app.shows("Nanti")
            assert not app.shows("Lama")
            await app.click("Dari 29 Des")
            assert app.shows("Nanti")
            await app.click("Sebelumnya")
            assert app.shows("Lama")
            assert app.shows("Nanti")

        on_app(desk, do, route="/timeline/agenda/2026-12-01")

    def test_scrolling_down_reads_on(self, desk: Workspace) -> None:
        add(desk, "Reels", at(16))
        add(desk, "Nanti", at(10, day=date(2027, 1, 5)))

        async def do(app: AppSession) -> None:
            assert not app.shows("Nanti")
            await app.fire(
                app.find(ft.ListView),
                "scroll",
                {
                    "t": "update",
                    "p": 400.0,
                    "minse": 0.0,
                    "maxse": 900.0,
                    "vd": 600.0,
                    "event_type": "update",
                    "pixels": 400.0,
                    "min_scroll_extent": 0.0,
                    "max_scroll_extent": 900.0,
                    "viewport_dimension": 600.0,
                },
            )
            assert app.shows("Nanti")

        on_app(desk, do, route="/timeline/agenda")

    def test_a_task_can_be_completed_in_it(self, desk: Workspace) -> None:
        uid = add(desk, "Reels", at(16))

        async def do(app: AppSession) -> None:
            check = next(each for each in app.find_all(ft.Semantics) if each.label == "Reels")
            assert check.content is not None
            await app.click(check.content)
            assert tasks.task(desk, uid).completed is not None

        on_app(desk, do, route="/timeline/agenda")

    def test_nothing_planned_says_so_and_offers_to(self, desk: Workspace) -> None:
        async def do(app: AppSession) -> None:
            assert app.shows("Beberapa minggu ini kosong")
            await app.click("Rencanakan")
            assert find_session(app).overlay.sheet.preset == {"due": Moment(DAY)}

        on_app(desk, do, route="/timeline/agenda")

    def test_the_day_that_is_kept_is_never_folded_into_free_ones(self, desk: Workspace) -> None:
        days = timeline_service.days(desk, DAY, DAY + timedelta(days=3))
        assert [type(each) for each in entries(days, DAY + timedelta(days=1))] == [
            FreeDays,
            type(days[0]),
            FreeDays,
        ]


class TestReading:
    def test_what_cannot_be_read_is_told_and_tried_again(
        self, desk: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add(desk, "Reels", at(16))

        def refuse(*_: object) -> None:
            raise ImpossibleDate("2026-11-23")

        for route in ("/timeline", "/timeline/agenda", "/timeline/2026-11"):
            monkeypatch.setattr(timeline_service, "bounds", refuse)

            async def do(app: AppSession) -> None:
                assert app.shows("Coba lagi")
                assert not app.shows("Reels")
                monkeypatch.undo()
                await app.click("Coba lagi")
                assert not app.shows("Coba lagi")

            on_app(desk, do, route=route)

    def test_a_slow_read_shows_bones(
        self, desk: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gate = hold(monkeypatch, timeline_service, "days")

        async def test() -> None:
            driver = AppSession(app_for(desk), route="/timeline")
            settle = driver.settle

            async def no_settling(**_: object) -> None:
                return None

            driver.settle = no_settling  # type: ignore[method-assign]
            async with driver as app:
                await until(lambda: app.find_all(ft.Shimmer))
                gate.set()
                driver.settle = settle  # type: ignore[method-assign]
                await app.settle()
                assert not app.find_all(ft.Shimmer)

        run_app(test)


class TestBlocks:
    @pytest.mark.parametrize(
        ("hour", "work", "kind"),
        [
            (15, timedelta(0), BlockKind.SOON),
            (15, HOUR, BlockKind.SOON),
            (19, 6 * HOUR, BlockKind.SOON),
            (19, HOUR, BlockKind.WORK),
            (13, HOUR, BlockKind.MISSED),
        ],
        ids=["soon", "soon at risk", "at risk", "later", "missed"],
    )
    def test_what_is_at_risk_stands_out_as_what_is_due_soon(
        self, desk: Workspace, hour: int, work: timedelta, kind: BlockKind
    ) -> None:
        add(desk, "Reels", at(hour), estimate=work or None)
        (day,) = timeline_service.days(desk, DAY, DAY)
        assert kind_of(day.lines[0], NOW) is kind

    def face(self, **fields: Any) -> BlockFace:
        values: dict[str, Any] = {
            "uid": "a",
            "kind": BlockKind.WORK,
            "title": "Judul yang panjang sekali",
            "metas": ("09.00 – 10.00 · Raka", "09.00 – 10.00", "09.00"),
            "spoken": "Judul",
        }
        return BlockFace(**{**values, **fields})

    def words(self, height: float, width: float, **fields: Any) -> list[str]:
        async def nothing(_: str) -> None:
            return None

        block = draw_block(self.face(**fields), height, 0, width, nothing, nothing)
        found: list[str] = []

        def look(control: Any) -> None:
            if isinstance(control, ft.Text):
                found.append(str(control.value))
            for name in ("content", "controls"):
                inner = getattr(control, name, None)
                for each in inner if isinstance(inner, list) else [inner]:
                    if isinstance(each, ft.Control):
                        look(each)

        look(block)
        return found

    def test_a_short_block_has_its_title_only(self) -> None:
        assert self.words(LEAST_HEIGHT, 250) == ["Judul yang panjang sekali"]

    def test_a_tall_one_has_its_meta_line(self) -> None:
        assert self.words(60, 250) == ["Judul yang panjang sekali", "09.00 – 10.00 · Raka"]

    def test_a_narrow_one_has_the_fullest_that_fits(self) -> None:
        assert self.words(60, 120) == ["Judul yang panjang sekali", "09.00 – 10.00"]
        assert self.words(60, 70) == ["Judul yang panjang sekali", "09.00"]

    def test_one_of_a_phones_week_has_its_title_only_by_its_words(self) -> None:
        assert self.words(60, 45) == ["Judul", "yang", "panjang sekali"]
        assert self.words(LEAST_HEIGHT, 45) == ["Judul yang panjang sekali"]
        assert self.words(90, 60) == ["Judul", "yang", "panjang", "sekali"]

    def test_one_that_has_no_room_for_words_is_a_mark(self) -> None:
        assert self.words(60, 24) == []

    @given(st.text(max_size=60), st.floats(0, 64), st.integers(1, 9))
    def test_no_word_of_a_title_is_broken_or_lost(self, title: str, room: float, most: int) -> None:
        lines = slim_lines(title, room, most)
        assert len(lines) <= most
        if room >= SLIM_LEAST * SLIM_CHARACTER:
            assert " ".join(lines).split() == title.split()

    def test_stripes_run_at_45_degrees(self) -> None:
        for width, height in ((280, 50), (120, 200)):
            gradient = hatching(width, height)
            assert isinstance(gradient.begin, ft.Alignment)
            assert isinstance(gradient.end, ft.Alignment)
            across = (gradient.end.x - gradient.begin.x) * width
            down = (gradient.end.y - gradient.begin.y) * height
            assert across == pytest.approx(down)
