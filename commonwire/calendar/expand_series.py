"""Let a series go on: its dates stand as rows two years ahead, and as time passes more of them do."""

from django.db import transaction

from commonwire.calendar.dates import add_dates
from commonwire.calendar.keys import event_keys
from commonwire.calendar.models import Event
from commonwire.ledger.record import record


@transaction.atomic
def expand_series(*, event: Event) -> Event:
    event = Event.objects.select_for_update().select_related("post").get(pk=event.pk)
    fresh = add_dates(event)
    event.save(update_fields=["expanded_until"])
    if fresh:
        record("event.expanded", f"event:{event.pk}", touched=event_keys(event, fresh))
    return event
