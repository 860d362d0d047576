"""A list of organisations in sections: by kind, by place."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from commonwire.base.text import slug
from commonwire.organisations.folding import fold
from commonwire.organisations.models import Organisation
from commonwire.organisations.words import OrganisationKind


@dataclass(frozen=True)
class Shelf:
    anchor: str
    title: str
    organisations: list[Organisation]


def by_kind(organisations: Sequence[Organisation]) -> list[Shelf]:
    """In the order of the kinds; kinds without any are left out."""
    shelves = [Shelf(kind.value, str(kind.label), [each for each in organisations if each.kind == kind]) for kind in OrganisationKind]
    return [shelf for shelf in shelves if shelf.organisations]


def by_place(organisations: Sequence[Organisation]) -> list[Shelf]:
    """By name of the place; those without one come last."""
    places: dict[str, list[Organisation]] = {}
    for each in organisations:
        places.setdefault(fold(each.place), []).append(each)
    named = [Shelf(f"in-{slug(place)}", some[0].place, some) for place, some in sorted(places.items()) if place]
    nowhere = places.get("", [])
    return [*named, Shelf("no-place", _("No place named"), nowhere)] if nowhere else named
