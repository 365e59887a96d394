"""What the text of `add` says of the task, beside what its options say.

Owns that options win: what they overrule stays in the title, word for word.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from models.quickadd import FieldName
from models.task import TaskFields
from services.quick_add import understand
from views.cli.asked import Desk
from views.cli.task_options import fields_from

#: The option that overrules a field of the text.
_OPTIONS: Mapping[FieldName, str] = {
    FieldName.DUE: "due",
    FieldName.DTSTART: "start",
    FieldName.LEAD: "lead",
    FieldName.ESTIMATE: "estimate",
    FieldName.GOAL: "goal",
    FieldName.PRIORITY: "priority",
    FieldName.CATEGORIES: "tag",
    FieldName.URL: "url",
}


def fields_of_line(options: argparse.Namespace, desk: Desk) -> TaskFields:
    """The new task's fields; with ``--plain`` all of the text is title.

    A goal that the text names is put where ``--goal`` would be.

    Raises:
        Refusal: an option cannot be that.
    """
    text = " ".join(options.text)
    if options.plain:
        return fields_from(options, desk.workspace) | TaskFields(summary=text)
    parsed = understand(desk.workspace, text, desk.words.language)
    overruled = {
        name for name, option in _OPTIONS.items() if getattr(options, option, None) is not None
    }
    if overruled:
        others = {
            span for found in parsed.found if found.name not in overruled for span in found.spans
        }
        plain = [span for name in overruled for span in parsed.spans(name) if span not in others]
        parsed = understand(desk.workspace, text, desk.words.language, plain)
    fields = parsed.fields(desk.workspace.zone)
    fields |= fields_from(options, desk.workspace, said=fields.get("due"))
    if options.goal is None:
        options.goal = parsed.goal
    # A line that is nothing but a date is a title all the same.
    fields["summary"] = parsed.title or text
    return fields
