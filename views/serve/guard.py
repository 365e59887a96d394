"""Who may talk to the web server, and what its answers tell the browser to forbid.

Owns the checks of Host, Origin, method and path, and the security and caching headers. A pure
ASGI layer around Flet's app: it knows nothing of what that app shows.
"""

import ipaddress
from collections.abc import Iterable
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.serve.index_page import prepared

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), "
        b"midi=(), display-capture=()",
    ),
    # Not its fellow, cross-origin-embedder-policy: with both, Flutter draws in several threads,
    # which corrupt each other's memory now and then; the page freezes (flutter issue 190039).
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_REPLACED = {name for name, _ in HEADERS} | {
    b"access-control-allow-origin",
    b"cache-control",
    b"content-security-policy",
    b"cross-origin-embedder-policy",
}
_METHODS = ("GET", "HEAD")
# FastAPI adds the first ones by itself; the last belongs to sign-in, which DoCheck has not.
_CLOSED = ("/docs", "/redoc", "/openapi.json", "/docs/oauth2-redirect", "/oauth_callback")


def content_security_policy(script_hashes: Iterable[str] = ()) -> bytes:
    """The policy: only this server, no inline script but the page's own, no frame around it.

    Flutter compiles WebAssembly, starts its drawing threads from blobs and styles its elements
    inline; nothing else is let through.
    """
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *script_hashes))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "worker-src 'self' blob:",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "style-src 'self' 'unsafe-inline'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    ).encode()


def is_loopback(host: str) -> bool:
    """Whether a host name or address, without port or brackets, means this computer only."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Lets through what comes from this computer and from the app's own page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "http":
                await self._http(scope, receive, send)
            case "websocket":
                await self._websocket(scope, receive, send)
            case _:
                await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        host, origin = _one(scope, b"host"), _one(scope, b"origin")
        scheme = {"ws": "http", "wss": "https"}[scope["scheme"]]
        if not _is_own_host(host) or origin != f"{scheme}://{host}":
            await receive()
            await send({"type": "websocket.close", "code": 1008})  # Answered with 403.
            return

        async def send_while_heard(message: Message) -> None:
            # Whoever sends to a client that has just gone is told so by `receive`. From an
            # error here Flet's connection would end without letting its session know.
            with suppress(OSError):
                await send(message)

        await self._app(scope, receive, send_while_heard)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_own_host(_one(scope, b"host")):
            await _refuse(send, 403, "DoCheck answers on this computer's own address only.")
        elif scope["method"] not in _METHODS:
            await _refuse(send, 405, "DoCheck answers GET and HEAD only.")
        elif scope["path"].rstrip("/") in _CLOSED:
            await _refuse(send, 404, "There is nothing here.")
        else:
            await self._app(scope, receive, _Answer(send))


class _Answer:
    """Sends an answer with the headers; a page of HTML is held back until it is whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._page: Message | None = None
        self._html = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message["headers"] if name not in _REPLACED]
            message = {**message, "headers": kept}
            if dict(kept).get(b"content-type", b"").startswith(b"text/html"):
                self._page = message
                return
            # Kept, but asked about each time: an update must never meet its old half.
            kept += [*HEADERS, (b"cache-control", b"no-cache")]
            kept.append((b"content-security-policy", content_security_policy()))
            await self._send(message)
        elif self._page is None:
            await self._send(message)
        else:
            self._html += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._page)

    async def _send_page(self, start: Message) -> None:
        page = prepared(self._html) if self._html else None
        body = page.html if page else b""
        policy = content_security_policy(page.script_hashes if page else ())
        dropped = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
        headers = [pair for pair in start["headers"] if pair[0] not in dropped]
        headers += [*HEADERS, (b"cache-control", b"no-store")]
        headers += [(b"content-security-policy", policy)]
        if page:
            headers.append((b"content-length", str(len(body)).encode()))
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _one(scope: Scope, name: bytes) -> str:
    """A header's value; empty when it is missing or there are several."""
    values = [value for key, value in scope["headers"] if key == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def _is_own_host(header: str) -> bool:
    """Whether a Host header names this computer: another name that leads here is an attack."""
    if header.startswith("["):
        name, _, port = header[1:].partition("]")
        port = port.removeprefix(":")
    else:
        name, _, port = header.partition(":")
    return is_loopback(name) and (not port or port.isdecimal())


async def _refuse(send: Send, status: int, why: str) -> None:
    body = why.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", content_security_policy()),
        *HEADERS,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
