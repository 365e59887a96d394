"""The search: what it finds while one types, by keys and by touch, and where it leads."""

import asyncio
from datetime import timedelta
from typing import Any

import flet as ft

from models.lists import ListName
from models.moment import Moment
from services import filters, goals, lists, tasks
from services.workspace import Workspace
from tests.rig.control_tree import walk, words_of
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, menu_item, press, run_on
from views.app.routes import settings_route

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

FIELD = "Cari"
#: Longer than the pause after which what is typed is looked for.
PAUSED_S = 0.3


def search_field(app: AppSession) -> ft.TextField:
    """The search's field."""
    return app.find(ft.TextField, hint_text="Cari tugas, goal, dan perintah")


async def type_in(app: AppSession, text: str) -> None:
    """Type into the search, and pause."""
    await app.change(search_field(app), text)
    await app.settle(soon=PAUSED_S)


async def enter(app: AppSession) -> None:
    """Press Enter in the search."""
    await app.fire(search_field(app), "submit")


def chosen(app: AppSession) -> str:
    """The title of the entry that Enter would choose."""
    rows = (each for each in app.find_all(ft.Semantics, selected=True, button=True))
    content: Any = next(
        row.content
        for row in rows
        if isinstance(row.content, ft.Container) and row.content.on_click and row.content.bgcolor
    )
    return next(word for control, _ in walk(content) for word in words_of(control))


def test_typing_finds_tasks_and_enter_shows_the_first(desk: Workspace):
    task = add(desk, "Rekap insight mingguan", due=at(TODAY, "17:00"))
    add(desk, "Balas komentar")

    async def check(app: AppSession) -> None:
        await press(app, "/")
        assert app.page.route == "/search"
        await type_in(app, "insight")
        assert app.shows("Tugas · 1")
        assert not app.shows("Balas komentar")
        await enter(app)
        assert app.page.route == f"/task/{task.uid}"

    run_on(desk, check, route="/", width=1440)


def test_arrows_walk_through_what_was_found_and_round_again(desk: Workspace):
    add(desk, "Naskah satu", due=at(TODAY, "16:00"))
    add(desk, "Naskah dua", due=at(TODAY, "17:00"))

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        assert chosen(app) == "Naskah satu"
        await press(app, "Arrow Down")
        assert chosen(app) == "Naskah dua"
        await press(app, "Arrow Down")
        assert chosen(app) == "Naskah satu"
        await press(app, "Arrow Up")
        assert chosen(app) == "Naskah dua"

    run_on(desk, check, route="/search", width=1440)


def test_an_address_searches_and_escape_leads_back_to_what_was_under_it(desk: Workspace):
    add(desk, "Rekap insight mingguan")

    async def check(app: AppSession) -> None:
        await app.navigate("/search?q=rekap+is%3Aopen")
        assert search_field(app).value == "rekap is:open"
        assert app.shows("Tugas · 1")
        await press(app, "Escape")
        assert app.page.route == "/goals"
        # The keys are shortcuts again.
        await press(app, "g", "h")
        assert app.page.route == "/"

    run_on(desk, check, route="/goals", width=1440)


def test_on_a_phone_back_from_what_was_found_is_the_search_as_it_was(desk: Workspace):
    task = add(desk, "Rekap insight mingguan")

    async def check(app: AppSession) -> None:
        await app.click("Cari")
        await type_in(app, "rekap")
        await app.click(app.button("Rekap insight mingguan"))
        assert app.page.route == f"/task/{task.uid}"
        await app.click("Kembali")
        assert app.page.route == "/search?q=rekap"
        assert search_field(app).value == "rekap"
        assert app.shows("Tugas · 1")
        await app.click("Kembali")
        assert app.page.route == "/todo/all"

    run_on(desk, check, route="/todo/all")


def test_a_command_is_found_by_its_name_in_either_language(desk: Workspace):
    async def check(app: AppSession) -> None:
        await type_in(app, "gelap")
        await enter(app)
        assert desk.settings.theme == "dark"
        assert app.page.route == "/"
        await app.navigate("/search")
        await type_in(app, "timeline month")
        await enter(app)
        assert app.page.route == f"/timeline/{TODAY:%Y-%m}"

    run_on(desk, check, route="/search", width=1440)


def test_a_command_that_opens_a_sheet_puts_the_search_away(desk: Workspace):
    async def check(app: AppSession) -> None:
        await type_in(app, "tugas baru")
        await enter(app)
        assert app.page.route == "/"
        assert app.named_all("Judul", ft.TextField)

    run_on(desk, check, route="/search", width=1440)


def test_undo_is_a_command(desk: Workspace):
    task = add(desk, "Balas komentar", due=at(TODAY))

    async def check(app: AppSession) -> None:
        await app.click(app.named_all("Balas komentar", ft.Container)[0])
        assert not tasks.task(desk, task.uid).is_open
        await app.navigate("/search")
        await type_in(app, "urungkan")
        await enter(app)
        assert tasks.task(desk, task.uid).is_open

    run_on(desk, check, route="/todo/today", width=1440)


def test_goals_filters_and_settings_are_found_by_name(desk: Workspace):
    goal = goals.create_goal(desk, {"name": "Konten Desember"})
    saved = filters.save_filter(desk, "Konten pekan ini", "due:this-week")

    async def check(app: AppSession) -> None:
        await type_in(app, "konten")
        assert app.shows("Goal")
        assert app.shows("Filter tersimpan")
        await app.click("Konten Desember")
        assert app.page.route == f"/goal/{goal.uid}"
        await app.navigate("/search")
        await type_in(app, "pekan")
        await enter(app)
        assert app.page.route == f"/todo/filter/{saved.uid}"
        await app.navigate("/search")
        await type_in(app, "jam tenang")
        await enter(app)
        assert app.page.route == settings_route("Jam tenang")

    run_on(desk, check, route="/search", width=1440)


def test_an_operator_is_offered_as_it_is_typed_and_a_tap_takes_it(desk: Workspace):
    add(desk, "Hari ini", due=at(TODAY))
    add(desk, "Kapan-kapan")

    async def check(app: AppSession) -> None:
        await type_in(app, "teng")
        await app.click("tenggat:")
        assert search_field(app).value == "tenggat:"
        await app.click("tenggat:hari-ini")
        assert search_field(app).value == "tenggat:hari-ini "
        assert app.shows("Tugas · 1")

    run_on(desk, check, route="/search")


def test_tags_and_goals_there_are_are_offered(desk: Workspace):
    tasks.capture(desk, {"summary": "Naskah", "categories": ("reels",)})
    goals.create_goal(desk, {"name": "Konten Desember"})

    async def check(app: AppSession) -> None:
        await type_in(app, "#re")
        assert app.shows("#reels")
        await type_in(app, "tujuan:kon")
        await app.click('tujuan:"Konten Desember"')
        assert search_field(app).value == 'tujuan:"Konten Desember" '

    run_on(desk, check, route="/search")


def test_a_query_that_cannot_be_read_says_why_once_it_is_no_beginning(desk: Workspace):
    async def check(app: AppSession) -> None:
        await type_in(app, "tenggat:be")
        assert not app.find_all(ft.Icon, icon=ft.Icons.ERROR_OUTLINE_ROUNDED)
        await type_in(app, "tenggat:bezok")
        assert app.shows("“bezok”")

    run_on(desk, check, route="/search")


def test_a_fault_of_ours_is_told_and_typing_goes_on(desk: Workspace, monkeypatch: Any):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    async def check(app: AppSession) -> None:
        with monkeypatch.context() as patch, app.expecting_errors():
            patch.setattr("views.app.screens.search_outcome.search", broken)
            await type_in(app, "rekap")
            assert app.shows("Ada yang tidak beres")
        await type_in(app, "rekap i")
        assert app.shows("Tidak ada yang ditemukan")

    run_on(desk, check, route="/search")


def test_an_empty_search_teaches_and_remembers(desk: Workspace):
    add(desk, "Rekap insight mingguan")

    async def check(app: AppSession) -> None:
        assert app.shows("tenggat:hari-ini")
        assert app.shows("Perintah")
        await type_in(app, "rekap")
        await enter(app)
        await app.navigate("/search")
        assert app.shows("Pernah dicari")
        await app.click("rekap")
        assert app.shows("Tugas · 1")

    run_on(desk, check, route="/search")


def test_more_than_a_page_is_read_as_one_walks_on(desk: Workspace):
    for number in range(60):
        add(desk, f"Naskah {number:02}", due=Moment(TODAY + timedelta(days=number)))

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        assert app.shows("Tugas · 60")
        assert not app.shows("Naskah 59")
        await press(app, "Arrow Up")
        assert app.shows("Naskah 59")

    run_on(desk, check, route="/search", width=1440)


def test_a_change_elsewhere_is_seen_in_what_was_found(desk: Workspace):
    add(desk, "Naskah satu")

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        assert app.shows("Tugas · 1")
        await asyncio.to_thread(add, desk, "Naskah dua", due=at(TODAY, "16:00"))
        await app.settle()
        assert app.shows("Tugas · 2")
        # One stays at what one had come to.
        assert app.texts().index("Naskah dua") < app.texts().index("Naskah satu")
        assert chosen(app) == "Naskah satu"

    run_on(desk, check, route="/search", width=1440)


def test_a_search_is_kept_under_a_name_and_shown_as_a_list(desk: Workspace):
    add(desk, "Naskah satu")

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        await app.click("Simpan sebagai filter")
        await app.submit("Nama", "Naskahku")
        (saved,) = filters.filters(desk)
        assert (saved.name, saved.query) == ("Naskahku", "naskah")
        assert app.page.route == f"/todo/filter/{saved.uid}"
        assert app.shows("Naskahku · 1")
        await app.click("Urungkan")
        assert filters.filters(desk) == ()
        assert app.shows("Filter ini tidak ada")

    run_on(desk, check, route="/search")


def test_every_list_is_a_command(desk: Workspace):
    async def check(app: AppSession) -> None:
        await type_in(app, "minggu depan")
        await enter(app)
        assert app.page.route == f"/todo/{ListName.NEXT_WEEK}"
        assert lists.counts(desk)

    run_on(desk, check, route="/search", width=1440)


def naskah(desk: Workspace, many: int = 4) -> list[str]:
    """Tasks that a search for `naskah` finds, in its order."""
    return [
        add(desk, f"Naskah {number}", due=at(TODAY, f"{14 + number}:00")).uid
        for number in range(many)
    ]


def open_ones(desk: Workspace, uids: list[str]) -> list[bool]:
    return [tasks.task(desk, uid).is_open for uid in uids]


async def leave_field(app: AppSession) -> None:
    """Go on from the field to the next control."""
    await press(app, "Tab")
    await app.fire(search_field(app), "blur")


def test_several_that_were_found_are_selected_by_shift_and_done_at_once(desk: Workspace):
    uids = naskah(desk)

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        # In the field Shift is for what is typed.
        await press(app, "Shift-Arrow Down")
        assert not app.shows("dipilih")
        await leave_field(app)
        await press(app, "Shift-Arrow Down", "Shift-J", "Shift-K")
        assert app.shows("2 dipilih")
        assert chosen(app) == "Naskah 1"
        # Enter does what a tap would.
        await press(app, "Enter")
        assert app.shows("1 dipilih")
        await press(app, "Shift-Arrow Down")
        await app.click("Selesaikan")
        assert open_ones(desk, uids) == [False, False, False, True]
        assert not app.shows("dipilih")
        assert app.page.route == "/search"
        await app.click("Urungkan")
        assert all(open_ones(desk, uids))

    run_on(desk, check, route="/search", width=1440)


def test_escape_lets_the_selection_go_before_the_search(desk: Workspace):
    naskah(desk)

    async def check(app: AppSession) -> None:
        await app.navigate("/search")
        await type_in(app, "naskah")
        await hold(app, "Naskah 0")
        await press(app, "Escape")
        assert not app.shows("dipilih")
        assert app.page.route == "/search"
        await press(app, "Escape")
        assert app.page.route == "/goals"

    run_on(desk, check, route="/goals", width=1440)


def test_out_of_the_field_the_keys_are_those_of_any_list(desk: Workspace):
    uids = naskah(desk)

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        # While one types they are letters.
        await press(app, "j", "x", "Delete")
        assert all(open_ones(desk, uids))
        assert chosen(app) == "Naskah 0"
        await leave_field(app)
        # What Tab came to is what Enter presses.
        await press(app, "Enter")
        assert app.page.route == "/search"
        await press(app, "j")
        assert chosen(app) == "Naskah 1"
        await press(app, "Space")
        assert open_ones(desk, uids) == [True, False, True, True]
        assert chosen(app) == "Naskah 2"
        await press(app, "k", "x", "Shift-J")
        assert app.shows("2 dipilih")
        await press(app, "Delete")
        deleted = [tasks.task(desk, uid).deleted is not None for uid in uids]
        assert deleted.count(True) == 2
        await app.fire(search_field(app), "focus")
        await press(app, "j")
        assert not app.shows("dipilih")

    run_on(desk, check, route="/search", width=1440)


def test_several_are_selected_by_holding_by_a_button_and_by_the_menu(desk: Workspace):
    uids = naskah(desk)

    async def check(app: AppSession) -> None:
        await type_in(app, "naskah")
        await hold(app, "Naskah 0")
        await app.click(app.button("Naskah 2"))
        assert app.shows("2 dipilih")
        await app.click(menu_item(app, "Pilih semua"))
        assert app.shows("4 dipilih")
        await app.click("Buang ke sampah")
        assert app.shows("Tidak ada yang ditemukan")
        await app.click("Urungkan")
        await app.click("Pilih beberapa")
        await app.click(app.button("Naskah 3"))
        assert app.shows("1 dipilih")
        # Another text is another list.
        await type_in(app, "naskah 1")
        assert not app.shows("dipilih")
        assert all(open_ones(desk, uids))

    run_on(desk, check, route="/search")


def test_a_palette_that_is_still_on_its_way_out_does_not_take_the_next_one_along(
    desk: Workspace, monkeypatch: Any
):
    add(desk, "Naskah satu")

    async def not_yet() -> bool:
        return False

    async def check(app: AppSession) -> None:
        await app.navigate("/search?q=naskah")
        with monkeypatch.context() as patch:
            patch.setattr(app.client, "report_dismissals", not_yet)
            await enter(app)
            await app.navigate("/search?q=naskah")
        await app.settle()
        assert app.page.route == "/search?q=naskah"
        assert app.find(ft.AlertDialog)

    run_on(desk, check, route="/", width=1440)
