"""File an estimate of how many came, and change it by receipt."""

from datetime import datetime

from django.db import transaction

from commonwire.base.ids import public_id
from commonwire.coverage.keys import keys_of_estimate
from commonwire.coverage.models import Estimate
from commonwire.coverage.words import EstimateStanding
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.contributions import Sealed

SAID = ("low", "high", "method", "said_by", "source", "at", "note")


@transaction.atomic
def file_estimate(
    *,
    mobilization: Mobilization,
    low: int,
    high: int,
    method: str,
    said_by: str,
    rally: Rally | None = None,
    source: str = "",
    at: datetime | None = None,
    note: str = "",
    sealed: Sealed | None = None,
) -> Estimate:
    """Of a rally, or of the day as a whole when none is given."""
    sealed = sealed or Sealed("", public_id(), mobilization.post.language, held=False)
    said = {"low": low, "high": high, "method": method, "said_by": said_by, "source": source, "at": at, "note": note}
    estimate = Estimate.objects.create(**sealed.columns, mobilization=mobilization, rally=rally, **said)
    touched = ["desk"] if sealed.held else keys_of_estimate(mobilization, rally)
    record("estimate.held" if sealed.held else "estimate.added", f"estimate:{estimate.pk}", touched=touched, at=estimate.sent)
    return estimate


def change_estimate(estimate: Estimate, words: dict[str, object]) -> None:
    """Within a correction by receipt. What was confirmed were the old figures."""
    if any(getattr(estimate, name) != words[name] for name in SAID):
        estimate.standing = EstimateStanding.CLAIMED
    for name in SAID:
        setattr(estimate, name, words[name])


def blank_estimate(estimate: Estimate) -> None:
    """Within a withdrawal: the figures go with the words."""
    estimate.low = estimate.high = 0
    estimate.source = estimate.note = ""
    estimate.at, estimate.standing = None, EstimateStanding.CLAIMED
