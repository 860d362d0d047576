"""A contribution is released, hidden, withdrawn, and forgotten with time."""

from collections.abc import Iterator

import pytest

from commonwire.ledger.models import Due, Entry
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.queries import find_submission
from commonwire.newswire.reactions import forget_old_receipts
from commonwire.newswire.release_submission import release_submission
from commonwire.newswire.withdraw_submission import withdraw_submission
from tests import make
from tests.conftest import Clock
from tests.newswire.postcard import Postcard, a_card, postcards

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    with postcards():
        yield


def test_after_its_time_not_even_the_hash_is_left(frozen: Clock) -> None:
    a_card()
    frozen.move(hours=73)
    forget_old_receipts()
    card = Postcard.objects.get()
    assert (bytes(card.receipt_hash), bytes(card.receipt_salt), card.receipt_until) == (b"", b"", None)


def test_released_once() -> None:
    card = a_card(held=True)
    release_submission(submission=card, by="member:1")
    release_submission(submission=Postcard.objects.get())
    assert Postcard.objects.get().visibility == "shown"
    assert [(line.touched, line.by) for line in Entry.objects.filter(verb="postcard.released")] == [(["desk", card.post.key], "member:1")]


def test_hidden_and_shown_again() -> None:
    card = a_card()
    hide(submission=card, paragraph=make.paragraph())
    assert Entry.objects.get(verb="postcard.hidden").touched == ["desk", "hidden", card.post.key]
    assert Postcard.objects.get().visibility == "hidden"
    unhide(submission=card)
    assert Postcard.objects.get().visibility == "shown"


def test_it_is_found_by_its_number() -> None:
    card = a_card()
    assert find_submission(card.public_id) == card


def test_withdrawn_nothing_is_left() -> None:
    card = hide(submission=a_card(), paragraph=make.paragraph(), sentence="Because.")
    withdraw_submission(submission=card)
    withdraw_submission(submission=card)
    card = Postcard.objects.get()
    assert (card.visibility, card.greeting, card.picture_side, card.byline) == ("withdrawn", "", "", "")
    assert (bytes(card.receipt_hash), card.hidden_because, card.hidden_by) == (b"", "", None)
    line = Entry.objects.get(verb="postcard.withdrawn")
    assert line.touched == ["desk", card.post.key]
    assert Due.objects.filter(entry=line, reaction__endswith="scrub_withdrawn_postcard").count() == 1
    make.settled()
    assert not Due.objects.exists()
