"""The benchmark of reports measures a ledger as full as it says."""

from pathlib import Path

from benchmarks.data_folder import Populations
from benchmarks.reporting import fill, measure_reports
from tests.rig.desk import rows


def test_each_reading_gets_a_line(tmp_path: Path) -> None:
    results = measure_reports(Populations(tmp_path), [1_000], rounds=1)
    assert [result.operation for result in results] == [
        f"{what}, {when}"
        for what in ("report of a month", "on time this month")
        for when in ("first", "after a change")
    ]


def test_the_ledger_has_two_rows_a_task(tmp_path: Path) -> None:
    folder = Populations(tmp_path).copy(1_000, "full")
    for _ in range(2):
        fill(folder, 1_000)
        assert rows(folder, "SELECT count(*) FROM ledger") == [(2_000,)]
