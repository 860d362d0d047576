"""Paragraphs of a text in whose place rooms above put what is theirs: `[demands]`, or `[demands: slug]`, alone in its paragraph.

    @fills("text.demands")
    def demands(post: Post | None, argument: str, details: dict) -> Fragment | None: ...

`post` is None in a preview; then `details` is everything that the forms of the kind and of the companions said. When nobody answers, the
paragraph stays as it was written. The anchor stays in any case.
"""

import re
from collections.abc import Mapping
from html import unescape

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from commonwire.newswire.models import Post
from commonwire.press.slots import FILLERS, filled
from commonwire.site.queries import the_site

_WORD = r"\[(?P<word>[a-z][a-z-]{1,30})(?:: *(?P<argument>[^\[\]<>\n]{1,120}))?\]"
_PARAGRAPH = re.compile(rf'<p(?: id="(?P<anchor>[\w-]+)")?>\s*{_WORD}\s*(?:<a class="anchor"[^>]*></a>)?\s*</p>')
_LINE = re.compile(rf"^[ \t]*{_WORD}[ \t]*$", re.MULTILINE)


def fill_text(html: SafeString, post: Post | None, details: Mapping[str, object] | None = None) -> SafeString:
    """The text's HTML with what rooms above have to say in it; what they show is noted for the page or feed being printed."""
    if "[" not in html:
        return html
    frame: dict[str, object] = {"site": the_site(), "language": get_language()}

    def put(match: re.Match[str]) -> str:
        argument = unescape(match["argument"] or "").strip()
        said = filled(f"text.{match['word']}", frame, post, argument, dict(details or {}))
        anchor = f' id="{escape(match["anchor"])}"' if match["anchor"] else ""
        return f'<div class="filled"{anchor}>{"".join(said)}</div>' if said else match[0]

    return mark_safe(_PARAGRAPH.sub(put, html))


def without_slots(text: str) -> str:
    """A text for an excerpt: without the lines in whose place something else stands."""
    return _LINE.sub(lambda match: "" if f"text.{match['word']}" in FILLERS else match[0], text)
