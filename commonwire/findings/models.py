"""What was read, what was found in it, and what was not understood."""

from django.db import models

from commonwire.base.ids import public_id
from commonwire.findings.facts import FactKind
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.models import Post


class Reading(models.Model):
    """Some posts read together, once. `mobilization` is the day of action into which an editor last took what was found."""

    public_id = models.CharField(max_length=13, unique=True, default=public_id)
    made = models.DateTimeField()
    posts = models.ManyToManyField(Post, related_name="+")
    mobilization = models.ForeignKey(Mobilization, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.public_id


class Finding(models.Model):
    """One fact with the line it came from. `twins` are the addresses of other lines that say the same."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=13, choices=FactKind.choices)
    value = models.JSONField()
    words = models.TextField()  # of the line, as they stand there
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=300)  # behind the post's address: a paragraph, or the words that a browser looks for
    twins = models.JSONField(default=list)  # [post's row number, anchor]
    taken_into = models.ForeignKey(Mobilization, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="finding_position")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.words[:60]}"

    @property
    def is_taken_at_first(self) -> bool:
        """What only tells something, or needs a person to decide, is not ticked beforehand."""
        return self.kind not in (FactKind.CONTRADICTION, FactKind.SAME_BODY, FactKind.BODY) and "note" not in self.value

    @property
    def said(self) -> list[str]:
        """What goes into the data, without empty words."""
        return [text for name, text in self.value.items() if text and name not in ("post", "note")]

    @property
    def address(self) -> str:
        """Of the line; empty when its post is no longer shown."""
        return f"{self.post.path}#{self.anchor}" if self.post.is_shown else ""


class Unread(models.Model):
    """A line in which no rule found anything."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="unread")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=300)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def address(self) -> str:
        return f"{self.post.path}#{self.anchor}" if self.post.is_shown else ""
