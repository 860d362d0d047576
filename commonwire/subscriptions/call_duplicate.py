"""Call it a duplicate: the event is here already, sent in by somebody else or by another calendar."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.models import Event
from commonwire.ledger.record import record
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.words import TakenState


@transaction.atomic
def call_duplicate(*, taken: TakenEvent, of: Event, by: str = "") -> TakenEvent:
    """The event itself is left as it is: who sent it in keeps the say over it."""
    row = TakenEvent.objects.select_for_update().get(pk=taken.pk)
    if row.state not in (TakenState.HELD, TakenState.REFUSED):
        raise ValidationError(_("This does not wait any more: it is %(state)s.") % {"state": TakenState(row.state).label})
    row.state, row.since, row.twin = TakenState.DUPLICATE, clock.hour(), of
    row.save(update_fields=["state", "since", "twin"])
    record("taken.called_duplicate", f"taken:{row.pk}", touched=["desk"], by=by, at=clock.hour() if by else None)
    return row
