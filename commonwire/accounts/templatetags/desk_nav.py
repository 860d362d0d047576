"""The way between the members' screens."""

from django import template
from django.template import Context

from commonwire.accounts.screens import Screen, screens_for

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_screens(context: Context) -> list[tuple[Screen, int | None, bool]]:
    """What this member may open, how much waits there, and whether it is where they are."""
    request = context["request"]
    return [(screen, count, request.path.startswith(screen.path)) for screen, count in screens_for(request.member)]
