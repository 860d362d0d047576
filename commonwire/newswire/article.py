"""An article as its template sees it: made from a post, or from the words of a preview, so that the preview is the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString

from commonwire.media.models import File
from commonwire.newswire.models import Correction, Post
from commonwire.newswire.prose import Prose, prose
from commonwire.newswire.text_slots import fill_text
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Kind, Visibility
from commonwire.site.licences import LICENCES, Licence
from commonwire.taxonomy.models import Place


@dataclass(frozen=True)
class Elsewhere:
    """Media held elsewhere."""

    title: str
    url: str

    @property
    def host(self) -> str:
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


@dataclass(frozen=True)
class Section:
    """A part (§) as shown."""

    number: int
    title: str
    byline: str
    sent: datetime
    dated: str
    html: SafeString
    related_url: str
    files: Sequence[File]
    hidden_because: str = ""


@dataclass(frozen=True)
class Article:
    headline: str
    byline: str
    kind: str
    language: str
    summary: str
    html: SafeString
    has_release: bool
    published: datetime | None
    licence: Licence
    updated: datetime | None = None
    dated: str = ""
    highlighted: bool = False
    content_note: str = ""
    related_url: str = ""
    source_name: str = ""
    source_url: str = ""
    credit: str = ""
    credit_url: str = ""
    places: Sequence[Place] = ()
    further_media: Sequence[Elsewhere] = ()
    files: Sequence[File] = ()
    parts: Sequence[Section] = ()
    corrections: Sequence[Correction] = field(default=())

    @property
    def kind_label(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def lead(self) -> File | None:
        return self.files[0] if self.files else None

    @property
    def rest(self) -> Sequence[File]:
        return self.files[1:]


def article_of(post: Post) -> Article:
    """From the database; give it a post read with `for_page`."""
    said = prose(post.body, release=not post.plain_release, plain=post.plain, heading_floor=2)
    return Article(
        **_words(post, said, said.html if post.plain else fill_text(said.html, post)),
        kind=post.kind,
        published=post.published,
        updated=post.updated,
        dated=post.dated,
        highlighted=post.highlighted,
        places=[*post.regions.all(), *post.topics.all()],
        further_media=[Elsewhere(each.title, each.url) for each in post.further_media.all()],
        files=post.ordered_files,
        parts=_sections(post, said.following),
        corrections=list(post.corrections.all()),
    )


def article_of_wording(
    wording: Wording, files: Sequence[File], published: datetime | None, details: Mapping[str, object] | None = None
) -> Article:
    """From the words of a form, before anything is published; `details` are what rooms above asked besides."""
    said = prose(wording.body, release=not wording.plain_release, heading_floor=2)
    return Article(
        **_words(wording, said, fill_text(said.html, None, details)),
        kind=wording.kind,
        published=published,
        places=[*wording.regions, *wording.topics],
        further_media=[Elsewhere(title, url) for title, url in wording.further_media],
        files=files,
    )


def _words(given: Post | Wording, said: Prose, html: SafeString) -> dict[str, Any]:
    names = (
        "headline",
        "byline",
        "language",
        "summary",
        "content_note",
        "related_url",
        "source_name",
        "source_url",
        "credit",
        "credit_url",
    )
    return {
        **{name: getattr(given, name) for name in names},
        "html": html,
        "has_release": said.release is not None,
        "licence": LICENCES[given.licence],
    }


def _sections(post: Post, following: int) -> list[Section]:
    """Parts in order, their paragraphs numbered after those of the text."""
    made: list[Section] = []
    shown = [part for part in post.parts.all() if part.visibility in (Visibility.SHOWN, Visibility.HIDDEN)]
    for number, part in enumerate(shown, 1):
        said = prose(part.body, release=False, plain=part.plain, first=following)
        following = said.following
        hidden = part.hidden_because if part.is_hidden else ""
        made.append(
            Section(
                number=number,
                title="" if hidden else part.title,
                byline=part.byline,
                sent=part.sent,
                dated=part.dated,
                html=SafeString("") if hidden else said.html if part.plain else fill_text(said.html, post),
                related_url="" if hidden else part.related_url,
                files=[] if hidden else part.ordered_files,
                hidden_because=hidden,
            )
        )
    return made
