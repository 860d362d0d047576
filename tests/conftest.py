"""What every test stands on: a folder of its own, a fixed address, quick passwords, a clock that can be stopped.

The folder must be named before Django reads its settings, so this happens while pytest reads this file, once in each process.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import django
import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as examples

from commonwire.environment import read_environment

SITE_URL = "https://wire.example.org"


def _stand_on_own_ground() -> None:
    """Give this process its own DATA_DIR; also when pytest-django has read the settings already, from DJANGO_SETTINGS_MODULE."""
    folder = Path(tempfile.mkdtemp(prefix="commonwire-tests-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ.update(DJANGO_SETTINGS_MODULE="commonwire.settings", DATA_DIR=str(folder), SITE_URL=SITE_URL, FORM_MIN_SECONDS="0")
    settings.ENVIRONMENT = read_environment()
    settings.SITE_URL = SITE_URL
    _use_folder(folder)
    settings.PASSWORD_HASHERS = ["tests.house.quick_argon2.QuickArgon2PasswordHasher"]
    django.setup()


def _use_folder(folder: Path) -> None:
    quarantine = folder / "quarantine"
    quarantine.mkdir(parents=True, exist_ok=True)
    settings.DATA_DIR = folder
    settings.FILE_UPLOAD_TEMP_DIR = str(quarantine)


_stand_on_own_ground()

examples.register_profile(
    "house",
    deadline=None,  # two cores shared with a browser: a slow example is no defect
    max_examples=60,
    database=None,
    derandomize=True,  # the same examples everywhere; HYPOTHESIS_PROFILE=search looks for new ones
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
examples.register_profile("search", examples.get_profile("house"), max_examples=2000, derandomize=False)
examples.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "gate: about the reader processes, which no database can change")
    config.addinivalue_line("markers", "house: reads the sources (everything in tests/house)")


@pytest.hookimpl(tryfirst=True)  # before -m chooses among the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what reads the sources. Plain `pytest` runs on SQLite: say so where a test asks for PostgreSQL."""
    for item in items:
        if item.path.parent.name == "house":
            item.add_marker("house")
    if str(settings.DATABASES["default"]["ENGINE"]).endswith("postgresql"):
        return
    left_out = pytest.mark.skip(reason="needs PostgreSQL: python -m tests.house.postgresql pytest …")
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(left_out)


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """A fresh folder for what this test bakes and uploads; `settings.DATA_DIR` names it meanwhile."""
    before = Path(settings.DATA_DIR)
    _use_folder(tmp_path / "data")
    yield tmp_path / "data"
    _use_folder(before)


class Clock:
    """The time as the house sees it: `commonwire.base.clock.now()` and everything made from it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def set(self, *parts: int) -> datetime:
        """Stop the clock at a moment in UTC: `frozen.set(2026, 1, 23, 14, 0)`."""
        self.at = datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # year, month, day and on
        return self.at

    def move(self, **ahead: float) -> datetime:
        """Let time pass: `frozen.move(minutes=5)`."""
        self.at += timedelta(**ahead)
        return self.at


@pytest.fixture
def frozen() -> Iterator[Clock]:
    """The clock, stopped on Friday 16 January 2026 at 20:21:37 UTC; seconds are there so that storing them shows."""
    clock = Clock(datetime(2026, 1, 16, 20, 21, 37, 250_000, tzinfo=UTC))
    with patch("commonwire.base.clock.now", clock.now):
        yield clock
