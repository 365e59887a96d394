"""A phone's alarm clock: what is set in it and when, by a system that does what it is told."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flet_notifications import LocalNotifications

from models.alarms import ALARMS_LIMIT
from models.moment import Moment
from services import reminders, tasks
from services.clock import FixedClock
from services.example import load_example
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, at
from tests.rig.flet_session import AppSession, run_app
from views.app import routes
from views.app.app import app_for

HOUR = timedelta(hours=1)


TZ = ZoneInfo(JAKARTA)


class Phone:
    """The alarm clock behind the plugin, and whether its user allows the app to remind."""

    def __init__(self, *, is_allowed: bool = True, will_allow: bool = True) -> None:
        self.is_allowed, self.will_allow = is_allowed, will_allow
        self.is_exact = True
        self.alarms: dict[int, dict[str, Any]] = {}
        self.channels: list[str] = []
        self.asked = self.settings_opened = 0
        self.fault = ""

    @property
    def replies(self) -> dict[str, Any]:
        return {
            "are_notifications_enabled": lambda _: self.is_allowed,
            "request_permissions": self._ask,
            "open_app_settings": self._open_settings,
            "can_schedule_exact_notifications": lambda _: self.is_exact,
            "create_notification_channel": lambda made: self.channels.append(made["name"]),
            "get_pending": lambda _: json.dumps(list(self.alarms.values())),
            "schedule": self._schedule,
            "cancel": lambda told: self.alarms.pop(told["id"]) and "ok",
        }

    def said(self) -> list[tuple[str, str, str]]:
        """Of each alarm, by its instant: the wall clock in Jakarta, the title and the line."""
        return [
            (
                datetime.fromisoformat(each["when"]["iso"]).astimezone(TZ).strftime("%d. %H:%M"),
                each["title"],
                each["body"],
            )
            for each in sorted(self.alarms.values(), key=lambda one: one["when"]["iso"])
        ]

    def _ask(self, _: Any) -> bool:
        self.asked += 1
        self.is_allowed = self.will_allow
        return self.is_allowed

    def _open_settings(self, _: Any) -> str:
        self.settings_opened += 1
        return "true"

    def _schedule(self, told: dict[str, Any]) -> str:
        if self.fault:
            return f"error:schedule_failed:{self.fault}"
        self.alarms[told["id"]] = told
        return "ok"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=JAKARTA)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def clock_of(desk: Workspace) -> FixedClock:
    assert isinstance(desk.clock, FixedClock)
    return desk.clock


def today(clock: str) -> Moment:
    return at(TODAY, clock, JAKARTA)


def on_phone(
    desk: Workspace,
    phone: Phone,
    check: Callable[[AppSession], Awaitable[None]],
    *,
    route: str = routes.GOALS,
    platform: str = "android",
    web: bool = False,
) -> None:
    async def main() -> None:
        async with AppSession(
            app_for(desk), route=route, web=web, platform=platform, replies=phone.replies
        ) as app:
            await check(app)

    run_app(main)


async def nothing(_: AppSession) -> None:
    pass


async def tap(app: AppSession, payload: str) -> None:
    plugin = next(
        each for each in app.session.index.values() if isinstance(each, LocalNotifications)
    )
    event = {"id": 1, "action_id": "", "payload": payload, "input": "", "response_type": "tap"}
    await app.client.event(plugin, "tap", event)
    await app.settle()


def test_what_is_planned_is_set_at_the_start(desk: Workspace):
    add(desk, "Reels", due=today("16:00"), lead=HOUR)
    phone = Phone()
    on_phone(desk, phone, nothing)
    assert phone.said() == [
        ("23. 14:30", "Reels", "Hampir deadline · siap sebelum 15.00"),
        ("23. 15:00", "Reels", "Terlewat waktu siap · deadline 16.00"),
        ("23. 16:00", "Reels", "Terlewat · deadline 16.00"),
    ]
    assert phone.channels == ["Pengingat"]
    assert phone.asked == 0


def test_it_follows_each_change_and_touches_nothing_else(desk: Workspace):
    task, _ = (add(desk, title, due=today("16:00")) for title in ("Reels", "Kuis"))
    phone = Phone()

    async def check(app: AppSession) -> None:
        set_before = {id(each) for each in phone.alarms.values() if each["title"] == "Kuis"}
        tasks.reschedule(desk, task.uid, today("18:00"))
        await app.settle()
        assert ("23. 18:00", "Reels", "Terlewat · deadline 18.00") in phone.said()
        assert len(phone.alarms) == 4
        assert {id(each) for each in phone.alarms.values() if each["title"] == "Kuis"} == set_before
        tasks.complete(desk, task.uid)
        await app.settle()
        assert {title for _, title, _ in phone.said()} == {"Kuis"}
        change_settings(desk, language="en")
        await app.settle()
        assert ("23. 16:00", "Kuis", "Missed · due 16:00") in phone.said()
        change_settings(desk, has_reminders=False)
        await app.settle()
        assert phone.alarms == {}

    on_phone(desk, phone, check)


def test_another_zone_moves_what_has_none(desk: Workspace, tmp_path: Path):
    desk = open_workspace(tmp_path / "other", clock=FixedClock(NOW))
    change_settings(desk, language="en", is_welcomed=True, zone=JAKARTA)
    add(desk, "Reels", due=at(TODAY, "16:00"))
    phone = Phone()

    async def check(app: AppSession) -> None:
        assert phone.said()[-1][0] == "23. 16:00"
        change_settings(desk, zone="Asia/Jayapura")
        await app.settle()
        assert phone.said()[-1][0] == "23. 14:00"

    on_phone(desk, phone, check)


def test_quiet_hours_and_snoozes_are_kept_by_the_system_too(desk: Workspace):
    add(desk, "Larut", due=today("23:00"))
    task = add(desk, "Reels", due=today("10:30"))
    clock_of(desk).advance(HOUR)
    phone = Phone()

    async def check(app: AppSession) -> None:
        reminders.snooze(desk, task.uid, desk.now() + timedelta(minutes=10))
        await app.settle()
        assert [(when, title) for when, title, _ in phone.said()] == [
            ("23. 11:10", "Reels"),
            ("24. 06:00", "Larut"),
        ]

    on_phone(desk, phone, check)


def test_the_system_takes_the_next_ones_as_many_as_it_can(desk: Workspace):
    for day in range(ALARMS_LIMIT):
        add(desk, f"Tugas {day}", due=at(TODAY + timedelta(days=day // 4), "16:00", JAKARTA))
    phone = Phone()

    async def check(app: AppSession) -> None:
        assert len(phone.alarms) == ALARMS_LIMIT
        assert phone.said()[-1][0] == "30. 16:00"
        # What lies behind the last one is for the banner.
        clock_of(desk).instant = at(TODAY + timedelta(days=9), "16:00", JAKARTA).instant(desk.zone)
        phone.alarms.clear()
        add(desk, "Lain")
        await app.settle()
        assert app.shows("8 pengingat")

    on_phone(desk, phone, check)


def test_what_the_system_says_the_banner_does_not(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    phone = Phone()
    on_phone(desk, phone, nothing)
    clock_of(desk).advance(2 * HOUR)
    phone.alarms.clear()

    async def check(app: AppSession) -> None:
        assert not app.shows("Terlewat · deadline")

    on_phone(desk, phone, check)


def test_a_phone_that_may_not_remind_leaves_it_to_the_banner(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    phone = Phone(is_allowed=False)

    async def check(app: AppSession) -> None:
        assert (phone.asked, phone.alarms) == (0, {})
        clock_of(desk).advance(2 * HOUR)
        add(desk, "Lain")
        await app.settle()
        assert app.shows("Terlewat · deadline")

    on_phone(desk, phone, check)


def test_what_is_allowed_no_more_is_for_the_banner_again(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    phone = Phone()

    async def check(app: AppSession) -> None:
        phone.is_allowed = False
        await app.client.event(app.page, "app_lifecycle_state_change", {"state": "resume"})
        await app.settle()
        clock_of(desk).advance(2 * HOUR)
        add(desk, "Lain")
        await app.settle()
        assert app.shows("Terlewat · deadline")

    on_phone(desk, phone, check)


@pytest.mark.parametrize("will_allow", [True, False])
def test_the_first_thing_that_is_planned_asks_once(desk: Workspace, will_allow: bool):
    phone = Phone(is_allowed=False, will_allow=will_allow)

    async def check(app: AppSession) -> None:
        add(desk, "Ide")
        await app.settle()
        assert phone.asked == 0
        add(desk, "Reels", due=today("16:00"))
        await app.settle()
        assert phone.asked == 1
        assert bool(phone.alarms) == will_allow
        add(desk, "Kuis", due=today("17:00"))
        await app.settle()
        assert phone.asked == 1

    on_phone(desk, phone, check)


def test_the_example_asks_nothing(desk: Workspace):
    phone = Phone(is_allowed=False)

    async def check(app: AppSession) -> None:
        load_example(desk, "id")
        await app.settle()
        assert phone.asked == 0

    on_phone(desk, phone, check)


def test_settings_ask_and_then_lead_to_the_systems_own(desk: Workspace):
    phone = Phone(is_allowed=False, will_allow=False)

    async def check(app: AppSession) -> None:
        await app.click("Izinkan")
        assert (phone.asked, phone.settings_opened) == (1, 1)
        phone.will_allow = True
        await app.click("Izinkan")
        assert (phone.asked, phone.settings_opened) == (2, 1)
        assert app.shows("Diizinkan")

    on_phone(desk, phone, check, route="/settings")


def test_a_tap_opens_the_task(desk: Workspace):
    task = add(desk, "Reels", due=today("16:00"))
    phone = Phone()

    async def check(app: AppSession) -> None:
        (alarm, *_) = phone.alarms.values()
        await tap(app, alarm["payload"])
        assert app.page.route == routes.task_route(task.uid)
        await tap(app, "nobody's")
        assert app.page.route == routes.task_route(task.uid)

    on_phone(desk, phone, check)


def test_alarms_come_about_then_where_android_allows_no_more(desk: Workspace):
    add(desk, "Reels", due=today("16:00"))
    phone = Phone()
    phone.is_exact = False
    on_phone(desk, phone, nothing)
    assert {each["schedule_mode"] for each in phone.alarms.values()} == {"inexactAllowWhileIdle"}


def test_a_clock_that_cannot_be_set_is_logged_once(
    desk: Workspace, caplog: pytest.LogCaptureFixture
):
    add(desk, "Reels", due=today("16:00"))
    phone = Phone()
    phone.fault = "full"

    async def check(app: AppSession) -> None:
        add(desk, "Lain")
        await app.settle()

    on_phone(desk, phone, check)
    said = [each for each in caplog.records if "alarm clock" in each.getMessage()]
    assert [each.levelname for each in said] == ["WARNING"]


def test_iphones_have_no_channels(desk: Workspace):
    add(desk, "Reels", due=today("16:00"))
    phone = Phone()
    on_phone(desk, phone, nothing, platform="ios")
    assert phone.channels == []
    assert phone.alarms


@pytest.mark.parametrize(("web", "platform"), [(True, "android"), (False, "linux")])
def test_browsers_and_desktops_have_no_alarm_clock(desk: Workspace, web: bool, platform: str):
    phone = Phone(is_allowed=False)

    async def check(app: AppSession) -> None:
        add(desk, "Reels", due=today("16:00"))
        await app.settle()
        assert not app.shows("Notifikasi ponsel")

    on_phone(desk, phone, check, route="/settings", web=web, platform=platform)
    assert phone.asked == 0
