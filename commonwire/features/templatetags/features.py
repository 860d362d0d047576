"""Words for features' templates."""

from django import template
from django.utils.safestring import SafeString

from commonwire.features.models import Feature
from commonwire.features.text import opening

register = template.Library()


@register.simple_tag
def feature_opening(feature: Feature, longest: int) -> SafeString:
    return opening(feature, longest)
