"""What a receipt opens when it is that of a contribution: correct it, withdraw it, keep or forget it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client

from commonwire.base import clock
from commonwire.ledger.models import Due, Entry
from commonwire.newswire.hide import hide
from tests import make
from tests.newswire.door import the_form
from tests.newswire.postcard import WORDS, Postcard, a_card, postcards

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with postcards():
        yield


def _open(client: Client, card: Postcard, **given: Any) -> Any:
    return client.post("/receipt/open/", {"receipt_for": card.public_id, "receipt_words": make.RECEIPT, **given})


def test_the_receipt_opens_it(client: Client) -> None:
    page = _open(client, a_card()).content.decode()
    assert "Wish you &lt;were&gt; here" in page
    assert [each for each in ("correct", "part", "withdraw", "extend", "forget") if f'value="{each}"' in page] == [
        "correct",
        "withdraw",
        "extend",
        "forget",
    ]


def test_the_receipt_corrects_it(client: Client) -> None:
    card = a_card()
    form = the_form(_open(client, card, act="correct").content.decode(), "/receipt/open/")
    assert form["greeting"] == [WORDS["greeting"]]
    answer = client.post("/receipt/open/", form.fill(greeting="").data | {"save": "yes"})
    assert (answer.status_code, "#id_greeting" in answer.content.decode()) == (422, True)
    answer = client.post("/receipt/open/", form.fill(greeting="Back soon").data | {"save": "yes"})
    assert (answer.status_code, answer["Location"]) == (303, card.post.path)
    assert (Postcard.objects.get().greeting, Postcard.objects.get().visibility) == ("Back soon", "shown")
    line = Entry.objects.get(verb="postcard.corrected")
    assert line.touched == ["desk", card.post.key]
    assert Due.objects.filter(entry=line, reaction__endswith="scrub_corrected_postcard").exists()


@pytest.mark.parametrize(("admission", "greeting", "waits"), [(1, "see www.example.org", True), (1, "Back soon", False), (3, "x", True)])
def test_a_correction_that_would_be_held_puts_it_back_before_the_desk(client: Client, admission: int, greeting: str, waits: bool) -> None:
    card = a_card()
    make.site(admission=admission)
    answer = _open(client, card, act="correct", save="yes", **(WORDS | {"greeting": greeting}))
    assert Postcard.objects.get().visibility == ("held" if waits else "shown")
    assert Postcard.objects.get().greeting == greeting
    assert ("until then it is not shown" in answer.content.decode()) == waits


def test_what_is_always_held_goes_back_and_what_is_hidden_stays_hidden(client: Client) -> None:
    with postcards(always_held=lambda site: True):
        shown, hidden = a_card(number=1), hide(submission=a_card(number=2), paragraph=make.paragraph())
        for card in (shown, hidden):
            assert _open(client, card, act="correct", save="yes", **(WORDS | {"greeting": "Changed"})).status_code == 200
    assert {card.visibility: card.greeting for card in Postcard.objects.all()} == {"held": "Changed", "hidden": "Changed"}


def test_trouble_keeps_the_correction(client: Client) -> None:
    card = a_card()
    with patch("commonwire.newswire.views.receipt_contribution.correct_submission", side_effect=OperationalError("locked")):
        answer = _open(client, card, act="correct", save="yes", **(WORDS | {"greeting": "Changed"}))
    assert (answer.status_code, the_form(answer.content.decode(), "/receipt/")["greeting"]) == (503, ["Changed"])


def test_the_receipt_withdraws_it_after_asking(client: Client) -> None:
    card = a_card()
    asked = the_form(_open(client, card, act="withdraw").content.decode().split("</form>")[0], "/receipt/")
    assert Postcard.objects.get().greeting
    answer = client.post("/receipt/open/", asked.data | {"sure": "yes"})
    assert (answer.status_code, "its words are erased" in answer.content.decode()) == (200, True)
    assert Postcard.objects.get().visibility == "withdrawn"
    assert _open(client, card).status_code == 403


def test_the_receipt_is_kept_longer_or_forgotten(client: Client) -> None:
    card = a_card()
    _open(client, card, act="extend")
    assert Postcard.objects.get().receipt_until == clock.minute() + timedelta(days=30)
    _open(client, card, act="forget")
    assert _open(client, card).status_code == 403


def test_a_part_is_not_for_contributions(client: Client) -> None:
    answer = _open(client, a_card(), act="part", save="yes", title="x")
    assert (answer.status_code, "the receipt lasts until" in answer.content.decode()) == (200, True)
