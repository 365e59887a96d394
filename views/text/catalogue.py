"""Keeps the message catalogues: finds what views/ says, merges, compiles, checks.

    python -m views.text.catalogue                  merge and compile
    python -m views.text.catalogue --check          tell what is missing; exit 1
    python -m views.text.catalogue --add "Move to {day}" "Pindah ke {day}"
    python -m views.text.catalogue --add-plural "{count} task" "{count} tasks" "{count} tugas"
    python -m views.text.catalogue --add-in "list" "Done" "Selesai"

A tool for developers: nothing of the app imports it. Several may run at once.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from views.text.messages import MessageId, messages_said, placeholders
from views.text.pofile import (
    LANGUAGES,
    LOCALE_FOLDER,
    Entry,
    exclusively,
    is_compiled,
    read_entries,
    write_entries,
)

VIEWS = Path(__file__).parents[1]

Said = dict[MessageId, str | None]


def english(message: MessageId, plural: str | None) -> Entry:
    """What English says: the msgid itself."""
    return Entry(message, plural, (message.text,) if plural is None else (message.text, plural))


def updated(said: Said, kept: dict[MessageId, Entry], language: str) -> dict[MessageId, Entry]:
    """Entries for exactly what is `said`, with the translations of `kept`."""
    entries: dict[MessageId, Entry] = {}
    for message, plural in said.items():
        old = kept.get(message)
        if language == "en":
            entries[message] = english(message, plural)
        elif old is not None and old.plural == plural:
            entries[message] = old
        else:
            # One translation serves both numbers in Indonesian: it outlives a changed plural.
            entries[message] = Entry(message, plural, old.translations[:1] if old else ())
    return entries


def update(folder: Path = LOCALE_FOLDER, root: Path = VIEWS) -> None:
    """Merges what is said under `root` into the catalogues and compiles them."""
    with exclusively(folder):
        said = messages_said(root)
        for language in LANGUAGES:
            entries = updated(said, read_entries(folder, language), language)
            write_entries(folder, language, entries)


def add(
    message: MessageId, plural: str | None, translation: str, folder: Path = LOCALE_FOLDER
) -> None:
    """Adds or changes one message, in both languages, and drops none.

    Raises:
        ValueError: the translation's placeholders are not the message's.
    """
    entry = Entry(message, plural, (translation,))
    if problems := problems_of(entry):
        raise ValueError(problems[0])
    with exclusively(folder):
        for language in LANGUAGES:
            entries = read_entries(folder, language)
            entries[message] = entry if language == "id" else english(message, plural)
            write_entries(folder, language, entries)


def problems_of(entry: Entry) -> list[str]:
    """What is wrong with one entry's translations."""
    name = repr(entry.message.text)
    if not entry.translations or not all(entry.translations):
        return [f"not translated: {name}"]
    if entry.is_fuzzy:
        return [f"fuzzy: {name}"]
    wanted = placeholders(entry.message.text) | placeholders(entry.plural or "")
    # A singular may say "one" where others count.
    optional = {"count"} if entry.plural is not None else set[str]()
    for translation in entry.translations:
        if placeholders(translation) | optional != wanted | optional:
            return [f"placeholders differ: {name} and {translation!r}"]
    return []


def check(folder: Path = LOCALE_FOLDER, root: Path = VIEWS) -> list[str]:
    """Everything wrong with the catalogues, a line each; empty when all is well."""
    said = messages_said(root)
    problems: list[str] = []
    for language in LANGUAGES:
        entries = read_entries(folder, language)
        found = [f"not in the catalogue: {message.text!r}" for message in said.keys() - entries]
        found += [f"obsolete: {message.text!r}" for message in entries.keys() - said]
        for message, entry in entries.items():
            if message in said and said[message] != entry.plural:
                found.append(f"plural differs: {message.text!r}")
            found += problems_of(entry)
        if not is_compiled(folder, language, entries):
            found.append("docheck.mo is older than docheck.po")
        problems += [f"{language}: {problem}" for problem in sorted(found)]
    return problems


def main(arguments: list[str] | None = None) -> int:
    """The tool's command line; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m views.text.catalogue")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="tell what is missing; exit 1")
    choice.add_argument("--add", nargs=2, metavar=("MSGID", "TRANSLATION"))
    choice.add_argument("--add-plural", nargs=3, metavar=("ONE", "MANY", "TRANSLATION"))
    choice.add_argument("--add-in", nargs=3, metavar=("CONTEXT", "MSGID", "TRANSLATION"))
    options = parser.parse_args(arguments)
    try:
        if options.add:
            add(MessageId(options.add[0]), None, options.add[1])
        elif options.add_plural:
            one, many, translation = options.add_plural
            add(MessageId(one), many, translation)
        elif options.add_in:
            context, msgid, translation = options.add_in
            add(MessageId(msgid, context), None, translation)
        elif not options.check:
            update()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if not options.check:
        return 0
    problems = check()
    print("\n".join(problems) if problems else "Both catalogues are complete.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
