"""Stop following a calendar, and forget what waits of it."""

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.subscriptions.models import Source


@transaction.atomic
def drop_source(*, source: Source, by: str = "") -> None:
    """Its events that were accepted stay, as events of this site."""
    pk = source.pk
    source.delete()
    record("source.dropped", f"source:{pk}", touched=["desk"], by=by, at=clock.hour())
