"""A feature's text as HTML: markup, with its quotations where it asks for them."""

import re

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from commonwire.features.models import Feature, Quotation
from commonwire.newswire.prose import prose
from commonwire.newswire.text_slots import fill_text, without_slots

_ASKED = re.compile(r"<p[^>]*>\s*\[quote (\d{1,2})\](?:(?!</p>).)*</p>")


def feature_html(feature: Feature) -> SafeString:
    """Quotations that the text does not ask for stand at its end."""
    said = prose(feature.post.body, release=False, plain=feature.post.plain)
    filled = fill_text(said.html, feature.post if feature.details is None else None, feature.details)
    quotations = list(feature.quotations.all())
    left = dict(enumerate(quotations, 1))

    def put(match: re.Match[str]) -> str:
        quotation = left.pop(int(match[1]), None)
        return _quoted(quotation) if quotation else match[0]

    html = _ASKED.sub(put, filled)
    return mark_safe(html + "".join(_quoted(each) for each in left.values()))


def opening(feature: Feature, longest: int) -> SafeString:
    """The first paragraphs for a list, up to so many characters of text; always at least one, whole."""
    taken: list[str] = []
    length = 0
    for paragraph in prose(feature.post.body, release=False, plain=feature.post.plain).paragraphs:
        if taken and length + len(paragraph.text) > longest:
            break
        if not re.match(r"\[quote \d+\]", paragraph.text) and without_slots(paragraph.text):
            taken.append(paragraph.text)
            length += len(paragraph.text)
    return render_to_string("features/opening.html", {"paragraphs": taken})


def _quoted(quotation: Quotation) -> str:
    """Nothing once its source is no longer shown: words that were withdrawn or hidden are not kept alive by quoting them."""
    if quotation.source is not None and not quotation.source.is_shown:
        return ""
    return render_to_string("features/quotation.html", {"quotation": quotation})
