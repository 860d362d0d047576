"""From a rule to dates: days first, on the clocks of the place, then moments.

A local time that the clocks skip is read with the offset before the gap, one that comes twice is the first (RFC 5545, 3.3.5): both are
what `fold=0` means. Without a rule the first date is the moment that was given, also when it is the second of two equal hours. The work
is bounded by the days between the first date and the end that was asked for.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from commonwire.calendar.recurrence.rule import Rule, Weekday, read_rule

MOST_DATES = 8000
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Series:
    """What is needed to expand: the first date (UTC), its end, the zone of its clocks, its rule, further dates, dates left out.

    Further and left-out dates are local times in ISO form without an offset.
    """

    starts: datetime
    ends: datetime | None
    zone: ZoneInfo
    all_day: bool = False
    rule: str = ""
    further_dates: Sequence[str] = ()
    left_out: Sequence[str] = ()

    @property
    def local_start(self) -> datetime:
        """Naive, as the clocks of its place say."""
        local = self.starts.astimezone(self.zone).replace(tzinfo=None, fold=0)
        return datetime.combine(local, time()) if self.all_day else local


@dataclass(frozen=True, order=True)
class Moment:
    """One date, in UTC."""

    starts: datetime
    ends: datetime | None


def moment_of(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def expand(series: Series, *, since: datetime, until: datetime) -> list[Moment]:
    """Every date that begins in [since, until), oldest first, each once; MOST_DATES at most."""
    left_out = {datetime.fromisoformat(each) for each in series.left_out}
    further = {datetime.fromisoformat(each) for each in series.further_dates}
    found: dict[datetime, datetime] = {}
    for local in (*_by_rule(series, until), *further):
        starts = _moment(series, local)
        if local not in left_out and since <= starts < until:
            found[starts] = local
    return [Moment(starts, _end(series, starts, found[starts])) for starts in sorted(found)[:MOST_DATES]]


def _moment(series: Series, local: datetime) -> datetime:
    """A single date was given as a moment, and stays that moment."""
    given = not series.rule and not series.all_day and local == series.local_start
    return series.starts if given else moment_of(local, series.zone)


def first_date(series: Series, within: timedelta = timedelta(days=3660)) -> datetime | None:
    """The first moment that the rule gives, or None when it gives none in ten years."""
    return next((_moment(series, local) for local in _by_rule(series, series.starts + within)), None)


def is_whole(series: Series, until: datetime) -> bool:
    """Whether no further date begins at or after this moment."""
    if any(moment_of(datetime.fromisoformat(each), series.zone) >= until for each in series.further_dates):
        return False
    if not series.rule:
        return True
    rule = read_rule(series.rule)
    if rule.until is None and rule.count is None:
        return False
    return next((False for local in _by_rule(series, _far(series, rule, until)) if moment_of(local, series.zone) >= until), True)


def _far(series: Series, rule: Rule, until: datetime) -> datetime:
    """Where to stop looking for one more date: the rule's own end, but ten years from here at most."""
    end = rule.until if isinstance(rule.until, datetime) else None
    return min(end + ONE_DAY if end else until + timedelta(days=3660), until + timedelta(days=3660))


def _end(series: Series, starts: datetime, local: datetime) -> datetime | None:
    """As long as the first date, exactly; a whole day ends at a midnight."""
    if series.ends is None:
        return None
    if not series.all_day:
        return starts + (series.ends - series.starts)
    days = (series.ends.astimezone(series.zone).date() - series.starts.astimezone(series.zone).date()).days
    return moment_of(local + timedelta(days=days), series.zone)


def _by_rule(series: Series, until: datetime) -> Iterator[datetime]:
    """Local times by the rule alone; without one, the first date."""
    first = series.local_start
    if not series.rule:
        yield first
        return
    rule = read_rule(series.rule).settled(series.zone, series.all_day)
    last = until.astimezone(series.zone).date()
    end = min(last, rule.until.astimezone(series.zone).date() if isinstance(rule.until, datetime) else rule.until or last)
    for number, day in enumerate(days_of(rule, first.date(), end)):
        local = datetime.combine(day, first.time())
        over = isinstance(rule.until, datetime) and moment_of(local, series.zone) > rule.until
        if over or (rule.count is not None and number >= rule.count):
            return
        yield local


def days_of(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days that the rule gives from `first` to `last`; COUNT and UNTIL are the caller's."""
    rule = completed(rule, first)
    for period in _periods(rule, first, last):
        fitting = [day for day in period if _fits(rule, day)]
        for day in _at_positions(fitting, rule.positions):
            if first <= day <= last:
                yield day


def completed(rule: Rule, first: date) -> Rule:
    """What a rule leaves unsaid is said by its first date."""
    if rule.weekdays or rule.month_days or rule.year_days or rule.weeks or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, weekdays=(Weekday(first.weekday()),))
    if rule.frequency == "YEARLY" and not rule.months:
        return replace(rule, months=(first.month,), month_days=(first.day,))
    return replace(rule, month_days=(first.day,))


def _periods(rule: Rule, first: date, last: date) -> Iterator[list[date]]:
    """The days, weeks, months or years, `interval` apart, that begin before the last day."""
    step = rule.interval
    if rule.frequency in ("DAILY", "WEEKLY"):
        length = 1 if rule.frequency == "DAILY" else 7
        day = first - timedelta(days=(first.weekday() - rule.week_start) % 7 if length == 7 else 0)
        while day <= last:
            yield [day + timedelta(days=n) for n in range(length)]
            day += timedelta(days=length * step)
        return
    months = 1 if rule.frequency == "MONTHLY" else 12
    number = first.year * 12 + (first.month - 1 if months == 1 else 0)
    while number <= last.year * 12 + last.month - 1:
        begins, ends = _first_of(number), _first_of(number + months)
        yield [begins + timedelta(days=n) for n in range((ends - begins).days)]
        number += months * step


def _first_of(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    if not positions:
        return days
    return sorted({days[each - 1 if each > 0 else each] for each in positions if abs(each) <= len(days)})


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _counted(day.day, monthrange(day.year, day.month)[1], rule.month_days):
        return False
    if rule.year_days and not _counted(day.timetuple().tm_yday, 365 + isleap(day.year), rule.year_days):
        return False
    if rule.weeks and not _counted(*_week(day, rule.week_start), rule.weeks):
        return False
    return not rule.weekdays or any(_is_weekday(rule, day, each) for each in rule.weekdays)


def _counted(number: int, of: int, wanted: tuple[int, ...]) -> bool:
    """Whether this number, counted from the front or from the end, is wanted."""
    return number in wanted or number - of - 1 in wanted


def _is_weekday(rule: Rule, day: date, wanted: Weekday) -> bool:
    if day.weekday() != wanted.day or not wanted.nth:
        return day.weekday() == wanted.day
    in_month = rule.frequency == "MONTHLY" or bool(rule.months)
    number, of = (day.day, monthrange(day.year, day.month)[1]) if in_month else (day.timetuple().tm_yday, 365 + isleap(day.year))
    return wanted.nth in ((number - 1) // 7 + 1, -((of - number) // 7) - 1)


def _week(day: date, week_start: int) -> tuple[int, int]:
    """The number of the week a day lies in, and how many weeks that week's year has: the first has four days of its year at least."""
    thursday = day + timedelta(days=3 - (day.weekday() - week_start) % 7)
    year = thursday.year
    return (thursday.timetuple().tm_yday - 1) // 7 + 1, _weeks_of(year, week_start)


@cache
def _weeks_of(year: int, week_start: int) -> int:
    last = date(year, 12, 31)
    middle = last + timedelta(days=3 - (last.weekday() - week_start) % 7)
    if middle.year > year:
        middle -= timedelta(days=7)
    return (middle.timetuple().tm_yday - 1) // 7 + 1
