"""Quick sealing, nobody counted yet, and a clock that stands still."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from commonwire.accounts import attempts, vault
from tests.conftest import Clock


@pytest.fixture(autouse=True)
def quick_and_uncounted(frozen: Clock) -> Iterator[None]:
    attempts._tries.clear()
    vault._nobody.cache_clear()
    with patch.object(vault, "COST", 4):
        yield
