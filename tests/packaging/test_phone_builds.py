"""What `.ci/build.py` adds to Flet's builder: a phone's alarm clock, and its place in Android."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from tests.packaging.flet_builder import PROJECT, Build, prepare_builds

CONFIGURATION = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
ALARMS = CONFIGURATION["dependency-groups"]["phone"]
PHONES = ("apk", "aab", "ipa")
OTHERS = ("macos", "windows", "linux")
ANDROID = "{http://schemas.android.com/apk/res/android}"
MANIFEST = """<manifest xmlns:android="http://schemas.android.com/apk/res/android">
    <application android:label="DoCheck"><activity android:name=".MainActivity" /></application>
</manifest>
"""
GRADLE = """android {
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
    }
    defaultConfig {
        minSdk = 24
    }
}
dependencies {}
"""


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ci_build", PROJECT / ".ci" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _script()


class PhoneBuild(script.BuildWithAlarms, Build):
    """Our builder, up to where Flutter would take over."""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PhoneBuild]:
    return prepare_builds(tmp_path_factory.mktemp("project"), PHONES + OTHERS, PhoneBuild)


@pytest.fixture
def android(tmp_path: Path) -> Path:
    """An Android project as Flet makes them, where it matters here."""
    manifest = tmp_path / "app" / "src" / "main" / "AndroidManifest.xml"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "app" / "build.gradle.kts").write_text(GRADLE, encoding="utf-8")
    return tmp_path


def test_only_phones_install_their_alarm_clock(builds: dict[str, PhoneBuild]) -> None:
    plain = sorted(CONFIGURATION["project"]["dependencies"])
    for target, build in builds.items():
        wanted = sorted([*plain, *ALARMS]) if target in PHONES else plain
        assert sorted(build.values_of("-r")) == wanted, target


def test_the_script_names_the_package_that_the_app_asks_for() -> None:
    (alarms,) = ALARMS
    assert alarms.startswith("flet-notifications==")


def test_android_has_what_wakes_an_alarm_also_after_a_restart(
    builds: dict[str, PhoneBuild], android: Path
) -> None:
    builds["apk"].prepare_android(android)
    manifest = ElementTree.parse(android / "app" / "src" / "main" / "AndroidManifest.xml")
    receivers = {
        str(each.get(f"{ANDROID}name")).rpartition(".")[2]: {
            action.get(f"{ANDROID}name") for action in each.iter("action")
        }
        for each in manifest.findall("application/receiver")
    }
    assert "ScheduledNotificationReceiver" in receivers
    boots = receivers["ScheduledNotificationBootReceiver"]
    assert "android.intent.action.BOOT_COMPLETED" in boots
    gradle = (android / "app" / "build.gradle.kts").read_text(encoding="utf-8")
    assert "isCoreLibraryDesugaringEnabled = true" in gradle
    assert 'coreLibraryDesugaring("com.android.tools:desugar_jdk_libs:' in gradle


def test_a_second_build_changes_nothing_more(builds: dict[str, PhoneBuild], android: Path) -> None:
    files = [android / name for name, _ in script.NEEDED]
    builds["apk"].prepare_android(android)
    once = [file.read_text(encoding="utf-8") for file in files]
    builds["apk"].prepare_android(android)
    assert [file.read_text(encoding="utf-8") for file in files] == once


def test_a_project_of_another_shape_is_not_built(
    builds: dict[str, PhoneBuild], android: Path
) -> None:
    (android / "app" / "build.gradle.kts").write_text("android {}\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="no reminder would ever come"):
        builds["apk"].prepare_android(android)
