"""Words for the templates of days of action."""

from datetime import datetime

from django import template
from django.template import Context

from commonwire.base.links import safe_href
from commonwire.chrome.templatetags.wire import clock_time

register = template.Library()


@register.filter
def linkable(source: str) -> str:
    """The address that a source is; nothing when it is words, or leads where no link may."""
    text = str(source or "")
    if text.startswith("/") and not text.startswith(("//", "/\\")):
        return text
    return (safe_href(text) or "") if text.lower().startswith(("http://", "https://")) else ""


@register.simple_tag(takes_context=True)
def rally_hour(context: Context, local: datetime) -> str:
    """On the clocks of its place."""
    return clock_time(context["site"], local)
