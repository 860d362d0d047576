"""What stands over some events of a file: a day of action, say. A room above gives it; it is written as days without hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from commonwire.calendar.icalendar.lines import address, component, day, line, text, utc
from commonwire.site.models import Site


@dataclass(frozen=True)
class Whole:
    uid: str
    title: str
    first: date
    last: date  # inclusive
    path: str
    sequence: int = 0
    changed: datetime | None = None
    cancelled: bool = False


def whole_event(whole: Whole, site: Site) -> str:
    changed = utc(whole.changed or datetime.combine(whole.first, time(), UTC))
    rows = [
        line("UID", address(whole.uid)),
        line("DTSTAMP", changed),
        line("LAST-MODIFIED", changed),
        line("SEQUENCE", str(whole.sequence)),
        line("DTSTART;VALUE=DATE", day(whole.first)),
        line("DTEND;VALUE=DATE", day(whole.last + timedelta(days=1))),
        line("SUMMARY", text(whole.title)),
        line("STATUS", "CANCELLED" if whole.cancelled else "CONFIRMED"),
        line("CLASS", "PUBLIC"),
        line("TRANSP", "TRANSPARENT"),
        line("URL", address(site.address(whole.path))),
    ]
    return component("VEVENT", rows)
