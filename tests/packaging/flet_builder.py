"""Flet's builder without the Flutter SDK.

Owns: running every step of `flet build` that needs no SDK on a copy of the project's
configuration, and keeping what the builder read, asked for, drew and would have run.
"""

import argparse
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn, Self, TypeVar

import pytest
from flet_cli.commands import build_base
from flet_cli.commands.build import Command
from flet_cli.commands.flutter_base import BaseFlutterCommand
from flet_cli.utils import python_versions

PROJECT = Path(__file__).resolve().parents[2]

# What Flet fetches when it builds: the Pythons it can bundle and where each runs.
_PYTHONS = {
    "default_python_version": "3.14",
    "pythons": {
        "3.14": {
            "full_version": "3.14.2",
            "pyodide_version": "314.0.7",
            "android_abis": ["arm64-v8a", "x86_64"],
        }
    },
}


class _NoSdk(BaseFlutterCommand):
    """Stands where the builder looks for Flutter, Java and the Android SDK."""

    def initialize_command(self) -> None:
        self.emojis = dict.fromkeys(("checkmark", "loading", "success", "directory"), "")
        self.flutter_exe, self.dart_exe = "flutter", "dart"


class Build(Command, _NoSdk):
    """One target's build, up to where Flutter would take over."""

    def __init__(self, project: Path, target: str) -> None:
        parser = argparse.ArgumentParser()
        super().__init__(parser)
        self.options = parser.parse_args([target, str(project), "--yes"])
        self.target_platform = target
        self.no_rich_output = True
        self.template_digest = ""
        self.keys_read: set[str] = set()
        self.package_args: list[str] = []
        self.flutter_args: list[str] = []
        self.log = ""

    def prepare(self) -> Self:
        with build_base.console.capture() as said:
            self.initialize_command()
            self._note_keys_read()
            self.validate_entry_point()
            self.setup_template_data()
            # A web build fetches Pyodide while it packages.
            if self.target_platform != "web":
                self.package_python_app()
            self.customize_icons()
            self.customize_splash_images()
            self.add_flutter_command_args(self.flutter_args)
        self.log = said.get()
        return self

    @property
    def facts(self) -> dict[str, Any]:
        """What the project templates are filled with."""
        assert self.template_data is not None
        return self.template_data

    def values_of(self, flag: str) -> list[str]:
        """What the packager is given for a repeated flag, in order."""
        pairs = zip(self.package_args, self.package_args[1:], strict=False)
        return [value for name, value in pairs if name == flag]

    def run(
        self, args: list[str], cwd: str, env: dict[str, str] | None = None, capture_output: Any = 1
    ) -> subprocess.CompletedProcess[str]:
        self.package_args = args
        Path((env or {})["SERIOUS_PYTHON_APP"]).mkdir(parents=True, exist_ok=True)
        return subprocess.CompletedProcess(args, 0, "", "")

    def cleanup(self, exit_code: int, message: Any = None, no_border: bool = False) -> NoReturn:
        raise AssertionError(f"Flet refuses to build {self.target_platform}: {message}")

    def _note_keys_read(self) -> None:
        read = self.get_pyproject

        def noting(setting: str | None = None) -> Any:
            if setting:
                self.keys_read.add(setting)
            return read(setting)

        self.get_pyproject = noting


B = TypeVar("B", bound=Build)


def prepare_builds(folder: Path, targets: tuple[str, ...], kind: type[B] = Build) -> dict[str, B]:
    """Prepare each target in its own copy under `folder`; the project's own tree stays as it is."""
    manifest = folder / "pythons.json"
    manifest.write_text(json.dumps(_PYTHONS), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(python_versions.MANIFEST_PATH_ENV, str(manifest))
        python_versions._load_data.cache_clear()
        builds = {target: kind(_copy(folder / target), target).prepare() for target in targets}
    python_versions._load_data.cache_clear()
    return builds


def _copy(folder: Path) -> Path:
    shutil.copytree(PROJECT / "assets", folder / "assets", ignore=lambda *_: {"fonts"})
    shutil.copy(PROJECT / "pyproject.toml", folder)
    (folder / "main.py").touch()
    return folder
