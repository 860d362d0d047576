"""Hours of events: already on the clocks of their place."""

from datetime import datetime

from django import template
from django.template import Context

from commonwire.chrome.templatetags.wire import clock_time

register = template.Library()


@register.simple_tag(takes_context=True)
def event_hour(context: Context, local: datetime) -> str:
    return clock_time(context["site"], local)
