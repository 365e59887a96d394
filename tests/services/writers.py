"""What the tests of several processes run: ``python -m tests.services.writers JOB FOLDER …``."""

import sys
from pathlib import Path

from services import tasks
from services.workspace import open_workspace
from tests.rig.desk import JAKARTA


def write(folder: Path, count: int) -> None:
    """Capture `count` tasks and complete every second; say each uid when it is kept."""
    desk = open_workspace(folder, zone=JAKARTA)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        uid = tasks.capture(desk, {"summary": f"t{number}"}).uid
        if number % 2:
            tasks.complete(desk, uid)
        print(uid, flush=True)
    desk.close()


def create(folder: Path) -> None:
    """Make the data, or find it made, and capture one task."""
    print("ready", flush=True)
    sys.stdin.readline()
    desk = open_workspace(folder, zone=JAKARTA)
    print(tasks.capture(desk, {"summary": "first"}).uid, flush=True)
    desk.close()


if __name__ == "__main__":
    job, folder, *rest = sys.argv[1:]
    if job == "write":
        write(Path(folder), int(rest[0]))
    else:
        create(Path(folder))
