"""Readers say whether a date happened: counted, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.models import Event, Happening
from commonwire.calendar.tell_happened import tell_happened
from commonwire.ledger.models import Entry
from commonwire.press.bake import bake, shelf
from tests import make
from tests.conftest import Clock

STARTS = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


@pytest.fixture
def event() -> Event:
    return make.event("Rally", starts=STARTS, ends=STARTS + timedelta(hours=2))


def _page(event: Event) -> str:
    bake([event.post.key])
    return (shelf().read(event.post.path or "") or b"").decode()


def _address(event: Event) -> str:
    return f"/happened/{event.post.public_id}/{event.occurrences.get().code}/send/"


def test_it_is_asked_when_the_date_is_over(event: Event, frozen: Clock) -> None:
    assert "Did it happen" not in _page(event)
    frozen.set(2026, 1, 20, 20, 30)
    page = _page(event)
    assert "Did it happen on Tuesday 20 January?" in page and _address(event) in page
    frozen.move(days=60)
    assert "Did it happen" not in _page(event)


def test_its_page_goes_stale_by_itself(event: Event, frozen: Clock) -> None:
    from commonwire.press.models import Stale

    bake([event.post.key])
    assert Stale.objects.get(path=event.post.path).until == STARTS + timedelta(hours=2)


def test_readers_are_counted_by_the_day(event: Event, client: Client, frozen: Clock) -> None:
    frozen.set(2026, 1, 21, 9, 17)
    for word in ("yes", "no", "no"):
        answer = client.post(_address(event), {"happened": word})
        assert (answer.status_code, answer.headers["Location"]) == (303, f"{event.post.path}#happened")
    frozen.move(days=1)
    client.post(_address(event), {"happened": "no"})
    assert list(Happening.objects.order_by("day").values_list("happened", "did_not")) == [(1, 2), (0, 1)]
    page = (shelf().read(event.post.path or "") or b"").decode()
    assert "1 reader said it happened, 3 that it did not." in page
    assert "Readers said that it did not happen on Tuesday 20 January." in page
    entries = Entry.objects.filter(verb="event.told")
    assert {(entry.by, entry.at.minute, str(entry.facts)) for entry in entries} == {("", 0, "{}")}


def test_nobody_is_believed_before_the_end(event: Event, client: Client, frozen: Clock) -> None:
    assert client.post(_address(event), {"happened": "no"}).status_code == 403
    with pytest.raises(ValidationError):
        tell_happened(occurrence=event.occurrences.get(), happened=True)
    frozen.set(2026, 6, 1, 0, 0)
    assert client.post(_address(event), {"happened": "no"}).status_code == 403
    assert not Happening.objects.exists()


def test_who_sends_too_much_is_not_counted(event: Event, client: Client, frozen: Clock) -> None:
    frozen.set(2026, 1, 21, 9, 0)
    answer = client.post(_address(event), {"happened": "no"}, headers={"X-Wire-Verdict": "hold"})
    assert answer.status_code == 403 and "was not counted" in answer.content.decode()
    assert not Happening.objects.exists()


@pytest.mark.parametrize("address", ["/happened/nothing/20260120T1830/send/", "/happened/{}/20260120T1831/send/", "/happened/{}/x/send/"])
def test_what_there_is_not(event: Event, client: Client, frozen: Clock, address: str) -> None:
    frozen.set(2026, 1, 21, 9, 0)
    assert client.post(address.format(event.post.public_id), {"happened": "no"}).status_code == 404


def test_what_was_called_off_is_not_asked_about(event: Event, frozen: Clock) -> None:
    cancel_event(event=event)
    frozen.set(2026, 1, 21, 9, 0)
    assert "Did it happen" not in _page(event)
