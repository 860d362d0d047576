"""What the calendar holds of its events: how long a series counts as confirmed, when readers are believed, what may still be told."""

from datetime import date, datetime, timedelta

from commonwire.base import clock
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.words import State

CONFIRMED_FOR = timedelta(weeks=13)
TOLD_FOR = timedelta(days=60)  # how long after a date readers may say whether it happened
UNENDED = timedelta(hours=2)  # how long a date without an end counts as under way
DOUBTED_FROM = 3  # readers who say that it did not happen, and more than say that it did


def unconfirmed_since(event: Event) -> datetime | None:
    """When its organisers last said that a series goes on, if that is too long ago to rely on; None while it is fresh, or no series."""
    if not event.is_series or event.confirmed_at is None or event.confirmed_at + CONFIRMED_FOR > clock.now():
        return None
    return event.confirmed_at


def unconfirmed_day(event: Event) -> date | None:
    """The same as a day where it takes place."""
    since = unconfirmed_since(event)
    return since.astimezone(event.zoneinfo).date() if since else None


def becomes_unconfirmed(event: Event) -> datetime | None:
    """The moment from which it will count as unconfirmed; None when it never will, or does already."""
    if not event.is_series or event.confirmed_at is None or unconfirmed_since(event):
        return None
    return event.confirmed_at + CONFIRMED_FOR


def over_at(date: Occurrence) -> datetime:
    """When a date is over."""
    return date.ends or date.starts + UNENDED


def takes_word(date: Occurrence) -> bool:
    """Whether readers may say now that this date did, or did not, happen."""
    over = over_at(date)
    return date.event.post.is_shown and date.in_force != State.CANCELLED and over <= clock.now() < over + TOLD_FOR


def is_doubted(happened: int, did_not: int) -> bool:
    return did_not >= DOUBTED_FROM and did_not > happened
