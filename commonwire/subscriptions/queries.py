"""What waits, by queue."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.words import WAITING

AT_ONCE = 50


def queue(state: str, *, source: Source | None = None, after: str = "", most: int = AT_ONCE) -> "Queue":
    """The oldest dates first; `after` is the public id of the last that was shown."""
    rows = TakenEvent.objects.filter(state=state, **({"source": source} if source else {}))
    before = TakenEvent.objects.filter(public_id=after).first() if after else None
    if before:
        rows = rows.filter(Q(starts__gt=before.starts) | Q(starts=before.starts, pk__gt=before.pk))
    found = list(for_desk(rows)[: most + 1])
    return Queue(state, found[:most], found[most - 1].public_id if len(found) > most else "")


@dataclass(frozen=True)
class Queue:
    state: str
    rows: list[TakenEvent]
    more: str  # after which the rest begins; empty when there is none


def for_desk(rows: "QuerySet[TakenEvent]") -> "QuerySet[TakenEvent]":
    return rows.select_related("source", "event__post", "twin__post").order_by("starts", "pk")


def sources() -> "QuerySet[Source]":
    """With how many of their events wait, and how many are events of this site."""
    waiting = Count("events", filter=Q(events__state__in=WAITING))
    published = Count("events", filter=Q(events__event__isnull=False))
    return Source.objects.annotate(waiting=waiting, published=published).order_by("name")
