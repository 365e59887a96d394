"""The real server, as a process and over the wire."""

import http.client
import sys
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.rig.server import StartServer


def get(url: str, path: str, host: str | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("GET", path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def test_the_page_and_a_deep_link_are_served_with_headers(tiny_url: str):
    for path in ("/", "/tasks/some-uid"):
        response = get(tiny_url, path)
        assert response.status == 200
        assert response.getheader("X-Frame-Options") == "DENY"
        assert "frame-ancestors 'none'" in (response.getheader("Content-Security-Policy") or "")
        assert response.getheader("Access-Control-Allow-Origin") is None
        assert response.getheader("Server") is None


def test_the_engine_is_served_from_here(tiny_url: str):
    response = get(tiny_url, "/canvaskit/skwasm.wasm")
    assert (response.status, response.getheader("Content-Type")) == (200, "application/wasm")
    assert get(tiny_url, "/nowhere.png").status == 404


def test_a_rebound_name_is_refused(tiny_url: str):
    assert get(tiny_url, "/", host="evil.example").status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", None])
def test_a_foreign_page_gets_no_socket(tiny_url: str, origin: str | None):
    with pytest.raises(InvalidStatus) as refused:
        connect(tiny_url.replace("http", "ws") + "/ws", origin=origin)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403


def test_it_says_that_it_was_asked_and_where(start_tiny: StartServer):
    server = start_tiny().wait_until_listening()
    assert f"runs in the browser, as asked: {server.url}\n" in server.output()


def test_without_a_display_it_serves_and_says_why(start_tiny: StartServer):
    if sys.platform in ("darwin", "win32"):
        pytest.skip("a display is always there")
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
    server = start_tiny("auto", env=nothing).wait_until_listening()
    assert "there is no display here" in server.output()
    refused = start_tiny("desktop", env=nothing)
    assert refused.wait_until_over() == 1
    assert "No window: there is no display here" in refused.output()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.org"])
def test_another_host_is_refused(start_tiny: StartServer, host: str):
    server = start_tiny(host=host)
    assert server.wait_until_over() == 2
    assert "no accounts yet" in server.output()
    assert host in server.output()


def test_a_busy_port_that_was_asked_for_is_an_error(start_tiny: StartServer, busy_port: int):
    server = start_tiny(port=str(busy_port))
    assert server.wait_until_over() == 1
    assert f"Port {busy_port} on 127.0.0.1 is in use" in server.output()


def test_two_apps_without_a_port_get_two(start_tiny: StartServer):
    first = start_tiny(port="-").wait_until_listening()
    second = start_tiny(port="-").wait_until_listening()
    assert first.url != second.url
