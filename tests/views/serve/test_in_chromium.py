"""The served page in a real browser: it works, and it asks and breaks nothing it should not.

A console error, a violated policy or a request to another host fails these tests at their end.
"""

import sys

import pytest

from tests.rig.browser import DESKTOP, PHONE, OpenPage
from tests.rig.server import StartServer


@pytest.mark.parametrize("renderer", ["auto", "canvaskit"])
def test_the_app_runs_under_its_own_policy(
    start_tiny: StartServer, open_page: OpenPage, renderer: str
):
    url = start_tiny(env={"FLET_WEB_RENDERER": renderer}).wait_until_listening().url
    page = open_page(url, DESKTOP)
    page.sees("Done 0")
    page.click("More")
    page.sees("Done 1")
    page.click("Tugas 3", role="checkbox")
    page.type_into("Nama", "Dhila")
    # In several threads Flutter corrupts its own memory now and then, and freezes.
    assert page.evaluate("crossOriginIsolated") is False


def test_a_reload_and_a_deep_link_start_again(tiny_url: str, open_page: OpenPage):
    page = open_page(tiny_url, PHONE, route="/tasks/1?tab=done")
    page.sees("Done 0")
    assert page.route == "/tasks/1?tab=done"
    page.reload().sees("Done 0")


def test_the_page_can_open_no_socket_elsewhere(tiny_url: str, open_page: OpenPage):
    page = open_page(tiny_url)
    outcome = page.evaluate(
        """() => new Promise(done => {
            document.addEventListener("securitypolicyviolation", e => done(e.effectiveDirective));
            try { new WebSocket("ws://192.0.2.1/").onerror = () => done("error"); }
            catch (error) { done(error.name); }
        })"""
    )
    assert outcome == "connect-src"
    page.complaints.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_ctrl_c_ends_the_server_well_under_an_open_page(
    start_tiny: StartServer, open_page: OpenPage
):
    server = start_tiny().wait_until_listening()
    page = open_page(server.url)
    page.sees("Done 0")
    server.interrupt()
    assert server.wait_until_over(15) == 0
    assert server.output().endswith("Ctrl+C stops it.\n")
    page.complaints.clear()
