"""Every page key on which an event stands: its post's lists, its days and months, its type and access facts."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet

from commonwire.base import clock
from commonwire.calendar.models import Event, Occurrence
from commonwire.newswire.queries import keys_of

SOON = timedelta(days=62)


def event_keys(event: Event, dates: Iterable[Occurrence] | None = None) -> list[str]:
    """As it stands now; `dates` narrows the days to those that an act changes. What is not shown stands on its own page alone."""
    if not event.post.is_shown:
        return [event.post.key]
    days = day_keys(event.occurrences.all() if dates is None else dates)
    return sorted({*days, *keys_of(event.post), *facet_keys(event)})


def soon(event: Event) -> QuerySet[Occurrence]:
    """The dates of which it matters to a reader whether somebody confirmed them; those of next year are confirmed until then, or not."""
    now = clock.now()
    return event.occurrences.filter(starts__gte=now - timedelta(days=1), starts__lt=now + SOON)


def ahead(event: Event) -> QuerySet[Occurrence]:
    """What can still be called off: past dates of a series took place. An event that happens once has its one date."""
    dates = event.occurrences.all()
    return dates.filter(starts__gte=clock.minute()) if event.is_series else dates


def facet_keys(event: Event) -> list[str]:
    return [f"event-type:{event.type}", *(f"access:{code}" for code in event.access_facts)]


def day_keys(dates: Iterable[Occurrence]) -> list[str]:
    return sorted({key for date in dates for key in date.day_keys})
