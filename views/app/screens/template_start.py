"""The sheet that starts a template: its name, a day, and what that would make, told as one chooses.

Owns the choices until Start is pressed. What a template lays out is known to
`models.laying_out`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import flet as ft

from models.errors import Refusal
from models.laying_out import Laid, first_day_on, laid_out
from models.moment import Moment
from models.template import Anchor, GoalTemplate
from services import templates
from services.template_start import start_template
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, line_padding
from views.app.kit.calendar import MonthPicker
from views.app.kit.chips import segments
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.states import show_reading
from views.app.query import Loaded, use_query
from views.app.screens.template_track import Stop, is_short, track
from views.app.session import AppSession
from views.text.actions import action_text

#: How many of the first tasks are told before all are asked for; the last one comes with them.
_FIRST = 5


@dataclass(slots=True, eq=False)
class _Draft:
    """What is chosen so far; `on` is None until a day is."""

    name: str = ""
    anchor: Anchor | None = None
    on: date | None = None
    is_choosing_day: bool = False
    is_whole: bool = False


@component
def StartTemplateSheet(session: AppSession, uid: str) -> ft.Control:
    """Everything that is chosen before the template `uid` is started."""
    language = session.words.language

    def read(desk: Workspace) -> GoalTemplate:
        return templates.template(desk, uid, language)

    reading = use_query(session, read, uid, language)
    title = reading.value.name if isinstance(reading, Loaded) else session.words.say("Template")

    def draw(template: GoalTemplate) -> ft.Control:
        return keyed("choices", _Choices, session, template)

    content = show_reading(session, reading, draw, rows=4)
    return SheetOver(session, title, content, session.overlay.close, is_footed=True)


@component
def _Choices(session: AppSession, template: GoalTemplate) -> ft.Control:
    say = session.words.say
    _, draw = ft.use_state(0)
    draft = ft.use_ref(lambda: _Draft(template.name, template.anchor)).current
    assert draft is not None
    anchor = draft.anchor or template.anchor
    on = draft.on or _usual_day(session, template, anchor)

    def redraw() -> None:
        draw(lambda count: count + 1)

    async def typed(name: str) -> None:
        draft.name = name

    async def choose_anchor(chosen: Anchor) -> None:
        draft.anchor = chosen
        redraw()

    async def choose_day(day: date | None) -> None:
        draft.on, draft.is_choosing_day = day, False
        redraw()

    async def open_days(_: object) -> None:
        draft.is_choosing_day = not draft.is_choosing_day
        redraw()

    async def show_all(_: object) -> None:
        draft.is_whole = True
        redraw()

    async def start(_: object) -> None:
        made = await session.act(
            start_template,
            template.uid,
            session.words.language,
            on,
            anchor,
            draft.name.strip() or template.name,
        )
        if made is None:
            return
        session.overlay.close()
        session.say(action_text(session.words, "template.start", made.name), has_undo=True)
        await session.go(routes.goal_route(made.uid))

    parts: list[ft.Control] = []
    if template.description:
        parts.append(
            ft.Container(
                ft.Text(template.description, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT),
                padding=ft.Padding.only(bottom=6),
            )
        )
    parts.append(
        keyed(
            "name",
            InlineField,
            session,
            say("Name of the goal"),
            template.name,
            typed,
            on_typing=typed,
        )
    )
    if template.is_dated:
        options = [(Anchor.START, say("Starts on")), (Anchor.END, say("Is done by"))]
        parts += [
            segments(options, anchor, choose_anchor, has_large_text=session.frame.has_large_text),
            _day_line(session, on, open_days),
        ]
        if draft.is_choosing_day:
            parts.append(keyed("month", MonthPicker, session, on, choose_day))
    tasks, trouble = _laid_out(session, template, on, anchor)
    if trouble:
        parts.append(_note(trouble, ft.Icons.EVENT_BUSY_ROUNDED, ft.Colors.ERROR))
    else:
        parts += _preview(session, template, on, anchor, tasks, draft.is_whole, show_all)
    return footed(
        ft.Column(
            parts, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
        ft.FilledButton(say("Start the goal"), disabled=bool(trouble), on_click=start),
    )


def _usual_day(session: AppSession, template: GoalTemplate, anchor: Anchor) -> date:
    """A plan that begins today; tomorrow once a time of today's has passed."""
    today = session.dates.today(session.minute.now)
    on = today if anchor is Anchor.START else today + timedelta(days=template.target)
    tasks, _ = _laid_out(session, template, on, anchor)
    if any(_is_past(session, _moment(task)) for task in tasks):
        return on + timedelta(days=1)
    return on


def _is_past(session: AppSession, moment: Moment | None) -> bool:
    """Whether it would be missed as soon as it is made; a whole day is not while it lasts."""
    return moment is not None and moment.instant(session.dates.zone) < session.minute.now


def _laid_out(
    session: AppSession, template: GoalTemplate, on: date, anchor: Anchor
) -> tuple[list[Laid], str]:
    """The tasks by their days, those without one last; else why there are none."""
    zone = session.dates.zone
    try:
        tasks = laid_out(template, on, anchor, zone)
    except Refusal as error:
        return [], session.refusal(error)

    def when(task: Laid) -> tuple[bool, datetime]:
        moment = _moment(task)
        return moment is None, moment.instant(zone) if moment else session.minute.now

    return sorted(tasks, key=when), ""


def _moment(task: Laid) -> Moment | None:
    return task.fields.get("due") or task.fields.get("dtstart")


def _day_line(session: AppSession, on: date, on_open: Press) -> ft.Control:
    say = session.words.say
    today = session.dates.today(session.minute.now)
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Icon(ft.Icons.CALENDAR_MONTH_ROUNDED, size=20, color=ft.Colors.PRIMARY),
                        ft.Text(session.dates.long_day(on, today), style=theme.TASK, expand=True),
                        ft.Text(say("Change"), style=theme.LABEL, color=ft.Colors.PRIMARY),
                    ],
                    spacing=12,
                ),
                padding=ft.Padding.symmetric(
                    horizontal=14, vertical=line_padding(theme.TASK, theme.TOUCH + 4)
                ),
                border_radius=theme.RADIUS_BLOCK,
                bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
                ink=True,
                on_click=on_open,
            ),
        )
    )


def _preview(
    session: AppSession,
    template: GoalTemplate,
    on: date,
    anchor: Anchor,
    tasks: list[Laid],
    is_whole: bool,
    on_all: Press,
) -> list[ft.Control]:
    words, dates = session.words, session.dates
    zone, today = dates.zone, dates.today(session.minute.now)
    days = [moment.day(zone) for task in tasks if (moment := _moment(task))]
    made = words.count("{count} task", "{count} tasks", len(tasks))
    span = dates.day_range(min(days), max(days), today) if days else ""
    parts: list[ft.Control] = [
        ft.Text(
            " · ".join(filter(None, (span, made))),
            style=theme.META_NUMBER,
            color=ft.Colors.ON_SURFACE_VARIANT,
        )
    ]
    if past := sum(_is_past(session, _moment(task)) for task in tasks):
        said = words.count(
            "{count} task would be over already. A later day leaves room for it.",
            "{count} tasks would be over already. A later day leaves room for them.",
            past,
        )
        parts.append(_note(said, ft.Icons.HISTORY_ROUNDED, theme.SOON))
    target = first_day_on(template, on, anchor) + timedelta(days=template.target)
    stops: list[Stop] = []
    for task in tasks:
        moment = _moment(task)
        day = moment.day(zone) if moment else None
        when = dates.exact(moment, session.minute.now) if moment else ""
        stops.append(
            Stop(
                when,
                task.fields.get("summary", ""),
                is_target=day == target,
                is_past=_is_past(session, moment),
            )
        )
    parts.append(
        track(
            words,
            stops,
            theme.tint_of(template.color),
            first=None if is_whole else _FIRST,
            text_scale=session.frame.text_scale,
        )
    )
    if not is_whole and not is_short(stops, _FIRST):
        parts.append(ft.Row([ft.TextButton(words.say("Show all tasks"), on_click=on_all)]))
    return parts


def _note(text: str, icon: ft.IconData, color: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, size=18, color=color),
            ft.Text(text, style=theme.META_STRONG, color=color, expand=True),
        ],
        spacing=8,
    )
