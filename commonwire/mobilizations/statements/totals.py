"""How many people stand behind a call, as far as it can be known: of the bodies whose word was confirmed or proven."""

from dataclasses import dataclass

from django.db.models import Q

from commonwire.mobilizations.models import Statement
from commonwire.mobilizations.statements.lists import Said
from commonwire.mobilizations.statements.provable import provable
from commonwire.mobilizations.words import Standing
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.proofs import proofs_of_many
from commonwire.organisations.totals import Totals, total


@dataclass(frozen=True)
class Behind:
    """`totals` are of those confirmed alone: anyone can send in the name of a large body."""

    totals: Totals
    confirmed: int
    unconfirmed: int

    @property
    def sentence(self) -> str:
        return self.totals.sentence


def behind(said: Said) -> Behind:
    """Of the bodies that have a profile; whoever has none states no size. A fixed number of queries."""
    proven = _proven(said)
    sure = said.standing().filter(standing=Standing.CONFIRMED)
    profiles = Q(pk__in=sure.order_by().values("organisation")) | Q(pk__in=[each.organisation_id or 0 for each in proven])
    shown = Organisation.objects.filter(profiles, visibility=Visibility.SHOWN).only("id")  # thousands, and only counted
    confirmed = sure.count() + len(proven)
    return Behind(total(shown), confirmed, said.standing().count() - confirmed)


def _proven(said: Said) -> list[Statement]:
    """Those that no member confirmed and that a proof which still holds says are theirs."""
    claimed = said.standing().exclude(standing=Standing.CONFIRMED)
    asked = Proof.objects.filter(statement__in=claimed.values("public_id"), proven__isnull=False, lost=None).values("statement")
    some = list(claimed.filter(public_id__in=asked).select_related(*said.related))
    found = proofs_of_many(provable(each, said.mobilization) for each in some)
    return [each for each in some if any(proof.counts for proof in found.get(each.public_id, []))]
