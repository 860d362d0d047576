"""Moments as properties: on the clocks of their zone, in UTC, or as days without hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from commonwire.calendar.icalendar.lines import day, line, local, utc
from commonwire.calendar.models import Event
from commonwire.calendar.recurrence.rule import read_rule


@dataclass(frozen=True)
class Moments:
    """How one event writes its moments: each of its properties in the same form."""

    zone: str
    all_day: bool

    @classmethod
    def of(cls, event: Event) -> "Moments":
        return cls(event.zone, event.all_day)

    @property
    def needs_zone(self) -> bool:
        return not self.all_day and self.zone != "UTC"

    def moment(self, name: str, when: datetime) -> str:
        there = when.astimezone(ZoneInfo(self.zone))
        if there.fold and self.needs_zone:  # the second of two equal hours, which a zone's clocks cannot name
            return line(name, utc(when))
        return line(f"{name}{self._parameter}", self._value(there))

    def listed(self, name: str, locals_: Iterable[str]) -> list[str]:
        """RDATE or EXDATE from local times as they are kept: each a line of its own, since some programs read one value only."""
        return [line(f"{name}{self._parameter}", self._value(datetime.fromisoformat(each))) for each in sorted(set(locals_))]

    def end(self, starts: datetime, ends: datetime | None) -> list[str]:
        """For days without hours it is the day after the last, which `ends` is already; the end after one day goes without saying."""
        if ends is None or (self.all_day and ends - starts <= timedelta(hours=1)):
            return []
        return [self.moment("DTEND", ends)]

    def rule(self, rule: str) -> str:
        """As RFC 5545 wants it: its end in UTC, or as a day where there are no hours."""
        return str(read_rule(rule).settled(ZoneInfo(self.zone), self.all_day))

    @property
    def _parameter(self) -> str:
        if self.all_day:
            return ";VALUE=DATE"
        return f";TZID={self.zone}" if self.needs_zone else ""

    def _value(self, there: datetime) -> str:
        if self.all_day:
            return day(there)
        return local(there) if self.needs_zone else f"{local(there)}Z"
