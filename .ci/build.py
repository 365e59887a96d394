"""`flet build` with the alarm clock of phones: `uv run python .ci/build.py apk|aab|ipa|…`.

Takes Flet's own options. A phone's build also gets what the dependency group `phone` names. The
notification plugin needs three receivers in Android's manifest, without which no alarm ever comes,
and its Gradle refuses an app without core library desugaring; `[tool.flet]` has no words for
either, so plain `flet build` cannot have the plugin among its dependencies. The package's own
patcher puts both into the project that Flet made, before Flutter builds it.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from flet_cli import cli
from flet_cli.commands import build
from flet_notifications import patcher

PROJECT = Path(__file__).resolve().parents[1]
ANDROID = ("apk", "aab")
IPHONE = ("ipa", "ios-simulator")
#: What must be in Android's project, or it is not built: file, text.
NEEDED = (
    ("app/src/main/AndroidManifest.xml", "ScheduledNotificationReceiver"),
    ("app/src/main/AndroidManifest.xml", "ScheduledNotificationBootReceiver"),
    ("app/build.gradle.kts", "isCoreLibraryDesugaringEnabled = true"),
    ("app/build.gradle.kts", "coreLibraryDesugaring("),
)


def phone_dependencies() -> list[str]:
    """What only a phone installs."""
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["dependency-groups"]["phone"]


class BuildWithAlarms(build.Command):
    """Flet's `build`, the plugin among a phone's dependencies and at home in its project."""

    def package_python_app(self) -> None:
        """As Flet does, with the dependencies of phones."""
        if self.target_platform in ANDROID + IPHONE:
            self.get_pyproject = self._with_phone_dependencies(self.get_pyproject)
        super().package_python_app()

    def run_flutter(self) -> None:
        """As Flet does, once Android's project has what the plugin needs."""
        if self.target_platform in ANDROID:
            self.prepare_android(Path(str(self.flutter_dir)) / "android")
        super().run_flutter()

    def prepare_android(self, project: Path) -> None:
        """Put the receivers and desugaring into the project; end with a word where that fails."""
        patcher.patch_manifest(project / "app" / "src" / "main" / "AndroidManifest.xml")
        patcher.patch_gradle(project / "app" / "build.gradle.kts")
        for name, text in NEEDED:
            if text not in (project / name).read_text(encoding="utf-8"):
                self.cleanup(1, f"{name} lacks {text}: no reminder would ever come")

    def _with_phone_dependencies(self, read: Any) -> Any:
        asked = f"tool.flet.{self.config_platform}.dependencies"

        def get_pyproject(setting: str | None = None) -> Any:
            found = read(setting)
            return [*(found or []), *phone_dependencies()] if setting == asked else found

        return get_pyproject


def main() -> None:
    """Have Flet build as the arguments say, with our command in place of its own."""
    build.Command = BuildWithAlarms
    sys.argv[1:1] = ["build"]
    cli.main()


if __name__ == "__main__":
    main()
