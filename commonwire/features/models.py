"""A feature and what it gathers."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from commonwire.newswire.models import Post
from commonwire.newswire.words import Visibility


class Phase(models.TextChoices):
    NONE = "", _("none")
    CALL = "call", _("Call")
    LIVE = "live", _("Live")
    REPORT_BACK = "report-back", _("Report-back")


class LinkKind(models.TextChoices):
    NONE = "", _("none")
    EVENT = "event", _("event")
    ARTICLE = "article", _("article")
    PHOTO = "photo", _("photo")
    AUDIO = "audio", _("audio")
    VIDEO = "video", _("video")
    DOCUMENT = "document", _("document")
    FEATURE = "feature", _("feature")
    ACTION = "action", _("action")


class Features(models.QuerySet["Feature"]):
    def public(self) -> Self:
        return self.filter(post__visibility=Visibility.SHOWN)

    def newest(self) -> Self:
        """What was published or revised last leads."""
        return self.order_by(Coalesce("post__updated", "post__published").desc(), "-post_id")

    def for_lists(self) -> Self:
        """With all that a feature shows, in a fixed number of queries."""
        return self.select_related("post").prefetch_related(
            "post__topics",
            "post__regions",
            "post__files__file__renditions",
            "lines",
            "rows__links__target",
            "quotations__source",
        )


class Feature(models.Model):
    """`dated` and `redated` are the dates printed under the headline: days, kept apart from the times of its records."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    phase = models.CharField(max_length=12, choices=Phase.choices, blank=True)
    dated = models.DateField(null=True)
    redated = models.DateField(null=True)

    objects: ClassVar[models.Manager["Feature"]] = Features.as_manager()
    details: Mapping[str, object] | None = None  # in a preview: what the form was told that rooms above keep

    def __str__(self) -> str:
        return str(self.post)

    @property
    def further_lines(self) -> list["HeadlineLine"]:
        """The headline stack below the headline itself; a line that repeats an earlier one says so."""
        seen = {self.post.headline}
        lines = []
        for line in self.lines.all():
            line.repeats = line.text in seen
            seen.add(line.text)
            lines.append(line)
        return lines


class HeadlineLine(models.Model):
    """A line of the stack after the first; order kept, also of one that repeats."""

    feature = models.ForeignKey(Feature, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    repeats = False

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text


class LinkRow(models.Model):
    """`Coverage: photo … | photo …`. In `event Read More | ICE Out` the kind word stands before the row's own label: `kind_first`.

    `fills_from` names what fills the row behind its typed links (`filling.py`); empty: nothing does.
    """

    feature = models.ForeignKey(Feature, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=80, blank=True)
    kind_first = models.CharField(max_length=10, choices=LinkKind.choices, blank=True)
    fills_from = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.label or "row"


class RowLink(models.Model):
    """A link with the editor's own label; it leads to a post, to an address, or nowhere yet."""

    row = models.ForeignKey(LinkRow, on_delete=models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LinkKind.choices, blank=True)
    label = models.CharField(max_length=300)
    target = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="+")
    url = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["label"], name="row_link_label")]

    def __str__(self) -> str:
        return self.label

    @property
    def address(self) -> str:
        """Where it leads; empty when unresolved or when its post is no longer shown."""
        if self.target_id and self.target:
            return self.target.path or "" if self.target.is_shown else ""
        return self.url


class Quotation(models.Model):
    """Words quoted from a post, with the paragraph they stand in: `[quote 1]` in the text shows the first."""

    feature = models.ForeignKey(Feature, on_delete=models.CASCADE, related_name="quotations")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    speaker = models.CharField(max_length=200, blank=True)
    source = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="+")
    paragraph = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.words[:60]


class Revision(models.Model):
    """What a feature said from this minute on, whole, so that two of them can be compared by anybody."""

    feature = models.ForeignKey(Feature, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    said = models.JSONField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["feature", "number"], name="revision_number")]

    def __str__(self) -> str:
        return f"revision {self.number} of feature {self.feature_id}"
