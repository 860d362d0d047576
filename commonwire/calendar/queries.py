"""What comes, by day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from commonwire.base import clock
from commonwire.base.remember import once
from commonwire.calendar.models import Event, Events
from commonwire.newswire.lists import cut_span
from commonwire.newswire.models import Post
from commonwire.site.models import Site

Days = list[tuple[date, list[Event]]]

Where = Mapping[str, object]


def public_events(where: Where | None = None) -> Events:
    """`where` narrows by the post: `{"regions": 3}`."""
    events: Events = Event.objects.all()
    return events.public().filter(**{f"post__{name}": value for name, value in (where or {}).items()}).for_lists()


def event_of(post: Post) -> Event | None:
    return Event.objects.filter(post=post).select_related("post").first()


def coming_days(site: Site, days: int, where: Where | None = None, most: int = 40) -> Days:
    """From this midnight, where the site is, for so many days."""
    today = clock.now().astimezone(site.zoneinfo).date()
    start = datetime(today.year, today.month, today.day, tzinfo=site.zoneinfo)
    narrowed = tuple(sorted((where or {}).items()))
    found = once(
        ("days", start, days, most, narrowed), lambda: list(public_events(where).starting(start, start + timedelta(days=days))[:most])
    )
    return by_day(found)


def between(start: datetime, end: datetime, where: Where | None = None) -> list[Event]:
    return list(public_events(where).starting(start, end))


def by_day(events: list[Event]) -> Days:
    days: dict[date, list[Event]] = {}
    for event in events:
        days.setdefault(event.day, []).append(event)
    return sorted(days.items())


def beyond_which_nothing(cut: str, site: Site) -> list[date]:
    """If this month is at an end of the calendar: the nearest month on the other side that has an event."""
    start, end = cut_span(cut, site.zoneinfo)
    before = public_events().filter(starts__lt=start).order_by("-starts").first()
    after = public_events().filter(starts__gte=end).order_by("starts").first()
    return [event.day for event, other in ((before, after), (after, before)) if event and not other]


def months() -> list[date]:
    """Every month from the first event to the last, oldest first."""
    ends = [public_events().order_by(order).first() for order in ("starts", "-starts")]
    if ends[0] is None or ends[1] is None:
        return []
    month, last = ends[0].day.replace(day=1), ends[1].day
    found = []
    while month <= last:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
