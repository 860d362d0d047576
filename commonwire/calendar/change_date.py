"""Change one date of a series: other hours, another place. The others stay as they are."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.dates import set_exactness
from commonwire.calendar.keys import event_keys
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.turning import count_change
from commonwire.calendar.whereabouts import PLACE, whereabouts
from commonwire.calendar.words import State
from commonwire.ledger.record import record
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.rules import must_be_changeable


@transaction.atomic
def change_date(
    *,
    occurrence: Occurrence,
    starts: datetime | None = None,
    ends: datetime | None = None,
    elsewhere: dict[str, Any] | None = None,
    note: str = "",
    by: str = "",
) -> Occurrence:
    """`starts` and `ends` in UTC; without `ends` it lasts as long as before. `elsewhere` holds any of PLACE; {} leads back to the usual
    place, None leaves it. A date that was postponed and gets an hour takes place again."""
    event = Event.objects.select_for_update().select_related("post").get(pk=occurrence.event_id)
    must_be_changeable(event.post)
    if not event.is_series:
        raise ValidationError(_("This event has one date only: correct the event itself."))
    date = Occurrence.objects.get(pk=occurrence.pk)
    date.event = event
    before = event_keys(event, [date])
    if starts:
        _move(date, starts, ends)
    if elsewhere is not None:
        date.previous_place = whereabouts(date).line[:200]
        date.elsewhere = {name: elsewhere[name] for name in PLACE if elsewhere.get(name) not in (None, "")} or None
    date.note = note
    date.changed = bool(date.starts != date.original or date.elsewhere or date.state != State.SCHEDULED or date.note)
    date.save()
    count_change(event)
    let_receipt_last(post=event.post)  # by whomever: the receipt goes with the last date
    record("event.date_changed", f"event:{event.pk}", touched={*before, *event_keys(event, [date])}, by=by, at=clock.hour() if by else None)
    return date


def _move(date: Occurrence, starts: datetime, ends: datetime | None) -> None:
    length = date.ends - date.starts if date.ends else None
    if starts != date.starts:
        date.previous_starts = None if date.previous_starts == starts else date.starts
        if date.state == State.POSTPONED:
            date.state = State.SCHEDULED
    date.starts, date.ends = starts, ends or (starts + length if length is not None else None)
    date.day = starts.astimezone(date.event.zoneinfo).date()
    set_exactness(date.event, date)
