"""A profile as plain words: what a form starts with, what a correction compares, what the desk is told."""

from django.utils.translation import gettext_lazy as _

from commonwire.organisations.models import Organisation
from commonwire.organisations.words import OrganisationKind

UMBRELLA = "umbrella"  # by its address word


def profile_of(organisation: Organisation) -> dict[str, str]:
    """Field by field, as people gave it."""
    words = {
        name: getattr(organisation, name) for name in ("name", "short_name", "kind", "place", "area", "website", "about", "public_key")
    }
    return {**words, UMBRELLA: organisation.umbrella.slug if organisation.umbrella else ""}


def as_text(organisation: Organisation) -> str:
    """For the desk, which reads before it releases."""
    kind = OrganisationKind(organisation.kind).label
    line = ", ".join(str(each) for each in (kind, organisation.place, organisation.area) if each)
    below = f"↑ {organisation.umbrella.name}" if organisation.umbrella else ""
    sizes = [f"{size} {size.get_of_display()} ({size.source or '—'})" for size in organisation.sizes.all()]
    return "\n".join(each for each in (line, below, organisation.website, *sizes, organisation.about, organisation.public_key) if each)


FIELD_NAMES = {
    "name": _("Name"),
    "short_name": _("Short name"),
    "kind": _("Kind"),
    UMBRELLA: _("Umbrella: the body it belongs to"),
    "place": _("Place"),
    "area": _("Area it covers"),
    "website": _("Website"),
    "about": _("About"),
    "public_key": _("Public key for signed messages"),
}
