"""A small, safe Markdown: what people type in a form becomes HTML in which no letter they typed is lost.

Not in it: raw HTML (shown as typed), entities (`&amp;` shows as `&amp;`), tables, reference links, underlined headings, indented
code. A picture becomes a link to it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, heading, list_block
from markdown_it.rules_inline import StateInline, autolink, link
from markdown_it.token import Token

from commonwire.base.links import STARTS, URL_START, bare_url, host_beside, linked, safe_href
from commonwire.base.purify import purify
from commonwire.base.text import clean_text

# Beyond these, signs are no longer read (plain paragraphs), and then anchors no longer given: no text may cost seconds.
LONGEST, MOST_LINES, MOST_SIGNS, MOST_ANCHORS = 400_000, 8_000, 12_000, 3_000
_SIGN = re.compile(r"[\[\]!*_~`<\\]|://|www\.")
_DEEPEST = 12  # further quotes and lists in one another stay text
_BULLET = re.compile(r"^([ \t>]*)[•●▪◦‣∙·][ \t]*(?=[^\s•●▪◦‣∙·])(?=.*\w)")
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)")


@dataclass(frozen=True)
class Paragraph:
    """A piece of a text that can be pointed at: its anchor on the page, and its words without signs."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Rendered:
    html: SafeString
    paragraphs: list[Paragraph]
    following: int  # the number that the next text on the same page starts with


@dataclass
class Numbering:
    """Hands out the anchors of one page in order."""

    prefix: str
    number: int
    given: list[Paragraph] = field(default_factory=list)

    def mark(self, text: str) -> str:
        anchor = f"{self.prefix}{self.number}"
        self.number += 1
        self.given.append(Paragraph(anchor, text))
        return anchor

    def paragraph(self, text: str, name: str = "") -> str:
        """HTML of a paragraph of plain text, perhaps of a class, with its line breaks, anchor and bare URLs."""
        named = f' class="{name}"' if name else ""
        if len(self.given) >= MOST_ANCHORS:
            return f"<p{named}>{with_breaks(text)}</p>\n"
        anchor = self.mark(text)
        return f'<p id="{anchor}"{named}>{with_breaks(text)}{permalink(anchor)}</p>\n'


def permalink(anchor: str) -> str:
    """An empty link: its sign comes from the stylesheet, so that copied or read text does not hold it."""
    return f'<a class="anchor" href="#{anchor}" aria-label="{escape(gettext("Link to this paragraph"))}"></a>'


def with_breaks(text: str) -> str:
    return linked(text).replace("\n", "<br>\n")


class _Reader(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        return safe_href(url) or ""

    def validateLink(self, url: str) -> bool:
        return bool(url)

    def normalizeLinkText(self, link: str) -> str:
        return link


_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]


def _not_too_deep(rule: _BlockRule) -> _BlockRule:
    """markdown-it drops what is nested too deep; here it stays text."""
    return lambda state, start, end, silent: state.level < _DEEPEST and rule(state, start, end, silent)


def _heading_with_words(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] : state.eMarks[start]]
    return bool(re.search(r"\w", line)) and heading(state, start, end, silent)


def _outside_links(rule: _InlineRule) -> _InlineRule:
    return lambda state, silent: (silent or not state.linkLevel) and rule(state, silent)


def _picture(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("![", state.pos) or (state.linkLevel and not silent):
        return False
    state.pos += 1
    if link(state, silent):
        return True
    state.pos -= 1
    return False


def _url(state: StateInline, silent: bool) -> bool:
    if state.linkLevel and not silent:
        return False
    if state.src[state.pos] not in "hHwW" or not STARTS.match(state.src, state.pos):
        return False
    found = bare_url(state.src, state.pos, state.posMax)
    if not found:
        return False
    end, href = found
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = state.src[state.pos : end]
        state.push("link_close", "a", -1)
    state.pos = end
    return True


def _reader() -> MarkdownIt:
    reader = _Reader("commonmark", {"html": False, "breaks": True, "linkify": False})
    reader.disable(["code", "reference", "lheading", "html_block", "html_inline", "entity"]).enable("strikethrough")
    reader.block.ruler.at("blockquote", _not_too_deep(blockquote), {"alt": ["paragraph", "blockquote", "list"]})
    reader.block.ruler.at("list", _not_too_deep(list_block), {"alt": ["paragraph", "blockquote"]})
    reader.block.ruler.at("heading", _heading_with_words, {"alt": ["paragraph", "blockquote"]})
    reader.inline.ruler.at("link", _outside_links(link))
    reader.inline.ruler.at("autolink", _outside_links(autolink))
    reader.inline.ruler.at("image", _picture)
    reader.inline.ruler.before("newline", "url", _url)
    reader.inline.terminator_re = re.compile(f"{reader.inline.terminator_re.pattern}|{URL_START}")
    return reader


_READER = _reader()


def _with_bullets(source: str) -> str:
    """Lines that begin with the bullets people paste are list items; in fenced code they are left alone."""
    fenced, lines = False, []
    for line in source.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        lines.append(line if fenced else _BULLET.sub(r"\1- ", line))
    return "\n".join(lines)


def _words(children: Iterable[Token]) -> str:
    return "".join("\n" if token.type in ("softbreak", "hardbreak") else token.content for token in children)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _tidied(children: list[Token]) -> Iterator[Token]:
    """Links show what would else be lost: a title, the address of a link without text, the true host of a foreign name."""
    href, title, shown = "", "", ""
    for token in children:
        if token.type == "link_open":
            href, title, shown = str(token.attrs.pop("href")), str(token.attrs.pop("title", "")), ""
            if href:
                token.attrs = {"href": href}
                yield token
        elif token.type == "link_close":
            if href and not shown.strip():
                yield _text(href)
                shown = href
            if href:
                yield token
            aside = (f" ({title})" if title else "") + (host_beside(href, shown) if href else "")
            if aside:
                yield _text(aside)
        else:
            shown += token.content
            yield token


def _fence_with_its_name(token: Token) -> Token:
    """What stands behind the opening sign is text too."""
    if token.info.strip():
        token.content = f"{token.info.strip()}\n{token.content}"
    token.info = ""
    return token


def _numbered(item: Token) -> Iterator[Token]:
    """A list item keeps the number it was given: 1986. stays 1986., and 007. is written out."""
    yield item
    if item.info and item.info == str(int(item.info)):
        item.attrSet("value", item.info)
    elif item.info:
        yield Token("inline", "", 0, children=[_text(f"{item.info}. ")])


def _anchored(tokens: list[Token], numbering: Numbering, floor: int) -> Iterator[Token]:
    """Paragraphs, headings and the items of outermost lists get their anchor when they end, and their link where they began."""
    items, holder, first = 0, None, None
    texts: list[str] = []
    for token in tokens:
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(floor + int(token.tag[1]) - 1, floor + 2, 6)}"
        opens = token.type == "list_item_open" if items else token.type in ("paragraph_open", "heading_open")
        if opens and items <= 1:
            holder, first, texts = token, None, []
        if token.type == "inline":
            token.children = list(_tidied(token.children or []))
            texts.append(_words(token.children))
            first = first or token
        closes = not items and token.type in ("list_item_close", "paragraph_close", "heading_close")
        if closes and holder and first and "".join(texts).strip():
            anchor = numbering.mark("\n".join(texts))
            holder.attrSet("id", anchor)
            first.children = [*(first.children or []), Token("html_inline", "", 0, content=permalink(anchor))]
        if token.type == "list_item_open":
            yield from _numbered(token)
        else:
            yield _fence_with_its_name(token) if token.type == "fence" else token


def _too_much(source: str) -> bool:
    return len(source) > LONGEST or source.count("\n") > MOST_LINES or sum(1 for _sign in _SIGN.finditer(source)) > MOST_SIGNS


def render(source: str, *, anchor_prefix: str = "p", first: int = 1, heading_floor: int = 3) -> Rendered:
    """HTML of a text somebody typed, safe to print as it is. Headings become h3 to h5 (counted from `heading_floor`)."""
    source = clean_text(source)
    numbering = Numbering(anchor_prefix, first)
    if _too_much(source):
        html = "".join(numbering.paragraph(text) for text in re.split(r"\n{2,}", source) if text.strip())
    else:
        tokens = list(_anchored(_READER.parse(_with_bullets(source)), numbering, heading_floor))
        html = _READER.renderer.render(tokens, _READER.options, {})
    return Rendered(purify(html), numbering.given, numbering.number)
