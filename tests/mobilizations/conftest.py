"""A site, a shelf, a clock that stands still a week before the day of action."""

import pytest

from tests import make
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> None:
    make.site(zone="America/Chicago", languages=["en", "es"])
