"""HTML in a calendar's texts, as the plain text that a post is made of."""

import re
from html.parser import HTMLParser

LONGEST = 60_000  # characters that are looked at
_TAGS = "br|p|div|a|b|i|ul|ol|li|span|html|strong|em|table|h[1-6]"
_SIGN = re.compile(rf"<(?:{_TAGS})\b[^<>]{{0,2000}}>|&(?:nbsp|amp|lt|gt|quot|#\d{{1,6}});", re.IGNORECASE)
_BREAKS = {"br", "p", "div", "ul", "ol", "tr", "table", "blockquote", *(f"h{level}" for level in range(1, 7))}
_SILENT = {"script", "style", "head", "title"}


def is_html(text: str) -> bool:
    return bool(_SIGN.search(text[:LONGEST]))


def plain(html: str) -> str:
    """The words, each block on a line of its own, links with their addresses behind them."""
    reader = _Words()
    reader.feed(html[:LONGEST])
    reader.close()
    text = "".join(reader.pieces)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = ""
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent = self._silent or tag
        elif tag in _BREAKS:
            self.pieces.append("\n\n" if tag == "p" else "\n")
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.pieces)))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag == "a" and self._links:
            address, since = self._links.pop()
            shown = "".join(self.pieces[since:])
            if address.startswith(("http://", "https://")) and address not in shown:
                self.pieces.append(f" ({address})")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data) if data.strip() else " " if data else "")
