"""Dhila's day, from next month's plan to the evening's review, and what the report says of it."""

import re
from datetime import UTC, date, datetime

from models.ledger import Outcome, Reason
from models.lists import ListName
from models.moment import Moment
from services import lists, reports, slip_reading, tasks
from services.clock import FixedClock
from services.workspace import Workspace, open_workspace
from tests.journeys.conftest import House
from tests.rig.browser import AppPage
from tests.screenshots.data_folders import ZONE

DATA = "example"
#: What was to go live at four did not.
NOW = "2026-11-23T17:20"
MONTH = (date(2026, 11, 1), date(2026, 11, 30))
IDEA = "Ide: kolaborasi dengan kreator lokal"
BRIEF, RECAP, SIMPLER = "Kirim brief kuis ke tim", "Rekap insight mingguan", "Rekap satu gambar"
TEN_TOMORROW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def desk_of(house: House) -> Workspace:
    return open_workspace(house.folder, clock=FixedClock(datetime(2026, 11, 23, 10, 21, tzinfo=UTC)), zone=ZONE)


def test_dhilas_day(phone: AppPage, house: House) -> None:
    _plans_december(phone)
    _decides_on_what_slipped(phone)
    phone.role("checkbox", "Balas komentar & DM").first.click()
    phone.sees("Selesai: Balas komentar & DM")
    _looks_back(phone)
    desk = desk_of(house)
