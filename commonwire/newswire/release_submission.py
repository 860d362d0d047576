"""Let a contribution out that was held for the desk."""

from typing import TypeVar

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.newswire.contributions import registered
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility

Any = TypeVar("Any", bound=Submission)


@transaction.atomic
def release_submission(*, submission: Any, by: str = "") -> Any:
    """Show it; asking twice does it once. When it was sent stays said to the hour."""
    contribution = registered(submission)
    submission.lock()
    if submission.visibility == Visibility.HELD:
        submission.visibility = Visibility.SHOWN
        submission.save(update_fields=["visibility"])
        subject = f"{contribution.noun}:{submission.pk}"
        record(f"{contribution.noun}.released", subject, touched=[*contribution.keys(submission), "desk"], by=by)
    return submission
