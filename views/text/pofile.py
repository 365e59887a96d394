"""Reads and writes the catalogues' files, always the same bytes for the same messages.

Owns the form on disk: sorted, without dates or places in the source, so that
edits made side by side merge. Babel does the PO and MO syntax.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import GNUTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from views.text.messages import MessageId

LOCALE_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = ("id", "en")

#: `pybabel init` gives Indonesian two plural forms; it has one.
PLURAL_FORMS = {"id": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its translations: one, or one for each plural form; none yet if empty."""

    message: MessageId
    plural: str | None = None
    translations: tuple[str, ...] = ()
    is_fuzzy: bool = False


@contextmanager
def exclusively(folder: Path) -> Iterator[None]:
    """Keeps other runs of the tool on the same `folder` waiting."""
    name = sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"docheck-{name}.lock").open("a+b") as lock:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _path(folder: Path, language: str, suffix: str) -> Path:
    return folder / language / "LC_MESSAGES" / f"docheck.{suffix}"


def _header(language: str) -> str:
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n\n'
    )


def _empty(language: str) -> Catalog:
    catalog = read_po(BytesIO(_header(language).encode()), locale=language)
    catalog.creation_date = catalog.revision_date = NO_DATE
    return catalog


def read_entries(folder: Path, language: str) -> dict[MessageId, Entry]:
    """The catalogue of `language`; empty where there is none yet."""
    path = _path(folder, language, "po")
    if not path.exists():
        return {}
    entries: dict[MessageId, Entry] = {}
    with path.open("rb") as stream:
        for message in read_po(stream, locale=language):
            if not message.id:
                continue
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            texts = (message.string,) if isinstance(message.string, str) else message.string or ()
            key = MessageId(ids[0], message.context or "")
            plural = ids[1] if len(ids) > 1 else None
            translations = tuple(text for text in texts if text)
            entries[key] = Entry(key, plural, translations, message.fuzzy)
    return entries


def _catalog(language: str, entries: dict[MessageId, Entry]) -> Catalog:
    catalog = _empty(language)
    for key in sorted(entries):
        entry = entries[key]
        flags = ["fuzzy"] if entry.is_fuzzy else []
        context = key.context or None
        if entry.plural is None:
            text = entry.translations[0] if entry.translations else ""
            catalog.add(key.text, text, flags=flags, context=context)
        else:
            forms = entry.translations or ("",) * catalog.num_plurals
            catalog.add((key.text, entry.plural), forms, flags=flags, context=context)
    return catalog


def _compiled(language: str, entries: dict[MessageId, Entry]) -> bytes:
    stream = BytesIO()
    write_mo(stream, _catalog(language, entries))
    return stream.getvalue()


def write_entries(folder: Path, language: str, entries: dict[MessageId, Entry]) -> None:
    """Writes docheck.po and docheck.mo; a reader sees the old or the new file, never half."""
    body = BytesIO()
    write_po(body, _catalog(language, entries), width=0, omit_header=True, sort_output=True)
    text = _header(language).encode() + body.getvalue().strip(b"\n") + b"\n"
    for suffix, content in (("po", text), ("mo", _compiled(language, entries))):
        path = _path(folder, language, suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() == content:
            continue
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_bytes(content)
        fresh.replace(path)


def is_compiled(folder: Path, language: str, entries: dict[MessageId, Entry]) -> bool:
    """Whether docheck.mo says what docheck.po says."""
    path = _path(folder, language, "mo")
    if not path.exists():
        return False
    wanted = GNUTranslations(BytesIO(_compiled(language, entries)))
    with path.open("rb") as stream:
        return _sayings(GNUTranslations(stream)) == _sayings(wanted)


def _sayings(translations: GNUTranslations) -> dict[object, str]:
    sayings: dict[object, str] = dict(vars(translations)["_catalog"])
    sayings.pop("", None)
    return sayings
