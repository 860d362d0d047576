"""Words for coverage's templates."""

from django import template
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonwire.coverage.models import Estimate, TickerEntry
from commonwire.coverage.turnout import Said, Sum
from commonwire.newswire.prose import prose

register = template.Library()


@register.simple_tag
def entry_text(entry: TickerEntry) -> SafeString:
    """As it was typed, its addresses linked; its paragraphs are numbered within it."""
    return prose(entry.text, release=False, plain=True, anchor_prefix=f"e{entry.public_id}-").html


@register.simple_tag
def people_range(said: Said | Sum | Estimate) -> str:
    """`4,000 to 6,000`, or one number where both are the same."""
    words = {"low": people(said.low), "high": people(said.high)}
    return words["low"] if said.is_exact else gettext("%(low)s to %(high)s") % words


def people(number: int) -> str:
    """`12,500` as the page's language writes it."""
    return formats.number_format(number, use_l10n=True, force_grouping=True)
