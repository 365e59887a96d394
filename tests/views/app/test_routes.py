"""Routes lead to places and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lists import ListName
from views.app import routes
from views.app.routes import Place, Screen, TimelineMode, place_of, route_of


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ("/", Place(Screen.HOME)),
        ("", Place(Screen.HOME)),
        ("/todo", Place(Screen.TODO, list_name=ListName.TODAY)),
        ("/todo/next-week", Place(Screen.TODO, list_name=ListName.NEXT_WEEK)),
        ("/todo/week/?from=mail", Place(Screen.TODO, list_name=ListName.WEEK)),
        ("/timeline/agenda", Place(Screen.TIMELINE, mode=TimelineMode.AGENDA)),
        ("/timeline/day/2026-11-24", Place(Screen.TIMELINE, day=date(2026, 11, 24))),
        (
            "/timeline/2026-12",
            Place(Screen.TIMELINE, mode=TimelineMode.MONTH, day=date(2026, 12, 1)),
        ),
        ("/task/a%2Fb", Place(Screen.TASK, uid="a/b")),
        ("/templates", Place(Screen.TEMPLATES)),
        ("/settings", Place(Screen.SETTINGS)),
        ("/welcome", Place(Screen.WELCOME)),
    ],
)
def test_a_route_leads_to_its_place(route: str, place: Place):
    assert place_of(route) == place


@pytest.mark.parametrize(
    "route",
    [
        "/nonsense",
        "/todo/someday",
        "/todo/today/more",
        "/timeline/day/2026-02-30",
        "/timeline/day/1812-01-01",
        "/timeline/2026-13",
        "/timeline/day/20261124",
        "/task",
        "//[",
    ],
)
def test_any_other_route_is_not_found(route: str):
    assert place_of(route).screen is Screen.NOT_FOUND


@given(st.text())
def test_no_route_is_too_strange(text: str):
    assert isinstance(place_of(text), Place)


@given(st.text(min_size=1).filter(lambda uid: uid.strip("/")))
def test_a_task_is_found_by_any_uid(uid: str):
    assert place_of(routes.task_route(uid)) == Place(Screen.TASK, uid=uid)


@pytest.mark.parametrize("name", list(ListName))
def test_every_list_has_a_route(name: ListName):
    assert place_of(routes.todo_route(name)).list_name is name


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(9000, 12, 31)))
def test_every_day_and_month_has_a_route(day: date):
    assert place_of(routes.day_route(day)).day == day
    month = place_of(routes.month_route(day.year, day.month))
    assert (month.mode, month.day) == (TimelineMode.MONTH, day.replace(day=1))


@pytest.mark.parametrize(
    "route", ["/", "/todo/missed", "/timeline/agenda", "/templates", "/settings"]
)
def test_a_place_leads_back_to_its_route(route: str):
    assert route_of(place_of(route)) == route


@pytest.mark.parametrize("text", ["", "naskah due:today", "#a&b=c", "é ü"])
def test_a_search_is_found_by_its_route(text: str):
    place = routes.place_of(routes.search_route(text))
    assert (place.screen, place.text) == (Screen.SEARCH, text)
    assert routes.route_of(place) == routes.search_route(text)


def test_a_filter_is_found_by_its_route():
    place = routes.place_of(routes.filter_route("a/b"))
    assert (place.screen, place.uid) == (Screen.TODO, "a/b")
    assert routes.route_of(place) == routes.filter_route("a/b")


@pytest.mark.parametrize("route", ["/plan", "/plan/2026-12"])
def test_the_plan_has_a_route(route: str) -> None:
    assert place_of(route).screen is Screen.PLAN
    assert route_of(place_of(route)) == route
    assert place_of("/plan/2026-13") == Place(Screen.NOT_FOUND)
