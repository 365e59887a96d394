"""What is said of a goal and the tasks that it holds."""

from __future__ import annotations

from views.text.words import Words


def held_text(words: Words, count: int) -> str:
    """``Goal ini berisi 12 tugas.``: said before it is deleted."""
    if not count:
        return words.say("This goal holds no tasks.")
    return words.count("This goal holds {count} task.", "This goal holds {count} tasks.", count)


def fate_text(words: Words, count: int, *, with_tasks: bool) -> str:
    """What became of a deleted goal's `count` tasks: ``12 tugas tetap ada, tanpa goal``."""
    if with_tasks:
        return words.count(
            "{count} task moved to the trash", "{count} tasks moved to the trash", count
        )
    return words.count(
        "{count} task stays, without a goal", "{count} tasks stay, without a goal", count
    )
