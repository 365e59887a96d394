"""How often a task comes again: chosen, written in words, and looked at before it is saved."""

import flet as ft

from models.task import RepeatFrom
from services import tasks, undo
from services.workspace import Workspace
from tests.rig.flet_session import AppSession
from tests.views.app.screens.test_task import add, at, desk, on_task

__all__ = ["desk"]


def test_a_usual_rule_is_looked_at_and_then_saved(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24)})

    async def check(app: AppSession) -> None:
        await app.click("Pengulangan")
        await app.click("Setiap Selasa")
        assert app.shows("Berikutnya: Sel 24 Nov · Sel 1 Des · Sel 8 Des · Sel 15 Des · Sel 22 Des")
        assert tasks.task(desk, uid).rrule is None
        await app.click("Simpan")
        assert tasks.task(desk, uid).rrule == "FREQ=WEEKLY;BYDAY=TU"
        assert app.shows("Setiap Selasa")

    on_task(desk, uid, check)


def test_any_rule_is_written_in_words(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24)})

    async def check(app: AppSession) -> None:
        await app.click("Pengulangan")
        await app.submit("Dengan kata-katamu", "setiap 3 hari setelah selesai")
        await app.click("Simpan")
        task = tasks.task(desk, uid)
        assert (task.rrule, task.repeat_from) == ("FREQ=DAILY;INTERVAL=3", RepeatFrom.COMPLETION)

    on_task(desk, uid, check)


def test_words_without_a_repeat_are_told_so(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24)})

    async def check(app: AppSession) -> None:
        await app.click("Pengulangan")
        await app.submit("Dengan kata-katamu", "kadang-kadang")
        assert app.find(ft.TextField, label="Dengan kata-katamu").error
        await app.click("Simpan")
        assert tasks.task(desk, uid).rrule is None

    on_task(desk, uid, check)


def test_a_rule_of_another_kind_stays_until_another_is_saved(desk: Workspace):
    rule = "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"
    uid = add(desk, {"summary": "Rapat", "rrule": rule})

    async def check(app: AppSession) -> None:
        await app.click("Pengulangan: Setiap 2 bulan pada Senin pertama")
        await app.click("Setiap hari")
        await app.click("Simpan")
        assert tasks.task(desk, uid).rrule == "FREQ=DAILY"
        undo.undo(desk)
        assert tasks.task(desk, uid).rrule == rule

    on_task(desk, uid, check)


def test_this_one_is_skipped_and_taken_back(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24), "rrule": "FREQ=DAILY"})

    async def check(app: AppSession) -> None:
        await app.click("Pengulangan: Setiap hari")
        await app.click(app.named("Lewati yang ini", ft.TextButton))
        assert tasks.task(desk, uid).due == at(25)
        await app.click("Urungkan")
        assert tasks.task(desk, uid).due == at(24)

    on_task(desk, uid, check)
