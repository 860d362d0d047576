"""A post as a feed entry, the same for all three formats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from django.template.loader import render_to_string
from django.utils.translation import override

from commonwire.base.remember import once
from commonwire.media.queries import picture, sound
from commonwire.newswire.article import article_of
from commonwire.newswire.lists import Listing
from commonwire.newswire.marks import Mark, marks_of
from commonwire.newswire.models import Post
from commonwire.press.slots import noted_once
from commonwire.site.models import Site

MOST = 40
GRAVES = 60
_ANCHOR = re.compile(r'<a class="anchor"[^>]*></a>')
_TAG = re.compile(r"<[a-z][^>]*>")  # words that look like attributes stand outside of them and stay
_OWN = re.compile(r'(href|src|cite)="/(?!/)')
_SOURCES = re.compile(r"^<source[^>]*>| srcset=\"[^\"]*\"| sizes=\"[^\"]*\"")


@dataclass(frozen=True)
class Enclosure:
    url: str
    content_type: str
    bytes: int


@dataclass(frozen=True)
class Entry:
    """`id` is the short address: it outlives the words, which the long one repeats."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    byline: str
    language: str
    published: datetime
    updated: datetime
    categories: Sequence[tuple[str, str]]  # (slug, kind of place)
    enclosures: Sequence[Enclosure]


@dataclass(frozen=True)
class Grave:
    """What was here and is not: the id of its entry, in which no word of it stands, and when it left."""

    id: str
    at: datetime


def entries_of(listing: Listing, site: Site) -> list[Entry]:
    """The newest of a list, worked out once for all formats and languages of a baking."""
    posts = listing.head()[:MOST]
    marks = once(("marks", listing.key), lambda: _marks(posts, site))
    return [noted_once(("entry", post.pk), partial(_entry, post, site, marks.get(post.pk))) for post in posts]


def _marks(posts: Sequence[Post], site: Site) -> dict[int, Mark]:
    """Each in the language in which its entry speaks."""
    found: dict[int, Mark] = {}
    for language in {_language_of(post, site) for post in posts}:
        with override(language):
            marks = marks_of([post for post in posts if _language_of(post, site) == language])
            found.update({pk: replace(mark, word=str(mark.word)) for pk, mark in marks.items()})  # now: later another is spoken
    return found


def _language_of(post: Post, site: Site) -> str:
    return post.language if post.language in site.spoken else site.language


def graves_of(listing: Listing, site: Site) -> list[Grave]:
    posts = once(("graves", listing.key), lambda: list(listing.gone().order_by("-published", "-id")[:GRAVES]))
    return [Grave(site.address(post.short_path), post.hidden_at or post.updated or post.sent) for post in posts]


def _entry(post: Post, site: Site, mark: Mark | None) -> Entry:
    """`mark` says what must be read before anything else: that it is cancelled, or was moved."""
    language = _language_of(post, site)
    with override(language):  # the text too: a press release is called so in the language of its post, whichever feed is made first
        article = article_of(post)
        context = {"article": article, "site": site, "language": language, "post": None, "mark": mark}
        shown = render_to_string("syndication/entry.html", context)
    html = _TAG.sub(lambda tag: _SOURCES.sub("", _OWN.sub(rf'\1="{site.address("/")}', tag.group())), _ANCHOR.sub("", shown))
    return Entry(
        id=site.address(post.short_path),
        url=site.address(post.path or ""),
        title=f"{mark.word}: {post.headline}" if mark else post.headline,
        summary=" ".join(filter(None, [mark.sentence if mark else "", post.summary])),
        html="\n".join(line for line in (line.strip() for line in html.split("\n")) if line),
        byline=post.byline,
        language=post.language,
        published=post.published or post.sent,
        updated=post.updated or post.published or post.sent,
        categories=[(place.slug, place._meta.model_name or "") for place in article.places],
        enclosures=[] if post.content_note else _enclosures(post, site),
    )


def _enclosures(post: Post, site: Site) -> list[Enclosure]:
    found = []
    for file in post.ordered_files:
        heard, seen = sound(file), picture(file)
        if heard:
            found.append(Enclosure(site.address(heard.src), heard.content_type, heard.bytes))
        elif seen:
            row = next(row for row in file.renditions.all() if row.path == seen.src)
            found.append(Enclosure(site.address(row.path), row.content_type, row.bytes))
    return found
