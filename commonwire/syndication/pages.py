"""What syndication prints: three feeds beside every list, and the site map."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from xml.sax.saxutils import escape

from django.db.models import QuerySet
from django.utils.translation import override

from commonwire.newswire.lists import COLUMNS, Listing, cut_span, facet_keys, listing_of, place_keys
from commonwire.newswire.models import Post
from commonwire.newswire.queries import month_of
from commonwire.press.printing import FEEDS, Dropped, Key, Printed, Written, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site
from commonwire.syndication.entries import Entry, Grave, entries_of, graves_of
from commonwire.syndication.further import every_further, further_list
from commonwire.syndication.json_feed import json_feed
from commonwire.syndication.xml_feeds import Atom, Rss, xml_feed

FORMS = (("rss", Rss), ("atom", Atom), ("json", None))


def _every() -> list[str]:
    return [str(key) for key in [*facet_keys(), *(Key("kind", kind) for kind in COLUMNS), *place_keys()]]


@prints("newswire", "standing", "kind", "medium", "region", "topic", every=_every, order=FEEDS)
def feeds(key: Key) -> Iterator[Printed]:
    """Full texts, newest first, in the frame of each language of the site."""
    site = the_site()
    for language in site.spoken if not key.cut else []:
        with override(language):
            listing = listing_of(key)
        if listing:
            yield from _three(listing, site, language)


def _three(listing: Listing, site: Site, language: str) -> Iterator[Written]:
    yield from _feeds(listing.path, listing.title, partial(entries_of, listing, site), partial(graves_of, listing, site), site, language)


@prints("action", every=every_further, order=FEEDS)
def further_feeds(key: Key) -> Iterator[Printed]:
    """A day of action, its ticker: in the frame of each language, as any list's."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            listed = further_list(key, site)
        if listed and listed.is_there:
            yield from _feeds(listed.path, listed.title, listed.entries, listed.graves, site, language, listed.shows)
        elif listed:
            yield from (Dropped(site.at(language, f"{listed.path}feed.{ending}")) for ending, _form in FORMS)


def _feeds(
    below: str,
    title: str,
    entries: Callable[[], list[Entry]],
    graves: Callable[[], list[Grave]],
    site: Site,
    language: str,
    shows: Sequence[str] = (),
) -> Iterator[Written]:
    base = site.at(language, below)
    for ending, form in FORMS:
        shared = {
            "title": f"{site.name}: {title}",
            "link": site.address(base),
            "own": site.address(f"{base}feed.{ending}"),
            "description": site.tagline,
            "language": language,
        }
        yield Written(f"{base}feed.{ending}", partial(_content, form, shared, entries, graves), language, shows=shows)


def _content(
    form: type[Rss] | type[Atom] | None, shared: dict[str, str], entries: Callable[[], list[Entry]], graves: Callable[[], list[Grave]]
) -> bytes:
    if form is None:
        return json_feed(**shared, entries=entries())
    return xml_feed(form, **shared, entries=entries(), graves=graves())


@prints("newswire", "features", "calendar", "sitemap", every=lambda: ["sitemap"], order=FEEDS)
def site_map(key: Key) -> Iterator[Printed]:
    """An index, and a map for every month: a new post touches one month's map, not all."""
    site = the_site()
    if not key.cut:
        yield Written("/sitemap.xml", lambda: _index(site), site.language)
    if key.name == "sitemap":
        for month in _months(site):
            yield Written(f"/sitemap-{month}.xml", partial(_month, site, month), site.language)


@prints("newswire", "kind", every=lambda: (), order=FEEDS)
def month_map(key: Key) -> Iterator[Printed]:
    if len(key.cut) == 7:
        site = the_site()
        yield Written(f"/sitemap-{key.cut}.xml", partial(_month, site, key.cut), site.language)


def _public() -> QuerySet[Post]:
    return Post.objects.all().public()


def _months(site: Site) -> list[str]:
    ends = [_public().order_by(order).values_list("published", flat=True).first() for order in ("published", "-published")]
    if ends[0] is None or ends[1] is None:
        return []
    first, last = (month_of(when, site.zoneinfo) for when in ends if when)
    year, month = int(first[:4]), int(first[5:])
    months = []
    while f"{year}-{month:02}" <= last:
        start, end = cut_span(f"{year}-{month:02}", site.zoneinfo)
        if _public().filter(published__gte=start, published__lt=end).exists():
            months.append(f"{year}-{month:02}")
        year, month = (year + month // 12, month % 12 + 1)
    return months


def _index(site: Site) -> bytes:
    rows = [f"<sitemap><loc>{escape(site.address(f'/sitemap-{month}.xml'))}</loc></sitemap>" for month in _months(site)]
    return _xml("sitemapindex", rows)


def _month(site: Site, month: str) -> bytes:
    start, end = cut_span(month, site.zoneinfo)
    posts = (
        _public().filter(published__gte=start, published__lt=end).order_by("-published", "-id").only("path", "updated", "published", "sent")
    )
    rows = [_url(site, post.path or "", (post.updated or post.published or post.sent).date()) for post in posts]
    return _xml("urlset", rows)


def _url(site: Site, path: str, changed: date) -> str:
    return f"<url><loc>{escape(site.address(path))}</loc><lastmod>{changed}</lastmod></url>"


def _xml(root: str, rows: list[str]) -> bytes:
    inside = "\n".join(rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{inside}\n</{root}>\n'.encode()
