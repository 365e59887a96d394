"""A small app started by the real launcher: `tiny_app.py SURFACE HOST PORT`, PORT "-" for none."""

import sys
import tempfile
from pathlib import Path

import flet as ft

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from views.serve import LaunchRequest, launch
from views.text import Words


@ft.component
def Tasks() -> ft.Control:
    count, set_count = ft.use_state(0)
    return ft.Column(
        [
            ft.Text(f"Done {count}"),
            ft.Button("More", on_click=lambda: set_count(count + 1)),
            ft.TextField(label="Nama"),
            ft.Icon(ft.Icons.ADD),
            *[ft.Checkbox(label=f"Tugas {number}") for number in range(20)],
        ]
    )


def main(page: ft.Page) -> None:
    page.title = "Tiny"
    page.render(Tasks)


if __name__ == "__main__":
    _, surface, host, port = sys.argv
    request = LaunchRequest(
        surface=surface,  # type: ignore[arg-type]
        host=host,
        port=None if port == "-" else int(port),
        open_browser=False,
    )
    with tempfile.TemporaryDirectory() as assets:
        sys.exit(launch(request, main, assets=Path(assets), words=Words("en")))
