"""Dhila's day, from next month's plan to the evening's review, and what the report says of it."""

import io
import json
import re
from typing import Any

from tests.journeys.conftest import House
from tests.rig.browser import AppPage
from tests.screenshots.data_folders import ZONE, uid_of
from views.cli import run

DATA = "example"
#: What was to go live at four did not.
NOW = "2026-11-23T17:20"
IDEA = "Ide: kolaborasi dengan komunitas penulis"
BRIEF = "Kirim brief kuis ke tim"
RECAP, SIMPLER = "Rekap insight mingguan", "Rekap satu gambar"
REELS = "Reels: 5 kebiasaan produktif"
ROUTINE = "Balas komentar & DM"
#: The numbers of a report that a task is in one of, and two more.
COUNTS = (
    "planned",
    "done_on_time",
    "done_late",
    "missed",
    "replaced",
    "handed_over",
    "let_go",
    "ahead",
    "re_promised",
)

Report = dict[str, Any]


def test_dhilas_day(phone: AppPage, house: House) -> None:
    before = _told(house, "report", "--month", "2026-11")
    _plans_december(phone)
    _decides_on_what_slipped(phone)
    phone.role("checkbox", ROUTINE).first.click()
    phone.sees(f"Selesai: {ROUTINE}")
    _looks_back(phone)
    after = _told(house, "report", "--month", "2026-11")
    _reads_the_month(phone, after)
    _the_record_says_so(house, before, after)


def _plans_december(phone: AppPage) -> None:
    phone.go("/plan/2026-12")
    phone.sees("12 dari 22 slot terisi")
    phone.role("button", re.compile(r"^Isi slot Kamis, 3 Des.*16\.00$")).click()
    phone.click(IDEA)
    phone.sees("13 dari 22 slot terisi")


def _decides_on_what_slipped(phone: AppPage) -> None:
    phone.go("/")
    phone.sees("Terlewat:")
    phone.click("Tutup pengingat")
    phone.click("Putuskan")
    phone.role("heading", BRIEF).wait_for()
    # The second tap takes the suggestion: tomorrow at ten.
    phone.click("Simpan")
    phone.role("heading", RECAP).wait_for()
    phone.role("button", "Ganti yang lebih sederhana", exact=False).click()
    phone.type_into("Yang lebih sederhana", SIMPLER)
    phone.click("Batalkan")
    phone.click("Ganti")
    phone.role("heading", REELS).wait_for()
    phone.click("Menunggu tim")
    phone.role("button", "Kompromi dengan tim", exact=False).click()
    phone.click("Usulkan deadline")
    phone.click("Simpan & tulis pesan")
    phone.sees(f"Hai Raka, “{REELS}” seharusnya selesai Sen 23 Nov 16.00.")
    phone.sees("Boleh kita jadikan Sel 24 Nov 10.00? Siap sebelum 09.00, tayang 10.00.")
    phone.press("Escape")


def _looks_back(phone: AppPage) -> None:
    phone.go("/").sees("Dua menit untuk hari ini?")
    phone.click("Tinjau hari ini")
    phone.wait_for_route("/review/evening")
    phone.sees("7 selesai hari ini")
    phone.role("checkbox", ROUTINE).wait_for()
    phone.click("Sudah")


def _reads_the_month(phone: AppPage, told: Report) -> None:
    kept, judged = told["original"]["kept"], told["original"]["judged"]
    phone.role("button", re.compile(f"Tepat bulan ini.*{kept} dari {judged}")).click()
    phone.wait_for_route("/report")
    phone.role("button", f"Selesai tepat waktu {told['done_on_time']}").wait_for()
    phone.role("button", f"Diganti {told['replaced']}").wait_for()
    phone.role("button", f"Terlewat {told['missed']}").wait_for()
    phone.sees("Paling sering karena: menunggu tim.")


def _the_record_says_so(house: House, before: Report, after: Report) -> None:
    changed = {name for name in COUNTS if before[name] != after[name]}
    assert changed == {"planned", "done_on_time", "replaced", "missed", "ahead", "re_promised"}
    assert (after["done_on_time"], after["replaced"]) == (before["done_on_time"] + 1, 1)
    assert after["re_promised"] == 1
    assert {"reason": "team", "count": 1} in after["slips_by_reason"]

    brief = _told(house, "show", uid_of(house.folder, BRIEF))
    assert (brief["due_date"], brief["due_time"]) == ("2026-11-24", "10:00")
    simpler = _told(house, "show", uid_of(house.folder, SIMPLER))
    assert simpler["due_date"] == "2026-11-23"
    (raka,) = (each for each in _told(house, "people") if each["name"] == "Raka")
    (asked,) = raka["tasks"]
    assert (asked["summary"], asked["proposal"]["due"]) == (REELS, "2026-11-24T10:00+07:00")
    idea = _told(house, "show", uid_of(house.folder, IDEA))
    assert (idea["due_date"], idea["due_time"]) == ("2026-12-03", "16:00")
    assert len(idea["steps"]) == 5


def _told(house: House, *command: str) -> Any:
    out = io.StringIO()
    where = ("--data-dir", str(house.folder), "--now", NOW, "--tz", ZONE, "--json")
    assert run([*command, *where], show=lambda _: 2, stdout=out) == 0
    return json.loads(out.getvalue())
