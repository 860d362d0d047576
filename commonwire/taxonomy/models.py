"""Regions and topics: a slug for addresses, a name in each language, an order."""

from django.db import models

from commonwire.site.models import spoken_of


class Place(models.Model):
    """What a region and a topic have in common."""

    slug = models.SlugField(max_length=60, unique=True)
    names = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the language being spoken, otherwise in whichever there is."""
        return spoken_of(self.names) or self.slug

    @property
    def key(self) -> str:
        return f"{self._meta.model_name}:{self.pk}"

    @property
    def path(self) -> str:
        return f"/{self._meta.model_name}/{self.slug}/"


class Region(Place):
    pass


class Topic(Place):
    pass
