"""What follows in the calendar: of a post's release, hiding and withdrawal, of an hour that has come, of time that passes."""

from datetime import timedelta

from commonwire.base import clock
from commonwire.calendar.dates import AHEAD
from commonwire.calendar.doubt_series import doubt_series
from commonwire.calendar.expand_series import expand_series
from commonwire.calendar.keys import day_keys, facet_keys
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.reveal_place import reveal_place
from commonwire.calendar.rules import CONFIRMED_FOR
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, rounds
from commonwire.newswire.erasing import scrub
from commonwire.press.bake import bake

PLACED_ALREADY = ("post.published", "post.held", "post.embargoed")  # `event.placed` has touched its days, or nobody sees them yet
EARLY = timedelta(days=30)  # how much of the two years may be missing at the far end


@reacts("post.")
def bake_its_days(entry: Entry) -> None:
    """The post's own keys are baked by the press; its days, type and access facts are known here alone."""
    if entry.verb in PLACED_ALREADY:
        return
    event = Event.objects.filter(post_id=int(entry.subject.removeprefix("post:"))).first()
    if event:
        bake([*day_keys(event.occurrences.all()), *facet_keys(event)])


@reacts("event.removed")
def scrub_removed(entry: Entry) -> None:
    scrub([Event._meta.db_table, Occurrence._meta.db_table])


@reacts("event.moved")
def scrub_moved(entry: Entry) -> None:
    """A place that was given by mistake is to be gone from the disk, too."""
    scrub([Event._meta.db_table, Occurrence._meta.db_table])


@rounds(seconds=1)
def reveal_whose_hour_has_come() -> None:
    due = Occurrence.objects.filter(is_exact=False, exact_from__lte=clock.now()).order_by("exact_from", "id")
    for date in due[:50]:
        reveal_place(occurrence=date)


@rounds(seconds=3600)
def let_series_go_on() -> None:
    for event in Event.objects.filter(expanded_until__lt=clock.now() + AHEAD - EARLY).order_by("expanded_until")[:50]:
        expand_series(event=event)


@rounds(seconds=600)
def doubt_what_nobody_confirmed() -> None:
    """A series that has an end goes on without being confirmed until then, and is doubted like any other."""
    old = Event.objects.filter(unconfirmed=False, confirmed_at__lte=clock.now() - CONFIRMED_FOR)
    for event in old.select_related("post")[:50]:
        doubt_series(event=event)
