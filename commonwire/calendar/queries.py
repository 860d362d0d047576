"""Dates: of a span, of what comes, of a region, a topic, a type; and where the calendar begins and ends."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from commonwire.base import clock
from commonwire.base.remember import once
from commonwire.calendar.models import LONGEST, Event, Occurrence, Occurrences
from commonwire.calendar.rules import becomes_unconfirmed
from commonwire.newswire.models import Post
from commonwire.site.models import Site

Days = list[tuple[date, list[Occurrence]]]
Where = Mapping[str, object]

ACCESS = "access_fact"
EASTMOST = timedelta(hours=14)  # so long before midnight in UTC a day begins somewhere
SHORT = timedelta(hours=6)  # what lasts no longer than this stands on one day alone
FAR = timedelta(days=366)  # so far from any date an empty day, week or month is still a page


def public_dates(where: Where | None = None) -> Occurrences:
    """`where` narrows: by words of the date (`event__type`, `event__post__in`), by words of its post for short (`regions`, `topics`), or
    by one access fact (`access_fact`)."""
    dates: Occurrences = Occurrence.objects.all()
    dates = dates.public()
    for name, value in (where or {}).items():
        if name == ACCESS:
            # A list in JSON as text: the same question for SQLite and PostgreSQL.
            dates = dates.annotate(facts_text=Cast("event__access_facts", TextField())).filter(facts_text__contains=f'"{value}"')
        else:
            dates = dates.filter(**{name if name.startswith(("event__", "id__")) else f"event__post__{name}": value})
    return dates


def dates_of(where: Where | None, start: datetime | None = None, end: datetime | None = None, most: int | None = None) -> list[Occurrence]:
    """The dates that begin in a span, oldest first, with what a line shows of them."""
    dates = public_dates(where).for_lists().order_by("starts", "id")
    if start:
        dates = dates.filter(starts__gte=start)
    if end:
        dates = dates.filter(starts__lt=end)
    return list(dates[:most] if most else dates)


def for_file(dates: list[Occurrence]) -> list[Occurrence]:
    """The first date of each of these events, with all that a calendar file says of it: of a series one date is enough."""
    first: dict[int, Occurrence] = {}
    for each in dates:
        first.setdefault(each.event_id, each)
    return with_pictures(list(first.values()))


def with_pictures(dates: list[Occurrence]) -> list[Occurrence]:
    posts = Post.objects.filter(pk__in={each.event.post_id for each in dates}).prefetch_related(
        "regions", "topics", "files__file__renditions"
    )
    known = {post.pk: post for post in posts} if dates else {}
    for each in dates:
        each.event.post = known[each.event.post_id]
    return dates


def event_of(post: Post) -> Event | None:
    return Event.objects.filter(post=post).select_related("post").first()


def today(site: Site) -> date:
    return clock.now().astimezone(site.zoneinfo).date()


def start_of(day: date, site: Site) -> datetime:
    """The midnight with which a day begins where the site is."""
    return datetime(day.year, day.month, day.day, tzinfo=site.zoneinfo)


def coming_days(site: Site, days: int, where: Where | None = None, most: int = 12) -> Days:
    """From this midnight, where the site is, for so many days; of a series the next date alone, so that it floods no box."""
    start = start_of(today(site), site)
    narrowed = tuple(sorted((name, str(value)) for name, value in (where or {}).items()))

    def make() -> list[Occurrence]:
        dates = public_dates(where).starting(start, start + timedelta(days=days)).values_list("event_id", "id")
        first: dict[int, int] = {}
        for event, pk in dates[: most * 25]:
            first.setdefault(event, pk)
        return dates_of({"id__in": list(first.values())[:most]})

    return by_day(once(("days", start, days, most, narrowed), make))


def under_way(site: Site, where: Where | None = None) -> list[Occurrence]:
    """What began before today and has not ended: a strike, an occupation, a week of action."""
    start = start_of(today(site), site)
    dates = public_dates(where).for_lists().filter(starts__gte=start - LONGEST, starts__lt=start, ends__gt=start)
    return list(dates.order_by("starts", "id"))


def of_days(first: date, last: date, where: Where | None = None) -> list[Occurrence]:
    """The dates that take a part of some days, both included, also when they began before; on the clocks of their own places, which may
    be a day away from the site's."""

    def find() -> list[Occurrence]:
        begins = datetime.combine(first, time(), UTC) - EASTMOST
        dates = public_dates(where).for_lists().filter(day__gte=first - LONGEST, day__lte=last).order_by("day", "starts", "id")
        found = dates.filter(Q(day__gte=first) | Q(ends__gt=begins))
        return [each for each in found if each.day >= first or each.shown_until >= first]

    return find() if where else once(("of_days", first, last), find)


def doubtful_from(dates: Iterable[Occurrence]) -> datetime | None:
    """The first moment at which a series among these counts as unconfirmed: what shows it is to be printed again then."""
    events = {each.event_id: each.event for each in dates}
    return min((moment for event in events.values() if (moment := becomes_unconfirmed(event))), default=None)


def by_day(dates: list[Occurrence]) -> Days:
    days: dict[date, list[Occurrence]] = defaultdict(list)
    for each in dates:
        days[each.day].append(each)
    return sorted(days.items())


def by_each_day(dates: Iterable[Occurrence]) -> dict[date, tuple[list[Occurrence], list[Occurrence]]]:
    """What begins on each day, and what goes on."""
    days: dict[date, tuple[list[Occurrence], list[Occurrence]]] = defaultdict(lambda: ([], []))
    for each in dates:
        for day in each.days:
            days[day][day != each.day].append(each)
    return days


def nearest(first: date, last: date) -> tuple[date | None, date | None]:
    """The last day with a date before these days, and the first after them."""
    dates = public_dates()
    before = dates.filter(day__lt=first).order_by("-day").values_list("day", flat=True).first()
    after = dates.filter(day__gt=last).order_by("day").values_list("day", flat=True).first()
    return before, after


def is_near(first: date, last: date, site: Site) -> bool:
    """Whether these days are worth a page although nothing is on them: near to today or to any date of the calendar."""
    present = today(site)
    if first - FAR <= present <= last + FAR:
        return True
    return public_dates().filter(day__gte=first - FAR, day__lte=last + FAR).exists()


def days_with_dates() -> list[date]:
    """Every day that has a page: on which something begins, or goes on."""
    dates = public_dates().order_by()
    long = dates.filter(ends__gt=F("starts") + SHORT).select_related("event").only("day", "starts", "ends", "event__zone")
    return sorted({*dates.values_list("day", flat=True).distinct(), *(day for each in long.iterator() for day in each.days)})


def subscribed(where: Where | None, back: int = 90, ahead: int = 366 * 5) -> list[Occurrence]:
    """What a calendar to subscribe to holds: what comes, and what was in the last months, so that nothing vanishes on the day after."""
    present = clock.now().replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return for_file(dates_of(where, present - timedelta(days=back), present + timedelta(days=ahead)))
