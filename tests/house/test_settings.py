"""Every variable is documented as it is, and a wrong value is refused with a hint before anything starts."""

import os
import re
import subprocess
import sys
from dataclasses import fields

import pytest

from commonwire.environment import VARIABLES, Environment, Variable, WrongSetting, read_environment
from tests.house.sources import ROOT, nothing

PAGE = ROOT / "docs" / "settings.md"
ROW = re.compile(r"^\| `([A-Z_]+)` \| (?:`([^`]*)`|(empty)) \| (.+) \|$", re.M)

WRONG = {
    "DATA_DIR": [""],
    "HOST": ["", "http://127.0.0.1", "two words", "127.0.0.1:8000"],
    "PORT": ["0", "65536", "eighty", "80.5", ""],
    "SITE_URL": ["wire.example.org", "ftp://wire.example.org", "https://wire.example.org/news", "https://wire.example.org?a=b"],
    "DATABASE_URL": ["mysql://localhost/wire", "commonwire.sqlite3"],
    "SECRET_KEY_FILE": ["/nowhere/secret.key"],
    "TRUSTED_PROXY": ["perhaps", ""],
    "DEBUG": ["on please", ""],
}


def _wrong(variable: Variable) -> list[str]:
    """Values that must be refused; for whole numbers, those around the range that the hint names."""
    numbers = [int(number) for number in re.findall(r"\d+", variable.hint)]
    return WRONG.get(variable.name) or ["", "many", "1.5", str(min(numbers) - 1), str(max(numbers) + 1)]


@pytest.mark.parametrize(
    ("variable", "text"), [pytest.param(each, text, id=f"{each.name}={text}") for each in VARIABLES for text in _wrong(each)]
)
def test_a_wrong_value_is_refused_with_its_hint(variable: Variable, text: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        read_environment({variable.name: text})
    assert str(refused.value) == f"{variable.name} is {text!r}: {variable.meaning}. {variable.hint}"


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_a_hint_is_a_sentence(variable: Variable) -> None:
    assert re.fullmatch(r"[A-Z].+\.", variable.hint)
    assert variable.meaning
    assert not variable.meaning.endswith(".")


def test_the_defaults_stand() -> None:
    made = read_environment({})
    assert {field.name.upper() for field in fields(Environment)} == {variable.name for variable in VARIABLES}
    assert (made.host, made.port, made.site_url) == ("127.0.0.1", 8000, "http://127.0.0.1:8000")


def test_a_public_address_is_kept_without_its_slash() -> None:
    assert read_environment({"SITE_URL": "https://wire.example.org/"}).site_url == "https://wire.example.org"


def test_a_wrong_value_stops_the_start_with_one_sentence() -> None:
    told = {**os.environ, "PORT": "eighty", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", "import commonwire.settings"], env=told, cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("PORT is 'eighty': port to listen on. Give a whole number from 1 to 65535.")


def test_every_variable_is_documented_as_it_is() -> None:
    documented = {row[1]: row[2] or "" for row in ROW.finditer(PAGE.read_text())}
    known = {variable.name: variable.default for variable in VARIABLES}
    nothing(
        f"{name}: docs/settings.md says {documented.get(name)!r}, environment.py {known.get(name)!r}: make the row say the same"
        for name in documented.keys() | known.keys()
        if documented.get(name) != known.get(name)
    )
