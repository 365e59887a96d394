"""A report's numbers in words."""

from datetime import timedelta

from services import reports, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from views.text import Words
from views.text.report_words import goal_parts

__all__ = ["clock", "desk", "folder", "open_desk", "template"]
DAY = timedelta(days=1)


def test_a_goal_is_on_time_by_what_can_be_told_of_and_not_by_what_lies_ahead(
    desk: Workspace,
) -> None:
    tasks.complete(desk, add(desk, "Reels", due=at(TODAY + DAY)).uid)
    add(desk, "Carousel", due=at(TODAY - DAY))
    add(desk, "Story", due=at(TODAY + 2 * DAY))
    report = reports.report(desk, TODAY - 7 * DAY, TODAY + 7 * DAY).report
    (told,) = goal_parts(Words("id"), report, {})
    assert (told.label, told.value, told.amount, told.whole) == ("Tanpa goal", "1 dari 2", 1, 2)
