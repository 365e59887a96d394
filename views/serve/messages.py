"""What starting the app says. Owns the sentences and their English msgids; says none itself."""

from enum import Enum

from views.text import mark


class LaunchMessage(Enum):
    """One sentence each; the names in braces are its arguments."""

    DESKTOP = mark("DoCheck opens in a window of its own.")
    BROWSER_ASKED = mark("DoCheck runs in the browser, as asked: {url}")
    BROWSER_NO_DISPLAY = mark("DoCheck runs in the browser, as there is no display here: {url}")
    BROWSER_FORCED = mark(
        "DoCheck runs in the browser, as FLET_FORCE_WEB_SERVER asks for it: {url}"
    )
    BROWSER_NO_PACKAGE = mark(
        "DoCheck runs in the browser, as the package flet-desktop is not installed: {url}"
    )
    BROWSER_NO_CLIENT = mark(
        "DoCheck runs in the browser, as Flet's desktop client could not be fetched: {url}"
    )
    BROWSER_NO_LIBRARIES = mark(
        "DoCheck runs in the browser, as Flet's desktop client lacks system libraries: {url}"
    )
    NO_DISPLAY = mark("No window: there is no display here. Without --desktop the browser serves.")
    FORCED = mark("No window: FLET_FORCE_WEB_SERVER is set.")
    NO_PACKAGE = mark("No window: the package flet-desktop is not installed.")
    NO_CLIENT = mark("No window: Flet's desktop client could not be fetched.")
    NO_LIBRARIES = mark("No window: Flet's desktop client lacks system libraries.")
    FETCHING_CLIENT = mark("Fetching Flet's desktop client, once…")
    NO_WEB_PACKAGE = mark("The browser needs the package flet-web; uv run main.py brings it along.")
    STOP_HINT = mark("Ctrl+C stops it.")
    HOST_REFUSED = mark(
        "DoCheck has no accounts yet, so whoever reaches it may read and change every task. "
        "It therefore listens on this computer only, not on {host}; use 127.0.0.1."
    )
    PORT_BUSY = mark("Port {port} on {host} is in use. Choose another with --port.")
    PORT_REFUSED = mark("This computer does not let DoCheck listen on {host}, port {port}: {why}")
