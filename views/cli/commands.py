"""Every command by its name, in the order in which help tells them.

What a command needs is imported only when it is asked for: a list should be quick.
"""

from __future__ import annotations

from collections.abc import Callable

from views.cli.asked import Behaviour, Command, Commands
from views.text import mark


def _task(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.task_commands import TASK_COMMANDS

        return TASK_COMMANDS[name]

    return load


def _list(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.list_commands import LIST_COMMANDS

        return LIST_COMMANDS[name]

    return load


def _parse(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.parse_commands import PARSE_COMMANDS

        return PARSE_COMMANDS[name]

    return load


def _past(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.past_commands import PAST_COMMANDS

        return PAST_COMMANDS[name]

    return load


def _reminding(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.reminder_commands import REMINDER_COMMANDS

        return REMINDER_COMMANDS[name]

    return load


def _report(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.report_commands import REPORT_COMMANDS

        return REPORT_COMMANDS[name]

    return load


def _goal(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.goal_commands import GOAL_COMMANDS

        return GOAL_COMMANDS[name]

    return load


def _template(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.template_commands import TEMPLATE_COMMANDS

        return TEMPLATE_COMMANDS[name]

    return load


def _tag(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.tag_commands import TAG_COMMANDS

        return TAG_COMMANDS[name]

    return load


def _several(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.several_commands import SEVERAL_COMMANDS

        return SEVERAL_COMMANDS[name]

    return load


def _search(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.search_commands import SEARCH_COMMANDS

        return SEARCH_COMMANDS[name]

    return load


def _time(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.time_commands import TIME_COMMANDS

        return TIME_COMMANDS[name]

    return load


def _ledger(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.ledger_commands import LEDGER_COMMANDS

        return LEDGER_COMMANDS[name]

    return load


def _plan(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.plan_commands import PLAN_COMMANDS

        return PLAN_COMMANDS[name]

    return load


def _board(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.board_commands import BOARD_COMMANDS

        return BOARD_COMMANDS[name]

    return load


def _people(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.people_commands import PEOPLE_COMMANDS

        return PEOPLE_COMMANDS[name]

    return load


def _slip(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.slip_commands import SLIP_COMMANDS

        return SLIP_COMMANDS[name]

    return load


def _care(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.care_commands import CARE_COMMANDS

        return CARE_COMMANDS[name]

    return load


def _rule(name: str) -> Callable[[], Behaviour]:
    def load() -> Behaviour:
        from views.cli.rule_commands import RULE_COMMANDS

        return RULE_COMMANDS[name]

    return load


COMMANDS: Commands = {
    "add": Command(mark("add a task"), _task("add")),
    "list": Command(mark("show a list"), _list("list")),
    "search": Command(mark("find tasks by words and fields"), _search("search")),
    "filters": Command(mark("show, save, rename or delete saved filters"), _search("filters")),
    "timeline": Command(mark("show days with their tasks"), _list("timeline")),
    "show": Command(mark("show all of a task"), _task("show")),
    "duplicate": Command(mark("copy a task with its steps"), _task("duplicate")),
    "edit": Command(mark("change a task"), _task("edit")),
    "done": Command(mark("mark a task done"), _task("done")),
    "move": Command(mark("put a task before or behind another"), _several("move")),
    "pin": Command(mark("pin tasks: they stand first in lists"), _several("pin")),
    "unpin": Command(mark("let pinned tasks go"), _several("unpin")),
    "assign": Command(mark("move tasks to a goal"), _several("assign")),
    "prioritise": Command(mark("give tasks a priority"), _several("prioritise")),
    "tag": Command(mark("give tasks tags, or take some off"), _several("tag")),
    "skip": Command(mark("leave out a repeating task this time"), _task("skip")),
    "reopen": Command(mark("ask for work on a task again"), _task("reopen")),
    "delete": Command(mark("move a task to the trash"), _task("delete")),
    "restore": Command(mark("take a task out of the trash"), _task("restore")),
    "empty-trash": Command(mark("delete for good what is in the trash"), _past("empty-trash")),
    "reminders": Command(mark("show what reminds, and when"), _reminding("reminders")),
    "remind": Command(mark("add a reminder to a task"), _reminding("remind")),
    "snooze": Command(mark("be reminded of a task again later"), _reminding("snooze")),
    "undo": Command(mark("take back the last change"), _past("undo")),
    "redo": Command(mark("do again what was undone last"), _past("redo")),
    "history": Command(mark("show every change of a task"), _past("history")),
    "goals": Command(mark("show the goals"), _goal("goals")),
    "goal": Command(mark("add, change, order or delete a goal"), _goal("goal")),
    "templates": Command(mark("show the goal templates"), _template("templates")),
    "template": Command(
        mark("keep a goal as a template, start one on a date, change or share it"),
        _template("template"),
    ),
    "plan": Command(mark("plan a task's steps backwards from its due"), _plan("plan")),
    "board": Command(mark("show a month's publishing slots and load"), _board("board")),
    "balance": Command(mark("suggest moves that lighten full days"), _board("balance")),
    "recipes": Command(mark("show, keep, change or delete recipes"), _plan("recipes")),
    "tags": Command(mark("show, rename, merge or delete tags"), _tag("tags")),
    "start": Command(mark("start the timer of a task"), _time("start")),
    "stop": Command(mark("stop the timer"), _time("stop")),
    "timer": Command(mark("show the timer that runs"), _time("timer")),
    "time": Command(mark("show or put right the time spent on a task"), _time("time")),
    "ledger": Command(mark("show what was promised and kept"), _ledger("ledger")),
    "record": Command(mark("show how much of a month was on time"), _ledger("record")),
    "slip": Command(
        mark("decide what becomes of a missed task: another deadline, a stand-in, the team"),
        _slip("slip"),
    ),
    "reschedule": Command(
        mark("give a task another deadline, with the reason"), _slip("reschedule")
    ),
    "answer": Command(mark("write down what was said to a proposal"), _slip("answer")),
    "people": Command(mark("show, add, change or delete people"), _people("people")),
    "report": Command(mark("tell what was planned, done and moved"), _report("report")),
    "review": Command(mark("look back at today, or at what it holds"), _report("review")),
    "parse": Command(mark("read a line and change nothing"), _parse("parse")),
    "occurrences": Command(mark("show when a repeat rule comes true"), _rule("occurrences")),
    "demo": Command(mark("load an example plan"), _care("demo")),
    "doctor": Command(mark("examine the data and change nothing"), _care("doctor")),
    "backup": Command(mark("copy the data to a file"), _care("backup")),
    "restore-backup": Command(
        mark("go back to a copy; what is there now is kept"), _care("restore-backup")
    ),
}
