"""Events, the changes that they went through, and what readers said of them."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.models import Event, Happening, Occurrence
from commonwire.calendar.place_event import move_event, place_event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.rules import takes_word
from commonwire.calendar.tell_happened import tell_happened
from commonwire.mobilizations.belong import let_belong
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.wording import Wording
from commonwire.ops.demo import nouns
from commonwire.ops.demo.loading.town import Town

TURNED = {"cancelled": cancel_event, "postponed": postpone_event}
SAME = ("type", "precision", "exact_hours", "neighbourhood", "city", "contact", "cost", "spoken", "legal_help", "capacity")


def load_event(town: Town, given: nouns.Event) -> Post:
    wording = Wording(
        headline=given.title,
        body=given.description,
        byline=given.organizer,
        language=given.language,
        kind="event",
        related_url="" if given.online else given.url,
        regions=town.regions_of(given.regions),
        topics=town.topics_of(given.topics),
    )
    files = [town.pictures.take(given.picture, alt=given.alt)] if given.picture else []
    details = _details(town, given)

    def attach(post: Post) -> None:
        place_event(post=post, details=details | _at_first(town, given))
        if given.action:
            let_belong(post=post, mobilization=town.actions[given.action])

    post = publish_post(wording=wording, files=files, published=_announced(town, given), attach=attach)
    if given.first:
        move_event(post=post, details=details)
    event = Event.objects.select_related("post").get(post=post)
    if given.state in TURNED:
        TURNED[given.state](event=event, note=given.state_note)
    _change_dates(town, given, event)
    if given.confirmed_ago:
        Event.objects.filter(pk=event.pk).update(confirmed_at=town.ago(given.confirmed_ago))
    _tell_what_happened(town, given, event)
    return post


def _announced(town: Town, given: nouns.Event) -> datetime:
    """A while before, and never in days to come."""
    return town.now - timedelta(days=max(2, 9 - given.day), hours=given.start.hour % 7 if given.start else 3)


def _details(town: Town, given: nouns.Event) -> dict[str, object]:
    zone = given.zone or town.content.site.zone
    until = f";UNTIL={town.day(given.until_day):%Y%m%d}" if given.until_day is not None else ""
    return {
        **{name: getattr(given, name) for name in SAME},
        **_hours(town, given, given.start, given.end),
        **_place(given.place, given.address, given.point),
        "all_day": given.start is None,
        "zone": zone,
        "rule": f"{given.rule}{until}" if given.rule else "",
        "organiser": given.organizer,
        "access_facts": list(given.facts),
        "access": "\n".join(given.access),
        "online_url": given.url if given.online else "",
    }


def _at_first(town: Town, given: nouns.Event) -> dict[str, object]:
    """What was announced at first, where it was another hour or place."""
    first = given.first
    if first is None:
        return {}
    return {**_hours(town, given, first.start, first.end), **_place(first.place, first.address, first.point)}


def _hours(town: Town, given: nouns.Event, start: time | None, end: time | None) -> dict[str, object]:
    """In UTC; what ends before it begins ends on the next day, and a whole day at the next midnight."""
    day = town.day(given.day)
    starts = town.moment(day, start or time(), given.zone)
    if start is None:
        ends: datetime | None = town.moment(day + timedelta(days=1), time(), given.zone)
    else:
        ends = town.moment(day + timedelta(days=end <= start), end, given.zone) if end else None
    return {"starts": starts.astimezone(UTC), "ends": ends.astimezone(UTC) if ends else None}


def _place(place: str, address: str, point: tuple[float, float] | None) -> dict[str, Any]:
    latitude, longitude = point or (None, None)
    return {"place": place, "address": address, "latitude": latitude, "longitude": longitude}


def _change_dates(town: Town, given: nouns.Event, event: Event) -> None:
    coming = list(event.occurrences.filter(starts__gt=town.now).order_by("starts")) if given.change else []
    for change in given.change:
        date = coming[change.date]
        if change.cancelled:
            cancel_event(event=event, occurrence=date, note=change.note)
        else:
            _move_date(town, change, date)


def _move_date(town: Town, change: nouns.DateChange, date: Occurrence) -> None:
    local = date.local_start
    starts = town.moment(local.date() + timedelta(days=change.days_later), change.start or local.time(), date.event.zone)
    elsewhere = _place(change.place, change.address, change.point) | {"city": change.city} if change.place else None
    change_date(occurrence=date, starts=starts.astimezone(UTC), elsewhere=elsewhere, note=change.note)


def _tell_what_happened(town: Town, given: nouns.Event, event: Event) -> None:
    """Readers' words about the last date that is over; about what is long over they are asked no more. Said once, then counted up."""
    last = event.occurrences.filter(starts__lt=town.now).select_related("event__post").order_by("starts").last()
    if not (given.happened or given.did_not) or last is None or not takes_word(last):
        return
    tell_happened(occurrence=last, happened=bool(given.happened))
    Happening.objects.filter(occurrence=last).update(happened=given.happened, did_not=given.did_not)
