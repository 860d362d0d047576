"""A steward takes the outline of a region off the map."""

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.maps.models import Outline


@transaction.atomic
def remove_outline(*, outline: Outline, by: str = "") -> None:
    """Safe to ask twice: the second time nothing happens."""
    subject, region = f"outline:{outline.pk}", outline.region
    if Outline.objects.filter(pk=outline.pk).delete()[0]:
        record("outline.removed", subject, touched=["map", region.key], by=by)
