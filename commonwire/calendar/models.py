"""When and where: an event, and each of its dates."""

from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from commonwire.calendar.words import AccessFact, EventType, Precision, State
from commonwire.newswire.models import Post
from commonwire.newswire.words import Visibility

LONGEST = timedelta(days=60)  # an event lasts so long at most; views and keys look no further
NIGHT_ENDS = time(6)  # what ends by then, and lasts less than a day, is a night, and no event of two days


class Event(models.Model):
    """What the dates of an event have in common. `starts` and `ends` are UTC and those of its first date; `zone` is the IANA zone in
    which people will look at their clocks, and in which the rule is read.

    Where it is may be more than readers may see yet: only `whereabouts.py` decides what of it is shown.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    type = models.CharField(max_length=12, choices=EventType.choices, default=EventType.OTHER)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    all_day = models.BooleanField(default=False)  # then `starts` is midnight in `zone`, and `ends` the midnight after the last day
    zone = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SCHEDULED)
    state_note = models.CharField(max_length=300, blank=True)  # why, or when instead
    changed_at = models.DateTimeField(null=True)  # the last change of time, place or state
    previous_starts = models.DateTimeField(null=True)  # before it was moved
    previous_place = models.CharField(max_length=200, blank=True)  # as readers had seen it
    sequence = models.PositiveIntegerField(default=0)
    uid = models.CharField(max_length=255, blank=True)  # of an imported event; otherwise it is made of the public id

    place = models.CharField(max_length=200, blank=True)  # the venue's name
    address = models.CharField(max_length=300, blank=True)
    neighbourhood = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True)  # degrees, WGS 84
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=13, choices=Precision.choices, default=Precision.EXACT)
    exact_hours = models.PositiveIntegerField(null=True)  # how long before it begins the exact place is shown; None: never

    online_url = models.URLField(max_length=500, blank=True)
    organiser = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    access_facts = models.JSONField(default=list)  # codes of AccessFact
    access = models.TextField(blank=True)  # in words, a line each
    spoken = models.CharField(max_length=120, blank=True)  # languages, in words
    legal_help = models.CharField(max_length=120, blank=True)  # a telephone number
    capacity = models.PositiveIntegerField(null=True)

    rule = models.CharField(max_length=300, blank=True)  # RRULE without its name, checked by `recurrence/rule.py`
    further_dates = models.JSONField(default=list)  # RDATE: local times, ISO without offset
    left_out = models.JSONField(default=list)  # EXDATE: local times, ISO without offset
    expanded_until = models.DateTimeField(null=True)  # its dates stand as rows up to here; None when all of them do
    confirmed_at = models.DateTimeField(null=True)  # when its organisers last said that the series goes on
    unconfirmed = models.BooleanField(default=False)  # too long ago, and its pages were printed again to say so

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="event_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="event_point_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} on {self.starts:%Y-%m-%d}"

    @property
    def is_series(self) -> bool:
        return bool(self.rule or self.further_dates)

    @property
    def zoneinfo(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def local_start(self) -> datetime:
        return self.starts.astimezone(self.zoneinfo)

    @property
    def local_end(self) -> datetime | None:
        return self.ends.astimezone(self.zoneinfo) if self.ends else None

    @property
    def day(self) -> date:
        """The day it first begins, on the clocks of its place."""
        return self.local_start.date()

    @property
    def same_day(self) -> bool:
        return self.local_end is None or (self.local_end - timedelta(seconds=1)).date() == self.day

    @property
    def day_keys(self) -> list[str]:
        return sorted({key for date in self.occurrences.all() for key in date.day_keys})

    @property
    def access_labels(self) -> list[str]:
        return [str(AccessFact(code).label) for code in AccessFact.values if code in self.access_facts]

    @property
    def access_lines(self) -> list[str]:
        return [line.strip(" -•*") for line in self.access.split("\n") if line.strip()]


class Occurrences(models.QuerySet["Occurrence"]):
    def public(self) -> Self:
        return self.filter(event__post__visibility=Visibility.SHOWN)

    def starting(self, start: datetime, end: datetime) -> Self:
        return self.filter(starts__gte=start, starts__lt=end).order_by("starts", "id")

    def for_lists(self) -> Self:
        return self.select_related("event__post").prefetch_related("event__post__regions", "event__post__topics", "happenings")


class Occurrence(models.Model):
    """One date of an event; an event that happens once has one. `original` is the moment the rule gave (RECURRENCE-ID).

    A date that was changed by itself keeps its own hours, place or state, also when the series is expanded anew.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences")
    original = models.DateTimeField()
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    day = models.DateField()  # on the clocks of its place
    state = models.CharField(max_length=10, choices=State.choices, default=State.SCHEDULED)
    note = models.CharField(max_length=300, blank=True)
    elsewhere = models.JSONField(null=True)  # place, address, neighbourhood, city, latitude, longitude of this date alone
    changed = models.BooleanField(default=False)
    previous_starts = models.DateTimeField(null=True)
    previous_place = models.CharField(max_length=200, blank=True)
    exact_from = models.DateTimeField(null=True)  # when its exact place may be shown; None: see the event's precision
    is_exact = models.BooleanField(default=True)  # whether it is shown exactly by now

    objects: ClassVar[models.Manager["Occurrence"]] = Occurrences.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["starts", "id"], name="occurrence_starts"),
            models.Index(fields=["day", "starts", "id"], name="occurrence_day"),
            models.Index(fields=["is_exact", "exact_from"], name="occurrence_exact_from"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["event", "original"], name="occurrence_once"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="occurrence_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} on {self.day}"

    @property
    def post(self) -> Post:
        return self.event.post

    @property
    def local_start(self) -> datetime:
        return self.starts.astimezone(self.event.zoneinfo)

    @property
    def local_end(self) -> datetime | None:
        return self.ends.astimezone(self.event.zoneinfo) if self.ends else None

    @property
    def same_day(self) -> bool:
        return self.local_end is None or (self.local_end - timedelta(seconds=1)).date() == self.day

    @property
    def last_day(self) -> date:
        """The last day of which it takes a part; a night that ends at midnight takes none of the next."""
        return (self.local_end - timedelta(seconds=1)).date() if self.local_end and self.local_end > self.local_start else self.day

    @property
    def days(self) -> list[date]:
        """Each day on which the views show it, the first as beginning, the others as going on."""
        return [self.day + timedelta(days=n) for n in range((self.shown_until - self.day).days + 1)]

    @property
    def shown_until(self) -> date:
        end = self.local_end
        if self.ends is None or end is None or (self.ends - self.starts < timedelta(days=1) and end.time() <= NIGHT_ENDS):
            return self.day
        return min(self.last_day, self.day + LONGEST)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it has a place of its own; which, `whereabouts` says."""
        return bool(self.elsewhere)

    @property
    def code(self) -> str:
        """How addresses and forms name it: the moment that its series gave."""
        return f"{self.original.astimezone(UTC):%Y%m%dT%H%M}"

    @property
    def in_force(self) -> str:
        """Its state: that of the whole event where it was called off or put off, otherwise its own. What is called off today took place
        until yesterday."""
        event = self.event
        past = event.is_series and event.changed_at is not None and self.starts < event.changed_at
        return event.state if event.state in (State.CANCELLED, State.POSTPONED) and not past else self.state

    @property
    def told(self) -> tuple[int, int]:
        """How many readers said that it happened, and how many that it did not."""
        rows = self.happenings.all()
        return sum(row.happened for row in rows), sum(row.did_not for row in rows)

    @property
    def day_keys(self) -> list[str]:
        return list(dict.fromkeys(f"calendar@{cut}" for day in self.days for cut in (f"{day:%Y-%m}", f"{day:%Y-%m-%d}")))


class Happening(models.Model):
    """A reader's word that one date did or did not happen: counted by day, by nobody in particular."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="happenings")
    day = models.DateField()
    happened = models.PositiveIntegerField(default=0)
    did_not = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["occurrence", "day"], name="happening_day")]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.happened} yes, {self.did_not} no"
