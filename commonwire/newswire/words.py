"""The fixed words of the newswire: kinds, media, standings, visibilities."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    REPORT = "report", _("report")
    OPINION = "opinion", _("opinion")
    PRESS_RELEASE = "press-release", _("press release")
    ANNOUNCEMENT = "announcement", _("announcement")
    REPOST = "repost", _("repost")
    EVENT = "event", _("event")
    FEATURE = "feature", _("feature")
    ACTION = "action", _("action")


# Features and events have columns of their own; everything else flows in the stream.
STREAM = [Kind.REPORT, Kind.OPINION, Kind.PRESS_RELEASE, Kind.ANNOUNCEMENT, Kind.REPOST]


class Medium(models.TextChoices):
    TEXT = "text", _("text")
    PHOTO = "photo", _("photo")
    AUDIO = "audio", _("audio")
    VIDEO = "video", _("video")
    DOCUMENT = "document", _("document")


class Standing(models.TextChoices):
    NEW = "new", _("new")
    LOCAL = "local", _("local")
    ELSEWHERE = "elsewhere", _("elsewhere")
    OTHER = "other", _("other")


class Visibility(models.TextChoices):
    """Held, embargoed → shown ⇄ hidden or withheld; any of them → withdrawn (by the author) or purged (by two members).

    The last two are final.
    """

    HELD = "held", _("held")
    EMBARGOED = "embargoed", _("embargoed")
    SHOWN = "shown", _("shown")
    HIDDEN = "hidden", _("hidden")
    WITHHELD = "withheld", _("withheld by order")
    WITHDRAWN = "withdrawn", _("withdrawn")
    PURGED = "purged", _("purged")
