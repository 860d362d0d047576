"""Every test of this folder that asks for a database has a site, a shelf of its own, and a clock that stands still."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from tests import make
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(request: pytest.FixtureRequest, frozen: Clock) -> Iterator[None]:
    mark = request.node.get_closest_marker("django_db")
    if mark:
        request.getfixturevalue("data_dir")
        request.getfixturevalue("transactional_db" if mark.kwargs.get("transaction") else "db")
        make.site(zone="UTC", languages=["en", "es"])
    with patch("commonwire.base.storage.os.fsync"):
        yield
