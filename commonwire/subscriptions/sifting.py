"""What of a file is still to come. Reckons, and so is done before anything is locked."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from commonwire.base import clock
from commonwire.calendar.recurrence.expand import Series, expand
from commonwire.calendar.recurrence.rule import read_rule
from commonwire.subscriptions.reading.read import read_calendar
from commonwire.subscriptions.reading.taken import Reading, Taken

MOST_SECONDS = 3.0  # of reckoning which series are over; those that are left count as going on
AHEAD = timedelta(days=400)
UNENDED = timedelta(hours=2)  # how long an event without an end is taken to last


@dataclass(frozen=True)
class Sifted:
    """`over` are the keys of events that have been; they are neither taken in nor missed."""

    reading: Reading
    over: frozenset[tuple[str, str]]


def sift(content: bytes, *, zone: str, past: bool = False) -> Sifted:
    """Read a file; with `past` also what is over counts. Raises Unreadable."""
    reading = read_calendar(content, zone=zone)
    for each in reading.events:
        each.content_hash  # noqa: B018  # reckoned once, here, where nothing is locked
    over = _over(reading.events) if not past else []
    return Sifted(reading, frozenset(over))


def _over(events: list[Taken]) -> list[tuple[str, str]]:
    end = time.monotonic() + MOST_SECONDS
    return [(each.uid, each.recurrence) for each in events if is_over(each, reckon=time.monotonic() < end)]


def is_over(taken: Taken, *, reckon: bool = True) -> bool:
    """Whether no date of it is still to come; without `reckon` a rule that counts its dates is believed to go on."""
    now = clock.now()
    if _ended(taken.starts, taken.ends) > now or any(_ended(date.starts, date.ends) > now for date in taken.changed_dates):
        return False
    if not taken.is_series:
        return True
    rule = read_rule(taken.rule) if taken.rule else None
    endless = rule is not None and rule.count is None and rule.until is None
    return not endless and reckon and not expand(_series(taken), since=now, until=now + AHEAD)


def _ended(starts: datetime, ends: datetime | None) -> datetime:
    return ends or starts + UNENDED


def _series(taken: Taken) -> Series:
    return Series(taken.starts, taken.ends, ZoneInfo(taken.zone), taken.all_day, taken.rule, taken.rdates, taken.exdates)
