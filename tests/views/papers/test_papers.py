"""Reports as files: the colours of the app, both languages, any title."""

import io
from datetime import date, time, timedelta

import pytest
from PIL import Image

from models.moment import Moment
from services import reports, tasks
from services.workspace import Workspace
from tests.rig.desk import NOW, TODAY, add
from views import theme
from views.papers import FORMATS, Format, Paper, ink, rendered
from views.papers.picture import SIZE
from views.papers.plain import report_markdown
from views.text import Dates, Language

_THEMED = {
    "PRIMARY": theme.LIGHT.primary,
    "PRIMARY_CONTAINER": theme.LIGHT.primary_container,
    "TERTIARY": theme.LIGHT.tertiary,
    "ERROR": theme.LIGHT.error,
    "AMBER": theme.LIGHT.primary_fixed_dim,
    "BLUE": theme.LIGHT.secondary_fixed_dim,
    "SURFACE": theme.LIGHT.surface,
    "AREA": theme.LIGHT.surface_container_low,
    "TRACK": theme.LIGHT.surface_container_highest,
    "INK": theme.LIGHT.on_surface,
    "QUIET": theme.LIGHT.on_surface_variant,
}


def paper(desk: Workspace, language: Language = "id") -> Paper:
    found = reports.report(desk, TODAY - timedelta(days=30), TODAY)
    return Paper(found.report, found.goals, Dates(language, desk.zone), NOW)


@pytest.mark.parametrize("name", _THEMED)
def test_paper_has_the_colours_of_the_light_theme(name: str):
    red, green, blue = getattr(ink, name)
    assert f"#{red:02X}{green:02X}{blue:02X}" == _THEMED[name]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("format", FORMATS)
def test_any_title_can_be_on_paper(desk: Workspace, format: Format, language: Language):
    for title in ("Reels 🎬 | *tebal*", "مرحبا", "=1+1", "漢字", "x" * 300):
        tasks.complete(desk, add(desk, title, due=Moment(date(2026, 11, 20), time(9))).uid)
    assert len(rendered(paper(desk, language), format)) > 100


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_at_all_makes_a_file_too(desk: Workspace, format: Format):
    assert rendered(paper(desk), format)


def test_the_picture_has_its_size(desk: Workspace):
    add(desk, "Reels", due=Moment(date(2026, 11, 20), time(9)))
    with Image.open(io.BytesIO(rendered(paper(desk), Format.PNG))) as picture:
        assert picture.size == SIZE


def test_markdown_takes_a_title_as_it_is(desk: Workspace):
    add(desk, "a|b *c*", due=Moment(date(2026, 11, 20), time(9)))
    assert r"a\|b \*c\*" in report_markdown(paper(desk))
