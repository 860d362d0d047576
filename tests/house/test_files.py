"""What is in the repository could be anybody's: no folder of one machine, no registry's name, no key, no made thing."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import ROOT, files, name, nothing, text

FOREIGN = {
    "a folder of one machine; say it from the repository's root": re.compile(r"(?<![\w.~}$/-])/(?:work|root|home/[a-z]\w*|Users/\w+)/\w"),
    "a package registry; leave it to the machine's own configuration": re.compile(
        r"\b(?:registry\.npm"
        + r"js\.org|registry\.yarn"
        + r"pkg\.com|py"
        + r"pi\.org|files\.python"
        + r"hosted\.org|--index-url|--extra-index-url)"
    ),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a mark of an unfinished merge": re.compile(r"^(?:<{7}|>{7}) ", re.M),
}
MADE = {".pyc", ".sqlite3", ".log", ".orig", ".rej", ".swp"}
CONFIGURATION = {".npmrc", ".pypirc", "pip.conf", ".env"}


def _readable() -> Iterator[tuple[Path, str]]:
    for path in files():
        try:
            yield path, text(path)
        except UnicodeDecodeError:
            continue  # a picture or a compiled catalogue: not for reading


def test_nothing_here_belongs_to_one_machine() -> None:
    nothing(
        f"{name(path, content.count(chr(10), 0, found.start()) + 1)} has {what}: {found.group()!r}"
        for path, content in _readable()
        for what, pattern in FOREIGN.items()
        for found in pattern.finditer(content)
    )


def test_this_checkouts_own_folder_is_nowhere() -> None:
    nothing(f"{name(path)} names {ROOT}" for path, content in _readable() if len(ROOT.parts) > 2 and f"{ROOT}/" in content)


def test_nothing_made_is_tracked() -> None:
    nothing(
        f"{name(path)} is made or private: name it in .gitignore"
        for path in files()
        if path.suffix in MADE or path.name in CONFIGURATION or "__pycache__" in path.parts
    )


def test_programs_can_be_run() -> None:
    nothing(
        f"{name(path)} cannot be run: chmod +x"
        for path in files()
        if path.parent in (ROOT / "bin", ROOT / ".ci") and text(path).startswith("#!") and not path.stat().st_mode & 0o100
    )
