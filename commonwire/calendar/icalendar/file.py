"""A whole calendar file, from the dates that stand in it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from commonwire.calendar.icalendar.gather import dates_told
from commonwire.calendar.icalendar.lines import address, component, line, text
from commonwire.calendar.icalendar.moments import Moments
from commonwire.calendar.icalendar.vevent import Told, event_components
from commonwire.calendar.icalendar.whole import Whole, whole_event
from commonwire.calendar.icalendar.zones import Span, time_zone
from commonwire.calendar.models import Occurrence
from commonwire.site.models import Site

AHEAD = timedelta(days=3 * 366)  # beyond the rows of a series without an end: so long its clocks are known


def calendar_file(dates: Iterable[Occurrence], site: Site, name: str, path: str, parents: Sequence[Whole] = ()) -> bytes:
    """The bytes of a `.ics`: each event of these dates whole, in their order. The dates are read with `for_files()`."""
    all_told = dates_told(list(dates), host_of(site))
    rows = _head(site, name, path)
    rows += [time_zone(zone, span) for zone, span in sorted(_spans(all_told).items())]
    rows += [whole_event(parent, site) for parent in parents]
    rows += [each for told in all_told for each in event_components(told, site)]
    return component("VCALENDAR", rows).encode()


def host_of(site: Site) -> str:
    return urlsplit(site.address("/")).hostname or "localhost"


def _head(site: Site, name: str, path: str) -> list[str]:
    return [
        line("VERSION", "2.0"),
        line("PRODID", "-//Commonwire//EN"),
        line("CALSCALE", "GREGORIAN"),
        line("METHOD", "PUBLISH"),
        line("NAME", text(name)),
        line("X-WR-CALNAME", text(name)),
        line("X-WR-TIMEZONE", site.zone),
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
        line("X-PUBLISHED-TTL", "PT1H"),
        line("SOURCE;VALUE=URI", address(site.address(path))),
        line("URL", address(site.address(path))),
    ]


def _spans(all_told: list[Told]) -> dict[str, Span]:
    """The days for which each zone must be known."""
    spans: dict[str, Span] = {}
    for told in all_told:
        if Moments.of(told.event).needs_zone:
            span = _span(told)
            known = spans.get(told.event.zone)
            spans[told.event.zone] = known.joined(span) if known else span
    return spans


def _span(told: Told) -> Span:
    """A day more on either side: dates are those of the place, changes are told in UTC."""
    moments = [told.date.starts, told.date.ends or told.date.starts]
    moments += [each for own in told.own for each in (own.original, own.starts, own.ends or own.starts)]
    known_until = told.event.expanded_until if told.event.rule else None
    moments += [known_until + AHEAD] if known_until else []
    moments += [told.last] if told.last else []
    return Span(_around(min(moments), -1), _around(max(moments), 1), known_until is not None)


def _around(when: datetime, days: int) -> date:
    return (when + timedelta(days=days)).date()
