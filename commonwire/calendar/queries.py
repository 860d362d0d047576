"""What comes, by day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from commonwire.base import clock
from commonwire.base.remember import once
from commonwire.calendar.models import Event, Occurrence, Occurrences
from commonwire.newswire.lists import cut_span
from commonwire.newswire.models import Post
from commonwire.site.models import Site

Days = list[tuple[date, list[Occurrence]]]

Where = Mapping[str, object]


def public_dates(where: Where | None = None) -> Occurrences:
    """`where` narrows by the post: `{"regions": 3}`."""
    dates: Occurrences = Occurrence.objects.all()  # type: ignore[assignment]
    return dates.public().filter(**{f"event__post__{name}": value for name, value in (where or {}).items()}).for_lists()


def event_of(post: Post) -> Event | None:
    return Event.objects.filter(post=post).select_related("post").first()


def coming_days(site: Site, days: int, where: Where | None = None, most: int = 40) -> Days:
    """From this midnight, where the site is, for so many days."""
    today = clock.now().astimezone(site.zoneinfo).date()
    start = datetime(today.year, today.month, today.day, tzinfo=site.zoneinfo)
    narrowed = tuple(sorted((where or {}).items()))
    found = once(
        ("days", start, days, most, narrowed), lambda: list(public_dates(where).starting(start, start + timedelta(days=days))[:most])
    )
    return by_day(found)


def between(start: datetime, end: datetime, where: Where | None = None) -> list[Occurrence]:
    return list(public_dates(where).starting(start, end))


def by_day(events: list[Occurrence]) -> Days:
    days: dict[date, list[Occurrence]] = {}
    for event in events:
        days.setdefault(event.day, []).append(event)
    return sorted(days.items())


def beyond_which_nothing(cut: str, site: Site) -> list[date]:
    """If this month is at an end of the calendar: the nearest month on the other side that has an event."""
    start, end = cut_span(cut, site.zoneinfo)
    before = public_dates().filter(starts__lt=start).order_by("-starts").first()
    after = public_dates().filter(starts__gte=end).order_by("starts").first()
    return [event.day for event, other in ((before, after), (after, before)) if event and not other]


def months() -> list[date]:
    """Every month from the first event to the last, oldest first."""
    ends = [public_dates().order_by(order).first() for order in ("starts", "-starts")]
    if ends[0] is None or ends[1] is None:
        return []
    month, last = ends[0].day.replace(day=1), ends[1].day
    found = []
    while month <= last:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
