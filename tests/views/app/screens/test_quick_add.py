"""Quick add: the field that stays, its chips, and where its presets come from."""

import asyncio
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import flet as ft
import pytest

from models.lists import ListName
from models.moment import Moment
from models.task import SUMMARY_LIMIT, TaskFields
from services import goals, lists, tasks, time_spent
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession, run_app
from tests.rig.held import hold, until
from tests.rig.quiet_loop import QuietLoop
from tests.views.app.screens.opened import field, press, run_on
from views.app.routes import place_of
from views.app.screens.quick_add_draft import Draft, draft_of, preset_at
from views.app.screens.quick_add_field import PAUSE_S, UNHEARD_S, TitleBuffer
from views.text import Dates

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

TOMORROW = TODAY + timedelta(days=1)


async def enter(app: AppSession, text: str) -> None:
    """Type a title and press Enter."""
    await app.submit(field(app), text)


def test_enter_adds_and_leaves_the_field_open_and_empty(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        for title in ("Beli kopi", "Siapkan thumbnail"):
            await enter(app, title)
            assert app.shows(f"Ditambahkan: {title}")
            assert field(app).value == ""
        assert {line.summary for line in lists.every_line(desk, ListName.TODAY)} == {
            "Beli kopi",
            "Siapkan thumbnail",
        }
        assert app.find_all(ft.BottomSheet)

    run_on(desk, check, route="/todo/today")


def test_typing_sends_nothing_back_to_the_field(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        before = len(app.client.patch_bytes)
        text = "Finalisasi caption reels"
        for length in range(1, len(text) + 1):
            await app.change(field(app), text[:length])
        # As an input method composes: it takes back and writes anew.
        for composed in (text + " に", text + " にほ", text + " 日本"):
            await app.change(field(app), composed)
        assert len(app.client.patch_bytes) == before
        await app.fire(field(app), "submit")
        (line,) = lists.every_line(desk, ListName.TODAY)
        assert line.summary == text + " 日本"

    run_on(desk, check, route="/todo/today")


def test_keys_that_come_before_the_client_heard_of_the_emptying_are_kept():
    async def check() -> None:
        buffer = TitleBuffer()
        buffer.typed("Beli kopi")
        assert buffer.take() == "Beli kopi"
        buffer.typed("Beli kopiSi")
        assert buffer.text == "Si"
        # Now it hears, and shows what comes after only.
        buffer.typed("ap")
        buffer.typed("apk")
        assert (buffer.text, buffer.is_astray) == ("Siapk", True)
        assert buffer.take() == "Siapk"
        buffer.typed("S")
        assert (buffer.text, buffer.is_astray) == ("S", False)

    run_app(check)


def test_two_titles_in_the_time_of_one_answer_are_kept_apart():
    async def check() -> None:
        buffer = TitleBuffer()
        buffer.typed("satu")
        assert buffer.take() == "satu"
        buffer.typed("satudua")
        assert buffer.take() == "dua"
        buffer.typed("t")  # The first emptying is heard, then the second.
        buffer.typed("i")
        assert buffer.text == "ti"

    run_app(check)


def test_the_same_title_twice_is_no_echo():
    async def check() -> None:
        buffer = TitleBuffer()
        buffer.typed("a")
        assert buffer.take() == "a"
        buffer.typed("a")
        assert buffer.take() == "a"

    run_app(check)


async def pass_by(seconds: float) -> None:
    """Let time go by on the loop's clock, and what is due meanwhile happen."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, QuietLoop)
    loop.call_later(seconds, lambda: None)
    await loop.quiet(soon=seconds)


def test_a_client_that_misses_the_emptying_is_told_again_and_titles_are_kept_apart(
    desk: Workspace,
):
    """Flutter forgets what it is told to show where a key comes before its next frame."""

    async def keys(app: AppSession, before: str, text: str) -> str:
        for length in range(1, len(text) + 1):
            control = field(app)
            app.session.apply_patch(control._i, {"value": before + text[:length]})
            await app.client.event(control, "change", before + text[:length])
            await pass_by(UNHEARD_S / 10)
        return before + text

    async def check(app: AppSession) -> None:
        await press(app, "N")
        shown = await keys(app, "", "Beli kopi")
        await app.client.event(field(app), "submit")
        # One types on for longer than any answer takes, and the first title is still there.
        shown = await keys(app, shown, "Telepon Raka")
        await app.client.event(field(app), "submit")
        shown = await keys(app, shown, "Kirim")
        await app.settle(soon=PAUSE_S + 0.1)
        assert field(app).value == "Kirim"
        # Nor does it hear that.
        await keys(app, shown, " brief")
        await app.settle(soon=PAUSE_S + 0.1)
        assert field(app).value == "Kirim brief"
        await app.fire(field(app), "submit")
        made = [line.summary for line in lists.every_line(desk, ListName.TODAY)]
        assert sorted(made) == ["Beli kopi", "Kirim brief", "Telepon Raka"]

    run_on(desk, check, route="/todo/today")


def test_a_slow_disk_does_not_keep_the_field_full_nor_what_is_typed_meanwhile(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
):
    gate = hold(monkeypatch, tasks, "capture")

    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.change(field(app), "Beli kopi")
        entering = asyncio.create_task(app.client.event(field(app), "submit"))
        await until(lambda: not field(app).value)
        assert not app.shows("Ditambahkan: Beli kopi")
        app.session.apply_patch(field(app)._i, {"value": "Kirim"})
        await app.client.event(field(app), "change", "Kirim")
        gate.set()
        await entering
        await app.settle()
        assert app.shows("Ditambahkan: Beli kopi")
        assert field(app).value == "Kirim"

    run_on(desk, check, route="/todo/today")


def test_a_letter_twice_is_not_what_was_missed():
    async def check() -> None:
        buffer = TitleBuffer()
        buffer.typed("Beli")
        buffer.take()
        buffer.typed("BeliT")
        buffer.typed("T")
        assert buffer.text == "TT"
        buffer.put(buffer.text)
        buffer.typed("TTx")
        assert (buffer.text, buffer.is_astray) == ("TTx", False)

    run_app(check)


def test_what_is_pasted_later_and_begins_like_the_title_before_is_a_title_of_its_own():
    async def check() -> None:
        buffer = TitleBuffer()
        buffer.typed("Beli kopi")
        buffer.take()
        await pass_by(UNHEARD_S + 0.1)
        buffer.typed("Beli kopi susu")
        assert (buffer.text, buffer.is_astray) == ("Beli kopi susu", False)

    run_app(check)


@pytest.mark.parametrize(
    ("language", "said"), [("id", "Beri judul dulu, ya."), ("en", "Give it a title first.")]
)
def test_an_empty_title_is_refused_under_the_field(desk: Workspace, language: str, said: str):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await enter(app, "  ")
        assert app.shows(said)

    run_on(desk, check, route="/todo/today", language=language)


def test_a_title_that_is_too_long_is_refused_and_kept(desk: Workspace):
    text = "x" * (SUMMARY_LIMIT + 1)

    async def check(app: AppSession) -> None:
        await press(app, "N")
        await enter(app, text)
        assert app.shows("10.001")
        assert field(app).value == text
        assert lists.total_open(desk) == 0

    run_on(desk, check, route="/todo/today")


def test_a_phones_enter_inside_the_text_adds_too(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.change(field(app), "Beli kopi")
        await app.change(field(app), "Beli kopi\n")
        assert [line.summary for line in lists.every_line(desk, ListName.TODAY)] == ["Beli kopi"]

    run_on(desk, check, route="/todo/today")


def test_several_pasted_lines_become_a_task_each_in_one_undo_step(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.change(field(app), "satu\n\n dua \ntiga")
        await app.click("Tambah 3 tugas")
        assert lists.total_open(desk) == 3
        await app.click("Urungkan")
        assert lists.total_open(desk) == 0
        await app.change(field(app), "satu\ndua")
        await app.click("Jadikan satu")
        assert [line.summary for line in lists.every_line(desk, ListName.TODAY)] == ["satu dua"]

    run_on(desk, check, route="/todo/today")


def test_chips_say_when_how_urgent_and_for_what(desk: Workspace):
    goals.create_goal(desk, {"name": "Konten Desember"})

    async def check(app: AppSession) -> None:
        await press(app, "N")
        assert not app.shows("Siap sebelum")
        await app.click("Tanggal")
        await app.click(app.named_all("Besok", ft.Container)[-1])
        await app.click("Jam")
        await app.click("16.00")
        await app.click("Siap sebelum")
        await app.click("Siap 1 j sebelumnya")
        await app.click("Prioritas")
        await app.click("P1 · tinggi")
        await app.click("Goal")
        await app.click("Konten Desember")
        await app.click(app.named_all("Tag", ft.Container)[-1])
        await app.submit(app.find_all(ft.TextField)[-1], "#reels, ig")
        await enter(app, "Syuting")
        (line,) = lists.every_line(desk, ListName.TOMORROW)
        assert line.due == Moment(TOMORROW, time(16))
        assert line.lead == timedelta(hours=1)
        assert line.priority == 1
        assert line.goal_name == "Konten Desember"
        assert set(line.categories) == {"reels", "ig"}
        assert not app.shows("P1"), "the next task begins anew"

    run_on(desk, check, route="/todo/no-date")


def test_a_goals_task_is_ready_before_its_time_unless_that_is_cleared(desk: Workspace):
    goals.create_goal(desk, {"name": "Konten", "default_lead": timedelta(hours=2)})
    goals.create_goal(desk, {"name": "Rumah", "default_lead": timedelta(0)})

    async def check(app: AppSession) -> None:
        await press(app, "N")
        for line, said in (
            ("Reels besok 16.00 @Konten", "Siap 2 j sebelumnya"),
            ("Kuis besok 17.00 @Baru", "Siap 1 j sebelumnya"),
            ("Sapu besok 18.00 @Rumah", ""),
        ):
            await app.change(field(app), line)
            assert app.shows("Siap 2 j sebelumnya") == (said == "Siap 2 j sebelumnya")
            assert app.shows("Siap 1 j sebelumnya") == (said == "Siap 1 j sebelumnya")
            await enter(app, line)
        await app.change(field(app), "Story besok 19.00 @Konten")
        await app.click("Hapus Siap sebelum")
        await enter(app, "Story besok 19.00 @Konten")
        leads = [line.lead for line in lists.every_line(desk, ListName.TOMORROW)]
        assert leads == [timedelta(hours=2), timedelta(hours=1), None, None]

    run_on(desk, check, route="/todo/today")


def test_a_time_of_ones_own_is_read_or_refused(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.click("Jam")
        own = app.find_all(ft.TextField)[-1]
        await app.submit(own, "kapan saja")
        assert app.shows("Tulis jam, misalnya 16.30.")
        await app.submit(app.find_all(ft.TextField)[-1], "19.45")
        await enter(app, "Malam")
        (line,) = lists.every_line(desk, ListName.TODAY)
        assert line.due == Moment(TODAY, time(19, 45))

    run_on(desk, check, route="/todo/today")


def test_a_new_goal_is_made_by_its_name(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.click("Goal")
        await app.submit(app.find_all(ft.TextField)[-1], "Kuis 10k")
        await enter(app, "Kirim brief")
        (line,) = lists.every_line(desk, ListName.TODAY)
        assert line.goal_name == "Kuis 10k"

    run_on(desk, check, route="/todo/today")


def test_what_was_added_can_be_taken_back_or_opened(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await enter(app, "Salah")
        await app.click("Urungkan")
        assert lists.total_open(desk) == 0
        await enter(app, "Benar")
        (line,) = lists.every_line(desk, ListName.TODAY)
        await app.click("Buka")
        assert app.page.route == f"/task/{line.uid}"
        assert not app.find_all(ft.BottomSheet)

    run_on(desk, check, route="/todo/today")


@pytest.mark.parametrize(
    ("route", "day"),
    [
        ("/", TODAY),
        ("/todo/today", TODAY),
        ("/todo/tomorrow", TOMORROW),
        ("/todo/next-week", date(2026, 11, 30)),
        ("/todo/no-date", None),
        ("/todo/missed", None),
        ("/timeline", TODAY),
        ("/timeline/day/2026-12-05", date(2026, 12, 5)),
        ("/timeline/2026-12", None),
    ],
)
def test_the_place_one_is_at_gives_the_day(route: str, day: date | None):
    preset = preset_at(place_of(route), TODAY, 0)
    assert draft_of(preset).day == day


def test_a_preset_keeps_what_no_chip_shows():
    estimate = timedelta(minutes=30)
    preset: TaskFields = {"estimate": estimate, "priority": 5, "description": "Catatan"}
    assert draft_of(preset).fields("Judul") == {**preset, "summary": "Judul"}


def test_how_long_it_takes_is_chosen_or_typed(desk: Workspace):
    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.click("Perkiraan")
        assert app.shows("1 j 30 mnt")
        await app.click("45 mnt")
        assert not app.shows("1 j 30 mnt")
        await app.click("45 mnt")
        await app.submit(app.find(ft.TextField, label="Lama lain"), "sebentar")
        assert "sebentar" in str(app.find(ft.TextField, label="Lama lain").error)
        await app.submit(app.find(ft.TextField, label="Lama lain"), "1 jam 15 menit")
        await enter(app, "Desain")
        (line,) = lists.every_line(desk, ListName.TODAY)
        assert line.estimate == timedelta(minutes=75)
        # The next one begins anew.
        assert app.shows("Perkiraan")

    run_on(desk, check, route="/todo/today")


def test_what_such_tasks_took_is_offered_first_with_its_samples(desk: Workspace):
    goal = goals.create_goal(desk, {"name": "Konten"})
    for number in range(21):
        task = add(desk, f"Desain {number}", goal=goal.uid)
        if number < 19:
            time_spent.add(desk, task.uid, timedelta(minutes=50))
            tasks.complete(desk, task.uid)

    async def check(app: AppSession) -> None:
        await press(app, "N")
        await app.change(field(app), "Desain baru @Konten")
        await app.click("Perkiraan")
        assert not app.shows("dari 19 tugas")
        for line in lists.every_line(desk, ListName.ALL):
            time_spent.add(desk, line.uid, timedelta(minutes=50))
            tasks.complete(desk, line.uid)
        await app.click("Perkiraan")
        await app.click("Perkiraan")
        await app.click("50 mnt · dari 21 tugas")
        await app.fire(field(app), "submit")
        (line,) = [each for each in lists.every_line(desk, ListName.ALL) if not each.is_done]
        assert line.estimate == timedelta(minutes=50)

    run_on(desk, check, route="/todo/all")


def test_a_time_without_a_day_is_the_next_one_to_come():
    dates = Dates("id", ZoneInfo(JAKARTA))  # 10.00 there.
    assert Draft().at_time(time(9), NOW, dates).day == TOMORROW
    assert Draft().at_time(time(16), NOW, dates).day == TODAY
    assert Draft(day=TODAY, at=time(9)).on(None) == Draft()
