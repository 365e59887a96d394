"""Every refusal has its own sentence in both languages."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models import errors
from views.text import Dates, Words
from views.text.refusals import refusal_text
from views.text.words import Language

LANGUAGES: tuple[Language, ...] = ("id", "en")
DATA = Path("docheck.db")
EXAMPLES: tuple[errors.Refusal, ...] = (
    errors.Refusal(),
    errors.EmptySummary(),
    errors.SummaryTooLong(1_250, 1_000),
    errors.TextTooLong("description", 100_001, 100_000),
    errors.ImpossibleDate("31 Februari"),
    errors.UnknownZone("Asia/Jakrta"),
    errors.ImpossibleValue("priority", 12),
    *(errors.ImpossibleRule(fault, "INTERVAL=0") for fault in errors.RuleFault),
    errors.NotRepeating("Balas komentar"),
    errors.NothingToCountFrom("due"),
    errors.UnknownTask("01936f2e-7c3a-7000"),
    errors.AmbiguousUid("01"),
    errors.UnknownGoal("Konten Desember"),
    errors.UnknownTag("reels"),
    errors.CircularParent(),
    errors.NotAStep("Konten"),
    errors.StepsOpen("Konten", 2),
    errors.NothingToUndo(),
    errors.NothingToRedo(),
    errors.ChangedSince("Konten"),
    errors.ChangedSince(""),
    errors.NotInTrash("Konten"),
    errors.NoTimer(),
    errors.TaskClosed("Konten"),
    errors.UnknownTimeEntry("01936f2e"),
    errors.HasTasks(3),
    *(errors.UnreadableQuery(fault, "besoknya", 4) for fault in errors.QueryFault),
    errors.EmptyQuery(),
    errors.UnknownPerson("Raka"),
    errors.PersonExists("Raka"),
    errors.DeadlinePassed("2026-11-23T09:00"),
    errors.NothingProposed("Reels"),
    errors.UnknownFilter("Pekan ini"),
    errors.UnknownRecipe("Reels"),
    errors.RecipeExists("Reels"),
    errors.BuiltInRecipe("reels"),
    errors.EmptyRecipe("Konten"),
    errors.NoDueTime("Konten"),
    errors.UnknownTemplate("Skripsi"),
    errors.TemplateExists("Skripsi"),
    errors.BuiltInTemplate("Skripsi"),
    errors.EmptyTemplate("Konten"),
    errors.TemplateTooLarge("tasks", 1_200, 1_000),
    errors.TemplateTooLarge("depth", 21, 20),
    errors.TemplateTooLarge("size", 3_000_000, 2_000_000),
    *(errors.UnreadableTemplate(fault, "tasks[2].due") for fault in errors.TemplateFault),
    errors.FilterExists("Pekan ini"),
    errors.StorageRefusal(DATA),
    errors.StorageReadOnly(DATA),
    errors.StorageFull(DATA),
    errors.StorageBusy(DATA),
    errors.StorageUnreachable(DATA),
    errors.StorageNewer(DATA),
    errors.StorageForeign(DATA),
    errors.StorageDamaged(DATA),
    errors.FileExists(DATA),
    errors.FileMissing(DATA),
)


def kinds(base: type[errors.Refusal]) -> set[type[errors.Refusal]]:
    """`base` and every class below it that models/errors.py defines."""
    below = {kind for child in base.__subclasses__() for kind in kinds(child)}
    return {kind for kind in {base, *below} if kind.__module__ == errors.__name__}


def test_the_examples_are_all_there() -> None:
    assert {type(example) for example in EXAMPLES} == kinds(errors.Refusal)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_own_text(language: Language) -> None:
    texts = [refusal_text(Words(language), example) for example in EXAMPLES]
    texts.append(refusal_text(Words(language), ZeroDivisionError()))
    assert len(set(texts)) == len(texts)
    assert all(text.endswith(".") and "{" not in text for text in texts)


@pytest.mark.parametrize("refusal", EXAMPLES, ids=lambda refusal: type(refusal).__name__)
def test_both_languages_differ(refusal: errors.Refusal) -> None:
    assert refusal_text(Words("id"), refusal) != refusal_text(Words("en"), refusal)


def test_faults_get_the_general_text() -> None:
    assert refusal_text(Words("en"), KeyError("x")).startswith("Something went wrong")
    assert refusal_text(Words("id"), KeyError("x")).startswith("Ada yang tidak beres")


def test_what_they_say() -> None:
    words = Words("id")
    assert refusal_text(words, errors.EmptySummary()) == "Beri judul dulu, ya."
    assert "1.250" in refusal_text(words, errors.SummaryTooLong(1_250, 1_000))
    assert refusal_text(words, errors.TextTooLong("url", 3_000, 2_000)).startswith("Tautan: 3.000")
    assert "16.00" in refusal_text(words, errors.ImpossibleDate("x"))
    assert "16:00" in refusal_text(Words("en"), errors.ImpossibleDate("x"))
    assert "1 task already" in refusal_text(Words("en"), errors.HasTasks(1))


def test_long_input_is_shortened() -> None:
    assert len(refusal_text(Words("en"), errors.ImpossibleDate("x\n" * 5_000))) < 160


def test_a_damaged_file_names_its_backup_and_day() -> None:
    dates = Dates("id", ZoneInfo("Asia/Jakarta"))
    damaged = errors.StorageDamaged(DATA, Path("docheck-2026-11-23.db"))
    assert "docheck-2026-11-23.db (23 Nov 2026)" in refusal_text(Words("id"), damaged, dates)
    assert refusal_text(Words("id"), damaged).endswith("docheck-2026-11-23.db.")
    strange = errors.StorageDamaged(DATA, Path("20269999.db"))
    assert refusal_text(Words("en"), strange, dates).endswith("20269999.db.")
