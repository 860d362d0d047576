"""Give a post its time and place, move it, or take both away.

Every change of time, place or state counts up the sequence that calendar programs compare, and is said to readers.
"""

from django.db import transaction

from commonwire.base import clock
from commonwire.calendar.dates import lay_dates, settle_series
from commonwire.calendar.keys import day_keys, event_keys, facet_keys
from commonwire.calendar.models import Event
from commonwire.calendar.whereabouts import PLACE, whereabouts
from commonwire.calendar.words import State
from commonwire.ledger.record import record
from commonwire.newswire.models import Post

WHEN = ("starts", "ends", "all_day", "zone", "rule", "further_dates", "left_out")
WHERE = (*PLACE, "precision", "exact_hours")
WORDS = ("place", "address", "neighbourhood", "city")
ABOUT = (
    *("type", "online_url", "organiser", "contact", "cost", "access_facts", "access", "spoken", "legal_help", "capacity"),
    *("uid", "state", "state_note"),
)
DETAILS = (*WHEN, *WHERE, *ABOUT)


@transaction.atomic
def place_event(*, post: Post, details: dict[str, object]) -> Event:
    """`details` holds any of DETAILS; `starts` and `zone` are needed. ValidationError when a rule is none, or gives no date."""
    event = Event(post=post, **{name: details[name] for name in DETAILS if name in details})
    settle_series(event)
    event.confirmed_at = clock.minute() if event.is_series else None
    event.save()
    lay_dates(event)
    event.save(update_fields=["expanded_until"])
    record("event.placed", f"event:{event.pk}", touched=event_keys(event))
    return event


@transaction.atomic
def move_event(*, post: Post, details: dict[str, object]) -> Event:
    """Change any of DETAILS. What was put off and gets a new hour takes place again."""
    event = Event.objects.select_for_update().select_related("post").get(post=post)
    before, shown = event_keys(event), _as_shown(event)
    old = {name: getattr(event, name) for name in DETAILS}
    for name in DETAILS:
        if name in details:
            setattr(event, name, details[name])
    settle_series(event)
    changed = [name for name in DETAILS if getattr(event, name) != old[name]]
    if changed:
        _remember_what_was(event, old, shown, changed)
        event.save()
        lay_dates(event)
        event.save(update_fields=["expanded_until"])
    record("event.moved", f"event:{event.pk}", touched={*before, *event_keys(event)}, fields=changed)
    return event


@transaction.atomic
def remove_event(*, post: Post) -> None:
    """The author withdraws: place, contact and hours go with the text."""
    event = Event.objects.filter(post=post).first()
    if event:
        touched = [*day_keys(event.occurrences.all()), *facet_keys(event), "kind:event", post.key]
        event.delete()
        record("event.removed", post.key, touched=touched)


def _as_shown(event: Event) -> str:
    """Where readers believe it to be."""
    first = event.occurrences.filter(changed=False).order_by("starts").first()
    if first is None:
        return ""
    first.event = event
    return whereabouts(first).line


def _remember_what_was(event: Event, old: dict[str, object], shown: str, changed: list[str]) -> None:
    """Readers are told of another time and another place; of a better telephone number they need not be."""
    if not {*WHEN, *WHERE, "state", "online_url"} & set(changed):
        return
    event.sequence += 1
    event.changed_at = clock.minute()
    if "starts" in changed:
        event.previous_starts = None if event.previous_starts == event.starts else old["starts"]  # type: ignore[assignment]
        if event.state == State.POSTPONED and "state" not in changed:
            event.state, event.state_note = State.SCHEDULED, ""
    if {"precision", "exact_hours"} & set(changed):
        event.previous_place = ""  # what is kept back from now on shall not stand struck out
        event.occurrences.update(previous_place="")
    elif any(old[name] for name in WORDS if name in changed):  # more about the same place is no other place
        event.previous_place = shown[:200]
    event.confirmed_at, event.unconfirmed = (clock.minute(), False) if event.is_series else (None, False)
