"""What was taken in, and where it stood before."""

from django.db import models

from commonwire.newswire.models import Post


class TakenIn(models.Model):
    """A document of an older site that became a post.

    `content` knows it again without an address: a digest of its kind, title and date. `plan` is a digest of all that was made of it, so
    that the same document changes nothing. `layout` is the order of its lines; the words themselves are those of the post, its parts and
    its files, and only what has no other home (labels of the old site) stands in it. `said` is a digest of the post's words, by which
    is known whether they are still the archive's: once somebody corrects them here, the layout no longer holds.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    content = models.CharField(max_length=64, db_index=True)
    plan = models.CharField(max_length=64)
    layout = models.JSONField(default=dict)
    said = models.CharField(max_length=64, blank=True)
    comments = models.JSONField(default=list)  # public ids of the comments taken in, in order

    def __str__(self) -> str:
        return f"taken in: {self.post}"


class Address(models.Model):
    """An address of the older site, in its normal form, and where it leads: a post, perhaps a place on its page."""

    path = models.CharField(max_length=500, unique=True)
    number = models.BigIntegerField(null=True)  # in the old site's one number space, so that its other addresses lead here too
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    fragment = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [models.Index(fields=["number"], name="address_number")]

    def __str__(self) -> str:
        return self.path
