"""Order by hand, pins, several at once and tags, in the app."""

import flet as ft

from models.list_view import GroupBy, SortBy, View
from models.lists import ListName
from services import filters, goals, lists, several, tags, tasks
from services.settings import choose_view
from services.workspace import Workspace
from tests.rig.desk import TODAY, OpenDesk, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, menu_item, position, press, run_on
from views.app import routes

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


def _three(desk: Workspace) -> list[str]:
    return [add(desk, title, position=f"a{n}").uid for n, title in enumerate("ABC", 1)]


def _shown(app: AppSession, *titles: str) -> list[str]:
    return sorted(titles, key=lambda title: position(app, title))


def test_a_row_is_dragged_moved_by_menu_and_by_key(desk: Workspace):
    _three(desk)
    choose_view(desk, "no-date", View(SortBy.MANUAL))

    async def check(app: AppSession) -> None:
        async def drag(old: int, new: int) -> None:
            view = app.find(ft.ReorderableListView)
            await app.fire(view, "reorder", {"old_index": old, "new_index": new})

        assert _shown(app, "A", "B", "C") == ["A", "B", "C"]
        await drag(2, 0)
        assert _shown(app, "A", "B", "C") == ["C", "A", "B"]
        await app.click(menu_item(app, "Ke paling bawah"))
        assert _shown(app, "A", "B", "C") == ["A", "B", "C"]
        await press(app, "J")
        await app.client.event(
            app.page,
            "keyboard_event",
            {"key": "Arrow Down", "alt": True, "shift": False, "ctrl": False, "meta": False},
        )
        await app.settle()
        assert _shown(app, "A", "B", "C") == ["B", "A", "C"]

    run_on(desk, check, route="/todo/no-date")


def test_each_list_remembers_how_it_is_laid_out(desk: Workspace, open_desk: OpenDesk):
    add(desk, "A", categories=("reels",))
    add(desk, "B")

    async def check(app: AppSession) -> None:
        await app.click(menu_item(app, "Kelompokkan per tag"))
        assert position(app, "#reels") < position(app, "A") < position(app, "Tanpa tag")
        await app.click(menu_item(app, "Urutkan sendiri"))

    run_on(desk, check, route="/todo/no-date")
    kept = open_desk().settings.list_views
    assert kept == {"no-date": View(SortBy.MANUAL, GroupBy.TAG).text}


def test_pinned_ones_stand_first_and_say_so(desk: Workspace):
    uids = _three(desk)
    several.pin_many(desk, uids[2:], True)

    async def check(app: AppSession) -> None:
        told = [each for each in app.texts() if each in {"Disematkan", "Lainnya", "A", "B", "C"}]
        assert told == ["Disematkan", "C", "Lainnya", "A", "B"]
        assert app.find(ft.Text, semantics_label="C, Disematkan")
        await press(app, "J", "P")
        assert not tasks.task(desk, uids[2]).pinned
        assert app.shows("Sematan dilepas: C")

    run_on(desk, check, route="/todo/no-date")


def test_several_are_moved_tagged_and_prioritised_as_one_step_each(desk: Workspace):
    uids = _three(desk)
    goal = goals.create_goal(desk, {"name": "Kuis"})

    async def check(app: AppSession) -> None:
        await press(app, "J", "X", "J", "X")
        assert app.shows("2 dipilih")
        await app.click(menu_item(app, "Pindahkan ke goal"))
        await app.click("Kuis")
        assert app.shows("2 tugas dipindah")
        assert [tasks.task(desk, uid).goal for uid in uids] == [goal.uid, goal.uid, None]
        await app.click("Urungkan")
        assert goals.count_held(desk, goal.uid) == 0
        await hold(app, "C")
        await app.click(menu_item(app, "Pilih semua"))
        await app.click(menu_item(app, "Atur prioritas"))
        await app.click("P1 · Tinggi")
        assert {tasks.task(desk, uid).priority for uid in uids} == {1}
        await hold(app, "C")
        await app.click(menu_item(app, "Pilih semua"))
        await app.click(menu_item(app, "Ubah tag"))
        await app.submit("Tambah tag", "pagi, siang")
        assert {tasks.task(desk, uid).categories for uid in uids} == {("pagi", "siang")}
        await app.click("Hapus pagi")
        assert {tasks.task(desk, uid).categories for uid in uids} == {("siang",)}

    run_on(desk, check, route="/todo/no-date")


def test_several_are_pinned_and_copied(desk: Workspace):
    _three(desk)

    async def check(app: AppSession) -> None:
        for label, said in (("Sematkan", "2 tugas disematkan"), ("Gandakan", "2 tugas digandakan")):
            await hold(app, "A")
            await app.click(app.named_all("B", ft.Container)[0])
            await app.click(menu_item(app, label))
            assert app.shows(said)
        assert len(lists.pinned(desk, ListName.NO_DATE)) == 2
        assert lists.total_open(desk) == 5

    run_on(desk, check, route="/todo/no-date")


def test_some_of_the_trash_are_restored_and_others_deleted_for_good(desk: Workspace):
    uids = _three(desk)
    tasks.delete_many(desk, uids)

    async def check(app: AppSession) -> None:
        await hold(app, "A")
        await app.click(app.named_all("B", ft.Container)[0])
        await app.click("Pulihkan")
        assert app.shows("2 tugas dipulihkan")
        await hold(app, "C")
        await app.click("Hapus permanen")
        assert lists.every_line(desk, ListName.TRASH) == ()
        await app.click("Urungkan")
        assert [line.uid for line in lists.every_line(desk, ListName.TRASH)] == uids[2:]

    run_on(desk, check, route="/todo/trash")


def test_tags_are_renamed_merged_and_taken_off(desk: Workspace):
    add(desk, "A", categories=("konten",))
    add(desk, "B", categories=("reels",))
    filters.save_filter(desk, "Konten", "#konten")

    async def check(app: AppSession) -> None:
        assert app.shows("1 dari 1 belum selesai")
        await app.click(menu_item(app, "Ganti nama"))
        await app.change("Nama tag", "video")
        await app.click(app.named("Ganti nama", ft.FilledButton))
        assert [tag.name for tag in tags.tags(desk)] == ["reels", "video"]
        assert filters.filter_named(desk, "Konten").query == "#video"
        await app.click(menu_item(app, "Gabungkan dengan tag lain"))
        await app.click("#video")
        assert [tag.name for tag in tags.tags(desk)] == ["video"]
        await app.click("Urungkan")
        assert [tag.name for tag in tags.tags(desk)] == ["reels", "video"]
        await app.click(menu_item(app, "Lepas dari semua tugas"))
        assert [tag.name for tag in tags.tags(desk)] == ["video"]
        await app.click("video")
        assert app.page.route == routes.tag_route("video")
        assert app.shows("A")
        assert "B" not in app.texts()

    run_on(desk, check, route="/tags")


def test_five_hundred_tags_are_narrowed_down(desk: Workspace):
    tasks.capture_many(desk, [{"summary": "A", "categories": (f"tag{n:03}",)} for n in range(500)])

    async def check(app: AppSession) -> None:
        def shown() -> int:
            return sum(text.startswith("tag") and len(text) == 6 for text in app.texts())

        assert shown() == 60
        await app.change("Cari tag", "tag49")
        assert shown() == 10

    run_on(desk, check, route="/tags")


def test_a_goal_is_sorted_and_dragged_like_a_list(desk: Workspace):
    goal = goals.create_goal(desk, {"name": "Kuis"})
    uids = _three(desk)
    several.assign_many(desk, uids, goal.uid)
    tasks.reschedule(desk, uids[1], at(TODAY))

    async def check(app: AppSession) -> None:
        view = app.find(ft.ReorderableListView)
        await app.fire(view, "reorder", {"old_index": 3, "new_index": 1})
        assert _shown(app, "A", "B", "C") == ["C", "A", "B"]
        await app.click(menu_item(app, "Urutkan waktu"))
        assert _shown(app, "A", "B", "C") == ["B", "C", "A"]

    run_on(desk, check, route=routes.goal_route(goal.uid))


def test_goals_stand_under_their_categories_and_move_within(desk: Workspace):
    for name, category in (("A", "Kerja"), ("B", "kerja"), ("C", None)):
        goals.create_goal(
            desk, {"name": name, "category": category, "position": f"a{name.lower()}"}
        )

    async def check(app: AppSession) -> None:
        assert _shown(app, "Kerja", "A", "B", "Tanpa kategori", "C") == [
            "Kerja",
            "A",
            "B",
            "Tanpa kategori",
            "C",
        ]
        view = app.find(ft.ReorderableListView)
        await app.fire(view, "reorder", {"old_index": 2, "new_index": 1})
        assert _shown(app, "A", "B", "C") == ["B", "A", "C"]

    run_on(desk, check, route="/goals")
