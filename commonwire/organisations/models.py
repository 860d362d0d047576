"""An organisation as it is known in public, and how."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility


class OrganisationKind(models.TextChoices):
    UNION = "union", _("union")
    FEDERATION = "federation", _("federation or council of unions")
    TENANTS = "tenants", _("tenants' association")
    COMMUNITY = "community", _("community group")
    FAITH = "faith", _("faith body")
    SCHOOL = "school", _("school or students' body")
    COALITION = "coalition", _("coalition")
    PARTY = "party", _("party")
    BUSINESS = "business", _("business")
    PUBLIC_BODY = "public-body", _("public body")
    OTHER = "other", _("something else")


class Organisations(models.QuerySet["Organisation"]):
    def public(self) -> Self:
        return self.filter(visibility=Visibility.SHOWN)


class Organisation(Submission):
    """`umbrella` is the body above it; no chain of umbrellas closes to a circle (see `rules.py`)."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices, default=OrganisationKind.OTHER)
    umbrella = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="affiliates")
    place = models.CharField(max_length=120, blank=True)  # where it sits: a city
    area = models.CharField(max_length=200, blank=True)  # whom it covers, in words: "seven counties"
    website = models.URLField(max_length=500, blank=True)
    about = models.TextField(blank=True)
    public_key = models.TextField(blank=True)  # Ed25519, as it was given: OpenSSH or PEM

    objects: ClassVar[models.Manager["Organisation"]] = Organisations.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(umbrella=None) | ~Q(umbrella=F("id")), name="organisation_is_not_its_own_umbrella")]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        return f"organisation:{self.pk}"

    @property
    def path(self) -> str:
        return f"/organisations/{self.slug}/"


class SizeOf(models.TextChoices):
    MEMBERS = "members", _("people")
    AFFILIATES = "affiliates", _("affiliated bodies")


class Size(models.Model):
    """How many, as somebody said on some day: "over 80,000" has `low` 80,000 and no `high`."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="sizes")
    of = models.CharField(max_length=10, choices=SizeOf.choices)
    low = models.PositiveIntegerField(null=True)
    high = models.PositiveIntegerField(null=True)
    wording = models.CharField(max_length=120, blank=True)  # as the source has it: "175+", "over 80,000"
    source = models.CharField(max_length=500, blank=True)  # words or an address
    stated = models.DateField(null=True)  # the day of the source

    class Meta:
        ordering = ["-stated", "-id"]

    def __str__(self) -> str:
        return self.wording or f"{self.low}–{self.high}"


class Method(models.TextChoices):
    DNS = "dns", _("a DNS record")
    WELL_KNOWN = "well-known", _("a file on its website")
    SIGNED = "signed", _("a signed message")
    CALL = "call", _("a telephone call by a member of the collective")


class Proof(models.Model):
    """That a statement is theirs: how and on which day it was found. `statement` is the public id of what is proven, or empty: the
    profile itself. `challenge` is the word that the record, the file or the message must hold."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="proofs")
    statement = models.CharField(max_length=13, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices)
    challenge = models.CharField(max_length=64, blank=True)
    detail = models.CharField(max_length=300, blank=True)  # the name asked, the address read, the note of the call
    proven = models.DateField(null=True)  # None: asked for, not found yet
    lost = models.DateField(null=True)  # no longer found

    class Meta:
        ordering = ["-proven", "id"]

    def __str__(self) -> str:
        return f"{self.method} of {self.organisation_id}"
