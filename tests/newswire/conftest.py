"""Every test of this room has a site and a shelf of its own, and a clock that stands still."""

import pytest
from pytest_django import DjangoDbBlocker

from tests import make
from tests.conftest import Clock
from tests.newswire.postcard import have_tables


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Postcards and letters have tables in the tests alone."""
    with django_db_blocker.unblock():
        have_tables()


@pytest.fixture(autouse=True)
def ground(request: pytest.FixtureRequest, frozen: Clock) -> None:
    """A database only for those who ask for one: prose and press releases need none."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("data_dir")
        request.getfixturevalue("db" if not _transactional(request) else "transactional_db")
        make.site(zone="UTC", languages=["en", "es"])


def _transactional(request: pytest.FixtureRequest) -> bool:
    mark = request.node.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction"))
