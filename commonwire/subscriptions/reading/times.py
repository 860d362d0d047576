"""Moments and lengths as calendars write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from commonwire.subscriptions.reading.lines import Line
from commonwire.subscriptions.reading.taken import Notes
from commonwire.subscriptions.reading.zones import zone_named

FIRST_YEAR, LAST_YEAR = 1970, 2199
LONGEST = timedelta(days=366)
_DAY = r"(\d{4})-?(\d{2})-?(\d{2})"
_MOMENT = re.compile(_DAY + r"(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII | re.IGNORECASE)
_LENGTH = re.compile(r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What a calendar says for all its events: its own zone (or that of the site, then it is only `assumed`), its VTIMEZONEs, and
    whether it calls everything off."""

    zone: str
    assumed: bool = False
    described: Mapping[str, str] = field(default_factory=dict)
    cancels: bool = False


@dataclass(frozen=True)
class When:
    """`local` is naive, as the clocks of `zone` say; midnight for a whole day. `told` is how its zone was given: utc, zone, or none."""

    local: datetime
    zone: str
    whole_day: bool
    told: str = "none"

    @property
    def moment(self) -> datetime:
        return self.local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def in_zone(self, zone: str) -> "When":
        """The same moment on other clocks; a whole day stays that day."""
        local = self.local if self.whole_day else self.moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        return When(local, zone, self.whole_day, self.told)


def read_when(line: Line, around: Around, notes: Notes) -> When | None:
    """None for what is no moment between 1970 and 2199."""
    return read_value(*_parted(line), around, notes, days=line.parameters.get("VALUE", "").upper() == "DATE")


def _parted(line: Line) -> tuple[str, str]:
    """Value and name of the zone, also where the zone's own colon was not quoted."""
    value, zone = line.value.strip(), line.parameters.get("TZID", "")
    head, colon, tail = value.rpartition(":")
    if zone and colon and _MOMENT.fullmatch(tail.strip()):
        return tail.strip(), f"{zone}:{head}"
    return value, zone


def read_value(value: str, named: str, around: Around, notes: Notes, *, days: bool = False) -> When | None:
    found = _MOMENT.fullmatch(value.strip())
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = _clock(found)
    except ValueError:
        return None
    if clock is None or (days and not clock):
        return When(datetime.combine(day, datetime.min.time()), around.zone, True)
    local = datetime.combine(day, datetime.min.time()) + clock
    if found[7]:
        moment = (local - _offset(found[7])).replace(tzinfo=UTC)
        return When(moment.replace(tzinfo=None), "UTC", False, "utc")
    zone = _zone(named, around, notes)
    return When(local, zone, False, "zone" if named else "none")


def _clock(found: "re.Match[str]") -> timedelta | None:
    """Hours and minutes since midnight; 24:00 is the next one. Seconds are not kept anywhere."""
    if found[4] is None:
        return None
    hours, minutes, seconds = int(found[4]), int(found[5]), int(found[6] or 0)
    if hours > 24 or minutes > 59 or seconds > 60 or (hours == 24 and minutes):
        raise ValueError
    return timedelta(hours=hours, minutes=minutes)


def _offset(text: str) -> timedelta:
    if text in "Zz":
        return timedelta()
    digits = text[1:].replace(":", "")
    return timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if text[0] == "-" else 1)


def _zone(named: str, around: Around, notes: Notes) -> str:
    if not named:
        if around.assumed:
            notes.say(_("It names no time zone; its hours were read as those of %(zone)s.") % {"zone": around.zone})
        return around.zone
    found = zone_named(named) or around.described.get(named.casefold(), "")
    if not found:
        said = {"name": named[:60], "zone": around.zone}
        notes.say(_("The time zone “%(name)s” is unknown; its hours were read as those of %(zone)s.") % said, doubtful=True)
    return found or around.zone


def read_length(value: str) -> timedelta | None:
    """`PT1H30M`, `P2D`; None for what is none, is not positive, or is longer than a year."""
    found = _LENGTH.fullmatch(value.strip())
    if not found or not any(found.groups()[1:]) or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return length if timedelta() < length <= LONGEST else None
