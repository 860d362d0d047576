"""Whatever a ledger line touched is baked; bursts are settled together; what time made stale is baked when its moment has come."""

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts_together, rounds
from commonwire.press.bake import NotBaked, bake
from commonwire.press.edition import owe_everything, pay
from commonwire.press.models import Stale

A_FEW = 5  # between two looks at what is due: whoever publishes or hides never waits behind a whole edition
LATER = 10  # minutes after which a stale page that could not be printed is tried again


@reacts_together("", first=True)
def bake_touched(entries: list[Entry]) -> None:
    keys = {key for entry in entries for key in entry.touched}
    if "site" in keys:
        owe_everything()
    bake(keys)


@rounds(seconds=0)
def bake_stale() -> None:
    """At midnight "today" is another day."""
    now = clock.now()
    due = list(Stale.objects.filter(until__lte=now).order_by("until")[:A_FEW])
    if not due:
        return
    try:
        bake({each.source for each in due})  # each page says anew until when it holds
    except NotBaked as error:  # those wait a while, or pages that cannot be printed would crowd out those that can
        Stale.objects.filter(pk__in=[each.pk for each in due], source__in=error.keys).update(until=clock.minutes_ahead(LATER))
    Stale.objects.filter(pk__in=[each.pk for each in due], until__lte=now).delete()  # of pages that are printed no more


@rounds(seconds=0)
def bake_owed() -> None:
    """The rest of an older edition, a few at a time, so that a hide never waits behind it."""
    pay(A_FEW)
