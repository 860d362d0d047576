"""When the clocks of a zone change: read off the zone itself, to the second."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

STEP = timedelta(days=3)  # no zone has changed its clocks twice within three days and back


@dataclass(frozen=True)
class Change:
    at: datetime  # UTC
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def local(self) -> datetime:
        """What the clocks showed when they were changed, without a zone."""
        return (self.at + self.before).replace(tzinfo=None)


@lru_cache(maxsize=4096)
def changes_in(zone: str, year: int) -> tuple[Change, ...]:
    """The changes of one year, in UTC, oldest first."""
    clocks, found = ZoneInfo(zone), []
    left, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while left < end:
        right = min(left + STEP, end)
        if _shown(left, clocks) != _shown(right, clocks):
            found.append(_change(_onset(left, right, clocks), clocks))
        left = right
    return tuple(found)


def _shown(when: datetime, clocks: ZoneInfo) -> tuple[timedelta | None, str | None]:
    there = when.astimezone(clocks)
    return there.utcoffset(), there.tzname()


def _onset(left: datetime, right: datetime, clocks: ZoneInfo) -> datetime:
    """The first second at which the clocks show what they show at `right`."""
    after = _shown(right, clocks)
    while right - left > timedelta(seconds=1):
        middle = left + timedelta(seconds=int((right - left).total_seconds()) // 2)
        left, right = (left, middle) if _shown(middle, clocks) == after else (middle, right)
    return right


def _change(at: datetime, clocks: ZoneInfo) -> Change:
    before, after = (at - timedelta(seconds=1)).astimezone(clocks), at.astimezone(clocks)
    return Change(
        at,
        before.utcoffset() or timedelta(),
        after.utcoffset() or timedelta(),
        after.tzname() or "",
        (after.dst() or timedelta()) > timedelta(),
    )
