"""What templates ask about one date: what is told of it, where it is, whether its series is still confirmed."""

from datetime import date as day

from django import template

from commonwire.calendar.models import Occurrence
from commonwire.calendar.rules import is_doubted, unconfirmed_day
from commonwire.calendar.telling import Telling
from commonwire.calendar.telling import telling_of as _telling_of
from commonwire.calendar.whereabouts import Where, whereabouts

register = template.Library()


@register.simple_tag
def telling_of(date: Occurrence) -> Telling | None:
    return _telling_of(date)


@register.simple_tag
def where_of(date: Occurrence) -> Where:
    return whereabouts(date)


@register.simple_tag
def since_unconfirmed(date: Occurrence) -> day | None:
    return unconfirmed_day(date.event)


@register.simple_tag
def is_doubted_date(date: Occurrence) -> bool:
    return is_doubted(*date.told)
