"""One line an act, in the act's own transaction; what it owes is done, tried again, or parked."""

from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import transaction

from commonwire.ledger import reacting
from commonwire.ledger.models import Due, Entry
from commonwire.ledger.record import record
from commonwire.ledger.settle import TRIES, settle
from tests.conftest import Clock


class Listening:
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.fails = False

    def one(self, entry: Entry) -> None:
        if self.fails:
            raise OSError("no room")
        self.heard.append(entry.verb)

    def many(self, entries: list[Entry]) -> None:
        if self.fails:
            raise OSError("no room")
        self.heard.append("+".join(entry.verb for entry in entries))


@pytest.fixture
def one() -> Iterator[Listening]:
    listening = Listening()
    with patch.dict(reacting.REACTIONS, {"room.one": reacting.Reacting("post.", one=listening.one)}, clear=True):
        yield listening


@pytest.fixture
def many() -> Iterator[Listening]:
    listening = Listening()
    with patch.dict(reacting.REACTIONS, {"room.many": reacting.Reacting("", many=listening.many)}, clear=True):
        yield listening


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        record("post.published", "post:1")
    assert Entry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_act_and_line_fall_together(one: Listening) -> None:
    with pytest.raises(ValueError, match="broke"), transaction.atomic():
        record("post.published", "post:1")
        raise ValueError("it broke")
    assert (Entry.objects.count(), Due.objects.count()) == (0, 0)


def test_only_who_listens_is_owed(one: Listening) -> None:
    record("post.published", "post:1", touched=["b", "a", "b"])
    record("file.ready", "file:1")
    assert Entry.objects.order_by("id")[0].touched == ["a", "b"]
    assert [(due.reaction, due.entry.verb) for due in Due.objects.all()] == [("room.one", "post.published")]
    assert (settle(), one.heard, settle(), Due.objects.count()) == (1, ["post.published"], 0, 0)


def test_what_fails_waits_longer_each_time_and_is_parked(one: Listening, frozen: Clock) -> None:
    record("post.published", "post:1")
    one.fails = True
    waits = []
    for _ in range(TRIES):
        assert settle() == 0
        due = Due.objects.get()
        assert due.not_before is not None
        waits.append((due.not_before - frozen.at.replace(second=0, microsecond=0)) // timedelta(minutes=1))
        assert settle() == 0
        assert Due.objects.get().tries == due.tries
        frozen.set(due.not_before.year, due.not_before.month, due.not_before.day, due.not_before.hour, due.not_before.minute)
    assert waits == [2**n for n in range(TRIES)]
    due = Due.objects.get()
    assert (due.parked, due.trouble) == (True, "OSError")  # the kind, never the words: they may hold somebody's text
    one.fails = False
    frozen.move(days=9)
    assert (settle(), one.heard) == (0, [])


def test_one_that_fails_does_not_hold_up_the_others(one: Listening, many: Listening) -> None:
    with patch.dict(reacting.REACTIONS, {"room.one": reacting.Reacting("post.", one=one.one)}):
        one.fails = True
        record("post.published", "post:1")
        settle()
    assert many.heard == ["post.published"]


def test_a_burst_is_settled_together(many: Listening) -> None:
    for verb in ("post.published", "post.hidden", "file.ready"):
        record(verb, "post:1")
    assert (settle(), many.heard) == (3, ["post.published+post.hidden+file.ready"])


def test_a_reaction_that_is_no_more_owes_nothing(one: Listening) -> None:
    record("post.published", "post:1")
    del reacting.REACTIONS["room.one"]
    assert (settle(), Due.objects.count()) == (1, 0)
