"""Choices last, are checked, and bad ones in the file fall back one by one."""

import json
from datetime import UTC, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.errors import ImpossibleValue, Refusal, TextTooLong, UnknownZone
from services.settings import Settings, SettingsFields, change_settings, from_json, to_json
from services.workspace import Workspace
from tests.rig.desk import NEW_YORK, OpenDesk, rows

CHOSEN: SettingsFields = {
    "language": "id",
    "theme": "dark",
    "zone": NEW_YORK,
    "first_weekday": 6,
    "is_day_first": False,
    "morning": time(7, 30),
    "night": time(20),
    "name": "Dhila 🌸",
    "default_lead": timedelta(minutes=90),
    "best_start": time(19, 30),
    "best_end": time(21),
    "daily_capacity": timedelta(hours=8),
    "slip_hour": time(9, 30),
    "capacities": (timedelta(hours=4), None, None, None, timedelta(0), None, None),
    "work_start": time(8),
    "work_end": time(16),
    "days_off": (4, 6),
    "holiday_country": "SG",
    "slot_weekdays": (0, 3),
    "slot_times": (time(12), time(19, 30)),
    "review": "on",
    "is_welcomed": True,
    "last_route": "/timeline",
    "pane_width": 480,
}


def test_every_choice_survives_a_restart(desk: Workspace, open_desk: OpenDesk) -> None:
    assert change_settings(desk, **CHOSEN) == Settings(**CHOSEN)
    desk.close()
    again = open_desk(zone=None)
    assert again.settings == Settings(**CHOSEN)
    assert again.zone.key == NEW_YORK


def test_the_others_stay(desk: Workspace, open_desk: OpenDesk) -> None:
    other = open_desk()
    change_settings(desk, name="Dhila")
    change_settings(other, theme="dark")
    assert open_desk().settings == Settings(name="Dhila", theme="dark")


def test_a_zone_that_was_asked_for_wins_over_the_chosen_one(desk: Workspace) -> None:
    before = desk.zone
    change_settings(desk, zone=NEW_YORK)
    assert desk.zone is before


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"language": "fr"}, ImpossibleValue),
        ({"theme": "pink"}, ImpossibleValue),
        ({"zone": "Mars/Olympus"}, UnknownZone),
        ({"first_weekday": 7}, ImpossibleValue),
        ({"name": "x" * 121}, TextTooLong),
        ({"default_lead": timedelta(seconds=-1)}, ImpossibleValue),
        ({"daily_capacity": timedelta(0)}, ImpossibleValue),
        ({"daily_capacity": timedelta(hours=25)}, ImpossibleValue),
        ({"best_start": time(19)}, ImpossibleValue),
        ({"best_end": time(20, tzinfo=UTC)}, ImpossibleValue),
        ({"slip_hour": time(20, tzinfo=UTC)}, ImpossibleValue),
        ({"capacities": (None,) * 6}, ImpossibleValue),
        ({"capacities": (timedelta(days=2), *(None,) * 6)}, ImpossibleValue),
        ({"work_start": time(18)}, ImpossibleValue),
        ({"work_end": time(18, tzinfo=UTC)}, ImpossibleValue),
        ({"days_off": (7,)}, ImpossibleValue),
        ({"holiday_country": "XX"}, ImpossibleValue),
        ({"holiday_country": "Indonesia"}, ImpossibleValue),
        ({"slot_weekdays": (-1,)}, ImpossibleValue),
        ({"slot_times": tuple(time(hour) for hour in range(13))}, ImpossibleValue),
        ({"review": "sometimes"}, ImpossibleValue),
        ({"pane_width": 0}, ImpossibleValue),
        ({"pane_width": 10_001}, ImpossibleValue),
        ({"late_afternoon": time(17, tzinfo=UTC)}, ImpossibleValue),
    ],
)
def test_an_impossible_choice_is_refused_and_changes_nothing(
    desk: Workspace, fields: SettingsFields, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        change_settings(desk, **fields)
    assert desk.settings == Settings()


def test_weekdays_and_times_are_sorted_each_once(desk: Workspace) -> None:
    change_settings(desk, days_off=(6, 5, 6), slot_times=(time(16), time(9), time(16)))
    assert desk.settings.days_off == (5, 6)
    assert desk.settings.slot_times == (time(9), time(16))
    change_settings(desk, holiday_country="", slot_weekdays=())
    assert not desk.settings.work_week.country


def test_a_weekday_holds_what_was_chosen_for_it_else_what_a_day_holds(desk: Workspace) -> None:
    change_settings(desk, daily_capacity=timedelta(hours=7))
    change_settings(desk, capacities=(timedelta(hours=4), *(None,) * 6))
    assert [desk.settings.capacity_of(day) for day in (0, 1)] == [
        timedelta(hours=4),
        timedelta(hours=7),
    ]


def test_a_name_is_one_line_that_a_file_can_hold(desk: Workspace) -> None:
    assert change_settings(desk, name=" Dhi\nla\ud800 ").name == "Dhi la?"


def test_choices_come_back_from_json() -> None:
    settings = Settings(**CHOSEN)
    assert from_json(json.loads(json.dumps(to_json(settings)))) == settings


BAD: list[tuple[str, Any]] = [
    ("theme", 7),
    ("language", ["id"]),
    ("zone", "Mars/Olympus"),
    ("first_weekday", "monday"),
    ("name", None),
    ("default_lead", "soon"),
    ("default_lead", 1e300),
    ("is_day_first", 1),
    ("morning", "early"),
    ("best_start", "late"),
    ("best_start", None),
    ("daily_capacity", -1),
    ("capacities", [1, 2]),
    ("capacities", 7),
    ("work_end", "07:00"),
    ("days_off", ["sunday"]),
    ("holiday_country", "Indonesia"),
    ("slot_times", ["noon"]),
    ("review", None),
    ("is_welcomed", "yes"),
    ("last_route", 1),
    ("pane_width", "wide"),
    ("pane_width", -340),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_in_the_file_falls_back_and_the_others_stay(name: str, value: object) -> None:
    stored = {**to_json(Settings(**CHOSEN)), name: value}
    read, chosen = from_json(stored), Settings(**CHOSEN)
    assert getattr(read, name) == getattr(Settings(), name)
    kept = [other for other in CHOSEN if other != name and not other.startswith(("best", "work"))]
    assert [getattr(read, other) for other in kept] == [getattr(chosen, other) for other in kept]


def test_a_zone_that_this_device_does_not_know_does_not_lock_anyone_out(
    folder: Path, open_desk: OpenDesk
) -> None:
    change_settings(open_desk(zone=None), zone=NEW_YORK)
    rows(folder, "UPDATE settings SET value='\"Mars/Olympus\"' WHERE name='zone'")
    assert open_desk(zone=None).settings.zone is None
