"""Our event becomes what its calendar says now. For `accept_taken`, within its transaction; each step is an act of the calendar.

Only what the calendar itself changed is changed: what the desk mended meanwhile stays.
"""

from datetime import date, datetime

from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.cancel_event import cancel_event
from commonwire.calendar.change_date import change_date
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.place_event import WHEN, move_event
from commonwire.calendar.postpone_event import postpone_event
from commonwire.calendar.reinstate_event import reinstate_event
from commonwire.calendar.words import State
from commonwire.newswire.correct import correct_post
from commonwire.newswire.models import Post
from commonwire.newswire.wording import COLUMNS, Wording
from commonwire.subscriptions.details import details_of, elsewhere_of, wording_of
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.reading.taken import Taken

_WORDS = ("headline", "body", "related_url")
_OFF = (State.CANCELLED, State.POSTPONED)


def follow_change(event: Event, old: Taken, new: Taken, source: Source, by: str) -> Event:
    post = event.post
    details = _changed_details(old, new)
    words = _changed_words(old, new, source)
    if words:
        correct_post(post=post, wording=_as_it_is(post, words), note=_("Its calendar changed."), change=lambda post: _move(post, details))
    else:
        _move(post, details)
    event = Event.objects.select_related("post").get(pk=event.pk)
    if new.state != old.state:
        event = _turn(event, new.state, by)
    follow_dates(event, new, old, by=by)
    return Event.objects.select_related("post").get(pk=event.pk)


def _move(post: Post, details: dict[str, object]) -> None:
    if details:
        move_event(post=post, details=details)


def _changed_details(old: Taken, new: Taken) -> dict[str, object]:
    """Hours and rule go together: a rule is read from the first date."""
    before, after = details_of(old), details_of(new)
    changed = {name: value for name, value in after.items() if value != before[name]}
    return changed | {name: after[name] for name in WHEN} if set(WHEN) & set(changed) else changed


def _changed_words(old: Taken, new: Taken, source: Source) -> dict[str, str]:
    before, after = wording_of(old, source), wording_of(new, source)
    return {name: getattr(after, name) for name in _WORDS if getattr(after, name) != getattr(before, name)}


def _as_it_is(post: Post, words: dict[str, str]) -> Wording:
    columns = {name: getattr(post, name) for name in COLUMNS} | words
    media = [(each.title, each.url) for each in post.further_media.all()]
    return Wording(**columns, kind=post.kind, further_media=media, regions=list(post.regions.all()), topics=list(post.topics.all()))


def _turn(event: Event, state: str, by: str, occurrence: Occurrence | None = None) -> Event:
    """Through the verb that brings it there, unless it is there."""
    held = occurrence or event
    if held.state == state:
        return event
    if state == State.CANCELLED:
        return cancel_event(event=event, occurrence=occurrence, by=by)
    if state == State.POSTPONED:
        return postpone_event(event=event, occurrence=occurrence, by=by)
    if held.state in _OFF:
        event = reinstate_event(event=event, occurrence=occurrence, by=by)
    if occurrence is None and event.state != state:
        event = move_event(post=event.post, details={"state": state})
    return event


def follow_dates(event: Event, new: Taken, old: Taken | None = None, *, by: str = "") -> None:
    """Single dates of a series that its calendar tells apart, and those that it no longer does."""
    if not event.is_series:
        return
    before = {each.recurrence: each for each in old.changed_dates} if old else {}
    rows = list(event.occurrences.all())
    for each in new.changed_dates:
        row = _row_of(each.recurrence, rows, event)
        if row and before.get(each.recurrence) != each and max(row.starts, each.starts) > clock.now():
            _change(event, row, each, new, by)
    for recurrence in before.keys() - {each.recurrence for each in new.changed_dates}:
        row = _row_of(recurrence, rows, event)
        if row and row.changed and row.starts > clock.now():
            _turn(event, State.SCHEDULED, by, row)
            change_date(occurrence=row, starts=row.original, elsewhere={}, by=by)


def _change(event: Event, row: Occurrence, each: Taken, series: Taken, by: str) -> None:
    if each.state in _OFF:
        _turn(event, each.state, by, row)
        return
    _turn(event, State.SCHEDULED, by, row)
    note = each.summary if each.summary != series.summary else ""
    change_date(occurrence=row, starts=each.starts, ends=each.ends, elsewhere=elsewhere_of(each, series), note=note[:300], by=by)


def _row_of(recurrence: str, rows: list[Occurrence], event: Event) -> Occurrence | None:
    """The date that is meant: by its moment, or, as some write it, by its day."""
    moment = datetime.fromisoformat(recurrence)
    day: date = moment.astimezone(event.zoneinfo).date()
    exact = next((row for row in rows if row.original == moment), None)
    return exact or next((row for row in rows if row.original.astimezone(event.zoneinfo).date() == day), None)
