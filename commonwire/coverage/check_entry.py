"""Say how sure an entry of the ticker is: by the collective, or by the organisers with their receipt."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.coverage.keys import keys_of_entry
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.words import EntryState
from commonwire.ledger.record import record


@transaction.atomic
def check_entry(*, entry: TickerEntry, state: str, correction: str = "", by: str = "") -> TickerEntry:
    """`corrected` needs a sentence: what is true instead. The entry keeps its words; the sentence stands below them."""
    entry.lock()
    if not entry.is_shown:
        raise ValidationError(_("This entry is not shown."))
    if state not in EntryState.values:
        raise ValidationError(_("Choose how sure it is."))
    correction = correction if state == EntryState.CORRECTED else ""
    if state == EntryState.CORRECTED and not correction:
        raise ValidationError(_("Write what is true instead."))
    if (entry.state, entry.correction) == (state, correction):
        return entry
    entry.state, entry.correction, entry.changed_at = state, correction, clock.minute()
    entry.save(update_fields=["state", "correction", "changed_at"])
    touched = keys_of_entry(entry.mobilization, entry.rally, entry.at)
    record(f"tickerentry.{state}", f"tickerentry:{entry.pk}", touched=touched, by=by)
    return entry
