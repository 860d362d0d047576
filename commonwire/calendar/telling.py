"""What readers must be told of a date before anything else: that it is off, put off, at another hour, in another place.

The banner, lists, feeds and structured data all ask here, so that they say the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.calendar.models import Occurrence
from commonwire.calendar.whereabouts import whereabouts
from commonwire.calendar.words import State
from commonwire.chrome.templatetags.wire import clock_time
from commonwire.site.queries import the_site

TOLD_OF_SERIES = timedelta(days=60)  # a series at new hours is told as changed so far ahead


@dataclass(frozen=True)
class Telling:
    """`was` is the earlier beginning on the clocks of the place, `was_at` the earlier place as readers had seen it."""

    code: str
    word: "str | Promise"
    note: str = ""
    was: datetime | None = None
    was_at: str = ""


def telling_of(date: Occurrence) -> Telling | None:
    """None when all is as it was announced."""
    note = date.note or date.event.state_note
    was, was_at = _earlier_hour(date), _earlier_place(date)
    match date.in_force:
        case State.CANCELLED:
            return Telling("cancelled", gettext_lazy("CANCELLED"), note)
        case State.POSTPONED:
            return Telling("postponed", gettext_lazy("POSTPONED"), note)
        case State.TENTATIVE:
            return Telling("tentative", gettext_lazy("NOT CONFIRMED"), note)
    if was_at:
        return Telling("moved", gettext_lazy("MOVED"), date.note, was, was_at)
    return Telling("new-time", gettext_lazy("NEW TIME"), date.note, was) if was else None


def sentence_of(telling: Telling, date: Occurrence) -> str:
    """The same in plain words, for feeds and lists."""
    said = [_SAID[telling.code]()] if telling.code in _SAID else []
    if telling.was:
        said.append(_("Now %(now)s instead of %(was)s.") % {"now": _moment(date.local_start, date), "was": _moment(telling.was, date)})
    if telling.was_at:
        said.append(_("Now at %(now)s instead of %(was)s.") % {"now": whereabouts(date).line, "was": telling.was_at})
    return " ".join([*said, *([telling.note] if telling.note else [])])


_SAID = {
    "cancelled": lambda: _("This does not take place."),
    "postponed": lambda: _("A new time is not known yet."),
    "tentative": lambda: _("It is not certain that this takes place."),
}


def _moment(local: datetime, date: Occurrence) -> str:
    day = formats.date_format(local, _("l j F"))
    return day if date.event.all_day else f"{day}, {clock_time(the_site(), local)}"


def _is_recent(date: Occurrence) -> bool:
    """What a series changed is news for its next dates, not for those of the year after."""
    event = date.event
    return not event.is_series or (event.changed_at is not None and event.changed_at <= date.starts < event.changed_at + TOLD_OF_SERIES)


def _earlier_hour(date: Occurrence) -> datetime | None:
    if date.previous_starts is None or not (date.changed or _is_recent(date)):
        return None
    return date.previous_starts.astimezone(date.event.zoneinfo)


def _earlier_place(date: Occurrence) -> str:
    if date.is_elsewhere:
        return date.previous_place
    return date.event.previous_place if _is_recent(date) else ""
