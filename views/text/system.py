"""Which language and zone the reader's system or browser asks for.

Reads the environment only; what the user chose in DoCheck's settings is an
argument and always wins.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

from views.text.words import Language

#: Indonesian, Malay, and the languages whose readers share it, by ISO 639 and by Windows' names.
INDONESIAN = frozenset(
    {"id", "in", "ind", "ms", "msa", "may", "zsm", "jv", "jav", "su", "sun", "min", "ban", "mad"}
    | {"indonesian", "malay", "javanese", "sundanese"}
)
ENGLISH = frozenset({"en", "eng", "english"})


def language_of(tag: str) -> Language | None:
    """The language of ``id-ID``, ``en_US.UTF-8``, ``Malay_Malaysia`` and the like, if any."""
    primary = tag.strip().replace("_", "-").split("-")[0].split(".")[0].lower()
    if primary in INDONESIAN:
        return "id"
    return "en" if primary in ENGLISH else None


def system_language(
    environ: Mapping[str, str] | None = None, locale_name: str | None = None
) -> Language:
    """The system's language: Indonesian for Indonesian or Malay, else English.

    Args:
        environ: the process's environment by default.
        locale_name: what the platform says where the environment is silent, as
            on Windows; asked of the platform by default.
    """
    environment = os.environ if environ is None else environ
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if tag := environment.get(variable):
            return language_of(tag) or "en"
    if locale_name is None:
        try:
            locale_name = locale.getlocale()[0]
        except ValueError:  # macOS may call a locale just "UTF-8".
            locale_name = None
    return language_of(locale_name or "") or "en"


def chosen_language(settings_language: Language | None, accept: str | None = None) -> Language:
    """The language of a session: the setting, else the browser's wish, else the system's.

    Args:
        settings_language: None follows the browser or system.
        accept: a browser's Accept-Language (RFC 9110 section 12.5.4); None where there is none.
    """
    if settings_language is not None:
        return settings_language
    if not accept:
        return system_language()
    wishes: list[tuple[float, Language]] = []
    for wish in accept.split(","):
        tag, *parameters = wish.split(";")
        language = language_of(tag)
        quality = _quality(parameters)
        if language is not None and quality > 0:
            wishes.append((quality, language))
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else "en"


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def system_zone() -> str:
    """The IANA name of the system's time zone; ``UTC`` where it cannot be told."""
    from zoneinfo import ZoneInfo

    import tzlocal

    try:
        name = tzlocal.get_localzone_name()
        ZoneInfo(name)
    except (LookupError, ValueError, TypeError, OSError):
        return "UTC"
    return name
