"""What comes, for an agenda: of a series its next date, and the few after that beside it, so that one weekly meeting is one line."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from commonwire.calendar.models import Occurrence, Occurrences
from commonwire.calendar.queries import Where, dates_of, public_dates
from commonwire.calendar.words import State

FURTHER = 3  # dates of a series that are named after its next one
OFF = (State.CANCELLED, State.POSTPONED)


@dataclass(frozen=True)
class Coming:
    """`further` by the id of the event; `beyond` is the day of the first line that found no room."""

    dates: list[Occurrence]
    further: dict[int, list[Occurrence]]
    beyond: date | None


def coming(where: Where | None, start: datetime, most: int) -> Coming:
    """The same few queries however many dates there are."""
    first = list(_first_of_each(public_dates(where).filter(starts__gte=start), 1).order_by("starts", "id")[: most + 1])
    shown = first[:most]
    dates = dates_of({"id__in": [each.pk for each in shown]})
    return Coming(dates, _further(dates, start), first[most].day if len(first) > most else None)


def all_of(where: Where | None, most: int) -> Coming:
    """Every date, each on its own line, past ones too."""
    dates = dates_of(where, most=most + 1)
    return Coming(dates[:most], {}, dates[most].day if len(dates) > most else None)


def _further(dates: list[Occurrence], start: datetime) -> dict[int, list[Occurrence]]:
    """Those that take place as far as is known; what is off is told where it would stand next, and on its event's page."""
    series = {each.event_id: each for each in dates if each.event.is_series}
    ahead = Occurrence.objects.filter(event__in=series, starts__gte=start).exclude(Q(state__in=OFF) | Q(event__state__in=OFF))
    rows = _first_of_each(ahead.exclude(pk__in=[each.pk for each in dates]), FURTHER).order_by("starts", "id")
    further: dict[int, list[Occurrence]] = {}
    for each in rows:
        each.event = series[each.event_id].event
        further.setdefault(each.event_id, []).append(each)
    return further


def _first_of_each(dates: Occurrences, most: int) -> Occurrences:
    """The first few of each event among these."""
    turn = Window(RowNumber(), partition_by=F("event_id"), order_by=[F("starts").asc(), F("id").asc()])
    found: Occurrences = dates.annotate(turn=turn).filter(turn__lte=most)
    return found
