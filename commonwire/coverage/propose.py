"""Propose a report for a day of action; an editor confirms or refuses it."""

from django.db import transaction

from commonwire.coverage.models import Proposal
from commonwire.coverage.proposing import Judged
from commonwire.coverage.words import ProposalState
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.models import Post


@transaction.atomic
def propose_coverage(*, mobilization: Mobilization, post: Post, judged: Judged) -> Proposal | None:
    """None when it is not enough, was refused, or belongs already. An open proposal takes the newer judgement, or goes."""
    known = Proposal.objects.select_for_update().filter(mobilization=mobilization, post=post).first()
    if known and known.state != ProposalState.OPEN:
        return None
    if not judged.is_enough or Belonging.objects.filter(mobilization=mobilization, post=post).exists():
        if known:
            known.delete()
            record("coverage.no_longer_proposed", post.key, touched=["desk"])
        return None
    said = {"score": judged.score, "reasons": [list(reason) for reason in judged.reasons], "rally_id": judged.rally}
    if known and all(getattr(known, name) == value for name, value in said.items()):
        return known
    proposal, _ = Proposal.objects.update_or_create(mobilization=mobilization, post=post, defaults=said)
    record("coverage.proposed", f"proposal:{proposal.pk}", touched=["desk"])
    return proposal
