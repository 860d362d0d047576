"""`{% slot "post.after" post %}`: what rooms above have to say here."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from commonwire.press.slots import Fragment, filled, shown

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, *arguments: object) -> SafeString:
    frame = {each: context.get(each) for each in ("site", "language", "frame")}
    return mark_safe("".join(filled(name, frame, *arguments)))


@register.simple_tag(takes_context=True)
def fragment(context: Context, given: Fragment) -> SafeString:
    """One fragment that a view was handed: a preview shows what a slot will."""
    frame = {each: context.get(each) for each in ("site", "language", "frame")}
    return shown(given, frame)
