"""The fixed words of the calendar: what kind of gathering, in which state, how exactly its place is shown, what makes it accessible."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventType(models.TextChoices):
    PROTEST = "protest", _("protest")
    RALLY = "rally", _("rally")
    MARCH = "march", _("march")
    STRIKE = "strike", _("strike")
    PICKET = "picket", _("picket")
    MEETING = "meeting", _("meeting")
    CLASS = "class", _("class or training")
    HEARING = "hearing", _("hearing or trial")
    VIGIL = "vigil", _("vigil")
    BENEFIT = "benefit", _("benefit")
    SCREENING = "screening", _("screening or show")
    ONLINE = "online", _("online gathering")
    OTHER = "other", _("something else")


class State(models.TextChoices):
    """Scheduled or tentative ⇄ postponed (no new hour yet); any of them ⇄ cancelled."""

    SCHEDULED = "scheduled", _("scheduled")
    TENTATIVE = "tentative", _("not confirmed")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


class Precision(models.TextChoices):
    """How much of its place is shown, from the most exact to the coarsest."""

    EXACT = "exact", _("the exact place")
    VENUE = "venue", _("the name of the venue, without its address")
    NEIGHBOURHOOD = "neighbourhood", _("the neighbourhood")
    CITY = "city", _("the city or town")


class AccessFact(models.TextChoices):
    STEP_FREE = "step-free", _("step-free")
    SIGN_LANGUAGE = "sign-language", _("sign language")
    CAPTIONS = "captions", _("captions")
    INTERPRETING = "interpreting", _("interpreting")
    CHILDREN = "children", _("children welcome")
    CHILDCARE = "childcare", _("childcare")
    MASKS = "masks", _("masks")
    QUIET_SPACE = "quiet-space", _("quiet space")
    SEATING = "seating", _("seating")
    ACCESSIBLE_TOILET = "accessible-toilet", _("accessible toilet")
    SCENT_FREE = "scent-free", _("scent-free")
