"""How long a receipt lasts: the collective's hours, or what a kind's room says; the author extends it, or has it forgotten at once."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.kinds import EXTRAS
from commonwire.newswire.models import NamedReceipt, Post
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.submission import Submission
from commonwire.site.queries import the_site

LONGER = timedelta(days=30)
Any = TypeVar("Any", bound=Submission)


def receipt_end(post: Post) -> datetime:
    """As its kind's room says, but never sooner than the collective's hours from now."""
    extra, least = EXTRAS.get(post.kind), receipt_lasts(the_site())
    return max(least, extra.lasts(post)) if extra and extra.lasts else least


def let_receipt_last(*, post: Post) -> None:
    """Let the receipt follow its post: rooms call this when an event was moved. One that has ended, or was forgotten, stays so.

    It writes no line of its own: it is part of the act that moved the post.
    """
    extra = EXTRAS.get(post.kind)
    if extra is None or extra.lasts is None:
        return
    end = receipt_end(post)
    if post.receipt_until is not None:
        post.receipt_until = end
    Post.objects.filter(pk=post.pk, receipt_until__isnull=False).update(receipt_until=end)
    NamedReceipt.objects.filter(post=post, until__lt=end).update(until=end)


@transaction.atomic
def extend_receipt(*, submission: Any) -> Any:
    submission.lock()
    submission.receipt_until = max(filter(None, [submission.receipt_until, clock.minute() + LONGER]))
    submission.save(update_fields=["receipt_until"])
    record("receipt.extended", f"{submission._meta.model_name}:{submission.pk}")
    return submission


@transaction.atomic
def forget_receipt(*, submission: Any) -> Any:
    """After this nobody can show who wrote it: not even the hash is left."""
    submission.forget_receipt()
    submission.save(update_fields=["receipt_salt", "receipt_hash", "receipt_until"])
    record("receipt.forgotten", f"{submission._meta.model_name}:{submission.pk}")
    return submission
