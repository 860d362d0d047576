"""Give a post its time and place, or move it. Every change of time or place counts up the sequence that calendar programs compare."""

from django.db import transaction

from commonwire.calendar.models import Event, Occurrence
from commonwire.ledger.record import record
from commonwire.newswire.models import Post
from commonwire.newswire.queries import keys_of

DETAILS = ("starts", "ends", "zone", "place", "address", "online_url", "organiser", "contact", "cost", "access")


@transaction.atomic
def place_event(*, post: Post, details: dict[str, object]) -> Event:
    """`details` holds any of DETAILS; `starts` and `zone` are needed."""
    event = Event.objects.create(post=post, **{name: details[name] for name in DETAILS if name in details})
    _date(event)
    record("event.placed", f"event:{event.pk}", touched=_touched(event))
    return event


@transaction.atomic
def move_event(*, post: Post, details: dict[str, object]) -> Event:
    event = Event.objects.get(post=post)
    before = _touched(event)
    changed = [name for name in DETAILS if name in details and getattr(event, name) != details[name]]
    for name in changed:
        setattr(event, name, details[name])
    if changed:
        event.sequence += 1
        event.save()
        _date(event)
    record("event.moved", f"event:{event.pk}", touched={*before, *_touched(event)}, fields=changed)
    return event


@transaction.atomic
def remove_event(*, post: Post) -> None:
    """The author withdraws: place, contact and hours go with the text."""
    event = Event.objects.filter(post=post).first()
    if event:
        days = _days(event)
        event.delete()
        record("event.removed", post.key, touched=[*days, "kind:event", post.key])


def _touched(event: Event) -> list[str]:
    return [*_days(event), *keys_of(event.post)] if event.post.is_shown else [event.post.key]


def _date(event: Event) -> None:
    """An event that happens once has one date."""
    event.occurrences.all().delete()
    Occurrence.objects.create(event=event, original=event.starts, starts=event.starts, ends=event.ends, day=event.day)


def _days(event: Event) -> list[str]:
    return sorted({key for date in event.occurrences.all() for key in date.day_keys})
