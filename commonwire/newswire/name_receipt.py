"""Further receipts that open the same post, each with the name of whoever gets it, so that one can be taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock, receipts
from commonwire.base.text import clean_line
from commonwire.ledger.record import record
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.keep_receipt import LONGER, receipt_end
from commonwire.newswire.models import NamedReceipt, Post
from commonwire.newswire.rules import must_be_changeable

MOST = 50
LONGEST_NAME = 60


@transaction.atomic
def name_receipt(*, post: Post, name: str) -> str:
    """Six words that open this post, told once and kept nowhere. The name stands in no ledger; choose one that names nobody to others."""
    post.lock()
    must_be_changeable(post)
    name = clean_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise ValidationError(_("Give a name of at most %(most)d characters, to tell the receipts apart.") % {"most": LONGEST_NAME})
    there = set(post.named_receipts.values_list("name", flat=True))
    if name in there:
        raise ValidationError(_("There is a receipt of this name already. Revoke it, or choose another name."))
    if len(there) >= MOST:
        raise ValidationError(_("There are %(most)d named receipts, which is the most. Revoke one first.") % {"most": MOST})
    words = receipts.new_receipt()
    salt, sealed = receipts.seal(words)
    until = max(receipt_end(post), clock.minute() + LONGER)
    NamedReceipt.objects.create(post=post, name=name, salt=salt, hash=sealed, until=until)
    record("receipt.named", post.key)
    return words


@transaction.atomic
def revoke_receipt(*, post: Post, name: str) -> None:
    """From now on it opens nothing; neither name nor hash is left."""
    taken, _rows = post.named_receipts.filter(name=name).delete()
    if not taken:
        raise ValidationError(_("There is no receipt of this name."))
    leave_no_trace()
    record("receipt.revoked", post.key)
