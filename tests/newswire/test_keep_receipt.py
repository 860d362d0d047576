"""How long a receipt lasts, and what is left of it."""

import pytest

from commonwire.newswire.keep_receipt import extend_receipt, forget_receipt
from commonwire.newswire.models import Post
from commonwire.newswire.reactions import forget_old_receipts
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_it_opens_within_its_time_only(frozen: Clock) -> None:
    make.site(receipt_hours=72)
    post = make.post(receipt=make.RECEIPT)
    assert post.opened_by(make.RECEIPT)
    assert post.opened_by(make.RECEIPT.upper().replace(" ", ",  "))
    assert not post.opened_by("anchor basil copper drizzle ember fjords")
    assert not post.opened_by("")
    frozen.move(hours=71)
    assert post.opened_by(make.RECEIPT)
    frozen.move(hours=2)
    assert not post.opened_by(make.RECEIPT)


def test_a_post_without_a_receipt_opens_to_nobody() -> None:
    assert not make.post().opened_by("")


def test_thirty_days(frozen: Clock) -> None:
    post = extend_receipt(submission=make.post(receipt=make.RECEIPT))
    frozen.move(days=29)
    assert Post.objects.get().opened_by(make.RECEIPT)
    frozen.move(days=2)
    assert not post.opened_by(make.RECEIPT)


def test_forgotten_not_even_the_hash_is_left() -> None:
    forget_receipt(submission=make.post(receipt=make.RECEIPT))
    post = Post.objects.get()
    assert (bytes(post.receipt_salt), bytes(post.receipt_hash), post.receipt_until) == (b"", b"", None)


def test_the_round_forgets_what_has_ended(frozen: Clock) -> None:
    make.post(receipt=make.RECEIPT)
    frozen.move(hours=71)
    forget_old_receipts()
    assert bytes(Post.objects.get().receipt_hash) != b""
    frozen.move(hours=2)
    forget_old_receipts()
    assert bytes(Post.objects.get().receipt_hash) == b""
