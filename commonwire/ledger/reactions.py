"""The ledger forgets who of the collective did something, after a time in which it can be asked about and undone."""

from datetime import timedelta

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import rounds

REMEMBERED = timedelta(days=90)


@rounds(seconds=3600)
def forget_members() -> None:
    Entry.objects.filter(at__lt=clock.now() - REMEMBERED).exclude(by="").update(by="")
