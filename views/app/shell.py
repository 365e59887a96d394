"""The frame around every screen: rail, pane, notices, sheets, and the keys that always work.

Owns which screen stands where for a place and a width. Must know no task.
"""

from __future__ import annotations

import flet as ft

from views import theme
from views.app import routes
from views.app.adding import add_here
from views.app.boundary import component, keyed
from views.app.completing import OpenStepsSheet
from views.app.key_list import KeyListSheet
from views.app.keys import KeyAction, use_keys
from views.app.kit.notice_bar import NoticeBar
from views.app.kit.reminder_bar import ReminderBar
from views.app.observed import room_of
from views.app.overlays import (
    AddTask,
    AskAgain,
    Assign,
    BalanceMonth,
    BlockSheet,
    DeleteGoal,
    DeleteSeries,
    EditFilter,
    EditTemplate,
    EmptyTrash,
    FillSlot,
    GoalForm,
    KeyList,
    MergeTag,
    MoveSeries,
    MoveUnder,
    OpenSteps,
    PersonForm,
    PickDay,
    PickSpan,
    PlanBackwards,
    Prioritise,
    RenameTag,
    Reschedule,
    SaveFilter,
    Slip,
    StartTemplate,
    Tagging,
    TasksBehind,
)
from views.app.pane import Pane
from views.app.rail import Rail
from views.app.resting import Resting
from views.app.routes import Place, Screen
from views.app.row_menu import RowMenu
from views.app.screens.board import BoardScreen
from views.app.screens.board_sheets import BalanceSheet, FillSlotSheet
from views.app.screens.filter_sheets import EditFilterSheet, SaveFilterSheet
from views.app.screens.goal import GoalScreen
from views.app.screens.goal_deletion import DeleteGoalSheet
from views.app.screens.goal_form import GoalFormSheet
from views.app.screens.goals import GoalsScreen
from views.app.screens.home import HomeScreen
from views.app.screens.not_found import NotFoundScreen
from views.app.screens.people import PeopleScreen
from views.app.screens.person_sheet import PersonSheet
from views.app.screens.plan_sheet import PlanSheet
from views.app.screens.quick_add import QuickAddSheet
from views.app.screens.report import ReportScreen
from views.app.screens.report_sheets import PickSpanSheet, TasksBehindSheet
from views.app.screens.reschedule import RescheduleSheet
from views.app.screens.review import ReviewScreen
from views.app.screens.search import SearchPalette, SearchScreen
from views.app.screens.series_sheets import DeleteSeriesSheet, MoveSeriesSheet
from views.app.screens.settings import TWO_COLUMNS_FROM, SettingsScreen
from views.app.screens.several_sheets import AssignSheet, PrioritiseSheet, TaggingSheet
from views.app.screens.slip import SlipSheet
from views.app.screens.slip_asking import AskAgainSheet
from views.app.screens.tag import TagScreen
from views.app.screens.tag_sheets import MergeTagSheet, RenameTagSheet
from views.app.screens.tags import TagsScreen
from views.app.screens.task import TaskScreen
from views.app.screens.task_moving import MoveUnderSheet
from views.app.screens.template_edit import EditTemplateSheet
from views.app.screens.template_start import StartTemplateSheet
from views.app.screens.templates import TemplatesScreen
from views.app.screens.timeline import TimelineScreen
from views.app.screens.timeline_block_sheet import BlockMenu
from views.app.screens.timeline_head import PickDaySheet
from views.app.screens.todo import TodoScreen
from views.app.screens.todo_trash import EmptyTrashSheet
from views.app.screens.welcome import WelcomeScreen
from views.app.session import AppSession
from views.app.timer_bar import TimerBar

#: Screens that read like a page, and are no use wider than one.
_PAGES = frozenset(
    {Screen.TODO, Screen.SETTINGS, Screen.TASK}
    | {Screen.GOALS, Screen.GOAL, Screen.TAGS, Screen.TAG, Screen.PEOPLE, Screen.REVIEW}
)

#: Size of the type, in pixels, that is measured.
_PROBE = 20


def screen_at(session: AppSession, place: Place) -> ft.Control:
    """The screen of a place, keyed so that two screens never share state."""
    match place.screen:
        case Screen.HOME:
            return keyed("home", HomeScreen, session)
        case Screen.TODO:
            return keyed("todo", TodoScreen, session, place.list_name, place.uid)
        case Screen.TIMELINE:
            return keyed("timeline", TimelineScreen, session, place.mode, place.day)
        case Screen.PLAN:
            return keyed("plan", BoardScreen, session, place.day)
        case Screen.TASK:
            return keyed(f"task-{place.uid}", TaskScreen, session, place.uid)
        case Screen.GOALS:
            return keyed("goals", GoalsScreen, session)
        case Screen.GOAL:
            return keyed(f"goal-{place.uid}", GoalScreen, session, place.uid)
        case Screen.TEMPLATES:
            return keyed("templates", TemplatesScreen, session)
        case Screen.TAGS:
            return keyed("tags", TagsScreen, session)
        case Screen.TAG:
            return keyed(f"tag-{place.uid}", TagScreen, session, place.uid)
        case Screen.PEOPLE:
            return keyed("people", PeopleScreen, session)
        case Screen.SEARCH:
            return keyed("search", SearchScreen, session, place)
        case Screen.REPORT:
            return keyed("report", ReportScreen, session, place.day, place.last)
        case Screen.REVIEW:
            return keyed(f"review-{place.part}", ReviewScreen, session, place.part)
        case Screen.SETTINGS:
            return keyed("settings", SettingsScreen, session, place.text)
        case Screen.WELCOME:
            return keyed("welcome", WelcomeScreen, session)
        case Screen.NOT_FOUND | Screen.ADD:
            return keyed("not-found", NotFoundScreen, session)


@component
def Shell(session: AppSession) -> ft.Control:
    """The screen behind, with what stands around and over it."""
    here, _ = ft.use_state(session.here)
    frame, _ = ft.use_state(session.frame)
    use_keys(session.keys, _keys(session))
    place = here.behind
    has_rail = frame.is_wide and place.screen is not Screen.WELCOME
    room = room_of(frame, here)
    screen = ft.SafeArea(screen_at(session, place), expand=True, avoid_intrusions_bottom=False)
    has_palette = here.search is not None and frame.is_wide
    main = ft.Stack(
        [
            _page(screen, place, room),
            ft.Container(
                ft.Column(
                    [
                        keyed("reminder", ReminderBar, session),
                        # The search says them itself.
                        _nothing() if here.search else keyed("notices", NoticeBar, session),
                    ],
                    spacing=8,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                left=max(12, (room - theme.SHEET_WIDTH) // 2),
                right=max(12, (room - theme.SHEET_WIDTH) // 2),
                # On a phone above the add button, which stays in reach.
                bottom=16 if frame.is_wide else 88,
            ),
        ],
        expand=True,
    )
    over = ft.Container(main, expand=True)
    # It stands under the screen, over the bar of tabs: in reach, and nothing lies beneath it.
    timer = keyed("timer", TimerBar, session)
    parts: list[ft.Control] = [ft.Column([over, timer], spacing=0, expand=True)]
    if has_rail:
        parts.insert(0, keyed("rail", Rail, session, place))
    if frame.is_roomy and here.place.screen is Screen.TASK:
        parts.append(keyed("pane", Pane, session, here.place.uid))
    return ft.Stack(
        [
            ft.Row(
                parts,
                spacing=0,
                expand=True,
                vertical_alignment=ft.CrossAxisAlignment.STRETCH,
                left=0,
                right=0,
                top=0,
                bottom=0,
            ),
            keyed("search", SearchPalette, session, here.search)
            if here.search is not None and has_palette
            else _nothing(),
            keyed("sheets", Sheets, session),
            keyed("row-menu", RowMenu, session),
            # The search has one of its own: the focus stays in it.
            _nothing() if has_palette else keyed("resting", Resting, session),
            _text_probe(session),
        ],
        expand=True,
    )


def _nothing() -> ft.Control:
    return ft.Container(width=0, height=0)


def _text_probe(session: AppSession) -> ft.Control:
    """An empty line: how high the client draws it is how large the system has text."""

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        scale = round(event.height / _PROBE, 1)
        if scale != session.frame.text_scale:
            session.frame.text_scale = scale
            # Few watch the frame, and large text is laid out in another way everywhere.
            session.revision.beat()

    line = ft.Text("", style=ft.TextStyle(size=_PROBE, height=1), on_size_change=measured)
    return ft.Container(
        ft.Semantics(exclude_semantics=True, content=line), left=0, top=0, opacity=0
    )


def _page(screen: ft.Control, place: Place, room: float) -> ft.Control:
    """The screen, as wide as it is good for."""
    has_two = place.screen is Screen.SETTINGS and room >= TWO_COLUMNS_FROM
    width = theme.PAGE_WIDTH if has_two else theme.READING_WIDTH
    if place.screen not in _PAGES or room <= width:
        return ft.Container(screen, left=0, right=0, top=0, bottom=0)
    return ft.Container(
        ft.Container(screen, width=width),
        alignment=ft.Alignment.TOP_CENTER,
        left=0,
        right=0,
        top=0,
        bottom=0,
    )


@component
def Sheets(session: AppSession) -> ft.Control:
    """The one sheet that is open, if any."""
    overlay, _ = ft.use_state(session.overlay)
    match overlay.sheet:
        case AddTask(preset=preset, text=text):
            return keyed("add", QuickAddSheet, session, preset, text)
        case Reschedule(uids=uids):
            return keyed("reschedule", RescheduleSheet, session, uids)
        case Slip(uids=uids):
            return keyed("slip", SlipSheet, session, uids)
        case AskAgain(uid=uid):
            return keyed("ask-again", AskAgainSheet, session, uid)
        case BlockSheet(uid=uid):
            return keyed("block", BlockMenu, session, uid)
        case PickDay(day=day):
            return keyed("pick-day", PickDaySheet, session, day)
        case TasksBehind(title=title, uids=uids):
            return keyed("behind", TasksBehindSheet, session, title, uids)
        case PickSpan(first=first, last=last):
            return keyed("span", PickSpanSheet, session, first, last)
        case KeyList():
            return keyed("keys", KeyListSheet, session)
        case EmptyTrash():
            return keyed("empty-trash", EmptyTrashSheet, session)
        case DeleteGoal(uid=uid, name=name):
            return keyed("delete-goal", DeleteGoalSheet, session, uid, name)
        case DeleteSeries(uid=uid, summary=summary):
            close = overlay.close
            return keyed("delete-series", DeleteSeriesSheet, session, uid, summary, close)
        case MoveSeries(uid=uid, summary=summary, due=due):
            return keyed("move-series", MoveSeriesSheet, session, uid, summary, due)
        case StartTemplate(uid=uid):
            return keyed(f"start-{uid}", StartTemplateSheet, session, uid)
        case EditTemplate(uid=uid, name=name, description=description):
            return keyed(f"edit-{uid}", EditTemplateSheet, session, uid, name, description)
        case OpenSteps() as asked:
            return keyed("open-steps", OpenStepsSheet, session, asked)
        case MoveUnder(uid=uid, summary=summary):
            return keyed("move-under", MoveUnderSheet, session, uid, summary)
        case GoalForm(uid=uid):
            return keyed(f"goal-form-{uid}", GoalFormSheet, session, uid)
        case Assign(uids=uids):
            return keyed("assign", AssignSheet, session, uids)
        case Tagging(uids=uids):
            return keyed("tagging", TaggingSheet, session, uids)
        case Prioritise(uids=uids):
            return keyed("prioritise", PrioritiseSheet, session, uids)
        case RenameTag(name=name):
            return keyed("rename-tag", RenameTagSheet, session, name)
        case MergeTag(name=name):
            return keyed("merge-tag", MergeTagSheet, session, name)
        case PersonForm(name=name):
            return keyed(f"person-{name}", PersonSheet, session, name)
        case SaveFilter(query=query):
            return keyed("save-filter", SaveFilterSheet, session, query)
        case EditFilter(uid=uid):
            return keyed("edit-filter", EditFilterSheet, session, uid)
        case PlanBackwards(uid=uid, recipe=recipe):
            return keyed(f"plan-{uid}", PlanSheet, session, uid, recipe)
        case FillSlot(day=day, at=at, recipe=recipe):
            return keyed("fill-slot", FillSlotSheet, session, day, at, recipe)
        case BalanceMonth(month=month):
            return keyed("balance", BalanceSheet, session, month)
        case None:
            return _nothing()


def _keys(session: AppSession) -> dict[str, KeyAction]:
    say = session.words.say

    async def add() -> None:
        session.overlay.open(add_here(session))

    async def home() -> None:
        await session.go(routes.HOME)

    async def todo() -> None:
        await session.go(routes.todo_route())

    async def timeline() -> None:
        await session.go(routes.TIMELINE)

    async def goals() -> None:
        await session.go(routes.GOALS)

    async def report() -> None:
        await session.go(routes.REPORT)

    async def search() -> None:
        await session.go(routes.search_route())

    async def keys() -> None:
        session.overlay.open(KeyList())

    return {
        "N": KeyAction(say("New task"), add),
        "/": KeyAction(say("Search and commands"), search),
        "Ctrl-K": KeyAction(say("Search and commands"), search),
        "G H": KeyAction(say("Go to Home"), home),
        "G L": KeyAction(say("Go to the to-do lists"), todo),
        "G G": KeyAction(say("Go to the goals"), goals),
        "G T": KeyAction(say("Go to the timeline"), timeline),
        "G R": KeyAction(say("Go to the report"), report),
        "Ctrl-Z": KeyAction(say("Undo"), session.undo),
        "Ctrl-Shift-Z": KeyAction(say("Redo"), session.redo),
        "Ctrl-Y": KeyAction(say("Redo"), session.redo),
        "?": KeyAction(say("Show these keys"), keys),
    }
