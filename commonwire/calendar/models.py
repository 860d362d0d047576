"""When and where."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from commonwire.newswire.models import Post
from commonwire.newswire.words import Visibility


class Events(models.QuerySet["Event"]):
    def public(self) -> Self:
        return self.filter(post__visibility=Visibility.SHOWN)

    def starting(self, start: datetime, end: datetime) -> Self:
        return self.filter(starts__gte=start, starts__lt=end).order_by("starts", "id")

    def for_lists(self) -> Self:
        return self.select_related("post").prefetch_related("post__regions", "post__topics")


class Event(models.Model):
    """`starts` and `ends` are UTC; `zone` is the IANA zone in which people will look at their clocks."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    zone = models.CharField(max_length=64)
    place = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)  # of the place, given for publication
    online_url = models.URLField(max_length=500, blank=True)
    organiser = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    access = models.TextField(blank=True)
    sequence = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Event"]] = Events.as_manager()

    class Meta:
        indexes = [models.Index(fields=["starts", "id"], name="event_starts")]
        constraints = [models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="event_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.post_id} on {self.starts:%Y-%m-%d}"

    @property
    def local_start(self) -> datetime:
        return self.starts.astimezone(ZoneInfo(self.zone))

    @property
    def local_end(self) -> datetime | None:
        return self.ends.astimezone(ZoneInfo(self.zone)) if self.ends else None

    @property
    def day(self) -> date:
        """The day it begins, on the clocks of its place."""
        return self.local_start.date()

    @property
    def same_day(self) -> bool:
        return self.local_end is None or (self.local_end - timedelta(seconds=1)).date() == self.day

    @property
    def access_lines(self) -> list[str]:
        return [line.strip(" -•*") for line in self.access.split("\n") if line.strip()]

    @property
    def day_keys(self) -> list[str]:
        return [f"calendar@{self.day:%Y-%m}", f"calendar@{self.day:%Y-%m-%d}"]
