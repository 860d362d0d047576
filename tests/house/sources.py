"""The project's files as the house tests read them: what is tracked or would be, parsed once."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "commonwire"
FACES = {"views", "forms", "pages"}  # a room's own, which no other room may import


@cache
def files() -> list[Path]:
    """Every file git tracks or would track; without git, every file outside the folders that are made here."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\0")
        found = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        made = {".git", ".venv", "node_modules", "data", "build", "__pycache__"}
        found = [path for path in ROOT.rglob("*") if not made & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in found if path.is_file())


def ending(*suffixes: str, below: Path = ROOT) -> list[Path]:
    return [path for path in files() if path.suffix in suffixes and path.is_relative_to(below)]


def house_modules() -> list[Path]:
    """The Python files of the rooms, migrations aside."""
    return [path for path in ending(".py", below=HOUSE) if "migrations" not in path.parts]


def rooms() -> list[str]:
    """The folders that are packages, from the disk: git does not know of a folder that is still empty."""
    return sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))


def room_of(path: Path) -> str:
    """`newswire` for commonwire/newswire/hide.py, empty for what stands outside of the stairs."""
    parts = path.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else ""


def name(path: Path, line: int = 0) -> str:
    """As an editor opens it: `commonwire/newswire/hide.py:12`."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


@cache
def nodes(node: ast.AST) -> list[ast.AST]:
    """As ast.walk, once: many rules look at the same trees."""
    return list(ast.walk(node))


def imports(module: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Every dotted name that is imported anywhere in it: for `from a.b import c` both `a.b` and `a.b.c`."""
    for node in nodes(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node


def functions(module: ast.AST) -> Iterator[ast.FunctionDef]:
    """Every function in it; the house has no asynchronous one outside of the gate."""
    return (node for node in nodes(module) if isinstance(node, ast.FunctionDef))


def calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with its name as written: `record`, `timezone.now`."""
    for each in nodes(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name | ast.Attribute):
            yield ast.unparse(each.func), each


def nothing(wrong: Iterable[str]) -> None:
    """Fail with one line for each thing that is wrong."""
    lines = sorted(set(wrong))
    assert not lines, "\n" + "\n".join(lines)
