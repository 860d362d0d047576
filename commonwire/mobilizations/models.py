"""A day of action and what hangs on it."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonwire.calendar.models import Event
from commonwire.newswire.models import Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import Organisation


class Phase(models.TextChoices):
    CALLED = "called", _("called")
    UNDER_WAY = "under-way", _("under way")
    REPORT_BACK = "report-back", _("report-back")


class WayToTakePart(models.TextChoices):
    NO_WORK = "no-work", _("no work")
    NO_SCHOOL = "no-school", _("no school")
    NO_SHOPPING = "no-shopping", _("no shopping")
    STRIKE = "strike", _("strike")
    WALKOUT = "walkout", _("walkout")
    PICKET = "picket", _("picket")
    RALLY = "rally", _("rally")
    MARCH = "march", _("march")
    VIGIL = "vigil", _("vigil")
    BOYCOTT = "boycott", _("boycott")
    PHONE = "phone", _("phone calls")
    ONLINE = "online", _("online")


class Mobilizations(models.QuerySet["Mobilization"]):
    def public(self) -> Self:
        return self.filter(post__visibility=Visibility.SHOWN)


class Mobilization(models.Model):
    """One-to-one with a post of kind "action": the post's headline is its first name, its body the call, its address `/actions/SLUG/`."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=80, unique=True)
    names = models.JSONField(default=list)  # further names, in order: ["Day of Truth and Freedom"]
    slogan = models.CharField(max_length=200, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()  # the same when it is one day
    further_days = models.JSONField(default=list)  # ISO dates that do not follow on each other
    zone = models.CharField(max_length=64)
    place = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=200, blank=True)  # "statewide, with solidarity elsewhere"
    ways = models.JSONField(default=list)  # codes of WayToTakePart
    further_ways = models.CharField(max_length=300, blank=True)
    phase = models.CharField(max_length=12, choices=Phase.choices, default=Phase.CALLED)
    called_by = models.CharField(max_length=300, blank=True)  # in words; organisations that call stand as endorsements with `calls`
    on_front = models.BooleanField(default=False)  # an editor says so
    press_contact = models.TextField(blank=True)
    legal_help = models.CharField(max_length=120, blank=True)  # telephone numbers
    medical_help = models.CharField(max_length=120, blank=True)
    arrest_support = models.CharField(max_length=120, blank=True)

    objects: ClassVar[models.Manager["Mobilization"]] = Mobilizations.as_manager()

    class Meta:
        indexes = [models.Index(fields=["first_day", "id"], name="mobilization_day")]
        constraints = [
            models.CheckConstraint(condition=models.Q(last_day__gte=models.F("first_day")), name="mobilization_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def key(self) -> str:
        return f"action:{self.pk}"

    @property
    def path(self) -> str:
        return f"/actions/{self.slug}/"


class Belonging(models.Model):
    """A post that belongs to a day of action: a rally when the post is an event, otherwise a report, a feature, a release. A report may
    belong to one of its rallies. `how` says by whose word."""

    class How(models.TextChoices):
        AUTHOR = "author", _("by its author")
        CODE = "code", _("sent from a rally's link")
        EDITOR = "editor", _("confirmed by an editor")

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="belongings")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    rally = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")
    how = models.CharField(max_length=8, choices=How.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mobilization", "post"], name="belongs_once")]

    def __str__(self) -> str:
        return f"post {self.post_id} of {self.mobilization_id}"


class Rally(models.Model):
    """The short code of a rally (an event that belongs to a day of action), for its flyer: `/r/CODE/`."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="rallies")
    code = models.CharField(max_length=8, unique=True)

    def __str__(self) -> str:
        return self.code


class Demand(models.Model):
    """A demand keeps its number and its address, `#demand-2`, for ever; its wordings are versions."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        PARTLY_MET = "partly-met", _("partly met")
        MET = "met", _("met")
        WITHDRAWN = "withdrawn", _("withdrawn")

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="demands")
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    to_whom = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    state_source = models.CharField(max_length=500, blank=True)
    state_day = models.DateField(null=True)

    class Meta:
        ordering = ["position", "number"]
        constraints = [models.UniqueConstraint(fields=["mobilization", "number"], name="demand_number")]

    def __str__(self) -> str:
        return f"demand {self.number} of {self.mobilization_id}"


class DemandWording(models.Model):
    """What a demand says in one language from this minute on; the newest version counts."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["demand", "language", "version"], name="demand_wording_version")]

    def __str__(self) -> str:
        return self.text[:60]


class Standing(models.TextChoices):
    """Of an endorsement or a pledge: sent → confirmed → withdrawn or broken."""

    CLAIMED = "claimed", _("not confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    BROKEN = "broken", _("broken")


class Endorsement(Submission):
    """A body stands behind the call. `organisation` is set once an editor or the author knows the profile; `name` is what was sent."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="endorsements")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=120, blank=True)
    calls = models.BooleanField(default=False)  # it is among those who call
    statement = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    since = models.DateField(null=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.CLAIMED)
    standing_note = models.CharField(max_length=300, blank=True)  # confirmed how, withdrawn or broken by which source
    standing_day = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["mobilization", "visibility", "name"], name="endorsement_name")]

    def __str__(self) -> str:
        return self.name


class PledgeType(models.Model):
    """What is promised, e.g. a "4th Amendment Business": its terms, in the words of the call."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="pledge_types")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    terms = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["mobilization", "slug"], name="pledge_type_slug")]

    def __str__(self) -> str:
        return self.name


class Pledge(Submission):
    """Who took it, since when, confirmed how; withdrawn or broken with its source."""

    type = models.ForeignKey(PledgeType, on_delete=models.CASCADE, related_name="pledges")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=120, blank=True)
    statement = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    since = models.DateField(null=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.CLAIMED)
    standing_note = models.CharField(max_length=300, blank=True)
    standing_day = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["type", "visibility", "name"], name="pledge_name")]

    def __str__(self) -> str:
        return self.name
