"""Events as RFC 5545 says them: one calendar with small, exact time zones."""

from datetime import UTC, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Timezone
from icalendar import Event as Component

from commonwire.base.text import excerpt
from commonwire.calendar.models import Occurrence
from commonwire.site.models import Site

REFRESH = timedelta(hours=1)


def calendar_file(events: list[Occurrence], site: Site, name: str, path: str) -> bytes:
    """The bytes of a `.ics`; the same events give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Commonwire//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add("source", site.address(path), parameters={"VALUE": "URI"})
    for zone in sorted({event.event.zone for event in events} - {"UTC"}):
        days = [event.day for event in events if event.event.zone == zone]
        # A year on either side, so that the change of clocks around the events is in it.
        first, last = min(days) - timedelta(days=366), max(days) + timedelta(days=366)
        calendar.add_component(Timezone.from_tzid(zone, first_date=first, last_date=last))
    for event in events:
        calendar.add_component(_component(event, site))
    return bytes(calendar.to_ical())


def _component(date: Occurrence, site: Site) -> Component:
    post, event = date.post, date.event
    made = Component()
    made.add("uid", f"{post.public_id}@{urlsplit(site.address('/')).hostname}")
    made.add("dtstamp", (post.updated or post.published or event.starts).astimezone(UTC))
    made.add("last-modified", (post.updated or post.published or event.starts).astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("dtstart", date.local_start)
    if date.local_end:
        made.add("dtend", date.local_end)
    made.add("summary", post.headline)
    made.add("status", "CONFIRMED")
    made.add("class", "PUBLIC")
    made.add("url", site.address(post.path or ""))
    where = ", ".join(text for text in (event.place, event.address) if text) or event.online_url
    if where:
        made.add("location", where)
    if event.online_url:
        made.add("conference", event.online_url, parameters={"VALUE": "URI"})
    description = excerpt(post.summary or post.body, 600)
    if description:
        made.add("description", description)
    topics = sorted(topic.name for topic in post.topics.all())
    if topics:
        made.add("categories", topics)
    return made
