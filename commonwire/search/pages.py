"""What search prints: the empty form, for each language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.chrome.frame import Frame
from commonwire.press.printing import Key, Page, Printed, prints
from commonwire.search.forms import SearchForm
from commonwire.site.models import Site
from commonwire.site.queries import the_site


@prints("site", every=lambda: ["site"])
def search_pages(key: Key) -> Iterator[Printed]:
    """It names every region and topic, which belong to the site's decisions."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            yield _form(site, language)


def _form(site: Site, language: str) -> Page:
    path = site.at(language, "/search/")
    frame = Frame(site=site, language=language, path=path, title=_("Search"), section="search", per_language=True, findable=False)

    def context() -> dict[str, object]:
        return {"frame": frame, "site": site, "language": language, "form": SearchForm()}

    return Page(path, "search/search.html", context, language)
