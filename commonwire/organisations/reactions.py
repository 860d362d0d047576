"""What follows by itself for organisations: corrections that the desk released, proofs that are due to be looked for."""

from datetime import timedelta
from threading import Lock, Thread

from django.db import connections

from commonwire.base import clock
from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts, rounds
from commonwire.newswire.erasing import scrub
from commonwire.organisations.amend import apply_amendment
from commonwire.organisations.look_for_proof import look_for_proof
from commonwire.organisations.models import Amendment, Proof, Size
from commonwire.organisations.rules import ASKED_FOR

AT_ONCE = 5
_looking = Lock()


@reacts("amendment.released")
def apply_what_was_released(entry: Entry) -> None:
    amendment = Amendment.objects.filter(pk=int(entry.subject.partition(":")[2])).first()
    if amendment:
        apply_amendment(amendment=amendment)


@rounds(seconds=15)
def look_for_what_is_due() -> None:
    """Beside the worker's other work: a name server that keeps silent holds up no page. One such look at a time."""
    if due_proofs() and _looking.acquire(blocking=False):
        Thread(target=_look_and_leave, daemon=True).start()


def _look_and_leave() -> None:
    try:
        look_for_all()
    finally:
        connections.close_all()
        _looking.release()


def due_proofs() -> list[Proof]:
    due = Proof.objects.filter(due__lte=clock.now()).select_related("organisation").order_by("due", "pk")
    return list(due[:AT_ONCE])


def look_for_all() -> int:
    """A few of those that are due, the longest waiting first; returns how many."""
    due = due_proofs()
    for proof in due:
        look_for_proof(proof=proof)
    return len(due)


@rounds(seconds=3600)
def forget_what_was_never_found() -> None:
    old = clock.now() - ASKED_FOR - timedelta(days=1)
    Proof.objects.filter(proven=None, asked__lt=old).delete()


@reacts("organisation.withdrawn")
def scrub_what_hung_on_it(entry: Entry) -> None:
    scrub([model._meta.db_table for model in (Size, Proof, Amendment)])
