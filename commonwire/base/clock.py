"""The time, never finer than a minute: what is not known cannot be taken."""

from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """The present in UTC, to be compared with but not to be stored."""
    return datetime.now(UTC)


def minute() -> datetime:
    """The running minute in UTC: the finest time the house may store."""
    return now().replace(second=0, microsecond=0)


def hour() -> datetime:
    """The running hour in UTC, for what is held or hidden."""
    return minute().replace(minute=0)


def minutes_ahead(count: int) -> datetime:
    return minute() + timedelta(minutes=count)
