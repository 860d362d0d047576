"""The fixed words of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TakenState(models.TextChoices):
    """Held → accepted, refused or duplicate, each of which the desk may still turn into another.

    Accepted ⇄ changed (the calendar says something new of it) or gone (the calendar no longer lists it) → kept (it stays all the same).
    """

    HELD = "held", _("waits")
    CHANGED = "changed", _("changed")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    DUPLICATE = "duplicate", _("a duplicate")
    GONE = "gone", _("no longer listed")
    KEPT = "kept", _("kept although no longer listed")


WAITING = (TakenState.HELD, TakenState.CHANGED, TakenState.GONE)
PUBLISHED = (TakenState.ACCEPTED, TakenState.CHANGED, TakenState.GONE, TakenState.KEPT)
