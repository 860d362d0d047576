"""A size as readers see it: its words, what they were read as, and its source as a link where it is one."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

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
        return Sourced(size, words_of(size), "", size.source)
    return Sourced(size, words_of(size), href, urlsplit(href).hostname or size.source.partition("#")[0])


def words_of(size: Size) -> str:
    """The wording of the source; numbers where it has none."""
    return size.wording or in_numbers(size.low, size.high)


def in_numbers(low: int | None, high: int | None) -> str:
    """As in "2,000 to 3,000", "at least 80,000", "at most 500"."""
    if low is not None and high is not None:
        return intcomma(low) if low == high else _("%(low)s to %(high)s") % {"low": intcomma(low), "high": intcomma(high)}
    if low is not None:
        return _("at least %(low)s") % {"low": intcomma(low)}
    return _("at most %(high)s") % {"high": intcomma(high or 0)}
