"""Keep the catalogues of other languages true to the sources; for developers, it needs polib and no gettext programs.

`extract` merges every message of templates and Python files into each catalogue, `missing` names those without a translation,
`compile` makes the files that are shipped and read. A message that left the sources stays in its catalogue as obsolete.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from commonwire.ops.messages import Message, collect

if TYPE_CHECKING:
    from polib import POEntry, POFile  # type: ignore[import-untyped]  # no types are published for it

HELP = "take messages out of the sources, name what is not translated, compile the catalogues"
HOUSE = Path(__file__).resolve().parents[1]
CATALOGUES = HOUSE / "locale"
# Nothing of a moment or a person, so that the same sources always give the same catalogue.
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    "Project-Id-Version": "Commonwire",
}
PLURALS = {"es": "nplurals=2; plural=(n != 1);"}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["extract", "missing", "compile"], help="what to do with every catalogue")


def run(arguments: argparse.Namespace) -> int:
    try:
        import polib  # noqa: F401  # a tool of developers, which a serving machine does not have
    except ImportError:
        print("This needs polib, which is in the environment of the tests: run bin/translate instead.", file=sys.stderr)
        return 2
    acts = {"extract": _extract, "missing": _missing, "compile": _compile}
    return max((acts[arguments.act](path) for path in catalogues()), default=0)


def catalogues() -> list[Path]:
    return sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> "POFile":
    import polib  # a tool of developers, which a serving machine does not have

    return polib.pofile(str(path), wrapwidth=0)


def merge(catalogue: "POFile", messages: list[Message], language: str) -> None:
    """Make the catalogue hold exactly these messages, in their order, with the translations it already had."""
    import polib  # a tool of developers, which a serving machine does not have

    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    entries: list[POEntry] = []
    for message in messages:
        entry = known.pop((message.context, message.text), None) or polib.POEntry(msgid=message.text, msgctxt=message.context or None)
        entry.obsolete = False
        entry.occurrences = [(place, "") for place in message.places]
        if message.plural and entry.msgid_plural != message.plural:
            entry.msgid_plural, entry.msgstr_plural, entry.msgstr = message.plural, {0: entry.msgstr, 1: ""}, ""
        entry.flags = [flag for flag in entry.flags if flag != "python-format"] + ["python-format"] * message.has_placeholders
        entries.append(entry)
    for entry in known.values():
        if entry.translated() or entry.obsolete:
            entry.obsolete, entry.occurrences = True, []
            entries.append(entry)
    catalogue[:] = entries
    catalogue.metadata = {**HEADER, "Language": language, "Plural-Forms": PLURALS.get(language, "nplurals=2; plural=(n != 1);")}


def untranslated(catalogue: "POFile") -> list[str]:
    """One line for each message that readers of this language would see in English."""
    return [
        f"{entry.occurrences[0][0] if entry.occurrences else '?'}: {entry.msgid!r}{' (fuzzy)' if entry.fuzzy else ''}"
        for entry in catalogue
        if not entry.obsolete and not entry.translated()
    ]


def _extract(path: Path) -> int:
    catalogue, messages = read(path), collect(HOUSE)
    merge(catalogue, messages, path.parts[-3])
    catalogue.save(str(path))
    print(f"{path.parts[-3]}: {len(messages)} messages, {len(untranslated(catalogue))} without a translation")
    return 0


def _missing(path: Path) -> int:
    lines = untranslated(read(path))
    for line in lines:
        print(f"{path.parts[-3]}  {line}")
    return 1 if lines else 0


def _compile(path: Path) -> int:
    catalogue = read(path)
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    print(f"{path.parts[-3]}: {len(catalogue.translated_entries())} translations compiled")
    return 0
