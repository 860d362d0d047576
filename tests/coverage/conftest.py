"""A site, a shelf, a clock that stands still a week before the day of action, and quick sealing for the members who decide."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from commonwire.accounts import attempts, vault
from tests import make
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> Iterator[None]:
    attempts._tries.clear()
    make.site(zone="America/Chicago", languages=["en", "es"])
    with patch.object(vault, "COST", 4), patch("commonwire.base.storage.os.fsync"):
        yield
