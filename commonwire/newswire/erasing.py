"""What is erased is gone from the disk, not only from view: the write-ahead log holds old pages of the database until emptied."""

from django.db import connection, transaction


def leave_no_trace() -> None:
    """Empty the write-ahead log once the running transaction has committed. On PostgreSQL the reaction `scrub` vacuums."""
    if connection.vendor == "sqlite":
        transaction.on_commit(empty_write_ahead_log)


def empty_write_ahead_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def scrub(tables: list[str]) -> None:
    """Overwrite or give back what deleted rows left behind. Not inside a transaction."""
    if connection.vendor == "sqlite":
        empty_write_ahead_log()
        return
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
