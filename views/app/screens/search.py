"""The search: tasks, goals, commands and settings by what is typed, from any screen.

On a phone a page of its own, in a window a palette over what one was at. Owns how it is laid
out; what it does is `search_finding`'s, what it lists `search_entries`'s.
"""

from __future__ import annotations

from itertools import groupby

import flet as ft

from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, section_head
from views.app.kit.chips import count_label
from views.app.kit.notice_bar import NoticeBar
from views.app.kit.states import error_state
from views.app.resting import Resting
from views.app.routes import Place
from views.app.screens.list_picking import picking_bar
from views.app.screens.list_rows import laid_out
from views.app.screens.search_entries import Kind, kind_title
from views.app.screens.search_field import SearchField
from views.app.screens.search_finding import Finding
from views.app.screens.search_outcome import Outcome
from views.app.screens.search_parts import hints, nothing, offers, teaching, wrong
from views.app.screens.search_rows import EntryRow
from views.app.session import AppSession

#: More tasks are read when fewer than this many pixels are left below the list.
AHEAD = 600


@component
def SearchScreen(session: AppSession, place: Place) -> ft.Control:
    """The search as a page."""
    finding = _use_finding(session, place)

    async def back(_: object) -> None:
        await finding.close()

    page = ft.Column(
        [
            ft.Container(
                ft.Row(
                    [
                        icon_button(ft.Icons.ARROW_BACK_ROUNDED, session.words.say("Back"), back),
                        ft.Container(_field(session, finding), expand=True),
                        keyed("clear", ClearButton, session, finding),
                    ],
                    spacing=4,
                ),
                padding=ft.Padding.only(left=8, right=8, top=8),
            ),
            ft.Divider(height=1),
            ft.Container(keyed("found", FoundPart, session, finding), expand=True),
            _said(session),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Container(page, expand=True)


@component
def SearchPalette(session: AppSession, place: Place) -> ft.Control:
    """The search over the screen, in the middle of a window."""
    ft.use_state(session.frame)
    finding = _use_finding(session, place)
    is_over = ft.use_ref(False)

    async def dismissed(_: ft.Event[ft.DialogControl]) -> None:
        # Flutter has closed it when it says so: drawn once more it would open again.
        is_over.current = True
        # Another search may have taken its place by then: that one stays.
        if finding.is_on:
            await finding.close()

    body = ft.Semantics(
        label=session.words.say("Search"),
        container=True,
        content=ft.Column(
            [
                ft.Container(
                    ft.Row(
                        [
                            ft.Icon(
                                ft.Icons.SEARCH_ROUNDED,
                                size=22,
                                color=ft.Colors.ON_SURFACE_VARIANT,
                            ),
                            ft.Container(_field(session, finding), expand=True),
                            keyed("clear", ClearButton, session, finding),
                        ],
                        spacing=12,
                    ),
                    padding=ft.Padding.only(left=20, right=8, top=6, bottom=6),
                ),
                ft.Divider(height=1),
                ft.Container(keyed("found", FoundPart, session, finding), expand=True),
                _said(session),
                ft.Divider(height=1),
                hints(session),
                keyed("resting", Resting, session),
            ],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
    dialog = ft.AlertDialog(
        content=ft.Container(body, width=theme.PALETTE_WIDTH, height=palette_height(session)),
        content_padding=0,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        shape=ft.RoundedRectangleBorder(radius=theme.RADIUS_SHEET),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        on_dismiss=dismissed,
    )
    ft.use_dialog(None if is_over.current else dialog)
    return ft.Container(width=0, height=0)


def palette_height(session: AppSession) -> float:
    """How high the search is where it stands in the middle of a window."""
    return min(620, max(320, session.frame.height - 140))


def _use_finding(session: AppSession, place: Place) -> Finding:
    finding = ft.use_ref(lambda: Finding(session, place.text)).current
    assert finding is not None
    ft.use_effect(finding.begin, [], cleanup=finding.end)
    ft.use_effect(lambda: finding.routed(place.text), [place.text])
    return finding


def _said(session: AppSession) -> ft.Control:
    """What was done of here, with Undo: the search lies over where that stands else."""
    notice = keyed("notices", NoticeBar, session)
    return ft.Container(notice, padding=ft.Padding.symmetric(horizontal=12, vertical=4))


def _field(session: AppSession, finding: Finding) -> ft.Control:
    return keyed(
        "field",
        SearchField,
        session,
        finding.buffer,
        finding.drawn,
        finding.heard,
        finding.enter,
        finding.focused,
    )


@component
def ClearButton(session: AppSession, finding: Finding) -> ft.Control:
    """Empties the field, where something stands in it."""
    state, _ = ft.use_state(finding.state)

    async def clear(_: object) -> None:
        await finding.clear()

    if not state.outcome.text:
        return ft.Container(width=theme.TOUCH, height=theme.TOUCH)
    return icon_button(ft.Icons.CLOSE_ROUNDED, session.words.say("Clear"), clear)


@component
def FoundPart(session: AppSession, finding: Finding) -> ft.Control:
    """Suggestions, what is wrong, and what was found."""
    state, _ = ft.use_state(finding.state)
    memory, _ = ft.use_state(finding.memory)
    tabbing, _ = ft.use_state(session.keys.tabbing)
    ft.use_state(session.frame)
    outcome = state.outcome

    async def scrolled(event: ft.OnScrollEvent) -> None:
        finding.scrolled(event.pixels)
        if event.extent_after < AHEAD:
            await finding.more()

    parts: list[ft.Control] = []
    if not outcome.text.strip():
        parts.append(teaching(session))
    if outcome.completions:
        parts.append(offers(session, finding, outcome.completions))
    if outcome.is_failed:
        parts.append(error_state(session, outcome.error, finding.again))
    elif outcome.error:
        parts.append(wrong(outcome.error))
    # A finger needs no mark where Enter would go; nor does Enter on what Tab came to go there.
    is_at_row = session.frame.is_wide or bool(outcome.text)
    has_mark = is_at_row and (state.is_typing or not tabbing.is_on)
    rows = _rows(session, finding, outcome, state.at if has_mark else -1, memory.picked)
    if not rows and not outcome.error and outcome.is_whole:
        rows = [nothing(session)]
    laid_out(memory, rows)
    parts.append(
        ft.ListView(
            [*rows, ft.Container(height=16)],
            ref=finding.view,
            spacing=0,
            expand=True,
            on_scroll=scrolled,
            scroll_interval=80,
            on_size_change=memory.heights.sized,
            padding=ft.Padding.symmetric(horizontal=8),
        )
    )
    if memory.picked is not None:
        # At the foot: what was found stays where it is.
        bar = picking_bar(session, finding.gestures, memory.picked)
        parts.append(ft.Container(bar, padding=ft.Padding.symmetric(horizontal=8, vertical=4)))
    return ft.Column(
        parts, spacing=0, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _rows(
    session: AppSession,
    finding: Finding,
    outcome: Outcome,
    at: int,
    picked: frozenset[str] | None,
) -> list[ft.Control]:
    rows: list[ft.Control] = []
    place = 0
    is_wide = session.frame.is_wide
    most = 2 if session.frame.has_large_text else 1
    for kind, entries in groupby(outcome.entries, key=lambda entry: entry.face.kind):
        rows.append(_heading(session, finding, kind, outcome, is_picking=picked is not None))
        for entry in entries:
            face, is_task = entry.face, entry.line is not None
            rows.append(
                keyed(
                    face.key,
                    EntryRow,
                    face,
                    place == at,
                    is_wide,
                    finding.choose,
                    finding.menu,
                    on_hold=finding.gestures.begin_picking if is_task else None,
                    is_picked=face.uid in picked if picked is not None and is_task else None,
                    most=most,
                    on_height=finding.memory.heights.told if is_wide else None,
                )
            )
            place += 1
    return rows


def _heading(
    session: AppSession, finding: Finding, kind: Kind, outcome: Outcome, *, is_picking: bool
) -> ft.Control:
    say = session.words.say
    title = kind_title(session.words, kind)
    trailing = None
    if kind is Kind.TASK:
        title = f"{title} · {count_label(outcome.count)}"
        trailing = ft.TextButton(say("Save as filter"), on_click=finding.save)
        if not is_picking:
            select = icon_button(
                ft.Icons.CHECKLIST_RTL_ROUNDED,
                say("Select several"),
                finding.gestures.start_picking,
                color=ft.Colors.ON_SURFACE_VARIANT,
                size=20,
            )
            trailing = ft.Row([trailing, select], spacing=0, tight=True)
    return ft.Container(
        section_head(title, is_quiet=True, trailing=trailing),
        padding=ft.Padding.only(left=12, right=4),
        key=f"head-{kind}",
    )
