"""A calendar of its own for anything that has dates: a region, a type, a day of action. An agenda, and a file to subscribe to.

@prints("action")
def action_calendar(key):
    calendar = CalendarOf(path, title, {"event__post__in": ids}, f"action:{key.id}@rallies")
    yield from calendar_pages_of(calendar, site, language)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from commonwire.calendar.coming import Coming, all_of, coming
from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.icalendar.whole import Whole
from commonwire.calendar.links import ROOT, Cut, View, day_path, month_path, views_around, webcal
from commonwire.calendar.models import Occurrence
from commonwire.calendar.queries import Where, by_day, dates_of, for_file, start_of, subscribed, today, under_way
from commonwire.chrome.frame import Feed, Frame, feeds_of
from commonwire.press.printing import Page, Printed, Written
from commonwire.site.models import Site
from commonwire.site.queries import midnight

MOST = 300  # lines of an agenda of all dates
MOST_COMING = 120  # lines of what comes
MOST_A_DAY = 60


@dataclass(frozen=True)
class CalendarOf:
    """`path` is without language. `key` is the page key that is touched when any of its dates changes. `coming` leaves out what is over:
    otherwise all its dates stand on the page. `parents` are written into the file before the dates."""

    path: str
    title: str
    where: Where
    key: str
    parents: Sequence[Whole] = ()
    coming: bool = False
    above: View | None = None  # the page it belongs to
    past: str = ""  # where its past is looked at

    @property
    def file_path(self) -> str:
        return f"{self.path}calendar.ics"


@dataclass(frozen=True)
class DayOfAgenda:
    """A day with as many lines as a page bears; `more` of them stand on the day's own page. `continuing` began on an earlier day."""

    day: date
    dates: Sequence[Occurrence]
    path: str
    more: int = 0
    continuing: Sequence[Occurrence] = ()

    @property
    def is_busy(self) -> bool:
        return bool(self.dates or self.continuing)


def calendar_pages_of(calendar: CalendarOf, site: Site, language: str) -> Iterator[Printed]:
    """To be called in the language being printed (`translation.override`)."""
    yield agenda_page(calendar, site, language)
    yield agenda_file(calendar, site, language)


def agenda_page(calendar: CalendarOf, site: Site, language: str, more: dict[str, object] | None = None) -> Page:
    path = site.at(language, calendar.path)

    def context() -> dict[str, object]:
        frame = calendar_frame(site, language, path, calendar.title, site.at(language, calendar.file_path))
        return agenda_context(calendar, frame) | (more or {})

    return Page(path, "calendar/agenda.html", context, language, until=midnight(site), shows=_shows(calendar))


def _shows(calendar: CalendarOf) -> tuple[str, ...]:
    return (calendar.key,) if calendar.key else ()


def agenda_context(calendar: CalendarOf, frame: Frame) -> dict[str, object]:
    site, language = frame.site, frame.language
    present = today(site)
    found = coming(calendar.where, start_of(present, site), MOST_COMING) if calendar.coming else all_of(calendar.where, MOST)
    return {
        "frame": frame,
        "site": site,
        "language": language,
        "title": calendar.title,
        "above": calendar.above,
        "past": calendar.past,
        "days": days_of_agenda(found.dates, site, language),
        "further": found.further,
        "beyond": _beyond(calendar, found, site, language),
        "under_way": under_way(site, calendar.where) if calendar.coming else [],
        "today": present,
        "views": views_around(present, site, language),
        "view": "agenda" if calendar.path == ROOT else "",
        **files_context(site, site.at(language, calendar.file_path)),
    }


def _beyond(calendar: CalendarOf, found: Coming, site: Site, language: str) -> str:
    """The month in which the lines break off; from the calendar of everything in any case the next one."""
    day = found.beyond or (Cut.of("month", today(site)).later.first if calendar.path == ROOT else None)
    return site.at(language, month_path(day)) if day else ""


def days_of_agenda(dates: list[Occurrence], site: Site, language: str, most: int = MOST_A_DAY) -> list[DayOfAgenda]:
    return [DayOfAgenda(day, some[:most], site.at(language, day_path(day)), max(0, len(some) - most)) for day, some in by_day(dates)]


def files_context(site: Site, path: str) -> dict[str, object]:
    return {"ics": path, "webcal": webcal(site, path)}


def agenda_file(calendar: CalendarOf, site: Site, language: str) -> Written:
    path = site.at(language, calendar.file_path)
    name = f"{site.name}: {calendar.title}" if calendar.path != ROOT else site.name

    def content() -> bytes:
        dates = subscribed(calendar.where) if calendar.coming else for_file(dates_of(calendar.where))
        return calendar_file(dates, site, name, path, calendar.parents)

    return Written(path, content, language, until=midnight(site) if calendar.coming else None, shows=_shows(calendar))


def calendar_frame(site: Site, language: str, path: str, title: str, ics: str, *, findable: bool = True) -> Frame:
    """`path` and `ics` are in their language already."""
    feeds = [*feeds_of(_("Calendar"), site.at(language, ROOT)), Feed(_("Calendar file"), ics, "text/calendar")]
    return Frame(
        site=site,
        language=language,
        path=path,
        title=title,
        section="calendar",
        per_language=True,
        feeds=feeds,
        findable=findable,
    )
