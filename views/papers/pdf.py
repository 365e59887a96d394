"""A report as a PDF on A4, with the app's own fonts in it.

Owns the pages' layout. Imported only when one is made: fpdf2 is heavy for a start.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from models.reporting import ReportRow
from views.papers import ink
from views.papers.ink import Color
from views.papers.plain import row_text
from views.text import report_words
from views.text.ledger_words import COUNT_LABELS, rate_text
from views.text.report_words import Told

if TYPE_CHECKING:
    from views.papers.sheets import Paper

_MARGIN = 18.0
_BAR = 3.2
#: So many tasks of each end are listed; the CSV has all.
_LISTED = 200
_STRONG = "strong"
_BOLD = "bold"
_TEXT = "text"
_NUMBER = "number"


def report_pdf(paper: Paper) -> bytes:
    """The whole report; the same report made at the same instant gives the same bytes."""
    # fontTools tells of every table that it leaves out.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    sheet = _Sheet(paper)
    sheet.set_creation_date(paper.made)
    sheet.add_page()
    sheet.head()
    if not paper.report.is_empty:
        sheet.numbers()
        sheet.charts()
        sheet.promises()
    try:
        return bytes(sheet.output())
    finally:
        sheet.let_fonts_go()


class _Sheet(FPDF):
    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self._paper = paper
        self._words = paper.dates.words
        weights = ((_TEXT, 500), (_STRONG, 700), (_BOLD, 800))
        for family, weight in weights:
            self.add_font(family, fname=ink.TEXT_FONT, variations={"wght": weight})
        self.add_font(_NUMBER, fname=ink.NUMBER_FONT, variations={"wght": 600})
        self.add_font("arabic", fname=ink.ARABIC_FONT)
        self.add_font("emoji", fname=ink.EMOJI_FONT)
        self.set_fallback_fonts(["arabic", "emoji"], exact_match=False)
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(True, _MARGIN)
        title = report_words.title(paper.dates, paper.report.first, paper.report.last)
        self._title = f"{self._words.say('Report')}: {title}"
        self.set_title(self._title)
        self.set_creator("DoCheck")
        self.set_lang(self._words.language)

    def let_fonts_go(self) -> None:
        """Close the fonts' files, which fpdf2 leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def footer(self) -> None:
        """The page's number, and where it comes from."""
        self.set_y(-12)
        self._write(f"DoCheck · {self._title} · {self.page_no()}", _TEXT, 8, ink.QUIET, align="C")

    def head(self) -> None:
        """The title, how much was on time, and the sentences."""
        paper, record = self._paper, self._paper.report.record
        self._write(self._words.say("Report"), _TEXT, 11, ink.QUIET)
        title = report_words.title(paper.dates, paper.report.first, paper.report.last)
        self._write(title, _BOLD, 24, ink.INK)
        self.ln(3)
        top = self.get_y()
        if record.original.judged:
            self.set_fill_color(*ink.PRIMARY)
            self.rect(_MARGIN, top, self.epw, 26, style="F", round_corners=True, corner_radius=5)
            self.set_xy(_MARGIN + 7, top + 4)
            share, _, rest = rate_text(self._words, record.original).partition(" ")
            self._write(share, _BOLD, 28, ink.WHITE)
            self.set_x(_MARGIN + 7)
            said = self._words.say_in("record", "On time, first promise")
            self._write(f"{said} {rest}", _TEXT, 10, ink.WHITE)
            self.set_y(top + 31)
        for line in report_words.sentences(paper.dates, paper.report, paper.goals):
            self._paragraph(line, 11, ink.INK)
        self.ln(2)

    def numbers(self) -> None:
        """The bar of what became of the promises, and each number with its name."""
        report, dates = self._paper.report, self._paper.dates
        counts = report_words.counts(self._words, report)
        self._section(self._words.say("What became of it"))
        ends = [each for each in counts if each.figure in ink.FATES]
        total = sum(each.amount for each in ends)
        x, y = _MARGIN, self.get_y()
        for each in ends:
            width = self.epw * each.amount / total
            self.set_fill_color(*ink.FATES[each.figure])
            self.rect(x, y, width, 5, style="F")
            x += width
        self.ln(8)
        for each in (*counts, *report_words.rates(dates, report)):
            self._line(each, ink.FATES.get(each.figure))

    def charts(self) -> None:
        """Bars by day, reason, weekday, goal and time spent."""
        report, dates, goals = self._paper.report, self._paper.dates, self._paper.goals
        say = self._words.say
        parts = [report_words.part_told(dates, part) for part in report.parts if part.planned]
        self._bars(say("Day by day"), parts, ink.PRIMARY)
        self._bars(say("Why things slipped"), report_words.reasons(self._words, report), ink.AMBER)
        days = report_words.weekdays(dates, report)
        if any(day.amount for day in days):
            self._bars(say("Slips by weekday"), days, ink.AMBER)
        told = report_words.goal_parts(self._words, report, goals)
        self._bars(say("On time by goal"), told, ink.PRIMARY)
        self._bars(say("Time spent"), report_words.times(dates, report, goals), ink.BLUE)

    def promises(self) -> None:
        """The tasks, by what became of them."""
        rows: dict[str, list[ReportRow]] = {}
        for row in self._paper.report.rows():
            rows.setdefault(row.fate, []).append(row)
        for fate, label in COUNT_LABELS.items():
            found = rows.get(fate, [])
            if not found:
                continue
            self._section(
                f"{self._words.say_in('record', label)} ({self._words.number(len(found))})"
            )
            for row in found[:_LISTED]:
                self._paragraph(row_text(self._paper, row), 9.5, ink.INK)
            if len(found) > _LISTED:
                more = self._words.count(
                    "and {count} more", "and {count} more", len(found) - _LISTED
                )
                self._paragraph(more, 9.5, ink.QUIET)

    def _section(self, title: str) -> None:
        if self.will_page_break(26):
            self.add_page()
        self.ln(4)
        self._write(title, _STRONG, 13, ink.INK)
        self.ln(1)

    def _bars(self, title: str, told: Sequence[Told], color: Color) -> None:
        if not told:
            return
        self._section(title)
        most = max(each.amount for each in told) or 1
        name, value = 42.0, 42.0
        room = self.epw - name - value - 4
        for each in told:
            if self.will_page_break(7):
                self.add_page()
            y = self.get_y()
            self._cell(each.label, name, _TEXT, ink.INK, "L")
            for width, fill in (
                (room, ink.AREA),
                (room * each.amount / (each.whole or most), color),
            ):
                if width > 0.4:
                    self.set_fill_color(*fill)
                    self.rect(_MARGIN + name + 2, y + 1.4, width, _BAR, style="F")
            self.set_xy(_MARGIN + self.epw - value, y)
            self._cell(each.value, value, _NUMBER, ink.QUIET, "R")
            self.set_xy(_MARGIN, y + 6.4)

    def _line(self, told: Told, color: Color | None) -> None:
        if self.will_page_break(7):
            self.add_page()
        y = self.get_y()
        if color is not None:
            self.set_fill_color(*color)
            self.ellipse(_MARGIN, y + 1.9, 2.2, 2.2, style="F")
        self.set_xy(_MARGIN + 5, y)
        self._cell(told.label, self.epw - 55, _TEXT, ink.INK, "L")
        self._cell(told.value, 50, _NUMBER, ink.INK, "R")
        self.set_xy(_MARGIN, y + 6.4)

    def _cell(self, text: str, width: float, family: str, color: Color, align: str) -> None:
        self.set_font(family, size=10)
        self.set_text_color(*color)
        self.cell(width, 6, self._fitting(text, width), align=align)

    def _fitting(self, text: str, width: float) -> str:
        """`text`, cut off with an ellipsis where it is too wide."""
        if self.get_string_width(text) <= width - 2:
            return text
        while text and self.get_string_width(f"{text}…") > width - 2:
            text = text[:-1]
        return f"{text}…"

    def _paragraph(self, text: str, size: float, color: Color) -> None:
        self.set_font(_TEXT, size=size)
        self.set_text_color(*color)
        self.multi_cell(0, size * 0.56, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _write(
        self, text: str, family: str, size: float, color: Color, *, align: str = "L"
    ) -> None:
        self.set_font(family, size=size)
        self.set_text_color(*color)
        self.cell(0, size * 0.5, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
