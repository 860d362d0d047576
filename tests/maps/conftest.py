"""A site, a clock that stands still, and quick sealing for the members who come to the desk."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from commonwire.accounts import attempts, vault
from commonwire.site.models import Site
from tests.conftest import Clock


@pytest.fixture
def ground(db: None, frozen: Clock, data_dir: object) -> Iterator[None]:
    attempts._tries.clear()
    Site.objects.update_or_create(pk=1, defaults={"zone": "UTC", "languages": ["en", "es"]})
    with patch.object(vault, "COST", 4):
        yield
