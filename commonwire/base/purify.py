"""The second wall: whatever HTML our own renderers make of strangers' text passes through here, or becomes plain text."""

import re

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from commonwire.base.links import safe_href

REL = "nofollow ugc noopener noreferrer"
_PATTERNS = {
    "class": re.compile(r"[a-z][a-z-]{0,30}"),
    "id": re.compile(r"[a-z][a-z0-9-]{0,20}[0-9]"),
    "value": re.compile(r"[0-9]{1,9}"),
    "aria-hidden": re.compile("true"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # said explicitly: nh3 would otherwise let some attributes stand on every element
    "a": {"href", "class", "aria-label"},
    "li": {"id", "value"},
    "p": {"id", "class"},
    "section": {"class", "aria-label"},
    "ul": {"class"},
    "span": {"class", "aria-hidden"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_TAGS = {"br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ol"} | (_ATTRIBUTES.keys() - {"*"})


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_href(value)
    if name in ("aria-label", "rel"):
        return value
    pattern = _PATTERNS.get(name)
    return value if pattern and pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=set(),
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    generic_attribute_prefixes=set(),
    url_schemes={"http", "https", "mailto"},
    link_rel=REL,
)


def purify(html: str) -> SafeString:
    """The same HTML with nothing but what the house prints; cleaned until cleaning changes nothing, else shown as text."""
    for _round in range(4):
        cleaned = _CLEANER.clean(html)
        if cleaned == html:
            return mark_safe(cleaned)
        html = cleaned
    return escape(html)
