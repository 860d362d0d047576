"""What stewards say a region looks like: its outline, or only where its middle is."""

from django.db import models

from commonwire.taxonomy.models import Region


class Outline(models.Model):
    """`rings`: polygons, each a list of closed rings of [longitude, latitude]; empty where there is a centre only.

    A ring may run on beyond 180 degrees, so that land across the antimeridian stays in one piece.
    """

    region = models.OneToOneField(Region, on_delete=models.CASCADE, related_name="+")
    rings = models.JSONField(default=list, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(latitude__gte=-90, latitude__lte=90), name="outline_latitude"),
            models.CheckConstraint(condition=models.Q(longitude__gte=-180, longitude__lte=180), name="outline_longitude"),
        ]

    def __str__(self) -> str:
        return f"outline of {self.region}"

    @property
    def centre(self) -> tuple[float, float]:
        """(latitude, longitude)."""
        return self.latitude, self.longitude
