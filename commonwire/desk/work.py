"""What the machine still owes: stalled work must not go unseen."""

from dataclasses import dataclass

from commonwire.ledger.models import Due
from commonwire.press.models import Owed

A_FEW = 20


@dataclass(frozen=True)
class OpenWork:
    """`waiting` follow-ups of acts, `owed` pages of an older edition, and what was given up after its last try."""

    waiting: int
    owed: int
    given_up: int
    parked: list[Due]


def open_work() -> OpenWork:
    parked = Due.objects.filter(parked=True)
    return OpenWork(
        waiting=Due.objects.filter(parked=False).count(),
        owed=Owed.objects.count(),
        given_up=parked.count(),
        parked=list(parked.select_related("entry").order_by("-id")[:A_FEW]),
    )
