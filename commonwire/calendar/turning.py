"""How an event, or one date of a series, comes into another state. For the verbs that cancel, postpone and reinstate."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.keys import ahead, event_keys
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.words import State
from commonwire.ledger.record import record
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.rules import must_be_changeable


@transaction.atomic
def turn(*, event: Event, date: Occurrence | None, state: State, note: str, by: str, verb: str) -> Event:
    """An event that happens once has no date apart from itself."""
    event = Event.objects.select_for_update().select_related("post").get(pk=event.pk)
    must_be_changeable(event.post)
    date = event.occurrences.get(pk=date.pk) if date and event.is_series else None
    held = date or event
    if held.state == state:
        raise ValidationError(_("It already is: %(state)s.") % {"state": state.label})
    held.state = state
    if date:
        date.event = event
        date.note, date.changed = note, state != State.SCHEDULED or date.starts != date.original or date.is_elsewhere
        date.save(update_fields=["state", "note", "changed"])
    else:
        event.state_note = note
    count_change(event)
    if not by:  # what its author does renews the receipt, what the desk does leaves it
        let_receipt_last(post=event.post)
    dates = [date] if date else ahead(event)
    record(verb, f"event:{event.pk}", touched=event_keys(event, dates), by=by, at=clock.hour() if by else None, state=state.value)
    return event


def count_change(event: Event) -> None:
    """Calendar programs see a higher sequence, feeds and pages a later update."""
    event.sequence += 1
    event.changed_at = clock.minute()
    event.save()
    tell_post(event)


def tell_post(event: Event) -> None:
    """Whoever follows the post learns that something is new, unless nobody has seen it yet."""
    if event.post.path:
        event.post.updated = clock.minute()
        event.post.save(update_fields=["updated"])
