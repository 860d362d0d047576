"""Contribute: keep what somebody sends in about something, with its receipt."""

from django.db import IntegrityError, transaction

from commonwire.newswire.contributions import Contribution, Sealed, Words
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.submission import Submission
from commonwire.site.queries import the_site


def contribute(*, contribution: Contribution, about: object, words: Words, sealed: Sealed) -> Submission:
    """Call the room's verb and seal the receipt. The same `public_id` gives the same row, however often it is sent."""
    try:
        return _contribute(contribution, about, words, sealed)
    except IntegrityError:
        known = contribution.model._default_manager.filter(public_id=sealed.public_id).first()
        if known is None:
            raise
        return known  # the same draft came twice at once, and the other was quicker


@transaction.atomic
def _contribute(contribution: Contribution, about: object, words: Words, sealed: Sealed) -> Submission:
    known = contribution.model._default_manager.filter(public_id=sealed.public_id).first()
    if known is not None:
        return known
    made = contribution.make(about, words, sealed)
    least = receipt_lasts(the_site())
    made.keep_receipt(sealed.receipt, max(least, contribution.lasts(made)) if contribution.lasts else least)
    made.save(update_fields=["receipt_salt", "receipt_hash", "receipt_until"])
    return made
