"""What is erased is gone from the disk, not only from view: the write-ahead log holds old pages of the database until emptied."""

from functools import partial

from django.db import OperationalError, connection, transaction

from commonwire.ledger.models import Entry
from commonwire.ledger.reacting import reacts


def leave_no_trace() -> None:
    """Empty the write-ahead log once the running transaction has committed. On PostgreSQL the reaction `scrub` vacuums."""
    if connection.vendor == "sqlite":
        # robust: what is committed is done, and nobody shall be told otherwise; `scrub` tries again.
        transaction.on_commit(_try_to_empty, robust=True)


def _try_to_empty() -> None:
    empty_write_ahead_log()


def empty_write_ahead_log() -> bool:
    """False when somebody was still reading an older state, so that the log could not be emptied."""
    with connection.cursor() as cursor:
        busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def scrub_after(noun: str, table: str) -> None:
    """Have a table scrubbed whenever a row of it, in the ledger called `noun`, was withdrawn or corrected."""
    for done in ("withdrawn", "corrected"):

        def scrub_table(entry: Entry) -> None:
            scrub([table])

        scrub_table.__name__ = f"scrub_{done}_{noun}"  # the name under which the ledger owes it
        reacts(f"{noun}.{done}")(scrub_table)


def scrub(tables: list[str]) -> None:
    """Overwrite or give back what deleted rows left behind; inside a transaction, once that has committed."""
    if connection.in_atomic_block:
        transaction.on_commit(partial(scrub, tables))
        return
    if connection.vendor == "sqlite":
        if not empty_write_ahead_log():
            raise OperationalError("the write-ahead log is still being read")  # the ledger tries again
        return
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
