import pytest

from tests.conftest import Clock


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> None:
    """A database, a shelf, and a clock that stands still."""
