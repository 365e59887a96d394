"""A report as a picture to share: 1080 wide, 1350 high, with the app's own font.

Owns the picture's layout. Imported only when one is made.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from views.papers import ink
from views.papers.ink import Color
from views.text import report_words
from views.text.report_words import Told

if TYPE_CHECKING:
    from views.papers.sheets import Paper

SIZE = (1080, 1350)
_MARGIN = 80
_WIDTH = SIZE[0] - 2 * _MARGIN
#: So many sentences and lines of numbers fit.
_SENTENCES = 3
_NUMBERS = 6


def report_png(paper: Paper) -> bytes:
    """One page: how much was on time, what became of the rest, and the best sentences."""
    picture = Image.new("RGB", SIZE, ink.SURFACE)
    _Card(paper, ImageDraw.Draw(picture)).draw()
    out = io.BytesIO()
    picture.save(out, format="PNG", optimize=True)
    return out.getvalue()


@cache
def _font(path: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


class _Card:
    def __init__(self, paper: Paper, pen: ImageDraw.ImageDraw) -> None:
        self._paper = paper
        self._pen = pen
        self._y = _MARGIN

    def draw(self) -> None:
        """Everything, from the top down."""
        paper, report = self._paper, self._paper.report
        words = paper.dates.words
        self._text("DoCheck", 30, 700, ink.PRIMARY)
        self._y += 12
        self._text(report_words.title(paper.dates, report.first, report.last), 68, 800, ink.INK)
        self._y += 28
        self._hero()
        for line in self._sentences():
            self._wrapped(line)
        self._y += 22
        told = [each for each in report_words.counts(words, report) if each.figure in ink.FATES]
        self._bar(told)
        for each in told[:_NUMBERS]:
            self._number(each)

    def _sentences(self) -> Iterator[str]:
        paper = self._paper
        told = report_words.sentences(paper.dates, paper.report, paper.goals)
        yield from list(told)[:_SENTENCES]

    def _hero(self) -> None:
        record, words = self._paper.report.record, self._paper.dates.words
        share = record.original.share
        if share is None:
            return
        top, height = self._y, 330
        self._pen.rounded_rectangle(
            (_MARGIN, top, SIZE[0] - _MARGIN, top + height), 48, fill=ink.PRIMARY
        )
        big = _font(ink.NUMBER_FONT, 150, 800)
        self._pen.text((_MARGIN + 48, top + 40), f"{round(share * 100)}%", ink.WHITE, font=big)
        label = words.say_in("record", "On time, first promise")
        font = _font(ink.TEXT_FONT, 34, 500)
        self._pen.text((_MARGIN + 48, top + 236), label, ink.WHITE, font=font)
        box = (SIZE[0] - _MARGIN - 250, top + 65, SIZE[0] - _MARGIN - 50, top + 265)
        self._pen.arc(box, 0, 360, fill=ink.RING_TRACK, width=26)
        if share:
            self._pen.arc(box, -90, -90 + 360 * share, fill=ink.PRIMARY_CONTAINER, width=26)
        count = f"{record.original.kept}/{record.original.judged}"
        size = 48 if len(count) < 6 else 34
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        font = _font(ink.NUMBER_FONT, size, 800)
        self._pen.text(middle, count, ink.WHITE, font=font, anchor="mm")
        self._y = top + height + 34

    def _bar(self, told: list[Told]) -> None:
        total = sum(each.amount for each in told)
        x = float(_MARGIN)
        for each in told:
            width = _WIDTH * each.amount / total
            box = (x, self._y, x + max(width - 4, 1), self._y + 26)
            self._pen.rounded_rectangle(box, 8, fill=ink.FATES[each.figure])
            x += width
        self._y += 54 if told else 0

    def _number(self, told: Told) -> None:
        middle = self._y + 26
        dot = (_MARGIN, middle - 10, _MARGIN + 20, middle + 10)
        self._pen.ellipse(dot, fill=ink.FATES[told.figure])
        font, digits = _font(ink.TEXT_FONT, 36, 500), _font(ink.NUMBER_FONT, 38, 700)
        self._pen.text((_MARGIN + 40, middle), told.label, ink.INK, font=font, anchor="lm")
        right = SIZE[0] - _MARGIN
        self._pen.text((right, middle), told.value, ink.INK, font=digits, anchor="rm")
        self._y += 58

    def _text(self, text: str, size: int, weight: int, color: Color) -> None:
        font = _font(ink.TEXT_FONT, size, weight)
        while size > 24 and font.getlength(text) > _WIDTH:
            size -= 2
            font = _font(ink.TEXT_FONT, size, weight)
        self._pen.text((_MARGIN, self._y), text, color, font=font)
        self._y += round(size * 1.3)

    def _wrapped(self, text: str) -> None:
        font = _font(ink.TEXT_FONT, 36, 500)
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and font.getlength(longer) > _WIDTH:
                self._pen.text((_MARGIN, self._y), line, ink.INK, font=font)
                self._y += 50
                line = word
            else:
                line = longer
        self._pen.text((_MARGIN, self._y), line, ink.INK, font=font)
        self._y += 54
