"""What a page shows of an event: which of its dates it speaks of, where, how often, and what is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from commonwire.base import clock
from commonwire.base.remember import once
from commonwire.calendar.dates import EVER, fresh_date, horizon, series_of
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.recurrence.expand import expand
from commonwire.calendar.recurrence.sentence import series_words
from commonwire.calendar.relations import Relation, relations_of
from commonwire.calendar.rules import TOLD_FOR, UNENDED, becomes_unconfirmed, is_doubted, over_at, takes_word, unconfirmed_day
from commonwire.calendar.telling import Telling, telling_of
from commonwire.calendar.whereabouts import Where, after_reveal, before_reveal, whereabouts
from commonwire.calendar.words import Precision
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind

NEXT = 6  # dates of a series that a page names
SEEN_BACK = timedelta(days=61)
MOST_SEEN = 90  # of a daily series: two months back, and enough ahead


@dataclass(frozen=True)
class Line:
    date: Occurrence
    telling: Telling | None
    where: Where


@dataclass(frozen=True)
class Showing:
    """`date` is the next one that is not over, or the last; `asked` the one of which readers may say whether it happened."""

    event: Event
    date: Occurrence
    telling: Telling | None
    where: Where
    series: str
    following: list[Line]
    asked: Occurrence | None = None
    relations: tuple[Relation, ...] = ()
    until: datetime | None = None  # when some of this stops being true by itself
    later: Where | None = None  # in the author's preview: the place as it will stand once it is shown exactly

    @property
    def unconfirmed(self) -> day | None:
        """Since which day nobody has confirmed the series; None while it is fresh."""
        return unconfirmed_day(self.event)

    @property
    def happened(self) -> int:
        return self.asked.told[0] if self.asked else 0

    @property
    def did_not(self) -> int:
        return self.asked.told[1] if self.asked else 0

    @property
    def doubted(self) -> bool:
        return is_doubted(self.happened, self.did_not)

    @property
    def exact_at(self) -> datetime | None:
        """The hour, on the clocks of the place, at which the exact place will be shown."""
        return self.where.exact_from.astimezone(self.event.zoneinfo) if self.where.exact_from else None


def shown_of(post: Post) -> Showing | None:
    """Of a post that is an event; worked out once in a baking for all that ask."""
    return once(("showing", post.pk), lambda: _shown_of(post)) if post.kind == Kind.EVENT else None


def _shown_of(post: Post) -> Showing | None:
    event = Event.objects.filter(post=post).select_related("post").first()
    return showing_of(event) if event else None


def showing_of(event: Event) -> Showing:
    """For its page; the same few queries however many dates there are."""
    coming = _with_event(event, event.occurrences.filter(starts__gte=clock.now() - SEEN_BACK).order_by("starts", "id")[:MOST_SEEN])
    ahead = [date for date in coming if over_at(date) > clock.now()]
    behind = [date for date in coming if date not in ahead]
    date = (ahead or behind[-1:] or _with_event(event, event.occurrences.order_by("-starts", "-id")[:1]))[0]
    asked = next((each for each in reversed(behind) if takes_word(each)), None)
    return Showing(
        event=event,
        date=date,
        telling=telling_of(date),
        where=whereabouts(date),
        series=series_words(event),
        following=[Line(each, telling_of(each), whereabouts(each)) for each in ahead[:NEXT]] if event.is_series else [],
        asked=asked,
        relations=tuple(relations_of([event.post]).get(event.post_id, ())),
        until=_goes_stale(event, ahead, asked),
    )


def _goes_stale(event: Event, ahead: list[Occurrence], asked: Occurrence | None) -> datetime | None:
    """When the next date is over, readers can no longer say how the last one was, or the series counts as unconfirmed."""
    moments = [*(over_at(date) for date in ahead), over_at(asked) + TOLD_FOR if asked else None, becomes_unconfirmed(event)]
    return min((moment for moment in moments if moment), default=None)


def next_dates(posts: Sequence[int]) -> dict[int, Occurrence]:
    """By the id of its post: the date of an event that is not over, or its last; one query for all of them."""
    now = clock.now()
    own = Occurrence.objects.filter(event=OuterRef("pk")).values("pk")
    ahead = own.filter(Q(ends__gt=now) | Q(ends=None, starts__gt=now - UNENDED)).order_by("starts", "id")[:1]
    events = Event.objects.filter(post__in=posts).annotate(shown=Coalesce(Subquery(ahead), Subquery(own.order_by("-starts", "-id")[:1])))
    found = Occurrence.objects.filter(pk__in=events.values("shown")).select_related("event__post") if posts else []
    return {date.event.post_id: date for date in found}


def _with_event(event: Event, dates: object) -> list[Occurrence]:
    found = list(dates.prefetch_related("happenings"))  # type: ignore[attr-defined]  # a queryset of dates
    for date in found:
        date.event = event
    return found


def showing_of_draft(event: Event) -> Showing:
    """For the preview of an event that is not stored: what readers will see at first, and what once all is shown."""
    dates = [fresh_date(event, moment) for moment in expand(series_of(event), since=EVER, until=horizon(event))[:NEXT]]
    date = dates[0]
    return Showing(
        event=event,
        date=date,
        telling=None,
        where=before_reveal(event),
        series=series_words(event),
        following=[Line(each, None, before_reveal(event)) for each in dates] if event.is_series else [],
        later=after_reveal(event) if event.precision != Precision.EXACT and event.exact_hours else None,
    )
