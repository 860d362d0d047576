"""Whose calendar it is, and what was understood of the events in it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from commonwire.base.ids import public_id
from commonwire.calendar.models import Event
from commonwire.subscriptions.reading.taken import Taken, from_json
from commonwire.subscriptions.words import PUBLISHED, WAITING, TakenState
from commonwire.taxonomy.models import Region, Topic


class Sources(models.QuerySet["Source"]):
    def followed(self) -> Self:
        return self.exclude(url="").filter(paused=False)


class Source(models.Model):
    """Somebody's calendar. Without `url` its files are uploaded by hand; with one it is looked at every `hours` hours.

    What comes from a `trusted` one is published, and followed, without waiting, unless something about it was in doubt.
    """

    public_id = models.CharField(max_length=13, unique=True, default=public_id)
    name = models.CharField(max_length=120, unique=True)  # signs its events
    url = models.CharField(max_length=500, blank=True)
    hours = models.PositiveSmallIntegerField(default=6)
    language = models.CharField(max_length=12)
    regions = models.ManyToManyField(Region, related_name="+")
    topics = models.ManyToManyField(Topic, related_name="+")
    trusted = models.BooleanField(default=False)
    paused = models.BooleanField(default=False)
    etag = models.CharField(max_length=200, blank=True)
    looked_at = models.DateTimeField(null=True)  # to the hour
    next_look = models.DateTimeField(null=True)
    answer = models.CharField(max_length=400, blank=True)  # what came of the last look, in a sentence
    notes = models.JSONField(default=list)  # sentences about the last file: what was left out of it
    failures = models.PositiveSmallIntegerField(default=0)  # looks in a row that brought nothing

    objects: ClassVar[models.Manager["Source"]] = Sources.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["paused", "next_look"], name="source_next_look")]
        constraints = [
            models.UniqueConstraint(fields=["url"], condition=~Q(url=""), name="source_url_once"),
            models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=168), name="source_hours"),
        ]

    def __str__(self) -> str:
        return self.name


class TakenEvents(models.QuerySet["TakenEvent"]):
    def waiting(self) -> Self:
        return self.filter(state__in=WAITING)


class TakenEvent(models.Model):
    """One event of a source. `said` is what its calendar says now (a Taken as JSON), `followed` what of that our event
    says: None while there never was one, empty when there was and it has been withdrawn."""

    public_id = models.CharField(max_length=13, unique=True, default=public_id)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="events")
    uid = models.CharField(max_length=255)
    recurrence = models.CharField(max_length=32, blank=True)
    content = models.CharField(max_length=32)  # a hash of what is said
    starts = models.DateTimeField()
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")
    twin = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")  # an event that looks like the same
    state = models.CharField(max_length=9, choices=TakenState.choices, default=TakenState.HELD)
    doubtful = models.BooleanField(default=False)  # waits for the desk even when its source is trusted
    said = models.JSONField()
    followed = models.JSONField(null=True)
    since = models.DateTimeField()  # in this state, to the hour

    objects: ClassVar[models.Manager["TakenEvent"]] = TakenEvents.as_manager()

    class Meta:
        ordering = ["starts", "id"]
        indexes = [
            models.Index(fields=["state", "starts", "id"], name="taken_state"),
            models.Index(fields=["uid"], name="taken_uid"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source", "uid", "recurrence"], name="taken_once"),
            models.CheckConstraint(condition=~Q(state=TakenState.HELD) | Q(event=None), name="taken_held_is_no_event_yet"),
        ]

    def __str__(self) -> str:
        return f"{self.uid} of source {self.source_id}"

    @property
    def taken(self) -> Taken:
        return from_json(self.said)

    @property
    def is_published(self) -> bool:
        return self.state in PUBLISHED and self.event_id is not None
