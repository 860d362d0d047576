"""An organisation as schema.org knows it."""

from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import Branch
from commonwire.organisations.words import OrganisationKind
from commonwire.site.models import Site

TYPES = {
    OrganisationKind.UNION: "WorkersUnion",
    OrganisationKind.PARTY: "PoliticalParty",
    OrganisationKind.PUBLIC_BODY: "GovernmentOrganization",
}


def organisation_data(organisation: Organisation, above: list[Organisation], tree: Branch, site: Site) -> dict[str, object]:
    """With the body directly above it and those directly below. How many people it has stands on the page: there is no word for members."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(OrganisationKind(organisation.kind), "Organization"),
        "@id": f"{site.address(organisation.path)}#organisation",
        "name": organisation.name,
    }
    given = {
        "alternateName": organisation.short_name,
        "url": organisation.website or site.address(organisation.path),
        "description": organisation.about,
        "location": organisation.place,
        "areaServed": organisation.area,
    }
    data |= {name: value for name, value in given.items() if value}
    if above:
        data["parentOrganization"] = _named(above[-1], site)
    if tree.affiliates:
        data["subOrganization"] = [_named(branch.organisation, site) for branch in tree.affiliates]
    return data


def _named(organisation: Organisation, site: Site) -> dict[str, str]:
    return {"@type": "Organization", "@id": f"{site.address(organisation.path)}#organisation", "name": organisation.name}
