"""Confirm that whoever an estimate names did say it, or take that back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.coverage.keys import keys_of_estimate
from commonwire.coverage.models import Estimate
from commonwire.coverage.words import EstimateStanding
from commonwire.ledger.record import record


@transaction.atomic
def confirm_estimate(*, estimate: Estimate, by: str = "") -> Estimate:
    """An editor has seen the source. Asking twice does it once."""
    return _stand(estimate, EstimateStanding.CONFIRMED, "confirmed", by)


@transaction.atomic
def doubt_estimate(*, estimate: Estimate, by: str = "") -> Estimate:
    """It stands again as what a reader filed."""
    return _stand(estimate, EstimateStanding.CLAIMED, "doubted", by)


def _stand(estimate: Estimate, standing: EstimateStanding, act: str, by: str) -> Estimate:
    estimate.lock()
    if not estimate.is_shown:
        raise ValidationError(_("This estimate is not shown."))
    if estimate.standing == standing:
        return estimate
    estimate.standing = standing
    estimate.save(update_fields=["standing"])
    record(f"estimate.{act}", f"estimate:{estimate.pk}", touched=keys_of_estimate(estimate.mobilization, estimate.rally), by=by)
    return estimate
