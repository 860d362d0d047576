"""Every room says at its door what it is; no file or function outgrows a reader; names say what a thing is."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests.house import sources
from tests.house.sources import HOUSE, ending, files, house_modules, name, nothing, rooms, text, tree

WITHOUT_TABLES_OR_TEMPLATES = {"base", "gate"}  # not Django apps: the reader processes import them alone
LONGEST_FILE = 300
LONGEST_FUNCTION = 80
# path: the reason why it is one piece
LONGER_FILES: dict[str, str] = {
    "tests/newswire/test_release.py": "one grammar, told by its examples",
    "tests/newswire/test_views_publish.py": "one door, with everything that may come in by it",
    "tests/newswire/test_views_others.py": "the doors beside it: comments, receipts, addresses",
}
LONGER_FUNCTIONS: dict[str, str] = {}  # path:function: the reason
EMPTY_WORDS = {
    "helper",
    "helpers",
    "util",
    "utils",
    "manager",
    "managers",
    "handler",
    "handlers",
    "common",
    "misc",
    "service",
    "services",
}


def test_every_room_says_what_it_is() -> None:
    nothing(
        f"{name(path, 1)} says too little: what the room owns, what it may import, its verbs"
        for path in (HOUSE / room / "__init__.py" for room in rooms())
        if len(ast.get_docstring(tree(path)) or "") < 40
    )


def test_every_room_is_on_the_stairs_and_installed() -> None:
    stairs = (sources.ROOT / "pyproject.toml").read_text().split("layers = [")[1].split("]")[0]
    declared = set(stairs.replace('"', " ").replace(",", " ").replace("|", " ").split())
    installed = {app.removeprefix("commonwire.").split(".")[0] for app in settings.INSTALLED_APPS}
    undeclared = (f"commonwire/{room}/ is on no stair: name it in pyproject.toml, [tool.importlinter]" for room in set(rooms()) - declared)
    furnished = {room for room in rooms() if any((HOUSE / room / drawer).exists() for drawer in ("models.py", "templates", "pages.py"))}
    absent = furnished - installed - WITHOUT_TABLES_OR_TEMPLATES
    nothing([*undeclared, *(f"commonwire/{room}/ is not in INSTALLED_APPS: add it in settings.py" for room in absent)])


def _written() -> Iterator[Path]:
    """What people write and read, line by line."""
    yield from (path for path in ending(".py", ".html", ".css", ".js") if "migrations" not in path.parts)
    yield from (path for path in files() if path.parent.name in ("bin", ".ci"))


def test_no_file_outgrows_a_reader() -> None:
    longer = {name(path): len(text(path).splitlines()) for path in _written() if len(text(path).splitlines()) > LONGEST_FILE}
    found = (f"{path} has {count} lines: look for the second noun" for path, count in longer.items() if path not in LONGER_FILES)
    stale = (f"{path} is short now: take it from LONGER_FILES in {name(Path(__file__))}" for path in set(LONGER_FILES) - set(longer))
    nothing([*found, *stale])


def test_no_function_outgrows_a_screen() -> None:
    longer = {
        f"{name(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in ending(".py")
        if "migrations" not in path.parts
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    }
    found = (f"{place} has {count} lines: tell it in steps" for place, count in longer.items() if place not in LONGER_FUNCTIONS)
    stale = (f"{place} is short now: take it from LONGER_FUNCTIONS" for place in set(LONGER_FUNCTIONS) - set(longer))
    nothing([*found, *stale])


def test_names_say_something() -> None:
    nothing(
        f"{name(path)} is named after nothing: a file is a noun (it holds) or a verb (it does)"
        for path in house_modules()
        if EMPTY_WORDS & set(path.stem.split("_"))
    )


def test_migrations_are_named_by_hand() -> None:
    nothing(
        f"{name(path)} has Django's name: say what it does"
        for path in ending(".py", below=HOUSE)
        if path.parent.name == "migrations" and "_auto_" in path.stem
    )
