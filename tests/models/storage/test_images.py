"""History images are exact both ways, through JSON."""

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.goal import GoalColor
from models.moment import Moment
from models.storage import images
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status

moments = st.builds(
    Moment,
    st.dates(date(1970, 1, 1), date(9000, 12, 31)),
    st.none() | st.times(),
    st.none() | st.sampled_from(["Asia/Jakarta", "America/New_York"]),
)
instants = st.integers(0, 2 * 10**17).map(
    lambda count: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=count)
)
spans = st.integers(-(10**9), 10**9).map(lambda seconds: timedelta(seconds=seconds))
texts = st.text(st.characters(exclude_categories=["Cs"]))
reminders = st.builds(Reminder, st.sampled_from(ReminderAnchor), spans, st.none() | instants)
task_images = st.fixed_dictionaries(
    {},
    optional={
        "summary": texts,
        "status": st.sampled_from(Status),
        "repeat_from": st.sampled_from(RepeatFrom),
        "due": st.none() | moments,
        "dtstart": st.none() | moments,
        "recurrence_id": st.none() | moments,
        "exdates": st.lists(moments).map(tuple),
        "lead": st.none() | spans,
        "estimate": st.none() | spans,
        "offset": st.none() | spans,
        "categories": st.lists(texts).map(tuple),
        "reminders": st.lists(reminders).map(tuple),
        "completed": st.none() | instants,
        "deleted": st.none() | instants,
        "default_lead": st.none() | spans,
        "follow_up": st.none() | st.dates(),
        "color": st.sampled_from(GoalColor),
        "priority": st.integers(0, 9),
        "pinned": st.booleans(),
        "goal": st.none() | texts,
    },
)


@given(task_images)
def test_an_image_comes_back_as_it_was(image: dict[str, object]) -> None:
    stored = json.loads(json.dumps(images.to_json(image)))
    back = images.from_json(stored)
    assert back == image
    assert {name: type(value) for name, value in back.items()} == {
        name: type(value) for name, value in image.items()
    }
