"""A site with two languages, a shelf, and a clock that stands still."""

import pytest

from tests import make
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> None:
    make.site(zone="UTC", languages=["en", "es"])
