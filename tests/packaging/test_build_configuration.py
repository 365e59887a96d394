"""What `[tool.flet]`, the artwork and the dependencies make of an installed DoCheck."""

import importlib.metadata
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image, ImageChops, ImageDraw

from tests.packaging.flet_builder import PROJECT, Build, prepare_builds

TARGETS = ("apk", "aab", "ipa", "macos", "windows", "linux", "web")
ASSETS = PROJECT / "assets"
CONFIGURATION = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

# Compiled where this runs, yet installable on a phone:
NOT_PURE_HERE = {
    "fonttools",  # also published as py3-none-any; its compiled parts only speed it up
    "markupsafe",  # Flet's index has Android and iOS wheels: mobile-forge, recipes/markupsafe
    "msgpack",  # likewise: mobile-forge, recipes/msgpack
    "pillow",  # likewise: mobile-forge, recipes/pillow
    "sqlalchemy",  # also published as py3-none-any; its compiled parts only speed it up
}

ON_ANDROID = {
    "os_name": "posix",
    "sys_platform": "android",
    "platform_system": "Android",
    "platform_machine": "aarch64",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "extra": "",
}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    return prepare_builds(tmp_path_factory.mktemp("project"), TARGETS)


def keys_under(table: dict[str, Any], prefix: str) -> Iterator[str]:
    for key, value in table.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            yield from keys_under(value, name)
        else:
            yield name


def installed_on_android() -> dict[str, importlib.metadata.Distribution]:
    """Every distribution that `[project].dependencies` brings to an Android phone."""
    found: dict[str, importlib.metadata.Distribution] = {}
    waiting = [Requirement(line) for line in CONFIGURATION["project"]["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate(ON_ANDROID)
        if wanted and name not in found:
            found[name] = importlib.metadata.distribution(name)
            waiting += [Requirement(line) for line in found[name].requires or []]
    return found


def is_pure(distribution: importlib.metadata.Distribution) -> bool:
    compiled = [file for file in distribution.files or [] if file.suffix in {".so", ".pyd"}]
    wheel = distribution.read_text("WHEEL") or ""
    return not compiled and re.search(r"^Tag: \S*-none-any$", wheel, re.MULTILINE) is not None


def test_the_entry_module_stands_in_the_project_root() -> None:
    assert (PROJECT / f"{CONFIGURATION['tool']['flet']['app']['module']}.py").is_file()


def test_every_flet_key_is_one_the_builder_reads(builds: dict[str, Build]) -> None:
    read = set[str]().union(*(build.keys_read for build in builds.values()))
    ignored = [
        key
        for key in keys_under(CONFIGURATION["tool"]["flet"], "tool.flet")
        if not any(key == known or key.startswith(f"{known}.") for known in read)
    ]
    assert ignored == []


@pytest.mark.parametrize("target", TARGETS)
def test_each_platform_shows_the_product_by_its_name(builds: dict[str, Build], target: str) -> None:
    data = builds[target].facts
    assert data["product_name"] == "DoCheck"
    assert data["artifact_name"] == data["project_name"] == "docheck"
    assert data["bundle_id"] == "id.docheck.app"
    assert data["org_name"] == "id.docheck"
    assert data["company_name"] == "DoCheck contributors"
    assert data["project_description"] == CONFIGURATION["project"]["description"]
    assert data["python_module_name"] == "main"


@pytest.mark.parametrize("target", TARGETS)
def test_version_and_build_number_reach_flutter(builds: dict[str, Build], target: str) -> None:
    args = builds[target].flutter_args
    assert args[args.index("--build-name") + 1] == CONFIGURATION["project"]["version"]
    assert int(args[args.index("--build-number") + 1]) >= 1


@pytest.mark.parametrize("target", ["apk", "aab", "ipa"])
def test_phones_open_the_apps_own_links(builds: dict[str, Build], target: str) -> None:
    assert builds[target].facts["options"]["deep_linking"] == {"scheme": "docheck", "host": "app"}


def test_android_asks_for_reminders_and_nothing_more(builds: dict[str, Build]) -> None:
    assert builds["apk"].facts["options"]["android_permissions"] == {
        "android.permission.INTERNET": True,  # Flet's own default
        "android.permission.POST_NOTIFICATIONS": True,
        "android.permission.RECEIVE_BOOT_COMPLETED": True,
        "android.permission.SCHEDULE_EXACT_ALARM": True,
        "android.permission.VIBRATE": True,
    }


def test_android_ships_one_package_per_64_bit_processor(builds: dict[str, Build]) -> None:
    assert builds["apk"].facts["options"]["target_arch"] == ["arm64-v8a", "x86_64"]
    assert "--split-per-abi" in builds["apk"].flutter_args


def test_android_build_fits_a_hosted_runner(builds: dict[str, Build]) -> None:
    gradle = builds["apk"].facts["options"]["android_gradle_properties"]
    assert gradle["org.gradle.jvmargs"].split()[0] == "-Xmx3G"
    assert gradle["android.useAndroidX"] == "true"


def test_android_unpacks_babel_to_reach_its_locale_files(builds: dict[str, Build]) -> None:
    assert builds["apk"].android_extract_packages == ["babel"]


def test_iphone_declares_both_languages_and_no_own_encryption(builds: dict[str, Build]) -> None:
    assert builds["ipa"].facts["options"]["info_plist"] == {
        "CFBundleLocalizations": ["id", "en"],
        "ITSAppUsesNonExemptEncryption": False,
    }


def test_mac_app_declares_languages_and_store_category(builds: dict[str, Build]) -> None:
    assert builds["macos"].facts["options"]["info_plist"] == {
        "CFBundleLocalizations": ["id", "en"],
        "LSApplicationCategoryType": "public.app-category.productivity",
    }


def test_linux_menu_files_the_app_under_office(builds: dict[str, Build]) -> None:
    assert builds["linux"].facts["linux_categories"] == "Office;Calendar;"


def test_web_build_loads_nothing_from_a_cdn(builds: dict[str, Build]) -> None:
    data = builds["web"].facts
    assert data["no_cdn"] is True
    assert data["route_url_strategy"] == "path"
    assert data["pwa_short_name"] == "DoCheck"


@pytest.mark.parametrize("target", TARGETS)
def test_splash_is_the_page_colour_in_light_and_dark(builds: dict[str, Build], target: str) -> None:
    splash = builds[target].facts["splash"]
    assert (splash["color"], splash["dark_color"]) == ("#F7FBF7", "#0F1512")


@pytest.mark.parametrize("target", ["apk", "aab", "ipa"])
def test_phones_install_the_project_dependencies_only(
    builds: dict[str, Build], target: str
) -> None:
    assert sorted(builds[target].values_of("-r")) == sorted(
        CONFIGURATION["project"]["dependencies"]
    )


@pytest.mark.parametrize("target", ["apk", "aab", "ipa", "macos", "windows", "linux"])
def test_tests_and_papers_stay_out_of_the_package(builds: dict[str, Build], target: str) -> None:
    left_out = set(builds[target].values_of("--exclude"))
    assert {"tests", "benchmarks", "docs", "build", "uv.lock"} <= left_out


@pytest.mark.parametrize("folder", ["assets", "assets/fonts", "models", "services", "views"])
def test_what_the_app_runs_on_is_packaged(builds: dict[str, Build], folder: str) -> None:
    left_out = [Path(path) for path in builds["apk"].values_of("--exclude")]
    assert not any(Path(folder).is_relative_to(path) for path in left_out)


def test_devices_run_compiled_modules(builds: dict[str, Build]) -> None:
    assert {"--compile-app", "--compile-packages"} <= set(builds["apk"].package_args)


@pytest.mark.parametrize("target", TARGETS)
def test_flet_draws_icons_and_splash_without_a_complaint(
    builds: dict[str, Build], target: str
) -> None:
    assert "Generated app icons" in builds[target].log
    assert "Warning" not in builds[target].log


@pytest.mark.parametrize(
    "name", ["icon", "icon_android", "icon_ios", "icon_macos", "splash", "splash_dark"]
)
def test_artwork_is_large_enough_for_every_store(name: str) -> None:
    with Image.open(ASSETS / f"{name}.png") as image:
        assert image.size == (1024, 1024)


def test_iphone_icon_has_no_alpha_channel() -> None:
    with Image.open(ASSETS / "icon_ios.png") as image:
        assert image.mode == "RGB"


def test_android_icon_keeps_its_drawing_inside_the_safe_circle() -> None:
    with Image.open(ASSETS / "icon_android.png") as image:
        icon = image.convert("RGB")
    ground = Image.new("RGB", icon.size, CONFIGURATION["tool"]["flet"]["icon_background"])
    drawing = ImageChops.difference(icon, ground).convert("L")
    edge = (1 - 66 / 108) / 2 * icon.width
    ImageDraw.Draw(drawing).ellipse((edge, edge, icon.width - edge, icon.width - edge), fill=0)
    assert drawing.getbbox() is None


def test_web_manifest_names_icons_that_exist_in_their_size() -> None:
    manifest = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
    for icon in manifest["icons"]:
        with Image.open(ASSETS / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_browser_and_device_builds_agree_on_name_and_colours(builds: dict[str, Build]) -> None:
    manifest = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
    data = builds["web"].facts
    assert manifest["short_name"] == data["pwa_short_name"]
    assert manifest["description"] == data["project_description"]
    assert manifest["theme_color"] == data["pwa_theme_color"]
    assert manifest["background_color"] == data["pwa_background_color"]


def test_every_dependency_can_be_installed_on_a_phone() -> None:
    compiled = {name for name, found in installed_on_android().items() if not is_pure(found)}
    assert compiled <= NOT_PURE_HERE


def test_every_exception_for_a_compiled_dependency_is_still_needed() -> None:
    assert set(installed_on_android()) >= NOT_PURE_HERE
