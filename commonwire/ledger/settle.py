"""Settle what is due. Run by the one worker (a file lock makes it one), never inside a transaction around a slow reaction."""

import logging
from datetime import timedelta
from itertools import groupby

from django.db.models import F, Q

from commonwire.base import clock
from commonwire.ledger import reacting
from commonwire.ledger.models import Due

TRIES = 8
AT_ONCE = 500
log = logging.getLogger("commonwire.ledger")


def settle() -> int:
    """Run every reaction that is due; returns how many rows were settled. A reaction that fails is tried again later, then parked."""
    ready = Q(not_before=None) | Q(not_before__lte=clock.now())
    open_rows = Due.objects.filter(ready, parked=False).select_related("entry").order_by("reaction", "id")[:AT_ONCE]
    settled = 0
    for name, rows in groupby(list(open_rows), key=lambda due: due.reaction):
        settled += _settle_one_reaction(name, list(rows))
    return settled


def _settle_one_reaction(name: str, rows: list[Due]) -> int:
    reaction = reacting.REACTIONS.get(name)
    if reaction is None:  # a reaction that an upgrade took away owes nothing any more
        return _done(rows)
    if reaction.many:
        return _done(rows) if _runs(rows, lambda: reaction.many([due.entry for due in rows])) else 0  # type: ignore[misc]
    return sum(_done([due]) for due in rows if _runs([due], lambda due=due: reaction.one(due.entry)))  # type: ignore[misc]


def _runs(rows: list[Due], act) -> bool:  # type: ignore[no-untyped-def]
    try:
        act()
    except Exception as error:
        log.exception("%s failed on %s", rows[0].reaction, ", ".join(str(due.entry_id) for due in rows[:5]))
        for due in rows:
            _postpone(due, f"{type(error).__name__}: {error}")
        return False
    return True


def _postpone(due: Due, trouble: str) -> None:
    """Wait 1, 2, 4 … minutes; after the last try the row is parked where `commonwire check` shows it."""
    Due.objects.filter(pk=due.pk).update(
        tries=F("tries") + 1,
        not_before=clock.minute() + timedelta(minutes=2**due.tries),
        parked=due.tries + 1 >= TRIES,
        trouble=trouble[:2000],
    )


def _done(rows: list[Due]) -> int:
    Due.objects.filter(pk__in=[due.pk for due in rows]).delete()
    return len(rows)
