"""What follows by itself: calendars are looked at when they are due, and what trusted ones say is published."""

from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, rounds
from commonwire.newswire.erasing import scrub
from commonwire.subscriptions.forgetting import forget_what_is_over, forget_what_was_withdrawn
from commonwire.subscriptions.looking import Lookout
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.trusted import accept_from_trusted

LOOKOUT = Lookout()
AT_ONCE = 5


@reacts("event.removed")
def forget_withdrawn(entry: Entry) -> None:
    forget_what_was_withdrawn()
    scrub([TakenEvent._meta.db_table])


@rounds(seconds=3600)
def forget_old() -> None:
    forget_what_is_over()


@rounds(seconds=60)
def look_at_calendars_that_are_due() -> None:
    LOOKOUT.look_at_what_is_due()


@rounds(seconds=1)
def take_in_what_was_found() -> None:
    LOOKOUT.note_one()


@rounds(seconds=1)
def publish_what_trusted_calendars_say() -> None:
    accept_from_trusted(AT_ONCE)
