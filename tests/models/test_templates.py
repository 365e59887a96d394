"""Goal templates: from a goal and back, where their days come to stand, and as JSON."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import (
    ImpossibleDate,
    ImpossibleRule,
    Refusal,
    TemplateFault,
    TemplateTooLarge,
    UnknownZone,
    UnreadableTemplate,
)
from models.goal import Goal, GoalColor
from models.laying_out import Laid, first_day_on, laid_out
from models.moment import Moment, zone_named
from models.steps import due_of_step
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status, Task
from models.template import (
    DEPTH_LIMIT,
    NO_DAY,
    TASKS_LIMIT,
    Anchor,
    GoalTemplate,
    TemplateTask,
    days_of,
)
from models.template_json import from_json, from_text, to_json, to_text
from models.templating import template_of

MADE = datetime(2026, 11, 1, tzinfo=UTC)
JAKARTA = zone_named("Asia/Jakarta")
NEW_YORK = zone_named("America/New_York")
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)

_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
_zones = st.sampled_from([None, "Asia/Jakarta", "America/New_York", "Australia/Lord_Howe"])
_times = st.times().map(lambda at: at.replace(microsecond=0))
_moments = st.builds(Moment, _days, st.none() | _times, _zones)
_spans = st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds))
_offsets = st.integers(-5_000, 5_000).map(lambda minutes: timedelta(minutes=minutes))
_words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
_names = st.lists(_words, max_size=2, unique=True).map(lambda names: tuple(sorted(names)))
_reminders = st.lists(
    st.builds(
        Reminder,
        st.sampled_from([ReminderAnchor.DUE, ReminderAnchor.READY, ReminderAnchor.START]),
        _offsets,
    )
    | st.builds(
        Reminder,
        st.just(ReminderAnchor.AT),
        at=st.integers(0, 10**8).map(lambda seconds: MADE + timedelta(seconds=seconds)),
    ),
    max_size=2,
).map(tuple)
_rules = st.sampled_from(
    [
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=DAILY;COUNT=5",
        "FREQ=DAILY;UNTIL=20301231",
        "FREQ=YEARLY;UNTIL=20301231T090000Z",
    ]
)


@st.composite
def _plans(draw: st.DrawFn) -> tuple[Goal, list[Task]]:
    """A goal and its tasks, open or done, with steps that may follow them."""
    goal = Goal("g", "Konten", MADE, MADE, draw(_words), draw(st.none() | _words), GoalColor.ROSE)
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 6))):
        parent = draw(st.sampled_from([None, *tasks]))
        due = draw(st.none() | _moments)
        offset = draw(st.none() | _offsets) if parent is not None else None
        if parent is not None and offset is not None:
            due = due_of_step(parent.due, offset)
        is_repeating = parent is None and draw(st.booleans())
        tasks.append(
            Task(
                uid=f"{number}",
                summary=draw(_words),
                created=MADE,
                last_modified=MADE,
                description=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=9)),
                status=draw(st.sampled_from([Status.NEEDS_ACTION, Status.COMPLETED])),
                priority=draw(st.integers(0, 9)),
                dtstart=draw(st.none() | _moments),
                due=due,
                lead=draw(st.none() | _spans),
                estimate=draw(st.none() | _spans),
                offset=offset,
                rrule=draw(_rules) if is_repeating else None,
                repeat_from=draw(st.sampled_from(RepeatFrom)),
                categories=draw(_names),
                attendees=draw(_names),
                reminders=draw(_reminders),
                goal="g" if parent is None else None,
                parent=parent.uid if parent else None,
                position=f"m{number}",
                url=draw(st.none() | st.just("https://docheck.id")),
            )
        )
    return goal, tasks


_SAID = ("summary", "description", "priority", "dtstart", "due", "lead", "estimate", "offset")
_SAID += ("rrule", "repeat_from", "categories", "attendees", "reminders", "url")


def _tree(tasks: list[Task], parent: str | None = None) -> list[Any]:
    return [
        ([getattr(task, name) for name in _SAID], _tree(tasks, task.uid))
        for task in tasks
        if task.parent == parent
    ]


def _laid_tree(laid: tuple[Laid, ...]) -> list[Any]:
    return [([each.fields.get(name) for name in _SAID], _laid_tree(each.steps)) for each in laid]


@given(_plans(), st.sampled_from([JAKARTA, NEW_YORK]))
def test_a_goal_that_is_kept_and_started_on_its_first_day_is_what_it_was(
    plan: tuple[Goal, list[Task]], home: Any
) -> None:
    goal, tasks = plan
    template = template_of(goal, tasks, "t", home)
    assert _laid_tree(laid_out(template, template.first_day, Anchor.START, home)) == _tree(tasks)
    last = template.first_day + template.target * DAY
    assert _laid_tree(laid_out(template, last, Anchor.END, home)) == _tree(tasks)


@given(_plans())
def test_as_json_and_back_a_template_is_the_same(plan: tuple[Goal, list[Task]]) -> None:
    template = template_of(*plan, "t", JAKARTA)
    assert from_json(to_json(template), "t") == template
    assert from_text(to_text(template).encode(), "t") == template


@given(_plans(), st.dates(date(1970, 1, 1), date(9999, 12, 31)), st.sampled_from(Anchor))
def test_on_any_day_it_is_laid_out_or_refused(
    plan: tuple[Goal, list[Task]], on: date, anchor: Anchor
) -> None:
    template = template_of(*plan, "t", JAKARTA)
    try:
        laid = laid_out(template, on, anchor, JAKARTA)
    except ImpossibleDate:
        return
    shift = (first_day_on(template, on, anchor) - template.first_day).days
    for task, each in zip(template.tasks, laid, strict=True):
        due = each.fields.get("due")
        assert (due is None) == (task.due is None)
        if due is not None and task.due is not None:
            assert (due.time, due.zone) == (task.due.time, task.due.zone)
            moved = (due.date - task.due.date).days
            assert moved == shift if task.rrule is None or not shift else moved >= shift


def _plan(*tasks: TemplateTask, target: int = 0) -> GoalTemplate:
    return GoalTemplate("t", "Konten", NO_DAY, target, tasks)


def _due(day: int, at: time | None = None, zone: str | None = None) -> Moment:
    return Moment(NO_DAY + day * DAY, at, zone)


def _dues(template: GoalTemplate, on: date, anchor: Anchor = Anchor.START) -> list[Moment | None]:
    laid = laid_out(template, on, anchor, JAKARTA)
    return [each.fields.get("due") for task in laid for each in (task, *task.steps)]


def test_days_are_counted_across_a_leap_day_and_the_end_of_a_month() -> None:
    template = _plan(TemplateTask("a", due=_due(0)), TemplateTask("b", due=_due(2)), target=2)
    assert _dues(template, date(2028, 2, 28)) == [
        Moment(date(2028, 2, 28)),
        Moment(date(2028, 3, 1)),
    ]
    assert _dues(template, date(2027, 3, 1), Anchor.END)[0] == Moment(date(2027, 2, 27))


def test_a_time_keeps_its_clock_where_the_clocks_change() -> None:
    nine = TemplateTask("a", due=_due(0, time(9), "America/New_York"))
    step = TemplateTask("b", due=_due(-1, time(9), "America/New_York"), offset=-DAY)
    (due, before) = _dues(_plan(replace(nine, steps=(step,))), date(2027, 3, 14))
    assert due == Moment(date(2027, 3, 14), time(9), "America/New_York")
    assert before == Moment(date(2027, 3, 13), time(9), "America/New_York")
    hours = replace(step, offset=-12 * HOUR)
    assert _dues(_plan(replace(nine, steps=(hours,))), date(2027, 3, 14))[1] == Moment(
        date(2027, 3, 13), time(20), "America/New_York"
    )


@pytest.mark.parametrize(
    ("rrule", "day", "on", "due"),
    [
        # NO_DAY is a Monday.
        ("FREQ=WEEKLY;BYDAY=MO", 0, date(2026, 11, 25), date(2026, 11, 30)),
        ("FREQ=WEEKLY;BYDAY=MO,TH", 0, date(2026, 11, 25), date(2026, 11, 26)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", 30, date(2026, 11, 25), date(2026, 12, 31)),
        ("FREQ=WEEKLY", 0, date(2026, 11, 25), date(2026, 11, 25)),
        # Its day was none of the rule's before either: somebody chose it.
        ("FREQ=WEEKLY;BYDAY=MO", 1, date(2026, 11, 25), date(2026, 11, 26)),
    ],
)
def test_what_repeats_begins_on_a_day_of_its_rule(
    rrule: str, day: int, on: date, due: date
) -> None:
    (moved,) = _dues(_plan(TemplateTask("a", due=_due(day, time(9)), rrule=rrule)), on)
    assert moved == Moment(due, time(9))


def test_a_step_goes_as_far_as_its_repeating_task() -> None:
    step = TemplateTask("b", due=_due(-1))
    task = TemplateTask("a", due=_due(0), rrule="FREQ=WEEKLY;BYDAY=MO", steps=(step,))
    assert _dues(_plan(task), date(2026, 11, 25)) == [
        Moment(date(2026, 11, 30)),
        Moment(date(2026, 11, 29)),
    ]


@pytest.mark.parametrize(
    ("until", "moved"),
    [
        ("20240110", "20240210"),
        ("20240110T090000", "20240210T090000"),
        ("20240110T020000Z", "20240210T020000Z"),
    ],
)
def test_the_end_of_a_rule_moves_along(until: str, moved: str) -> None:
    task = TemplateTask("a", due=_due(0, time(9)), rrule=f"FREQ=DAILY;UNTIL={until}")
    (laid,) = laid_out(_plan(task), date(2024, 2, 1), Anchor.START, JAKARTA)
    assert laid.fields.get("rrule") == f"FREQ=DAILY;UNTIL={moved}"


def test_an_end_in_utc_keeps_its_clock_where_the_clocks_change() -> None:
    task = TemplateTask(
        "a", due=_due(0, time(9), "America/New_York"), rrule="FREQ=DAILY;UNTIL=20240110T140000Z"
    )
    (laid,) = laid_out(_plan(task), date(2024, 7, 1), Anchor.START, JAKARTA)
    assert laid.fields.get("rrule") == "FREQ=DAILY;UNTIL=20240710T130000Z"


def test_a_plan_of_no_days_may_start_on_any() -> None:
    template = template_of(Goal("g", "Koper", MADE, MADE), [_task("a")], "t", JAKARTA)
    assert (template.first_day, template.target, template.span) == (NO_DAY, 0, 0)
    assert not template.is_dated
    assert _dues(template, date(2026, 1, 1)) == [None]


def _task(uid: str, **more: Any) -> Task:
    return Task(uid=uid, summary=uid, created=MADE, last_modified=MADE, **more)


def test_what_belongs_to_something_left_behind_stays_there_too() -> None:
    tasks = [
        _task("a", status=Status.CANCELLED, due=Moment(date(2020, 1, 1))),
        _task("b", parent="a", due=Moment(date(2020, 1, 1))),
        _task("c", parent="b"),
        _task("d", deleted=MADE),
        _task("e", due=Moment(date(2026, 1, 1))),
        _task("f", parent="elsewhere"),
    ]
    template = template_of(Goal("g", "Konten", MADE, MADE), tasks, "t", JAKARTA)
    assert [task.summary for task in template.tasks] == ["e", "f"]
    assert list(days_of(template.tasks)) == [date(2026, 1, 1)]


# --- files -------------------------------------------------------------------------------------

SOUND: dict[str, Any] = {
    "docheck": "goal-template",
    "version": 1,
    "name": "Konten",
    "first_day": "2026-11-23",
    "target_day": 7,
    "tasks": [{"summary": "Reels", "due": {"day": 7, "time": "16:00"}, "lead": 3600}],
}


def test_little_needs_to_be_said() -> None:
    template = from_json(SOUND, "t")
    assert template.anchor is Anchor.START
    (task,) = template.tasks
    assert (task.due, task.lead) == (Moment(date(2026, 11, 30), time(16)), HOUR)
    assert from_json(to_json(template), "t") == template


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"name": None}, "name"),
        ({"name": 7}, "name"),
        ({"first_day": "2026-02-30"}, "first_day"),
        ({"target_day": -1}, "target_day"),
        ({"target_day": True}, "target_day"),
        ({"color": "#ff0000"}, "color"),
        ({"anchor": "middle"}, "anchor"),
        ({"icon": "x" * 33}, "icon"),
        ({"tasks": {}}, "tasks"),
        ({"tasks": [7]}, "tasks"),
        ({"tasks": [{}]}, "tasks[0].summary"),
        ({"tasks": [{"summary": "a"}, {"summary": []}]}, "tasks[1].summary"),
        ({"tasks": [{"summary": "a", "due": 7}]}, "tasks[0].due"),
        ({"tasks": [{"summary": "a", "due": {"day": 10**6}}]}, "tasks[0].due.day"),
        ({"tasks": [{"summary": "a", "due": {"day": 1, "time": "25:00"}}]}, "tasks[0].due.time"),
        ({"tasks": [{"summary": "a", "lead": 10**12}]}, "tasks[0].lead"),
        ({"tasks": [{"summary": "a", "lead": 1.5}]}, "tasks[0].lead"),
        ({"tasks": [{"summary": "a", "priority": 10}]}, "tasks[0].priority"),
        ({"tasks": [{"summary": "a", "offset": 60}]}, "tasks[0].offset"),
        ({"tasks": [{"summary": "a", "categories": [1]}]}, "tasks[0].categories"),
        ({"tasks": [{"summary": "a", "repeat_from": []}]}, "tasks[0].repeat_from"),
        (
            {
                "tasks": [
                    {"summary": "a", "reminders": [{"anchor": "at", "at": "2026-11-23T09:00"}]}
                ]
            },
            "tasks[0].reminders[0].at",
        ),
        (
            {"tasks": [{"summary": "a", "steps": [{"summary": "b", "steps": "c"}]}]},
            "tasks[0].steps[0].steps",
        ),
    ],
)
def test_what_cannot_be_read_is_told_by_its_place(change: dict[str, Any], part: str) -> None:
    with pytest.raises(UnreadableTemplate) as refused:
        from_json({**SOUND, **change}, "t")
    assert (refused.value.fault, refused.value.part) == (TemplateFault.IMPOSSIBLE_VALUE, part)


@pytest.mark.parametrize(
    ("task", "refusal"),
    [
        ({"rrule": "FREQ=NEVER"}, ImpossibleRule),
        ({"due": {"day": 0, "time": "09:00", "zone": "Mars/Olympus"}}, UnknownZone),
        ({"due": {"day": -30_000}}, ImpossibleDate),
    ],
)
def test_what_no_task_can_be_is_refused_as_ever(
    task: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        from_json({**SOUND, "tasks": [{"summary": "a", **task}]}, "t")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TemplateFault.NOT_JSON),
        (b"\xff\xfe\x00", TemplateFault.NOT_JSON),
        (b"[" * 200_000, TemplateFault.NOT_JSON),
        (b"[]", TemplateFault.NOT_A_TEMPLATE),
        (b'{"docheck": "backup"}', TemplateFault.NOT_A_TEMPLATE),
        (json.dumps({**SOUND, "version": 2}).encode(), TemplateFault.NEWER),
    ],
)
def test_a_file_of_another_kind_is_refused(content: bytes, fault: TemplateFault) -> None:
    with pytest.raises(UnreadableTemplate) as refused:
        from_text(content, "t")
    assert refused.value.fault is fault


def test_a_mark_of_byte_order_is_no_harm() -> None:
    assert from_text(b"\xef\xbb\xbf" + json.dumps(SOUND).encode(), "t").name == "Konten"


def test_too_many_tasks_and_too_deep_steps_are_refused() -> None:
    with pytest.raises(TemplateTooLarge):
        from_json({**SOUND, "tasks": [{"summary": "a"}] * (TASKS_LIMIT + 1)}, "t")
    deep: dict[str, Any] = {"summary": "a"}
    for _ in range(DEPTH_LIMIT):
        deep = {"summary": "a", "steps": [deep]}
    with pytest.raises(TemplateTooLarge):
        from_json({**SOUND, "tasks": [deep]}, "t")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["summary", "due", "day", "time", "steps", "offset", "lead", "rrule"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_a_template_or_refused(value: Any) -> None:
    for told in (value, {**SOUND, "tasks": value}, {**SOUND, "tasks": [value]}):
        try:
            from_json(told, "t")
        except Refusal:
            continue
