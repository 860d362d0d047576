"""What no act announces: sessions run out and invitations grow old."""

from commonwire.accounts.models import Invitation, Session
from commonwire.base import clock
from commonwire.ledger.reacting import rounds


@rounds(seconds=3600)
def forget_what_ended() -> None:
    """Nothing that ended stays in the database: neither sessions nor invitations, used or not."""
    Session.objects.filter(expires__lte=clock.now()).delete()
    Invitation.objects.exclude(pk__in=Invitation.objects.open().values("pk")).delete()
