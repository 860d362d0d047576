"""One row of decisions, and the policy by which texts are hidden."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import translation

from commonwire.site.licences import DEFAULT_LICENCE, LICENCES


def spoken_of(words: dict[str, str]) -> str:
    """Words kept by language: in the one being spoken, otherwise in whichever there is."""
    return str(words.get(translation.get_language() or "") or next(iter(words.values()), ""))


class Admission(models.IntegerChoices):
    """How open the door stands; what is not let through at once is held for the desk, never refused."""

    OPEN = 0
    LINKS_HELD = 1
    MEDIA_HELD = 2
    ALL_HELD = 3


class Site(models.Model):
    name = models.CharField(max_length=80, default="Commonwire")
    tagline = models.CharField(max_length=200, blank=True)
    abouts = models.JSONField(default=dict, blank=True)  # by language code
    zone = models.CharField(max_length=64, default="UTC")
    clock_24 = models.BooleanField(default=True)
    languages = models.JSONField(default=list)
    licence = models.CharField(max_length=20, default=DEFAULT_LICENCE, choices=[(code, code) for code in LICENCES])
    comments_days = models.PositiveSmallIntegerField(default=60)
    receipt_hours = models.PositiveIntegerField(default=72)
    admission = models.PositiveSmallIntegerField(choices=Admission.choices, default=Admission.OPEN)
    endorsements_held = models.BooleanField(default=True)  # endorsements and pledges wait until somebody confirmed them
    refuse_ai = models.BooleanField(default=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_site")]

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        return spoken_of(self.abouts)

    @property
    def zoneinfo(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def language(self) -> str:
        """The first language of the site: its pages have no prefix."""
        return self.spoken[0]

    @property
    def spoken(self) -> list[str]:
        return list(self.languages) or [settings.LANGUAGE_CODE]

    def address(self, path: str) -> str:
        """The absolute address of a path; made from SITE_URL, never from a request."""
        return f"{settings.SITE_URL}{path}"

    def at(self, language: str, path: str) -> str:
        """The path of a page that exists once per language."""
        return path if language == self.language or language not in self.spoken else f"/{language}{path}"


class PolicyParagraph(models.Model):
    """A reason for hiding. `removes` marks those for which the words may stand nowhere (personal data, illegal content, legal order)."""

    code = models.SlugField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    titles = models.JSONField()  # by language code
    sentences = models.JSONField()
    removes = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return spoken_of(self.titles)

    @property
    def sentence(self) -> str:
        return spoken_of(self.sentences)
