"""Quick add reads the line as it is typed: chips, marks, other meanings, and who wins."""

from datetime import date, time, timedelta

import flet as ft

from models.lists import ListName
from models.moment import Moment
from models.task import RepeatFrom, Task
from services import goals, lists, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import field, press, run_on

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

TOMORROW = TODAY + timedelta(days=1)


async def typing(app: AppSession, text: str) -> None:
    """Open quick add and type a line."""
    await press(app, "N")
    await app.change(field(app), text)


async def added(app: AppSession, desk: Workspace) -> Task:
    """Press Enter; the one task that is there now."""
    await app.fire(field(app), "submit")
    (line,) = lists.every_line(desk, ListName.ALL)
    return tasks.task(desk, line.uid)


def marks(app: AppSession) -> list[str]:
    """The words that are marked behind the field."""
    return [
        span.text or ""
        for text in app.find_all(ft.Text)
        for span in text.spans or ()
        if span.style is not None and span.style.bgcolor is not None
    ]


def test_what_is_understood_is_marked_and_stands_in_chips(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Siapkan thumbnail besok jam 10 pagi p1 #reels selama 30 menit")
        assert marks(app) == ["besok jam 10 pagi", "p1", "#reels", "selama 30 menit"]
        for chip in ("Besok", "10.00", "P1", "#reels", "30 mnt"):
            assert app.shows(chip)
        task = await added(app, desk)
        assert task.summary == "Siapkan thumbnail"
        assert task.due == Moment(TOMORROW, time(10))
        assert (task.priority, task.categories) == (1, ("reels",))
        assert task.estimate == timedelta(minutes=30)
        assert marks(app) == []

    run_on(desk, check, route="/todo/today")


def test_how_long_it_takes_stands_in_its_chip_and_gives_way_to_a_choice(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Rapat tim selama 2 jam")
        await app.click("2 j")
        await app.click("3 j")
        assert app.shows("3 j")
        assert marks(app) == ["selama 2 jam"]
        await app.click("3 j")
        await app.click("Tanpa perkiraan")
        assert app.shows("Perkiraan")
        task = await added(app, desk)
        assert (task.summary, task.estimate) == ("Rapat tim", None)
        await typing(app, "Rapat tim selama 2 jam")
        await app.click("Hapus Perkiraan")
        assert marks(app) == []

    run_on(desk, check, route="/todo/today")


def test_a_line_without_a_date_gets_the_day_of_its_place(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Beli kopi p2")
        assert (await added(app, desk)).due == Moment(TODAY)

    run_on(desk, check, route="/todo/today")


def test_a_cross_makes_words_of_the_title_of_what_was_understood(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Nonton film besok #reels")
        await app.click("Hapus Tanggal")
        assert marks(app) == ["#reels"]
        # Now the day is the place's again.
        assert app.shows("Hari ini")
        task = await added(app, desk)
        assert (task.summary, task.due) == ("Nonton film besok", Moment(TODAY))

    run_on(desk, check, route="/todo/today")


def test_a_repeat_of_the_line_is_cleared_like_the_others(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Siram tanaman setiap 3 hari setelah selesai")
        assert app.shows("3 hari setelah selesai")
        await app.click("Hapus Pengulangan")
        task = await added(app, desk)
        assert task.rrule is None
        assert task.summary == "Siram tanaman setiap 3 hari setelah selesai"

    run_on(desk, check, route="/todo/today")


def test_a_repeat_of_the_line_is_kept(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Siram tanaman setiap 3 hari setelah selesai")
        task = await added(app, desk)
        assert (task.rrule, task.repeat_from) == ("FREQ=DAILY;INTERVAL=3", RepeatFrom.COMPLETION)

    run_on(desk, check, route="/todo/today")


def test_what_a_chip_was_given_wins_over_the_line(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Kirim brief besok")
        await app.click("Prioritas")
        await app.click("P1 · tinggi")
        await app.change(field(app), "Kirim brief besok p3")
        assert app.shows("P1")
        task = await added(app, desk)
        assert (task.summary, task.priority) == ("Kirim brief", 1)

    run_on(desk, check, route="/todo/today")


def test_another_meaning_is_one_tap_away(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Rapat Jumat depan jam 9 pagi")
        await app.click("Jum 27 Nov 09.00")
        # It stays so while one goes on typing.
        await app.change(field(app), "Rapat Jumat depan jam 9 pagi dengan tim")
        task = await added(app, desk)
        assert task.summary == "Rapat dengan tim"
        assert task.due == Moment(date(2026, 11, 27), time(9))

    run_on(desk, check, route="/todo/today")


def test_a_day_that_is_over_is_told_and_stays_in_the_title(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Kirim laporan kemarin")
        assert app.shows("“kemarin” sudah lewat")
        assert (await added(app, desk)).summary == "Kirim laporan kemarin"

    run_on(desk, check, route="/todo/today")


def test_a_goal_of_the_line_is_found_or_made(desk: Workspace):
    known = goals.create_goal(desk, {"name": "Konten Desember"})

    async def check(app: AppSession) -> None:
        await typing(app, 'Kirim brief @"konten desember"')
        assert (await added(app, desk)).goal == known.uid
        await app.submit(field(app), "Pesan kue @Ulang")
        assert {goal.name for goal in goals.goals(desk)} == {"Konten Desember", "Ulang"}

    run_on(desk, check, route="/todo/today")


def test_each_of_several_lines_is_read_by_itself(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "Kirim brief besok\nPesan studio p1")
        assert marks(app) == []
        await app.fire(field(app), "submit")
        found = {line.summary: line for line in lists.every_line(desk, ListName.ALL)}
        assert found["Kirim brief"].due == Moment(TOMORROW)
        assert (found["Pesan studio"].due, found["Pesan studio"].priority) == (Moment(TODAY), 1)

    run_on(desk, check, route="/todo/today")


def test_a_line_of_nothing_but_a_date_is_a_title(desk: Workspace):
    async def check(app: AppSession) -> None:
        await typing(app, "besok")
        task = await added(app, desk)
        assert (task.summary, task.due) == ("besok", Moment(TOMORROW))

    run_on(desk, check, route="/todo/today")
