"""Goals: what tasks are for, and who may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypedDict


class Role(StrEnum):
    """What a member may do with a goal."""

    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"


class GoalColor(StrEnum):
    """Names of theme roles, never colours: `views.theme` says how each looks."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    AMBER = "amber"
    BLUE = "blue"
    VIOLET = "violet"
    ROSE = "rose"


#: Names of icons, never pictures: `views.theme` says how each looks, `views.text` what it is.
GOAL_ICONS = (
    "flag",
    "video",
    "camera",
    "campaign",
    "people",
    "chart",
    "star",
    "heart",
    "book",
    "home",
    "work",
    "idea",
    "school",
    "fitness",
    "food",
    "travel",
    "money",
    "shopping",
    "music",
    "art",
    "code",
    "rocket",
    "health",
    "pray",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal and how far it is.

    `default_lead` is how long before its time a new task of it must be ready;
    None: what the settings say. `icon` is a name that `views.theme` knows (``flag`` by default);
    `tasks_done` of `tasks_total` are its tasks without a parent, trash aside.
    """

    uid: str
    name: str
    created: datetime
    last_modified: datetime
    description: str = ""
    category: str | None = None
    color: GoalColor = GoalColor.PRIMARY
    icon: str = "flag"
    pinned: bool = False
    archived: bool = False
    position: str = ""
    sequence: int = 0
    deleted: datetime | None = None
    default_lead: timedelta | None = None
    tasks_done: int = 0
    tasks_total: int = 0


class GoalFields(TypedDict, total=False):
    """What creating and editing a goal may set; an absent key is left alone."""

    name: str
    description: str
    category: str | None
    color: GoalColor
    icon: str
    pinned: bool
    archived: bool
    position: str
    default_lead: timedelta | None
