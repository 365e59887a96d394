"""Flet's sessions over broken connections and late answers, in-process."""

import flet as ft
from flet.messaging.protocol import Message, MessageAction, PatchControlBody

from tests.rig.flet_session import AppSession as Driver
from tests.rig.flet_session import run_app
from views.app.boundary import component
from views.app.flet_mends import mend, refuse_presses

mend()


@component
def Counting() -> ft.Control:
    """A button that counts, and what appeared once it was pressed."""
    count, set_count = ft.use_state(0)
    return ft.Column(
        [
            ft.Button("Count", on_click=lambda _: set_count(lambda now: now + 1)),
            ft.Text(f"counted {count}"),
            *([Appearing()] if count else []),
        ]
    )


@component
def Appearing() -> ft.Control:
    """Says that it was told of its own appearance."""
    is_told, tell = ft.use_state(False)
    ft.use_effect(lambda: tell(True), [])
    return ft.Text("told" if is_told else "not told")


def counting(page: ft.Page) -> None:
    page.render(Counting)


def test_an_answer_of_a_control_that_is_gone_lets_its_waiter_go() -> None:
    answers: list[object] = []

    async def check() -> None:
        async def main(page: ft.Page) -> None:
            page.add(ft.Text("here"))

        async with Driver(main, replies={"measure": 42}) as app:
            gone = ft.Text("gone")
            answers.append(await app.session.invoke_method(gone._i, "measure", {}))

    run_app(check)
    assert answers == [42]


def test_what_appeared_as_the_connection_broke_is_told_so() -> None:
    async def check() -> None:
        async with Driver(counting) as app:
            # The press is handled, but nothing is drawn yet when the connection breaks.
            await app.client.event(app.button("Count"), "click")
            await app.leave()
            await app.come_back()
            assert app.shows("counted 1")
            assert "told" in app.texts()

    run_app(check)


def test_a_client_that_comes_back_finds_no_control_under_its_old_id() -> None:
    async def check() -> None:
        async with Driver(counting) as app:
            before = {control._i for control in app.find_all()}
            await app.leave()
            await app.come_back()
            after = {control._i for control in app.find_all()}
            # Only the page keeps its id: the client gave it.
            assert before & after <= {app.page._i, app.page.window._i}
            await app.click("Count")
            assert app.shows("counted 1")

    run_app(check)


def test_a_press_of_the_time_before_still_finds_its_control() -> None:
    async def check() -> None:
        async with Driver(counting) as app:
            old = app.button("Count")._i
            await app.leave()
            await app.come_back()
            assert app.button("Count")._i != old
            await app.session.dispatch_event(old, "click", None)
            await app.settle()
            assert app.shows("counted 1")

    run_app(check)


def test_what_was_typed_meanwhile_is_shown_again() -> None:
    sent: list[PatchControlBody] = []

    async def check() -> None:
        def main(page: ft.Page) -> None:
            page.add(ft.TextField(label="Title"))

        async with Driver(main) as app:
            field = app.find(ft.TextField)
            old = field._i
            await app.leave()
            await app.come_back()
            send = app.client.send_message

            def note(message: Message) -> None:
                if message.action is MessageAction.PATCH_CONTROL:
                    sent.append(message.body)
                send(message)

            app.client.send_message = note
            app.session.apply_patch(old, {"value": "Beli kopi"})
            assert field.value == "Beli kopi"
            assert [(body.id, body.patch) for body in sent] == [
                (field._i, [[0], [0, 0, "value", "Beli kopi"]])
            ]

    run_app(check)


def test_an_update_that_cannot_be_sent_does_not_end_the_updates() -> None:
    async def check() -> None:
        async with Driver(counting) as app:
            send = app.client.send_message

            def fail(message: Message) -> None:
                raise ConnectionResetError(message.action)

            app.client.send_message = fail
            with app.expecting_errors() as errors:
                await app.click("Count")
            app.client.send_message = send
            assert [record.getMessage() for record in errors] == ["an update could not be sent"]
            await app.click("Count")
            assert app.shows("counted 2")

    run_app(check)


def test_two_processes_hardly_share_an_id() -> None:
    # A counter that begins at the same place in each process would be at a few thousand.
    assert ft.Text("any")._i > 100_000


def test_a_press_that_is_refused_as_it_arrives_does_nothing() -> None:
    async def check() -> None:
        async with Driver(counting) as app:
            answers = [True, False]
            refuse_presses(app.page, lambda: answers.pop(0))
            await app.click("Count")
            assert app.shows("counted 0")
            await app.click("Count")
            assert app.shows("counted 1")

    run_app(check)
