"""Where a link of a feature leads, as an editor gives it: a post by any of its addresses, a page of this site, or another site."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commonwire.base.ids import is_public_id
from commonwire.base.links import safe_href
from commonwire.base.markup import Paragraph
from commonwire.features.models import LinkKind
from commonwire.newswire.models import Post
from commonwire.newswire.prose import prose
from commonwire.newswire.queries import find_post
from commonwire.newswire.words import Kind, Medium
from commonwire.site.models import Site

_POST = re.compile(r"^/(?:\d{4}/\d{2}/\d{2}|n)/")
_SPACE = re.compile(r"\W+")
_OF_KIND = {Kind.EVENT: LinkKind.EVENT, Kind.FEATURE: LinkKind.FEATURE, Kind.ACTION: LinkKind.ACTION}
_OF_MEDIUM = {
    Medium.TEXT: LinkKind.ARTICLE,
    Medium.PHOTO: LinkKind.PHOTO,
    Medium.AUDIO: LinkKind.AUDIO,
    Medium.VIDEO: LinkKind.VIDEO,
    Medium.DOCUMENT: LinkKind.DOCUMENT,
}


@dataclass(frozen=True)
class Target:
    """A post, or an address, or neither: then the label stands without a link until there is one."""

    post: Post | None = None
    url: str = ""


def find_target(text: str, site: Site) -> Target:
    """ValidationError with a sentence for an address that leads nowhere."""
    if not text:
        return Target()
    path = _path_here(text, site)
    if path is None:
        return Target(url=_elsewhere(text))
    post = find_post(path) if is_public_id(path.strip("/")) or _POST.match(path) else None
    if post:
        return Target(post=post)
    if _POST.match(path) or not path.startswith("/"):
        raise ValidationError(_("No post stands at this address. Search for it below, or leave the address empty until it arrives."))
    return Target(url=_elsewhere(path))


def kind_of(post: Post) -> str:
    """The kind word a link to this post usually bears."""
    return str(_OF_KIND.get(Kind(post.kind)) or _OF_MEDIUM[Medium(post.medium)])


def paragraph_with(post: Post, words: str) -> int | None:
    """The number of the paragraph of this post in which these words stand; white space and punctuation aside."""
    wanted = _bare(words)
    found = (each for each in _paragraphs(post) if wanted.strip() and wanted in _bare(each.text))
    return next((int(each.anchor.removeprefix("p")) for each in found), None)


def paragraphs_in(post: Post) -> int:
    return len(_paragraphs(post))


def _paragraphs(post: Post) -> list[Paragraph]:
    return prose(post.body, release=not post.plain_release, plain=post.plain).paragraphs


def _path_here(text: str, site: Site) -> str | None:
    """The path within this site, a bare public id as it is, None for another site."""
    if text.startswith("/") or is_public_id(text):
        return text
    ours = urlsplit(site.address("/"))
    try:
        given = urlsplit(text if "://" in text else f"https://{text}")
    except ValueError:  # brackets of an address that is none
        return None
    return (given.path or "/") + (f"?{given.query}" if given.query else "") if given.netloc == ours.netloc else None


def _elsewhere(text: str) -> str:
    href = safe_href(text if text.startswith("/") or "://" in text else f"https://{text}")
    if href is None or not (href.startswith("/") or "." in (urlsplit(href).hostname or "")):
        raise ValidationError(_("This is not a web address. Write it like https://example.org/page."))
    if len(href) > 500:
        raise ValidationError(_("This address is longer than 500 characters."))
    return href


def _bare(text: str) -> str:
    return f" {_SPACE.sub(' ', text.casefold()).strip()} "
