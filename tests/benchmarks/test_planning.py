"""The benchmark of planning measures what it says."""

from pathlib import Path

from benchmarks.data_folder import Populations, open_population
from benchmarks.planning import measure_planning, this_month


def test_each_operation_gets_a_line(tmp_path: Path) -> None:
    results = measure_planning(Populations(tmp_path), [1_000], rounds=1)
    assert [result.operation for result in results] == [
        "the board of a month",
        "a plan of items",
        "moves of items",
    ]


def test_the_month_has_something_in_it(tmp_path: Path) -> None:
    desk = open_population(Populations(tmp_path).shared(1_000))
    try:
        assert any(day.lines for day in this_month(desk).days)
    finally:
        desk.close()
