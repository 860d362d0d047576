"""Note that a rally in a place was spoken of, although nobody has announced its hour yet: readers are asked to add it."""

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization, NamedRally
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import RALLIES


@transaction.atomic
def name_rally(*, mobilization: Mobilization, place: str, source: str = "", by: str = "") -> NamedRally:
    """The same place again changes its source."""
    named, _new = NamedRally.objects.update_or_create(mobilization=mobilization, place=place, defaults={"source": source})
    record("rally.named", f"mobilization:{mobilization.pk}", touched=keys_of(mobilization, RALLIES), by=by)
    return named
