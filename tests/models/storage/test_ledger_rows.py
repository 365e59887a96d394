"""What is read of the ledger is found by its indexes."""

import sqlite3
from contextlib import closing

from services import record
from services.workspace import Workspace
from tests.rig.desk import TODAY, every_connection


def test_what_was_promised_for_some_days_is_found_in_an_index_alone(desk: Workspace) -> None:
    sent: list[str] = []
    every_connection(desk, lambda connection: connection.set_trace_callback(sent.append))
    record.record_between(desk, TODAY, TODAY)
    (read,) = (each for each in sent if "AS promised" in each)
    with closing(sqlite3.connect(desk.paths.database)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {read}")]
    (touched,) = (step for step in plan if "due_at>?" in step)
    assert "USING COVERING INDEX" in touched
    assert not [step for step in plan if step.startswith("SCAN")]
