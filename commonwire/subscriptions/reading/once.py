"""Each event of a file once, and the changed dates of a series beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from commonwire.subscriptions.reading.taken import Taken

MOST_CHANGED = 200


def together(taken: Iterable[Taken]) -> list[Taken]:
    """In the order of the file; the dates of a series that is not in it stand by themselves."""
    events: dict[str, list[Taken]] = defaultdict(list)
    dates: dict[str, list[Taken]] = defaultdict(list)
    for each in taken:
        (dates if each.recurrence else events)[each.uid].append(each)
    whole = [event for uid in events for event in _apart(events[uid])]
    series = {event.uid for event in whole if event.is_series}
    alone = [date for uid in dates if uid not in series for date in _newest(dates[uid])]
    return [*(_with_dates(event, dates.get(event.uid, [])) if event.uid in series else event for event in whole), *alone]


def _apart(events: list[Taken]) -> list[Taken]:
    """Several that carry one UID: versions of one event, of which the newest counts, or different events of a careless program."""
    if len(events) == 1:
        return events
    latest = max(event.sequence for event in events)
    current = {event.starts: event for event in sorted((each for each in events if each.sequence == latest), key=_version)}
    if len(current) == 1:
        return [_noted(next(iter(current.values())), _("It stands in the file several times; the newest was taken."))]
    note = _("Other events of the file carry the same identifier; they were told apart by their hours.")
    return [_noted(replace(event, uid=f"{event.uid[:200]}/{event.starts:%Y%m%dT%H%M}"), note) for event in current.values()]


def _newest(dates: list[Taken]) -> list[Taken]:
    """Of each date the newest version, without a repetition of its own."""
    found = {date.recurrence: date for date in sorted(dates, key=_version)}
    return [replace(found[key], rule="", rdates=(), exdates=()) for key in sorted(found)]


def _with_dates(series: Taken, dates: list[Taken]) -> Taken:
    changed = _newest(dates)
    if len(changed) > MOST_CHANGED:
        note = _("More than %(most)s of its dates are changed; the rest was left out.") % {"most": MOST_CHANGED}
        series = replace(_noted(series, note), doubtful=True)
    return replace(series, changed_dates=tuple(changed[:MOST_CHANGED]))


def _version(event: Taken) -> tuple[int, str]:
    return event.sequence, event.last_modified


def _noted(event: Taken, note: str) -> Taken:
    return replace(event, notes=(*event.notes, note))
