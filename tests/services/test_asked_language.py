"""A language that the app was started with: in force until another is chosen, and never kept."""

from services.settings import change_settings
from tests.rig.desk import OpenDesk, add


def test_it_counts_from_the_start_and_is_not_kept(open_desk: OpenDesk) -> None:
    assert open_desk(language="id").settings.language == "id"
    assert open_desk().settings.language is None


def test_it_outlasts_what_another_process_writes(open_desk: OpenDesk) -> None:
    asked, other = open_desk(language="id"), open_desk()
    asked.poll()
    change_settings(other, theme="dark")
    add(other)
    assert asked.poll()
    assert (asked.settings.language, asked.settings.theme) == ("id", "dark")


def test_a_language_chosen_in_the_settings_takes_its_place(open_desk: OpenDesk) -> None:
    asked, other = open_desk(language="id"), open_desk()
    change_settings(asked, language="en")
    add(other)
    asked.poll()
    assert asked.settings.language == "en"
    assert open_desk().settings.language == "en"
