"""Confirm: the organisers of a series say that it goes on."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.keys import event_keys, soon
from commonwire.calendar.models import Event
from commonwire.ledger.record import record
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.rules import must_be_changeable


@transaction.atomic
def confirm_series(*, event: Event, by: str = "") -> Event:
    """By its author, with the receipt, it renews the receipt too: who confirms four times a year keeps it for as long as the series."""
    must_be_changeable(event.post)
    if not event.is_series:
        raise ValidationError(_("Only a series can be confirmed."))
    event.confirmed_at, event.unconfirmed = clock.minute(), False
    event.save(update_fields=["confirmed_at", "unconfirmed"])
    if not by:
        let_receipt_last(post=event.post)
    record("event.confirmed", f"event:{event.pk}", touched=event_keys(event, soon(event)), by=by, at=clock.hour() if by else None)
    return event
