"""From dates to events: each event once, and of a series the dates that are not as its rule says. Three queries, however many events."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Q

from commonwire.calendar.icalendar.vevent import Told
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.relations import relations_of
from commonwire.calendar.rules import unconfirmed_since
from commonwire.calendar.words import Precision

MOST_REVEALED = 8  # dates of a series whose exact place is told by itself


def uid_of(event: Event, host: str) -> str:
    return event.uid or f"{event.post.public_id}@{host}"


def dates_told(dates: list[Occurrence], host: str) -> list[Told]:
    first: dict[int, Occurrence] = {}
    for date in dates:
        first.setdefault(date.event_id, date)
    series = {pk: date.event for pk, date in first.items() if date.event.is_series}
    own, last = _own_dates(series), _last_dates(series)
    relations = relations_of([date.post for date in first.values()])
    return [
        Told(
            date=_as_the_rule_says(date.event) if pk in series else date,
            uid=uid_of(date.event, host),
            unconfirmed=unconfirmed_since(date.event) is not None,
            relations=relations.get(date.event.post_id, ()),
            own=own.get(pk, ()),
            last=last.get(pk),
        )
        for pk, date in first.items()
    ]


def _own_dates(series: dict[int, Event]) -> dict[int, list[Occurrence]]:
    """Changed by themselves, or near enough that their exact place is shown while that of the others is not: the last few of those."""
    if not series:
        return {}
    revealed = Q(is_exact=True, exact_from__isnull=False)
    found: dict[int, list[Occurrence]] = defaultdict(list)
    seen: dict[int, int] = defaultdict(int)
    for date in Occurrence.objects.filter(Q(changed=True) | revealed, event__in=list(series)).order_by("-starts", "-id"):
        date.event = series[date.event_id]
        seen[date.event_id] += not date.changed
        if date.changed or seen[date.event_id] <= MOST_REVEALED:
            found[date.event_id].append(date)
    return found


def _last_dates(series: Iterable[int]) -> dict[int, datetime]:
    wanted = list(series)
    rows = Occurrence.objects.filter(event__in=wanted).order_by().values_list("event_id").annotate(last=Max("starts")) if wanted else []
    return dict(rows)


def _as_the_rule_says(event: Event) -> Occurrence:
    """The first date as the rule has it; where it is, as coarsely as for the dates that are furthest away."""
    return Occurrence(
        event=event,
        original=event.starts,
        starts=event.starts,
        ends=event.ends,
        day=event.day,
        is_exact=event.precision == Precision.EXACT,
    )
