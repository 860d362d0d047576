"""A site, a shelf, a clock that stands still, and quick sealing for the members at the desk."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from pytest_django import DjangoDbBlocker

from commonwire.accounts import attempts, vault
from tests import make
from tests.conftest import Clock
from tests.newswire.postcard import have_tables


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Postcards and letters have tables in the tests alone."""
    with django_db_blocker.unblock():
        have_tables()


@pytest.fixture(autouse=True)
def ground(db: None, frozen: Clock, data_dir: object) -> Iterator[None]:
    attempts._tries.clear()
    make.site(zone="UTC", languages=["en", "es"])
    with patch.object(vault, "COST", 4):
        yield
