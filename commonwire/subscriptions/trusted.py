"""What comes from a trusted calendar is published, and followed, without waiting."""

from django.core.exceptions import ValidationError

from commonwire.subscriptions.accept_taken import accept_taken
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.words import TakenState


def accept_from_trusted(most: int) -> int:
    """Each in a transaction of its own; returns how many. What cannot be accepted, and what is in doubt, waits for the desk."""
    ready = TakenEvent.objects.filter(
        source__trusted=True, source__paused=False, state__in=(TakenState.HELD, TakenState.CHANGED), twin=None, doubtful=False
    )
    rows = list(ready[:most])
    for row in rows:
        try:
            accept_taken(taken=row)
        except ValidationError as error:
            _leave_to_the_desk(row, " ".join(error.messages))
    return len(rows)


def _leave_to_the_desk(row: TakenEvent, why: str) -> None:
    said = row.said | {"notes": [*row.said["notes"], why]}
    TakenEvent.objects.filter(pk=row.pk).update(doubtful=True, said=said)
