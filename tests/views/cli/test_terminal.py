"""Widths in cells, colours, and what may not reach a terminal."""

import io

import pytest

from views.cli.terminal import Style, Terminal, cells, fitted, harmless, padded


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("会議", 4), ("🎉", 2), ("é", 1), ("👩‍💻", 2), ("❤️", 2), ("", 0), ("جدول", 4)],
)
def test_how_many_cells(text: str, width: int):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Balas komentar", 20, "Balas komentar"),
        ("Balas komentar", 14, "Balas komentar"),
        ("Balas komentar", 7, "Balas…"),
        ("会議の準備", 6, "会議…"),
        ("Balas", None, "Balas"),
        ("Balas", 1, "…"),
        ("Balas", 0, ""),
    ],
)
def test_fitting(text: str, width: int | None, shown: str):
    assert fitted(text, width) == shown


def test_padding_counts_cells():
    assert padded("会議", 6) == "会議  "


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a b c"),
        ("a\x1b[31mb", "a\N{REPLACEMENT CHARACTER}[31mb"),
        ("a\u202eb", "a\N{REPLACEMENT CHARACTER}b"),
        ("\udcff", "\N{REPLACEMENT CHARACTER}"),
        ("👩‍💻", "👩‍💻"),
        ("جدول", "\u2068جدول\u2069"),
    ],
)
def test_what_reaches_the_terminal(text: str, shown: str):
    assert harmless(text) == shown


def test_a_cut_title_closes_its_isolate():
    assert fitted(harmless("جدول المهام"), 5).endswith("…\u2069")


@pytest.mark.parametrize(
    ("out", "environ", "terminal"),
    [
        (io.StringIO(), {}, Terminal(None, False)),
        (io.StringIO(), {"COLUMNS": "50"}, Terminal(50, False)),
        (Screen(), {"COLUMNS": "50"}, Terminal(50, True)),
        (Screen(), {"COLUMNS": "50", "NO_COLOR": "1"}, Terminal(50, False)),
        (Screen(), {"COLUMNS": "50", "TERM": "dumb"}, Terminal(50, False)),
        (io.StringIO(), {"COLUMNS": "wide"}, Terminal(None, False)),
    ],
)
def test_what_a_stream_is(out: io.StringIO, environ: dict[str, str], terminal: Terminal):
    assert Terminal.of(out, environ) == terminal


def test_paint():
    assert Terminal(has_colour=True).paint("x", Style.MISSED) == "\x1b[31mx\x1b[0m"
    assert Terminal(has_colour=True).paint("x", None) == "x"
    assert Terminal().paint("x", Style.MISSED) == "x"
