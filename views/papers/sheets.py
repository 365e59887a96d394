"""A report in the format that was asked for, as bytes.

Owns which formats there are; what makes a PDF or a picture is imported only when one is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.reporting import Report
from views.text.dates import Dates


class Format(StrEnum):
    """What a report can be kept as."""

    PDF = "pdf"
    PNG = "png"
    CSV = "csv"
    MARKDOWN = "md"


FORMATS = tuple(Format)
MIME_TYPES: Mapping[Format, str] = {
    Format.PDF: "application/pdf",
    Format.PNG: "image/png",
    Format.CSV: "text/csv",
    Format.MARKDOWN: "text/markdown",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A report with what its words need: the goals' names by uid, and when it was made (aware)."""

    report: Report
    goals: Mapping[str, str]
    dates: Dates
    made: datetime


def rendered(paper: Paper, format: Format) -> bytes:
    """The report as a whole file."""
    match format:
        case Format.PDF:
            from views.papers.pdf import report_pdf

            return report_pdf(paper)
        case Format.PNG:
            from views.papers.picture import report_png

            return report_png(paper)
        case Format.CSV:
            from views.papers.plain import report_csv

            return report_csv(paper)
        case Format.MARKDOWN:
            from views.papers.plain import report_markdown

            return report_markdown(paper).encode()
