"""A fact as a rule found it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonwire.findings.lines import Line


class FactKind(models.TextChoices):
    """In the order in which an editor reads them."""

    NAME = "name", _("name")
    SLOGAN = "slogan", _("slogan or second title")
    DATE = "date", _("date")
    CONTRADICTION = "contradiction", _("a date that contradicts the others")
    REACH = "reach", _("place and reach")
    WAY = "way", _("way to take part")
    CALLER = "caller", _("calls it")
    DEMAND = "demand", _("demand")
    PLEDGE = "pledge", _("pledge")
    ENDORSER = "endorser", _("endorses it")
    UMBRELLA = "umbrella", _("belongs to")
    SIZE = "size", _("size")
    AREA = "area", _("area")
    WEBSITE = "website", _("website")
    BODY = "body", _("organisation that is named")
    SAME_BODY = "same-body", _("perhaps two names of one organisation")
    RALLY = "rally", _("place of a rally")
    EVENT = "event", _("event that is linked")
    CONTACT = "contact", _("press contact")
    RELEASE = "release", _("press release")
    QUOTATION = "quotation", _("quotation")
    COVERAGE = "coverage", _("coverage")


_REMARKS = ("note", "wording", "level")  # what does not make it another fact


@dataclass(frozen=True)
class Fact:
    """`value` is what goes into the data; `words` are those of the line it was read from. The same fact from another line is a twin."""

    kind: FactKind
    value: dict[str, str]
    words: str
    line: Line
    twins: Sequence[Line] = field(default=())
    introduced: Line | None = None  # the line that says what this is, such as the one above a list

    @property
    def identity(self) -> tuple[str, ...]:
        return (self.kind, *(f"{name}={_plain(value)}" for name, value in sorted(self.value.items()) if name not in _REMARKS))


Found = Iterator[Fact]


def _plain(text: str) -> str:
    return " ".join("".join(letter for letter in text.casefold() if letter.isalnum() or letter.isspace()).split())
