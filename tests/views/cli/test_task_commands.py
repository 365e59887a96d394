"""Adding, editing and the other gestures on one task, in words and in JSON."""

import pytest

from tests.views.cli.conftest import Cli


class TestAdd:
    def test_everything_that_can_be_said(self, cli: Cli):
        parent = cli.add("Konten")
        record = cli.record(
            *("add", "Siapkan", "thumbnail", "--due", "besok", "--time", "10.00", "--lead", "1h"),
            *("--estimate", "PT1H30M", "--priority", "p1", "--tag", "#reels", "--tag", "ig"),
            *("--goal", "Konten Desember", "--with", "Raka", "--note", "Latar hijau"),
            *("--url", "docheck.id", "--start", "2026-11-23", "--parent", parent),
        )
        assert {name: record[name] for name in record if name not in _GENERATED} == {
            "summary": "Siapkan thumbnail",
            "description": "Latar hijau",
            "status": "NEEDS-ACTION",
            "priority": 1,
            "dtstart": "2026-11-23",
            "dtstart_zone": None,
            "due": "2026-11-24T10:00+07:00",
            "due_date": "2026-11-24",
            "due_time": "10:00",
            "due_zone": "Asia/Jakarta",
            "lead": "PT1H",
            "lead_seconds": 3600,
            "ready_by": "2026-11-24T09:00+07:00",
            "estimate": "PT1H30M",
            "estimate_seconds": 5400,
            "offset": None,
            "offset_seconds": None,
            "rrule": None,
            "repeat_from": "due",
            "series": None,
            "recurrence_id": None,
            "series_start": None,
            "exdates": [],
            "passed_over": 0,
            "next": None,
            "percent_complete": 0,
            "categories": ["ig", "reels"],
            "attendees": ["Raka"],
            "reminders": [],
            "goal": "Konten Desember",
            "parent": parent,
            "pinned": False,
            "url": "https://docheck.id",
            "created": "2026-11-23T07:13:00+00:00",
            "last_modified": "2026-11-23T07:13:00+00:00",
            "completed": None,
            "sequence": 0,
            "deleted": None,
            "steps": [],
            "steps_percent": None,
            "follow_up": None,
            "gap": None,
            "is_locked": False,
            "open_work": "PT1H30M",
            "open_work_seconds": 5400,
            "replaces": None,
            "standing": "on-track",
            "waiting_for": None,
        }

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Added “Kirim brief” · tomorrow 16:00 · "),
            ("id", "Ditambahkan: Kirim brief · besok 16.00 · "),
        ],
    )
    def test_it_is_said_in_the_readers_words(self, cli: Cli, language: str, said: str):
        cli.language = language
        answer = cli("add", "Kirim brief", "--due", "tomorrow", "--time", "16")
        assert answer.code == 0
        assert answer.out.startswith(said)

    def test_the_uid_that_is_said_is_enough_to_go_on(self, cli: Cli):
        shown = cli("add", "Kirim brief").out.split(" · ")[-1].strip()
        assert cli("done", shown).code == 0

    @pytest.mark.parametrize(
        ("said", "day"),
        [
            ("today", "2026-11-23"),
            ("hari ini", "2026-11-23"),
            ("Tomorrow", "2026-11-24"),
            ("BESOK", "2026-11-24"),
            ("lusa", "2026-11-25"),
            ("kemarin", "2026-11-22"),
            ("2026-2-3", "2026-02-03"),
        ],
    )
    def test_days_in_either_language(self, cli: Cli, said: str, day: str):
        record = cli.record("add", "x", "--due", said)
        assert (record["due"], record["due_time"], record["due_zone"]) == (day, None, None)

    @pytest.mark.parametrize(
        "said", [("2026-11-24T16:30",), ("2026-11-24 16.30",), ("besok 4:30 pm",)]
    )
    def test_a_time_may_stand_with_its_day(self, cli: Cli, said: tuple[str, ...]):
        assert cli.record("add", "x", "--due", *said)["due"] == "2026-11-24T16:30+07:00"

    def test_a_time_alone_is_todays(self, cli: Cli):
        assert cli.record("add", "x", "--time", "17:30")["due"] == "2026-11-23T17:30+07:00"

    def test_zones(self, cli: Cli):
        elsewhere = cli.record(
            *("add", "x", "--due", "besok", "--time", "9", "--zone", "Europe/London")
        )
        floating = cli.record("add", "x", "--due", "besok", "--time", "9", "--floating")
        assert elsewhere["due"] == "2026-11-24T09:00+00:00"
        assert elsewhere["due_zone"] == "Europe/London"
        assert (floating["due"], floating["due_zone"]) == ("2026-11-24T09:00", None)

    @pytest.mark.parametrize(
        ("said", "priority"),
        [("0", 0), ("9", 9), ("p2", 5), ("P3", 9), ("p4", 0), ("high", 1), ("Sedang", 5)],
    )
    def test_priorities(self, cli: Cli, said: str, priority: int):
        assert cli.record("add", "x", "--priority", said)["priority"] == priority

    def test_a_goal_is_found_by_its_name_whatever_its_letters(self, cli: Cli):
        first = cli.record("add", "x", "--goal", "Kuis")
        second = cli.record("add", "y", "--goal", "kuis")
        assert first["goal_uid"] == second["goal_uid"]

    def test_a_goal_made_for_a_task_that_is_refused_is_gone_again(self, cli: Cli):
        assert cli.refused("add", "x", "--goal", "Baru", "--url", "file:///etc") == (
            "ImpossibleValue"
        )
        assert cli.record("add", "y", "--goal", "Baru")["goal"] == "Baru"
        assert [cli.record("undo")["action"] for _ in range(2)] == ["capture", "goal.create"]

    def test_a_title_may_begin_with_a_dash(self, cli: Cli):
        assert cli.record("add", "--plain", "--", "--due besok")["summary"] == "--due besok"

    def test_a_title_of_ten_thousand_characters(self, cli: Cli):
        assert len(cli.record("add", "a" * 10_000)["summary"]) == 10_000

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("a\x1b[31mb\x07\nc\td", "a [31mb c d"),
            ("جدول המשימות", "جدول המשימות"),
            ("👩🏽‍💻 reels 🎬", "👩🏽‍💻 reels 🎬"),
        ],
    )
    def test_what_a_title_may_hold(self, cli: Cli, typed: str, kept: str):
        assert cli.record("add", typed)["summary"] == kept


class TestRefused:
    @pytest.mark.parametrize(
        ("argv", "kind"),
        [
            (("add", ""), "EmptySummary"),
            (("add", " \t\u200b"), "EmptySummary"),
            (("add", "a" * 10_001), "SummaryTooLong"),
            (("add", "x", "--due", "2026-02-30"), "ImpossibleDate"),
            (("add", "x", "--due", "someday"), "ImpossibleDate"),
            (("add", "x", "--due", "2026-11-24 25:61"), "ImpossibleDate"),
            (("add", "x", "--due", "0001-01-01"), "ImpossibleDate"),
            (("add", "x", "--due", "besok", "--time", "25:61"), "ImpossibleDate"),
            (("add", "x", "--time", "9", "--zone", "Mars/Olympus"), "UnknownZone"),
            (("add", "x", "--priority", "10"), "ImpossibleValue"),
            (("add", "x", "--priority", "urgent"), "ImpossibleValue"),
            (("add", "x", "--lead", "soon"), "ImpossibleValue"),
            (("add", "x", "--lead", "P"), "ImpossibleValue"),
            (("add", "x", "--estimate", "P9999D"), "ImpossibleValue"),
            (("add", "x", "--url", "javascript:alert(1)"), "ImpossibleValue"),
            (("add", "x", "--tag", "t" * 121), "TextTooLong"),
            (("add", "x", "--note", "n" * 100_001), "TextTooLong"),
            (("add", "x", "--parent", "nobody"), "UnknownTask"),
            (("show", "nobody"), "UnknownTask"),
            (("duplicate", "nobody"), "UnknownTask"),
            (("edit", "nobody", "--title", "x"), "UnknownTask"),
            (("done", "nobody"), "UnknownTask"),
            (("reopen", "nobody"), "UnknownTask"),
            (("delete", "nobody"), "UnknownTask"),
            (("restore", ""), "UnknownTask"),
            (("undo",), "NothingToUndo"),
            (("timeline", "--from", "2026-02-30"), "ImpossibleDate"),
            (("timeline", "--from", "besok", "--to", "hari ini"), "ImpossibleDate"),
            (("timeline", "--to", "besok 10.00"), "ImpossibleDate"),
            (("timeline", "--to", "2999-01-01"), "ImpossibleDate"),
        ],
    )
    def test_nothing_changes_and_the_reason_is_told(
        self, cli: Cli, argv: tuple[str, ...], kind: str
    ):
        assert cli.refused(*argv) == kind

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "Give it a title first.\n"),
            ("id", "Beri judul dulu, ya.\n"),
        ],
    )
    def test_in_the_readers_words(self, cli: Cli, language: str, said: str):
        cli.language = language
        answer = cli("add", "")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == said

    def test_a_prefix_of_several(self, cli: Cli):
        first, second = cli.add("a"), cli.add("b")
        common = first[:13]
        assert second.startswith(common)
        assert cli.refused("done", common) == "AmbiguousUid"

    def test_a_task_inside_itself(self, cli: Cli):
        parent = cli.add("a")
        step = cli.add("b", "--parent", parent)
        assert cli.refused("edit", parent, "--parent", step) == "CircularParent"


class TestEdit:
    def test_only_what_is_said_changes(self, cli: Cli):
        uid = cli.add("x", "--due", "besok", "--time", "10", "--tag", "a", "--lead", "1h")
        before = cli.record("show", uid)
        after = cli.record("edit", uid, "--title", "y", "--priority", "high")
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {"summary", "priority", "sequence"}

    @pytest.mark.parametrize(
        ("argv", "due"),
        [
            (("--due", "lusa"), "2026-11-25T10:00+07:00"),
            (("--time", "17.30"), "2026-11-24T17:30+07:00"),
            (("--due", "lusa", "--time", "8"), "2026-11-25T08:00+07:00"),
            (("--no-time",), "2026-11-24"),
            (("--no-due",), None),
            (("--floating",), "2026-11-24T10:00"),
            (("--zone", "UTC"), "2026-11-24T10:00+00:00"),
            (("--title", "y"), "2026-11-24T10:00+07:00"),
        ],
    )
    def test_each_part_of_a_due_by_itself(self, cli: Cli, argv: tuple[str, ...], due: str | None):
        uid = cli.add("x", "--due", "besok", "--time", "10")
        assert cli.record("edit", uid, *argv)["due"] == due

    def test_a_zone_stays_with_its_due(self, cli: Cli):
        uid = cli.add("x", "--due", "besok", "--time", "10", "--zone", "Europe/London")
        assert cli.record("edit", uid, "--time", "11")["due"] == "2026-11-24T11:00+00:00"

    def test_everything_can_be_taken_away(self, cli: Cli):
        parent = cli.add("p")
        uid = cli.add(
            *("x", "--due", "besok", "--time", "10", "--lead", "1h", "--estimate", "2h"),
            *("--goal", "g", "--parent", parent, "--priority", "1", "--note", "n"),
            *("--url", "docheck.id", "--start", "besok", "--tag", "t", "--with", "Raka"),
            *("--repeat", "FREQ=DAILY"),
        )
        names = [
            "due",
            "lead",
            "estimate",
            "goal",
            "parent",
            "priority",
            "note",
            "url",
            "start",
            "tag",
            "with",
            "repeat",
        ]
        record = cli.record("edit", uid, *(f"--no-{name}" for name in names))
        left = {
            *("due", "lead", "estimate", "goal", "goal_uid", "parent", "url", "dtstart"),
            *("priority", "description", "categories", "attendees", "rrule"),
        }
        assert not any(record[name] for name in left)

    def test_a_start_takes_another_zone_too(self, cli: Cli):
        uid = cli.add("x", "--start", "besok 9:00")
        assert cli.record("edit", uid, "--floating")["dtstart"] == "2026-11-24T09:00"


def test_duplicate_answers_with_the_copy(cli: Cli):
    uid = cli.add("Reels", "--due", "besok", "--tag", "ig")
    cli.add("Naskah", "--parent", uid)
    cli("done", uid, "--with-steps")
    copied = cli.record("duplicate", uid)
    assert copied["uid"] != uid
    assert (copied["summary"], copied["due"], copied["status"]) == (
        "Reels",
        "2026-11-24",
        "NEEDS-ACTION",
    )
    assert [step["summary"] for step in copied["steps"]] == ["Naskah"]
    assert cli.record("show", copied["uid"]) == copied
    assert cli.record("undo")["action"] == "duplicate"
    assert cli("show", copied["uid"]).code == 1


def test_what_is_in_the_trash_is_not_duplicated(cli: Cli):
    uid = cli.add("Reels")
    cli("delete", uid)
    assert cli.refused("duplicate", uid) == "TaskClosed"


def test_done_reopen_delete_restore_and_undo(cli: Cli):
    uid = cli.add("Kirim brief")
    assert cli.record("done", uid)["completed"] == "2026-11-23T07:13:00+00:00"
    assert cli.record("reopen", uid)["status"] == "NEEDS-ACTION"
    assert cli.record("delete", uid)["deleted"] == "2026-11-23T07:13:00+00:00"
    assert [task["uid"] for task in cli.record("list", "trash")] == [uid]
    assert cli.record("restore", uid)["deleted"] is None
    undone = cli.record("undo")
    assert undone == {"action": "restore", "tasks": [uid], "summary": "Kirim brief"}
    assert cli.record("show", uid)["deleted"] is not None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Duplicated “Brief” · ",
                "Completed “Brief”",
                "Reopened “Brief”",
                "Moved “Brief” to the trash",
            ],
        ),
        (
            "id",
            [
                "Digandakan: Brief · ",
                "Selesai: Brief",
                "Dibuka lagi: Brief",
                "Dipindah ke sampah: Brief",
            ],
        ),
    ],
)
def test_each_gesture_is_said(cli: Cli, language: str, said: list[str]):
    cli.language = language
    uid = cli.add("Brief")
    for command, words in zip(("duplicate", "done", "reopen", "delete"), said, strict=True):
        assert cli(command, uid).out.startswith(words)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Undone · Completed “Brief”\n"), ("id", "Dibatalkan · Selesai: Brief\n")],
)
def test_undo_says_what_it_took_back(cli: Cli, language: str, said: str):
    cli("done", cli.add("Brief"))
    cli.language = language
    assert cli("undo").out == said


def test_a_card_tells_all_of_a_task(cli: Cli):
    uid = cli.add(
        *("Reels", "--due", "besok", "--time", "16", "--lead", "1h", "--tag", "ig"),
        *("--note", "Hook\nCTA", "--priority", "high", "--zone", "Europe/London"),
    )
    cli("done", cli.add("Skrip", "--parent", uid))
    cli.language = "id"
    lines = cli("show", uid).out.splitlines()
    assert lines[0] == "○ Reels"
    told = "\n".join(lines)
    for part in ("Sel 24 Nov 23.00", "Europe/London", "#ig", "Hook", "CTA", "Persiapan 1/1"):
        assert part in told
    assert lines[-1].startswith("✓ ")


_GENERATED = {"uid", "goal_uid", "position"}
