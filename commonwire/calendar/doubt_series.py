"""Doubt: nobody has confirmed a series for so long that its pages must say so. What makes it so is time; this only tells the pages."""

from django.db import transaction

from commonwire.calendar.keys import event_keys, soon
from commonwire.calendar.models import Event
from commonwire.ledger.record import record


@transaction.atomic
def doubt_series(*, event: Event) -> None:
    """Safe to call twice."""
    if Event.objects.filter(pk=event.pk, unconfirmed=False).update(unconfirmed=True):
        record("event.unconfirmed", f"event:{event.pk}", touched=event_keys(event, soon(event)))
