import pytest

from tests import make


@pytest.fixture
def stood(db: None, data_dir: object) -> None:
    """A site in another zone than the archive, with a folder of its own."""
    make.site(name="The Harbor Wire", zone="Europe/Lisbon", languages=["en"])
