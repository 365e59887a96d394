"""What another program shares, as quick add takes it. Pure: must know no session."""

from __future__ import annotations

from models.task import TaskFields
from views.app.overlays import AddTask
from views.app.routes import Shared


def add_shared(shared: Shared) -> AddTask:
    """Quick add with what was shared in its field, an address among it as the task's link.

    Lines beside a title are notes; without one, quick add offers a task for each.
    """
    text, title, preset = shared.text.strip(), shared.title.strip(), TaskFields()
    if title and len(text.splitlines()) > 1:
        preset["description"], text = text, ""
    parts = [] if text.startswith(title) else [title]
    parts += [part for part in (text, shared.url.strip()) if part]
    line = " ".join(part for at, part in enumerate(parts) if part not in " ".join(parts[:at]))
    return AddTask(preset, line)
