"""VTIMEZONE: small, because it holds only the changes around the dates that need it; exact, because they are those of the zone itself.

Where a zone changes its clocks by the same rule for three years or more, one yearly rule says it; otherwise each change stands by
itself. (RDATE would be shorter, but some programs read only its first date.)
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from commonwire.calendar.icalendar.changes import Change, changes_in
from commonwire.calendar.icalendar.lines import component, line, local, offset, text, utc

FEWEST = 3  # years of the same rule that are worth a rule
BACK = 2  # years in which the last change before the first date is looked for
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Span:
    """From the first day to the last that a file needs of a zone; `open` when something in it never ends."""

    first: date
    last: date
    open: bool = False

    def joined(self, other: "Span") -> "Span":
        return Span(min(self.first, other.first), max(self.last, other.last), self.open or other.open)


def time_zone(zone: str, span: Span) -> str:
    changes = _needed(zone, span)
    if not changes or changes[0].at.date() >= span.first:
        changes.insert(0, _as_it_was(zone, span.first))
    rows = [line("TZID", zone)]
    alike = sorted(changes, key=_sort)
    for _, some in groupby(alike, key=_sort):
        rows += _observances(list(some), span)
    return component("VTIMEZONE", rows)


def _needed(zone: str, span: Span) -> list[Change]:
    """The last change before the span, and those within it."""
    found = [each for year in range(span.first.year - BACK, span.last.year + 2) for each in changes_in(zone, year)]
    until = [each for each in found if each.at.date() <= span.last + timedelta(days=1)]
    earlier = [each for each in until if each.at.date() < span.first]
    return [*earlier[-1:], *until[len(earlier) :]]


def _as_it_was(zone: str, first: date) -> Change:
    """A zone that has kept its clocks for years: what they show, said from the beginning of the year before."""
    since = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    there = since.astimezone(ZoneInfo(zone))
    shift = there.utcoffset() or timedelta()
    return Change(since - shift, shift, shift, there.tzname() or "", (there.dst() or timedelta()) > timedelta())


def _sort(change: Change) -> tuple[object, ...]:
    return (change.summer, change.name, change.before, change.after)


def _observances(alike: list[Change], span: Span) -> Iterator[str]:
    """The same change of clocks, year after year: by rule where there is one."""
    for run, rule in _runs(alike):
        goes_on = span.open and run[-1] is alike[-1] and run[-1].at.year >= span.last.year - 1
        if len(run) < FEWEST:
            yield from (_observance(change, "") for change in run)
        else:
            yield _observance(run[0], rule if goes_on else f"{rule};UNTIL={utc(run[-1].at)}")


def _runs(alike: list[Change]) -> Iterator[tuple[list[Change], str]]:
    """Consecutive years with one common rule, each run as long as it can be."""
    run: list[Change] = []
    common: set[str] = set()
    for change in alike:
        joined = common & _rules(change)
        if run and joined and change.at.year == run[-1].at.year + 1 and change.local.time() == run[0].local.time():
            run, common = [*run, change], joined
            continue
        if run:
            yield run, min(common)
        run, common = [change], _rules(change)
    if run:
        yield run, min(common)


def _rules(change: Change) -> set[str]:
    """The yearly rules that give this day: the second Sunday, the last Sunday."""
    when = change.local
    nths: Iterable[int] = [(when.day - 1) // 7 + 1, *([-1] if when.day + 7 > monthrange(when.year, when.month)[1] else [])]
    return {f"FREQ=YEARLY;BYMONTH={when.month};BYDAY={nth}{WEEKDAYS[when.weekday()]}" for nth in nths}


def _observance(change: Change, rule: str) -> str:
    rows = [line("DTSTART", local(change.local))]
    rows += [line("RRULE", rule)] if rule else []
    rows += [line("TZOFFSETFROM", offset(change.before)), line("TZOFFSETTO", offset(change.after)), line("TZNAME", text(change.name))]
    return component("DAYLIGHT" if change.summer else "STANDARD", rows)
