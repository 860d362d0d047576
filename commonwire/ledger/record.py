"""The last act of every verb: one line, in the verb's own transaction, and a row for each reaction it owes."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger import reacting
from commonwire.ledger.models import Due, Entry


def record(verb: str, subject: str, *, touched: Iterable[str] = (), by: str = "", at: datetime | None = None, **facts: object) -> Entry:
    """Write one line: `record("post.published", "post:12", touched=["newswire", "region:3"])`.

    `touched` names every page key whose pages may now be stale. Must run inside a transaction, so that act and line stand or fall
    together; raises RuntimeError otherwise. `at` is the running minute unless a coarser time is given: the hour for what waits, and
    for members. Facts are plain JSON and hold no name that was not given for publication.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{verb} was recorded outside a transaction")
    entry = Entry.objects.create(verb=verb, subject=subject, by=by, at=at or clock.minute(), touched=sorted(set(touched)), facts=facts)
    Due.objects.bulk_create([Due(entry=entry, reaction=name) for name in reacting.names_for(verb)])
    return entry
