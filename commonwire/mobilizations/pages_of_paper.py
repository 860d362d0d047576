"""Where flyers lead: the short address of each rally, light enough for a phone in a crowd, its QR code, and the sheets to print.

The sheets are made when somebody asks for them (`views.py`), kept, and dropped when what they say changes: a thousand rallies are not a
thousand PDFs.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.chrome.frame import Frame
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.mobilizations.queries import belongs, by_code
from commonwire.mobilizations.rallies.flyer import action_poster, qr_svg, rally_flyer
from commonwire.mobilizations.rallies.table import Row, row_of
from commonwire.mobilizations.words import NAME
from commonwire.newswire.words import Visibility
from commonwire.press.printing import Dropped, Gone, Key, Page, Printed, Written, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site


@prints("rally", every=lambda: (f"rally:{pk}" for pk in Rally.objects.values_list("pk", flat=True)))
def short_addresses(key: Key) -> Iterator[Printed]:
    rally = Rally.objects.filter(pk=key.id).select_related("mobilization__post", "post", "event__post").first()
    if rally is None:
        return
    site, row = the_site(), row_of(rally)
    yield Dropped(f"{rally.path}flyer.pdf")
    language = rally.post.language if rally.post.language in site.spoken else site.language
    with override(language):
        yield _short(rally, row, site, language) if row else _over(rally, site, language)
    if row:
        yield Written(f"{rally.path}qr.svg", lambda: qr_svg(site.address(rally.path)).encode(), language)
    else:
        yield Dropped(f"{rally.path}qr.svg")


def _short(rally: Rally, row: Row, site: Site, language: str) -> Page:
    frame = Frame(site=site, language=language, path=rally.path, title=rally.post.headline, section="calendar", findable=False)

    def context() -> dict[str, object]:
        shared = {"frame": frame, "site": site, "language": language, "mobilization": rally.mobilization}
        return {**shared, "rally": rally, "row": row, "belongs": belongs(rally)}

    shows = (rally.mobilization.part(NAME),)
    return Page(rally.path, "mobilizations/short.html", context, language, until=row.where.exact_from, shows=shows)


def _over(rally: Rally, site: Site, language: str) -> Gone:
    """Hidden, or withdrawn: who comes from the flyer is led to the day."""
    frame = Frame(site=site, language=language, title=_("This rally is no longer here"), findable=False)
    context: dict[str, object] = {"frame": frame, "site": site, "language": language, "mobilization": rally.mobilization}
    return Gone(rally.path, "mobilizations/short_over.html", lambda: context, language)


@prints("flyer")
def flyer(key: Key) -> Iterator[Printed]:
    """Of the rally with this code."""
    rally, site = by_code(key.id), the_site()
    row = row_of(rally) if rally else None
    if rally is None or row is None:
        yield Dropped(f"/r/{key.id}/flyer.pdf")
    else:
        until = row.where.exact_from
        yield Written(f"{rally.path}flyer.pdf", lambda: rally_flyer(row, site), rally.post.language, until=until)


@prints("poster")
def poster(key: Key) -> Iterator[Printed]:
    mobilization = Mobilization.objects.filter(pk=key.id, post__visibility=Visibility.SHOWN).select_related("post").first()
    if mobilization:
        yield Written(f"{mobilization.path}flyer.pdf", lambda: action_poster(mobilization, the_site()), mobilization.post.language)
