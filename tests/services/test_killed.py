"""Killed in the middle of writing, a hundred times: every acknowledged task is there, whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.lists import ListName
from models.storage import ledger_rows
from services import care, lists
from tests.rig.desk import OpenDesk

ROOT = Path(__file__).parents[2]
KILLS = 100

#: Imports once; then each child that it forks writes until it is killed.
NURSERY = """
import os, sys
from datetime import date
from pathlib import Path
from models.moment import Moment
from services import tasks
from services.workspace import open_workspace

folder = Path(sys.argv[1])
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        desk = open_workspace(folder, zone="Asia/Jakarta")
        while True:
            fields = {"summary": "x" * 500, "categories": ("a", "b"), "due": Moment(date.today())}
            uid = tasks.capture(desk, fields).uid
            tasks.complete(desk, uid)
            os.write(1, f"{os.getpid()} {uid}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\\n")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_loses_no_acknowledged_task(folder: Path, open_desk: OpenDesk) -> None:
    nursery = subprocess.Popen(
        [sys.executable, "-c", NURSERY, folder],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    told: set[str] = set()
    for kill in range(KILLS):
        nursery.stdin.write("next\n")
        nursery.stdin.flush()
        # Now after one task, now after some: each time at another point of the next write.
        said = [nursery.stdout.readline().split() for _ in range(1 + kill % 7)]
        told.update(uid for _, uid in said)
        os.kill(int(said[0][0]), signal.SIGKILL)
        while (line := nursery.stdout.readline()) != "dead\n":
            told.add(line.split()[1])
    nursery.communicate()
    desk = open_desk()
    done = {line.uid for line in lists.every_line(desk, ListName.DONE)}
    kept = done | {line.uid for line in lists.every_line(desk, ListName.ALL)}
    assert len(told) >= KILLS
    assert told <= kept
    # The one that was being written when the kill came may be there, or not.
    assert len(kept) <= len(told) + KILLS
    diagnosis = care.doctor(folder)
    assert diagnosis.problems == ()
    assert diagnosis.counts.history == len(kept) + len(done)
    # Task, history and ledger are of one transaction: none is there without the others.
    with desk.reading() as unit:
        written = ledger_rows.everything(unit)
    assert {each.task_uid for each in written if each.kind == "promised"} == kept
    assert {each.task_uid for each in written if each.kind == "done"} == done
    assert len(written) == len(kept) + len(done)
