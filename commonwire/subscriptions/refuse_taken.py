"""Refuse: an event of another calendar is not for this site, or a change of one is not followed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.words import TakenState


@transaction.atomic
def refuse_taken(*, taken: TakenEvent, by: str = "") -> TakenEvent:
    """It is not proposed again, whatever its calendar says of it later. Of a change only this one is refused."""
    row = TakenEvent.objects.select_for_update().get(pk=taken.pk)
    if row.state not in (TakenState.HELD, TakenState.CHANGED, TakenState.DUPLICATE):
        raise ValidationError(_("This does not wait any more: it is %(state)s.") % {"state": TakenState(row.state).label})
    row.state = TakenState.ACCEPTED if row.state == TakenState.CHANGED else TakenState.REFUSED
    row.since, row.twin = clock.hour(), None
    row.save(update_fields=["state", "since", "twin"])
    record("taken.refused", f"taken:{row.pk}", touched=["desk"], by=by, at=clock.hour() if by else None)
    return row
