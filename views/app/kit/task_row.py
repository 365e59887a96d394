"""A task as a row: check, title, one line about it; swipe to complete or to move.

Owns how a row looks and feels. Must know no service: what is done is told by callbacks that
take the task's uid.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from views import theme
from views.app.boundary import component, memoised
from views.app.kit.basics import icon_button, marked
from views.app.kit.check import check_ring, pick_box
from views.app.kit.drawn_height import OnHeight, drawn_height
from views.app.kit.lingering import use_struck
from views.app.kit.order_handle import OnPlace, order_handle
from views.app.kit.pointed import OnMenu, pointed
from views.app.kit.row_face import DueKind, RowFace
from views.app.motion import eased
from views.app.struck import Struck
from views.text import Words

OnTask = Callable[[str], Awaitable[None]]
#: Called with the uid and whether the task is to be done.
OnCheck = Callable[[str, bool], Awaitable[None]]

_LABEL = theme.inherited(theme.LABEL)
_PIECE = theme.inherited(theme.META_NUMBER)
#: By whether the task is done.
_TITLE = {
    is_done: theme.inherited(theme.type_style(15, 500 if is_done else 600, is_struck=is_done))
    for is_done in (False, True)
}
#: Room over a row's title, and under its last line; a row is never lower than its check.
_OVER, _UNDER, _UNDER_TITLE = 13, 10, 15
#: A row tells so many tags by name, of the others only how many there are.
TAGS_SHOWN = 5
_DUE_ICON = {
    DueKind.LATER: ft.Icons.SCHEDULE_ROUNDED,
    DueKind.DAY: ft.Icons.EVENT_ROUNDED,
    DueKind.SOON: ft.Icons.SCHEDULE_ROUNDED,
    DueKind.WAITING: ft.Icons.HOURGLASS_EMPTY_ROUNDED,
    DueKind.AT_RISK: ft.Icons.WARNING_AMBER_ROUNDED,
    DueKind.READY_MISSED: ft.Icons.ALARM_OFF_ROUNDED,
    DueKind.MISSED: ft.Icons.EVENT_BUSY_ROUNDED,
}
_DUE_COLOR = {
    DueKind.LATER: ft.Colors.ON_SURFACE_VARIANT,
    DueKind.DAY: ft.Colors.ON_SURFACE_VARIANT,
    DueKind.SOON: theme.SOON,
    DueKind.WAITING: ft.Colors.ON_SURFACE_VARIANT,
    DueKind.AT_RISK: theme.SOON,
    DueKind.READY_MISSED: theme.MISSED,
    DueKind.MISSED: theme.MISSED,
}


@component
def _TaskRow(
    face: RowFace,
    words: Words,
    on_open: OnTask,
    on_check: OnCheck,
    on_move: OnTask,
    on_slip: OnTask | None = None,
    on_hold: OnTask | None = None,
    is_selected: bool = False,
    is_folding: bool = False,
    on_steps: OnTask | None = None,
    is_unfolded: bool = False,
    is_picked: bool | None = None,
    on_place: OnPlace | None = None,
    on_menu: OnMenu | None = None,
    is_in_sheet: bool = False,
    on_height: OnHeight | None = None,
    struck: Struck | None = None,
) -> ft.Control:
    """One task.

    Args:
        on_open: tap on the row.
        on_check: tap on the ring, or a swipe to the right.
        on_move: a swipe to the left: reschedule.
        on_slip: shows a button at the end of the row: decide what becomes of a missed task.
        on_hold: long press.
        is_selected: the row that the keyboard, or the pane, is at.
        is_folding: it folds away now.
        on_steps: shows a button at the end of the row, that shows the steps beneath it or hides
            them (`is_unfolded`).
        is_picked: whether it is one of several that are being selected; None when none are.
            Then taps tell `on_open` and `on_check` to pick it or let it go.
        on_place: shows a handle at the end of the row, to drag it or move it by a menu; the row
            stands in a `ft.ReorderableListView`.
        on_menu: the right button: its menu.
        is_in_sheet: it stands on a sheet's ground, between the sheet's margins.
        on_height: the client has drawn it, and again when its height has changed.
        struck: strikes it as soon as its task was completed.
    """
    face = use_struck(face, struck)
    uid = face.uid
    sized = drawn_height(uid, on_height)

    async def opened(_: object) -> None:
        await on_open(uid)

    async def checked(_: object) -> None:
        await on_check(uid, not face.is_done)

    async def held(_: object) -> None:
        if on_hold is not None:
            await on_hold(uid)

    async def slipped(_: object) -> None:
        if on_slip is not None:
            await on_slip(uid)

    async def swiped(event: ft.DismissibleDismissEvent) -> None:
        # Never dismissed: the row folds away when its task leaves the list, or springs back.
        await event.control.confirm_dismiss(False)
        if event.direction is ft.DismissDirection.START_TO_END:
            await on_check(uid, not face.is_done)
        else:
            await on_move(uid)

    async def unfolded(_: object) -> None:
        if on_steps is not None:
            await on_steps(uid)

    has_unfold = on_steps is not None and bool(face.steps) and is_picked is None
    meta = _meta(face, has_unfold)
    body = ft.Semantics(
        button=True,
        container=True,
        selected=is_selected or None,
        content=ft.Container(
            _lines(face, meta),
            padding=ft.Padding.only(top=_OVER, bottom=_UNDER if meta else _UNDER_TITLE, right=8),
            ink=True,
            border_radius=theme.RADIUS_BLOCK,
            on_click=opened,
            on_long_press=held if on_hold is not None else None,
        ),
        expand=True,
    )
    mark = (
        check_ring(face.title, face.is_done, face.priority, checked)
        if is_picked is None
        else pick_box(face.title, is_picked, checked)
    )
    parts: list[ft.Control] = [mark, body]
    if has_unfold:
        parts.append(
            icon_button(
                ft.Icons.EXPAND_LESS_ROUNDED if is_unfolded else ft.Icons.EXPAND_MORE_ROUNDED,
                face.steps_spoken,
                unfolded,
                color=ft.Colors.ON_SURFACE_VARIANT,
                is_expanded=is_unfolded,
            )
        )
    if on_slip is not None:
        label = words.say("Decide on {title}", title=face.title)
        parts.append(
            icon_button(
                ft.Icons.SWAP_HORIZ_ROUNDED, label, slipped, color=ft.Colors.ON_SURFACE_VARIANT
            )
        )
    if on_place is not None and is_picked is None:
        parts.append(order_handle(words, uid, face.title, on_place))
    line = theme.CURSOR if is_selected else 0
    margin = 0 if is_in_sheet else theme.PAGE_MARGIN - 13
    ground = ft.Colors.SURFACE_CONTAINER_LOW if is_in_sheet else ft.Colors.SURFACE
    row = ft.Container(
        ft.Row(parts, spacing=1, vertical_alignment=ft.CrossAxisAlignment.START),
        padding=ft.Padding.only(left=max(0, margin - line), right=0 if is_in_sheet else 12),
        border=marked(line),
        bgcolor=ft.Colors.SURFACE_CONTAINER if is_selected or is_unfolded else ground,
    )
    if is_picked is not None:
        row.on_size_change = sized
        return pointed(row, uid, on_menu) if on_menu is not None else row
    return ft.Container(
        ft.Dismissible(
            content=pointed(row, uid, on_menu) if on_menu is not None else row,
            background=_swipe_ground(
                ft.Icons.UNDO_ROUNDED if face.is_done else ft.Icons.CHECK_ROUNDED,
                words.say("Reopen") if face.is_done else words.say("Done"),
                theme.HERO,
                theme.ON_HERO,
                is_start=True,
            ),
            secondary_background=_swipe_ground(
                ft.Icons.UPDATE_ROUNDED,
                words.say("Reschedule"),
                ft.Colors.TERTIARY,
                ft.Colors.ON_TERTIARY,
                is_start=False,
            ),
            dismiss_thresholds={
                ft.DismissDirection.START_TO_END: 0.3,
                ft.DismissDirection.END_TO_START: 0.3,
            },
            on_confirm_dismiss=swiped,
        ),
        height=0 if is_folding else None,
        opacity=0 if is_folding else 1,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
        animate_size=eased(theme.CALM_MS),
        animate_opacity=eased(theme.CALM_MS),
        on_size_change=sized,
        size_change_interval=theme.CALM_MS,
    )


#: Drawn again only when an argument changes: see `memoised` for what callbacks to pass.
TaskRow = memoised(_TaskRow)


def _lines(face: RowFace, meta: Sequence[ft.Control]) -> ft.Control:
    spoken = ", ".join(filter(None, (face.title, face.priority_word, face.pinned_word)))
    title: ft.Control = ft.Text(
        face.title,
        style=_TITLE[face.is_done],
        color=ft.Colors.ON_SURFACE_VARIANT if face.is_done else ft.Colors.ON_SURFACE,
        max_lines=3,
        overflow=ft.TextOverflow.ELLIPSIS,
        semantics_label=spoken if spoken != face.title else None,
        expand=True if face.pinned_word else None,
    )
    if face.pinned_word:
        pin = ft.Icon(ft.Icons.PUSH_PIN_ROUNDED, size=16, color=ft.Colors.PRIMARY)
        title = ft.Row([title, pin], spacing=6)
    lines: list[ft.Control] = [title]
    if meta:
        lines.append(ft.Row(list(meta), spacing=12, run_spacing=2, wrap=True))
    return ft.Column(
        lines,
        spacing=3,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _meta(face: RowFace, has_unfold: bool) -> list[ft.Control]:
    """The line under the title; what a button beside it says of the steps is not said twice."""
    quiet = ft.Colors.ON_SURFACE_VARIANT
    parts: list[ft.Control] = []
    if face.due and not face.is_done:
        due = f"{face.due} · {face.estimate}" if face.estimate else face.due
        icon = _DUE_ICON[face.due_kind]
        parts.append(_piece(due, icon, _DUE_COLOR[face.due_kind], key="due"))
    elif face.estimate and not face.is_done:
        parts.append(_piece(face.estimate, ft.Icons.TIMER_OUTLINED, quiet, key="estimate"))
    if face.done:
        parts.append(_piece(face.done, ft.Icons.CHECK_ROUNDED, quiet, key="done"))
    if face.steps:
        spoken = "" if has_unfold else face.steps_spoken
        parts.append(_piece(face.steps, ft.Icons.CHECKLIST_ROUNDED, quiet, spoken, key="steps"))
    if face.parent:
        icon = ft.Icons.SUBDIRECTORY_ARROW_RIGHT_ROUNDED
        parts.append(_piece(face.parent, icon, quiet, key="parent"))
    if face.goal:
        parts.append(_piece(face.goal, None, theme.tint_of(face.goal_color).line, key="goal"))
    if face.repeat:
        parts.append(_piece(face.repeat, ft.Icons.REPEAT_ROUNDED, quiet, key="repeat"))
    if face.people:
        icon = ft.Icons.PERSON_OUTLINE_ROUNDED
        parts.append(_piece(face.people, icon, quiet, key="people"))
    shown, rest = face.tags[:TAGS_SHOWN], len(face.tags) - TAGS_SHOWN
    parts.extend(_piece(f"#{tag}", None, quiet, key=f"#{tag}") for tag in shown)
    if rest > 0:
        parts.append(_piece(f"+{rest}", None, quiet, key="tags"))
    return parts


def _piece(
    text: str,
    icon: ft.IconData | None,
    color: str,
    spoken: str | None = None,
    *,
    key: str | None = None,
) -> ft.Control:
    """One thing about a task; with its `key` it stays as it is when one before it goes."""
    words = ft.Text(
        text,
        key=key if icon is None else None,
        style=_PIECE,
        color=color,
        max_lines=2,
        overflow=ft.TextOverflow.ELLIPSIS,
        semantics_label=spoken,
    )
    if icon is None:
        return words
    # However long the words are, they end with the row.
    room = ft.Container(words, expand=True, expand_loose=True)
    return ft.Row([ft.Icon(icon, size=15, color=color), room], key=key, spacing=4, tight=True)


def _swipe_ground(
    icon: ft.IconData, word: str, color: str, on_color: str, *, is_start: bool
) -> ft.Control:
    """What shows beneath a row that is swiped: colour, icon and word."""
    parts: list[ft.Control] = [
        ft.Icon(icon, size=22, color=on_color),
        ft.Text(word, style=_LABEL, color=on_color),
    ]
    return ft.Container(
        ft.Row(
            parts if is_start else parts[::-1],
            spacing=8,
            alignment=ft.MainAxisAlignment.START if is_start else ft.MainAxisAlignment.END,
        ),
        bgcolor=color,
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN + 4),
    )
