"""The context that `chrome/page.html` needs, the same for a baked page and for an answer to a form."""

import json
from dataclasses import dataclass, field

from django.utils.safestring import SafeString, mark_safe

from commonwire.chrome.styles import stylesheet_address
from commonwire.site.models import Site


@dataclass(frozen=True)
class Feed:
    """A feed of the list a page shows, for autodiscovery."""

    title: str
    path: str
    content_type: str


@dataclass(frozen=True)
class Frame:
    """What stands around a page. `path` is canonical and empty for answers that have no address of their own.

    `script` is the address of one of our own, for the one kind of page whose policy lets it run (`base/headers.py`).
    """

    site: Site
    language: str
    path: str = ""
    title: str = ""
    description: str = ""
    image: str = ""
    section: str = ""
    per_language: bool = False
    feeds: list[Feed] = field(default_factory=list)
    structured: list[dict[str, object]] = field(default_factory=list)
    findable: bool = True
    script: str = ""

    @property
    def canonical(self) -> str:
        return self.site.address(self.path) if self.path else ""

    @property
    def stylesheet(self) -> str:
        return stylesheet_address()

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(language, path) of the same page in the site's other languages, this one included."""
        if not (self.per_language and self.path):
            return []
        bare = self.path.removeprefix(f"/{self.language}") if self.language != self.site.language else self.path
        return [(language, self.site.at(language, bare)) for language in self.site.spoken]

    @property
    def json_ld(self) -> list[SafeString]:
        """JSON for a data block: `<` is escaped so that no text can end the block."""
        return [mark_safe(json.dumps(each, ensure_ascii=False).replace("<", "\\u003c")) for each in self.structured]


FORMATS = (
    ("rss", "application/rss+xml", "RSS"),
    ("atom", "application/atom+xml", "Atom"),
    ("json", "application/feed+json", "JSON Feed"),
)


def feeds_of(title: str, path: str) -> list[Feed]:
    """The feeds that stand beside every list (syndication prints them)."""
    return [Feed(f"{title}, {name}", f"{path}feed.{ending}", content_type) for ending, content_type, name in FORMATS]
