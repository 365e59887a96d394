"""What a phone's alarm clock is told, and what is changed in it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.alarms import (
    Alarm,
    Difference,
    difference,
    instant_and_task,
    numbered,
    payload_of,
)
from models.reminding import Notice, NoticeKind

START = datetime(2026, 11, 23, 1, tzinfo=UTC)


def notice(uid: str, kind: NoticeKind = NoticeKind.REMINDER, minutes: int = 0) -> Notice:
    at = START + timedelta(minutes=minutes)
    return Notice(at, kind, uid, uid, None, None, at)


notices = st.lists(
    st.builds(
        notice,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(NoticeKind),
        st.integers(0, 10_000),
    ),
    max_size=64,
)
alarms = st.lists(
    st.builds(Alarm, st.integers(0, 9), st.sampled_from("xy"), st.just(""), st.sampled_from("pq")),
    unique_by=lambda alarm: alarm.number,
)


def after(armed: list[Alarm], change: Difference) -> set[Alarm]:
    """What a system has that does what it is told."""
    kept = {alarm.number: alarm for alarm in armed}
    for number in change.cancelled:
        del kept[number]
    kept.update((alarm.number, alarm) for alarm in change.added)
    return set(kept.values())


@given(alarms, alarms)
def test_the_difference_leads_to_what_is_wanted(armed: list[Alarm], wanted: list[Alarm]):
    change = difference(armed, wanted)
    assert after(armed, change) == set(wanted)


@given(alarms, alarms)
def test_what_stays_as_it_is_is_not_touched(armed: list[Alarm], wanted: list[Alarm]):
    change = difference(armed, wanted)
    touched = {*change.cancelled, *(alarm.number for alarm in change.added)}
    assert not touched & {alarm.number for alarm in set(armed) & set(wanted)}
    assert difference(wanted, wanted) == ((), ())


@given(notices)
def test_each_notice_has_a_number_of_its_own_that_fits_32_bits(made: list[Notice]):
    found = numbered(made)
    assert sorted(found.values()) == sorted(made)
    assert all(0 <= number < 2**31 for number in found)
    assert numbered(reversed(made)) == found


@given(st.integers(-10_000, 10_000))
def test_a_moved_notice_keeps_its_number_and_changes_its_payload(minutes: int):
    before, moved = notice("a"), notice("a", minutes=minutes)
    assert set(numbered([before])) == set(numbered([moved]))
    assert (payload_of(before) == payload_of(moved)) == (minutes == 0)


@given(st.text(st.characters(blacklist_categories=("Cs",))), st.datetimes(timezones=st.just(UTC)))
def test_a_payload_tells_its_task_and_instant(uid: str, at: datetime):
    told = payload_of(notice(uid)._replace(give_at=at))
    if at.year >= 1000:
        assert instant_and_task(told) == (at, uid)


def test_the_payload_of_another_app_is_nobodys():
    assert instant_and_task("/task/1") is None
    assert instant_and_task("") is None
