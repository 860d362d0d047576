"""The author decides how long the receipt lasts: thirty days, or forgotten at once."""

from datetime import timedelta
from typing import TypeVar

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.submission import Submission

LONGER = timedelta(days=30)
Any = TypeVar("Any", bound=Submission)


@transaction.atomic
def extend_receipt(*, submission: Any) -> Any:
    submission.lock()
    submission.receipt_until = clock.minute() + LONGER
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
