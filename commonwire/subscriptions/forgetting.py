"""Nothing of other calendars is kept longer than it is of use, and nothing at all of what was withdrawn here."""

from datetime import timedelta

from commonwire.base import clock
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.words import TakenState

KEPT_FOR = timedelta(days=30)
_NEVER_PUBLISHED = (TakenState.HELD, TakenState.REFUSED, TakenState.DUPLICATE)
_BLANK: dict[str, object] = {
    "description": "",
    "location": "",
    "organiser": "",
    "url": "",
    "online": "",
    "latitude": None,
    "longitude": None,
    "categories": [],
    "notes": [],
    "changed_dates": [],
}


def forget_what_is_over() -> None:
    """What never became an event, thirty days after it was decided about and has been. A series may go on, and stays."""
    before = clock.now() - KEPT_FOR
    old = TakenEvent.objects.filter(state__in=_NEVER_PUBLISHED, followed__isnull=True, starts__lt=before, since__lt=before)
    old.filter(said__rule="", said__rdates=[]).delete()


def forget_what_was_withdrawn() -> None:
    """The row stays, so that its calendar does not bring it back; its words go."""
    for row in TakenEvent.objects.filter(event=None, followed__isnull=False).exclude(followed={}):
        row.said = row.said | _BLANK | {"summary": "–"}
        row.followed, row.state, row.since = {}, TakenState.REFUSED, clock.hour()
        row.save(update_fields=["said", "followed", "state", "since"])
