"""A task of a series: what a change is for is asked once, and kept while the task is open."""

import flet as ft

from models.task import Status
from services import series, tasks, undo
from services.workspace import Workspace
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import menu_item, press
from tests.views.app.screens.test_task import add, at, desk, on_task

__all__ = ["desk"]

DAILY = "FREQ=DAILY"


def weekly(desk: Workspace) -> str:
    """A task that repeats each Monday, of which the first is done; the uid of the open one."""
    first = add(desk, {"summary": "Rekap", "due": at(16), "rrule": "FREQ=WEEKLY;BYDAY=MO"})
    tasks.complete(desk, first)
    line = series.open_occurrence(desk, tasks.task(desk, first).series)
    assert line is not None
    return line.uid


def done_one(desk: Workspace, uid: str) -> str:
    """The summary of the series' done task."""
    (first,) = {each for each in series_of(desk, uid) if each != uid}
    return tasks.task(desk, first).summary


def series_of(desk: Workspace, uid: str) -> set[str]:
    """The uids of the task's series: a series is called after its first."""
    return {uid, tasks.task(desk, uid).series or uid}


def next_title(desk: Workspace, uid: str) -> str:
    """The title of the one that completing `uid` opens."""
    tasks.complete(desk, uid)
    line = series.open_occurrence(desk, tasks.task(desk, uid).series)
    assert line is not None
    return line.summary


def test_a_new_title_asks_and_is_for_this_one_alone(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "Rekap besar")
        assert app.shows("Perubahan untuk yang mana?")
        assert tasks.task(desk, uid).summary == "Rekap"
        await app.click("Yang ini saja")
        assert tasks.task(desk, uid).summary == "Rekap besar"
        assert app.shows("Perubahan hanya untuk yang ini")

    on_task(desk, uid, check)
    assert done_one(desk, uid) == "Rekap"
    assert next_title(desk, uid) == "Rekap"


def test_the_answer_is_kept_for_the_next_change(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "Laporan")
        await app.click("Semua, termasuk yang selesai")
        await app.click("Prioritas")
        await app.click("P1 · Tinggi")
        assert not app.shows("Perubahan untuk yang mana?")
        assert tasks.task(desk, uid).priority == 1

    on_task(desk, uid, check)
    assert done_one(desk, uid) == "Laporan"
    assert next_title(desk, uid) == "Laporan"


def test_the_answer_can_be_changed(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.click("Prioritas")
        await app.click("P1 · Tinggi")
        await app.click("Yang ini saja")
        await app.click("Perubahan hanya untuk yang ini")
        await app.click("Yang ini dan seterusnya")
        await app.submit("Judul", "Laporan")
        assert app.shows("Perubahan untuk yang ini dan seterusnya")

    on_task(desk, uid, check)
    assert done_one(desk, uid) == "Rekap"
    assert next_title(desk, uid) == "Laporan"


def test_putting_the_question_away_changes_nothing(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "Laporan")
        await app.dismiss(app.find(ft.BottomSheet))
        assert tasks.task(desk, uid).summary == "Rekap"
        assert app.named("Judul", ft.TextField).value == "Rekap"
        await app.submit("Judul", "Laporan")
        assert app.shows("Perubahan untuk yang mana?"), "it is asked again"

    on_task(desk, uid, check)


def test_a_due_that_moves_for_those_that_follow_moves_the_rule(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.click("Deadline Sen 23 Nov")
        await app.click("25")
        await app.click("Pasang Rab 25 Nov")
        await app.click("Yang ini dan seterusnya")
        task = tasks.task(desk, uid)
        assert (task.due, task.rrule) == (at(25), "FREQ=WEEKLY;BYDAY=WE")
        await app.click("Urungkan")
        assert tasks.task(desk, uid).due == at(23)

    on_task(desk, uid, check)


def test_what_is_the_series_own_is_not_asked_for(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.click("Sematkan")
        assert tasks.task(desk, uid).pinned
        await app.click("Pengulangan: Setiap Senin")
        await app.click("Setiap hari")
        await app.click("Simpan")
        assert tasks.task(desk, uid).rrule == DAILY
        assert not app.shows("Perubahan untuk yang mana?")

    on_task(desk, uid, check)


def test_a_task_of_its_own_is_changed_without_a_question(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24)})

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "Laporan")
        assert tasks.task(desk, uid).summary == "Laporan"
        assert app.find_all(ft.PopupMenuItem)
        assert not app.shows("Lewati yang ini")

    on_task(desk, uid, check)


def test_the_menu_skips_this_one(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.click(menu_item(app, "Lewati yang ini"))
        assert tasks.task(desk, uid).due == at(30)

    on_task(desk, uid, check)


def test_deleting_asks_how_much_of_the_series(desk: Workspace):
    uid = weekly(desk)
    every = series_of(desk, uid)

    async def check(app: AppSession) -> None:
        await press(app, "Delete")
        await app.click("Lewati yang ini, lanjut ke berikutnya")
        assert tasks.task(desk, uid).due == at(30)
        await app.click(menu_item(app, "Hapus"))
        await app.click("Semua, termasuk yang selesai")
        assert all(tasks.task(desk, each).deleted for each in every)
        await app.click("Urungkan")
        assert not any(tasks.task(desk, each).deleted for each in every)

    on_task(desk, uid, check)


def test_deleting_this_and_those_that_follow_leaves_what_is_done(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.click(menu_item(app, "Hapus"))
        await app.click("Yang ini dan seterusnya")
        assert tasks.task(desk, uid).deleted is not None

    on_task(desk, uid, check)
    (first,) = series_of(desk, uid) - {uid}
    task = tasks.task(desk, first)
    assert (task.status, task.deleted) == (Status.COMPLETED, None)
    undo.undo(desk)
    assert tasks.task(desk, uid).deleted is None


def test_what_is_saved_as_one_leaves_is_for_this_one_alone(desk: Workspace):
    uid = weekly(desk)

    async def check(app: AppSession) -> None:
        await app.change("Judul", "Rekap besar")
        await app.navigate("/todo/today")
        assert tasks.task(desk, uid).summary == "Rekap besar"

    on_task(desk, uid, check)
    assert next_title(desk, uid) == "Rekap"


def test_the_history_says_the_rule_in_words(desk: Workspace):
    uid = weekly(desk)
    tasks.edit(desk, uid, {"rrule": DAILY})

    async def check(app: AppSession) -> None:
        await app.click(next(t for t in app.texts() if t == "Riwayat"))
        assert app.shows("Pengulangan: setiap Senin → setiap hari")
        assert not app.shows("FREQ")

    on_task(desk, uid, check)
