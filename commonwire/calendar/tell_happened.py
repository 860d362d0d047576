"""A reader says that one date did, or did not, happen. Counted by the day, and nothing is known of who said it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.models import Happening, Occurrence
from commonwire.calendar.rules import takes_word
from commonwire.ledger.record import record


@transaction.atomic
def tell_happened(*, occurrence: Occurrence, happened: bool) -> None:
    """ValidationError before the date is over, and when it is long past."""
    if not takes_word(occurrence):
        raise ValidationError(_("Whether a date happened can be said from its end until sixty days later."))
    day = clock.now().astimezone(occurrence.event.zoneinfo).date()
    row, _made = Happening.objects.get_or_create(occurrence=occurrence, day=day)
    column = "happened" if happened else "did_not"
    Happening.objects.filter(pk=row.pk).update(**{column: F(column) + 1})
    record("event.told", f"event:{occurrence.event_id}", touched=[occurrence.event.post.key, *occurrence.day_keys], at=clock.hour())
