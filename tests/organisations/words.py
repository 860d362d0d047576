"""What the tests say about organisations: profiles by the verb, and statements as a room above would register them."""

import itertools
from typing import Any

from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.models import Organisation
from commonwire.organisations.statements import Statement

SAID: dict[str, Statement] = {}
_numbers = itertools.count(1)


def organisation(name: str = "", **words: Any) -> Organisation:
    return add_organisation(name=name or f"Body number {next(_numbers)}", **words)


def said(by: Organisation, text: str = "We stand behind the day.", public_id: str = "a1b2c3d4e5f6g") -> Statement:
    """A statement that somebody sent in their name."""
    SAID[public_id] = Statement(public_id, by, "Endorsement of No Boats", text, "/actions/no-boats/", ("action:1",))
    return SAID[public_id]


def finds(public_id: str) -> Statement | None:
    return SAID.get(public_id)
