"""As much of Taskwarrior 2.6 as the benchmark asks of it, for machines that have none.

`import FILE` keeps the tasks beside the settings; `+TODAY status:pending count` counts those that
are due today in TZ.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

kept = Path(os.environ["TASKDATA"]) / "kept.json"
assert Path(os.environ["TASKRC"]).is_file()
match sys.argv[1:]:
    case ["import", document]:
        lines = Path(document).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        assert len({row["uuid"] for row in rows}) == len(rows)
        kept.write_text(json.dumps(rows), encoding="utf-8")
    case ["+TODAY", "status:pending", "count"]:
        home = ZoneInfo(os.environ["TZ"])
        today = datetime.now(home).date()
        print(
            sum(
                datetime.strptime(row["due"], "%Y%m%dT%H%M%SZ")
                .replace(tzinfo=UTC)
                .astimezone(home)
                .date()
                == today
                for row in json.loads(kept.read_text(encoding="utf-8"))
                if row["status"] == "pending" and "due" in row
            )
        )
    case asked:
        sys.exit(f"no such command: {asked}")
