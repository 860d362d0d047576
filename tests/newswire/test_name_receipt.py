"""Further receipts of the same post: each opens it, each can be taken back, none decides for the others."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commonwire.base import clock
from commonwire.ledger.models import Due, Entry
from commonwire.newswire.models import NamedReceipt, Post
from commonwire.newswire.name_receipt import MOST, name_receipt, revoke_receipt
from commonwire.newswire.reactions import forget_old_receipts
from commonwire.newswire.withdraw import withdraw_post
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def _open(client: Client, post: Post, words: str, **given: Any) -> Any:
    return client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": words, **given})


def test_it_opens_the_post_beside_the_first() -> None:
    post = make.post(receipt=make.RECEIPT)
    words = name_receipt(post=post, name=" Quay  committee ")
    assert len(words.split()) == 6
    assert (post.opened_as(words.upper()), post.opened_as(make.RECEIPT), post.opened_as("a b c d e f")) == ("Quay committee", "", None)
    assert post.opened_by(words)
    row = NamedReceipt.objects.get()
    assert words.split()[0].encode() not in bytes(row.hash)
    assert row.until == clock.minute() + timedelta(days=30)
    assert "Quay" not in str(Entry.objects.get(verb="receipt.named").facts)


def test_revoked_it_opens_nothing_and_leaves_nothing() -> None:
    post = make.post(receipt=make.RECEIPT)
    first, second = name_receipt(post=post, name="Quay"), name_receipt(post=post, name="Hills")
    revoke_receipt(post=post, name="Quay")
    assert (post.opened_as(first), post.opened_as(second)) == (None, "Hills")
    assert Due.objects.filter(reaction__endswith="scrub_revoked").count() == 1
    with pytest.raises(ValidationError, match="no receipt of this name"):
        revoke_receipt(post=post, name="Quay")
    assert name_receipt(post=post, name="Quay") != first


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "Quay"])
def test_a_name_that_will_not_do(name: str) -> None:
    post = make.post()
    name_receipt(post=post, name="Quay")
    with pytest.raises(ValidationError):
        name_receipt(post=post, name=name)
    assert NamedReceipt.objects.count() == 1


def test_there_is_an_end_to_them() -> None:
    post = make.post()
    for number in range(MOST):
        name_receipt(post=post, name=f"Number {number}")
    with pytest.raises(ValidationError, match="the most"):
        name_receipt(post=post, name="One more")


def test_they_end_with_time_and_with_the_post(frozen: Clock) -> None:
    post, other = make.post(), make.post()
    words = name_receipt(post=post, name="Quay")
    name_receipt(post=other, name="Quay")
    withdraw_post(post=other)
    assert list(NamedReceipt.objects.values_list("post", flat=True)) == [post.pk]
    with pytest.raises(ValidationError):
        name_receipt(post=other, name="Quay")
    frozen.move(days=31)
    assert not post.opened_by(words)
    forget_old_receipts()
    assert not NamedReceipt.objects.exists()


def test_the_page_says_by_whose_receipt_one_came_in(client: Client) -> None:
    post = make.post(receipt=make.RECEIPT)
    words = name_receipt(post=post, name="Quay <&>")
    page = _open(client, post, words).content.decode()
    assert 'opened with the receipt named <b dir="auto">Quay &lt;&amp;&gt;</b>' in page
    assert [each for each in ("correct", "part", "withdraw", "extend", "forget") if f'value="{each}"' in page] == ["correct", "part"]
    first = _open(client, post, make.RECEIPT).content.decode()
    assert "opened with" not in first
    assert "Quay &lt;&amp;&gt;" in first


def test_it_corrects(client: Client) -> None:
    post = make.post("Gate closed", receipt=make.RECEIPT)
    words = name_receipt(post=post, name="Quay")
    given = {"headline": "Gate open", "language": "en", "licence": "by-nc-sa", "kind": "report"}
    assert _open(client, post, words, act="correct", save="yes", **given).status_code == 303
    assert Post.objects.get().headline == "Gate open"


@pytest.mark.parametrize("act", ["withdraw", "extend", "forget"])
def test_it_does_not_decide_for_the_others(client: Client, act: str) -> None:
    post = make.post(receipt=make.RECEIPT)
    words = name_receipt(post=post, name="Quay")
    before = Post.objects.values().get()
    answer = _open(client, post, words, act=act, sure="yes")
    assert (answer.status_code, "Only the first receipt" in answer.content.decode()) == (403, True)
    assert Post.objects.values().get() == before
