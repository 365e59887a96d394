"""The guard, spoken to in plain ASGI."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.rig.quiet_loop import run_app
from views.serve.guard import Guard, is_loopback

HTML = b"<!DOCTYPE html><html><head></head><body><script>let a = 1;</script></body></html>"


class Inner:
    """The guarded app: one page, one script, one socket."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.seen.append(scope["type"])
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            return
        kind, body = (
            (b"text/html; charset=utf-8", HTML)
            if scope["path"] == "/"
            else (b"text/javascript", b"1")
        )
        headers = [
            (b"content-type", kind),
            (b"content-length", str(len(body)).encode()),
            (b"etag", b'"1"'),
            (b"access-control-allow-origin", b"*"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = len(body) // 2
        await send({"type": "http.response.body", "body": body[:half], "more_body": True})
        await send({"type": "http.response.body", "body": body[half:]})


def speak(
    inner: ASGIApp,
    kind: str,
    headers: dict[str, str],
    *,
    deliver: Callable[[Message], None] = lambda _: None,
    **more: Any,
) -> list[Message]:
    """What the guard answers to one request; `deliver` takes each answer to the client."""
    sent: list[Message] = []
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items() if value]
    scope = {"type": kind, "scheme": "ws" if kind == "websocket" else "http", "path": "/"}
    scope |= {"method": "GET", "headers": pairs, **more}

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        deliver(message)
        sent.append(message)

    run_app(lambda: Guard(inner)(scope, receive, send))
    return sent


def headers_of(sent: list[Message]) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8550", "http://127.0.0.1:8550"),
        ("localhost:8550", "http://localhost:8550"),
        ("[::1]:8550", "http://[::1]:8550"),
    ],
)
def test_the_own_page_may_open_a_socket(host: str, origin: str):
    sent = speak(Inner(), "websocket", {"host": host, "origin": origin})
    assert sent == [{"type": "websocket.accept"}]


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8550", "http://evil.example"),
        ("127.0.0.1:8550", "http://127.0.0.1:9999"),
        ("127.0.0.1:8550", "https://127.0.0.1:8550"),
        ("127.0.0.1:8550", "null"),
        ("127.0.0.1:8550", ""),
        ("evil.example", "http://evil.example"),
        ("", ""),
    ],
)
def test_no_other_page_may_open_a_socket(host: str, origin: str):
    inner = Inner()
    sent = speak(inner, "websocket", {"host": host, "origin": origin})
    assert [message["type"] for message in sent] == ["websocket.close"]
    assert inner.seen == []


def test_a_client_that_has_just_gone_is_no_error_to_whoever_sends():
    async def late(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": b"too late"})

    def gone(_: Message) -> None:
        raise OSError

    own = {"host": "127.0.0.1:8550", "origin": "http://127.0.0.1:8550"}
    assert speak(late, "websocket", own, deliver=gone) == []


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.5:8550", "127.0.0.1:80@x", ""]
)
def test_a_name_that_only_leads_here_is_refused(host: str):
    inner = Inner()
    sent = speak(inner, "http", {"host": host})
    assert sent[0]["status"] == 403
    assert inner.seen == []
    assert "frame-ancestors 'none'" in headers_of(sent)["content-security-policy"]


def test_two_host_headers_are_refused():
    sent = speak(Inner(), "http", {"host": "127.0.0.1", "Host": "evil.example"})
    assert sent[0]["status"] == 403


@pytest.mark.parametrize("path", ["/docs", "/redoc/", "/openapi.json", "/oauth_callback"])
def test_what_the_framework_adds_is_closed(path: str):
    assert speak(Inner(), "http", {"host": "127.0.0.1"}, path=path)[0]["status"] == 404


def test_nothing_can_be_sent_but_reads():
    assert speak(Inner(), "http", {"host": "127.0.0.1"}, method="PUT")[0]["status"] == 405


@pytest.mark.parametrize("path", ["/", "/main.js"])
def test_every_answer_carries_the_headers(path: str):
    headers = headers_of(speak(Inner(), "http", {"host": "localhost"}, path=path))
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers


def test_the_page_is_never_kept_and_the_rest_is_asked_about():
    page = headers_of(speak(Inner(), "http", {"host": "localhost"}))
    script = headers_of(speak(Inner(), "http", {"host": "localhost"}, path="/main.js"))
    assert (page["cache-control"], "etag" in page) == ("no-store", False)
    assert (script["cache-control"], script["etag"]) == ("no-cache", '"1"')


def test_the_page_is_sent_whole_with_its_scripts_allowed():
    sent = speak(Inner(), "http", {"host": "localhost"})
    headers = headers_of(sent)
    assert int(headers["content-length"]) == len(sent[1]["body"])
    assert b"let a = 1;" in sent[1]["body"]
    assert headers["content-security-policy"].count("'sha256-") == 2
    assert "'unsafe-inline'" not in headers["content-security-policy"].split("style-src")[0]


def test_start_and_stop_are_passed_on():
    inner = Inner()
    guard = Guard(inner)

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        pass

    async def start() -> None:
        await guard({"type": "lifespan"}, receive, send)

    with pytest.raises(KeyError):  # The inner app has no path to look at: it was reached.
        run_app(start)
    assert inner.seen == ["lifespan"]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("LocalHost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_what_means_this_computer(host: str, expected: bool):
    assert is_loopback(host) is expected
