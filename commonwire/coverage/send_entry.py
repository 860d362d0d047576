"""Send an entry for the ticker, and change its words by receipt."""

from datetime import datetime

from django.db import transaction

from commonwire.base import clock
from commonwire.base.ids import public_id
from commonwire.coverage.keys import keys_of_entry
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.rules import state_after_change
from commonwire.coverage.words import EntryState
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.contributions import Sealed


@transaction.atomic
def send_entry(
    *,
    mobilization: Mobilization,
    text: str,
    rally: Rally | None = None,
    place: str = "",
    at: datetime | None = None,
    state: str = EntryState.UNVERIFIED,
    correction: str = "",
    sealed: Sealed | None = None,
) -> TickerEntry:
    """`at` is when it happened; now (the running hour, when it waits for the desk) unless said otherwise."""
    sealed = sealed or Sealed("", public_id(), mobilization.post.language, held=False)
    now = clock.hour() if sealed.held else clock.minute()
    entry = TickerEntry.objects.create(
        **sealed.columns,
        mobilization=mobilization,
        rally=rally,
        text=text,
        place=place,
        at=at or now,
        state=state,
        correction=correction,
    )
    touched = ["desk"] if sealed.held else keys_of_entry(mobilization, rally, entry.at)
    record("tickerentry.held" if sealed.held else "tickerentry.added", f"tickerentry:{entry.pk}", touched=touched, at=entry.sent)
    return entry


def change_words(entry: TickerEntry, words: dict[str, object]) -> None:
    """Within a correction by receipt. What was checked were the old words, at the old place and minute."""
    at = words["at"] if isinstance(words["at"], datetime) else entry.at
    said = (str(words["text"]), str(words["place"]), at)
    if said != (entry.text, entry.place, entry.at):
        entry.state = state_after_change(entry)
        entry.changed_at = clock.minute()
    entry.text, entry.place, entry.at = said


def blank(entry: TickerEntry) -> None:
    """Within a withdrawal."""
    entry.text = entry.place = entry.correction = ""
