"""Whatever a ledger line touched is baked; bursts are settled together; what time made stale is baked when its moment has come."""

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts_together, rounds
from commonwire.press.bake import bake
from commonwire.press.edition import owe_everything, pay
from commonwire.press.models import Stale

A_FEW = 50


@reacts_together("")
def bake_touched(entries: list[Entry]) -> None:
    keys = {key for entry in entries for key in entry.touched}
    if "site" in keys:
        owe_everything()
    bake(keys)


@rounds(seconds=1)
def bake_stale() -> None:
    """At midnight "today" is another day."""
    now = clock.now()
    due = list(Stale.objects.filter(until__lte=now)[:A_FEW])
    if due:
        bake({each.source for each in due})  # each page says anew until when it holds
        Stale.objects.filter(pk__in=[each.pk for each in due], until__lte=now).delete()  # of pages that are printed no more


@rounds(seconds=1)
def bake_owed() -> None:
    """The rest of an older edition, a few at a time, so that a hide never waits behind it."""
    pay(A_FEW)
