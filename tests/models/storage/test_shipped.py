"""What a started program imports, and what a phone gets: migrations as ``.pyc`` only."""

import compileall
import os
import shutil
import subprocess
import sys
from pathlib import Path

from models.storage import migrations, sqlite
from services.paths import Paths

ROOT = Path(__file__).parents[3]
OPEN = """
import sys
from pathlib import Path
from services.workspace import open_workspace

open_workspace(Path(sys.argv[1])).close()
heavy = {"alembic", "dateutil", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "flet"}
heavy &= set(sys.modules)
print(sorted(heavy), "platformdirs" in sys.modules)
"""


def _run(folder: Path, root: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, "-c", OPEN, folder],
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_new_file_and_a_current_one_need_no_alembic(tmp_path: Path) -> None:
    assert _run(tmp_path / "data") == "[] False"
    assert _run(tmp_path / "data") == "[] False"


def test_migrations_are_found_when_only_compiled_files_are_shipped(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    for package in ("models", "services"):
        shutil.copytree(
            ROOT / package, shipped / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    assert compileall.compile_dir(shipped, quiet=1, legacy=True)
    for source in shipped.rglob("*.py"):
        source.unlink()
    assert _run(tmp_path / "new", shipped) == "[] False"
    old = Paths(tmp_path / "old").database
    old.parent.mkdir()
    sqlite.make_ready(old)
    migrations.upgrade(old, "0001")
    assert "alembic" in _run(tmp_path / "old", shipped)
    assert _run(tmp_path / "old", shipped) == "[] False"
