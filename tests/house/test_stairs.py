"""Imports only go down. The contract is in pyproject.toml; here it is kept, and shown to fail where it should."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT, nothing

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _complaints(folder: Path) -> list[str]:
    """What the linter says of the house in this folder: its complaints, or nothing."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", LINT], cwd=folder, env={"PYTHONPATH": str(folder)}, check=False, capture_output=True, text=True
    )
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines()]
    if done.returncode == 0:
        return []
    wrong = [line for line in lines if re.search(r"->|not allowed to import|Missing layer|is not in|undeclared|Error", line)]
    return wrong or lines[-10:]


def test_imports_only_go_down() -> None:
    nothing(f"{line}: move the word down, or register from above (docs/house.md, The stairs)" for line in _complaints(ROOT))


@pytest.fixture
def copied_house(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    unread = shutil.ignore_patterns("__pycache__", "templates", "styles", "locale", "*.txt", "example*")
    shutil.copytree(ROOT / "commonwire", tmp_path / "commonwire", ignore=unread)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "content", "named"),
    [
        ("base/upward.py", "import commonwire.newswire\n", "commonwire.base.upward -> commonwire.newswire"),
        ("calendar/sideways.py", "import commonwire.features\n", "commonwire.calendar.sideways -> commonwire.features"),
        ("gate/framework.py", "import django.http\n", "commonwire.gate.framework -> django"),
        ("attic/__init__.py", "", "attic"),
    ],
    ids=["upward", "sideways", "the gate imports Django", "an undeclared room"],
)
def test_the_contract_can_fail(copied_house: Path, module: str, content: str, named: str) -> None:
    path = copied_house / "commonwire" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    assert named in " ".join(_complaints(copied_house))
