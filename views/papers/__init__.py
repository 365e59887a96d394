"""Reports as files: Markdown, CSV, PDF and a picture. Knows words, but no Flet and no storage."""

from views.papers.sheets import FORMATS, MIME_TYPES, Format, Paper, rendered

__all__ = ["FORMATS", "MIME_TYPES", "Format", "Paper", "rendered"]
