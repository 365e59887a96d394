"""Undo messages and history lines."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from models.goal import GoalFields
from models.task import Priority, Status, Task, TaskChange, TaskFields
from views.text import Dates, Words
from views.text.actions import (
    ACTION_LABELS,
    action_label,
    action_text,
    change_text,
    origin_text,
    redone_text,
    undone_text,
)
from views.text.fields import (
    FIELD_LABELS,
    field_label,
    priority_label,
    status_label,
    value_text,
)
from views.text.words import Language

ID, EN = Words("id"), Words("en")
JAKARTA = ZoneInfo("Asia/Jakarta")
DATES = Dates("id", JAKARTA)
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("id", "en")


def change(action: str, before: dict[str, object], after: dict[str, object]) -> TaskChange:
    return TaskChange("gesture", action, NOW, before, after)


def told(action: str, before: dict[str, object], after: dict[str, object]) -> str:
    return change_text(ID, DATES, change(action, before, after), NOW)


def test_the_undo_bar() -> None:
    assert action_text(ID, "complete", "Balas komentar") == "Selesai: Balas komentar"
    assert action_text(EN, "complete", "Reply") == "Completed “Reply”"
    assert action_text(ID, "complete", count=3) == "3 tugas selesai"
    assert action_text(EN, "complete", count=3) == "3 tasks completed"
    assert action_text(ID, "settings") == "Pengaturan diubah"
    assert action_text(EN, "example", count=12) == "12 example tasks added"


def test_after_undoing() -> None:
    assert undone_text(ID, "complete", "Balas") == "Dibatalkan · Selesai: Balas"
    assert undone_text(EN, "delete", count=2) == "Undone · 2 tasks moved to the trash"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", ACTION_LABELS)
def test_every_action_has_words(language: Language, action: str) -> None:
    words = Words(language)
    assert action not in (action_label(words, action), action_text(words, action, "x"))
    assert action_text(words, action, "x" * 500) == action_text(words, action, "x" * 400)


def test_an_unknown_action_is_a_change() -> None:
    assert action_text(ID, "teleport", "x") == "Diubah"
    assert action_text(EN, "teleport", count=2) == "Changed"


def test_every_field_that_can_be_set_has_a_label() -> None:
    settable = TaskFields.__annotations__.keys() | GoalFields.__annotations__.keys()
    assert settable <= FIELD_LABELS.keys()
    quiet = {"uid", "created", "last_modified", "sequence"}
    assert {field.name for field in fields(Task)} - quiet <= FIELD_LABELS.keys()
    assert field_label(ID, "due") == "Deadline"
    assert field_label(EN, "due") == "Due"
    assert field_label(ID, "x-strange") == "x-strange"


def test_values_have_names() -> None:
    assert [priority_label(ID, value) for value in (1, 4, 5, 9, Priority.NONE)] == [
        "Tinggi",
        "Tinggi",
        "Sedang",
        "Rendah",
        "Tanpa prioritas",
    ]
    assert len({status_label(ID, status) for status in Status}) == 4


def test_history_lines() -> None:
    old = {"date": "2026-11-18", "time": "16:00:00", "zone": "Asia/Jakarta"}
    new = {"date": "2026-11-23", "time": "16:00:00", "zone": "Asia/Jakarta"}
    assert told("reschedule", {"due": old}, {"due": new}) == (
        "Diatur ulang · Deadline: Rab 18 Nov 16.00 → Sen 23 Nov 16.00"
    )
    assert told("edit", {"due": None}, {"due": {**new, "time": None, "zone": None}}) == (
        "Diubah · Deadline: tidak ada → Sen 23 Nov"
    )
    assert told("edit", {"priority": 0, "estimate": 1800}, {"priority": 1, "estimate": 5400}) == (
        "Diubah · Prioritas: Tanpa prioritas → Tinggi · Perkiraan waktu: 30 mnt → 1 j 30 mnt"
    )
    assert told("edit", {"categories": []}, {"categories": ["ig", "reels"]}) == (
        "Diubah · Tag: tidak ada → ig, reels"
    )
    assert told("edit", {"pinned": False}, {"pinned": True}) == "Diubah · Disematkan: tidak → ya"


def test_what_cannot_be_shown_is_only_named() -> None:
    long = "a" * 80
    assert told("edit", {"description": long}, {"description": long + "b"}) == (
        "Diubah · Catatan diubah"
    )
    assert told("edit", {"position": "m"}, {"position": "n"}) == "Diubah · Urutan diubah"
    moved = change("edit", {"goal": "g1"}, {"goal": "g2"})
    assert change_text(ID, DATES, moved, NOW) == "Diubah · Goal diubah"
    names = {"g1": "Kuis", "g2": "Konten"}
    assert change_text(ID, DATES, moved, NOW, names) == "Diubah · Goal: “Kuis” → “Konten”"


def test_a_repeat_is_told_in_words() -> None:
    assert told("edit", {"rrule": "FREQ=DAILY"}, {"rrule": "FREQ=WEEKLY;BYDAY=MO"}) == (
        "Diubah · Pengulangan: setiap hari → setiap Senin"
    )
    odd: dict[str, object] = {"rrule": "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYSETPOS=1,3"}
    assert told("edit", {"rrule": None}, odd) == "Diubah · Pengulangan diubah"
    day = {"date": "2026-11-24", "time": None, "zone": None}
    for field in ("series_start", "recurrence_id"):
        assert value_text(ID, DATES, field, day, NOW) == "Sel 24 Nov"
    assert value_text(ID, DATES, "exdates", [day, {**day, "date": "2026-12-01"}], NOW) == (
        "Sel 24 Nov, Sel 1 Des"
    )


def test_the_label_alone_where_it_tells_all() -> None:
    assert told("capture", {}, {"summary": "x", "priority": 1}) == "Ditambahkan"
    before: dict[str, object] = {"status": "NEEDS-ACTION", "completed": None, "sequence": 1}
    after: dict[str, object] = {"status": "COMPLETED", "completed": NOW.isoformat(), "sequence": 2}
    assert told("complete", before, after) == "Selesai"


def test_notes_reminders_and_repeats_are_told_old_and_new() -> None:
    assert told("edit", {"description": "a"}, {"description": "b"}) == "Diubah · Catatan: “a” → “b”"
    assert told("edit", {"repeat_from": "due"}, {"repeat_from": "completion"}) == (
        "Diubah · Diulang dari: Deadline → Selesai"
    )
    before = {"anchor": "due", "offset": -1800, "at": None}
    at = {"anchor": "at", "offset": 0, "at": "2026-11-23T09:00:00+00:00"}
    exactly = {"anchor": "start", "offset": 0, "at": None}
    after = {"anchor": "ready", "offset": 600, "at": None}
    text = told("edit", {"reminders": [before]}, {"reminders": [at, exactly, after]})
    assert text == (
        "Diubah · Pengingat: 30 mnt sebelum deadline → "
        "hari ini 16.00, tepat mulai, 10 mnt setelah waktu siap"
    )


def test_what_undoing_and_doing_again_changed_is_told() -> None:
    gone: dict[str, object] = {"deleted": NOW.isoformat()}
    kept: dict[str, object] = {"deleted": None}
    assert told("delete", kept, gone) == "Dipindah ke sampah"
    assert told("undo", gone, kept) == "Dibatalkan · Di sampah: ya → tidak"
    assert told("redo", kept, gone) == "Diulangi · Di sampah: tidak → ya"
    made = TaskChange("g", "redo", NOW, {}, {"summary": "x"}, is_made=True)
    assert change_text(ID, DATES, made, NOW) == "Diulangi · Tugas kembali ada."
    purged = TaskChange("g", "undo", NOW, {"summary": "x"}, {}, is_purged=True)
    assert change_text(ID, DATES, purged, NOW) == "Dibatalkan · Tugas tidak ada lagi."


def test_what_is_said_after_doing_again() -> None:
    assert redone_text(ID, "complete", "Balas") == "Diulangi · Selesai: Balas"
    assert redone_text(EN, "empty-trash", count=2) == "Done again · 2 tasks deleted for good"


def test_where_a_gesture_was_made() -> None:
    assert origin_text(ID, "command") == "lewat baris perintah"
    assert origin_text(EN, "app") == "in the app"
    assert origin_text(EN, "") == ""
