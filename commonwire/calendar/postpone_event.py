"""Postpone: an event, or one date of a series, will take place at another time that nobody knows yet."""

from django.db import transaction

from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.turning import turn
from commonwire.calendar.words import State


@transaction.atomic
def postpone_event(*, event: Event, occurrence: Occurrence | None = None, note: str = "", by: str = "") -> Event:
    """`note` says why, or what is known of the new time. A new time ends it: see `move_event` and `change_date`."""
    return turn(event=event, date=occurrence, state=State.POSTPONED, note=note, by=by, verb="event.postponed")
