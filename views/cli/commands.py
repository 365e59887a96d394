"""Every command by its name, in the order in which help tells them."""

from __future__ import annotations

from views.cli.asked import Commands
from views.cli.care_commands import CARE_COMMANDS
from views.cli.list_commands import LIST_COMMANDS
from views.cli.task_commands import TASK_COMMANDS

COMMANDS: Commands = {**TASK_COMMANDS, **LIST_COMMANDS, **CARE_COMMANDS}
