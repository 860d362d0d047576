"""Members and what lets them in. A copy of these tables opens no door: no token, code or seed stands here as it is."""

from datetime import timedelta
from unicodedata import normalize

from django.db import models
from django.db.models import Q

from commonwire.base import clock
from commonwire.base.ids import public_id

INVITATION_DAYS = 7
SESSION_HOURS = 12


def fold(handle: str) -> str:
    """Two handles that fold alike are one handle."""
    return normalize("NFKC", normalize("NFKC", handle).casefold())


class Role(models.TextChoices):
    MODERATOR = "moderator"
    EDITOR = "editor"
    STEWARD = "steward"


class Member(models.Model):
    """A handle the collective sees, and proof of two kinds: a password (hashed) and a seed (sealed under that password).

    `used_step` is a keyed hash of the last code's time step under the seed itself: it refuses a code a second time, and without
    the password it does not tell when anybody signed in.
    """

    handle = models.CharField(max_length=30)
    folded = models.CharField(max_length=120, unique=True)
    role = models.CharField(max_length=10, choices=Role.choices)
    active = models.BooleanField(default=True)
    password = models.CharField(max_length=200)
    sealed_seed = models.BinaryField(max_length=200)
    used_step = models.BinaryField(max_length=32)
    joined = models.DateField()
    last_seen = models.DateField()

    class Meta:
        ordering = ["folded"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=["moderator", "editor", "steward"]), name="member_role"),
            models.CheckConstraint(condition=~Q(handle="") & ~Q(folded=""), name="member_has_handle"),
            models.CheckConstraint(condition=Q(password__startswith="argon2"), name="member_password_hashed"),  # noqa: S106
        ]

    def __str__(self) -> str:
        return self.handle


class RecoveryCode(models.Model):
    """One of eight; the row is deleted when the code is used."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"recovery code of member {self.member_id}"


class Session(models.Model):
    """A browser that is signed in until an hour, at most twelve from its first. The row is deleted when it ends."""

    public = models.CharField(max_length=13, unique=True, default=public_id)
    digest = models.BinaryField(max_length=32, unique=True)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sessions")
    begun = models.DateField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-expires", "id"]

    def __str__(self) -> str:
        return f"session of member {self.member_id}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        return self.filter(used=False, made__gt=clock.now().date() - timedelta(days=INVITATION_DAYS))


class Invitation(models.Model):
    """A link that makes one member. `by` is empty when the operator of the machine made it."""

    digest = models.BinaryField(max_length=32, unique=True)
    role = models.CharField(max_length=10, choices=Role.choices)
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="invitations")
    made = models.DateField()
    used = models.BooleanField(default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=["moderator", "editor", "steward"]), name="invitation_role"),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk} for a {self.role}"
