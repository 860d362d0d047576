"""The dates of an event as rows: laid anew from what the event says, while what is known of single dates is kept."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.recurrence.expand import Moment, Series, expand, first_date, is_whole
from commonwire.calendar.recurrence.rule import RuleRefused, read_rule
from commonwire.calendar.whereabouts import exact_from, is_exact_by_now

AHEAD = timedelta(days=731)
EVER = datetime(1900, 1, 1, tzinfo=UTC)
BACK = timedelta(days=366 * 5)  # of a series that comes in late: older dates get no rows
OLDEST = timedelta(days=366 * 30)
MOST_LISTED = 400  # further dates, and dates left out
LAID = ("original", "starts", "ends", "day", "previous_starts", "exact_from", "is_exact")


def series_of(event: Event) -> Series:
    return Series(event.starts, event.ends, event.zoneinfo, event.all_day, event.rule, event.further_dates, event.left_out)


def settle_series(event: Event) -> None:
    """Check what a series says and bring it into one form. ValidationError, in a sentence, when no date can come of it.

    The first date is the first that the rule gives: a class "every Tuesday" that is entered on a Sunday begins on Tuesday.
    """
    if event.ends and event.ends < event.starts:
        raise ValidationError(_("It ends before it begins."))
    event.further_dates = _local_times(event, event.further_dates)
    event.left_out = _local_times(event, event.left_out)
    if event.rule:
        _settle_rule(event)
    if not expand(series_of(event), since=EVER, until=horizon(event)):
        raise ValidationError(_("No date is left: every one of them is left out."))


def _settle_rule(event: Event) -> None:
    event.rule = str(read_rule(event.rule, event.zoneinfo).settled(event.zoneinfo, event.all_day))
    if clock.now() - event.starts > OLDEST:
        raise RuleRefused(_("A series that began more than thirty years ago is too long to reckon: give a later first day."))
    series = series_of(event)
    first = first_date(series)
    if first is None:
        raise RuleRefused(_("This rule gives no date in the next ten years."))
    if first != event.starts:
        found = expand(Series(event.starts, event.ends, series.zone, event.all_day, event.rule), since=first, until=first + timedelta(1))
        event.starts, event.ends = found[0].starts, found[0].ends


def _local_times(event: Event, given: Iterable[str]) -> list[str]:
    """Local times without an offset, in years that every zone can reckon with; a bare day means the hour of the first date."""
    hour = series_of(event).local_start.time()
    found = set()
    for each in given:
        local = datetime.fromisoformat(each).replace(tzinfo=None, second=0, microsecond=0)
        if len(each) <= 10 or event.all_day:
            local = datetime.combine(local, hour)
        found.add(local.isoformat(timespec="minutes"))
    if any(not "1900" <= each[:4] <= "2199" for each in found):
        raise ValidationError(_("A single date is too far away."))
    if len(found) > MOST_LISTED:
        raise ValidationError(_("More than %(most)s single dates are too many: use a rule.") % {"most": MOST_LISTED})
    return sorted(found)


def lay_dates(event: Event) -> None:
    """Make the rows say what the event says. A date that was changed by itself keeps its own hours, place and state, as long as the
    series still has it: at the same moment, or on the same day."""
    rows = list(event.occurrences.all())
    until = horizon(event)
    since = min([clock.now() - BACK, *(row.original for row in rows)])
    moments = expand(series_of(event), since=since, until=until) or expand(series_of(event), since=EVER, until=until)[-1:]
    matched = _matched(event, rows, moments)
    Occurrence.objects.filter(pk__in=[row.pk for row in rows if row not in matched.values()]).delete()
    for moment, row in matched.items():
        _follow(event, row, moment)
    Occurrence.objects.bulk_update(matched.values(), LAID)
    Occurrence.objects.bulk_create([fresh_date(event, moment) for moment in moments if moment not in matched])
    event.expanded_until = None if is_whole(series_of(event), until) else until


def add_dates(event: Event) -> list[Occurrence]:
    """The dates between those that stand and the new horizon."""
    if event.expanded_until is None:
        return []
    until = horizon(event)
    moments = expand(series_of(event), since=event.expanded_until, until=until)
    event.expanded_until = None if is_whole(series_of(event), until) else until
    return Occurrence.objects.bulk_create([fresh_date(event, moment) for moment in moments])


def horizon(event: Event) -> datetime:
    """Up to where dates stand as rows: two years ahead, from midnight so that an hour makes no difference; all of them without a rule."""
    if not event.rule:
        return datetime.max.replace(year=9998, tzinfo=event.starts.tzinfo)
    return max(clock.now(), event.starts).replace(hour=0, minute=0, second=0, microsecond=0) + AHEAD


def _matched(event: Event, rows: list[Occurrence], moments: list[Moment]) -> dict[Moment, Occurrence]:
    """Which row stands for which moment: the only one for the only one, or by the moment, or by the day."""
    if len(rows) == 1 and len(moments) == 1:
        return {moments[0]: rows[0]}
    by_moment = {row.original: row for row in rows}
    found = {moment: by_moment[moment.starts] for moment in moments if moment.starts in by_moment}
    zone, taken = event.zoneinfo, {row.pk for row in found.values()}
    by_day = {row.original.astimezone(zone).date(): row for row in rows if row.pk not in taken}
    for moment in moments:
        if moment not in found and (row := by_day.pop(moment.starts.astimezone(zone).date(), None)):
            found[moment] = row
    return found


def _follow(event: Event, row: Occurrence, moment: Moment) -> None:
    """A date that was never moved by itself goes where its series goes."""
    went_its_own_way = row.changed and row.starts != row.original
    row.original = moment.starts
    if not went_its_own_way:
        if row.starts != moment.starts:
            row.previous_starts = None if row.previous_starts == moment.starts else row.starts
        row.starts, row.ends = moment.starts, moment.ends
    row.day = row.starts.astimezone(event.zoneinfo).date()
    set_exactness(event, row)


def fresh_date(event: Event, moment: Moment) -> Occurrence:
    day = moment.starts.astimezone(event.zoneinfo).date()
    row = Occurrence(event=event, original=moment.starts, starts=moment.starts, ends=moment.ends, day=day)
    set_exactness(event, row)
    return row


def set_exactness(event: Event, row: Occurrence) -> None:
    """From when, and whether by now, the exact place of this date is shown."""
    row.exact_from = exact_from(event, row.starts)
    row.is_exact = is_exact_by_now(event, row.starts)
