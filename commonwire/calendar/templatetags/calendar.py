"""Words for lines of the calendar: hours on the clocks of their place, what kind, how often, in which state."""

from datetime import datetime

from django import template
from django.template import Context

from commonwire.calendar.models import Occurrence
from commonwire.calendar.recurrence.rule import read_rule
from commonwire.calendar.recurrence.sentence import rule_words, series_words
from commonwire.calendar.rules import unconfirmed_since
from commonwire.calendar.words import EventType, State
from commonwire.chrome.templatetags.wire import clock_time

register = template.Library()


@register.simple_tag(takes_context=True)
def event_hour(context: Context, local: datetime) -> str:
    return clock_time(context["site"], local)


@register.simple_tag
def type_of(date: Occurrence) -> str:
    return "" if date.event.type == EventType.OTHER else str(EventType(date.event.type).label)


@register.simple_tag
def series_of(date: Occurrence) -> str:
    """`every Tuesday`: the hour stands beside it already."""
    event = date.event
    return rule_words(read_rule(event.rule), event.day) if event.rule else series_words(event)


@register.simple_tag(takes_context=True)
def further_dates(context: Context, date: Occurrence) -> list[Occurrence]:
    """On an agenda the dates of a series after its next one; elsewhere each date has a line of its own."""
    further: dict[int, list[Occurrence]] = context.get("further") or {}
    return further.get(date.event_id, [])


@register.simple_tag
def state_class(date: Occurrence) -> str:
    """For styles: cancelled, postponed, tentative, or a series that nobody has confirmed for long."""
    if date.in_force != State.SCHEDULED:
        return str(date.in_force)
    return "unconfirmed" if unconfirmed_since(date.event) else ""
