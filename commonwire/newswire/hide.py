"""Hide, in the open: a reason from the policy and a sentence; unhiding gives the old standing back."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.newswire.models import Post
from commonwire.newswire.queries import keys_of_submission
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.site.models import PolicyParagraph

Any = TypeVar("Any", bound=Submission)
CHANGED = ("visibility", "hidden_by", "hidden_because", "hidden_at")


@transaction.atomic
def hide(*, submission: Any, paragraph: PolicyParagraph, sentence: str = "", by: str = "") -> Any:
    """Hide a post, a part, a comment or a contribution. ValidationError when it is over or was never shown and is not held."""
    submission.lock()
    if submission.visibility not in (Visibility.SHOWN, Visibility.HELD, Visibility.EMBARGOED):
        raise ValidationError(_("This cannot be hidden: it is %(state)s.") % {"state": Visibility(submission.visibility).label})
    submission.visibility = Visibility.HIDDEN
    submission.hidden_by = paragraph
    submission.hidden_because = sentence or paragraph.sentence
    submission.hidden_at = clock.hour()
    submission.save(update_fields=CHANGED)
    record(
        f"{_noun(submission)}.hidden",
        f"{_noun(submission)}:{submission.pk}",
        touched=_touched(submission),
        by=by,
        reason=paragraph.code,
    )
    return submission


@transaction.atomic
def unhide(*, submission: Any, by: str = "") -> Any:
    """Show again what was hidden."""
    submission.lock()
    if submission.visibility != Visibility.HIDDEN:
        raise ValidationError(_("This is not hidden."))
    submission.visibility = Visibility.HELD if isinstance(submission, Post) and not submission.path else Visibility.SHOWN
    submission.hidden_by, submission.hidden_because, submission.hidden_at = None, "", None
    submission.save(update_fields=CHANGED)
    record(f"{_noun(submission)}.unhidden", f"{_noun(submission)}:{submission.pk}", touched=_touched(submission), by=by)
    return submission


def _noun(submission: Submission) -> str:
    return str(submission._meta.model_name)


def _touched(submission: Submission) -> list[str]:
    return [*keys_of_submission(submission), "hidden", "desk"]
