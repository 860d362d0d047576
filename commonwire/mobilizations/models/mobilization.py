"""A day of action, its rallies, and what belongs to it."""

from datetime import date, timedelta
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.calendar.models import Event
from commonwire.mobilizations.words import Phase, WayToTakePart
from commonwire.newswire.models import Post
from commonwire.newswire.words import Visibility


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
    by_hand = models.BooleanField(default=False)  # somebody set the phase; then the calendar moves it no more
    called_by = models.CharField(max_length=300, blank=True)  # in words; organisations that call stand as endorsements with `calls`
    on_front = models.BooleanField(default=False)  # an editor says so
    press_contact = models.TextField(blank=True)
    legal_help = models.CharField(max_length=120, blank=True)  # telephone numbers
    medical_help = models.CharField(max_length=120, blank=True)
    arrest_support = models.CharField(max_length=120, blank=True)
    sequence = models.PositiveIntegerField(default=0)  # counts up with every change of its days, as calendar programs compare it

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

    def part(self, name: str) -> str:
        """The page key of one of its parts: `action:3@rallies`."""
        return f"{self.key}@{name}"

    @property
    def path(self) -> str:
        return f"/actions/{self.slug}/"

    @property
    def name(self) -> str:
        return self.post.headline

    @property
    def zoneinfo(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def days(self) -> list[date]:
        """Every day of it, in order."""
        following = [self.first_day + timedelta(days=n) for n in range((self.last_day - self.first_day).days + 1)]
        return sorted({*following, *map(date.fromisoformat, self.further_days)})

    @property
    def final_day(self) -> date:
        return max(self.last_day, *map(date.fromisoformat, self.further_days)) if self.further_days else self.last_day

    @property
    def way_words(self) -> list[str]:
        """How one takes part, as readers read it."""
        known = [str(WayToTakePart(code).label) for code in self.ways if code in WayToTakePart.values]
        return [*known, *(words for each in self.further_ways.split(",") if (words := each.strip()))]

    @property
    def help_numbers(self) -> list[tuple[str, str]]:
        rows = [(_("Legal help"), self.legal_help), (_("Medical help"), self.medical_help), (_("Arrest support"), self.arrest_support)]
        return [(label, number) for label, number in rows if number]

    @property
    def is_under_way(self) -> bool:
        return self.phase == Phase.UNDER_WAY


class Rally(models.Model):
    """An event that belongs to a day of action, with a short address for its flyer: `/r/CODE/`.

    It outlives the event, whose row goes when its author withdraws it: what is printed on paper leads to an answer.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="+")
    event = models.OneToOneField(Event, null=True, on_delete=models.SET_NULL, related_name="+")
    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="rallies")
    code = models.CharField(max_length=8, unique=True)

    class Meta:
        verbose_name_plural = "rallies"

    def __str__(self) -> str:
        return self.code

    @property
    def key(self) -> str:
        return f"rally:{self.pk}"

    @property
    def path(self) -> str:
        return f"/r/{self.code}/"


class Belonging(models.Model):
    """A post that belongs to a day of action: a rally when the post is an event, otherwise a report, a feature, a release. A report may
    belong to one of its rallies. `how` says by whose word."""

    class How(models.TextChoices):
        AUTHOR = "author", gettext_lazy("by its author")
        CODE = "code", gettext_lazy("sent from a rally's link")
        EDITOR = "editor", gettext_lazy("confirmed by an editor")

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="belongings")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    rally = models.ForeignKey(Rally, null=True, on_delete=models.SET_NULL, related_name="reports")
    how = models.CharField(max_length=8, choices=How.choices)
    shows_demands = models.BooleanField(default=False)  # the demands stand below the text, as they are now

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mobilization", "post"], name="belongs_once")]

    def __str__(self) -> str:
        return f"post {self.post_id} of {self.mobilization_id}"


class NamedRally(models.Model):
    """A rally that somebody spoke of and nobody has announced yet with hour and place: `source` is where its city is named.

    It is shown below the rallies until an event there belongs to the day; then `event` says which.
    """

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="named_rallies")
    place = models.CharField(max_length=200)
    source = models.CharField(max_length=500, blank=True)  # an address, or path and anchor of a line
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name_plural = "named rallies"
        constraints = [models.UniqueConstraint(fields=["mobilization", "place"], name="rally_named_once")]

    def __str__(self) -> str:
        return self.place
