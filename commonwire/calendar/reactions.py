"""When an event's post is released, hidden, shown again or withdrawn, its days in the calendar change too."""

from commonwire.calendar.models import Event
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts
from commonwire.press.bake import bake


@reacts("post.")
def bake_its_days(entry: Entry) -> None:
    event = Event.objects.filter(post_id=int(entry.subject.removeprefix("post:"))).first()
    if event:
        bake({key for date in event.occurrences.all() for key in date.day_keys})
