"""A line is read with the account's zone, its week and the present of its clock."""

from datetime import date, time

import pytest

from models.moment import Moment
from models.quickadd import Preferences
from services.quick_add import preferences_of, understand
from services.settings import Settings, SettingsFields, change_settings
from services.workspace import Workspace
from tests.rig.desk import NOW


def test_the_accounts_clock_and_zone_are_meant(desk: Workspace):
    today = NOW.astimezone(desk.zone).date()
    assert understand(desk, "hari ini", "id").due == Moment(today)
    change_settings(desk, zone="Pacific/Kiritimati")
    assert understand(desk, "hari ini", "id").due == Moment(NOW.astimezone(desk.zone).date())


def test_the_accounts_week_is_meant(desk: Workspace):
    monday = understand(desk, "jumat depan", "id").due
    change_settings(desk, first_weekday=5)
    saturday = understand(desk, "jumat depan", "id").due
    assert monday is not None
    assert saturday is not None
    assert {monday.date.weekday(), saturday.date.weekday()} == {4}


def test_the_accounts_order_of_day_and_month_is_meant(desk: Workspace):
    def read() -> tuple[int, int]:
        due = understand(desk, "report 5/12", "en").due
        assert due is not None
        return due.date.month, due.date.day

    assert read() == (12, 5)
    change_settings(desk, is_day_first=False)
    assert read() == (5, 12)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dawn", "besok subuh"),
        ("morning", "besok pagi"),
        ("midday", "besok siang"),
        ("afternoon", "tomorrow afternoon"),
        ("late_afternoon", "besok sore"),
        ("dusk", "tomorrow evening"),
        ("night", "besok malam"),
    ],
)
def test_the_accounts_parts_of_the_day_are_meant(desk: Workspace, name: str, said: str):
    usual = understand(desk, said, "id").due
    assert usual is not None
    assert usual.time == getattr(Settings(), name)
    chosen: SettingsFields = {}
    chosen[name] = time(17, 17)
    change_settings(desk, **chosen)
    due = understand(desk, said, "id").due
    assert due is not None
    assert due.time == time(17, 17)


def test_the_usual_settings_are_the_parsers_own():
    assert preferences_of(Settings()) == Preferences()


def test_spans_that_are_wanted_plain_set_nothing(desk: Workspace):
    parsed = understand(desk, "rapat besok p1", "id", plain=[(6, 11)])
    assert (parsed.title, parsed.due, parsed.priority) == ("rapat besok", None, 1)


def test_a_far_date_is_read_as_it_stands(desk: Workspace):
    due = understand(desk, "rapat 2031-05-06 09:30", "en").due
    assert due == Moment(date(2031, 5, 6), time(9, 30))
