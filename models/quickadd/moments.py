"""The due, the start and the repeat of a line.

Owns which of several days and times is the due, how the parts of a due that stand apart
("besok rapat jam 10") come together, and what else it could be.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models.errors import ImpossibleDate
from models.moment import Moment
from models.quickadd.calendar import shifted_months
from models.quickadd.clock import Clock, in_part
from models.quickadd.day import Day
from models.quickadd.draft import Draft, SaidWhen
from models.quickadd.kinds import Kind, Part
from models.quickadd.parsed import Alternative, FieldName, Hint, HintKind, Reading
from models.quickadd.phrases import TODAY, Count, Lasting, Mark, When
from models.quickadd.recurring import Repeat, rrule_text, until_text
from models.quickadd.time_bounds import Bounds
from models.quickadd.timing import Resolved, first_of, moment_at, options_of, resolve
from models.quickadd.tokens import Span

#: What joins two days of which neither is meant for sure.
_CHOICE = ("&", ",", ",&", "&&")


class _Main(NamedTuple):
    """A due's day and time, and the spans that said them."""

    spans: tuple[Span, ...] = ()
    day: Day | None = None
    clock: Clock | None = None
    bounds: Bounds | None = None
    part: Part | None = None
    zone: str | None = None
    instant: datetime | None = None

    @property
    def first_clock(self) -> Clock | None:
        """The time, or the one that it begins at."""
        return self.bounds.first if self.bounds else self.clock


def set_moments(draft: Draft) -> None:
    """Set due, start and rrule, with their alternatives."""
    _drop_choices(draft)
    repeated = next((said for said in draft.said if isinstance(said.value, Repeat)), None)
    candidates = [*draft.whens(Mark.DUE), *draft.whens(Mark.PLAIN)]
    starts, ends = draft.whens(Mark.START), draft.whens(Mark.UNTIL)
    if repeated is None:
        if not any(when.day or when.instant for when, _ in candidates):
            candidates += ends
        if not candidates and not starts:
            # "Remind me at 5 to call" says when it is due as well.
            candidates = draft.whens(Mark.REMIND)
    main = _at_its_meal(draft, _merged(draft, _exact(candidates)))
    if starts:
        _set_start(draft, starts[0], main)
        if starts[0].when.until is not None and repeated is None and not main.spans:
            end = SaidWhen(starts[0].when.until, starts[0].span)
            main = _merged(draft, [end], near=draft.moment(FieldName.DTSTART))
    if repeated is not None and isinstance(repeated.value, Repeat):
        until = starts[0].when.until if starts else None
        if until is not None:
            ends = [*ends, SaidWhen(until, starts[0].span)]
        _set_repeat(draft, repeated.value, repeated.span, main, ends)
    elif main.spans:
        _set_due(draft, main)


def _exact(candidates: list[SaidWhen]) -> list[SaidWhen]:
    """Without "awal tahun" where the day is said as well: it is what the meeting is called."""
    if all(when.day is None or when.day.is_loose for when, _ in candidates):
        return candidates
    return [said for said in candidates if not _is_loose(said.when)]


def _is_loose(when: When) -> bool:
    if when.day is None or when.clock is not None:
        return False
    return when.day.is_loose and when.mark is Mark.PLAIN


def _drop_choices(draft: Draft) -> None:
    """Of "Senin atau Selasa" neither is taken: they stay in the title."""
    for first, second in zip(draft.said, draft.said[1:], strict=False):
        between = draft.line.kinds[first.place + 1 : second.place]
        if between in _CHOICE and _is_plain_day(first.value) and _is_plain_day(second.value):
            draft.said = [said for said in draft.said if said not in (first, second)]
            return


def _is_plain_day(value: object) -> bool:
    return isinstance(value, When) and value.mark is Mark.PLAIN and value.day is not None


def _merged(draft: Draft, candidates: list[SaidWhen], near: Moment | None = None) -> _Main:
    """The first day and the first time among the candidates, together.

    A time without a day is taken on the day of `near`.
    """
    main = _Main(day=Day(near.date) if near else None)
    has_day = has_time = False
    for when, span in candidates:
        says_day = when.day is not None or when.instant is not None
        says_time = when.clock is not None or when.part is not None or when.instant is not None
        if (says_day and has_day) or (says_time and has_time and not (says_day and not has_day)):
            continue
        if says_time and has_time and when.clock is not None and main.first_clock is not None:
            continue
        if says_day:
            main = main._replace(day=present(draft, when.day), instant=when.instant)
            has_day = True
        if says_time:
            clock, bounds = clock_and_bounds(when.clock)
            main = main._replace(
                clock=main.clock or clock,
                bounds=main.bounds or bounds,
                part=main.part or when.part,
                zone=main.zone or when.zone,
            )
            has_time = has_time or clock is not None or bounds is not None
        main = main._replace(spans=(*main.spans, span))
    if main.clock is not None and main.part is not None and main.clock.part is None:
        # "Besok malam rapat jam 10"
        main = main._replace(clock=in_part(main.clock, main.part))
    return main


def _at_its_meal(draft: Draft, main: _Main) -> _Main:
    """The half of the day that "dinner" or "sarapan" in the title tells of an open time."""
    place = draft.line.kinds.find(Kind.MEAL)
    part = draft.line.values[place] if place >= 0 else None
    if main.clock is None or main.part is not None or not isinstance(part, Part):
        return main
    if main.clock.is_sure:
        return main
    return main._replace(clock=in_part(main.clock, part))


def present(draft: Draft, day: Day | None) -> Day | None:
    """The day, with the present one in place of its stand-in."""
    return Day(draft.context.today) if day is TODAY else day


def clock_and_bounds(value: Clock | Bounds | None) -> tuple[Clock | None, Bounds | None]:
    """A time as one of both kinds."""
    if isinstance(value, Bounds):
        return None, value
    return value, None


def moment_of(draft: Draft, when: When, near: Day | None = None) -> Moment | None:
    """The moment of one phrase; a time without a day is taken on the day of `near`."""
    if when.instant is not None:
        return _instant(draft, when.instant, when.zone)
    clock, bounds = clock_and_bounds(when.clock)
    first = bounds.first if bounds else clock
    day = present(draft, when.day) or near
    found = resolve(day, first, when.part, when.zone, draft.context)
    return found.moment if found else None


def _instant(draft: Draft, wall: datetime, zone: str | None) -> Moment | None:
    """A wall-clock time counted from now, to the minute."""
    try:
        return Moment(wall.date(), wall.time().replace(second=0, microsecond=0), zone)
    except ImpossibleDate:
        return None


def _set_start(draft: Draft, said: SaidWhen, main: _Main) -> None:
    moment = moment_of(draft, said.when, main.day)
    if moment is not None:
        draft.set(FieldName.DTSTART, moment, said.span)


def _set_due(draft: Draft, main: _Main) -> None:
    if main.instant is not None:
        moment = _instant(draft, main.instant, main.zone)
        if moment is not None:
            draft.set(FieldName.DUE, moment, *main.spans)
        return
    found = resolve(main.day, main.first_clock, main.part, main.zone, draft.context)
    if found is None:
        return
    if found.is_rolled:
        draft.context.hints.append(Hint(HintKind.ROLLED, main.spans[-1]))
    if main.bounds is not None:
        _set_bounds(draft, found.moment, main.bounds, main)
        return
    due = _not_before(found.moment, draft.moment(FieldName.DTSTART))
    draft.set(FieldName.DUE, due, *main.spans)
    if due == found.moment:
        _offer(draft, found)


def _not_before(end: Moment, start: Moment | None) -> Moment:
    """The end of what begins at `start`: "dari Senin sampai Jumat" ends on the Friday after it."""
    if start is None or end.date >= start.date:
        return end
    behind = (start.date - end.date).days
    day = end.date + timedelta(weeks=1) if behind < 7 else shifted_months(end.date, 1)
    if day < start.date:
        day = shifted_months(end.date, 12)
    return replace(end, date=day) if day >= start.date else end


def _offer(draft: Draft, found: Resolved, rrule: str | None = None) -> None:
    draft.alternatives.extend(
        Alternative(reading, moment, rrule) for reading, moment in found.others
    )


def _set_bounds(draft: Draft, first: Moment, bounds: Bounds, main: _Main) -> None:
    """From one time to another: a start, a due, and how long it takes."""
    begin = first.time or time()
    begun = begin.hour * 60 + begin.minute
    ends = options_of(bounds.last, None, draft.context)
    end = min((option for option in ends if option > begun), default=ends[0] + 24 * 60)
    due = moment_at(first.date, end, main.zone)
    draft.set(FieldName.DUE, due, *main.spans)
    if FieldName.DTSTART not in draft.spans:
        draft.set(FieldName.DTSTART, first, *main.spans)
    draft.set(FieldName.ESTIMATE, timedelta(minutes=end - begun), main.spans[-1])


def _set_repeat(
    draft: Draft, repeat: Repeat, span: Span, main: _Main, ends: list[SaidWhen]
) -> None:
    """The rule, and the first day and time that it comes on."""
    context = draft.context
    part = main.part or repeat.part
    clock = main.first_clock
    if clock is not None and part is not None:
        clock = in_part(clock, part)
    options = options_of(clock, part, context)
    start = draft.moment(FieldName.DTSTART)
    if not options and start is not None and start.time is not None:
        options = (start.time.hour * 60 + start.time.minute,)
    earliest = start.date if start else context.today

    def first(rule: Repeat, minute: int | None) -> Moment:
        day = main.day.date if main.day else first_of(rule, options, earliest, context)
        return moment_at(day, minute, main.zone)

    try:
        due = first(repeat, options[0] if options else None)
        until, count, more = _end_of(draft, due, ends)
        rule = rrule_text(repeat, until, count)
        draft.set(FieldName.RRULE, rule, span, *more)
        draft.values["repeat_from"] = repeat.repeat_from
        for reading, other in repeat.others:
            moment = first(other, options[0] if options else None)
            draft.alternatives.append(Alternative(reading, moment, rrule_text(other, until, count)))
        if main.bounds is not None:
            _set_bounds(draft, due, main.bounds, main._replace(spans=(span, *main.spans)))
            return
        draft.set(FieldName.DUE, due, span, *main.spans)
        others = tuple((Reading.OTHER_HALF, first(repeat, option)) for option in options[1:])
        _offer(draft, Resolved(due, others), rule)
    except (ImpossibleDate, OverflowError):
        return


def _end_of(
    draft: Draft, due: Moment, ends: list[SaidWhen]
) -> tuple[str | None, int | None, list[Span]]:
    """UNTIL or COUNT, and where it was said: "sampai 31 Des", "for 3 weeks", "10 kali"."""
    for when, span in ends:
        moment = moment_of(draft, when)
        if moment is not None and (when.day is not None or when.instant is not None):
            return until_text(_not_before(moment, due), due, draft.home), None, [span]
    for said in draft.said:
        if isinstance(said.value, Count):
            return None, said.value.number, [said.span]
        if isinstance(said.value, Lasting) and not said.value.length.is_clock:
            last: date = said.value.length.after(due.date) - timedelta(days=1)
            return until_text(Moment(last), due, draft.home), None, [said.span]
    return None, None, []
