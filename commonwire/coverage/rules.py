"""What may be sent about a day of action, and when. Pure: no queries."""

from datetime import datetime, timedelta

from commonwire.base import clock
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.words import EntryState
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rules import begins, takes_part_in

EARLIEST = timedelta(days=30)  # before its first day, something can already be told of it
LATE = timedelta(minutes=10)  # that a sender's clock may be ahead
LONGEST_ENTRY = 600
MOST_PEOPLE = 50_000_000


def takes_entries(mobilization: Mobilization) -> bool:
    """Whether ticker entries and estimates may still be sent."""
    return takes_part_in(mobilization)


def is_told_in_time(at: datetime, mobilization: Mobilization) -> bool:
    """Whether something may have happened at this moment that belongs to this day."""
    return begins(mobilization) - EARLIEST <= at <= clock.now() + LATE


def state_after_change(entry: TickerEntry) -> str:
    """New words of the author are as sure as any new entry's; that an entry was corrected stays said."""
    return entry.state if entry.state == EntryState.CORRECTED else EntryState.UNVERIFIED
