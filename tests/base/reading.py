"""Reads HTML the way a person or a suspicious browser would."""

from html.parser import HTMLParser
from urllib.parse import unquote

from commonwire.base.links import safe_href

ELEMENTS = {
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "s",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "h3",
    "h4",
    "h5",
    "section",
    "span",
}
ATTRIBUTES = {"href", "rel", "class", "id", "aria-label", "aria-hidden", "value"}


class Reading(HTMLParser):
    """`text` is what is seen: the numbers of lists included, and after each link the address it leads to."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []
        self.text = "".join(self.seen)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        assert tag in ELEMENTS and set(named) <= ATTRIBUTES and len(named) == len(attrs), (tag, attrs)
        if tag in ("br", "hr"):
            self.seen.append("\n")
            return
        self.open.append(tag)
        self.ids.append(named["id"] or "") if "id" in named else None
        self.seen.append(f"{named['value']}. " if "value" in named else "")
        if tag == "a":
            href = named.get("href") or "#"
            assert self.open.count("a") == 1 and safe_href(href) == href
            assert named["rel"] == "nofollow ugc noopener noreferrer"
            self.hrefs.append(href)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "a" and not self.hrefs[-1].startswith("#"):
            self.seen.append(f" {unquote(self.hrefs[-1])} ")

    def handle_data(self, data: str) -> None:
        self.seen.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def stands_in_order(wanted: str, text: str) -> bool:
    """Whether every letter and digit of `wanted` stands in `text`, in the same order."""
    rest = iter(text.casefold())
    return all(letter in rest for letter in wanted.casefold() if letter.isalnum())
