"""Reinstate: what was cancelled or postponed takes place after all, at the hour that it had."""

from django.db import transaction

from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.turning import turn
from commonwire.calendar.words import State


@transaction.atomic
def reinstate_event(*, event: Event, occurrence: Occurrence | None = None, note: str = "", by: str = "") -> Event:
    """ValidationError when it was neither cancelled nor postponed."""
    return turn(event=event, date=occurrence, state=State.SCHEDULED, note=note, by=by, verb="event.reinstated")
