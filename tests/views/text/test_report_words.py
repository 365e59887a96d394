"""A report's numbers in words."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from models.habits import BestHours
from services import reports, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from views.text import Dates, Words
from views.text.report_words import best_hours_text, goal_parts, sentences

__all__ = ["clock", "desk", "folder", "open_desk", "template"]
DAY = timedelta(days=1)
EN = Dates("en", ZoneInfo("Asia/Jakarta"))


def test_a_goal_is_on_time_by_what_can_be_told_of_and_not_by_what_lies_ahead(
    desk: Workspace,
) -> None:
    tasks.complete(desk, add(desk, "Reels", due=at(TODAY + DAY)).uid)
    add(desk, "Carousel", due=at(TODAY - DAY))
    add(desk, "Story", due=at(TODAY + 2 * DAY))
    report = reports.report(desk, TODAY - 7 * DAY, TODAY + 7 * DAY).report
    (told,) = goal_parts(Words("id"), report, {})
    assert (told.label, told.value, told.amount, told.whole) == ("Tanpa goal", "1 dari 2", 1, 2)


def test_what_is_late_is_usual_from_three_tasks_on(desk: Workspace) -> None:
    said: list[str] = []
    for day in (1, 3, 5):
        tasks.complete(desk, add(desk, f"Reels {day}", due=at(TODAY - day * DAY, "10:00")).uid)
        report = reports.report(desk, TODAY - 7 * DAY, TODAY).report
        said.append(next(sentences(EN, report, {}, has_rate=False)))
    assert said == [
        "One task was done 1 d late.",
        "Two tasks were done late, by 2 d on average.",
        "What came later usually came 3 d later.",
    ]


def test_how_many_were_on_time_is_left_out_where_a_number_says_so(desk: Workspace) -> None:
    tasks.complete(desk, add(desk, "Reels", due=at(TODAY + DAY)).uid)
    report = reports.report(desk, TODAY - 7 * DAY, TODAY + 7 * DAY).report
    rate, *rest = sentences(EN, report, {})
    assert rate == "1 of 1 were on time."
    assert list(sentences(EN, report, {}, has_rate=False)) == rest


def test_best_hours_are_between_two_times() -> None:
    best = BestHours(time(15), time(17), 34)
    assert best_hours_text(EN, best) == "Most is done on time between 15 and 17 (from 34 tasks)."
    assert best_hours_text(Dates("id", EN.zone), best) == (
        "Paling banyak selesai tepat waktu antara 15 dan 17 (dari 34 tugas)."
    )
