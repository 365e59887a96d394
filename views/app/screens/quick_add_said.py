"""The words of a field that only the line of quick add says: how often, from when, a link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import flet as ft

from models.quickadd import FieldName
from models.task import RepeatFrom
from views.app.session import AppSession
from views.text.dates import sentence
from views.text.notices import reminder_text
from views.text.repeats import repeat_text


def said_label(
    session: AppSession, fields: Mapping[str, Any], name: FieldName
) -> tuple[ft.IconData, str]:
    """A chip's icon, and what it says of the field's value."""
    say, dates = session.words.say, session.dates
    value = fields[name.value]
    match name:
        case FieldName.RRULE:
            text = repeat_text(value, dates, fields.get("repeat_from", RepeatFrom.DUE))
            return ft.Icons.REPEAT_ROUNDED, sentence(text)
        case FieldName.DTSTART:
            start = dates.spoken(value, session.minute.now)
            return ft.Icons.START_ROUNDED, say("From {start}", start=start)
        case FieldName.REMINDERS:
            now = session.minute.now
            text = " · ".join(reminder_text(dates, reminder, now) for reminder in value)
            return ft.Icons.NOTIFICATIONS_NONE_ROUNDED, text
        case _:
            return ft.Icons.LINK_ROUNDED, urlsplit(value).netloc or value
