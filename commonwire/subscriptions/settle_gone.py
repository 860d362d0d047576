"""Settle what its calendar no longer lists: it is cancelled, or it stays all the same."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.words import State
from commonwire.ledger.record import record
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.words import TakenState


@transaction.atomic
def settle_gone(*, taken: TakenEvent, cancel: bool, by: str = "") -> TakenEvent:
    row = TakenEvent.objects.select_for_update().get(pk=taken.pk)
    if row.state != TakenState.GONE or row.event is None:
        raise ValidationError(_("This does not wait any more: it is %(state)s.") % {"state": TakenState(row.state).label})
    if cancel and row.event.state != State.CANCELLED:
        cancel_event(event=row.event, note=_("Its organisers have taken it out of their calendar."), by=by)
    row.state, row.since = TakenState.KEPT, clock.hour()
    row.save(update_fields=["state", "since"])
    record("taken.settled", f"taken:{row.pk}", touched=["desk"], by=by, at=clock.hour() if by else None, cancelled=cancel)
    return row
