"""The rallies of a day, one row each, by hour or by place; where each is only as far as readers may know."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Q, QuerySet

from commonwire.base.remember import once
from commonwire.calendar.models import Occurrence
from commonwire.calendar.whereabouts import Where, whereabouts
from commonwire.calendar.words import State
from commonwire.mobilizations.models import Mobilization, NamedRally, Rally
from commonwire.mobilizations.queries import rallies_of
from commonwire.newswire.models import Post

# Of a thousand rallies the texts stay where they are, and every moment that costs reading: what tells hour, place and state is read.
_OF_POST = """body summary release source_url credit_url related_url hidden_because sent dated plain byline receipt_salt receipt_hash
    receipt_until hidden_at publish_at updated published medium standing highlighted licence credit source_name content_note
    plain_release"""
_OF_EVENT = "access access_facts contact expanded_until confirmed_at left_out spoken capacity uid legal_help cost changed_at"
LEFT = [f"event__post__{name}" for name in _OF_POST.split()] + [f"event__{name}" for name in _OF_EVENT.split()]


@dataclass(frozen=True)
class Row:
    rally: Rally
    date: Occurrence
    where: Where

    @property
    def post(self) -> Post:
        return self.date.event.post

    @property
    def town(self) -> str:
        return self.where.city or self.where.neighbourhood or self.where.place

    @property
    def is_off(self) -> bool:
        return self.date.in_force in (State.CANCELLED, State.POSTPONED)

    @property
    def state_words(self) -> str:
        return "" if self.date.in_force == State.SCHEDULED else str(State(self.date.in_force).label)

    @property
    def label(self) -> str:
        """For the map's list: town, hour, name; the day where there is more than one."""
        one_day = self.rally.mobilization.first_day == self.rally.mobilization.final_day == self.date.day
        hour = f"{self.date.local_start:%H:%M}" if one_day else f"{self.date.local_start:%Y-%m-%d %H:%M}"
        return ", ".join(each for each in (self.town, hour, self.post.headline) if each)


def table_of(mobilization: Mobilization) -> list[Row]:
    """By hour; two queries, once in a baking."""
    return once(("rallies", mobilization.pk), lambda: _read(mobilization))


def _read(mobilization: Mobilization) -> list[Row]:
    rallies = {each.event_id: each for each in rallies_of(mobilization)}
    dates = {each.event_id: each for each in reversed(_dates(rallies_of(mobilization), mobilization))}
    if left := [event for event in rallies if event not in dates]:  # on other days: a warm-up, a trial
        for date in _with_event(Occurrence.objects.filter(event__in=left, original=F("event__starts"))):
            dates[date.event_id] = date
    for each in rallies.values():
        each.mobilization = mobilization
    rows = [Row(rally, dates[event], whereabouts(dates[event])) for event, rally in rallies.items() if event in dates]
    return sorted(rows, key=lambda row: (row.date.starts, row.town.casefold(), row.post.headline))


def _dates(rallies: QuerySet[Rally], mobilization: Mobilization) -> list[Occurrence]:
    """Those that fall on the day of action; of a series there may be several."""
    days = (mobilization.first_day, mobilization.final_day)
    return list(_with_event(Occurrence.objects.filter(event__in=rallies.values("event"), day__range=days)).order_by("starts", "id"))


def _with_event(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    return dates.select_related("event__post").defer(*LEFT)


def by_town(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Towns by name; those whose place is not known stand last."""
    ordered = sorted(rows, key=lambda row: (not row.town, row.town.casefold(), row.date.starts))
    return [(town, list(some)) for town, some in groupby(ordered, key=lambda row: row.town)]


def spoken_of(mobilization: Mobilization) -> list[NamedRally]:
    """Rallies that were named and that nobody has announced; one that waits for the desk, or was hidden, announces nothing."""
    announced = Q(event__in=rallies_of(mobilization).values("event"))
    return list(NamedRally.objects.filter(mobilization=mobilization).filter(Q(event=None) | ~announced).order_by("place"))


def row_of(rally: Rally) -> Row | None:
    """Its row; None when readers may not see it (any more)."""
    if rally.event is None or not rally.post.is_shown:
        return None
    mobilization = rally.mobilization
    dates = Occurrence.objects.filter(event=rally.event).select_related("event__post").order_by("starts", "id")
    on_the_day = dates.filter(day__range=(mobilization.first_day, mobilization.final_day)).first()
    date = on_the_day or dates.first()
    return Row(rally, date, whereabouts(date)) if date else None
