"""The report: its numbers, the tasks behind them, other days, and files of it."""

from datetime import date, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.moment import Moment
from services import goals, reports, tasks, time_spent, trash
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import HandClock, add, at, new_desk
from views import theme
from views.app import routes
from views.app.app import app_for

MONTH = "/report/2026-11"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Workspace:
    """One done on time, one done late, one missed, one ahead; with time spent on the first."""
    made = new_desk(tmp_path, clock=clock)
    kept = add(made, "Reels", at(23, time(16)))
    late = add(made, "Carousel", at(22, time(9)))
    add(made, "Story", at(21, time(9)))
    add(made, "Thread", at(28, time(9)))
    time_spent.add(made, kept, timedelta(minutes=45))
    tasks.complete(made, kept)
    tasks.complete(made, late)
    return made


def test_the_month_is_told_in_sentences_and_numbers(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/report") as app:
            assert app.shows("November 2026")
            assert not app.shows("1 dari 3 tepat waktu.")
            assert app.shows("33%")
            assert app.shows("Selesai terlambat")
            assert app.shows("Waktu untuk tugas: 45 m.")

    run_app(check)


def test_what_was_late_and_what_was_missed_have_the_colours_of_the_card_above(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/report/2026-11-16/2026-11-22") as app:
            for day, color in (("21 Nov", ft.Colors.ERROR), ("22 Nov", theme.AMBER)):
                (stack,) = [
                    each.content
                    for each in app.find_all(ft.Semantics)
                    if (each.label or "").startswith(f"{day}:")
                ]
                assert isinstance(stack, ft.Container)
                assert isinstance(stack.content, ft.Column)
                (bar,) = stack.content.controls
                assert isinstance(bar, ft.Container)
                assert bar.bgcolor == color

    run_app(check)


def test_a_number_opens_the_tasks_behind_it(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Selesai terlambat")
            sheet = app.find(ft.BottomSheet)
            assert sheet.open
            assert app.shows("Carousel")
            assert app.shows("selesai hari ini 14.13")
            assert not app.shows("Story")

    run_app(check)


def test_a_task_behind_a_number_is_opened(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Selesai terlambat")
            await app.click(app.find(ft.Container, ink=True, border_radius=theme.RADIUS_BLOCK))
            assert app.page.route.startswith("/task/")

    run_app(check)


def test_what_was_deleted_for_good_is_counted(desk: Workspace):
    async def check() -> None:
        (uid,) = reports.report(desk, *_november()).report.tasks("missed")
        tasks.delete(desk, uid)
        trash.empty(desk)
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Dilepas")
            assert app.shows("1 lagi sudah dihapus permanen.")

    run_app(check)


def _november() -> tuple[date, date]:
    return date(2026, 11, 1), date(2026, 11, 30)


def test_the_month_the_week_and_any_days_are_gone_to(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Bulan sebelumnya")
            assert app.page.route == "/report/2026-10"
            assert app.shows("Belum ada rencana di periode ini")
            await app.click("Bulan berikutnya")
            await app.click("Minggu")
            assert app.page.route == "/report/2026-11-23/2026-11-29"
            await app.click("Minggu sebelumnya")
            assert app.page.route == "/report/2026-11-16/2026-11-22"

    run_app(check)


def test_an_arrow_leads_back_home(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click(app.named("Kembali ke Beranda", ft.IconButton))
            assert app.page.route == routes.HOME

    run_app(check)


def test_a_chosen_span_puts_its_ends_in_order(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Rentang")
            assert app.shows("Hari pertama")
            assert not app.shows("Besok")
            await app.click("Kamis, 19 November")
            assert app.shows("Hari terakhir")
            await app.click("Senin, 16 November")
            assert app.page.route == "/report/2026-11-16/2026-11-19"
            assert not app.find_all(ft.BottomSheet)

    run_app(check)


def test_a_span_that_is_not_chosen_after_all_can_be_asked_for_again(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            for _ in range(2):
                await app.click("Rentang")
                assert app.shows("Hari pertama")
                await app.dismiss(app.find(ft.BottomSheet))
                assert not app.find_all(ft.BottomSheet)
            assert app.page.route == MONTH

    run_app(check)


def test_home_says_how_much_was_on_time_and_leads_to_the_report(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.click("Tepat bulan ini")
            assert app.page.route == "/report"

    run_app(check)


def test_the_best_hours_of_the_record_are_taken_over(desk: Workspace, clock: HandClock):
    async def check() -> None:
        for number in range(20):
            tasks.complete(desk, add(desk, f"Tugas {number}", Moment(desk.today())))
        async with AppSession(app_for(desk), route=MONTH) as app:
            await app.click("Pakai jam ini")
            settings = desk.settings
            assert settings.best_end.hour - settings.best_start.hour == 2
            assert settings.best_start <= desk.now().astimezone(desk.zone).time()

    run_app(check)


def test_goals_and_tags_with_enough_of_their_own_have_best_hours_too(desk: Workspace):
    goal = goals.create_goal(desk, {"name": "Konten Desember"}).uid
    for number in range(20):
        fields = {"goal": goal, "categories": ("reels",) if number else ()}
        tasks.complete(desk, add(desk, f"Tugas {number}", Moment(desk.today()), **fields))

    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            assert app.shows("Jam terbaikmu")
            hours = app.texts()[app.texts().index("Jam terbaikmu") :]
            assert hours[2:4] == ["Konten Desember", "13–15 (dari 20 tugas)"]
            assert not [text for text in hours if text.startswith("#")]

    run_app(check)


def test_without_twenty_samples_nothing_is_suggested(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=MONTH) as app:
            assert not app.shows("Jam terbaikmu")

    run_app(check)


def test_in_english_it_is_told_in_english(desk: Workspace):
    async def check() -> None:
        change_settings(desk, language="en")
        async with AppSession(app_for(desk), route=MONTH) as app:
            assert app.shows("One task was done")
            assert app.shows("What became of it")

    run_app(check)
