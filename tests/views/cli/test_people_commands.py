"""People on the command line: who there is, and what they have."""

from tests.views.cli.conftest import Cli


def test_people_are_added_changed_and_taken_out(cli: Cli):
    assert cli("people").out == "Nobody is here yet. Add somebody with --add.\n"
    cli("people", "--add", "Raka", "--channel", "+62 812")
    assert cli.refused("people", "--add", "raka") == "PersonExists"
    changed = cli.record("people", "--edit", "RAKA", "--name", "Raka P", "--language", "en")
    assert (changed["name"], changed["language"]) == ("Raka P", "en")
    assert cli("people").out == "Raka P · 0 open tasks · Messages in English · +62 812\n"
    cli("people", "--delete", "Raka P")
    assert cli.record("people") == []
    cli("undo")
    assert [each["name"] for each in cli.record("people")] == ["Raka P"]
    assert cli.refused("people", "--delete", "Sinta") == "UnknownPerson"


def test_each_is_told_with_what_they_have(cli: Cli):
    task = cli.add("Carousel", "--due", "2026-11-23", "--time", "16.00")
    cli("slip", task, "--hand-over", "Raka")
    (line, has) = cli("people").out.splitlines()
    assert line == "Raka · 1 open task"
    assert has == f"  Carousel · Handing it over to Raka · ask again tomorrow · {task[:13]}"
    (found,) = cli.record("people")
    assert (found["uid"], found["name"], found["open"]) == (None, "Raka", 1)
    (told,) = found["tasks"]
    assert (told["uid"], told["is_waiting"], told["follow_up"]) == (task, True, "2026-11-24")
    assert told["proposal"]["kind"] == "hand-over"


def test_whom_only_tasks_name_is_renamed_everywhere(cli: Cli):
    task = cli.add("Carousel", "--with", "Raka")
    changed = cli.record("people", "--edit", "raka", "--name", "Raka P")
    assert changed["name"] == "Raka P"
    assert cli.record("show", task)["attendees"] == ["Raka P"]
    assert cli.refused("people", "--edit", "Sinta", "--name", "S") == "UnknownPerson"
