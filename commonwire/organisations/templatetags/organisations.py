"""Words for the templates of organisations."""

from django import template
from django.utils import translation

from commonwire.site.queries import the_site

register = template.Library()


@register.simple_tag
def here(path: str) -> str:
    """The address in the language being spoken, for templates that are included with nothing of the page."""
    return the_site().at(translation.get_language() or "en", path)


@register.filter
def shown_address(url: str) -> str:
    """`example.org/about` of `https://example.org/about/`."""
    return url.partition("://")[2].rstrip("/") or url
