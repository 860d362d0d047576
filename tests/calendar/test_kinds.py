"""An event through the door that anyone uses: form, preview, page, correction, withdrawal."""

from typing import Any

import pytest
from django.test import Client

from commonwire.calendar.models import Event, Occurrence
from commonwire.newswire.release_post import release_post
from commonwire.press.bake import bake, shelf
from commonwire.site.models import Admission
from tests import make
from tests.conftest import Clock
from tests.newswire.door import the_form

TYPED = {
    "headline": "Assembly before the vote",
    "body": "Bring your card.",
    "start_date": "2026-01-20",
    "start_time": "18:30",
    "place": "Needlework Hall",
    "city": "Port Ellery",
    "precision": "city",
    "exact_hours": "24",
    "repeats": "weekly",
    "times": "4",
    "access_facts": ["step-free", "captions"],
}


@pytest.fixture
def client() -> Client:
    make.site(zone="America/Chicago", languages=["en"])
    return Client()


def _send(client: Client, **typed: Any) -> Any:
    bake(["forms", "kind:event", "site"])
    empty = (shelf().read("/publish/event/") or b"").decode()
    form = the_form(empty, "/publish/event/preview/").fill(**{**TYPED, **typed})
    preview = client.post(form.action, form.data)
    if preview.status_code != 200:
        return preview
    again = the_form(preview.content.decode(), "/publish/event/send/")
    return preview, client.post(again.action, again.data), " ".join(_receipt(preview.content.decode()))


def _receipt(page: str) -> list[str]:
    words = page.split('<p class="words"', 1)[1].split("</p>", 1)[0]
    return [each.split("</span>")[0] for each in words.split("<span>")[1:]]


def test_from_the_form_to_the_page_and_back(client: Client, frozen: Clock) -> None:
    preview, sent, words = _send(client)
    shown = preview.content.decode()
    assert "Needlework Hall" in shown and "From then on:" in shown and "every Tuesday at 18:30, 4 times" in shown
    event = Event.objects.get()
    assert sent.status_code == 303 and sent.headers["Location"] == event.post.path
    page = (shelf().read(event.post.path or "") or b"").decode()
    assert "Needlework" not in page and "Port Ellery" in page and "captions" in page
    assert event.post.receipt_until is not None and event.post.receipt_until > event.occurrences.latest("starts").starts
    keys = {"receipt_for": event.post.public_id, "receipt_words": words}
    form = the_form(client.post("/receipt/open/", {**keys, "act": "correct"}).content.decode(), "/receipt/open/")
    assert (form["repeats"], form["times"], form["start_time"], form["exact_hours"]) == (["weekly"], ["4"], ["18:30"], ["24"])
    corrected = client.post("/receipt/open/", {**form.fill(start_time="19:00").data, "save": "yes"})
    assert corrected.status_code == 303
    page = (shelf().read(event.post.path or "") or b"").decode()
    assert "NEW TIME" in page and "19:00" in page and "Needlework" not in page
    assert client.post("/receipt/open/", {**keys, "act": "withdraw", "sure": "yes"}).status_code == 303
    assert not Event.objects.exists() and not Occurrence.objects.exists()


def test_what_was_typed_is_kept_beside_a_sentence(client: Client) -> None:
    answer = _send(client, repeats="rule", rule_text="FREQ=HOURLY", place="Low Tide Bar")
    page = answer.content.decode()
    assert answer.status_code == 422 and "not by the hour or faster" in page
    form = the_form(page, "/publish/event/preview/")
    assert (form["rule_text"], form["place"], form["access_facts"]) == (["FREQ=HOURLY"], ["Low Tide Bar"], ["step-free", "captions"])


def test_a_held_event_comes_into_the_calendar_when_it_is_shown(client: Client) -> None:
    make.site(admission=Admission.ALL_HELD)
    _send(client)
    event = Event.objects.get()
    make.settled()
    assert shelf().find("/calendar/2026/01/20/") is None
    release_post(post=event.post)
    make.settled()
    assert b"Assembly before the vote" in (shelf().read("/calendar/2026/01/20/") or b"")
