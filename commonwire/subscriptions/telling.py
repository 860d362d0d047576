"""What the desk is told of an event of another calendar: its facts in words, and what of them changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import dateformat
from django.utils.translation import gettext as _

from commonwire.base.difference import differences
from commonwire.calendar.recurrence.rule import read_rule
from commonwire.calendar.recurrence.sentence import rule_words
from commonwire.calendar.words import State
from commonwire.chrome.templatetags.wire import clock_time
from commonwire.site.models import Site
from commonwire.subscriptions.models import TakenEvent
from commonwire.subscriptions.reading.taken import Taken, from_json
from commonwire.subscriptions.words import TakenState


@dataclass(frozen=True)
class Fact:
    label: str
    words: str
    difference: str = ""  # HTML with <del> and <ins>, when it changed


def when_words(taken: Taken, site: Site) -> str:
    """`Fri 23 Jan 2026, 19:00–21:00`, on the clocks of its place."""
    zone = ZoneInfo(taken.zone)
    starts, ends = taken.starts.astimezone(zone), taken.ends.astimezone(zone) if taken.ends else None
    if taken.all_day:
        last = (ends or starts + timedelta(days=1)) - timedelta(minutes=1)
        return _day(starts) if last.date() == starts.date() else f"{_day(starts)} – {_day(last)}"
    said = f"{_day(starts)}, {clock_time(site, starts)}"
    if ends is None:
        return said
    return f"{said}–{clock_time(site, ends)}" if ends.date() == starts.date() else f"{said} – {_day(ends)}, {clock_time(site, ends)}"


def _day(moment: datetime) -> str:
    return dateformat.format(moment, "D j M Y")


def series_words_of(taken: Taken) -> str:
    said = rule_words(read_rule(taken.rule), taken.starts.astimezone(ZoneInfo(taken.zone)).date()) if taken.rule else ""
    more = [_("further dates: %(count)s") % {"count": len(taken.rdates)}] if taken.rdates else []
    more += [_("dates left out: %(count)s") % {"count": len(taken.exdates)}] if taken.exdates else []
    more += [_("dates changed: %(count)s") % {"count": len(taken.changed_dates)}] if taken.changed_dates else []
    return ", ".join([said, *more] if said else more)


def facts_of(taken: Taken, site: Site) -> list[Fact]:
    """Everything it says, in an order of its own; what says nothing is left out."""
    return [Fact(label, words) for label, words in _all(taken, site).items() if words]


def changes_of(row: TakenEvent, site: Site) -> list[Fact]:
    """What the calendar says otherwise than when it was last followed."""
    if row.state != TakenState.CHANGED or not row.followed:
        return []
    old, new = _all(from_json(row.followed), site), _all(row.taken, site)
    return [Fact(label, words, differences(old[label], words)) for label, words in new.items() if words != old[label]]


def _all(taken: Taken, site: Site) -> dict[str, str]:
    return {
        _("Title"): taken.summary,
        _("When"): when_words(taken, site),
        _("Repeats"): series_words_of(taken),
        _("Changed dates"): "\n".join(_date_words(date, site) for date in taken.changed_dates),
        _("Time zone"): taken.zone.replace("_", " "),
        _("State"): str(State(taken.state).label) if taken.state != State.SCHEDULED else "",
        _("Place"): taken.location,
        _("Point"): f"{taken.latitude}, {taken.longitude}" if taken.latitude is not None else "",
        _("Address to join online"): taken.online,
        _("Organised by"): taken.organiser,
        _("Categories"): ", ".join(taken.categories),
        _("Web address"): taken.url,
        _("Text"): taken.description,
    }


def _date_words(date: Taken, site: Site) -> str:
    state = f", {State(date.state).label}" if date.state != State.SCHEDULED else ""
    return f"{when_words(date, site)}{state}: {date.summary}{f', {date.location}' if date.location else ''}"
