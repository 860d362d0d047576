"""Reveal: the hour has come from which the exact place of a date is shown."""

from django.db import transaction

from commonwire.calendar.keys import event_keys
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.turning import tell_post
from commonwire.ledger.record import record


@transaction.atomic
def reveal_place(*, occurrence: Occurrence) -> None:
    """Safe to call twice. The ledger says that it was revealed, never the place."""
    event = Event.objects.select_for_update().select_related("post").get(pk=occurrence.event_id)
    if not Occurrence.objects.filter(pk=occurrence.pk, is_exact=False).update(is_exact=True):
        return
    event.sequence += 1
    event.save(update_fields=["sequence"])
    if event.post.is_shown:
        tell_post(event)
    record("event.revealed", f"event:{event.pk}", touched=event_keys(event, [occurrence]))
