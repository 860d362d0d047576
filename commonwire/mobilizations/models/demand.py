"""What is demanded, and how it was worded over time."""

from django.db import models

from commonwire.mobilizations.models.mobilization import Mobilization
from commonwire.mobilizations.words import DemandState


class Demand(models.Model):
    """A demand keeps its number and its address, `#demand-2`, for ever; its wordings are versions."""

    State = DemandState

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="demands")
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=500, blank=True)  # where it is written: an address, or path and anchor of a line
    to_whom = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=DemandState.choices, default=DemandState.OPEN)
    state_source = models.CharField(max_length=500, blank=True)
    state_day = models.DateField(null=True)

    class Meta:
        ordering = ["position", "number"]
        constraints = [models.UniqueConstraint(fields=["mobilization", "number"], name="demand_number")]

    def __str__(self) -> str:
        return f"demand {self.number} of {self.mobilization_id}"

    @property
    def anchor(self) -> str:
        return f"demand-{self.number}"

    def wording(self, *languages: str) -> "DemandWording | None":
        """The newest in the first of these languages that has one, otherwise the newest there is. Prefetch `wordings`."""
        newest: dict[str, DemandWording] = {}
        for each in self.wordings.all():
            if each.language not in newest or newest[each.language].version < each.version:
                newest[each.language] = each
        return next((newest[each] for each in languages if each in newest), next(iter(newest.values()), None))


class DemandWording(models.Model):
    """What a demand says in one language from this minute on; the newest version counts."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["demand", "language", "version"], name="demand_wording_version")]

    def __str__(self) -> str:
        return self.text[:60]
