"""The task screen: every field edited in place and saved as it is done."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.errors import UnknownTask
from models.moment import Moment
from models.task import TaskChange, TaskFields
from services import goals, tasks, undo
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession, run_app
from views.app import routes
from views.app.app import app_for
from views.app.screens.task_detail import Moves, moves_of
from views.app.screens.task_notes import is_openable

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=ZONE)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def at(day: int, clock: time | None = None) -> Moment:
    return Moment(date(2026, 11, day), clock, ZONE if clock else None)


def add(desk: Workspace, fields: TaskFields) -> str:
    return tasks.capture(desk, fields).uid


def reels(desk: Workspace, rrule: str | None = "FREQ=WEEKLY;BYDAY=MO") -> str:
    """A task with everything set."""
    return add(
        desk,
        {
            "summary": "Reels: 5 kebiasaan",
            "due": at(23, time(16)),
            "lead": timedelta(hours=1),
            "estimate": timedelta(hours=2),
            "dtstart": at(23, time(9)),
            "rrule": rrule,
            "attendees": ("Raka", "Sinta"),
            "categories": ("ig", "reels"),
            "priority": 1,
            "url": "https://docheck.id/a",
            "description": "Hook di **2 detik** pertama",
        },
    )


def on_task(
    desk: Workspace, uid: str, check: Callable[[AppSession], Awaitable[None]], **options: float
) -> None:
    """Run `check` on the task's screen."""

    async def run() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(uid), **options) as app:  # type: ignore[arg-type]
            await check(app)

    run_app(run)


async def leave(app: AppSession, field: ft.TextField) -> None:
    await app.fire(field, "blur")


def field(app: AppSession, name: str) -> ft.TextField:
    return next(each for each in app.find_all(ft.TextField) if name in (each.label, each.hint_text))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "id",
            [
                "Deadline Sen 23 Nov 16.00",
                "Siap 1 j sebelumnya · 15.00",
                "Berisiko telat · Harus siap 47 mnt lagi",
                "2 j direncanakan",
                "Setiap Senin",
                "P1 · Tinggi",
                "Raka, Sinta",
                "#ig #reels",
            ],
        ),
        (
            "en",
            [
                "Due Mon 23 Nov, 16:00",
                "Ready 1 h before · 15:00",
                "At risk · Ready in 47 min",
                "2 h planned",
                "Every Monday",
                "P1 · High",
            ],
        ),
    ],
)
def test_every_field_that_is_set_is_told_in_words(desk: Workspace, language: str, told: list[str]):
    change_settings(desk, language=language)

    async def check(app: AppSession) -> None:
        for text in told:
            assert app.shows(text), text
        assert app.find(ft.Markdown).value == "Hook di **2 detik** pertama"

    on_task(desk, reels(desk), check)


def test_what_is_not_set_is_offered_as_chips(desk: Workspace):
    uid = add(desk, {"summary": "Baru"})

    async def check(app: AppSession) -> None:
        chips = ("Deadline", "Tanggal mulai", "Perkiraan waktu", "Pengulangan", "Tag", "Tautan")
        for name in chips:
            app.button(name)
        assert not app.shows("Siap sebelum")

    on_task(desk, uid, check)


def test_a_title_is_saved_on_enter_and_when_it_is_left(desk: Workspace):
    uid = add(desk, {"summary": "Lama"})

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "Baru")
        assert tasks.task(desk, uid).summary == "Baru"
        await app.change("Judul", "Lebih baru")
        await leave(app, field(app, "Judul"))
        assert tasks.task(desk, uid).summary == "Lebih baru"
        undo.undo(desk)
        await app.settle()
        assert field(app, "Judul").value == "Baru"

    on_task(desk, uid, check)


def test_an_empty_title_is_refused_and_the_one_that_holds_comes_back(desk: Workspace):
    uid = add(desk, {"summary": "Tetap"})

    async def check(app: AppSession) -> None:
        await app.submit("Judul", "  ")
        assert app.shows("Beri judul dulu, ya.")
        assert field(app, "Judul").value == "Tetap"
        assert tasks.task(desk, uid).summary == "Tetap"

    on_task(desk, uid, check)


def test_a_change_from_elsewhere_shows_and_leaves_what_is_being_typed(desk: Workspace):
    uid = reels(desk, rrule=None)

    async def check(app: AppSession) -> None:
        title = field(app, "Judul")
        await app.fire(title, "focus")
        await app.change("Judul", "Sedang dike")
        await asyncio.to_thread(
            tasks.edit, desk, uid, {"summary": "Dari lain", "estimate": timedelta(hours=3)}
        )
        await app.settle()
        assert app.shows("3 j direncanakan")
        assert field(app, "Judul").value == "Sedang dike"
        await app.submit("Judul", "Sedang diketik")
        assert tasks.task(desk, uid).summary == "Sedang diketik"

    on_task(desk, uid, check)


def test_a_focused_but_untouched_title_takes_what_others_wrote(desk: Workspace):
    uid = add(desk, {"summary": "Lama"})

    async def check(app: AppSession) -> None:
        await app.fire(field(app, "Judul"), "focus")
        await asyncio.to_thread(tasks.edit, desk, uid, {"summary": "Dari lain"})
        await app.settle()
        await leave(app, field(app, "Judul"))
        assert tasks.task(desk, uid).summary == "Dari lain"

    on_task(desk, uid, check)


def test_a_title_typed_but_not_left_is_kept_when_the_screen_goes(desk: Workspace):
    uid = add(desk, {"summary": "Lama"})

    async def check(app: AppSession) -> None:
        await app.fire(field(app, "Judul"), "focus")
        await app.change("Judul", "Diketik lalu kembali")
        await app.click("Kembali")
        assert tasks.task(desk, uid).summary == "Diketik lalu kembali"

    on_task(desk, uid, check)


def test_day_and_time_are_chosen_together_and_are_one_move_with_undo(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": at(23, time(16))})

    async def check(app: AppSession) -> None:
        await app.click("Deadline Sen 23 Nov 16.00")
        await app.click("Besok")
        await app.change("Jam lain", "4:30 pm")
        await app.click("Pasang Sel 24 Nov 16.30")
        assert tasks.task(desk, uid).due == at(24, time(16, 30))
        assert app.shows("Dipindah 1×: 23 Nov → 24 Nov")
        await app.click("Urungkan")
        assert tasks.task(desk, uid).due == at(23, time(16))
        assert not app.shows("Dipindah 1×")

    on_task(desk, uid, check)


def test_a_time_that_is_none_is_refused_beside_the_field(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await app.click("Deadline")
        await app.submit("Jam lain", "25")
        assert app.shows("Tulis jam, misalnya 16.30.")
        assert tasks.task(desk, uid).due is None

    on_task(desk, uid, check)


def test_a_due_can_be_cleared_and_a_day_alone_chosen(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": at(23, time(16))})

    async def check(app: AppSession) -> None:
        await app.click("Deadline Sen 23 Nov 16.00")
        await app.click("Seharian")
        await app.click("Pasang Sen 23 Nov")
        assert tasks.task(desk, uid).due == at(23)
        await app.click("Deadline Sen 23 Nov")
        await app.click("Kosongkan")
        assert tasks.task(desk, uid).due is None

    on_task(desk, uid, check)


def test_a_floating_due_stays_floating(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": Moment(date(2026, 11, 23), time(16))})

    async def check(app: AppSession) -> None:
        await app.click("Deadline Sen 23 Nov 16.00")
        await app.click("18.00")
        await app.click("Pasang Sen 23 Nov 18.00")
        assert tasks.task(desk, uid).due == Moment(date(2026, 11, 23), time(18))

    on_task(desk, uid, check)


def test_spans_are_tapped_or_typed_and_what_is_no_span_is_refused(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": at(23, time(16))})

    async def check(app: AppSession) -> None:
        await app.click("Siap sebelum")
        await app.click("2 j")
        assert tasks.task(desk, uid).lead == timedelta(hours=2)
        await app.click("Perkiraan waktu")
        await app.submit("Lama lain", "nanti")
        assert app.shows("“nanti” bukan lama waktu. Coba 1 j 30 mnt.")
        await app.submit("Lama lain", "1,5 jam")
        assert tasks.task(desk, uid).estimate == timedelta(minutes=90)
        await app.click("Perkiraan waktu: 1 j 30 mnt direncanakan")
        await app.click("Tanpa perkiraan")
        assert tasks.task(desk, uid).estimate is None

    on_task(desk, uid, check)


def test_a_priority_is_chosen_from_a_list(desk: Workspace):
    uid = add(desk, {"summary": "Rekap", "due": at(24)})

    async def check(app: AppSession) -> None:
        await app.click("Prioritas")
        await app.click("P2 · Sedang")
        assert tasks.task(desk, uid).priority == 5

    on_task(desk, uid, check)


def test_names_and_tags_are_added_and_removed_in_an_open_sheet(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "categories": ("ig",)})

    async def check(app: AppSession) -> None:
        await app.click("Tag: #ig")
        await app.submit("Tambah tag", "video, #pagi")
        assert tasks.task(desk, uid).categories == ("ig", "pagi", "video")
        await app.click("Hapus ig")
        assert tasks.task(desk, uid).categories == ("pagi", "video")
        assert app.shows("#video")

    on_task(desk, uid, check)


def test_a_goal_is_chosen_cleared_or_made_in_one_step_of_undo(desk: Workspace):
    known = goals.create_goal(desk, {"name": "Konten Desember"})
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await app.click("Pilih goal")
        await app.click("Konten Desember")
        assert tasks.task(desk, uid).goal == known.uid
        await app.click("Goal: Konten Desember")
        await app.submit("Goal baru", "Peluncuran")
        assert app.shows("Peluncuran")
        undo.undo(desk)
        await app.settle()
        assert tasks.task(desk, uid).goal == known.uid
        assert [goal.name for goal in goals.goals(desk)] == ["Konten Desember"]
        await app.click("Goal: Konten Desember")
        await app.click("Tanpa goal")
        assert tasks.task(desk, uid).goal is None

    on_task(desk, uid, check)


def test_the_pin_says_whether_it_is_in(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await app.click("Sematkan")
        assert tasks.task(desk, uid).pinned
        assert app.named("Disematkan", ft.Semantics).selected

    on_task(desk, uid, check)


def test_steps_are_checked_added_renamed_and_deleted(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": at(23, time(16))})
    week, hours = timedelta(days=-7), timedelta(hours=-2)
    script = add(desk, {"summary": "Skrip", "parent": uid, "offset": week})
    add(desk, {"summary": "Cover", "parent": uid, "offset": hours})

    async def check(app: AppSession) -> None:
        assert app.shows("7 hari sebelumnya")
        assert app.shows("2 jam sebelumnya")
        ring = app.find(ft.Semantics, label="Skrip")
        assert ring.checked is False
        assert ring.content is not None
        await app.click(ring.content)
        assert app.find(ft.Semantics, label="Skrip").checked is True
        assert app.shows("Persiapan 1/2")
        await app.submit("Tambah langkah", "Thumbnail")
        await app.submit("Tambah langkah", "Tayang")
        await app.submit("Tambah langkah", "   ")
        assert app.shows("Persiapan 1/4")
        await app.click("Ubah langkah")
        title = next(each for each in app.find_all(ft.TextField) if each.value == "Skrip")
        await app.change(title, "Naskah")
        await leave(app, title)
        assert tasks.task(desk, script).summary == "Naskah"
        await app.click("Hapus langkah Tayang")
        assert app.shows("Persiapan 1/3")
        assert app.shows("Urungkan")

    on_task(desk, uid, check)


def test_notes_are_read_as_markdown_and_edited_in_a_field(desk: Workspace):
    uid = reels(desk, rrule=None)

    async def check(app: AppSession) -> None:
        await app.click("Ubah catatan")
        assert not app.find_all(ft.Markdown)
        notes = next(
            each for each in app.find_all(ft.TextField) if each.multiline and each.autofocus
        )
        await app.change(notes, "# Baru\n- satu")
        await leave(app, notes)
        assert tasks.task(desk, uid).description == "# Baru\n- satu"
        assert app.find(ft.Markdown).value == "# Baru\n- satu"

    on_task(desk, uid, check)


def test_notes_too_long_to_keep_stay_in_the_field(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})
    long = "a" * 100_001

    async def check(app: AppSession) -> None:
        await app.click("Tambah catatan")
        notes = next(
            each for each in app.find_all(ft.TextField) if each.multiline and each.autofocus
        )
        await app.change(notes, long)
        await leave(app, notes)
        assert tasks.task(desk, uid).description == ""
        assert any(each.value == long for each in app.find_all(ft.TextField))

    on_task(desk, uid, check)


def test_links_open_and_those_that_could_run_something_are_told(desk: Workspace):
    uid = reels(desk, rrule=None)

    async def check(app: AppSession) -> None:
        notes = app.find(ft.Markdown)
        await app.fire(notes, "tap_link", "https://docheck.id")
        assert [call.name for call in app.client.calls].count("launch_url") == 1
        await app.fire(notes, "tap_link", "javascript:alert(1)")
        assert [call.name for call in app.client.calls].count("launch_url") == 1
        assert app.shows("Tautan ini tidak dibuka")
        await app.submit("Tautan", "javascript:alert(1)")
        assert tasks.task(desk, uid).url == "https://docheck.id/a"
        await app.submit("Tautan", "docheck.id/b")
        assert tasks.task(desk, uid).url == "https://docheck.id/b"

    on_task(desk, uid, check)


def test_a_link_ends_in_an_ellipsis_until_it_is_edited(desk: Workspace):
    uid = reels(desk, rrule=None)
    url = "https://docheck.id/a"

    def shortened(app: AppSession) -> list[ft.Text]:
        return [each for each in app.find_all(ft.Text) if each.value == url]

    async def check(app: AppSession) -> None:
        def field() -> ft.TextField:
            return next(each for each in app.find_all(ft.TextField) if each.value == url)

        (text,) = shortened(app)
        assert text.overflow is ft.TextOverflow.ELLIPSIS
        await app.fire(field(), "focus")
        assert not shortened(app)
        await app.fire(field(), "blur")
        assert shortened(app)

    on_task(desk, uid, check)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "docheck.id", "["])
def test_only_known_schemes_may_be_opened(url: str):
    assert not is_openable(url)
    assert is_openable("HTTPS://docheck.id")


def test_done_and_reopen_take_turns_at_the_foot(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await app.click("Selesai")
        assert not tasks.task(desk, uid).status.is_open
        assert app.shows("Selesai · baru saja")
        await app.click("Buka lagi")
        assert tasks.task(desk, uid).status.is_open

    on_task(desk, uid, check)


def test_deleting_closes_the_task_and_offers_undo(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await app.click("Hapus")
        assert tasks.task(desk, uid).deleted is not None
        assert not routes.place_of(app.page.route).uid
        await app.click("Urungkan")
        assert tasks.task(desk, uid).deleted is None

    on_task(desk, uid, check, **WIDE)


def test_duplicating_shows_the_copy_and_offers_undo(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})
    add(desk, {"summary": "Naskah", "parent": uid})
    tasks.complete(desk, uid)

    async def check(app: AppSession) -> None:
        await app.click("Gandakan")
        copied = routes.place_of(app.page.route).uid
        assert copied not in ("", None, uid)
        assert app.shows("Digandakan: Reels")
        assert app.shows("Naskah")
        assert tasks.task(desk, copied).status.is_open
        await app.click("Urungkan")
        with pytest.raises(UnknownTask):
            tasks.task(desk, copied)
        assert not tasks.task(desk, uid).status.is_open

    on_task(desk, uid, check)


def test_what_is_in_the_trash_offers_no_copy(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})
    tasks.delete(desk, uid)

    async def check(app: AppSession) -> None:
        assert app.shows("Hapus permanen")
        assert not app.shows("Gandakan")

    on_task(desk, uid, check)


def test_a_task_deleted_elsewhere_says_so_and_can_be_restored(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await asyncio.to_thread(tasks.delete, desk, uid)
        await app.settle()
        assert app.shows("Di sampah · baru saja")
        await app.click("Pulihkan")
        assert tasks.task(desk, uid).deleted is None
        assert app.shows("Atur ulang")

    on_task(desk, uid, check)


@pytest.mark.parametrize(
    ("language", "title", "way"),
    [
        ("id", "Tugas ini tidak ada di sini", "Kembali ke daftar"),
        ("en", "This task is not here", "Back to the list"),
    ],
)
@pytest.mark.parametrize("size", [{}, WIDE])
def test_an_unknown_task_is_said_with_a_way_back(
    desk: Workspace, language: str, title: str, way: str, size: dict[str, float]
):
    change_settings(desk, language=language)

    async def check(app: AppSession) -> None:
        assert app.shows(title)
        await app.click(way)
        assert not app.shows(title)

    on_task(desk, "no-such-uid", check, **size)


def test_a_task_whose_making_is_undone_elsewhere_is_not_here_any_more(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        await asyncio.to_thread(undo.undo, desk)
        await app.settle()
        with pytest.raises(UnknownTask):
            tasks.task(desk, uid)
        assert app.shows("Tugas ini tidak ada di sini")

    on_task(desk, uid, check)


def test_keys_complete_reschedule_and_close_but_never_while_typing(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def press(app: AppSession, key: str) -> None:
        pressed = {"key": key, "shift": False, "ctrl": False, "alt": False, "meta": False}
        await app.client.event(app.page, "keyboard_event", pressed)
        await app.settle()

    async def check(app: AppSession) -> None:
        await app.fire(field(app, "Judul"), "focus")
        await press(app, " ")
        assert tasks.task(desk, uid).status.is_open
        await leave(app, field(app, "Judul"))
        await press(app, " ")
        assert not tasks.task(desk, uid).status.is_open
        await press(app, "E")
        assert field(app, "Judul").autofocus
        await press(app, "R")
        await app.dismiss(app.find(ft.BottomSheet))
        await press(app, "Escape")
        assert not routes.place_of(app.page.route).uid

    on_task(desk, uid, check)


def test_beside_the_lists_the_keys_are_the_lists_own(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})

    async def check(app: AppSession) -> None:
        pressed = {"key": "E", "shift": False, "ctrl": False, "alt": False, "meta": False}
        await app.client.event(app.page, "keyboard_event", pressed)
        await app.settle()
        assert not field(app, "Judul").autofocus

    on_task(desk, uid, check, **WIDE)


def test_the_history_is_told_in_words_when_asked_for(desk: Workspace):
    uid = add(desk, {"summary": "Reels", "due": at(18, time(16))})
    tasks.reschedule(desk, uid, at(23, time(16)))

    async def check(app: AppSession) -> None:
        assert app.shows("Dipindah 1×: 18 Nov → 23 Nov")
        assert not app.shows("Rab 18 Nov 16.00 → Sen 23 Nov 16.00")
        await app.click("Riwayat · 2")
        assert app.shows("Deadline: Rab 18 Nov 16.00 → Sen 23 Nov 16.00")

    on_task(desk, uid, check)


def test_a_step_shows_the_task_it_belongs_to(desk: Workspace):
    uid = add(desk, {"summary": "Reels"})
    step = add(desk, {"summary": "Skrip", "parent": uid})

    async def check(app: AppSession) -> None:
        await app.click("Langkah dari “Reels”")
        assert app.page.route == routes.task_route(uid)

    on_task(desk, step, check)


def _moved(before: Moment | None, after: Moment | None, action: str = "reschedule") -> TaskChange:
    def kept(moment: Moment | None) -> object:
        if moment is None:
            return None
        clock = moment.time.isoformat() if moment.time else None
        return {"date": moment.date.isoformat(), "time": clock, "zone": moment.zone}

    return TaskChange("g", action, NOW, {"due": kept(before)}, {"due": kept(after)})


def test_a_first_due_is_no_move_and_one_taken_back_does_not_count():
    first = _moved(None, at(18))
    moved = _moved(at(18), at(23))
    back = _moved(at(23), at(18), "undo")
    assert moves_of([first]) is None
    assert moves_of([moved, first]) == Moves(1, at(18), at(23))
    assert moves_of([back, moved, first]) is None
    assert moves_of([_moved(at(23), None), moved]) == Moves(2, at(18), None)
