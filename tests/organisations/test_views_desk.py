"""The members' screen, through its forms."""

from typing import Any

import pytest
from django.test import Client

from commonwire.ledger.models import Entry
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.state_size import state_size
from tests.accounts.make import browser, someone
from tests.newswire.door import Form, forms
from tests.organisations.words import organisation, said

pytestmark = pytest.mark.django_db
DESK = "/desk/organisations/"


@pytest.fixture
def client() -> Client:
    return browser(someone())


def opened(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def press(client: Client, path: str, act: str, status: int = 303, **filled: Any) -> str:
    form: Form = next(form for form in forms(opened(client, path)) if any(each.get("value") == act for each in form.buttons))
    answer = client.post(form.action, {**form.fill(**filled).data, "act": act})
    assert answer.status_code == status, answer.content.decode()
    return answer.headers.get("Location", "") or answer.content.decode()


def at(made: Organisation) -> str:
    return f"{DESK}{made.public_id}/"


def test_strangers_are_sent_to_sign_in() -> None:
    made = organisation()
    for path in (DESK, at(made)):
        assert browser().get(path).headers["Location"].startswith("/desk/sign-in/")


def test_found_by_words(client: Client) -> None:
    organisation("Coast Labor Council")
    organisation("Held tenants", held=True)
    assert "Held tenants" in opened(client, f"{DESK}?words=TENANTS")
    assert "Coast Labor Council" not in opened(client, f"{DESK}?words=tenants")
    assert "No profile has these words" in opened(client, f"{DESK}?words=zebra")


def test_edited_placed_and_sized(client: Client) -> None:
    top, made = organisation("National Federation"), organisation("Coast Labor Council", place="Port Ellery")
    there = press(client, at(made), "edit", area="seven counties", umbrella="National Federation", members="over 80,000")
    assert "Changed." in opened(client, there)
    made.refresh_from_db()
    assert (made.area, made.place, made.umbrella) == ("seven counties", "Port Ellery", top)
    size = made.sizes.get()
    press(client, at(made), f"forget-size:{size.pk}")
    assert not made.sizes.exists()
    assert Entry.objects.filter(verb="organisation.changed").get().by.startswith("member:")


def test_mistakes_are_said_and_nothing_is_lost(client: Client) -> None:
    made = organisation("Coast Labor Council")
    part = organisation("Local 88", umbrella=made)
    html = press(client, at(made), "edit", 422, umbrella="Local 88", area="typed words")
    assert "cannot be above it" in html
    assert "typed words" in html
    assert "Name the profile that stays." in press(client, at(made), "merge", 422)
    assert "body above the other" in press(client, at(part), "merge", 422, into="Coast Labor Council")
    assert "No statement of this organisation" in press(client, at(made), "call", 422, statement="zzzzzzzzzzzzz")
    assert client.post(at(made), {"act": "nonsense"}).status_code == 422
    assert client.post(at(made), {"act": "forget-size:x"}).status_code == 303


def test_merged(client: Client) -> None:
    old, into = organisation("Coast Labour Council"), organisation("Coast Labor Council")
    state_size(organisation=old, wording="300")
    assert "Coast Labor Council" in opened(client, at(old))  # a near name is shown
    there = press(client, at(old), "merge", into="Coast Labor Council")
    assert into.public_id in there
    assert "Merged." in opened(client, there)
    assert into.sizes.count() == 1
    assert client.get(at(old)).status_code == 404


def test_a_call_and_a_website(client: Client) -> None:
    made = organisation("Coast Labor Council", website="https://coast.example.org/")
    said(made)
    press(client, at(made), "call", statement="a1b2c3d4e5f6g", day="2026-01-15")
    press(client, at(made), "call")
    assert sorted(proof.statement for proof in Proof.objects.all()) == ["", "a1b2c3d4e5f6g"]
    press(client, at(made), "confirm")
    made.refresh_from_db()
    assert made.website_confirmed is not None
    press(client, at(made), "doubt")
    made.refresh_from_db()
    assert made.website_confirmed is None
    assert "Write the day like" in press(client, at(made), "call", 422, day="yesterday")
