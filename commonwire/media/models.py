"""Files and what is served of them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from commonwire.base import clock, ids

# IS NOT NULL must be said: a comparison with NULL is neither true nor false, and a constraint that is not false holds.
_BOTH_SIDES_OR_NONE = Q(width=None, height=None) | Q(width__isnull=False, height__isnull=False, width__gt=0, height__gt=0)


class FileQuerySet(models.QuerySet["File"]):
    def drafts(self) -> FileQuerySet:
        return self.filter(state=File.State.DRAFT)

    def shown(self) -> FileQuerySet:
        """What a page may show: files that are there, and the named places of those that are missing."""
        return self.filter(state__in=[File.State.READY, File.State.MISSING])

    def missing(self) -> FileQuerySet:
        return self.filter(state=File.State.MISSING)

    def made_before(self, moment: datetime) -> FileQuerySet:
        return self.filter(made__lt=moment)

    def with_renditions(self) -> FileQuerySet:
        """So that a list of pictures costs two queries, however many there are."""
        return self.prefetch_related("renditions")


class File(models.Model):
    """A picture, sound, video or document that belongs to something published. Never the upload, its name or its hash.

    accept ──▶ draft ──claim──▶ ready ──┐
                 │                ▲     │
                 │               fill   erase
                 │                │     │
    make_placeholder ────────▶ missing ─┤
                 │                      ▼
                 └──erase─────────▶  erased   (the row alone; nothing leads out)
    """

    class Kind(models.TextChoices):
        PICTURE = "picture"
        AUDIO = "audio"
        DOCUMENT = "document"
        VIDEO = "video"

    class State(models.TextChoices):
        DRAFT = "draft"
        READY = "ready"
        MISSING = "missing"
        ERASED = "erased"

    public_id = models.CharField(max_length=13, unique=True, default=ids.public_id)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    title = models.CharField(max_length=300, blank=True)
    alt = models.CharField(max_length=2000, blank=True)
    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    width = models.PositiveIntegerField(null=True)  # of the cleaned original
    height = models.PositiveIntegerField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    name = models.CharField(max_length=255, blank=True)  # printed in an archive, hence content; an uploader's name is never kept
    reduced = models.BooleanField(default=False)  # the archive showed a reduction and named the original's size
    told = models.JSONField(default=list)  # codes of told.CODES, shown to the author before publishing and then forgotten
    made = models.DateTimeField(default=clock.hour)  # a finer time would tell when a delayed post was really sent

    objects: ClassVar = FileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "made"], name="file_state")]
        constraints = [
            models.CheckConstraint(name="file_kind", condition=Q(kind__in=["picture", "audio", "document", "video"])),
            models.CheckConstraint(name="file_state_known", condition=Q(state__in=["draft", "ready", "missing", "erased"])),
            models.CheckConstraint(name="file_both_sides_or_none", condition=_BOTH_SIDES_OR_NONE),
            models.CheckConstraint(
                name="file_ready_picture_has_sides",
                condition=~Q(kind="picture", state__in=["draft", "ready"]) | Q(width__isnull=False),
            ),
            models.CheckConstraint(name="file_missing_has_name", condition=~Q(state="missing") | ~Q(name="")),
            models.CheckConstraint(
                name="file_erased_is_wordless",
                condition=~Q(state="erased") | Q(title="", alt="", caption="", credit="", licence="", name="", width=None, seconds=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id} ({self.state})"


class Rendition(models.Model):
    """One file below /media/: one size and form of a picture, or a sound. Its path is random and tells nothing."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="renditions")
    path = models.CharField(max_length=60, unique=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    content_type = models.CharField(max_length=30)
    bytes = models.PositiveBigIntegerField()
    moving = models.BooleanField(default=False)

    class Meta:
        ordering = ["width", "content_type"]
        constraints = [
            models.CheckConstraint(name="rendition_holds_bytes", condition=Q(bytes__gt=0)),
            models.CheckConstraint(name="rendition_below_media", condition=Q(path__startswith="/media/")),
            models.CheckConstraint(name="rendition_both_sides_or_none", condition=_BOTH_SIDES_OR_NONE),
        ]

    def __str__(self) -> str:
        return self.path
