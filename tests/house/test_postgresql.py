"""The suite's own PostgreSQL is the one Django talks to, reached through a socket in a folder whose name is part of the address."""

import pytest
from django.conf import settings
from django.db import connection

from commonwire.environment import read_environment
from commonwire.settings import _database


def test_a_socket_folder_in_the_address_becomes_the_host() -> None:
    url = "postgresql://postgres@%2Ftmp%2Fcwpg-a_B1/commonwire"
    made = _database(read_environment({"DATABASE_URL": url}))
    assert (made["HOST"], made["NAME"], made["USER"], made["PORT"]) == ("/tmp/cwpg-a_B1", "commonwire", "postgres", "")


@pytest.mark.postgresql
def test_the_suite_runs_on_its_own_server(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW listen_addresses")
        assert cursor.fetchone() == ("",)
        cursor.execute("SHOW unix_socket_directories")
        assert cursor.fetchone() == (settings.DATABASES["default"]["HOST"],)
