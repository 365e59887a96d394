"""What a report shows: how much was on time, sentences, numbers, and bars to press.

Plain functions from values to controls. Every number is a button that opens the tasks behind
it, and says its value to a screen reader; bars only draw what the words beside them say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import flet as ft

from models.habits import Habits
from models.record import COUNTS
from models.reporting import Report
from views import theme
from views.app.kit.basics import Press, card, column_of, section_head
from views.app.kit.progress import bare_ring
from views.app.overlays import TasksBehind
from views.app.screens.report_hours import best_hours_card
from views.app.session import AppSession
from views.text import report_words
from views.text.ledger_words import rate_text
from views.text.report_words import Told

_FATES: Mapping[str, str] = {
    "done_on_time": ft.Colors.PRIMARY,
    "done_late": theme.AMBER,
    "missed": ft.Colors.ERROR,
    "replaced": theme.BLUE,
    "handed_over": ft.Colors.TERTIARY,
    "let_go": ft.Colors.OUTLINE,
    "ahead": ft.Colors.OUTLINE_VARIANT,
}
_CHART_HEIGHT = 132
_LABEL_EVERY = {31: 5, 16: 3, 8: 2}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, and where."""

    session: AppSession
    report: Report
    goals: Mapping[str, str]
    habits: Habits

    def opens(self, told: Told) -> Press | None:
        """Opens the tasks behind a number; nothing where there are none."""
        uids = self.report.tasks(told.figure)
        if not uids:
            return None

        async def pressed(_: object) -> None:
            self.session.overlay.open(TasksBehind(told.label, uids))

        return pressed


def cards(shown: Shown, *, is_wide: bool) -> ft.Control:
    """Everything, in one column or in two."""
    session, report, dates = shown.session, shown.report, shown.session.dates
    say, words = session.words.say, session.words
    left = [_hero(shown), *_sentences(shown), _fates(shown), _days(shown)]
    right: list[ft.Control] = [_numbers(shown)]
    if report.record.by_reason:
        reasons = report_words.reasons(words, report)
        right.append(_bars(shown, say("Why things slipped"), reasons, theme.AMBER))
        weekdays = report_words.weekdays(dates, report)
        right.append(_bars(shown, say("Slips by weekday"), weekdays, theme.AMBER))
    if goals := report_words.goal_parts(words, report, shown.goals):
        right.append(_bars(shown, say("On time by goal"), goals, ft.Colors.PRIMARY))
    if times := report_words.times(dates, report, shown.goals):
        # Left, so that both columns end about alike.
        beside = left if is_wide else right
        beside.append(_bars(shown, say("Time spent"), times, theme.BLUE))
    if shown.habits.best_hours is not None:
        right.append(best_hours_card(session, shown.habits, shown.goals))
    if not is_wide:
        return column_of([*left, *right])
    return ft.Row(
        [ft.Container(column_of(left), expand=6), ft.Container(column_of(right), expand=5)],
        spacing=theme.CARD_GAP,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _hero(shown: Shown) -> ft.Control:
    words, rate = shown.session.words, shown.report.record.original
    label = words.say_in("record", "On time, first promise")
    told = Told(label, rate_text(words, rate), "original")
    share = rate.share
    big, _, _ = told.value.partition(" ")
    numbers = words.say(
        "{done} of {total}", done=words.number(rate.kept), total=words.number(rate.judged)
    )
    lines: list[ft.Control] = [
        ft.Text(
            big, style=theme.type_style(44, 800, height=1.1, is_tabular=True), color=theme.ON_HERO
        ),
        ft.Text(label, style=theme.LABEL, color=theme.ON_HERO_QUIET),
        ft.Text(
            numbers if rate.judged else words.say("Nothing was due yet."),
            style=theme.META_NUMBER,
            color=theme.ON_HERO_QUIET,
        ),
    ]
    ring = bare_ring(
        share or 0,
        size=84,
        stroke=10,
        color=theme.ON_HERO_RING,
        track=ft.Colors.with_opacity(0.24, theme.ON_HERO),
    )
    return card(
        ft.Row(
            [
                ft.Column(lines, spacing=2, tight=True, expand=True),
                ring,
            ],
            spacing=16,
        ),
        color=theme.HERO,
        padding=20,
        on_click=shown.opens(told),
    )


def _sentences(shown: Shown) -> list[ft.Control]:
    """One block of them, or none: how many were on time stands in the number above."""
    said = report_words.sentences(shown.session.dates, shown.report, shown.goals, has_rate=False)
    lines = [ft.Text(line, style=theme.BODY) for line in said]
    if not lines:
        return []
    return [ft.Container(column_of(lines, spacing=2), padding=ft.Padding.symmetric(vertical=4))]


def _fates(shown: Shown) -> ft.Control:
    words = shown.session.words
    told = [each for each in report_words.counts(words, shown.report) if each.amount]
    bar = ft.Semantics(
        exclude_semantics=True,
        content=ft.Container(
            ft.Row(
                [
                    ft.Container(height=12, bgcolor=_FATES[each.figure], expand=each.amount)
                    for each in told
                ],
                spacing=2,
            ),
            border_radius=6,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
    )
    rows = [_line(shown, each, _FATES[each.figure]) for each in told]
    parts: list[ft.Control] = [section_head(words.say("What became of it"))]
    if told:
        parts += [ft.Container(bar, padding=ft.Padding.symmetric(vertical=8)), *rows]
    return card(column_of(parts, spacing=0))


def _numbers(shown: Shown) -> ft.Control:
    session, report = shown.session, shown.report
    plain = [each for each in report_words.counts(session.words, report) if not each.amount]
    told = (*plain, *report_words.rates(session.dates, report))
    rows = [_line(shown, each, None) for each in told]
    return card(column_of([section_head(session.words.say("Numbers")), *rows], spacing=0))


def _line(shown: Shown, told: Told, color: str | None) -> ft.Control:
    """A number with its name, as a row to press."""
    parts: list[ft.Control] = []
    if color is not None:
        parts.append(ft.Container(width=10, height=10, border_radius=5, bgcolor=color))
    parts += [
        ft.Text(told.label, style=theme.BODY, expand=True),
        ft.Text(told.value, style=theme.type_style(15, 700, is_tabular=True)),
    ]
    return _pressed(shown, told, ft.Row(parts, spacing=10))


def _pressed(shown: Shown, told: Told, face: ft.Control) -> ft.Control:
    press = shown.opens(told)
    box = ft.Container(
        face,
        height=theme.TOUCH,
        alignment=ft.Alignment.CENTER_LEFT,
        border_radius=theme.RADIUS_CHIP,
        ink=press is not None,
        on_click=press,
    )
    return ft.MergeSemantics(ft.Semantics(button=press is not None, content=box))


def _bars(shown: Shown, title: str, told: Sequence[Told], color: str) -> ft.Control:
    most = max((each.amount for each in told), default=0) or 1
    rows: list[ft.Control] = [section_head(title)]
    for each in told:
        filled = round(1000 * each.amount / (each.whole or most))
        cells: list[ft.Control] = []
        if filled:
            cells.append(ft.Container(height=8, border_radius=4, bgcolor=color, expand=filled))
        if filled < 1000:
            cells.append(ft.Container(height=8, expand=1000 - filled))
        track = ft.Container(
            ft.Row(cells, spacing=0),
            bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST,
            border_radius=4,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        )
        words = ft.Row(
            [
                ft.Text(
                    each.label,
                    style=theme.LABEL,
                    expand=True,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
                ft.Text(each.value, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=8,
        )
        rows.append(_pressed(shown, each, column_of([words, track], spacing=4)))
    return card(column_of(rows, spacing=2))


def _days(shown: Shown) -> ft.Control:
    """A column for each part of the span: what was on time below, what was not above it.

    The colours are those of the card that tells what became of it all.
    """
    session, parts = shown.session, shown.report.parts
    most = max((part.planned for part in parts), default=0) or 1
    every = next((step for many, step in _LABEL_EVERY.items() if len(parts) >= many - 3), 1)
    columns: list[ft.Control] = []
    for part in parts:
        told = report_words.part_told(session.dates, part)
        bars: list[ft.Control] = [
            ft.Container(
                height=_CHART_HEIGHT * count / most,
                bgcolor=_FATES[fate],
                border_radius=3,
            )
            for fate in reversed(COUNTS)
            if (count := part.fates.get(fate))
        ]
        if not bars:
            bars = [ft.Container(height=3, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST)]
        name = f"{told.label}: {told.value}"
        stack = ft.Container(
            ft.Column(
                bars,
                spacing=1,
                alignment=ft.MainAxisAlignment.END,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            height=_CHART_HEIGHT + len(COUNTS),
            padding=ft.Padding.symmetric(horizontal=2 if len(parts) > 12 else 8),
            ink=part.planned > 0,
            tooltip=ft.Tooltip(name, exclude_from_semantics=True),
            on_click=shown.opens(told),
        )
        columns.append(
            ft.Semantics(
                label=name, button=part.planned > 0, container=True, content=stack, expand=True
            )
        )
    return card(
        column_of(
            [
                section_head(session.words.say("Day by day")),
                ft.Row(columns, spacing=0, vertical_alignment=ft.CrossAxisAlignment.END),
                ft.Semantics(exclude_semantics=True, content=_axis(shown, every)),
                _legend(shown),
            ],
            spacing=6,
        )
    )


def _axis(shown: Shown, every: int) -> ft.Control:
    """Where the columns stand in time: some of their first days."""
    starts: list[date] = [part.first for part in shown.report.parts][::every]
    dates = shown.session.dates
    return ft.Row(
        [
            ft.Container(
                ft.Text(
                    str(day.day) if every > 1 else dates.day_and_month(day, day),
                    style=theme.META_NUMBER,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    no_wrap=True,
                    text_align=ft.TextAlign.LEFT if every > 1 else ft.TextAlign.CENTER,
                ),
                expand=min(every, len(shown.report.parts) - at * every),
            )
            for at, day in enumerate(starts)
        ],
        spacing=0,
    )


def _legend(shown: Shown) -> ft.Control:
    return ft.Row(
        [
            ft.Row(
                [
                    ft.Container(width=10, height=10, border_radius=5, bgcolor=_FATES[each.figure]),
                    ft.Text(each.label, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                ],
                spacing=6,
                tight=True,
            )
            for each in report_words.counts(shown.session.words, shown.report)
            if each.amount
        ],
        spacing=14,
        run_spacing=4,
        wrap=True,
    )
