"""The fixed words of a day of action."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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


class DemandState(models.TextChoices):
    OPEN = "open", _("open")
    PARTLY_MET = "partly-met", _("partly met")
    MET = "met", _("met")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Standing(models.TextChoices):
    """Of an endorsement or a pledge: claimed → confirmed → withdrawn or broken."""

    CLAIMED = "claimed", _("not confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    BROKEN = "broken", _("broken")


STANDS = (Standing.CLAIMED, Standing.CONFIRMED)  # what counts
# What hangs on a day of action has page keys of its own, cuts of `action:ID`, so that a rally more does not print the endorsements anew.
NAME, DEMANDS, RALLIES, ENDORSEMENTS, PLEDGES, PRESS = "name", "demands", "rallies", "endorsements", "pledges", "press"
PARTS = (NAME, DEMANDS, RALLIES, ENDORSEMENTS, PLEDGES, PRESS)
