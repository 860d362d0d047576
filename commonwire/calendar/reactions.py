"""When an event's post is released, hidden, shown again or withdrawn, its days in the calendar change too."""

from commonwire.calendar.models import Event
from commonwire.calendar.queries import between, months
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts
from commonwire.newswire.lists import cut_span
from commonwire.press.bake import bake
from commonwire.press.edition import owe
from commonwire.press.printing import Key
from commonwire.site.queries import the_site


@reacts("post.")
def bake_its_days(entry: Entry) -> None:
    event = Event.objects.filter(post_id=int(entry.subject.removeprefix("post:"))).first()
    if event:
        bake(event.day_keys)
        _renew_months(event.day_keys)


@reacts("event.")
def renew_months(entry: Entry) -> None:
    _renew_months(entry.touched)


def _renew_months(touched: list[str]) -> None:
    """Every month leads to its neighbours: where one has just begun or emptied, all are printed again."""
    zone = the_site().zoneinfo
    for key in map(Key.read, touched):
        if key.name == "calendar" and len(key.cut) == 7 and len(between(*cut_span(key.cut, zone))) <= 1:
            owe(f"calendar@{month:%Y-%m}" for month in months())
