"""A site, a shelf, a clock that stands still, quick sealing for members, and statements that only the tests know."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from commonwire.accounts import attempts, vault
from commonwire.organisations import statements
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.models import Organisation
from tests import make
from tests.conftest import Clock
from tests.organisations.test_signatures import KEY
from tests.organisations.test_signatures import line as key_line
from tests.organisations.words import SAID, finds, organisation
from tests.organisations.world import Pretended


@pytest.fixture(autouse=True)
def ground(request: pytest.FixtureRequest, frozen: Clock) -> Iterator[None]:
    """A database only for those who ask for one: sizes, totals and signatures need none."""
    mark = request.node.get_closest_marker("django_db")
    if mark:
        request.getfixturevalue("data_dir")
        request.getfixturevalue("transactional_db" if mark.kwargs.get("transaction") else "db")
        make.site(zone="UTC", languages=["en", "es"])
    attempts._tries.clear()
    SAID.clear()
    with patch.object(vault, "COST", 4), patch.object(statements, "FINDERS", [finds]):
        yield


@pytest.fixture
def net() -> Pretended:
    return Pretended()


@pytest.fixture
def council() -> Organisation:
    made = organisation("Coast Labor Council", website="https://www.coast.example.org/about", public_key=key_line(KEY))
    confirm_website(organisation=made, by="member:1")
    return made
