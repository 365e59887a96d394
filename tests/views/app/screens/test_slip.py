"""The slip sheet: two taps for the suggestion, the other ways, and all missed ones in order."""

from datetime import timedelta

import flet as ft
import pytest

from models.ledger import LedgerKind
from models.person import Answer
from models.recipe import Gap, Recipe, RecipeStep
from models.slips import NewDue
from models.task import Status
from services import people, plans, record, slip_reading, slips, tasks
from services.workspace import Workspace
from tests.rig.desk import (
    JAKARTA,
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
from tests.views.app.screens.opened import field, menu_item, run_on

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TOMORROW = TODAY + DAY
AT_TEN = at(TOMORROW, "10:00", JAKARTA)


@pytest.fixture
def carousel(desk: Workspace) -> str:
    """Missed an hour ago; moved once before."""
    lead = timedelta(hours=1)
    task = add(desk, "Carousel", due=at(TODAY - DAY, "16:00", JAKARTA), lead=lead)
    tasks.reschedule(desk, task.uid, at(TODAY, "09:00", JAKARTA))
    return task.uid


def kinds(desk: Workspace, uid: str) -> list[str]:
    return [each.kind for each in record.entries(desk, uid)]


def test_two_taps_from_home_keep_the_suggested_deadline(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        assert app.shows("Terlewat · seharusnya hari ini 09.00")
        assert app.shows("Kenapa meleset?")
        assert app.shows("Siap sebelum 09.00, tayang 10.00")
        assert app.shows("Sudah 1× digeser sejak 22 Nov")
        await app.click("Simpan")
        assert tasks.task(desk, carousel).due == AT_TEN
        assert app.shows("Deadline baru: Carousel → besok 10.00")
        assert not app.find_all(ft.BottomSheet)
        await app.click("Urungkan")
        assert tasks.task(desk, carousel).due == at(TODAY, "09:00", JAKARTA)

    run_on(desk, check, route="/")


def test_what_never_moved_is_said_to_be_so(desk: Workspace):
    add(desk, "Reels", due=at(TODAY, "09:00", JAKARTA))

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        assert app.shows("Belum pernah digeser")

    run_on(desk, check, route="/")


def test_a_reason_and_another_deadline_go_to_the_ledger(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Menunggu tim")
        await app.click("Nanti 12.00")
        await app.click("Simpan")
        last = record.entries(desk, carousel)[-1]
        assert (last.kind, last.reason) == (LedgerKind.RE_PROMISED, "team")
        assert last.due == at(TODAY, "12:00", JAKARTA)

    run_on(desk, check, route="/")


def test_the_reason_in_ones_own_words(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        assert app.shows("Replace, re-set or hand over")
        await app.click("Decide")
        await app.click("Other")
        await app.change(field(app), "Power cut")
        await app.click("Let go")
        last = record.entries(desk, carousel)[-1]
        assert (last.kind, last.reason, last.reason_text) == ("let-go", "other", "Power cut")
        assert tasks.task(desk, carousel).status is Status.CANCELLED

    run_on(desk, check, route="/", language="en")


def test_any_other_deadline_can_be_picked(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Pilih…")
        await app.click("Jumat, 27 November")
        await app.click("18.00")
        await app.click("Pindah ke Jum 27 Nov 18.00")
        assert tasks.task(desk, carousel).due == at(TODAY + 4 * DAY, "18:00", JAKARTA)

    run_on(desk, check, route="/")


def test_a_stand_in_is_linked_both_ways(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Ganti yang lebih sederhana")
        await app.change(field(app), "Satu foto")
        await app.click("Ganti")
        (stand_in,) = slip_reading.replaced_by(desk, carousel)
        assert (stand_in.summary, stand_in.due) == ("Satu foto", at(TODAY, "12:00", JAKARTA))
        assert tasks.task(desk, carousel).due == AT_TEN
        await app.navigate(f"/task/{carousel}")
        await app.click("Digantikan “Satu foto”")
        assert app.shows("Pengganti “Carousel”")

    run_on(desk, check, route="/")


def test_handing_over_writes_a_message_in_their_language(desk: Workspace, carousel: str):
    people.add_person(desk, name="Raka", language="en", channel="raka@example.com")

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        assert app.shows("Serahkan atau usulkan deadline ke Raka")
        await app.click("Kompromi dengan tim")
        await app.click("Simpan & tulis pesan")
        assert app.shows(
            "Hi Raka, “Carousel” was due Mon 23 Nov, 09:00. Could you take it over?"
            " Is that all right with you? Let me know."
        )
        copy = next(each for each in app.find_all(ft.FilledTonalButton) if each.action)
        assert isinstance(copy.action, (ft.CopyToClipboard, ft.ShareText))
        await app.click("Selesai")
        task = tasks.task(desk, carousel)
        assert (task.waiting_for, task.follow_up) == ("Raka", TOMORROW)
        # Of what is decided Home asks no more.
        assert not app.shows("1 terlewat")

    run_on(desk, check, route="/")


def test_proposing_a_deadline_to_somebody_new(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Kompromi dengan tim")
        await app.change(field(app), "Sinta")
        await app.click("Usulkan deadline")
        # Tomorrow at ten is suggested here too.
        await app.click("Simpan & tulis pesan")
        assert app.shows("Boleh kita jadikan Sel 24 Nov 10.00?")
        (talk,) = slip_reading.talks(desk, carousel)
        assert (talk.proposal.person, talk.proposal.due) == ("Sinta", AT_TEN)
        assert tasks.task(desk, carousel).due == at(TODAY, "09:00", JAKARTA)
        await app.click("Selesai")
        await app.navigate(f"/task/{carousel}")
        assert app.shows("Diusulkan ke Sinta: Sel 24 Nov 10.00")
        assert app.shows("Menunggu Sinta, tanya lagi besok")
        await app.click("Dia setuju")
        assert tasks.task(desk, carousel).due == AT_TEN
        assert tasks.task(desk, carousel).waiting_for is None
        assert app.shows("Diterima")

    run_on(desk, check, route="/")


def test_what_they_propose_instead_is_written_down_and_agreed_to(desk: Workspace, carousel: str):
    slips.propose(desk, carousel, "Sinta", AT_TEN)

    async def check(app: AppSession) -> None:
        await app.click("Dia mengusulkan…")
        await app.click("Kamis, 26 November")
        await app.click("10.00")
        await app.click("Pindah ke Kam 26 Nov 10.00")
        assert app.shows("Mengusulkan yang lain: Kam 26 Nov 10.00")
        await app.click("Setuju")
        assert tasks.task(desk, carousel).due == at(TODAY + 3 * DAY, "10:00", JAKARTA)
        assert slip_reading.talks(desk, carousel)[0].proposal.answer is Answer.ACCEPTED

    run_on(desk, check, route=f"/task/{carousel}")


def test_triage_goes_through_all_and_is_undone_as_a_whole(desk: Workspace, carousel: str):
    reels = add(desk, "Reels", due=at(TODAY - 3 * DAY, "16:00", JAKARTA)).uid
    third = add(desk, "Brief", due=at(TODAY - DAY)).uid
    before = [tasks.task(desk, uid).due for uid in (carousel, reels, third)]

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        assert app.shows("Reels")
        assert app.shows("1 dari 3")
        await app.click("Simpan")
        assert app.shows("2 dari 3")
        await app.click("Lewati")
        assert app.shows("3 dari 3")
        await app.click("Lepas")
        assert app.shows("2 sudah diputuskan")
        assert tasks.task(desk, reels).due == AT_TEN
        assert tasks.task(desk, carousel).status is Status.CANCELLED
        await app.click("Urungkan semua")
        assert app.shows("2 perubahan diurungkan")
        assert [tasks.task(desk, uid).due for uid in (carousel, reels, third)] == before
        assert tasks.task(desk, carousel).is_open
        assert kinds(desk, carousel)[-1] == "withdrawn"

    run_on(desk, check, route="/")


def test_a_row_that_was_missed_leads_here(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Tentukan langkah untuk Carousel")
        assert app.shows("Kenapa meleset?")

    run_on(desk, check, route="/todo/missed")


def test_the_task_menu_and_the_block_menu_lead_here(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.fire(menu_item(app, "Kompromi deadline…"), "click")
        assert app.shows("Kenapa meleset?")

    run_on(desk, check, route=f"/task/{carousel}")


def test_home_says_whom_to_ask_again(desk: Workspace, carousel: str):
    slips.hand_over(desk, carousel, "Raka", TODAY)

    async def check(app: AppSession) -> None:
        assert app.shows("Menunggu Raka")
        await app.click("Tanya lagi")
        assert app.shows("Pesan untuk Raka")
        await app.click("Sudah kutanya")
        assert tasks.task(desk, carousel).follow_up == TOMORROW
        assert not app.shows("Menunggu Raka")

    run_on(desk, check, route="/")


def test_a_step_is_locked_from_its_row(desk: Workspace):
    task = add(desk, "Reels", due=at(TOMORROW, "16:00", JAKARTA))
    step = add(desk, "Naskah", parent=task.uid, offset=-DAY)

    async def check(app: AppSession) -> None:
        await app.click("Ubah langkah")
        await app.click("Kunci waktu Naskah")
        assert tasks.task(desk, step.uid).is_locked
        await app.click("Buka kunci waktu Naskah")
        assert not tasks.task(desk, step.uid).is_locked

    run_on(desk, check, route=f"/task/{task.uid}")


def test_of_a_repeating_task_those_that_follow_can_move_too(desk: Workspace):
    task = add(desk, "Rekap", due=at(TODAY - DAY, "16:00", JAKARTA), rrule="FREQ=WEEKLY;BYDAY=SU")

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Yang ini dan seterusnya")
        await app.click("Simpan")
        moved = tasks.task(desk, task.uid)
        assert (moved.due, moved.rrule) == (AT_TEN, "FREQ=WEEKLY;BYDAY=TU")

    run_on(desk, check, route="/")


def test_on_a_desktop_it_is_a_dialog(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Decide")
        assert app.find_all(ft.AlertDialog)
        assert app.shows("Free slot today 16:00")
        assert NewDue.SLOT in slip_reading.slip(desk, carousel).offered

    run_on(desk, check, route="/", language="en", width=1280)


def test_a_day_that_has_passed_cannot_be_picked(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Pilih…")
        day = app.named("Minggu, 22 November", ft.Semantics)
        assert day.disabled
        assert not app.named("Selasa, 24 November", ft.Semantics).disabled

    run_on(desk, check, route="/")


def test_a_deadline_that_has_passed_is_refused_in_words(desk: Workspace, carousel: str):
    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Pilih…")
        await app.click("Pindah ke hari ini 09.00")
        assert app.shows("sudah lewat. Pilih waktu setelahnya.")
        assert tasks.task(desk, carousel).due == at(TODAY, "09:00", JAKARTA)

    run_on(desk, check, route="/")


def test_a_planned_step_that_has_no_time_then_is_named_with_why(desk: Workspace, carousel: str):
    plans.apply(desk, carousel, Recipe("own", "Live", (RecipeStep("Gladi", Gap(0), 40 * HOUR),)))
    slips.new_deadline(desk, carousel, at(TODAY + 21 * DAY, "16:00", JAKARTA))
    assert plans.unplaced(desk, [carousel]) == ()
    tasks.reschedule(desk, carousel, at(TODAY, "09:00", JAKARTA))

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Simpan")
        assert app.shows("Deadline baru: Carousel → besok 10.00 · “Gladi” tidak muat")

    run_on(desk, check, route="/")
