"""Accept: what a calendar says becomes an event of this site, signed by the calendar, or changes the one it became before."""

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import place_event
from commonwire.ledger.record import record
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.rules import must_be_changeable
from commonwire.subscriptions.details import details_of, wording_of
from commonwire.subscriptions.following import follow_change, follow_dates
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.reading.taken import Taken, from_json
from commonwire.subscriptions.twins import NEAR, point_out_twins
from commonwire.subscriptions.words import TakenState
from commonwire.taxonomy.models import Region, Topic


@transaction.atomic
def accept_taken(
    *, taken: TakenEvent, regions: Sequence[Region] | None = None, topics: Sequence[Topic] | None = None, by: str = ""
) -> Event:
    """Regions and topics are those of its source unless given. ValidationError, in a sentence, when no event can come of it."""
    row = TakenEvent.objects.select_for_update().get(pk=taken.pk)
    if row.state in (TakenState.ACCEPTED, TakenState.KEPT) and row.event:
        return row.event
    if row.followed is not None and row.event is None:
        raise ValidationError(_("Its event was withdrawn, so it is not published again."))
    said = row.taken
    event = _followed(row, row.event, said, by) if row.event else _published(row, said, regions, topics, by)
    if event.sequence < said.sequence:  # a reader who knows the original must not take ours for an older version
        event.sequence = said.sequence
        event.save(update_fields=["sequence"])
    row.event, row.twin, row.followed = event, None, row.said
    row.state, row.since, row.doubtful = TakenState.ACCEPTED, clock.hour(), False
    row.save()
    _warn_others(row, event)
    record("taken.accepted", f"taken:{row.pk}", touched=["desk"], by=by, at=clock.hour() if by else None)
    return event


def _followed(row: TakenEvent, event: Event, said: Taken, by: str) -> Event:
    must_be_changeable(event.post)
    if row.followed is None:
        raise ValidationError(_("This event was not taken from its calendar, so it is not changed by it."))
    return follow_change(event, from_json(row.followed), said, row.source, by)


def _published(row: TakenEvent, said: Taken, regions: Sequence[Region] | None, topics: Sequence[Topic] | None, by: str) -> Event:
    wording = wording_of(said, row.source)
    if regions is not None:
        wording = replace(wording, regions=regions)
    if topics is not None:
        wording = replace(wording, topics=topics)
    details = details_of(said) | {"state": said.state, "uid": _uid(row)}

    def attach(post: Post) -> None:
        post.plain = True  # no sign in somebody's calendar is markup
        post.save(update_fields=["plain"])
        place_event(post=post, details=details)

    post = publish_post(wording=wording, public_id=row.public_id, attach=attach)
    event = Event.objects.select_related("post").get(post=post)
    follow_dates(event, said, by=by)
    return event


def _uid(row: TakenEvent) -> str:
    """Its own, so that a reader who follows both calendars sees one event; none when another event of this site has it already."""
    uid = f"{row.uid[:220]}/{row.recurrence}" if row.recurrence else row.uid
    return "" if Event.objects.filter(uid=uid).exists() else uid


def _warn_others(row: TakenEvent, event: Event) -> None:
    """What waits beside it and looks like the same event is not accepted without a look."""
    waiting = TakenEvent.objects.filter(state=TakenState.HELD, starts__range=(event.starts - NEAR, event.starts + NEAR), twin=None)
    same = TakenEvent.objects.filter(state=TakenState.HELD, uid=row.uid, recurrence=row.recurrence, twin=None)
    others = [each for each in (waiting | same) if each.pk != row.pk]
    marked = {each.pk: each for each in point_out_twins(event, others)}
    for each in others:
        if each.uid == row.uid and each.recurrence == row.recurrence:
            each.twin = event
            marked[each.pk] = each
    TakenEvent.objects.bulk_update(marked.values(), ["twin"])
