"""One page's session: reading, acting, undoing, and hearing of what others did."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import flet as ft
import pytest
from flet.components.hooks.use_ref import MutableRef

from models.errors import EmptySummary
from models.lists import ListName
from models.moment import Moment
from models.task import TaskFields, TaskLine
from models.trash import KEPT
from services import lists, tasks, trash, undo
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession as Driver
from tests.rig.flet_session import run_app
from views.app import session
from views.app.boundary import component, keyed
from views.app.kit.lingering import use_lingering, use_struck
from views.app.kit.notice_bar import NoticeBar
from views.app.kit.row_face import face_of
from views.app.query import Failed, Loaded, use_query
from views.app.session import AppSession

NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
TODAY = Moment(date(2026, 11, 23))

Ask = Callable[[Workspace], tuple[TaskLine, ...]]


def todays(desk: Workspace) -> tuple[TaskLine, ...]:
    return lists.every_line(desk, ListName.TODAY)


@component
def Title(session: AppSession, line: TaskLine) -> ft.Control:
    """A row: its title, and whether it is done."""
    face = use_struck(face_of(line, session.dates, session.minute.now), session.struck)
    return ft.Text(f"{face.title}{' ✓' if face.is_done else ''}")


@component
def Demo(session: AppSession, ask: Ask) -> ft.Control:
    """A list of titles, what is wrong with it, and the notice bar."""
    ft.use_state(session.look)
    reading = use_query(session, ask)
    lines = reading.value if isinstance(reading, Loaded) else ()
    rows = [
        keyed(seen.line.uid, Title, session, seen.line) for seen in use_lingering(session, lines)
    ]
    if isinstance(reading, Failed):
        retry = reading.retry
        rows = [ft.Text(reading.message)]
        return ft.Column([*rows, ft.Button("Again", on_click=lambda _: retry())])
    return ft.Column(
        [*rows, ft.Text(session.words.say("Undo")), keyed("notices", NoticeBar, session)]
    )


class Opened:
    """A session on a page that shows `Demo`, started by its `main`."""

    session: AppSession

    def __init__(self, desk: Workspace, ask: Ask = todays) -> None:
        self._desk = desk
        self._ask = ask

    async def main(self, page: ft.Page) -> None:
        self.session = AppSession(page, self._desk)
        self.session.start()
        page.render(Demo, self.session, self._ask)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Workspace:
    desk = open_workspace(tmp_path, clock=clock, zone="Asia/Jakarta")
    change_settings(desk, language="id")
    return desk


def add(desk: Workspace, title: str) -> str:
    return tasks.capture(desk, {"summary": title, "due": TODAY}).uid


def test_a_query_reads_after_mount_and_again_when_anyone_commits(desk: Workspace):
    async def check() -> None:
        add(desk, "Satu")
        async with Driver(Opened(desk).main) as app:
            assert app.shows("Satu")
            await asyncio.to_thread(add, desk, "Dua")
            await app.settle()
            assert app.shows("Dua")

    run_app(check)


def test_what_one_session_does_reaches_the_other(desk: Workspace):
    async def check() -> None:
        one, other = Opened(desk), Opened(desk)
        async with Driver(one.main) as first, Driver(other.main) as second:
            await one.session.act(tasks.capture, {"summary": "Bersama", "due": TODAY})
            await first.settle()
            await second.settle()
            assert first.shows("Bersama")
            assert second.shows("Bersama")
            assert other.session.notices.current is None

    run_app(check)


def test_what_is_completed_is_struck_before_the_list_is_read_again(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(session, "PAINT_FIRST_S", 0.3)
    read: list[int] = []

    def ask(desk: Workspace) -> tuple[TaskLine, ...]:
        read.append(1)
        return todays(desk)

    async def check() -> None:
        uid, other = add(desk, "Satu"), add(desk, "Dua")
        opened = Opened(desk, ask)
        async with Driver(opened.main) as app:
            before = len(read)
            await opened.session.act(tasks.complete, uid)
            await app.settle(soon=0)
            assert app.shows("Satu ✓")
            assert not app.shows("Dua ✓")
            assert len(read) == before
            await opened.session.act(tasks.reopen, uid)
            await app.settle(soon=0)
            assert not app.shows("Satu ✓")
            await opened.session.act(tasks.edit, other, {"summary": "Tiga"})
            await app.settle()
            assert app.shows("Tiga")
            assert len(read) <= before + 2

    run_app(check)


def test_the_next_of_a_series_is_not_struck_with_the_one_that_was_done(desk: Workspace):
    async def check() -> None:
        fields: TaskFields = {"summary": "Harian", "due": TODAY, "rrule": "FREQ=DAILY"}
        uid = tasks.capture(desk, fields).uid
        opened = Opened(desk, lambda desk: lists.every_line(desk, ListName.ALL))
        async with Driver(opened.main) as app:
            await opened.session.act(tasks.complete, uid)
            await app.settle()
            assert app.texts().count("Harian ✓") == 1
            assert app.texts().count("Harian") == 1

    run_app(check)


def test_many_changes_at_once_are_read_once(desk: Workspace):
    read: list[int] = []

    def ask(desk: Workspace) -> tuple[TaskLine, ...]:
        read.append(1)
        return todays(desk)

    async def check() -> None:
        opened = Opened(desk, ask)
        async with Driver(opened.main) as app:
            before = len(read)
            for number in range(20):
                add(desk, f"Tugas {number}")
            await app.settle()
            assert app.shows("Tugas 19")
            assert len(read) == before + 1

    run_app(check)


def test_what_takes_long_is_read_again_after_a_pause(desk: Workspace):
    read: list[int] = []

    def ask(desk: Workspace) -> int:
        read.append(1)
        return len(todays(desk))

    @component
    def Count(session: AppSession) -> ft.Control:
        reading = use_query(session, ask, pause=0.2)
        return ft.Text(f"{reading.value} tasks" if isinstance(reading, Loaded) else "")

    async def main(page: ft.Page) -> None:
        session = AppSession(page, desk)
        session.start()
        page.render(Count, session)

    async def check() -> None:
        async with Driver(main) as app:
            assert app.shows("0 tasks")
            for number in range(3):
                add(desk, f"Tugas {number}")
                await app.settle(soon=0.03)
            assert app.shows("0 tasks")
            await app.settle()
            assert app.shows("3 tasks")
            assert len(read) == 2

    run_app(check)


def test_a_failed_read_is_said_and_can_be_tried_again(desk: Workspace):
    broken = [True]

    def ask(desk: Workspace) -> tuple[TaskLine, ...]:
        if broken[0]:
            raise RuntimeError("the inner life of a bug")
        return todays(desk)

    async def check() -> None:
        broken[0] = False
        add(desk, "Satu")
        async with Driver(Opened(desk, ask).main) as app:
            with app.expecting_errors() as errors:
                broken[0] = True
                await asyncio.to_thread(add, desk, "Dua")
                await app.settle()
            assert len(errors) == 1
            assert not app.shows("inner life")
            broken[0] = False
            await app.click("Again")
            assert app.shows("Dua")

    run_app(check)


def test_a_refusal_is_told_and_changes_nothing(desk: Workspace):
    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            assert await opened.session.act(tasks.capture, {"summary": "  "}) is None
            await app.settle()
            notice = opened.session.notices.current
            assert notice is not None
            assert notice.is_error
            assert notice.text == opened.session.refusal(EmptySummary())
            assert app.shows(notice.text)

    run_app(check)


def test_a_bug_is_logged_and_told_without_its_inner_life(desk: Workspace):
    def broken(_: Workspace) -> None:
        raise RuntimeError("the inner life of a bug")

    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            with app.expecting_errors() as errors:
                assert await opened.session.act(broken) is None
                await app.settle()
            assert [record.levelno for record in errors] == [logging.ERROR]
            assert opened.session.notices.current is not None
            assert not app.shows("inner life")

    run_app(check)


def test_an_action_cannot_start_twice(desk: Workspace):
    let_go = Event()
    started: list[str] = []

    def slow(_: Workspace, name: str) -> str:
        started.append(name)
        let_go.wait(5)
        return name

    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main):
            first = asyncio.ensure_future(opened.session.act(slow, "a"))
            await asyncio.sleep(0)
            assert await opened.session.act(slow, "a") is None
            other = asyncio.ensure_future(opened.session.act(slow, "b"))
            await asyncio.sleep(0.05)
            let_go.set()
            assert [await first, await other] == ["a", "b"]
            assert started == ["a", "b"]
            assert await opened.session.act(slow, "a") == "a"

    run_app(check)


def test_a_completed_row_stays_a_moment_and_undo_brings_it_back(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Satu")
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            await opened.session.act_and_say("Selesai", tasks.complete, uid)
            await app.settle(soon=0)
            assert app.shows("Satu ✓")
            await asyncio.sleep(1.3)
            await app.settle(soon=0)
            assert not app.shows("Satu")
            await app.click("Urungkan")
            assert app.shows("Satu")
            assert not app.shows("✓")

    run_app(check)


def test_a_notice_goes_by_itself_but_not_a_later_one(desk: Workspace):
    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            session = opened.session
            session.say("pertama")
            first = session.notices.current
            assert first is not None
            session.say("kedua")
            session.dismiss(first.serial)
            await app.settle()
            assert app.shows("kedua")

    run_app(check)


def test_settings_change_the_session_as_it_runs(desk: Workspace):
    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            assert app.shows("Urungkan")
            await opened.session.act(
                change_settings, language="en", theme="dark", zone="Europe/Paris"
            )
            await app.settle()
            assert app.shows("Undo")
            assert app.page.theme_mode is ft.ThemeMode.DARK
            locale = app.page.locale_configuration
            assert locale is not None
            assert locale.current_locale == ft.Locale("en", "GB")

    run_app(check)


def test_a_reconnected_page_reads_what_it_missed(desk: Workspace):
    async def check() -> None:
        async with Driver(Opened(desk).main) as app:
            await app.leave()
            add(desk, "Sementara pergi")
            await app.settle()
            assert not app.shows("Sementara pergi")
            await app.come_back()
            assert app.shows("Sementara pergi")

    run_app(check)


def test_a_closed_session_hears_nothing_more(desk: Workspace):
    async def check() -> None:
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            await app.fire(app.page, "close")
            add(desk, "Setelah tutup")
            await app.settle()
            assert not app.shows("Setelah tutup")

    run_app(check)


@component
def Broken(session: AppSession, is_broken: MutableRef[bool]) -> ft.Control:
    ft.use_state(session.revision)
    if is_broken.current:
        raise RuntimeError("the inner life of a bug")
    return ft.Text("utuh")


def test_a_component_that_raises_says_so_and_can_be_drawn_again(desk: Workspace):
    is_broken = MutableRef(False)

    async def check() -> None:
        session: list[AppSession] = []

        async def main(page: ft.Page) -> None:
            session.append(AppSession(page, desk))
            page.render(Broken, session[0], is_broken)

        async with Driver(main) as app:
            assert app.shows("utuh")
            with app.expecting_errors() as errors:
                is_broken.current = True
                session[0].revision.beat()
                await app.settle()
            assert len(errors) == 1
            assert not app.shows("inner life")
            is_broken.current = False
            await app.click(session[0].words.say("Try again"))
            assert app.shows("utuh")

    run_app(check)


async def undo_all(session: AppSession) -> list[str]:
    """What each press of Ctrl-Z says, until there is nothing left."""
    said: list[str] = []
    for _ in range(10):
        await session.undo()
        notice = session.notices.current
        assert notice is not None
        if notice.text == session.words.say("There is nothing left to undo."):
            return said
        said.append(notice.text)
    raise AssertionError(said)


def test_a_session_undoes_its_own_gestures_back_and_forth(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Satu")
        opened = Opened(desk)
        async with Driver(opened.main):
            session = opened.session
            await session.act(tasks.edit, uid, {"priority": 1})
            await session.act(tasks.complete, uid)
            await session.undo()
            await session.undo()
            assert (tasks.task(desk, uid).priority, tasks.task(desk, uid).is_open) == (0, True)
            await session.redo()
            assert (tasks.task(desk, uid).priority, tasks.task(desk, uid).is_open) == (1, True)
            await session.redo()
            assert not tasks.task(desk, uid).is_open
            await session.redo()
            assert session.notices.current is not None
            assert session.notices.current.text == "Tidak ada lagi yang bisa diulangi."
            await session.undo()
            await session.act(tasks.edit, uid, {"priority": 9})
            await session.redo()
            assert tasks.task(desk, uid).is_open

    run_app(check)


def test_a_session_takes_back_its_own_then_what_was_before_and_nobody_elses(
    desk: Workspace, clock: FixedClock
):
    async def check() -> None:
        add(desk, "Dulu")
        clock.advance(timedelta(seconds=1))
        opened = Opened(desk)
        async with Driver(opened.main):
            clock.advance(timedelta(seconds=1))
            own = await opened.session.act(tasks.capture, {"summary": "Sendiri"})
            assert own is not None
            foreign = add(desk, "Orang lain")
            assert await undo_all(opened.session) == ["Diurungkan: Sendiri", "Diurungkan: Dulu"]
            assert tasks.task(desk, foreign).summary == "Orang lain"
            await opened.session.redo()
            await opened.session.redo()
            assert len(todays(desk)) == 2
            await opened.session.act(tasks.delete, foreign)
            await opened.session.undo()
            assert tasks.task(desk, foreign).is_open

    run_app(check)


def test_what_somebody_else_changed_is_left_and_the_one_before_is_next(desk: Workspace):
    async def check() -> None:
        one, two = add(desk, "Satu"), add(desk, "Dua")
        opened = Opened(desk)
        async with Driver(opened.main):
            session = opened.session
            await session.act(tasks.complete, one)
            await session.act(tasks.edit, two, {"summary": "Dua saja"})
            tasks.edit(desk, two, {"summary": "Dua lagi"})
            await session.undo()
            notice = session.notices.current
            assert notice is not None
            assert notice.is_error
            assert "Dua lagi" in notice.text
            assert tasks.task(desk, two).summary == "Dua lagi"
            await session.undo()
            assert tasks.task(desk, one).is_open

    run_app(check)


def test_what_a_command_undid_already_is_passed_over(desk: Workspace):
    async def check() -> None:
        one, two = add(desk, "Satu"), add(desk, "Dua")
        opened = Opened(desk)
        async with Driver(opened.main):
            await opened.session.act(tasks.complete, one)
            await opened.session.act(tasks.complete, two)
            undo.undo(desk)
            await opened.session.undo()
            assert tasks.task(desk, one).is_open

    run_app(check)


def test_a_notice_of_undoing_offers_to_do_it_again(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Satu")
        opened = Opened(desk)
        async with Driver(opened.main) as app:
            await opened.session.act(tasks.complete, uid)
            await opened.session.undo()
            await app.settle()
            await app.click("Ulangi")
            assert not tasks.task(desk, uid).is_open
            assert app.shows("Diulangi: Satu")

    run_app(check)


def test_a_session_has_the_trash_let_go_of_what_has_expired(desk: Workspace, clock: FixedClock):
    async def check() -> None:
        tasks.delete(desk, add(desk, "Lama"))
        clock.advance(KEPT)
        opened = Opened(desk)
        async with Driver(opened.main):
            await opened.session.let_trash_go()
            assert trash.count(desk) == 0

    run_app(check)
