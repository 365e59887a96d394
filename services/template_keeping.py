"""How a template of the account's own is written, changed and forgotten inside a gesture.

Owns its history and what its name and words may be; undoing comes by here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from models.errors import (
    TemplateExists,
    TextTooLong,
)
from models.folding import folded
from models.storage import images, template_rows
from models.storage.template_rows import KeptTemplate
from models.storage.unit import UnitOfWork
from models.task import DESCRIPTION_LIMIT, NAME_LIMIT
from models.template import (
    GoalTemplate,
)
from models.template_json import to_json
from services.fields import checked_summary, clean_line, clean_text
from services.gesture import Gesture
from services.ids import position_behind

#: What the history keeps of one, beside when it was made.
_IMAGED = ("name", "body", "position")


def add_template(unit: UnitOfWork, gesture: Gesture, made: GoalTemplate) -> GoalTemplate:
    """Write a new template behind the others, once its words are checked."""
    made = replace(
        made,
        name=checked_name(unit, made.name, made.uid),
        description=checked_description(made.description),
        category=_checked_category(made.category),
    )
    positions = [kept_position for _, kept_position in template_rows.names(unit).values()]
    position = position_behind(positions[-1] if positions else None, gesture.now, made.uid)
    body = to_json(made)
    del body["name"]
    kept = KeptTemplate(
        uid=made.uid,
        name=made.name,
        body=body,
        position=position,
        created=gesture.now,
        last_modified=gesture.now,
    )
    template_rows.add(unit, kept)
    gesture.template_changed(kept.uid, None, _image(kept))
    return kept.template


def take_template(unit: UnitOfWork, gesture: Gesture, kept: KeptTemplate) -> None:
    """Take it out of the file; the history keeps it."""
    template_rows.take(unit, kept.uid)
    gesture.template_changed(kept.uid, _image(kept), None)


def change_template(
    unit: UnitOfWork, gesture: Gesture, kept: KeptTemplate, values: Mapping[str, Any]
) -> KeptTemplate:
    """Write those of `values` that differ, and note them."""
    differing = {name: value for name, value in values.items() if getattr(kept, name) != value}
    if not differing:
        return kept
    before = {name: getattr(kept, name) for name in differing}
    changed = replace(kept, **differing, last_modified=gesture.now, sequence=kept.sequence + 1)
    template_rows.change(unit, changed)
    gesture.template_changed(kept.uid, before, differing)
    return changed


def _image(kept: KeptTemplate) -> dict[str, Any]:
    return {"created": kept.created, **{name: getattr(kept, name) for name in _IMAGED}}


def checked_name(unit: UnitOfWork, text: str, uid: str) -> str:
    """A name for the template `uid`, cleaned.

    Raises:
        EmptySummary, TextTooLong, TemplateExists: it cannot be one.
    """
    name = checked_summary(text)
    if len(name) > NAME_LIMIT:
        raise TextTooLong("name", len(name), NAME_LIMIT)
    wanted = folded(name)
    for other, (taken, _) in template_rows.names(unit).items():
        if other != uid and folded(taken) == wanted:
            raise TemplateExists(name)
    return name


def free_name(unit: UnitOfWork, name: str) -> str:
    """`name`, or the first one with a number behind it that no own template has."""
    taken = {folded(each) for each, _ in template_rows.names(unit).values()}
    if folded(name) not in taken:
        return name
    tries = (f"{name[: NAME_LIMIT - 6]} ({number})" for number in count(2))
    return next(each for each in tries if folded(each) not in taken)


def checked_description(text: str) -> str:
    """A description, cleaned.

    Raises:
        TextTooLong: it cannot be one.
    """
    description = clean_text(text)
    if len(description) > DESCRIPTION_LIMIT:
        raise TextTooLong("description", len(description), DESCRIPTION_LIMIT)
    return description


def _checked_category(text: str | None) -> str | None:
    category = clean_line(text or "")
    if len(category) > NAME_LIMIT:
        raise TextTooLong("category", len(category), NAME_LIMIT)
    return category or None


def take_template_back(
    unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any] | None
) -> None:
    """Leave the template as an undone gesture found it; None: there was none."""
    kept = template_rows.read(unit, uid)
    if image is None:
        if kept is not None:
            take_template(unit, gesture, kept)
        return
    values = images.from_json(image)
    if kept is not None:
        values.pop("created", None)
        change_template(unit, gesture, kept, values)
    elif "created" in values:
        kept = KeptTemplate(uid=uid, last_modified=gesture.now, **values)
        template_rows.add(unit, kept)
        gesture.template_changed(uid, None, _image(kept))


def is_template(unit: UnitOfWork, uid: str, image: Mapping[str, Any] | None) -> bool:
    """Whether a setting of the history is a template: there is one, or `image` is one's."""
    return "body" in (image or ()) or uid in template_rows.names(unit)


def template_name(unit: UnitOfWork, uid: str) -> str:
    """What it is called; empty where it is gone."""
    return template_rows.names(unit).get(uid, ("", ""))[0]
