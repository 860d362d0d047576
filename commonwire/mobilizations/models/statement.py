"""What bodies say of a day of action: endorsements and pledges."""

from django.db import models

from commonwire.mobilizations.models.mobilization import Mobilization
from commonwire.mobilizations.words import Standing
from commonwire.newswire.submission import Submission
from commonwire.organisations.models import Organisation, OrganisationKind


class Statement(Submission):
    """A body's word about a day of action. `organisation` is set once its profile is known; `name` is what was sent.

    Only bodies and businesses: no table of the house holds a list of people who support something.
    """

    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices, blank=True)
    place = models.CharField(max_length=120, blank=True)
    statement = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    since = models.DateField(null=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.CLAIMED)
    standing_note = models.CharField(max_length=300, blank=True)  # confirmed how, withdrawn or broken by which source
    standing_day = models.DateField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def day_of_action(self) -> Mobilization:
        raise NotImplementedError

    @property
    def kind_words(self) -> str:
        return str(OrganisationKind(self.kind).label) if self.kind else ""


class Endorsement(Statement):
    """A body stands behind the call; `calls`: it is among those who call."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="endorsements")
    calls = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["mobilization", "visibility", "standing", "name"], name="endorsement_name")]

    @property
    def day_of_action(self) -> Mobilization:
        return self.mobilization


class PledgeType(models.Model):
    """What is promised, e.g. a "4th Amendment Business": its terms, in the words of the call."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="pledge_types")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    terms = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["mobilization", "slug"], name="pledge_type_slug")]

    def __str__(self) -> str:
        return self.name


class Pledge(Statement):
    """Who took it, since when, confirmed how; withdrawn or broken with its source."""

    type = models.ForeignKey(PledgeType, on_delete=models.CASCADE, related_name="pledges")

    class Meta:
        indexes = [models.Index(fields=["type", "visibility", "standing", "name"], name="pledge_name")]

    @property
    def day_of_action(self) -> Mobilization:
        return self.type.mobilization
