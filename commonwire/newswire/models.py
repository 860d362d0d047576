"""The post and what hangs on it."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from commonwire.base import clock, receipts
from commonwire.base.difference import differences
from commonwire.media.models import File
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import STREAM, Kind, Medium, Standing, Visibility
from commonwire.site.licences import LICENCES, Licence
from commonwire.taxonomy.models import Region, Topic

if TYPE_CHECKING:
    from commonwire.newswire.marks import Mark


class Posts(models.QuerySet["Post"]):
    def public(self) -> Self:
        return self.filter(visibility=Visibility.SHOWN)

    def stream(self) -> Self:
        """What flows in the newswire."""
        return self.public().filter(kind__in=STREAM)

    def newest(self) -> Self:
        return self.order_by("-published", "-id")

    def for_lists(self) -> Self:
        """With what a line of a list shows, in a fixed number of queries."""
        return self.prefetch_related("topics", "regions", "files__file__renditions")


class Post(Submission):
    kind = models.CharField(max_length=14, choices=Kind.choices)
    headline = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    plain_release = models.BooleanField(default=False)  # the author switched the press-release block off
    release = models.JSONField(null=True)
    medium = models.CharField(max_length=8, choices=Medium.choices, default=Medium.TEXT)
    standing = models.CharField(max_length=9, choices=Standing.choices, default=Standing.NEW)
    highlighted = models.BooleanField(default=False)
    path = models.CharField(max_length=200, unique=True, null=True)  # noqa: DJ001  # null until it has one, for uniqueness
    published = models.DateTimeField(null=True)
    updated = models.DateTimeField(null=True)
    publish_at = models.DateTimeField(null=True)
    related_url = models.URLField(max_length=500, blank=True)
    source_name = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    credit_url = models.URLField(max_length=500, blank=True)
    licence = models.CharField(max_length=20, choices=[(code, code) for code in LICENCES])
    content_note = models.CharField(max_length=200, blank=True)
    regions = models.ManyToManyField(Region, related_name="+")
    topics = models.ManyToManyField(Topic, related_name="+")

    objects: ClassVar[models.Manager["Post"]] = Posts.as_manager()
    mark: "Mark | None" = None  # no column: what must be said before its headline, where `with_marks` read it for a list

    class Meta:
        indexes = [
            models.Index(fields=["visibility", "kind", "-published", "-id"], name="post_kind"),
            models.Index(fields=["visibility", "standing", "-published", "-id"], name="post_standing"),
            models.Index(fields=["visibility", "medium", "-published", "-id"], name="post_medium"),
            models.Index(fields=["visibility", "-published", "-id"], name="post_newest"),
            models.Index(fields=["visibility", "publish_at"], name="post_publish_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.SHOWN) | Q(path__isnull=False, published__isnull=False),
                name="shown_has_an_address",
            )
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def key(self) -> str:
        return f"post:{self.pk}"

    @property
    def short_path(self) -> str:
        return f"/n/{self.public_id}/"

    def opened_as(self, receipt: str) -> str | None:
        held = super().opened_as(receipt)
        return held if held is not None else next((each.name for each in self.named_receipts.all() if each.is_opened_by(receipt)), None)

    @property
    def signature(self) -> str:
        """The byline as readers see it."""
        return self.byline or _("anonymous")

    @property
    def icon(self) -> str:
        """What a list says it is: the kind where the kind has a column of its own, otherwise the medium."""
        return str(Kind(self.kind).label if self.kind not in STREAM else Medium(self.medium).label)

    @property
    def licence_words(self) -> Licence:
        return LICENCES[self.licence]

    @property
    def ordered_files(self) -> list[File]:
        """The post's own files, not those of its parts; in order."""
        own = [each for each in self.files.all() if each.part_id is None]
        return [each.file for each in sorted(own, key=lambda each: each.position)]

    @property
    def lead(self) -> File | None:
        return next((file for file in self.ordered_files if file.kind == "picture"), None)


class NamedReceipt(models.Model):
    """A further receipt of the same post, for somebody who helps with it; its name tells it from the others."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="named_receipts")
    name = models.CharField(max_length=60)
    salt = models.BinaryField(max_length=16)
    hash = models.BinaryField(max_length=32)
    until = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["post", "name"], name="receipt_name")]

    def __str__(self) -> str:
        return self.name

    def is_opened_by(self, receipt: str) -> bool:
        return self.until > clock.now() and receipts.opens(receipt, bytes(self.salt), bytes(self.hash))


class Part(Submission):
    """§: a section the author added, with its own title, byline, media, caption and address."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    related_url = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["post", "position"], name="part_position")]

    def __str__(self) -> str:
        return f"§ {self.title}"

    @property
    def ordered_files(self) -> list[File]:
        return [each.file for each in sorted(self.files.all(), key=lambda each: each.position)]


class PostFile(models.Model):
    """Which file stands where in which post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="files")
    part = models.ForeignKey(Part, null=True, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField(File, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"file {self.file_id} of post {self.post_id}"


class FurtherMedia(models.Model):
    """Media held elsewhere: a title and an address, never loaded from the other site until a reader asks."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="further_media")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=500)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title or self.url


class Correction(models.Model):
    """The author corrected the post: readers see when, and why if the author says so; old words only if the author shows them."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="corrections")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"correction of post {self.post_id}"

    @property
    def differences(self) -> list[str]:
        """Old and new, field by field, as HTML with <del> and <ins>."""
        return [differences(str(old), str((self.new or {}).get(name, ""))) for name, old in (self.old or {}).items()]


class CommentKind(models.TextChoices):
    ADDITION = "addition", "addition"
    COMMENT = "comment", "comment"


class Comment(Submission):
    """What readers add under a post: facts (an addition) or talk (a comment)."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="comments")
    kind = models.CharField(max_length=8, choices=CommentKind.choices)
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["post", "id"], name="comment_post")]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    @property
    def signature(self) -> str:
        return self.byline or _("anonymous")
