"""What the front prints: pages on which several rooms stand side by side."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.base.markup import render
from commonwire.calendar.links import ROOT
from commonwire.calendar.queries import coming_days
from commonwire.calendar.words import AccessFact, EventType
from commonwire.chrome.frame import Frame, feeds_of
from commonwire.features.queries import newest_features
from commonwire.newswire.lists import COLUMNS, Listing, by_day, facet_keys, list_context, listing_of, place_keys
from commonwire.newswire.models import Post
from commonwire.newswire.queries import gathered
from commonwire.press.printing import FRONT, LISTS, Key, Page, Printed, Written, prints
from commonwire.site.models import PolicyParagraph, Site
from commonwire.site.queries import midnight, the_site
from commonwire.taxonomy.models import Place, Region, Topic

FEATURES, WIRE, DAYS = 8, 30, 14


@prints("newswire", "kind", "features", "calendar", "actions", every=lambda: ["newswire"], order=FRONT)
def front_pages(key: Key) -> Iterator[Printed]:
    """The front page in each language; it holds for a day at most, because it says "today"."""
    site = the_site()
    of_stream = key.name == "kind" and key.id not in COLUMNS  # the key `newswire` is touched with it
    for language in [] if key.cut or of_stream else site.spoken:
        with override(language):
            yield _front(site, language)


def _front(site: Site, language: str) -> Page:
    path = site.at(language, "/")

    def context() -> dict[str, object]:
        facets = {str(each): listing_of(each) for each in facet_keys()}
        frame = Frame(
            site=site,
            language=language,
            path=path,
            description=site.tagline,
            section="front",
            per_language=True,
            feeds=[
                *feeds_of(_("Newswire"), site.at(language, "/newswire/")),
                *feeds_of(_("Features"), site.at(language, "/features/")),
            ],
            structured=[
                {
                    "@context": "https://schema.org",
                    "@type": "WebSite",
                    "name": site.name,
                    "url": site.address("/"),
                    "inLanguage": language,
                }
            ],
        )
        posts = gathered(Post.objects.all().stream().newest().values_list("pk", flat=True)[:WIRE])
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "features": newest_features(FEATURES),
            "posts": posts,
            "chips": [facets[each] for each in ("standing:local", "standing:elsewhere", "standing:new", "standing:highlighted")],
            "days": coming_days(site, DAYS),
            "today": midnight(site),
        }

    return Page(path, "front/front.html", context, language, until=midnight(site))


@prints("region", "topic", every=lambda: [str(key) for key in place_keys()], order=LISTS)
def place_pages(key: Key) -> Iterator[Printed]:
    """A region or topic: its features, its posts, its calendar."""
    site = the_site()
    for language in site.spoken if not key.cut else []:
        with override(language):
            listing = listing_of(key)
            if listing:
                yield _place(listing, site, language)


def _place(listing: Listing, site: Site, language: str) -> Page:
    path = site.at(language, listing.path)

    def context() -> dict[str, object]:
        where = {f"{listing.facet}s": int(listing.key.id)}
        shared = list_context(listing, site, language, path)
        return shared | {
            "features": newest_features(3, where),
            "post_days": by_day(listing.head(), site.zoneinfo),
            "days": coming_days(site, DAYS, where),
        }

    return Page(path, "front/place.html", context, language, until=midnight(site))


@prints("site", every=lambda: ["site"])
def standing_pages(key: Key) -> Iterator[Printed]:
    """Pages that change only when the collective decides something."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            yield _plain("/about/", _("About"), "front/about.html", "about", site, language)
            yield _plain("/feeds/", _("Feeds"), "front/feeds.html", "", site, language)
            yield _plain("/regions/", _("Regions"), "front/places.html", "regions", site, language)
            yield _plain("/topics/", _("Topics"), "front/places.html", "topics", site, language)
    yield Written("/robots.txt", lambda: _robots(site).encode(), site.language)


def _plain(path: str, title: str, template: str, section: str, site: Site, language: str) -> Page:
    frame = Frame(site=site, language=language, path=site.at(language, path), title=title, section=section, per_language=True)

    def context() -> dict[str, object]:
        places: list[Place] = list((Region if section == "regions" else Topic).objects.all())
        lists = [each for key in [*facet_keys(), *place_keys()] if (each := listing_of(key))]
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "places": places,
            "about": render(site.about, heading_floor=2).html,
            "policy": list(PolicyParagraph.objects.all()),
            "lists": [(each, feeds_of(each.title, site.at(language, each.path))) for each in lists],
            "calendars": _calendars(),
            "features_feeds": feeds_of(_("Features"), site.at(language, "/features/")),
        }

    return Page(frame.path, template, context, language)


def _calendars() -> list[tuple[str, str]]:
    """What can be subscribed to besides regions and topics: each type of event, each access fact; where, without language."""
    cuts = [("type", each) for each in EventType] + [("access", each) for each in AccessFact]
    return [(_("Calendar: %(name)s") % {"name": each.label}, f"{ROOT}{folder}/{each.value}/") for folder, each in cuts]


def _robots(site: Site) -> str:
    """RFC 9309, and the site's word on training machines."""
    lines = ["User-agent: *"]
    if site.refuse_ai:
        lines.append("Content-Usage: train-ai=n")
    lines += [f"Disallow: /{room}/" for room in ("desk", "hidden", "publish", "receipt", "search", "send")]
    if site.refuse_ai:
        lines += ["", *(f"User-agent: {name}" for name in MACHINES), "Disallow: /"]
    return "\n".join([*lines, "", f"Sitemap: {site.address('/sitemap.xml')}", ""])


MACHINES = [
    "GPTBot",
    "ClaudeBot",
    "Google-Extended",
    "CCBot",
    "Bytespider",
    "meta-externalagent",
    "Applebot-Extended",
    "PerplexityBot",
]
