"""A size as readers see it: its words, what they were read as, and its source as a link where it is one."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from commonwire.base.links import safe_href
from commonwire.organisations.models import Size


@dataclass(frozen=True)
class Sourced:
    size: Size
    words: str
    href: str  # where the source is; empty for words
    source: str


def sourced(size: Size) -> Sourced:
    href = safe_href(size.source) if size.source.startswith(("http://", "https://", "/")) else None
    if href is None:
        return Sourced(size, size.said, "", size.source)
    return Sourced(size, size.said, href, urlsplit(href).hostname or size.source.partition("#")[0])
