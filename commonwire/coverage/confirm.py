"""Confirm that a report belongs to a day of action, or refuse it for good."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.coverage.keys import keys_of_report
from commonwire.coverage.models import Proposal
from commonwire.coverage.words import ProposalState
from commonwire.ledger.record import record
from commonwire.mobilizations.belong import leave, let_belong
from commonwire.mobilizations.models import Belonging


@transaction.atomic
def confirm_coverage(*, proposal: Proposal, by: str = "") -> Proposal:
    """The report belongs to the day, and to the rally it was proposed for. Asking twice does it once."""
    proposal = _locked(proposal)
    if proposal.state == ProposalState.CONFIRMED:
        return proposal
    if not proposal.post.is_shown or not proposal.mobilization.post.is_shown:
        raise ValidationError(_("This report is no longer shown."))
    how = Belonging.How.EDITOR
    let_belong(post=proposal.post, mobilization=proposal.mobilization, rally=proposal.rally, how=how, by=by)
    proposal.state = ProposalState.CONFIRMED
    proposal.save(update_fields=["state"])
    record("coverage.confirmed", f"proposal:{proposal.pk}", touched=_touched(proposal), by=by)
    return proposal


@transaction.atomic
def refuse_coverage(*, proposal: Proposal, by: str = "") -> Proposal:
    """It is never proposed again; one that an editor had confirmed leaves the day."""
    proposal = _locked(proposal)
    if proposal.state == ProposalState.REFUSED:
        return proposal
    touched = ["desk"]
    if proposal.state == ProposalState.CONFIRMED:
        touched = _touched(proposal)
        leave(post=proposal.post, mobilization=proposal.mobilization, by=by)
    proposal.state = ProposalState.REFUSED
    proposal.save(update_fields=["state"])
    record("coverage.refused", f"proposal:{proposal.pk}", touched=touched, by=by)
    return proposal


def _locked(proposal: Proposal) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("mobilization__post", "post", "rally__post")
    return rows.get(pk=proposal.pk)


def _touched(proposal: Proposal) -> list[str]:
    rallies = [proposal.rally] if proposal.rally else []
    return [*keys_of_report(proposal.post, [proposal.mobilization], rallies), "desk"]
