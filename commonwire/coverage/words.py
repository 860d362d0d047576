"""The fixed words of coverage: how sure a ticker entry is, how people were counted, and who says so."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryState(models.TextChoices):
    """Unverified → corroborated (somebody else says so) → checked (one of us saw it); any of them → corrected."""

    UNVERIFIED = "unverified", _("unverified")
    CORROBORATED = "corroborated", _("corroborated")
    CHECKED = "checked", _("checked")
    CORRECTED = "corrected", _("corrected")


class ProposalState(models.TextChoices):
    OPEN = "open", _("open")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("refused")


class Method(models.TextChoices):
    GRID = "grid", _("counted by a grid")
    LINE = "line", _("counted as they passed a line")
    PHOTO = "photo", _("counted on a photograph")
    CLAIM = "claim", _("claim of the organisers")
    POLICE = "police", _("statement of the police")
    PRESS = "press", _("report of the press")
    GUESS = "guess", _("guess")


class Sayer(models.TextChoices):
    """Who says it: estimates of different sayers are never mixed."""

    ORGANISERS = "organisers", _("organisers")
    POLICE = "police", _("police")
    PRESS = "press", _("press")
    COUNT = "count", _("a count")
    PARTICIPANT = "participant", _("participants")


class EstimateStanding(models.TextChoices):
    """Anyone may file a figure and name somebody as its source; an editor who has seen the source confirms it."""

    CLAIMED = "claimed", _("not confirmed")
    CONFIRMED = "confirmed", _("confirmed")


NAMED_AS_SOURCE = {
    Sayer.ORGANISERS.value: _("filed by a reader, naming the organisers as source"),
    Sayer.POLICE.value: _("filed by a reader, naming the police as source"),
    Sayer.PRESS.value: _("filed by a reader, naming the press as source"),
}
FILED = _("filed by a reader")
CONFIRMED_BY_US = _("confirmed by an editor")


def standing_words(sayer: str, standing: str) -> str:
    """What readers are told beside a figure: nobody shall take a reader's word for a statement of the police."""
    return str(CONFIRMED_BY_US if standing == EstimateStanding.CONFIRMED else NAMED_AS_SOURCE.get(sayer, FILED))
