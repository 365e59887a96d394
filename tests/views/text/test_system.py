"""Which language a session starts in."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
import tzlocal

from views.text.system import chosen_language, language_of, system_language, system_zone


@pytest.mark.parametrize(
    ("environ", "locale_name", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, None, "id"),
        ({"LANG": "ms_MY.UTF-8"}, None, "id"),
        ({"LANG": "en_US.UTF-8"}, None, "en"),
        ({"LANG": "de_DE.UTF-8"}, None, "en"),
        ({"LANG": "C.UTF-8"}, "id_ID", "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "id_ID"}, None, "id"),
        ({"LANG": "id_ID", "LC_ALL": "en_GB"}, None, "en"),
        ({}, "Indonesian_Indonesia", "id"),
        ({}, "Malay_Malaysia", "id"),
        ({}, "English_United States", "en"),
        ({}, "", "en"),
    ],
)
def test_the_system(environ: dict[str, str], locale_name: str | None, language: str) -> None:
    assert system_language(environ, locale_name) == language


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id"),
        ("en-US,en;q=0.9,id;q=0.8", "en"),
        ("en;q=0.5, id", "id"),
        ("de-DE,de;q=0.9,id;q=0.3", "id"),
        ("ms", "id"),
        ("in-ID", "id"),
        ("fr", "en"),
        ("*", "en"),
        ("id;q=0, en;q=0.1", "en"),
        ("id;q=high", "en"),
    ],
)
def test_the_browser(accept: str, language: str) -> None:
    assert chosen_language(None, accept) == language


def test_the_setting_wins() -> None:
    assert chosen_language("en", "id") == "en"
    assert chosen_language("id", None) == "id"


def test_without_a_browser_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert chosen_language(None) == chosen_language(None, "") == "id"


def test_unknown_languages_are_none() -> None:
    assert language_of("idioma") is None
    assert language_of("") is None


def test_the_zone_can_always_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ZoneInfo(system_zone())
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Mars/Olympus")
    assert system_zone() == "UTC"
