"""The in-process harness, tried on a small component app."""

import asyncio
import logging

import flet as ft
import pytest

from tests.rig.flet_session import AppSession, run_app


@ft.component
def Counter() -> ft.Control:
    count, set_count = ft.use_state(0)
    names, set_names = ft.use_state(list[str]())
    is_broken, set_is_broken = ft.use_state(False)
    draft = ft.use_ref("")

    async def add() -> None:
        set_count(await asyncio.to_thread(lambda: count + 1))

    async def add_soon() -> None:
        await asyncio.sleep(0.05)
        set_count(count + 10)

    def keep(e: ft.Event[ft.TextField]) -> None:
        draft.current = e.control.value

    async def submit() -> None:
        set_names([*names, draft.current or ""])

    def fail() -> None:
        raise ValueError("handler")

    def log() -> None:
        logging.getLogger("app").error("said so")

    if is_broken:
        raise ValueError("render")
    return ft.Column(
        [
            ft.Text(f"count {count}"),
            ft.Text("hidden", visible=False),
            ft.MergeSemantics(
                ft.Semantics(
                    label="Tambah", content=ft.IconButton(ft.Icons.ADD, key="add", on_click=add)
                )
            ),
            ft.Button("Soon", on_click=add_soon),
            ft.Button("Never", disabled=True, on_click=add),
            ft.Button("Fail", on_click=fail),
            ft.Button("Log", on_click=log),
            ft.Button("Break", on_click=lambda _: set_is_broken(True)),
            ft.TextField(label="Nama", on_change=keep, on_submit=submit),
            *[ft.Text(name, key=name) for name in names],
        ]
    )


@ft.component
def Dialogs() -> ft.Control:
    is_open, set_open = ft.use_state(False)
    ft.use_dialog(
        ft.AlertDialog(
            title=ft.Text("Sure?"),
            actions=[ft.TextButton("Close", on_click=lambda _: set_open(False))],
            on_dismiss=lambda _: set_open(False),
        )
        if is_open
        else None
    )
    return ft.Button("Ask", on_click=lambda _: set_open(True))


def counter(page: ft.Page) -> None:
    page.render(Counter)


def test_a_click_waits_for_work_done_in_a_thread():
    async def check() -> None:
        async with AppSession(counter) as app:
            await app.click("Tambah")
            await app.click(app.find(ft.IconButton, key="add"))
            assert app.texts()[0] == "count 2"
            assert not app.shows("hidden")
            assert sum(app.client.patch_bytes) > 0

    run_app(check)


def test_settle_waits_for_a_timer_that_is_about_to_fire():
    async def check() -> None:
        async with AppSession(counter) as app:
            await app.click("Soon")
            assert app.shows("count 10")

    run_app(check)


def test_a_far_timer_does_not_hold_it_up():
    async def check() -> None:
        async def main(page: ft.Page) -> None:
            async def tick() -> None:
                await asyncio.sleep(3600)

            page.run_task(tick)
            page.render(Counter)

        started = asyncio.get_running_loop().time()
        async with AppSession(main):
            pass
        assert asyncio.get_running_loop().time() - started < 5

    run_app(check)


def test_typing_and_enter_reach_the_field():
    async def check() -> None:
        async with AppSession(counter) as app:
            await app.submit("Nama", "Dhila")
            assert app.find(ft.Text, key="Dhila").value == "Dhila"

    run_app(check)


def test_what_no_user_can_press_fails():
    async def check() -> None:
        async with AppSession(counter) as app:
            with pytest.raises(AssertionError, match="is disabled"):
                await app.click("Never")
            with pytest.raises(AssertionError, match="0 controls match"):
                await app.click("Nothing")

    run_app(check)


@pytest.mark.parametrize(
    ("name", "why"), [("Fail", "handler"), ("Log", "said so"), ("Break", "while rendering")]
)
def test_errors_fail_the_test(name: str, why: str):
    async def check() -> None:
        async with AppSession(counter) as app:
            await app.click(name)

    with pytest.raises(AssertionError, match=why):
        run_app(check)


def test_expected_errors_are_collected():
    async def check() -> None:
        async with AppSession(counter) as app:
            with app.expecting_errors() as errors:
                await app.click("Log")
            assert [record.getMessage() for record in errors] == ["said so"]

    run_app(check)


def test_dialogs_open_close_and_are_dismissed():
    async def check() -> None:
        async with AppSession(lambda page: page.render(Dialogs)) as app:
            await app.click("Ask")
            assert app.shows("Sure?")
            await app.click("Close")
            assert not app.shows("Sure?")
            assert not app.page._dialogs.controls
            await app.click("Ask")
            await app.dismiss(app.find(ft.AlertDialog))
            assert not app.shows("Sure?")

    run_app(check)


def test_routes_and_sizes_reach_the_page():
    async def check() -> None:
        seen: list[tuple[str, float | None]] = []

        def main(page: ft.Page) -> None:
            page.on_route_change = lambda e: seen.append((e.route, page.width))
            page.on_resize = lambda e: seen.append((page.route, e.width))
            page.render(Counter)

        async with AppSession(main, replies={"get": "copied"}) as app:
            await app.resize(1440, 900)
            await app.navigate("/tasks")
            await app.page.push_route("/goals")
            await app.settle()
            assert seen == [("/", 1440), ("/tasks", 1440), ("/goals", 1440)]
            assert app.page.route == "/goals"
            assert app.client.calls[0].name == "push_route"

    run_app(check)
