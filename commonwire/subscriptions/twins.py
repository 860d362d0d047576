"""Events that look like the same one: by their identifier, or by their hour together with their title or place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from anyascii import anyascii

from commonwire.calendar.models import Event, Occurrence
from commonwire.newswire.words import Visibility
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.reading.taken import Taken

NEAR = timedelta(minutes=15)
ALIKE = 0.6  # of the words of the shorter title
_THERE = (Visibility.SHOWN, Visibility.HELD, Visibility.EMBARGOED)
_AT_ONCE = 400  # values in one query
_EMPTY = {"the", "and", "for", "with", "der", "die", "das", "und", "los", "las", "del", "una", "por", "para", "con"}


@dataclass(frozen=True)
class Known:
    """What is to be known of an event to compare it."""

    event: int
    starts: datetime
    title: str
    place: str


def twins_of(taken: list[Taken], source: Source) -> dict[int, int]:
    """For the index of each taken event: the event that it seems to be. What this source itself brought is no twin."""
    own = set(TakenEvent.objects.filter(source=source, event__isnull=False).values_list("event_id", flat=True))
    by_uid, near = _by_uid(taken), _near(taken)
    found: dict[int, int] = {}
    for index, each in enumerate(taken):
        known = by_uid.get(each.uid) or next(
            (each_known.event for each_known in _around(near, each.starts) if alike(each, each_known)), None
        )
        if known and known not in own:
            found[index] = known
    return found


def alike(taken: Taken, known: Known) -> bool:
    return _similar(taken.summary, known.title) or _same_place(taken.location, known.place)


def known_of(event: Event) -> Known:
    return Known(event.pk, event.starts, event.post.headline, f"{event.place} {event.address}")


def _by_uid(taken: list[Taken]) -> dict[str, int]:
    uids = sorted({each.uid for each in taken})
    found: dict[str, int] = {}
    for at in range(0, len(uids), _AT_ONCE):
        some = uids[at : at + _AT_ONCE]
        elsewhere = TakenEvent.objects.filter(uid__in=some, event__post__visibility__in=_THERE)
        found.update(elsewhere.values_list("uid", "event_id"))
        found.update(Event.objects.filter(uid__in=some, post__visibility__in=_THERE).values_list("uid", "pk"))
    return found


def _near(taken: list[Taken]) -> dict[int, list[Known]]:
    """Events by quarter of an hour, of the days on which anything was taken."""
    found: dict[int, list[Known]] = defaultdict(list)
    days = sorted({day for each in taken for day in (each.starts.date() + timedelta(days=n) for n in (-1, 0, 1))})
    names = ("event_id", "starts", "event__post__headline", "event__place", "event__address")
    for at in range(0, len(days), _AT_ONCE):
        dates = Occurrence.objects.filter(day__in=days[at : at + _AT_ONCE], event__post__visibility__in=_THERE)
        for event, starts, title, place, address in dates.order_by("id").values_list(*names):
            found[_quarter(starts)].append(Known(event, starts, title, f"{place} {address}"))
    return found


def _quarter(moment: datetime) -> int:
    return int(moment.timestamp() // NEAR.total_seconds())


def _around(near: dict[int, list[Known]], moment: datetime) -> Iterator[Known]:
    for quarter in range(_quarter(moment) - 1, _quarter(moment) + 2):
        yield from (known for known in near.get(quarter, ()) if abs(known.starts - moment) <= NEAR)


def _similar(title: str, other: str) -> bool:
    one, two = _words(title), _words(other)
    shared, shorter = len(one & two), min(len(one), len(two))
    return bool(shorter) and (one == two or (shared >= 2 and shared / shorter >= ALIKE))


def _same_place(place: str, other: str) -> bool:
    one, two = _words(place), _words(other)
    return len(one & two) >= 2 and (one <= two or two <= one)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", anyascii(text).lower()) if len(word) > 2 or word.isdigit()} - _EMPTY


def point_out_twins(event: Event, waiting: Iterable[TakenEvent]) -> list[TakenEvent]:
    """Of what waits beside it, that which looks like this event; changed, not saved."""
    known, found = known_of(event), []
    for row in waiting:
        if abs(row.starts - event.starts) <= NEAR and alike(row.taken, known):
            row.twin = event
            found.append(row)
    return found
