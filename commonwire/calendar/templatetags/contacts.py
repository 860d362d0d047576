"""A contact as somebody typed it, with its mail and web addresses as links."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from commonwire.base.links import safe_href

register = template.Library()

_PIECE = re.compile(r"([\s,;]+)")  # kept, so that joined they are the whole
_AROUND = "()<>[].:!?\"'“”«»"
_WEB = re.compile(r"https?://\S+|www\.\S+\.\S+", re.IGNORECASE)


@register.filter
def with_links(text: str) -> SafeString:
    return format_html_join("", "{}", ((_piece(piece),) for piece in _PIECE.split(text)))


def _piece(piece: str) -> str:
    word = piece.strip(_AROUND)
    href = _address(word)
    if not href:
        return piece
    before, after = piece.split(word, 1)
    return format_html('{}<a href="{}" rel="nofollow ugc noopener noreferrer">{}</a>{}', before, href, word, after)


def _address(word: str) -> str | None:
    """Of a mail address, or of a web address that is written out; of nothing that only might be one."""
    if "@" in word and "/" not in word:
        return safe_href(f"mailto:{word}")
    if _WEB.fullmatch(word):
        return safe_href(word if "://" in word else f"https://{word}")
    return None
