"""Withdraw a contribution: its author takes it back, and its words are erased at once."""

from typing import TypeVar

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.newswire.contributions import registered
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility

Any = TypeVar("Any", bound=Submission)


@transaction.atomic
def withdraw_submission(*, submission: Any) -> Any:
    """Erase everything but the fact. Cannot be undone."""
    contribution = registered(submission)
    submission.lock()
    if submission.is_over:
        return submission
    touched = contribution.keys(submission)
    contribution.erase(submission)
    submission.byline = submission.dated = submission.hidden_because = ""
    submission.hidden_by, submission.visibility = None, Visibility.WITHDRAWN
    submission.forget_receipt()
    submission.save()
    leave_no_trace()
    record(f"{contribution.noun}.withdrawn", f"{contribution.noun}:{submission.pk}", touched=[*touched, "desk"])
    return submission
