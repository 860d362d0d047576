"""What bodies said, as lists: who counts, by place, kind and state, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.base.ids import is_public_id
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, Statement
from commonwire.mobilizations.words import ENDORSEMENTS, PLEDGES, STANDS, Standing
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import OrganisationKind

AT_ONCE = 200
FACETS = {"kind": "kind", "place": "place", "state": "standing"}  # words of the address, and their columns


@dataclass(frozen=True)
class Said:
    """One of the two lists of a day of action."""

    part: str
    noun: str
    model: type[Statement]
    title: Promise
    mobilization: Mobilization

    @property
    def path(self) -> str:
        return f"{self.mobilization.path}{self.part}/"

    def everyone(self) -> QuerySet[Statement]:
        """Whatever readers may see, those too that stand behind it no more."""
        of = {"type__mobilization" if self.part == PLEDGES else "mobilization": self.mobilization}
        return self.model._default_manager.filter(visibility=Visibility.SHOWN, **of)

    @property
    def related(self) -> list[str]:
        """What a line of the list shows of other rows."""
        return ["organisation", "type"] if self.part == PLEDGES else ["organisation"]

    def standing(self) -> QuerySet[Statement]:
        return self.everyone().filter(standing__in=STANDS)


def endorsements_of(mobilization: Mobilization) -> Said:
    return Said(ENDORSEMENTS, "endorsement", Endorsement, _("Endorsements"), mobilization)


def pledges_of(mobilization: Mobilization) -> Said:
    return Said(PLEDGES, "pledge", Pledge, _("Pledges"), mobilization)


def said_of(mobilization: Mobilization, part: str) -> Said:
    return pledges_of(mobilization) if part == PLEDGES else endorsements_of(mobilization)


@dataclass(frozen=True)
class Facet:
    name: str
    value: str
    label: str
    count: int


def facets_of(said: Said) -> dict[str, list[Facet]]:
    """How many of each kind, in each place, in each state; one query for each."""
    return {name: _counted(said, name, column) for name, column in FACETS.items()}


def _counted(said: Said, name: str, column: str) -> list[Facet]:
    rows = said.everyone().exclude(**{column: ""}).order_by().values_list(column).annotate(count=Count("pk")).order_by("-count", column)
    return [Facet(name, value, label_of(name, value), count) for value, count in rows[:60]]


def label_of(name: str, value: str) -> str:
    known = {"kind": OrganisationKind, "state": Standing}.get(name)
    return str(known(value).label) if known and value in known.values else value


def narrowed(said: Said, asked: Mapping[str, str]) -> QuerySet[Statement]:
    """Only what the address asks for; words it does not know ask for nothing."""
    wanted = {FACETS[name]: value for name, value in asked.items() if name in FACETS and value}
    return said.everyone().filter(**wanted).select_related(*said.related).order_by("name", "id")


def page_of(found: QuerySet[Statement], after: str) -> tuple[list[Statement], str]:
    """A page that begins behind this public id, and the id behind which the next one begins."""
    last = found.filter(public_id=after).first() if is_public_id(after) else None
    rows = found.filter(Q(name__gt=last.name) | Q(name=last.name, id__gt=last.pk)) if last else found
    some = list(rows[: AT_ONCE + 1])
    return some[:AT_ONCE], some[AT_ONCE - 1].public_id if len(some) > AT_ONCE else ""
