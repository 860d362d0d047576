"""What author and desk can do after the announcement: the same five acts at two doors."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from commonwire.accounts import attempts, vault
from commonwire.calendar.kinds import LASTS, SERIES_LASTS, _lasts
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import place_event
from commonwire.ledger.models import Entry
from commonwire.newswire.hide import hide
from commonwire.newswire.publish import publish_post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import shelf
from tests import make
from tests.accounts.make import Someone, browser, someone

TUESDAY = datetime(2026, 1, 20, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    attempts._tries.clear()
    with patch.object(vault, "COST", 4):
        yield


@pytest.fixture
def heron() -> Someone:
    return someone()


def _event(**given: Any) -> Event:
    """With a receipt, which `make.event` does not give."""
    rows: list[Event] = []
    details = {"starts": TUESDAY, "zone": "UTC", "place": "Pier 4", **given}
    publish_post(
        wording=make.wording("Assembly", kind="event"),
        receipt=make.RECEIPT,
        attach=lambda post: rows.append(place_event(post=post, details=details)),
    )
    return rows[0]


def _series(**given: Any) -> Event:
    return _event(rule="FREQ=WEEKLY;COUNT=4", **given)


def _by_receipt(event: Event, act: str, **given: Any) -> str:
    sent = {"receipt_for": event.post.public_id, "receipt_words": make.RECEIPT, "act": f"event-{act}", "save": "yes", **given}
    answer = Client().post("/receipt/open/", sent)
    return f"{answer.status_code} {answer.content.decode()}"


def _page(event: Event) -> str:
    return (shelf().read(event.post.path or "") or b"").decode()


def test_the_receipt_offers_what_fits() -> None:
    once = Client().post("/receipt/open/", {"receipt_for": _event().post.public_id, "receipt_words": make.RECEIPT}).content.decode()
    offered = [act for act in ("cancel", "postpone", "reinstate", "change-date", "confirm") if f'value="event-{act}"' in once]
    assert offered == ["cancel", "postpone"]
    series = Client().post("/receipt/open/", {"receipt_for": _series().post.public_id, "receipt_words": make.RECEIPT}).content.decode()
    offered = [act for act in ("cancel", "postpone", "reinstate", "change-date", "confirm") if f'value="event-{act}"' in series]
    assert offered == ["cancel", "postpone", "change-date", "confirm"]


def test_a_report_is_offered_none() -> None:
    post = make.post(receipt=make.RECEIPT)
    page = Client().post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": make.RECEIPT}).content.decode()
    assert "event-" not in page


def test_the_author_cancels_and_the_page_says_so_at_once() -> None:
    event = _event()
    answer = _by_receipt(event, "cancel", note="Storm warning")
    assert answer.startswith("200") and "It is cancelled" in answer
    assert "CANCELLED" in _page(event) and "Storm warning" in _page(event)
    assert Entry.objects.get(verb="event.cancelled").by == ""
    assert _by_receipt(event, "reinstate").startswith("200")
    assert "CANCELLED" not in _page(event)


def test_the_author_changes_one_date() -> None:
    event = _series()
    third = event.occurrences.order_by("starts")[2]
    given = {"which": third.code, "day": "2026-02-04", "begins": "20:00", "until": "01:00", "place": "Library", "note": "Elections"}
    assert _by_receipt(event, "change-date", **given).startswith("200")
    third.refresh_from_db()
    assert (third.starts, third.ends) == (datetime(2026, 2, 4, 20, tzinfo=UTC), datetime(2026, 2, 5, 1, tzinfo=UTC))
    assert third.elsewhere == {"place": "Library"}
    assert "Library" in _page(event)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose one of the coming dates"),
        ({"which": "20990101T0000"}, "not one of the available choices"),
        ({"day": "tomorrow"}, "year, month and day"),
        ({"day": "2029-01-01"}, "more than a year"),
    ],
)
def test_what_was_typed_stays_beside_a_sentence(given: dict[str, str], says: str) -> None:
    event = _series()
    usual = {"which": event.occurrences.earliest("starts").code} if "day" in given else {}
    answer = _by_receipt(event, "change-date", note="Because of the tide", **usual, **given)
    assert answer.startswith("422") and says in answer and "Because of the tide" in answer


def test_the_author_confirms() -> None:
    event = _series()
    Event.objects.filter(pk=event.pk).update(confirmed_at=TUESDAY - timedelta(days=200))
    assert "confirmed again" in _by_receipt(event, "confirm")
    event.refresh_from_db()
    assert event.confirmed_at is not None and event.confirmed_at > TUESDAY - timedelta(days=10)


def test_the_desk_does_the_same(heron: Someone) -> None:
    event, client = _series(), browser(heron)
    address = f"/desk/event/{event.post.public_id}/"
    page = client.get(address).content.decode()
    assert "Assembly" in page and "Change one date" in page
    second = event.occurrences.order_by("starts")[1]
    answer = client.post(address, {"act": "cancel", "which": second.code, "note": "Holiday"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{address}?done=cancel")
    assert "It is cancelled" in client.get(f"{address}?done=cancel").content.decode()
    assert Entry.objects.get(verb="event.cancelled").by == f"member:{heron.member.pk}"
    assert "27 January" in _page(event) and "CANCELLED" in _page(event)
    again = client.post(address, {"act": "cancel", "which": second.code, "note": "Holiday"})
    assert again.status_code == 422 and "It already is" in again.content.decode() and "Holiday" in again.content.decode()
    assert client.post(address, {"act": "change-date", "which": "nonsense"}).status_code == 422
    assert client.post(address, {"act": "nonsense"}).status_code == 200


def test_the_desk_sees_the_whole_place_and_strangers_nothing(heron: Someone) -> None:
    event = _event(city="Port Ellery", precision="city", exact_hours=2)
    address = f"/desk/event/{event.post.public_id}/"
    assert "Pier 4" in browser(heron).get(address).content.decode()
    assert browser().get(address).status_code == 303


def test_the_desk_may_act_on_what_is_hidden_but_not_on_what_is_over(heron: Someone) -> None:
    event, client = _event(), browser(heron)
    address = f"/desk/event/{event.post.public_id}/"
    hide(submission=event.post, paragraph=make.paragraph())
    assert client.post(address, {"act": "cancel"}).status_code == 303
    assert Entry.objects.get(verb="event.cancelled").touched == [event.post.key]
    withdraw_post(post=event.post)
    assert client.get(address).status_code == 404


def test_a_receipt_lasts_until_it_is_over() -> None:
    assert _lasts(_event().post) == TUESDAY + LASTS
    assert _lasts(_event(rule="FREQ=WEEKLY").post) == datetime(2026, 1, 16, 20, 21, tzinfo=UTC) + SERIES_LASTS
