"""Settle what is due. Run by the one worker (a file lock makes it one), never inside a transaction around a slow reaction."""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import groupby

from django.db.models import Case, F, Q, When

from commonwire.base import clock
from commonwire.base.errors import where
from commonwire.ledger.models import Due
from commonwire.ledger.reacting import REACTIONS, Reacting

TRIES = 8
AT_ONCE = 100  # a hide among them waits for no more than these
log = logging.getLogger("commonwire.ledger")


def settle(stop: Callable[[], bool] = lambda: False) -> int:
    """Run every reaction that is due; returns how many rows were settled. A reaction that fails is tried again later, then parked.

    `stop` is asked between reactions; what is left stays due.
    """
    ready = Q(not_before=None) | Q(not_before__lte=clock.now())
    leading = Case(When(reaction__in=[name for name, each in REACTIONS.items() if each.first], then=0), default=1)
    open_rows = Due.objects.filter(ready, parked=False).select_related("entry").order_by(leading, "reaction", "id")[:AT_ONCE]
    settled = 0
    for name, group in groupby(list(open_rows), key=lambda due: due.reaction):
        if stop():
            break
        rows, reaction = list(group), REACTIONS.get(name)
        # A reaction that an upgrade took away owes nothing any more.
        settled += _settle_rows(reaction, rows, stop) if reaction else _done(rows)
    return settled


def _settle_rows(reaction: Reacting, rows: list[Due], stop: Callable[[], bool]) -> int:
    if reaction.many and len(rows) > 1 and not _trouble(partial(reaction.many, [due.entry for due in rows]), rows):
        return _done(rows)
    settled = 0
    for due in rows:  # one by one, also after a batch failed: only what is broken waits
        if stop():
            break
        trouble = _trouble(partial(reaction.run, due.entry), [due])
        settled += 0 if trouble else _done([due])
        if trouble:
            _postpone(due, trouble)
    return settled


def _trouble(act: Callable[[], None], rows: list[Due]) -> str:
    """Empty when it went well, otherwise the kind of error; its words may quote a post and are not kept."""
    try:
        act()
    except Exception as error:  # noqa: BLE001  # the worker goes on; the row says what failed and is tried again
        log.error("%s failed on entries %s: %s", rows[0].reaction, ", ".join(str(due.entry_id) for due in rows[:5]), where(error))
        return type(error).__name__
    return ""


def _postpone(due: Due, trouble: str) -> None:
    """Wait 1, 2, 4 … minutes; after the last try the row is parked where the desk and `commonwire check` show it."""
    Due.objects.filter(pk=due.pk).update(
        tries=F("tries") + 1,
        not_before=clock.minute() + timedelta(minutes=2**due.tries),
        parked=due.tries + 1 >= TRIES,
        trouble=trouble,
    )


def _done(rows: list[Due]) -> int:
    Due.objects.filter(pk__in=[due.pk for due in rows]).delete()
    return len(rows)
