"""Reminders in both languages."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.moment import Moment
from models.reminding import Notice, NoticeKind, Snooze
from models.task import Reminder, ReminderAnchor
from views.text import Dates, Language, Words
from views.text.notices import (
    kind_label,
    notice_text,
    notices_lines,
    notices_title,
    reminder_text,
    snooze_text,
)

HOME = ZoneInfo("Asia/Jakarta")
#: Monday, 10:00 in Jakarta.
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("id", "en")
REMINDER, ALMOST, READY, DUE = NoticeKind
HOUR = timedelta(hours=1)


def notice(kind: NoticeKind, *, has_lead: bool = True, day: int = 23) -> Notice:
    due = Moment(date(2026, 11, day), time(16))
    ready = Moment(date(2026, 11, day), time(15)) if has_lead else None
    return Notice(NOW, kind, "1", "Reels", due, ready, NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_own_name(language: Language) -> None:
    assert len({kind_label(Words(language), kind) for kind in NoticeKind}) == len(NoticeKind)


@pytest.mark.parametrize(
    ("one", "indonesian", "english"),
    [
        (
            notice(ALMOST),
            "Hampir deadline · siap sebelum 15.00",
            "Almost due · ready by 15:00",
        ),
        (
            notice(ALMOST, has_lead=False),
            "Hampir deadline · deadline 16.00",
            "Almost due · due 16:00",
        ),
        (
            notice(READY),
            "Terlewat waktu siap · deadline 16.00",
            "Ready time missed · due 16:00",
        ),
        (notice(DUE), "Terlewat · deadline 16.00", "Missed · due 16:00"),
        (
            notice(REMINDER, day=24),
            "Pengingat · siap sebelum besok 15.00",
            "Reminder · ready by tomorrow 15:00",
        ),
        (Notice(NOW, REMINDER, "1", "Reels", None, None, NOW), "Pengingat", "Reminder"),
    ],
)
def test_a_notice_says_what_it_is_about(one: Notice, indonesian: str, english: str) -> None:
    assert notice_text(Dates("id", HOME), one, NOW) == indonesian
    assert notice_text(Dates("en", HOME), one, NOW) == english


def test_several_are_counted_and_one_has_its_title() -> None:
    one = notice(DUE)
    assert notices_title(Words("id"), [one]) == "Reels"
    assert notices_title(Words("id"), [one, one]) == "2 pengingat"
    assert notices_title(Words("en"), [one, one]) == "2 reminders"


def test_several_say_of_each_whether_its_ready_time_or_its_due_was_missed() -> None:
    titles = {ALMOST: "Story", READY: "Reels", DUE: "Thread", REMINDER: "Poster"}
    several = [notice(kind)._replace(summary=title) for kind, title in titles.items()]
    several.append(notice(READY)._replace(summary="Carousel"))
    assert notices_lines(Words("id"), several, 9) == (
        "Terlewat: Thread",
        "Terlewat waktu siap: Reels, Carousel",
        "Hampir deadline: Story",
        "Pengingat: Poster",
    )
    assert notices_lines(Words("en"), several, 2) == ("Missed: Thread", "Ready time missed: Reels…")


@pytest.mark.parametrize(
    ("reminder", "indonesian", "english"),
    [
        (
            Reminder(ReminderAnchor.READY, -HOUR / 2),
            "30 mnt sebelum waktu siap",
            "30 min before it is ready",
        ),
        (
            Reminder(ReminderAnchor.DUE, -24 * HOUR),
            "1 hari sebelum deadline",
            "1 d before it is due",
        ),
        (Reminder(ReminderAnchor.START, HOUR), "1 j setelah mulai", "1 h after the start"),
        (Reminder(ReminderAnchor.DUE), "Saat deadline", "When it is due"),
        (Reminder(ReminderAnchor.AT, at=NOW + 24 * HOUR), "besok 10.00", "tomorrow 10:00"),
    ],
)
def test_a_tasks_reminder_says_when(reminder: Reminder, indonesian: str, english: str) -> None:
    assert reminder_text(Dates("id", HOME), reminder, NOW) == indonesian
    assert reminder_text(Dates("en", HOME), reminder, NOW) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reminder_of_every_anchor_has_its_own_words(language: Language) -> None:
    dates = Dates(language, HOME)
    said = [
        reminder_text(dates, Reminder(anchor, offset), NOW)
        for anchor in (ReminderAnchor.DUE, ReminderAnchor.READY, ReminderAnchor.START)
        for offset in (-HOUR, timedelta(0), HOUR)
    ]
    assert len(set(said)) == len(said)


def test_how_long_a_snooze_lasts_is_said() -> None:
    def said(language: Language) -> list[str]:
        return [snooze_text(Dates(language, HOME), choice, NOW, HOME) for choice in Snooze]

    assert said("id") == ["10 mnt", "1 j", "Nanti malam 18.00", "Besok pagi 08.00"]
    assert said("en") == ["10 min", "1 h", "This evening 18:00", "Tomorrow morning 08:00"]
