from collections.abc import Iterator
from unittest.mock import patch

import pytest

from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> Iterator[None]:
    """A database, a shelf that need not survive a power cut, and a clock that stands still."""
    with patch("commonwire.base.storage.os.fsync"):
        yield
