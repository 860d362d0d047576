"""Correct a contribution: its author mends it with the receipt. The old words are gone."""

from typing import TypeVar

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.newswire.contributions import Words, registered
from commonwire.newswire.erasing import leave_no_trace
from commonwire.newswire.rules import must_be_changeable
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility

Any = TypeVar("Any", bound=Submission)


@transaction.atomic
def correct_submission(*, submission: Any, words: Words, held: bool = False) -> Any:
    """Change its words; `held` puts what is shown back before the desk."""
    contribution = registered(submission)
    submission.lock()
    must_be_changeable(submission)
    before = contribution.keys(submission)
    contribution.change(submission, words)
    if held and submission.is_shown:
        submission.visibility = Visibility.HELD
    if submission.receipt_until is not None and contribution.lasts:
        submission.receipt_until = max(submission.receipt_until, contribution.lasts(submission))
    submission.save()
    leave_no_trace()
    touched = {*before, *contribution.keys(submission), "desk"}
    record(f"{contribution.noun}.corrected", f"{contribution.noun}:{submission.pk}", touched=touched)
    return submission
