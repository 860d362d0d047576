"""What is reported of a day of action, beside the posts themselves."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from commonwire.base.links import safe_href
from commonwire.coverage.words import EntryState, EstimateStanding, Method, ProposalState, Sayer, standing_words
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.models import Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility


class Proposal(models.Model):
    """A report that probably belongs to a day of action. `reasons` are `[code, words]`, put into a sentence when they are shown.

    The row stays after it was refused, so that nothing is proposed twice.
    """

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    rally = models.ForeignKey(Rally, null=True, on_delete=models.SET_NULL, related_name="+")
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=ProposalState.choices, default=ProposalState.OPEN)

    class Meta:
        indexes = [models.Index(fields=["state", "-score", "-post"], name="proposal_best_first")]
        constraints = [models.UniqueConstraint(fields=["mobilization", "post"], name="proposed_once")]

    def __str__(self) -> str:
        return f"post {self.post_id} for {self.mobilization_id}: {self.score}"


class Search(models.Model):
    """How far the round has looked for reports of this day of action: up to the post with this row number."""

    mobilization = models.OneToOneField(Mobilization, on_delete=models.CASCADE, related_name="+")
    up_to = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.mobilization_id} up to {self.up_to}"


class Entries(models.QuerySet["TickerEntry"]):
    def public(self) -> Self:
        return self.filter(visibility=Visibility.SHOWN)

    def newest(self) -> Self:
        return self.order_by("-at", "-id")


class TickerEntry(Submission):
    """A short entry of the live ticker: what happened, where in words, at which minute, and how sure that is."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="+")
    rally = models.ForeignKey(Rally, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(blank=True)  # empty once it is withdrawn
    place = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=EntryState.choices, default=EntryState.UNVERIFIED)
    correction = models.TextField(blank=True)
    changed_at = models.DateTimeField(null=True)  # the last change of its words or state

    objects: ClassVar[models.Manager["TickerEntry"]] = Entries.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["mobilization", "visibility", "-at", "-id"], name="entry_newest"),
            models.Index(fields=["rally", "visibility", "-at", "-id"], name="entry_of_rally"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%H:%M} {self.text[:60]}"

    @property
    def anchor(self) -> str:
        return f"entry-{self.public_id}"


class Estimates(models.QuerySet["Estimate"]):
    def public(self) -> Self:
        return self.filter(visibility=Visibility.SHOWN)


class Estimate(Submission):
    """How many came to a rally, or to the day as a whole: a range, how it was found, and who says so."""

    mobilization = models.ForeignKey(Mobilization, on_delete=models.CASCADE, related_name="+")
    rally = models.ForeignKey(Rally, null=True, on_delete=models.SET_NULL, related_name="+")
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    method = models.CharField(max_length=6, choices=Method.choices)
    said_by = models.CharField(max_length=11, choices=Sayer.choices)
    source = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True)  # the minute for which it holds, when its sender says so
    note = models.TextField(blank=True)
    standing = models.CharField(max_length=9, choices=EstimateStanding.choices, default=EstimateStanding.CLAIMED)

    objects: ClassVar[models.Manager["Estimate"]] = Estimates.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["mobilization", "visibility", "rally", "said_by"], name="estimate_of_day"),
            models.Index(fields=["rally", "visibility"], name="estimate_of_rally"),
        ]
        constraints = [models.CheckConstraint(condition=Q(high__gte=F("low")), name="estimate_is_a_range")]

    def __str__(self) -> str:
        return f"{self.low}–{self.high} ({self.said_by})"

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_confirmed(self) -> bool:
        return self.standing == EstimateStanding.CONFIRMED

    @property
    def standing_words(self) -> str:
        return standing_words(self.said_by, self.standing)

    @property
    def source_address(self) -> str:
        """Where its source can be read; empty for words."""
        whole = f"https://{self.source}" if self.source.lower().startswith("www.") else self.source
        return (safe_href(whole) or "") if whole.lower().startswith(("http://", "https://")) else ""
