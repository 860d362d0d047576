"""An organisation as it is known in public, and how."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.organisations.size_words import said_of
from commonwire.organisations.words import Method, OrganisationKind, SizeOf

__all__ = ["Amendment", "Method", "Organisation", "OrganisationKind", "Proof", "Size", "SizeOf"]


class Organisations(models.QuerySet["Organisation"]):
    def public(self) -> Self:
        return self.filter(visibility=Visibility.SHOWN)


class Organisation(Submission):
    """`umbrella` is the body above it; no chain of umbrellas closes to a circle (`affiliate.py`).

    `name_key`, `short_key` and `folded` are the names without case, accents and punctuation, to find them by (`folding.py`).
    A profile that was merged into another stays as a row: its address and its names lead to the other.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    name_key = models.CharField(max_length=200, db_index=True, blank=True)
    short_key = models.CharField(max_length=60, db_index=True, blank=True)
    folded = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices, default=OrganisationKind.OTHER)
    umbrella = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="affiliates")
    merged_into = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="merged")
    place = models.CharField(max_length=120, blank=True)  # where it sits: a city
    area = models.CharField(max_length=200, blank=True)  # whom it covers, in words: "seven counties"
    website = models.URLField(max_length=500, blank=True)
    website_confirmed = models.DateField(null=True)  # the day on which a member found that this website is theirs
    about = models.TextField(blank=True)
    public_key = models.TextField(blank=True)  # Ed25519, one line as `ssh-keygen` writes it

    objects: ClassVar[models.Manager["Organisation"]] = Organisations.as_manager()

    class Meta:
        indexes = [models.Index(fields=["visibility", "kind", "name"], name="organisation_list")]
        constraints = [
            models.CheckConstraint(condition=Q(umbrella=None) | ~Q(umbrella=F("id")), name="organisation_is_not_its_own_umbrella")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        return f"organisation:{self.pk}"

    @property
    def path(self) -> str:
        return f"/organisations/{self.slug}/"

    @property
    def calls_itself(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


class Size(models.Model):
    """How many, as somebody said on some day: "over 80,000" has `low` 80,000 and no `high`. Without numbers it says words alone."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="sizes")
    of = models.CharField(max_length=10, choices=SizeOf.choices)
    low = models.PositiveIntegerField(null=True)
    high = models.PositiveIntegerField(null=True)
    wording = models.CharField(max_length=120, blank=True)  # as the source has it: "175+", "over 80,000"
    source = models.CharField(max_length=500, blank=True)  # words or an address
    stated = models.DateField(null=True)  # the day of the source

    class Meta:
        ordering = [F("stated").desc(nulls_last=True), "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")), name="size_low_is_not_above_high"),
            models.CheckConstraint(condition=~Q(wording="", low=None, high=None), name="size_says_something"),
        ]

    def __str__(self) -> str:
        return self.wording or f"{self.low}–{self.high}"

    @property
    def said(self) -> str:
        """The words of the source with what they count, once: "over 140,000 people", "11 affiliates"."""
        return said_of(self.wording, self.of, self.low, self.high)

    @property
    def is_stated(self) -> bool:
        return self.low is not None or self.high is not None


class Proof(models.Model):
    """That a statement is theirs: how and on which day it was found.

    `statement` is the public id of what is proven, empty for the profile itself, `key` for the organisation's public key. `challenge`
    is the word that the record or the file must hold and that the signed message names. `digest` is of the words that were proven:
    other words are not. `domain` is whose holder published the word.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="proofs")
    statement = models.CharField(max_length=13, blank=True)
    method = models.CharField(max_length=10, choices=Method.choices)
    challenge = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    domain = models.CharField(max_length=253, blank=True)
    detail = models.CharField(max_length=300, blank=True)  # the record or file asked, the fingerprint of the key, the note of the call
    asked = models.DateTimeField()
    due = models.DateTimeField(null=True)  # when it is looked for next
    misses = models.PositiveSmallIntegerField(default=0)  # in a row
    proven = models.DateField(null=True)  # None: asked for, not found yet
    lost = models.DateField(null=True)  # no longer found

    class Meta:
        ordering = [F("proven").desc(nulls_last=True), "id"]
        indexes = [models.Index(fields=["due"], name="proof_due"), models.Index(fields=["statement"], name="proof_statement")]
        constraints = [models.UniqueConstraint(fields=["organisation", "statement", "method"], name="one_proof_of_each_method")]

    def __str__(self) -> str:
        return f"{self.method} of {self.organisation_id}"


class Amendment(Submission):
    """What somebody proposes to change in a profile: it waits for the desk; released, it is done."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="amendments")
    changes = models.JSONField(default=dict)  # field: {"old": …, "new": …}
    source = models.CharField(max_length=500, blank=True)
    applied = models.DateField(null=True)

    def __str__(self) -> str:
        return f"amendment of {self.organisation_id}"
