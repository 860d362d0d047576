"""A world of records and files that only the tests know, and what can be proven there."""

from typing import Any

import pytest

from commonwire.base.fetch import Fetched, Unreachable
from commonwire.organisations.lookups import World
from commonwire.organisations.models import Organisation
from commonwire.organisations.statements import KEY, PROFILE, Statement, statement_of


class Pretended:
    """A world of records and files, which counts how often it is asked."""

    def __init__(self) -> None:
        self.records: dict[str, list[str] | Exception] = {}
        self.files: dict[str, str | Exception | tuple[str, str]] = {}
        self.asked: list[str] = []

    def txt(self, name: str) -> list[str]:
        self.asked.append(name)
        found = self.records.get(name, [])
        if isinstance(found, Exception):
            raise found
        return found

    def file(self, url: str, **bounds: Any) -> Fetched:
        self.asked.append(url)
        assert bounds["most_bytes"] <= 100_000
        assert bounds["seconds"] <= 10
        found = self.files.get(url, Unreachable("nothing there", 404))
        if isinstance(found, Exception):
            raise found
        landed, content = found if isinstance(found, tuple) else (url, found)
        return Fetched(200, landed, content.encode(), "text/plain", "")

    @property
    def world(self) -> World:
        return World(self.txt, self.file)


def profile(of: Organisation) -> Statement:
    return found if (found := statement_of(of, PROFILE)) else pytest.fail("a profile can always be proven")


def key(of: Organisation) -> Statement:
    return found if (found := statement_of(of, KEY)) else pytest.fail("there is a key")
