"""What is said of the trash: how long it keeps something, and emptying it."""

from __future__ import annotations

from views.text.words import Words


def expiry_text(words: Words, days: int) -> str:
    """``dihapus permanen 12 hari lagi``; with no day left, that it may go now."""
    if not days:
        return words.say("deleted for good today")
    return words.count("deleted for good in {count} day", "deleted for good in {count} days", days)


def emptying_text(words: Words, count: int) -> str:
    """What emptying would do, asked before: how many tasks are deleted for good."""
    return words.count(
        "{count} task in the trash will be deleted for good.",
        "{count} tasks in the trash will be deleted for good.",
        count,
    )
