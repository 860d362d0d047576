"""Why a report is proposed, in sentences that an editor can judge."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.base.text import excerpt

SENTENCES: dict[str, str | Promise] = {
    "links-to-call": _("links to the call"),
    "links-to-rally": _("links to the rally in %(words)s"),
    "same-source": _("links to a page that the call links to as well: %(words)s"),
    "names-it": _("names it: “%(words)s”"),
    "repeats-demand": _("repeats a demand: “%(words)s”"),
    "words-in-headline": _("words of the call in its headline: %(words)s"),
    "words-in-text": _("words of the call in its text: %(words)s"),
    "names-place": _("names the place of the day: %(words)s"),
    "names-town": _("names %(words)s, where there is a rally"),
    "same-hours": _("within hours of the rally in %(words)s, in the same region"),
    "same-day": _("on the same day"),
    "days-after": _("in the three days after"),
    "weeks-after": _("in the two weeks after"),
    "same-region": _("in a region of the call"),
    "same-topic": _("under a topic of the call"),
}
WITHOUT_WORDS: dict[str, str | Promise] = {
    "links-to-rally": _("links to one of its rallies"),
    "same-hours": _("within hours of one of its rallies, in the same region"),
}


def sentences(reasons: list[list[str]]) -> list[str]:
    """In the language being spoken; a code that an upgrade took away is left out."""
    return [_sentence(code, excerpt(words, 80)) for code, words in reasons if code in SENTENCES]


def _sentence(code: str, words: str) -> str:
    if not words and code in WITHOUT_WORDS:
        return str(WITHOUT_WORDS[code])
    return str(SENTENCES[code]) % {"words": words}
