"""What the press must remember of a page beyond the file: which other keys it showed, when it goes stale, what is owed a baking."""

from django.db import models


class Shown(models.Model):
    """The page printed for `source` also showed `key`: when `key` is touched, `source` is printed again."""

    source = models.CharField(max_length=80)
    path = models.CharField(max_length=300)
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["path", "key"], name="shown_once")]
        indexes = [models.Index(fields=["key"], name="shown_key")]

    def __str__(self) -> str:
        return f"{self.path} shows {self.key}"


class Stale(models.Model):
    """Time is an actor: the page at `path` must be printed again, for `source`, when `until` has come."""

    path = models.CharField(max_length=300, unique=True)
    source = models.CharField(max_length=80)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.path} until {self.until:%Y-%m-%d %H:%M}"


class Owed(models.Model):
    """A key of an older edition, to be printed when nothing more urgent is due; after some failures it waits for somebody to look."""

    key = models.CharField(max_length=80, unique=True)
    tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.key


class Edition(models.Model):
    """The edition whose pages lie on the shelf: templates, styles, code and site-wide decisions, as one hash."""

    name = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name
