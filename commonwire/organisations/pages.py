"""What organisations print: the list by kind, by place and as a tree, and each profile."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.base.text import excerpt
from commonwire.chrome.frame import Frame
from commonwire.newswire.words import Visibility
from commonwire.organisations.keys import LIST
from commonwire.organisations.models import Organisation
from commonwire.organisations.proofs import proofs_of_key, proofs_of_profile
from commonwire.organisations.queries import Branch, forest, tree_of, umbrellas_of
from commonwire.organisations.shelves import by_kind, by_place
from commonwire.organisations.signatures import fingerprint
from commonwire.organisations.sourced import sourced
from commonwire.organisations.structured import organisation_data
from commonwire.organisations.totals import total
from commonwire.press.printing import ARTICLES, LISTS, Dropped, Gone, Key, Page, Printed, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site


def _every_organisation() -> Iterator[str]:
    return (f"organisation:{each}" for each in Organisation.objects.exclude(visibility=Visibility.HELD).values_list("pk", flat=True))


@prints("organisation", every=_every_organisation, order=ARTICLES)
def profile_pages(key: Key) -> Iterator[Printed]:
    """A profile in each language of the site; what was removed or merged says so at its address."""
    organisation = Organisation.objects.filter(pk=key.id).select_related("merged_into", "hidden_by").first()
    site = the_site()
    if organisation is None:
        return
    for language in site.spoken:
        with override(language):
            yield _printed(organisation, site, language)


def _printed(organisation: Organisation, site: Site, language: str) -> Printed:
    path = site.at(language, organisation.path)
    if organisation.is_shown:
        return _profile(organisation, path, site, language)
    if organisation.merged_into:
        return _merged(organisation, organisation.merged_into, path, site, language)
    if organisation.visibility == Visibility.HELD:
        return Dropped(path)
    frame = Frame(site=site, language=language, path=path, title=_("Not shown"), findable=False)
    context = {"frame": frame, "site": site, "language": language, "organisation": organisation}
    return Gone(path, "organisations/gone.html", lambda: context, language)


def _merged(organisation: Organisation, into: Organisation, path: str, site: Site, language: str) -> Page:
    """Old links live: the page leads on, and search engines are told which address counts."""
    canonical = site.at(language, into.path)
    frame = Frame(site=site, language=language, path=canonical, title=into.name)
    context = {"frame": frame, "site": site, "language": language, "organisation": organisation, "into": into}
    return Page(path, "organisations/merged.html", lambda: context, language, shows=[into.key])


def _profile(organisation: Organisation, path: str, site: Site, language: str) -> Page:
    above, tree = umbrellas_of(organisation), tree_of(organisation)
    kin = [each.key for each in [*above, *tree.everyone]]

    def context() -> dict[str, object]:
        sizes = list(organisation.sizes.all())
        frame = Frame(
            site=site,
            language=language,
            path=path,
            title=organisation.name,
            description=excerpt(organisation.about, 200),
            section=LIST,
            per_language=True,
            structured=[organisation_data(organisation, above, tree, site)],
        )
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "organisation": organisation,
            "above": above,
            "tree": tree,
            "sizes": [sourced(each) for each in sizes],
            "proofs": proofs_of_profile(organisation),
            "key_proofs": proofs_of_key(organisation),
            "fingerprint": fingerprint(organisation.public_key),
            "parts": total(_parts(tree)) if tree.affiliates else None,
            "parts_say_more": organisation in total(tree.everyone).disputed,
        }

    return Page(path, "organisations/profile.html", context, language, shows=kin)


def _parts(tree: Branch) -> list[Organisation]:
    """What its affiliates say by themselves: everyone below it."""
    return [each for branch in tree.affiliates for each in branch.everyone]


@prints(LIST, every=lambda: [LIST], order=LISTS)
def list_pages(key: Key) -> Iterator[Printed]:
    site = the_site()
    for language in site.spoken:
        with override(language):
            yield _list(site, language, "/organisations/", "organisations/list.html", "kinds")
            yield _list(site, language, "/organisations/places/", "organisations/list.html", "places")
            yield _list(site, language, "/organisations/tree/", "organisations/tree.html", "tree")


def _list(site: Site, language: str, path: str, template: str, view: str) -> Page:
    here = site.at(language, path)

    def context() -> dict[str, object]:
        organisations = list(Organisation.objects.public().order_by("folded", "pk"))
        frame = Frame(site=site, language=language, path=here, title=_("Organisations"), section=LIST, per_language=True)
        shelves = by_kind(organisations) if view == "kinds" else by_place(organisations) if view == "places" else []
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "view": view,
            "count": len(organisations),
            "shelves": shelves,
            "forest": forest(organisations) if view == "tree" else [],
        }

    return Page(here, template, context, language)
