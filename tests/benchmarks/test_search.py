"""What raw sqlite3 is asked to match is what the service asks for."""

from pathlib import Path

import pytest

from benchmarks.data_folder import Populations
from benchmarks.search import QUERIES, measure_search
from benchmarks.statements import statements_of
from services.search import search

SIZE = 1_000


@pytest.fixture(scope="module")
def populations(tmp_path_factory: pytest.TempPathFactory) -> Populations:
    return Populations(Path(tmp_path_factory.mktemp("populations")))


@pytest.mark.parametrize("text", QUERIES)
def test_both_sides_match_the_same(populations: Populations, text: str) -> None:
    sent = statements_of(populations.shared(SIZE), lambda desk: search(desk, text))
    assert any(f"MATCH '{QUERIES[text]}'" in statement for statement in sent)


def test_each_query_gets_a_line(populations: Populations) -> None:
    results = measure_search(populations, [SIZE], rounds=1)
    assert [result.operation for result in results] == [f"search {text}" for text in QUERIES]
    assert all(result.is_met is None for result in results)
