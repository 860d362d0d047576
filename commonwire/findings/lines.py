"""The lines of a post as the rules read them: each with the place where a reader finds it again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from commonwire.features.models import Feature
from commonwire.newswire.models import Post
from commonwire.newswire.prose import prose
from commonwire.newswire.words import Kind, Visibility

_BULLET = re.compile(r"^\s*(?:[•●▪◦*–-]|\d{1,2}[.)])\s+(?=\S)")
_SNIPPET = 60  # letters of a line that are enough to find it


@dataclass(frozen=True)
class Line:
    """`role` says what it is in its post: headline, stack, summary, release-headline, contact, paragraph, bullet, row, part, further."""

    post: Post
    role: str
    text: str
    anchor: str = ""
    url: str = ""  # where a row's link or further media leads
    kind: str = ""  # the kind word of a row's link

    @property
    def fragment(self) -> str:
        """Behind the post's address: its paragraph where it has an anchor, otherwise its words, which browsers look for in the page."""
        return self.anchor or ":~:text=" + quote(self.text[:_SNIPPET], safe="")


def lines_of(post: Post) -> list[Line]:
    """Every line of a post that says something, in the order in which readers meet them."""
    lines = [Line(post, "headline", post.headline), *_stack(post)]
    if post.summary:
        lines.append(Line(post, "summary", post.summary))
    return [*lines, *_body(post), *_rows(post), *_parts(post), *_further(post)]


def _stack(post: Post) -> Iterator[Line]:
    feature = Feature.objects.filter(post=post).first() if post.kind == Kind.FEATURE else None
    for line in feature.lines.all() if feature else ():
        yield Line(post, "stack", line.text)


def _body(post: Post) -> Iterator[Line]:
    said = prose(post.body, release=not post.plain_release, plain=post.plain)
    bullets = {_BULLET.sub("", line).strip() for line in post.body.split("\n") if _BULLET.match(line)}
    if said.release:
        yield from (Line(post, "release-headline", text) for text in said.release.headlines)
        yield from (Line(post, "contact", text) for text in said.release.contact)
    for paragraph in said.paragraphs:
        text = paragraph.text.strip()
        yield Line(post, "bullet" if text in bullets else "paragraph", text, paragraph.anchor)


def _rows(post: Post) -> Iterator[Line]:
    feature = Feature.objects.filter(post=post).first() if post.kind == Kind.FEATURE else None
    for row in feature.rows.all() if feature else ():
        for link in row.links.select_related("target"):
            yield Line(post, f"row {row.label}".strip(), link.label, url=link.address, kind=link.kind or row.kind_first)


def _parts(post: Post) -> Iterator[Line]:
    for part in post.parts.filter(visibility=Visibility.SHOWN):
        yield Line(post, "part", part.title)
        if part.body:
            yield Line(post, "part", part.body)


def _further(post: Post) -> Iterator[Line]:
    for media in post.further_media.all():
        yield Line(post, "further", media.title, url=media.url)
