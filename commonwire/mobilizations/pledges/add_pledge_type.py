"""Say what is promised: a pledge with its name and its terms."""

from django.db import transaction

from commonwire.base.text import slug
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization, PledgeType
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import PLEDGES


@transaction.atomic
def add_pledge_type(*, mobilization: Mobilization, name: str, terms: str = "", source: str = "", by: str = "") -> PledgeType:
    """The same name again changes the terms."""
    short = slug(name, 60)
    count = mobilization.pledge_types.count()
    known = mobilization.pledge_types.filter(slug=short).first()
    pledge_type = known or PledgeType(mobilization=mobilization, slug=short, position=count + 1)
    if known and (known.name, known.terms) == (name, terms):
        return known
    pledge_type.name, pledge_type.terms = name, terms
    pledge_type.source = source or pledge_type.source
    pledge_type.save()
    record("pledge-type.added", f"pledge-type:{pledge_type.pk}", touched=keys_of(mobilization, PLEDGES), by=by)
    return pledge_type
