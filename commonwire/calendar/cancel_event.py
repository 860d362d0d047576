"""Cancel: an event, or one date of a series, does not take place. It stays where it was, and says so."""

from django.db import transaction

from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.turning import turn
from commonwire.calendar.words import State


@transaction.atomic
def cancel_event(*, event: Event, occurrence: Occurrence | None = None, note: str = "", by: str = "") -> Event:
    """`note` says why. ValidationError when it is cancelled already, or its post is over."""
    return turn(event=event, date=occurrence, state=State.CANCELLED, note=note, by=by, verb="event.cancelled")
