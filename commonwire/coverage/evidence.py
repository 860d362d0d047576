"""What the rules of `proposing.py` look at, read from the database: a report, and a call with its rallies."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db.models import prefetch_related_objects

from commonwire.calendar.models import Event
from commonwire.calendar.whereabouts import whereabouts
from commonwire.coverage.proposing import Called, RallyTold, Reported
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rallies.table import Row, table_of
from commonwire.newswire.models import Post
from commonwire.site.queries import the_site

MOST_LINKS = 200
_LINK = re.compile(r"https?://[^\s<>\"“”«»`\\)\]]+|(?<=\]\()/[^\s)]+|(?<![\w/.])/(?:actions|r|n)/[\w/-]+", re.IGNORECASE)


def reported_of(post: Post) -> Reported:
    """Give it a post read with `for_page`."""
    text = "\n".join([post.summary, post.body, *(part.body for part in post.parts.all() if part.is_shown)])
    given = [post.related_url, post.source_url, post.credit_url, *(each.url for each in post.further_media.all())]
    return Reported(
        headline=post.headline,
        text=text,
        published=post.published or post.sent,
        links=links_in(text, given),
        regions=_ids(post.regions.all()),
        topics=_ids(post.topics.all()),
    )


def called_of(mobilization: Mobilization) -> Called:
    """In a fixed number of queries, however many rallies there are."""
    post = mobilization.post
    demands = [wording.text for demand in mobilization.demands.prefetch_related("wordings") for wording in demand.wordings.all()]
    rows = table_of(mobilization)
    prefetch_related_objects([row.post for row in rows], "regions")
    return Called(
        names=[name for name in (post.headline, *mobilization.names, mobilization.slogan) if name],
        days=mobilization.days,
        zone=mobilization.zoneinfo,
        place=mobilization.place,
        demands=demands,
        links=frozenset({mobilization.path, post.path or mobilization.path, post.short_path}),
        outside=frozenset(link for link in links_in(post.body, [post.related_url]) if not link.startswith("/")),
        regions=_ids(post.regions.all()),
        topics=_ids(post.topics.all()),
        rallies=[_told(row) for row in rows],
    )


def _told(row: Row) -> RallyTold:
    links = frozenset({row.rally.path, row.post.short_path, row.post.path or row.post.short_path})
    return RallyTold(row.rally.pk, row.town, row.date.starts, links, _ids(row.post.regions.all()))


def town_of(event: Event) -> str:
    """The town, or what else readers may see of its place. Prefetch `occurrences`."""
    dates = list(event.occurrences.all())
    if not dates:
        return ""
    dates[0].event = event
    where = whereabouts(dates[0])
    return where.city or where.neighbourhood or where.place


def links_in(text: str, further: Iterable[str] = ()) -> frozenset[str]:
    """Paths for addresses of this site; others without their fragment."""
    found = [*(each for each in further if each), *(match[0] for match in _LINK.finditer(text))]
    return frozenset(_bare(link) for link in found[:MOST_LINKS])


def _bare(link: str) -> str:
    if link.startswith("/"):
        return _path(link)
    try:
        given, ours = urlsplit(link), urlsplit(the_site().address("/"))
    except ValueError:  # brackets of an address that is none
        return link
    if given.netloc.lower() == ours.netloc.lower():
        return _path(given.path)
    query = f"?{given.query}" if given.query else ""
    return f"{given.netloc.lower().removeprefix('www.')}{given.path.rstrip('/')}{query}".rstrip(".,;:!?")


def _path(path: str) -> str:
    """Without the language of the site's pages, with a slash at the end."""
    bare = f"/{path.split('#')[0].split('?')[0].strip('/.,;:!?')}/"
    first = bare.split("/")[1]
    return bare[len(first) + 1 :] if first in the_site().spoken and len(bare) > len(first) + 2 else bare


def _ids(places: Iterable[object]) -> frozenset[int]:
    return frozenset(place.pk for place in places)  # type: ignore[attr-defined]
